import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QAction,
    QColor,
    QDragEnterEvent,
    QHelpEvent,
    QImage,
    QPalette,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QToolTip
from pytestqt.qtbot import QtBot
from tests.ui.reading import RED, place_at, span_of, version_of

from factdesk.model.span import BlockKind, Span
from factdesk.ui.widgets.article_view import ArticleView
from factdesk.ui.widgets.brushes import Style
from factdesk.ui.widgets.place_menu import PlaceMenu
from factdesk.ui.widgets.places import Form
from factdesk.ui.widgets.reading import Face, Reading

STORY = (
    "The harbour 🚢 handled 41 million tonnes, the first time since 1972 that it led.",
    "A family 👩‍👩‍👧 of café owners — naïve 🇦🇶 they were not — said so\ntwice in a day.",
    "قال المسؤول إن العدد بلغ 4000 سفينة في الميناء 🚢 هذا العام.",
    "ראש העיר said that 4,000 ships were כאן this year.",
)
LONG = tuple(
    f"Paragraph {n} says again what was said before it, at some length." for n in range(400)
)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def view(qtbot: QtBot) -> ArticleView:
    made = ArticleView()
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show_version(version_of(*STORY))
    made.show()
    qtbot.waitExposed(made)
    made.setFocus()
    return made


def point_before(view: ArticleView, position: int) -> QPoint:
    """Where the mouse points between a code point and the one before it."""
    cursor = QTextCursor(view.document())
    cursor.setPosition(view.geometry_of_text.positions.to_utf16(position))
    return view.cursorRect(cursor).center()


def point_in(view: ArticleView, span: Span) -> QPoint:
    """A point on the first letter of a place."""
    geometry = view.geometry_of_text
    unit = geometry.positions.to_utf16(span.start)
    line = geometry.line_at(unit)
    assert line is not None
    left, right = line.pieces(unit, geometry.positions.to_utf16(span.start + 1))[0]
    return QPointF((left + right) / 2, (line.top + line.bottom) / 2).toPoint()


def drag(view: ArticleView, span: Span) -> None:
    """Select with the mouse."""
    start, stop = point_before(view, span.start), point_before(view, span.stop)
    QTest.mousePress(view.viewport(), LEFT, pos=start)
    QTest.mouseMove(view.viewport(), (start + stop) / 2)
    QTest.mouseMove(view.viewport(), stop)
    QTest.mouseRelease(view.viewport(), LEFT, pos=stop)


def click(view: ArticleView, span: Span) -> None:
    QTest.mouseClick(view.viewport(), LEFT, pos=point_in(view, span))


def select(view: ArticleView, span: Span) -> None:
    """Select without the mouse."""
    positions, cursor = view.geometry_of_text.positions, view.textCursor()
    cursor.setPosition(positions.to_utf16(span.start))
    cursor.setPosition(positions.to_utf16(span.stop), QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)


def columns(image: QImage, colour: QColor, rows: range) -> set[int]:
    """In which columns of the picture a colour shows."""
    wanted = colour.rgb()
    return {x for x in range(image.width()) for y in rows if image.pixel(x, y) == wanted}


def screen(view: ArticleView) -> QImage:
    """What is on the screen, painted bit by bit, once it has been painted."""
    QTest.qWait(12)
    return QApplication.primaryScreen().grabWindow(view.winId()).toImage()


def picture(view: ArticleView) -> QImage:
    return view.viewport().grab().toImage()


WORDS = [
    "🚢 handled",
    "first time since 1972",
    "👩‍👩‍👧 of café",
    "naïve 🇦🇶 they",
    "بلغ 4000 سفينة",
    "🚢 هذا العام",
    "ראש העיר said",
    "4,000 ships were כאן",
]


@pytest.mark.parametrize("words", WORDS)
def test_dragging_over_a_span_gives_the_span(view: ArticleView, qtbot: QtBot, words: str) -> None:
    span = span_of(view.text, words)
    with qtbot.waitSignal(view.span_selected) as told:
        drag(view, span)
    assert told.args == [span]
    assert view.selected_span() == span
    assert view.text[span.start : span.stop] == words


@pytest.mark.parametrize("words", WORDS)
def test_a_place_is_painted_where_the_same_selection_is(view: ArticleView, words: str) -> None:
    span = span_of(view.text, words)
    line = view.geometry_of_text.line_at(view.geometry_of_text.positions.to_utf16(span.start))
    assert line is not None
    rows = range(round(line.top) + 2, round(line.top) + 4)
    select(view, span)
    selected = columns(picture(view), view.palette().color(QPalette.ColorRole.Highlight), rows)
    view.clear_selection()
    QTest.keyClick(view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    view.put_place(place_at(span))
    ground = view._painter._brushes._brush(Style.SOLID, RED).color()
    painted = columns(picture(view), ground, rows)
    assert painted
    assert len(painted ^ selected) <= 8  # its borders lie between pixels


def test_selecting_half_words_gives_whole_words_and_shows_it(
    view: ArticleView, qtbot: QtBot
) -> None:
    whole = span_of(view.text, "million tonnes")
    with qtbot.waitSignal(view.span_selected) as told:
        drag(view, Span(whole.start + 3, whole.stop - 2))
    assert told.args == [whole]
    assert view.textCursor().selectedText() == "million tonnes"


def test_the_keyboard_moves_a_caret_and_shift_selects(view: ArticleView, qtbot: QtBot) -> None:
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(view, Qt.Key.Key_Home, control)
    with qtbot.waitSignal(view.span_selected):
        QTest.keyClick(view, Qt.Key.Key_Right, control | shift)
    QTest.keyClick(view, Qt.Key.Key_Right, control | shift)
    assert view.selected_span() == span_of(view.text, "The harbour")
    with qtbot.waitSignal(view.selection_cleared):
        QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.selected_span() is None


def test_the_caret_never_rests_between_two_blocks(view: ArticleView) -> None:
    QTest.keyClick(view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    seen = set()
    for _ in range(8):
        QTest.keyClick(view, Qt.Key.Key_Down)
        assert view.textCursor().block().length() > 1
        seen.add(view.textCursor().blockNumber())
    assert len(seen) >= len(STORY) - 1


def test_double_click_selects_a_word_and_a_third_the_paragraph(view: ArticleView) -> None:
    at = point_in(view, span_of(view.text, "illion"))
    QTest.mouseClick(view.viewport(), LEFT, pos=at)
    QTest.mouseDClick(view.viewport(), LEFT, pos=at)
    assert view.selected_span() == span_of(view.text, "million")
    QTest.mouseClick(view.viewport(), LEFT, pos=at)
    assert view.selected_span() == span_of(view.text, STORY[0])


def test_copying_gives_the_canonical_text(view: ArticleView) -> None:
    start = view.text.index("so\ntwice")
    select(view, Span(start, view.text.index("قال") + 3))
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "so\ntwice in a day.\n\nقال"


def test_the_button_and_the_wish_ask_for_the_selected_span(view: ArticleView, qtbot: QtBot) -> None:
    span = span_of(view.text, "first time since 1972")
    with qtbot.assertNotEmitted(view.mark_wished):
        view.wish_mark()
    drag(view, span)
    assert view._button.isVisible()
    assert not view._button.geometry().intersects(view.geometry_of_text.rect(span).toAlignedRect())
    with qtbot.waitSignal(view.mark_wished) as wished:
        QTest.mouseClick(view._button, LEFT)
    assert wished.args == [span]
    view.clear_selection()
    assert not view._button.isVisible()


def test_letter_keys_are_left_to_the_window(view: ArticleView, qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(view)
    action = QAction("Mark", window)
    action.setShortcut("M")
    window.addAction(action)
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    view.setFocus()
    with qtbot.waitSignal(action.triggered):
        QTest.keyClick(view, Qt.Key.Key_M)
    window.takeCentralWidget()


def test_a_click_picks_the_only_claim_there(view: ArticleView, qtbot: QtBot) -> None:
    span = span_of(view.text, "41 million")
    view.show_places([place_at(span)])
    with qtbot.waitSignal(view.claim_picked) as picked:
        click(view, span)
    assert picked.args == ["C1"]


def test_a_click_beside_all_places_picks_nothing(view: ArticleView, qtbot: QtBot) -> None:
    view.show_places([place_at(span_of(view.text, "41 million"))])
    with qtbot.assertNotEmitted(view.claim_picked):
        click(view, span_of(view.text, "first time"))


NESTED = {"C1": "first time since 1972 that", "C2": "since 1972", "C3": "since 1972", "C4": "1972"}


def menu_of(view: ArticleView) -> PlaceMenu:
    return next(menu for menu in view.findChildren(PlaceMenu) if menu.isVisible())


@pytest.mark.parametrize("name", NESTED)
@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_of_nested_and_equal_places_each_is_reached(
    view: ArticleView, qtbot: QtBot, name: str, by: str
) -> None:
    view.show_places([place_at(span_of(view.text, words), n) for n, words in NESTED.items()])
    here = span_of(view.text, "1972")
    if by == "mouse":
        click(view, here)
    else:
        select(view, Span(here.start, here.start))
        QTest.keyClick(view, Qt.Key.Key_Return)
    menu = menu_of(view)
    lines = [action.data() for action in menu.actions()]
    assert lines == ["C4", "C2", "C3", "C1"]
    with qtbot.waitSignal(view.claim_picked) as picked:
        for _ in range(lines.index(name)):
            QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)
    assert picked.args == [name]


def test_putting_and_dropping_one_by_one_paints_what_showing_all_paints(
    view: ArticleView,
) -> None:
    dice, places = random.Random(7), {}  # noqa: S311 - dice for a test
    for number in range(120):
        start = dice.randrange(len(view.text) - 50)
        span = (start, start + dice.randint(1, 50))
        place = place_at(span, f"C{number % 40}", dice.choice(list(Form)))
        places[place.anchor] = place
        view.put_place(place)
        if number % 5 == 0:
            view.drop_place(f"C{number % 7}")
            places.pop(f"C{number % 7}", None)
        view.select_claim(f"C{number % 3}")
        QApplication.processEvents()
    grown = view.grab().toImage()
    view.show_places(places.values())
    QApplication.processEvents()
    assert view.grab().toImage() == grown


def test_painting_line_by_line_gives_the_same_picture_as_painting_all(
    view: ArticleView,
) -> None:
    view.show_version(version_of(*LONG))
    dice = random.Random(3)  # noqa: S311 - dice for a test
    view.show_places(
        place_at((at, at + dice.randint(5, 300)), f"C{at}", dice.choice(list(Form)))
        for at in range(0, 6_000, 20)
    )
    shown = screen(view)
    for _ in range(40):
        view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 7)
        scrolled = screen(view)
    view.viewport().update()
    assert screen(view) == scrolled
    assert shown != scrolled


def test_the_first_picture_has_the_places_and_so_has_the_end(qtbot: QtBot) -> None:
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.show_version(version_of(*LONG))
    view.show_places([place_at((0, len(view.text)))])
    ground = view._painter._brushes._brush(Style.SOLID, RED).color()
    view.show()
    assert columns(picture(view), ground, range(60, 65))
    view.restore_position(len(view.text) - 1)
    last = view.geometry_of_text.rect(Span(len(view.text) - 5, len(view.text)))
    assert columns(picture(view), ground, range(round(last.top()) + 2, round(last.top()) + 4))


def test_places_change_nothing_in_the_document(view: ArticleView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(view.document().contentsChange):
        view.show_places([place_at((0, 5)), place_at((3, 9), "C2")])
        view.put_place(place_at((3, 12), "C2"))
        view.drop_place("C1")
        view.select_claim("C2")
        view.show_matches(view.find_words("the"))
        QApplication.processEvents()


def test_hovering_tells_the_claim_and_shows_its_label(view: ArticleView, qtbot: QtBot) -> None:
    span = span_of(view.text, "41 million")
    view.show_places([place_at(span), place_at(span_of(view.text, "41"), "<b>C2")])
    at = point_in(view, span)
    with qtbot.waitSignal(view.claim_hovered) as hovered:
        QTest.mouseMove(view.viewport(), at)
    assert hovered.args == ["<b>C2"]
    asked = QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), asked)
    assert QToolTip.text() == "&lt;b&gt;C2 · False<br>C1 · False"
    with qtbot.waitSignal(view.claim_hovered) as left:
        QTest.mouseMove(view.viewport(), point_in(view, span_of(view.text, "first")))
    assert left.args == [""]
    QToolTip.hideText()


def test_revealing_scrolls_only_to_what_is_out_of_view(view: ArticleView) -> None:
    view.show_version(version_of(*LONG))
    bar = view.verticalScrollBar()
    view.reveal(span_of(view.text, "Paragraph 2 "))
    assert bar.value() == 0
    last = span_of(view.text, "Paragraph 399")
    view.reveal(last)
    there = bar.value()
    rect = view.geometry_of_text.rect(last)
    assert 0 <= rect.top() < rect.bottom() <= view.viewport().height()
    view.reveal(span_of(view.text, "Paragraph 398"))
    assert bar.value() == there


def test_the_reading_position_survives_zoom_width_and_reopening(view: ArticleView) -> None:
    version = version_of(*LONG)
    view.show_version(version)
    start = span_of(view.text, "Paragraph 250").start
    view.restore_position(start)
    assert view.reading_position() == start
    view.set_reading(Reading(Face.SANS, 150))
    assert view.reading_position() == start
    view.resize(500, 700)
    QApplication.processEvents()
    assert view.reading_position() == start
    view.show_version(version)
    assert view.reading_position() == 0
    view.restore_position(start)
    assert view.reading_position() == start


@pytest.mark.parametrize("face", Face)
@pytest.mark.parametrize("zoom", [50, 100, 200])
def test_full_lines_of_prose_hold_sixty_to_seventy_five_characters(
    view: ArticleView, face: Face, zoom: int
) -> None:
    view.resize(1800, 900)
    view.set_reading(Reading(face, zoom))
    words = "officials said that the report on spending in the county was not complete in May "
    view.show_version(version_of(words * 30))
    layout = view.document().begin().layout()
    lengths = [layout.lineAt(n).textLength() for n in range(layout.lineCount() - 1)]
    assert min(lengths) >= 60
    assert max(lengths) <= 75


def test_the_column_stands_in_the_middle(view: ArticleView) -> None:
    view.resize(1500, 700)
    QApplication.processEvents()
    left = view.viewport().x()
    right = view.width() - view.viewport().geometry().right()
    assert left > 100
    assert abs(left - right) <= view.verticalScrollBar().sizeHint().width() + 2


def wheel(view: ArticleView, modifiers: Qt.KeyboardModifier) -> None:
    at = QPointF(3, 30)  # in the margin beside the viewport
    event = QWheelEvent(
        at,
        QPointF(view.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def test_the_wheel_scrolls_and_with_ctrl_zooms_from_the_margins_too(
    view: ArticleView, qtbot: QtBot
) -> None:
    view.show_version(version_of(*LONG))
    wheel(view, Qt.KeyboardModifier.NoModifier)
    assert view.verticalScrollBar().value() > 0
    with qtbot.waitSignal(view.zoom_changed) as told:
        wheel(view, Qt.KeyboardModifier.ControlModifier)
    assert told.args == [90]
    view.zoom_in()
    view.zoom_in()
    assert view.reading.zoom == 110
    view.zoom_reset()
    assert view.reading.zoom == 100


def test_dragging_from_the_margin_selects(view: ArticleView) -> None:
    view.resize(1400, 700)
    QApplication.processEvents()
    assert view.viewport().x() > 50
    stop = point_before(view, view.text.index(" 🚢"))
    margin = QPoint(10, stop.y())
    QTest.mousePress(view, LEFT, pos=margin)
    end = view.viewport().mapTo(view, stop)
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, LEFT, pos=end)
    assert view.selected_span() == span_of(view.text, "The harbour")


def test_matches_are_walked_through_and_painted(view: ArticleView) -> None:
    view.show_version(version_of(*LONG))
    view.show_matches(view.find_words("paragraph 3"))
    assert view.next_match() == 0
    assert view.next_match() == 1
    assert view.previous_match() == 0
    assert view.previous_match() == 110
    rect = view.geometry_of_text.rect(span_of(view.text, "Paragraph 399"))
    assert 0 <= rect.top() <= view.viewport().height()
    ground = QColor(view._colours.ground(view._colours.match, 0.6))
    rows = range(round(rect.top()) + 2, round(rect.top()) + 4)
    assert columns(picture(view), ground, rows)
    view.show_matches([])
    assert view.next_match() is None
    assert not columns(picture(view), ground, rows)


def test_files_dropped_on_the_article_are_left_to_the_window(
    view: ArticleView, qtbot: QtBot
) -> None:
    class Window(QMainWindow):
        entered = False

        def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's own name
            self.entered = True
            event.acceptProposedAction()

    window = Window()
    qtbot.addWidget(window)
    window.setAcceptDrops(True)
    window.setCentralWidget(view)
    window.show()
    assert not view.acceptDrops()
    assert not view.viewport().acceptDrops()
    mime = QMimeData()
    mime.setUrls([QUrl("file:///tmp/a.txt")])
    enter = QDragEnterEvent(
        QPoint(400, 300),
        Qt.DropAction.CopyAction,
        mime,
        LEFT,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window.windowHandle(), enter)
    assert window.entered
    window.takeCentralWidget()


@pytest.mark.parametrize("form", Form)
def test_every_form_looks_different_in_black_and_white(view: ArticleView, form: Form) -> None:
    span = span_of(view.text, "first time since 1972")
    area = view.geometry_of_text.rect(span).adjusted(0, -2, 0, 10).toAlignedRect()
    grey = QImage.Format.Format_Grayscale8
    shown = {}
    for each in Form:
        view.show_places([place_at(span, form=each)])
        shown[each] = picture(view).copy(area).convertToFormat(grey)
    assert all(shown[form] != shown[other] for other in Form if other is not form)


def test_the_chosen_claim_is_set_off(view: ArticleView) -> None:
    span = span_of(view.text, "first time")
    view.show_places([place_at(span)])
    before = picture(view)
    view.select_claim("C1")
    assert picture(view) != before
    view.select_claim(None)
    assert picture(view) == before


def test_kinds_of_blocks_are_told_apart(view: ArticleView) -> None:
    looks = set()
    for kind in BlockKind:
        view.show_version(version_of((kind, "Year\tShips\n1972\t41 million")))
        looks.add(bytes(picture(view).constBits()))
    assert len(looks) == len(BlockKind)


def test_every_code_point_keeps_its_position_in_the_document(view: ArticleView) -> None:
    positions = view.geometry_of_text.positions
    for at, character in enumerate(view.text):
        shown = view.document().characterAt(positions.to_utf16(at))
        expected = character if ord(character) < 0x10000 else None
        if character == "\n":
            assert shown in {"\u2028", "\u2029"}
        elif expected is not None:
            assert shown == expected
    assert view.document().characterCount() == positions.to_utf16(len(view.text)) + 1


def test_right_to_left_paragraphs_stand_at_the_right(view: ArticleView) -> None:
    lines = {
        words: view.geometry_of_text.line_at(
            view.geometry_of_text.positions.to_utf16(view.text.index(words))
        )
        for words in ("The harbour", "قال المسؤول")
    }
    english, arabic = lines.values()
    assert english is not None
    assert arabic is not None
    assert english.rightward
    assert not arabic.rightward
    assert arabic.right == pytest.approx(view._column().right(), abs=1)


@pytest.mark.parametrize("button", [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton])
def test_a_press_that_the_text_ignores_comes_to_an_end(
    view: ArticleView, qtbot: QtBot, button: Qt.MouseButton
) -> None:
    for part in (view.viewport(), view):
        qtbot.mouseClick(part, button)
        qtbot.mouseDClick(part, button)
    assert view.selected_span() is None


def test_assistive_technology_is_told_what_this_is(view: ArticleView) -> None:
    assert view.accessibleName() == "Article text"
    assert "Shift" in view.accessibleDescription()


def test_another_colour_scheme_is_followed(view: ArticleView) -> None:
    view.show_places([place_at(span_of(view.text, "first time"))])
    dark = view.palette()
    dark.setColor(QPalette.ColorRole.Base, QColor("#202124"))
    dark.setColor(QPalette.ColorRole.Text, QColor("#e8eaed"))
    view.setPalette(dark)
    QApplication.processEvents()
    assert view._painter._brushes.colours.paper == "#202124"


Slot = Callable[[ArticleView], object]


@pytest.mark.parametrize(
    "deed",
    [
        lambda view: view.choose_at_caret(),
        lambda view: view.reveal(Span(0, 0)),
        lambda view: view.restore_position(0),
        lambda view: view.drop_place("none"),
        lambda view: view.select_claim("none"),
        lambda view: view.go_to_match(3),
        lambda view: view.grab(),
    ],
)
def test_an_empty_view_bears_everything(qtbot: QtBot, deed: Slot) -> None:
    view = ArticleView()
    qtbot.addWidget(view)
    deed(view)
    view.show_version(version_of(""))
    deed(view)
    assert view.selected_span() is None
