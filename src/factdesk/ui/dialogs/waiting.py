"""Something long is under way: how far it is, and the way to break it off."""

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from factdesk.ui.widgets.import_progress import ImportProgress

#: What ends sooner is not worth a dialog, in milliseconds.
PATIENCE = 400


class WaitingDialog(QDialog):
    """Keeps the window from other work; shows itself only where it takes long."""

    cancelled = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.progress = ImportProgress()
        self.progress.cancel_wished.connect(self.cancelled)
        whole = QVBoxLayout(self)
        whole.addWidget(self.progress)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self.open)
        self._patience.start()

    def reject(self) -> None:
        """Wish to break it off; it is over when it is."""
        self.cancelled.emit()

    def end(self) -> None:
        """Go away, shown or not."""
        self._patience.stop()
        self.accept()
        self.deleteLater()

    def sizeHint(self) -> QSize:
        """Wish for room for a name."""
        return QSize(460, 96)
