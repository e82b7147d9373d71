"""When the fault is ours: first that the work is safe, then what to tell us."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from factdesk.ui.theme import GAP, MARGIN
from factdesk.ui.widgets.parts import button, muted, primary, semibold


class CrashDialog(QDialog):
    """Accepted: go on. Rejected: quit."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Factdesk has made a mistake")
        safe = QLabel("Your work is safe.")
        font = semibold(safe.font())
        font.setPointSizeF(font.pointSizeF() * 1.4)
        safe.setFont(font)
        what = QLabel(
            "All you have done up to now is saved. Something in Factdesk went wrong, and what you"
            " did last may not have happened. You can go on; if it keeps happening, quit and start"
            " again."
        )
        what.setWordWrap(True)
        self.report = QPlainTextEdit(report, readOnly=True)
        self.report.setAccessibleName("Report of the fault")
        self.copy = button("&Copy report", self._copy)
        self.leave = button("&Quit", self.reject)
        self.go_on = primary("Con&tinue", self.accept)
        self.go_on.setDefault(True)
        end = QHBoxLayout()
        end.setSpacing(GAP)
        end.addWidget(self.copy)
        end.addStretch()
        end.addWidget(self.leave)
        end.addWidget(self.go_on)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        whole.setSpacing(GAP + 2)
        for part in (safe, what, muted("Please look through the report before you send it.")):
            whole.addWidget(part)
        whole.addWidget(self.report, 1)
        whole.addLayout(end)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self.copy.setText("Copied ✓")

    def sizeHint(self) -> QSize:
        """Wish for room to read the report."""
        return QSize(560, 420)
