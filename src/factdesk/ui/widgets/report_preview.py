"""A report before it is written: as its reader will see it, or as it will lie in the file."""

import re
from typing import NamedTuple

from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QPlainTextEdit,
    QStackedWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from factdesk.ui.theme import GAP
from factdesk.ui.widgets.parts import bare, muted

#: Longer pages are shown as they lie in the file: laying them out would keep the window waiting.
LONGEST = 400_000

_STYLE = re.compile(r"<(style|script)\b.*?</\1>", re.DOTALL)
_SHOWN = (
    "<style>blockquote {margin: 8px 24px} th {text-align: left}"
    " td, th {padding: 2px 14px 2px 0}</style>"
)

#: What the view does not know, in what it knows.
_INSTEAD = (
    *(('<dl class="facts">', "<table>"), ("</dl>", "</table>")),
    *(("<div><dt>", "<tr><td>"), ("</dt><dd>", "</td><td>"), ("</dd></div>", "</td></tr>")),
    *(("<mark ", "<u "), ("</mark>", "</u>")),
)


class Preview(NamedTuple):
    """A report as a page and as the text of its file; empty where there is none."""

    page: str = ""
    source: str = ""


class ReportPreview(QWidget):
    """Shows a page, which fetches nothing, or the text of a file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page = _Page()
        self.page.setAccessibleName("Preview of the report")
        self.source = QPlainTextEdit(readOnly=True)
        self.source.setAccessibleName("Text of the file")
        self.as_source = QCheckBox("As it lies in the &file")
        self.words = muted()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.page)
        self._stack.addWidget(self.source)
        foot = QHBoxLayout()
        bare(foot, GAP)
        foot.addWidget(self.as_source)
        foot.addWidget(self.words, 1)
        whole = QVBoxLayout(self)
        bare(whole, GAP)
        whole.addWidget(self._stack, 1)
        whole.addLayout(foot)
        self.as_source.toggled.connect(self._turn)
        self._shown = Preview()

    def show_preview(self, preview: Preview) -> None:
        """Show a report; where the reader was stays in sight."""
        self._shown = preview
        too_long = len(preview.page) > LONGEST
        has_page = bool(preview.page) and not too_long
        self._fill(self.page, preview.page if has_page else "")
        self._fill(self.source, preview.source)
        self.as_source.setEnabled(has_page and bool(preview.source))
        self.words.setText("Too long to be shown as a page here." if too_long else "")
        self._turn()

    def text(self) -> str:
        """Give what is shown, as text."""
        is_page = self._stack.currentWidget() is self.page
        return self.page.toPlainText() if is_page else self.source.toPlainText()

    def _turn(self) -> None:
        has_page = bool(self._shown.page) and len(self._shown.page) <= LONGEST
        page_wanted = has_page and not (self.as_source.isChecked() and self._shown.source)
        self._stack.setCurrentWidget(self.page if page_wanted else self.source)

    @staticmethod
    def _fill(view: QTextBrowser | QPlainTextEdit, text: str) -> None:
        where = view.verticalScrollBar().value()
        if isinstance(view, QTextBrowser):
            for unknown, known in _INSTEAD:
                text = text.replace(unknown, known)
            view.setHtml(_SHOWN + _STYLE.sub("", text) if text else "")
        else:
            view.setPlainText(text)
        view.verticalScrollBar().setValue(where)


class _Page(QTextBrowser):
    """A page whose links lead nowhere, and which loads nothing but what is in it."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Give a picture that is in the page, and nothing from anywhere else."""
        address = QUrl(name)
        return super().loadResource(kind, address) if address.scheme() == "data" else None
