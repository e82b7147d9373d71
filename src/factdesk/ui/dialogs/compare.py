"""What has changed between two versions: in one text, or side by side."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from factdesk.model.article import Version
from factdesk.text.anchoring import Op, Run
from factdesk.ui.theme import GAP, MARGIN, scheme_of
from factdesk.ui.widgets.parts import button, muted


class CompareDialog(QDialog):
    """Deleted words are struck, inserted ones underlined: form says it beside the colour."""

    versions_chosen = Signal(int, int)
    """The numbers of two versions whose difference `show_runs` shall show."""

    def __init__(self, versions: Sequence[Version], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("What has changed")
        self.old, self.new = _choice(versions, "Old version"), _choice(versions, "New version")
        self.old.setCurrentIndex(max(0, len(versions) - 2))
        self.new.setCurrentIndex(len(versions) - 1)
        self.beside = QCheckBox("Side &by side")
        self.left, self.right = _text("Old text"), _text("New text")
        self._count = muted()
        self._runs: tuple[Sequence[Run], str, str] = ((), "", "")
        self._lay_out()
        for one in (self.old, self.new):
            one.currentIndexChanged.connect(lambda _: self.ask())
        self.beside.toggled.connect(lambda _: self._show())

    def show_runs(self, runs: Sequence[Run], old: str, new: str) -> None:
        """Show the difference."""
        self._runs = (runs, old, new)
        changes = sum(run.op is not Op.EQUAL for run in runs)
        self._count.setText(f"{changes} change{'s' if changes != 1 else ''}")
        self._show()

    def sizeHint(self) -> QSize:
        """Wish for a page, or two."""
        return QSize(900, 640)

    def ask(self) -> None:
        """Ask for the difference of the chosen versions."""
        self.versions_chosen.emit(self.old.currentData(), self.new.currentData())

    def _show(self) -> None:
        beside = self.beside.isChecked()
        self.right.setVisible(beside)
        self._write(self.left, {Op.EQUAL, Op.DELETE} if beside else set(Op))
        if beside:
            self._write(self.right, {Op.EQUAL, Op.INSERT})

    def _write(self, view: QTextEdit, shown: set[Op]) -> None:
        runs, old, new = self._runs
        view.clear()
        cursor = QTextCursor(view.document())
        for run in runs:
            if run.op in shown:
                span, text = (run.old, old) if run.op is Op.DELETE else (run.new, new)
                cursor.insertText(text[span.start : span.stop], self._format(run.op))
        view.moveCursor(QTextCursor.MoveOperation.Start)

    def _format(self, op: Op) -> QTextCharFormat:
        scheme, form = scheme_of(self), QTextCharFormat()
        form.setForeground(QColor(scheme.text))
        if op is Op.DELETE:
            form.setForeground(QColor(scheme.bad))
            form.setFontStrikeOut(True)
        elif op is Op.INSERT:
            form.setForeground(QColor(scheme.good))
            form.setFontUnderline(True)
        return form

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(GAP)
        for part in (self.old, QLabel("→"), self.new, self._count):
            top.addWidget(part)
        top.addStretch()
        top.addWidget(self.beside)
        texts = QHBoxLayout()
        texts.setSpacing(GAP)
        texts.addWidget(self.left)
        texts.addWidget(self.right)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(button("Close", self.accept))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        whole.setSpacing(GAP)
        whole.addLayout(top)
        whole.addLayout(texts, 1)
        whole.addLayout(foot)


def _choice(versions: Sequence[Version], name: str) -> QComboBox:
    choice = QComboBox()
    choice.setAccessibleName(name)
    for version in versions:
        choice.addItem(f"Version {version.number} · {version.added[:10]}", version.number)
    return choice


def _text(name: str) -> QTextEdit:
    view = QTextEdit(readOnly=True)
    view.setAccessibleName(name)
    view.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return view
