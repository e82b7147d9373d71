"""Why: the reasoning in Markdown, with a preview that fetches nothing."""

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QResizeEvent, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from factdesk.ui.theme import TIGHT
from factdesk.ui.widgets.parts import IconButton, bare, heading
from factdesk.ui.widgets.settled_edit import GrowingEdit, SettledEdit

_LEAST, _MOST = 3, 16
_MARKDOWN = (
    QTextDocument.MarkdownFeature.MarkdownDialectGitHub
    | QTextDocument.MarkdownFeature.MarkdownNoHTML
)


class StillBrowser(QTextBrowser):
    """Shows Markdown; loads no image, sheet or page, neither from the network nor from disk."""

    link_wished = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.anchorClicked.connect(lambda url: self.link_wished.emit(url.toString()))

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Load nothing."""
        return None

    def show_markdown(self, text: str) -> None:
        """Show Markdown as it will be read; HTML in it stays text."""
        self.document().setMarkdown(text, _MARKDOWN)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height to the text anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        height = round(self.document().size().height()) + 12
        self.setFixedHeight(max(64, min(height, 400)))


class RationaleEditor(QWidget):
    """A plain text field for Markdown, and its preview when asked for."""

    edited = Signal(str)
    link_wished = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = GrowingEdit(_LEAST, _MOST)
        self.field.setPlaceholderText("What was found, and why it leads to this verdict")
        self.field.setAccessibleName("Why: the reasoning, in Markdown")
        self.settled = SettledEdit(self.field)
        self.settled.settled.connect(self.edited)
        self.preview = StillBrowser()
        self.preview.setAccessibleName("Preview of the reasoning")
        self.preview.link_wished.connect(self.link_wished)
        self.toggle = IconButton("preview", "Preview", "Preview the reasoning as it will be read")
        self.toggle.setCheckable(True)
        self.toggle.toggled.connect(self._show_preview)
        self.preview.hide()
        self._lay_out()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(heading("&Why", self.field))
        top.addStretch()
        top.addWidget(self.toggle)
        whole = QVBoxLayout(self)
        bare(whole, TIGHT)
        whole.addLayout(top)
        whole.addWidget(self.field)
        whole.addWidget(self.preview)

    def load(self, text: str) -> None:
        """Show the reasoning of another claim."""
        self.settled.load(text)
        self.toggle.setChecked(False)

    def show_text(self, text: str) -> None:
        """Show the reasoning as it is now, unless it is being typed."""
        self.settled.show_text(text)
        if self.toggle.isChecked():
            self.preview.show_markdown(self.settled.text)

    def _show_preview(self, shown: bool) -> None:  # noqa: FBT001 - a signal's argument
        if shown:
            self.settled.settle()
            self.preview.show_markdown(self.settled.text)
        self.field.setVisible(not shown)
        self.preview.setVisible(shown)
