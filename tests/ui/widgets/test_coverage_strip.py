"""The strip beside the scroll bar."""

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from factdesk.model.span import Span
from factdesk.ui.widgets.coverage_strip import CoverageStrip
from factdesk.ui.widgets.places import Form, Look, Place
from factdesk.ui.widgets.strip_index import BINS, StripIndex

RED, GREEN = "#c02020", "#208040"


def place(start: int, stop: int, form: Form = Form.SOLID, hue: str = RED) -> Place:
    return Place(start, stop, f"c{start}", f"a{start}-{stop}", Look(form, hue), "")


def test_what_wants_work_is_seen_before_what_is_done() -> None:
    index = StripIndex(10_000)
    index.put(place(5000, 5010, Form.CHECKED_OFF, GREEN))
    index.put(place(5000, 5012, Form.UNDERLINED))
    middle = index.looks()[BINS // 2]
    assert middle is not None
    assert middle.form is Form.UNDERLINED
    index.drop(place(5000, 5012, Form.UNDERLINED))
    middle = index.looks()[BINS // 2]
    assert middle is not None
    assert middle.form is Form.CHECKED_OFF


def test_a_place_that_has_gone_leaves_nothing_behind() -> None:
    index = StripIndex(100)
    whole = place(0, 100)
    index.put(whole)
    assert all(index.looks())
    index.drop(whole)
    assert not any(index.looks())


def test_a_click_wishes_to_go_to_the_code_point_there(qtbot: QtBot) -> None:
    strip = CoverageStrip()
    qtbot.addWidget(strip)
    strip.resize(14, 400)
    strip.show_index(StripIndex(40_000))
    with qtbot.waitSignal(strip.place_wished) as wished:
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(7, 100))
    assert abs(wished.args[0] - 10_000) <= 150


def test_claims_are_painted_where_they_are_in_the_hue_of_their_state(qtbot: QtBot) -> None:
    strip = CoverageStrip()
    qtbot.addWidget(strip)
    strip.resize(14, 320)
    index = StripIndex(3200)
    strip.show_index(index)
    empty = strip.grab().toImage().pixelColor(7, 161)
    index.put(place(1600, 1700))
    strip.refresh()
    strip.show_seen(Span(0, 10))
    assert strip.grab().toImage().pixelColor(7, 161).name() == RED
    index.drop(place(1600, 1700))
    strip.refresh()
    assert strip.grab().toImage().pixelColor(7, 161) == empty
