"""One rating of a scale, field by field."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QWidget

from factdesk.model.verdict import Place, Rating
from factdesk.ui.theme import DARK, GAP, LIGHT
from factdesk.ui.widgets.choice_box import ChoiceBox
from factdesk.ui.widgets.colour_line import ColourLine

_NUMBER = "No number: it stands off the scale"


class RatingForm(QWidget):
    """Tells the whole rating whenever a field of it is edited."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rating: Rating | None = None
        self.label, self.glyph, self.number = QLineEdit(), QLineEdit(), QLineEdit()
        self.definition = QLineEdit()
        self.glyph.setMaxLength(2)
        self.number.setPlaceholderText(_NUMBER)
        self.place = ChoiceBox("Place among all scales", list(Place))
        self.light = ColourLine("Colour on light paper", LIGHT.base)
        self.dark = ColourLine("Colour on dark paper", DARK.base)
        self.retired = QCheckBox("&Retired: offered no more")
        self.retired.setAccessibleName("Retired: offered no more")
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(GAP)
        for words, field in (
            ("La&bel", self.label),
            ("&Glyph", self.glyph),
            ("&Number", self.number),
            ("&Place", self.place),
            ("On &light", self.light),
            ("On &dark", self.dark),
            ("De&finition", self.definition),
        ):
            if isinstance(field, QLineEdit) and not isinstance(field, ColourLine):
                field.setAccessibleName(words.replace("&", ""))
            form.addRow(words, field)
        form.addRow("", self.retired)
        self._connect()

    def show_rating(self, rating: Rating | None) -> None:
        """Show a rating; without one nothing can be filled in."""
        self._rating = None
        self.setEnabled(rating is not None)
        if rating is None:
            return
        for line, text in (
            (self.label, rating.label),
            (self.glyph, rating.glyph),
            (self.number, "" if rating.value is None else str(rating.value)),
            (self.definition, rating.definition),
        ):
            if line.text() != text:
                line.setText(text)
                line.setCursorPosition(0)
        self.place.show_value(rating.place)
        self.light.show_colour(rating.light)
        self.dark.show_colour(rating.dark)
        self.retired.setChecked(rating.retired)
        self._rating = rating

    def _connect(self) -> None:
        for line in (self.label, self.glyph, self.definition, self.number):
            line.textEdited.connect(self._tell)
        self.place.picked.connect(self._tell)
        self.light.colour_told.connect(self._tell)
        self.dark.colour_told.connect(self._tell)
        self.retired.toggled.connect(self._tell)

    def _tell(self) -> None:
        if self._rating is None:
            return
        number = self.number.text().strip()
        self._rating = self._rating.model_copy(
            update={
                "label": self.label.text().strip(),
                "glyph": self.glyph.text().strip(),
                "value": int(number) if number.isdecimal() else None,
                "definition": self.definition.text().strip(),
                "place": Place(self.place.value),
                "light": self.light.text(),
                "dark": self.dark.text(),
                "retired": self.retired.isChecked(),
            }
        )
        self.edited.emit(self._rating)
