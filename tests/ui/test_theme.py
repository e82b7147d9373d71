import json
from collections.abc import Iterator
from importlib.resources import files
from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from factdesk.model.verdict import Rating, Scale
from factdesk.ui import theme
from factdesk.ui.colours import READABLE, contrast, readable
from factdesk.ui.icons import icon
from factdesk.ui.theme import DARK, LIGHT, Scheme
from factdesk.ui.widgets.parts import IconButton

pytestmark = pytest.mark.usefixtures("qapp")

SCHEMES = pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    """The program, whose clothes are changed back afterwards."""
    palette, sheet = qapp.palette(), qapp.styleSheet()
    yield qapp
    qapp.setPalette(palette)
    qapp.setStyleSheet(sheet)


def shipped_ratings() -> list[Rating]:
    scales = (files("factdesk.desk") / "scales").iterdir()
    texts = (path.read_text(encoding="utf-8") for path in scales if path.name.endswith(".json"))
    return [rating for text in texts for rating in Scale(**json.loads(text)).ratings]


@SCHEMES
def test_every_text_is_readable_on_every_ground(scheme: Scheme) -> None:
    inks = (scheme.text, scheme.muted, scheme.good, scheme.warning, scheme.bad)
    for ink, ground in product(inks, (scheme.window, scheme.base, scheme.hover, scheme.tint)):
        assert contrast(QColor(ink), QColor(ground)) >= READABLE, (ink, ground)
    for ground in (scheme.accent, scheme.accent_hover):
        assert contrast(QColor(scheme.on_accent), QColor(ground)) >= READABLE


@SCHEMES
def test_every_shipped_verdict_is_readable_in_its_hue(scheme: Scheme) -> None:
    ratings = shipped_ratings()
    assert ratings
    for rating, ground in product(ratings, (scheme.window, scheme.base, scheme.tint)):
        assert contrast(scheme.ink(rating), QColor(ground)) >= READABLE, rating.label


def test_a_colour_that_cannot_be_read_is_moved_towards_the_ink() -> None:
    pale = QColor("#ffff99")
    assert contrast(readable(pale, QColor("#ffffff"), QColor("#000000")), QColor("#ffffff")) >= 4.5
    assert readable(QColor("#000080"), QColor("#ffffff"), QColor("#000000")) == QColor("#000080")


@SCHEMES
def test_a_style_sheet_holds_no_unfilled_name(scheme: Scheme) -> None:
    sheet = theme.stylesheet(scheme).split("*/", 1)[1]
    assert "@" not in sheet
    assert scheme.accent in sheet


@SCHEMES
def test_a_widget_knows_its_scheme_by_its_palette(scheme: Scheme) -> None:
    widget = QWidget()
    widget.setPalette(theme.palette(scheme))
    assert theme.scheme_of(widget) is scheme


def test_every_icon_draws_something() -> None:
    drawings = [path.name for path in (files("factdesk.ui") / "assets" / "icons").iterdir()]
    assert drawings
    for name in drawings:
        image = icon(name.removesuffix(".svg"), QColor("#ff0000")).pixmap(16, 16).toImage()
        points = product(range(image.width()), range(image.height()))
        assert any(image.pixelColor(x, y).alpha() > 100 for x, y in points), name


def colours_of(button: IconButton) -> set[str]:
    image = button.icon().pixmap(16, 16).toImage()
    pixels = [image.pixelColor(x, y) for x, y in product(range(16), range(16))]
    return {pixel.name() for pixel in pixels if pixel.alpha() > 250}


def test_icons_follow_when_the_scheme_changes(dressed: QApplication, qtbot: QtBot) -> None:
    theme.wear(dressed, LIGHT)
    button = IconButton("plus", "Add")
    qtbot.addWidget(button)
    button.show()
    assert LIGHT.muted in colours_of(button)
    theme.wear(dressed, DARK)
    qtbot.waitUntil(lambda: DARK.muted in colours_of(button))


def test_the_program_dresses_as_the_system_wishes(dressed: QApplication) -> None:
    hints = dressed.styleHints()
    theme.apply(dressed)
    for wish, scheme in ((Qt.ColorScheme.Dark, DARK), (Qt.ColorScheme.Light, LIGHT)):
        hints.colorSchemeChanged.emit(wish)
        assert dressed.palette().window().color().name() == scheme.window
        assert scheme.accent in dressed.styleSheet()
