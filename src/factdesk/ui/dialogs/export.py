"""Exporting reports: what they will look like, for whom, and where they go."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from factdesk.model.export import Order
from factdesk.model.report import LeftOutClaim
from factdesk.ui.theme import GAP, MARGIN
from factdesk.ui.widgets.parts import bare, button, heading, muted, primary
from factdesk.ui.widgets.report_choice import Format, ReportChoice
from factdesk.ui.widgets.report_preview import Preview, ReportPreview

#: How many lines of what is left out are seen at once, and how long a message may be.
_LINES, _LONGEST = 5, 500

#: How much of the screen the dialog takes at most.
_SHARE = 0.92


class ExportDialog(QDialog):
    """Wishes exports to files or to the clipboard; writes nothing itself.

    ``articles`` is how many the desk has: all can be written into a folder at once.
    """

    preview_wished = Signal(object)
    export_wished = Signal(object, str, bool)
    """An Order, the file, and whether each claim shall have a file of its own beside it."""

    all_wished = Signal(object, str)
    """An Order, and the folder."""

    copy_wished = Signal(object)
    cancel_wished = Signal()

    def __init__(
        self,
        formats: Sequence[Format],
        languages: Mapping[str, str],
        wanted: Order,
        place: Path,
        articles: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._formats, self._articles, self._running = formats, articles, False
        self.setWindowTitle("Export report")
        self.choice = ReportChoice(formats, languages, wanted)
        self.place = QLineEdit()
        self.place.setAccessibleName("File or folder")
        self._one = place.with_name(place.name + self.choice.format.suffix)
        self.preview = ReportPreview()
        self.left_out = QPlainTextEdit(readOnly=True)
        self.all = QCheckBox(f"&All {articles:,} articles of the desk, into a folder")
        self.singles = QCheckBox("A file for each claim &too")
        self.earlier, self.message = muted(wraps=True), QLabel()
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setAccessibleName("Progress of the export")
        self.bar.setTextVisible(False)
        self._lay_out()
        self._connect()
        self.show_left_out(())
        self.show_message("")
        self.show_earlier("")
        self._follow()
        self.resize(self.sizeHint())

    def begin(self) -> None:
        """Ask for the first preview."""
        self._ask()

    def show_preview(self, preview: Preview) -> None:
        """Show the report, which can be written now."""
        self.show_message("")
        self.preview.show_preview(preview)
        self._allow(True)

    def show_left_out(self, claims: Sequence[LeftOutClaim]) -> None:
        """Say which claims the report leaves out, and why."""
        self._list("Left out, because", [f"{one.reference}: {one.reason}" for one in claims])

    def show_not_written(self, failed: Sequence[tuple[str, str]]) -> None:
        """Say which articles have no report now, and why."""
        self._list("Not written, because", [f"{title}: {reason}" for title, reason in failed])

    def show_message(self, message: str) -> None:
        """Say in place why it did not work, or what was done."""
        shown = message if len(message) <= _LONGEST else f"{message[:_LONGEST]}…"
        self.message.setText(shown)
        self.message.setVisible(bool(message))

    def show_earlier(self, words: str) -> None:
        """Say what of this article was exported last."""
        self.earlier.setText(words)
        self.earlier.setVisible(bool(words))

    def show_fault(self, message: str) -> None:
        """Say why there is no report; nothing can be written."""
        self.preview.show_preview(Preview())
        self.show_message(message)
        self._allow(False)

    def show_progress(self, done: int, of: int) -> None:
        """Say how many articles are written; while there are more, the rest can be left."""
        self._running = done < of
        self.bar.setMaximum(of)
        self.bar.setValue(done)
        self.bar.setVisible(self._running)
        self.show_message(f"{done:,} of {of:,}" if self._running else "")
        self.close_button.setText("Cancel" if self._running else "Close")
        self.choice.setEnabled(not self._running)
        self._allow(not self._running)

    def reject(self) -> None:
        """Leave the rest while articles are written, else close."""
        if self._running:
            self.cancel_wished.emit()
        else:
            super().reject()

    def _list(self, words: str, lines: Sequence[str]) -> None:
        self.left_out.setAccessibleName(words)
        self.left_out.setPlainText("\n".join([words, *lines]))
        height = self.left_out.fontMetrics().lineSpacing() * (min(len(lines), _LINES) + 1)
        self.left_out.setFixedHeight(height + 2 * GAP)
        self.left_out.setVisible(bool(lines))

    def _ask(self) -> None:
        self._allow(False)
        self.preview_wished.emit(self.choice.order)

    def _allow(self, allowed: bool) -> None:  # noqa: FBT001 - it is a state
        self.export.setEnabled(allowed)
        self.copy.setEnabled(allowed and not self.all.isChecked())

    def _change(self) -> None:
        self._keep_typed(everything=self.all.isChecked())
        self._one = self._renamed(self._one, self.choice.format.suffix)
        self._follow()
        self._ask()

    def _follow(self) -> None:
        """Let file or folder follow what is chosen."""
        everything = self.all.isChecked()
        self.place.setText(str(self._one.parent if everything else self._one))
        self._place_words.setText("F&older" if everything else "F&ile")
        self.singles.setVisible(self.choice.format.name == "claimreview" and not everything)
        self._name_export()

    def _turn_to_all(self, everything: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._keep_typed(everything=not everything)
        self._follow()
        self._allow(self.export.isEnabled())

    def _keep_typed(self, *, everything: bool) -> None:
        """Take what stands in the field for the folder of all, or else for the one file."""
        typed = Path(self.place.text())
        if everything and self.place.text().strip():
            self._one = typed / self._one.name
        elif not everything and typed.name:
            self._one = typed

    def _name_export(self) -> None:
        """Say before what is there is replaced."""
        replaces = not self.all.isChecked() and Path(self.place.text().strip()).is_file()
        self.export.setText("&Replace" if replaces else "&Export")

    def _renamed(self, typed: Path, suffix: str) -> Path:
        """Give the file the suffix of a format; one may have two parts, as ``.csl.json``."""
        known = sorted((one.suffix for one in self._formats), key=len, reverse=True)
        old = next((one for one in known if typed.name.endswith(one)), typed.suffix)
        return typed.with_name(typed.name.removesuffix(old) + suffix)

    def _browse(self) -> None:
        if self.all.isChecked():
            chosen = QFileDialog.getExistingDirectory(self, "Export into", self.place.text())
        else:
            chosen, _ = QFileDialog.getSaveFileName(self, "Export report", self.place.text())
        if chosen:
            self.place.setText(chosen)

    def _export(self) -> None:
        place = self.place.text().strip()
        if not place:
            self.show_message("Say where the report goes to.")
            return
        self.show_message("")
        if self.all.isChecked():
            self.all_wished.emit(self.choice.order, place)
        else:
            self.export_wished.emit(self.choice.order, place, self.singles.isChecked())

    def _connect(self) -> None:
        self.choice.changed.connect(self._change)
        self.all.toggled.connect(self._turn_to_all)
        self.place.textChanged.connect(self._name_export)

    def _lay_out(self) -> None:
        self.export = primary("&Export", self._export)
        self.export.setDefault(True)
        self.copy = button(
            "&Copy",
            lambda: self.copy_wished.emit(self.choice.order),
            "Copy the report to the clipboard",
        )
        self.close_button = button("Close", self.reject, "Close (Esc)")
        self._place_words = heading("F&ile", self.place)
        file = QHBoxLayout()
        for widget, stretch in ((self._place_words, 0), (self.place, 1)):
            file.addWidget(widget, stretch)
        file.addWidget(button("&Browse…", self._browse))
        more = QHBoxLayout()
        more.addWidget(self.all)
        more.addWidget(self.singles)
        more.addStretch()
        self.all.setVisible(self._articles > 1)
        end = QHBoxLayout()
        end.addWidget(self.bar, 1)
        end.addWidget(self.message, 1)
        end.addStretch()
        for each in (self.close_button, self.copy, self.export):
            end.addWidget(each)
        self.bar.hide()
        whole = QVBoxLayout(self)
        bare(whole, GAP + 4)
        whole.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        whole.addWidget(self.choice)
        whole.addWidget(self.preview, 1)
        for part in (self.left_out, self.earlier):
            whole.addWidget(part)
        for row in (file, more, end):
            whole.addLayout(row)

    def sizeHint(self) -> QSize:
        """Wish for a page, as far as the screen has room."""
        return QSize(820, 780).boundedTo(self.screen().availableSize() * _SHARE)
