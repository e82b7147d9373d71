"""The page coloured by another trait, with a legend; filters that are kept."""

from pytestqt.qtbot import QtBot

from factdesk import preferences
from factdesk.desk import states
from factdesk.model.article import Article
from factdesk.model.claim import ClaimKind, WorkState
from factdesk.model.lines import ClaimLine
from factdesk.model.span import Span
from factdesk.store.store import Store
from factdesk.ui.colouring import ColourBy, category, legend
from factdesk.ui.main_window import MainWindow
from factdesk.ui.models.claim_filter import ClaimFilter
from factdesk.ui.theme import DARK, LIGHT
from factdesk.ui.widgets.reading_colours import contrast


def line(**fields: str) -> ClaimLine:
    return ClaimLine("c", 1, "a", 0, 5, "q", **fields)  # type: ignore[arg-type] # text alone


def test_every_state_kind_and_class_has_words_and_a_glyph() -> None:
    for state in WorkState:
        assert category(line(state=state.value), ColourBy.STATE).glyph
    for kind in ClaimKind:
        assert category(line(kind=kind.value), ColourBy.KIND).words != "No kind yet"
    for source in ("primary", "secondary", "unclassed", ""):
        assert category(line(sources=source), ColourBy.SOURCE).glyph
    assert category(line(checker="Ada"), ColourBy.CHECKER).glyph == "A"


def test_hues_can_be_seen_on_their_paper() -> None:
    for state in WorkState:
        group = category(line(state=state.value), ColourBy.STATE)
        assert contrast(group.hue(LIGHT), LIGHT.base) >= 3
        assert contrast(group.hue(DARK), DARK.base) >= 3


def test_the_legend_counts_groups_the_largest_first() -> None:
    lines = [line(kind="number"), line(kind="name"), line(kind="money")]
    assert [(group.words, n) for group, n in legend(lines, ColourBy.KIND)] == [
        ("Figures", 2),
        ("People", 1),
    ]


def test_a_page_coloured_by_state_shows_states_and_a_legend_until_it_is_closed(
    story: Article, window: MainWindow, desk: Store, qtbot: QtBot
) -> None:
    window.opened.mark(Span(0, 11))
    window.actions_by_name["colour_state"].trigger()
    assert len(desk.claims_in(story.id)) == 1
    (place,) = window.page.view.places()
    assert place.look.glyph == "○"
    shown = window.page.legend
    assert [swatch.words for swatch in shown.swatches] == ["Marked 1"]
    assert shown.isVisible()
    (claim,) = desk.claims_in(story.id)
    window.session.do(lambda: states.progress(desk, claim, WorkState.IN_PROGRESS))
    qtbot.waitUntil(lambda: shown.swatches[0].words == "In progress 1", timeout=2000)
    assert preferences.load().colour_by == "state"
    shown.closed.emit()
    assert not shown.isVisible()
    assert window.actions_by_name["colour_verdict"].isChecked()


def test_a_kept_filter_is_there_again(story: Article, window: MainWindow) -> None:
    assert story
    wanted = ClaimFilter(state="query out")
    window.filters.keep(wanted)
    window.filters.keep(wanted)
    assert preferences.load().filters == ((("state", "query out"),),)
    window.filters.forget(wanted)
    assert preferences.load().filters == ()
