"""Exporting a report: what it will look like, for whom, and where it goes."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from factdesk.model.report import Audience, LeftOutClaim
from factdesk.ui.theme import GAP, MARGIN
from factdesk.ui.widgets.parts import bare, button, heading, muted, primary

#: Asks for a preview of a format's name for an audience; the answer comes in by `show_preview`.
Previewer = Callable[[str, Audience], None]


class Format(NamedTuple):
    """A format that reports are written in: its name, what the user reads, its suffix."""

    name: str
    title: str
    suffix: str


class ExportDialog(QDialog):
    """Wishes an export to a file or to the clipboard; writes nothing itself."""

    export_wished = Signal(str, str, str)
    copy_wished = Signal(str, str)

    def __init__(
        self,
        formats: Sequence[Format],
        place: Path,
        previewer: Previewer,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._formats = formats
        self._previewer = previewer
        self.setWindowTitle("Export report")
        self.format = QComboBox()
        self.format.setAccessibleName("Format")
        for one in formats:
            self.format.addItem(one.title, one.name)
        self.audience = QComboBox()
        self.audience.setAccessibleName("Audience")
        for audience in Audience:
            self.audience.addItem(_AUDIENCES[audience], audience)
        self.place = QLineEdit(str(place.with_suffix(formats[0].suffix)))
        self.place.setAccessibleName("File")
        self.preview = QPlainTextEdit(readOnly=True)
        self.preview.setAccessibleName("Preview of the report")
        self.left_out = muted(wraps=True)
        self.message = QLabel()
        self.message.setWordWrap(True)
        self._lay_out()
        self._connect()
        self.show_left_out(())
        self.show_message("")
        self._ask()

    def show_preview(self, text: str) -> None:
        """Show the report; where the reader was stays in sight."""
        where = self.preview.verticalScrollBar().value()
        self.preview.setPlainText(text)
        self.preview.verticalScrollBar().setValue(where)
        self.export.setEnabled(True)
        self.copy.setEnabled(True)

    def show_left_out(self, claims: Sequence[LeftOutClaim]) -> None:
        """Say which claims the report leaves out, and why."""
        lines = [f"{claim.reference}: {claim.reason}" for claim in claims]
        self.left_out.setText("\n".join(["Left out, because", *lines]))
        self.left_out.setVisible(bool(claims))

    def show_message(self, message: str) -> None:
        """Say in place why it did not work, or what was done."""
        self.message.setText(message)
        self.message.setVisible(bool(message))

    def _ask(self) -> None:
        self.export.setEnabled(False)
        self.copy.setEnabled(False)
        self._previewer(self.format.currentData(), self._audience())

    def _audience(self) -> Audience:
        """Tell the chosen audience; a combo box gives a bare string back."""
        return Audience(self.audience.currentData())

    def _change_format(self, index: int) -> None:
        typed = Path(self.place.text())
        if typed.name:
            self.place.setText(str(self._renamed(typed, self._formats[index].suffix)))
        self._ask()

    def _renamed(self, typed: Path, suffix: str) -> Path:
        """Give the file the suffix of a format; one may have two parts, as ``.csl.json``."""
        known = sorted((one.suffix for one in self._formats), key=len, reverse=True)
        old = next((one for one in known if typed.name.endswith(one)), typed.suffix)
        return typed.with_name(typed.name.removesuffix(old) + suffix)

    def _browse(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, "Export report", self.place.text())
        if chosen:
            self.place.setText(chosen)

    def _export(self) -> None:
        if not self.place.text().strip():
            self.show_message("Say which file the report goes to.")
            return
        self.show_message("")
        self.export_wished.emit(
            self.format.currentData(), self._audience(), self.place.text().strip()
        )

    def _copy(self) -> None:
        self.copy_wished.emit(self.format.currentData(), self._audience())

    def _connect(self) -> None:
        self.format.currentIndexChanged.connect(self._change_format)
        self.audience.currentIndexChanged.connect(lambda _index: self._ask())

    def _lay_out(self) -> None:
        self.export = primary("&Export", self._export)
        self.export.setDefault(True)
        self.copy = button("&Copy", self._copy, "Copy the report to the clipboard")
        top = QHBoxLayout()
        top.setSpacing(GAP)
        for name, field in (("&Format", self.format), ("&For", self.audience)):
            top.addWidget(heading(name, field))
            top.addWidget(field)
            top.addSpacing(GAP)
        top.addStretch()
        file = QHBoxLayout()
        file.addWidget(heading("F&ile", self.place))
        file.addWidget(self.place, 1)
        file.addWidget(button("&Browse…", self._browse))
        end = QHBoxLayout()
        end.addWidget(self.message, 1)
        end.addStretch()
        end.addWidget(button("Close", self.reject, "Close (Esc)"))
        end.addWidget(self.copy)
        end.addWidget(self.export)
        whole = QVBoxLayout(self)
        bare(whole, GAP + 4)
        whole.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        whole.addLayout(top)
        whole.addWidget(self.preview, 1)
        whole.addWidget(self.left_out)
        whole.addLayout(file)
        whole.addLayout(end)

    def sizeHint(self) -> QSize:
        """Wish for a page."""
        return QSize(760, 720)


_AUDIENCES = {
    Audience.INTERNAL: "The desk (internal)",
    Audience.PUBLIC: "The public",
}
