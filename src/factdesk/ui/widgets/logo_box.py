"""The house's logo: seen, chosen, taken away."""

from base64 import b64decode
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QWidget

from factdesk.ui.theme import GAP
from factdesk.ui.widgets.parts import bare, button

_HEIGHT = 28


class LogoBox(QWidget):
    """Shows a picture that comes as a data URI; a file that is chosen is wished for."""

    chosen = Signal(object)
    """The Path of a file that shall be the logo."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.value = ""
        self._shown = QLabel()
        self._choose = button("Choose…", self._ask, "Choose a picture in PNG or JPEG")
        self._drop = button("Remove", lambda: self.show_value(""), "Take the logo away")
        row = QHBoxLayout(self)
        bare(row, GAP)
        row.addWidget(self._shown)
        row.addWidget(self._choose)
        row.addWidget(self._drop)
        row.addStretch()
        self.setFocusProxy(self._choose)

    def show_value(self, value: str) -> None:
        """Show a logo; nothing where there is none."""
        self.value = value
        picture = QPixmap()
        picture.loadFromData(b64decode(value.partition(",")[2]))
        if not picture.isNull():
            ratio = self.devicePixelRatioF()
            picture = picture.scaledToHeight(
                round(_HEIGHT * ratio), Qt.TransformationMode.SmoothTransformation
            )
            picture.setDevicePixelRatio(ratio)
        self._shown.setPixmap(picture)
        self._shown.setAccessibleName("The logo" if value else "No logo")
        self._shown.setVisible(bool(value))
        self._drop.setVisible(bool(value))

    def _ask(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "Logo", "", "Pictures (*.png *.jpg *.jpeg)")
        if name:
            self.chosen.emit(Path(name))
