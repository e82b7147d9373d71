"""The head of the article at hand: what it is, where from, and what importing did to it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from factdesk.model.article import Article, Version
from factdesk.model.remark import Weighed
from factdesk.ui.as_written import as_written
from factdesk.ui.theme import GAP, MARGIN, TIGHT
from factdesk.ui.widgets.article_status import ArticleStatus
from factdesk.ui.widgets.elision import ElidedLabel
from factdesk.ui.widgets.parts import IconButton, LinkButton, bare, muted, semibold


class ArticleHeader(QWidget):
    """Title, byline, publisher and date; what was left out; where it stands."""

    left_out_wished = Signal()
    remarks_wished = Signal()
    link_wished = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._url = ""
        self.title = ElidedLabel(2)
        font = semibold(self.title.font())
        font.setPointSizeF(font.pointSizeF() * 1.45)
        self.title.setFont(font)
        self.byline = ElidedLabel(1)
        self.byline.setFont(muted().font())
        self.byline.setForegroundRole(muted().foregroundRole())
        self.link = IconButton("link", "Open the original page")
        self.link.clicked.connect(lambda: self.link_wished.emit(self._url))
        self.left_out = LinkButton()
        self.left_out.setToolTip("Show what importing took out of the text")
        self.left_out.clicked.connect(self.left_out_wished)
        self.remarks = LinkButton()
        self.remarks.setToolTip("What of the article does not fit itself")
        self.remarks.clicked.connect(self.remarks_wished)
        self.remarks.hide()
        self.status = ArticleStatus()
        self.warnings = QLabel()
        self.warnings.setTextFormat(Qt.TextFormat.PlainText)
        self.warnings.setWordWrap(True)
        self._lay_out()

    def show_article(self, article: Article, version: Version) -> None:
        """Show an article in one of its versions."""
        self.title.show_text(article.title or "Untitled article")
        self.byline.show_text(_byline(article))
        self.status.show_article(article)
        self._url = article.url or article.canonical_url
        self.link.setVisible(bool(self._url))
        self.link.setToolTip(as_written(self._url))
        count = len(version.left_out)
        self.left_out.setText(f"{count} block{'s' if count != 1 else ''} left out")
        self.left_out.setVisible(bool(count))
        self.warnings.setText("\n".join(f"⚠ {warning}" for warning in version.warnings))
        self.warnings.setVisible(bool(version.warnings))

    def show_remarks(self, remarks: Sequence[Weighed]) -> None:
        """Say how many remarks there are on the article itself."""
        count = sum(one.is_open for one in remarks)
        aside = "" if count else " set aside"
        told = count or len(remarks)
        sign = "≠ " if any(one.contradicts for one in remarks) else ""
        self.remarks.setText(f"{sign}{told} remark{'' if told == 1 else 's'}{aside}")
        self.remarks.setVisible(bool(remarks))

    def _lay_out(self) -> None:
        second = QHBoxLayout()
        bare(second, TIGHT)
        middle = Qt.AlignmentFlag.AlignVCenter
        second.addWidget(self.byline, 1, middle)
        for part in (self.remarks, self.left_out, self.link):
            second.addWidget(part, 0, middle)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, MARGIN - 4, MARGIN, GAP)
        whole.setSpacing(TIGHT)
        whole.addWidget(self.title)
        whole.addLayout(second)
        whole.addWidget(self.status)
        whole.addWidget(self.warnings)
        whole.addStretch(1)


def _byline(article: Article) -> str:
    authors = f"By {', '.join(article.authors)}" if article.authors else ""
    parts = (authors, article.publisher, article.published.replace("T", " ")[:16])
    return " · ".join(part for part in parts if part)
