import json
import re
from collections.abc import Iterator
from importlib.resources import files
from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from factdesk import preferences
from factdesk.model.claim import ClaimKind, WorkState
from factdesk.model.lines import ClaimLine
from factdesk.model.source import Stance
from factdesk.model.verdict import Rating, Scale
from factdesk.preferences import Look
from factdesk.ui import theme
from factdesk.ui.colouring import ColourBy, category
from factdesk.ui.colours import READABLE, contrast, readable
from factdesk.ui.dressing import Dressing
from factdesk.ui.icons import icon
from factdesk.ui.theme import DARK, HIGH_DARK, HIGH_LIGHT, LIGHT, Scheme
from factdesk.ui.widgets.parts import IconButton
from factdesk.ui.widgets.stances import GLYPHS

pytestmark = pytest.mark.usefixtures("qapp")

SCHEMES = pytest.mark.parametrize(
    "scheme", theme.SCHEMES, ids=["light", "dark", "high contrast light", "high contrast dark"]
)


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
        assert contrast(QColor(ink), QColor(ground)) >= scheme.contrast, (ink, ground)
    for ground in (scheme.accent, scheme.accent_hover):
        assert contrast(QColor(scheme.on_accent), QColor(ground)) >= READABLE


@pytest.mark.parametrize("scheme", [HIGH_LIGHT, HIGH_DARK], ids=["light", "dark"])
def test_with_high_contrast_everything_that_can_be_used_has_a_border(scheme: Scheme) -> None:
    assert scheme.contrast == 7
    for edge in (scheme.line, scheme.field, scheme.thumb, scheme.edge, scheme.accent):
        for ground in (scheme.window, scheme.base, scheme.hover):
            assert contrast(QColor(edge), QColor(ground)) >= 3, (edge, ground)


@SCHEMES
def test_every_shipped_verdict_is_readable_in_its_hue(scheme: Scheme) -> None:
    ratings = shipped_ratings()
    assert ratings
    for rating, ground in product(ratings, (scheme.window, scheme.base, scheme.tint)):
        assert contrast(scheme.ink(rating), QColor(ground)) >= scheme.contrast, rating.label


def test_a_colour_that_cannot_be_read_is_moved_towards_the_ink() -> None:
    pale = QColor("#ffff99")
    assert contrast(readable(pale, QColor("#ffffff"), QColor("#000000")), QColor("#ffffff")) >= 4.5
    assert readable(QColor("#000080"), QColor("#ffffff"), QColor("#000000")) == QColor("#000080")


@SCHEMES
def test_what_the_style_sheet_writes_is_readable_on_the_ground_it_gives(scheme: Scheme) -> None:
    sheet = files("factdesk.ui").joinpath("assets/style.qss").read_text("utf-8")
    pairs = re.findall(r"\bbackground: @(\w+);[^}]*?[ ;]color: @(\w+);", sheet)
    assert ("hover", "muted") in pairs
    for ground, ink in pairs:
        colours = QColor(getattr(scheme, ink)), QColor(getattr(scheme, ground))
        assert contrast(*colours) >= READABLE, (ink, ground)


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


@pytest.mark.usefixtures("own_settings")
def test_the_program_dresses_as_the_system_wishes_or_as_is_chosen(dressed: QApplication) -> None:
    dressing = Dressing(dressed)
    hints, shown = dressed.styleHints(), dressed.palette

    def ground() -> str:
        return shown().window().color().name()

    for wish, scheme in ((Qt.ColorScheme.Dark, DARK), (Qt.ColorScheme.Light, LIGHT)):
        hints.colorSchemeChanged.emit(wish)
        assert ground() == scheme.window
        assert scheme.accent in dressed.styleSheet()
    if hasattr(hints, "accessibility"):
        hints.accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
        assert dressing.scheme is HIGH_LIGHT
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
        assert ground() == HIGH_DARK.window
    dressing.choose(Look.LIGHT)
    assert ground() == LIGHT.window
    assert preferences.load().look is Look.LIGHT
    dressing.setParent(None)


def test_nothing_is_told_by_colour_alone() -> None:
    for path in (files("factdesk.desk") / "scales").iterdir():
        if path.name.endswith(".json"):
            ratings = Scale(**json.loads(path.read_text(encoding="utf-8"))).ratings
            assert len({rating.glyph for rating in ratings} - {""}) == len(ratings), path.name
    assert len(set(GLYPHS.values())) == len(Stance)
    line = ClaimLine("c", 1, "a", 0, 9, "claimed")
    for by, field, values in (
        (ColourBy.STATE, "state", [state.value for state in WorkState]),
        (ColourBy.KIND, "kind", ["", *(kind.value for kind in ClaimKind)]),
        (ColourBy.SOURCE, "sources", ["", "primary", "secondary", "unclassed"]),
        (ColourBy.CHECKER, "checker", ["", "Ada Quill", "Abe Nolan", "Jon Berg"]),
    ):
        groups = {
            category(
                line._replace(**{field: value}),  # type: ignore[arg-type] # its fields are texts
                by,
            )
            for value in values
        }
        assert len({group.glyph for group in groups} - {""}) == len(groups), by
