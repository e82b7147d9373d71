"""The main job in the real window: mouse and keys in, the desk file looked at."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factdesk.desk import claims, verdicts
from factdesk.importers.base import Document
from factdesk.importers.readers import Readers
from factdesk.model.article import Article
from factdesk.model.edit import Edit
from factdesk.model.source import Stance
from factdesk.model.span import Span
from factdesk.store.store import Store
from factdesk.ui import app as starting
from factdesk.ui.main_window import MainWindow

PAGE = """<!doctype html><html lang="en"><head><title>Ferry fares double</title></head><body>
<article><h1>Ferry fares double</h1><p>Fares on the Kestrel ferry have doubled since 2019, the
operator said on Monday in a statement to passengers.</p><p>It is the first rise in eleven years,
and the largest that the harbour has seen since the line was opened.</p></article></body></html>"""


def select(window: MainWindow, words: str) -> None:
    """Select words with the mouse, from the first letter to the last."""
    view = window.page.view
    start = view.text.index(words)
    view.reveal(Span(start, start + len(words)))
    QApplication.processEvents()
    begin, end = (_point_before(window, at) for at in (start, start + len(words)))
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=begin)
    QTest.mouseMove(view.viewport(), (begin + end) / 2)
    QTest.mouseMove(view.viewport(), end)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)


def _point_before(window: MainWindow, position: int) -> QPoint:
    view = window.page.view
    cursor = QTextCursor(view.document())
    cursor.setPosition(view.geometry_of_text.positions.to_utf16(position))
    return view.cursorRect(cursor).center()


def drop(window: MainWindow, mime: QMimeData) -> None:
    """Drop something on the middle of the window."""
    middle = window.rect().center()
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    window.dragEnterEvent(QDragEnterEvent(middle, copy, mime, left, none))
    window.dropEvent(QDropEvent(QPointF(middle), copy, mime, left, none))


def shown(window: MainWindow) -> list[str]:
    return [banner.message for banner in window.page.banners.banners]


def test_a_dropped_file_becomes_the_article_on_the_page(
    window: MainWindow, desk: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "ferry.html").write_text(PAGE)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "ferry.html"))])
    with qtbot.waitSignal(window.imports.finished, timeout=20_000):
        drop(window, mime)
    (line,) = desk.article_lines()
    assert line.title == "Ferry fares double"
    assert window.opened.article is not None
    assert window.opened.article.id == line.article
    assert "doubled since 2019" in window.page.view.text


def test_the_same_file_again_opens_the_article_that_is_there(
    window: MainWindow, desk: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "ferry.html").write_text(PAGE)
    for _ in range(2):
        with qtbot.waitSignal(window.imports.finished, timeout=20_000):
            window.imports.take_in([tmp_path / "ferry.html"])
    assert len(desk.article_ids()) == 1
    assert any("was here already" in message for message in shown(window))


def test_a_batch_with_a_bad_file_brings_the_good_ones_and_offers_retry(
    window: MainWindow, desk: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "a.html").write_text(PAGE)
    (tmp_path / "b.html").write_bytes(b"")
    with qtbot.waitSignal(window.imports.finished, timeout=20_000):
        window.imports.take_in([tmp_path / "a.html", tmp_path / "b.html"])
    assert len(desk.article_ids()) == 1
    (banner,) = window.page.banners.banners
    assert "1 imported" in banner.message
    assert "1 failed" in banner.message
    assert [button.text() for button in banner.buttons] == ["&Retry", "&Line check instead"]


def test_text_dragged_from_another_program_is_imported(
    window: MainWindow, desk: Store, qtbot: QtBot
) -> None:
    mime = QMimeData()
    mime.setText("Ferry fares double\n\nFares have doubled since 2019, the operator said.")
    with qtbot.waitSignal(window.imports.finished, timeout=20_000):
        drop(window, mime)
    assert [line.title for line in desk.article_lines()] == ["Ferry fares double"]


def test_claims_are_marked_by_mouse_and_judged_by_key(
    story: Article, window: MainWindow, desk: Store, qtbot: QtBot
) -> None:
    select(window, "first time since 1972")
    qtbot.keyClick(window.page.view, Qt.Key.Key_M)
    (claim,) = desk.claims_in(story.id)
    (anchor,) = desk.anchors(claim.id, desk.latest_version(story.id).id)
    assert anchor.exact == "first time since 1972"
    assert window.at_hand.claim == claim.id
    qtbot.keyClick(window.page.view, Qt.Key.Key_4)
    (verdict,) = desk.verdicts(claim.id)
    assert verdict.label == "Mostly false"
    assert window.claims.rows.model().rowCount() == 1


def test_what_is_typed_as_why_is_saved_without_a_save(
    story: Article, window: MainWindow, desk: Store, qtbot: QtBot
) -> None:
    select(window, "first time since 1972")
    qtbot.keyClick(window.page.view, Qt.Key.Key_M)
    qtbot.keyClick(window.page.view, Qt.Key.Key_W)
    field = window.panel.rationale.field
    assert field.hasFocus()
    qtbot.keyClicks(field, "Port Alder led in 1988 as well")
    (claim,) = desk.claims_in(story.id)
    qtbot.waitUntil(
        lambda: desk.claim(claim.id).rationale == "Port Alder led in 1988 as well", timeout=3000
    )
    qtbot.keyClicks(field, ", 2.")
    window.panel.settle()
    assert desk.claim(claim.id).rationale.endswith("well, 2.")
    window.session.undo_stack.undo()
    assert desk.claim(claim.id).rationale == ""


def test_keys_for_letters_are_letters_where_one_types(
    story: Article, window: MainWindow, desk: Store, qtbot: QtBot
) -> None:
    qtbot.keyClicks(window.articles.field, "mjk1")
    assert window.articles.field.text() == "mjk1"
    assert desk.claims_in(story.id) == []


def test_a_source_is_cited_with_the_keyboard(
    story: Article, window: MainWindow, desk: Store, qtbot: QtBot
) -> None:
    select(window, "41 million tonnes")
    qtbot.keyClick(window.page.view, Qt.Key.Key_M)
    QGuiApplication.clipboard().setText("https://stats.example.org/ports?utm_source=x#:~:text=41")
    qtbot.keyClick(window.page.view, Qt.Key.Key_C)
    form = window.panel.evidence.form
    assert form.isVisible()
    focused = QApplication.focusWidget()
    assert focused is not None
    form.title.setFocus()
    qtbot.keyClicks(form.title, "Port statistics 2025")
    qtbot.keyClick(form.title, Qt.Key.Key_Return)
    (claim,) = desk.claims_in(story.id)
    (piece,) = desk.evidence(claim.id)
    source = desk.source(piece.source)
    assert (source.title, source.url) == ("Port statistics 2025", "https://stats.example.org/ports")
    assert piece.stance in set(Stance)


def test_undo_and_redo_have_names_and_reach_the_desk_and_the_views(
    story: Article, window: MainWindow, desk: Store, qtbot: QtBot
) -> None:
    select(window, "Port Alder")
    qtbot.keyClick(window.page.view, Qt.Key.Key_M)
    assert window.actions_by_name["undo"].text() == "&Undo Mark claim"
    window.actions_by_name["undo"].trigger()
    assert desk.claims_in(story.id) == []
    assert window.claims.rows.model().rowCount() == 0
    assert window.at_hand.claim is None
    window.actions_by_name["redo"].trigger()
    assert len(desk.claims_in(story.id)) == 1
    assert window.claims.rows.model().rowCount() == 1


def test_next_and_previous_claim_go_through_the_text(
    story: Article, window: MainWindow, desk: Store, qtbot: QtBot
) -> None:
    for words in ("Port Alder", "41 million tonnes"):
        select(window, words)
        qtbot.keyClick(window.page.view, Qt.Key.Key_M)
    first, second = sorted(
        desk.anchors_in(desk.latest_version(story.id).id), key=lambda anchor: anchor.start
    )
    qtbot.keyClick(window.page.view, Qt.Key.Key_J)
    assert window.at_hand.claim == second.claim
    qtbot.keyClick(window.page.view, Qt.Key.Key_K)
    assert window.at_hand.claim == first.claim


def test_an_article_can_be_removed_and_brought_back(
    story: Article, window: MainWindow, desk: Store
) -> None:
    window.library.remove(story.id)
    assert desk.article_ids() == []
    assert window.opened.article is None
    window.session.undo_stack.undo()
    assert desk.article_ids() == [story.id]
    assert window.opened.article == story


def test_where_the_article_on_the_page_is_removed_its_neighbour_is_opened(
    story: Article, window: MainWindow, qtbot: QtBot
) -> None:
    text = Document(media_type="text/plain", content=b"Another\n\nIt has a text of its own.")
    with qtbot.waitSignal(window.imports.finished, timeout=20_000):
        window.imports.take_in([text])
    another = window.opened.article
    assert another is not None
    assert another != story
    window.session.undo_stack.undo()
    assert window.opened.article == story
    window.session.undo_stack.redo()
    assert window.opened.article == another


def test_a_conflict_is_told_in_place_and_nothing_is_lost(
    story: Article, window: MainWindow, desk: Store, qtbot: QtBot
) -> None:
    select(window, "Port Alder")
    qtbot.keyClick(window.page.view, Qt.Key.Key_M)
    (claim,) = desk.claims_in(story.id)
    stale: Edit = claims.set_fields("Reword claim", claim, wording="mine")
    desk.apply(claims.set_fields("Reword claim", claim, wording="theirs"))
    assert not window.session.do(lambda: stale)
    assert desk.claim(claim.id).wording == "theirs"
    qtbot.waitUntil(
        lambda: any("changed elsewhere" in message for message in shown(window)), timeout=1000
    )


def test_search_opens_the_article_at_the_place(
    story: Article, window: MainWindow, qtbot: QtBot
) -> None:
    window.opened.close()
    window.articles.focus_search()
    qtbot.keyClicks(window.articles.field, "doubled our crews")
    qtbot.waitUntil(lambda: window.articles.found.model().rowCount() > 0, timeout=5000)
    window.articles.hit_picked.emit(
        next(hit for hit in window.session.store.search("doubled") if hit.stop)
    )
    assert window.opened.article == story


def test_a_left_out_block_comes_back_with_one_click_and_claims_keep_their_words(
    window: MainWindow, desk: Store, qtbot: QtBot
) -> None:
    mime = QMimeData()
    mime.setText(
        "Ferry fares double\n\nFares have doubled since 2019, the operator said.\n\n"
        "Cover photo: Ada Quill / Agency\n"
    )
    with qtbot.waitSignal(window.imports.finished, timeout=20_000):
        drop(window, mime)
    assert window.opened.version is not None
    before = window.opened.version
    assert [out.text for out in before.left_out] == ["Cover photo: Ada Quill / Agency"]
    select(window, "doubled since 2019")
    qtbot.keyClick(window.page.view, Qt.Key.Key_M)
    window.page.left_out.place_wished.emit(0)
    (shown,) = window.page.view._painter.matches._spans
    assert before.text[shown.start : shown.stop].endswith("the operator said.")
    window.page.left_out.bring_back_wished.emit(0)
    after = window.opened.version
    assert after.number == 2
    assert "Cover photo" in after.text
    (shown,) = window.page.view._painter.matches._spans
    assert after.text[shown.start : shown.stop] == "Cover photo: Ada Quill / Agency"
    (anchor,) = desk.anchors_in(after.id)
    assert after.text[anchor.start : anchor.stop] == "doubled since 2019"
    window.session.undo_stack.undo()
    assert window.opened.version == before


def test_what_was_done_is_there_when_the_window_opens_again(
    story: Article, window: MainWindow, desk: Store, qtbot: QtBot
) -> None:
    select(window, "Port Alder")
    qtbot.keyClick(window.page.view, Qt.Key.Key_M)
    window.close()
    again = starting.open_window(desk, window.reader)
    qtbot.addWidget(again)
    starting.begin(again, [])
    assert again.opened.article == story
    assert again.claims.rows.model().rowCount() == 1
    again.tasks.finish()


def test_a_damaged_claim_hides_no_other(
    story: Article, window: MainWindow, desk: Store, qtbot: QtBot
) -> None:
    for words in ("Port Alder", "41 million tonnes"):
        select(window, words)
        qtbot.keyClick(window.page.view, Qt.Key.Key_M)
    bad, good = desk.claims_in(story.id)
    desk._connection.execute("UPDATE claim SET state = 'nonsense' WHERE id = ?", (bad.id,))
    window.opened.repaint()
    assert window.claims.rows.model().rowCount() == 2
    window.at_hand.pick_up(bad.id)
    assert any("damaged" in message for message in shown(window))
    window.at_hand.pick_up(good.id)
    assert window.at_hand.claim == good.id


def test_the_report_is_seen_before_it_is_written(
    story: Article, window: MainWindow, desk: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    claim, edit = claims.mark(desk, desk.latest_version(story.id), Span(0, 11))
    desk.apply(edit)
    scale, rating = verdicts.find_rating(desk, story, "true")
    desk.apply(verdicts.judge(desk, claim, scale, rating))
    window.actions_by_name["export"].trigger()
    dialog = window.exporting.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: "Harbour overtakes" in dialog.preview.text(), timeout=5000)
    place = tmp_path / "report.md"
    dialog.preview.as_source.setChecked(True)
    seen, before = dialog.preview.text(), window.session.undo_stack.count()
    dialog.place.setText(str(place))
    dialog.export.click()
    qtbot.waitUntil(lambda: desk.last_export() is not None, timeout=5000)
    assert place.read_text(encoding="utf-8") == seen
    assert not dialog.isVisible()
    assert window.session.undo_stack.count() == before


@pytest.mark.parametrize("letter", ["M", "J", "K", "C", "W"])
def test_every_key_is_harmless_on_an_empty_desk(
    window: MainWindow, desk: Store, qtbot: QtBot, letter: str
) -> None:
    qtbot.keyClick(window, getattr(Qt.Key, f"Key_{letter}"))
    assert desk.edit_count() == 1


@pytest.mark.usefixtures("own_settings")
def test_at_first_the_window_fits_on_the_screen(desk: Store, reader: Readers, qtbot: QtBot) -> None:
    window = starting.open_window(desk, reader)
    qtbot.addWidget(window)
    room = window.screen().availableSize()
    assert window.height() < room.height() < 860
    assert window.width() < max(room.width(), window.minimumSizeHint().width() + 1) < 1360
    window.tasks.end()
