import hypothesis.strategies as st
import pytest
from hypothesis import given

from factdesk.ui.widgets.brushes import Brushes, Style
from factdesk.ui.widgets.reading_colours import ReadingColours, contrast, mix

LIGHT = ReadingColours("#ffffff", "#1b1b1b", "#5a5a5a", "#0a58ca", "#e8b400")
DARK = ReadingColours("#1e1f22", "#dcdcdc", "#9a9a9a", "#7ab7ff", "#d9a300")
HIGH = ReadingColours("#000000", "#ffffff", "#d0d0d0", "#7ab7ff", "#d9a300", least=7)
HUES = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize("colours", [LIGHT, DARK, HIGH])
@given(hue=HUES)
def test_text_on_every_ground_keeps_its_contrast(colours: ReadingColours, hue: str) -> None:
    brushes = Brushes(colours)
    for style in (Style.CHECKED_OFF, Style.SOLID, Style.CHOSEN):
        ground = brushes._brush(style, hue).color().name()
        assert contrast(ground, colours.ink) >= colours.least
    hatch = brushes._brush(Style.HATCHED, hue).textureImage()
    assert contrast(hatch.pixelColor(0, 0).name(), colours.ink) >= colours.least
    assert contrast(colours.ground(colours.match, 0.6), colours.ink) >= colours.least


@pytest.mark.parametrize("colours", [LIGHT, DARK, HIGH])
@given(hue=HUES)
def test_lines_and_glyphs_stand_out_from_the_paper(colours: ReadingColours, hue: str) -> None:
    assert contrast(colours.line(hue), colours.paper) >= colours.least


@pytest.mark.parametrize("colours", [LIGHT, DARK, HIGH])
def test_a_ground_is_seen_at_all(colours: ReadingColours) -> None:
    for hue in ("#c62828", "#ef6c00", "#2e7d32", "#1565c0"):
        assert contrast(colours.ground(hue, 0.34), colours.paper) > 1.1


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert mix("#ff0000", "#0000ff", 0.5) == "#800080"
