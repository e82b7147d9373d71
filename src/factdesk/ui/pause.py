"""What waits until the user has been quiet for a moment."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

#: How long that is, in milliseconds.
QUIET = 350


class Pause(QTimer):
    """Calls once, a moment after it was last started."""

    def __init__(self, parent: QObject, then: Callable[[], None]) -> None:
        super().__init__(parent, singleShot=True, interval=QUIET)
        self.timeout.connect(then)
