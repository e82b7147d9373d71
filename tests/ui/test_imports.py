"""Batches: two at a time, each with its outcome."""

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot
from tests.importers.pages import PAGE

from factdesk import sample
from factdesk.importers.html.tree import LARGEST
from factdesk.model.article import Mode
from factdesk.model.span import Span
from factdesk.store.store import Store
from factdesk.ui.batch import Batch
from factdesk.ui.dialogs.article import ArticleDialog
from factdesk.ui.dropped import Source
from factdesk.ui.main_window import MainWindow
from factdesk.ui.widgets.banner import Tone


def taken_in(qtbot: QtBot, window: MainWindow, sources: list[Source]) -> Batch:
    with qtbot.waitSignal(window.imports.finished, timeout=20_000) as done:
        window.imports.take_in(sources)
    batch = done.args[0]
    assert isinstance(batch, Batch)
    return batch


def notes(folder: Path, count: int) -> list[Source]:
    paths = [folder / f"{number}.txt" for number in range(count)]
    for path in paths:
        path.write_text(f"Note {path.stem}\n\nThe herring came back {path.stem} times.\n", "utf-8")
    return list(paths)


def test_every_source_of_a_batch_has_its_outcome(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    good = notes(tmp_path, 5)
    missing = tmp_path / "missing.html"
    batch = taken_in(qtbot, window, [*good[:2], missing, *good[2:], good[0], good[0]])
    assert len(batch.imported) == 5
    assert len(batch.present) == 2
    assert [(source, error.kind) for source, error in batch.failed] == [(missing, "missing")]
    assert batch.done == batch.total == 8


def test_a_folder_is_unfolded_among_others(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    notes(folder, 3)
    page = sample.article()
    batch = taken_in(qtbot, window, [folder, page])
    assert (len(batch.imported), batch.total) == (4, 4)


def test_a_cancelled_batch_ends_and_keeps_what_is_in(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    imports = window.imports
    seen: list[str] = []

    def cancel_at_the_fourth(_: object, source: str) -> None:
        seen.append(source)
        if len(seen) == 4:
            QTimer.singleShot(0, imports.cancel)

    imports.progressed.connect(cancel_at_the_fourth)
    with qtbot.waitSignal(imports.finished, timeout=20_000) as done:
        imports.take_in(notes(tmp_path, 30))
    batch = done.args[0]
    assert batch.done == batch.total < 30
    assert batch.failed == []
    assert len(batch.imported) >= 1
    again = taken_in(qtbot, window, notes(tmp_path, 30))
    assert len(again.imported) + len(batch.imported) == 30


def test_an_article_taken_back_while_others_come_in_is_not_told(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    imports, undo_stack = window.imports, window.session.undo_stack
    with qtbot.waitSignal(imports.finished, timeout=20_000) as done:
        imports.take_in(notes(tmp_path, 6))
        qtbot.waitUntil(lambda: undo_stack.count() > 1, timeout=20_000)
        gone = undo_stack.count()
        for _ in range(gone):
            undo_stack.undo()
    assert len(done.args[0].imported) == 6 - gone
    assert window.opened.article is not None


def test_an_article_at_work_stays_on_the_page_when_a_batch_is_in(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    first, *others = notes(tmp_path, 7)
    taken_in(qtbot, window, [first])
    at_work = window.opened.article
    with qtbot.waitSignal(window.imports.finished, timeout=20_000):
        window.imports.take_in(others[:3])
        window.opened.mark(Span(0, 11))
    assert window.opened.article == at_work
    taken_in(qtbot, window, others[3:])
    assert window.opened.article != at_work


def test_the_first_article_dropped_is_shown_whichever_was_read_first(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    sources = notes(tmp_path, 6)
    longest = tmp_path / "longest.txt"
    longest.write_text("The longest\n\n" + "She counted all of them twice. " * 40_000, "utf-8")
    batch = taken_in(qtbot, window, [longest, *sources])
    assert window.opened.article is not None
    assert window.opened.article.title == "The longest"
    assert [window.session.store.article(one).title for one in batch.imported[1:]] == [
        f"Note {number}" for number in range(6)
    ]


def test_one_document_that_was_long_in_coming_does_not_take_the_page_away(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    first, second = notes(tmp_path, 2)
    taken_in(qtbot, window, [first])
    at_work = window.opened.article
    with qtbot.waitSignal(window.imports.finished, timeout=20_000):
        window.imports.take_in([second])
        window.opened.mark(Span(0, 11))
    assert window.opened.article == at_work
    banner = window.page.banners.banners[-1]
    banner.buttons[0].click()
    assert window.opened.article is not None
    assert window.opened.article.title == "Note 1"


@pytest.fixture
def link() -> Iterator[str]:
    handler = partial(SimpleHTTPRequestHandler, directory=str(sample.article().parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/{sample.article().name}"
        server.shutdown()
        thread.join()


def test_a_link_into_the_own_network_is_fetched_once_it_is_allowed(
    qtbot: QtBot, window: MainWindow, link: str
) -> None:
    batch = taken_in(qtbot, window, [link])
    ((source, error),) = batch.failed
    assert (source, error.kind) == (link, "private_address")
    with qtbot.waitSignal(window.imports.finished, timeout=20_000) as done:
        window.imports.take_in_private([link])
    assert len(done.args[0].imported) == 1


def test_a_link_into_the_own_network_is_allowed_on_the_banner(
    qtbot: QtBot, window: MainWindow, link: str
) -> None:
    taken_in(qtbot, window, [link])
    (banner,) = window.page.banners.banners
    allow = next(button for button in banner.buttons if button.text() == "&Allow and import")
    with qtbot.waitSignal(window.imports.finished, timeout=20_000) as done:
        allow.click()
    assert len(done.args[0].imported) == 1


def test_a_page_beyond_the_readers_limits_can_be_imported_as_text(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    page = tmp_path / "huge.html"
    script = f"<script>{'x' * LARGEST}</script>"
    page.write_text(PAGE.replace("</body>", script + "</body>"), "utf-8")
    batch = taken_in(qtbot, window, [page])
    assert [error.kind for _, error in batch.failed] == ["too_large"]
    (banner,) = window.page.banners.banners
    as_text = next(one for one in banner.buttons if one.text() == "Import as plain &text")
    with qtbot.waitSignal(window.imports.finished, timeout=20_000) as done:
        as_text.click()
    assert len(done.args[0].imported) == 1


def test_a_guess_is_told_where_the_import_is_told_and_can_be_put_right(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    page = tmp_path / "undated.html"
    page.write_text(PAGE.replace("datePublished", "dated"), "utf-8")
    taken_in(qtbot, window, [page])
    (banner,) = window.page.banners.banners
    assert banner.tone == Tone.WARNING
    assert "guessed" in banner.accessibleName()
    describe, _mode = banner.buttons
    describe.click()
    assert isinstance(window.article_at_hand.dialog, ArticleDialog)
    window.article_at_hand.dialog.reject()


def test_how_to_check_is_asked_in_passing_and_no_more_once_work_begins(
    window: MainWindow, desk: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    taken_in(qtbot, window, notes(tmp_path, 2))
    (banner,) = window.page.banners.banners
    assert "claim review" in banner.accessibleName()
    banner.buttons[0].click()
    assert {desk.article(one).mode for one in desk.article_ids()} == {Mode.LINE_CHECK}
    assert window.page.header.status.mode.text() == "Line check ▾"
    window.session.undo_stack.undo()
    assert {desk.article(one).mode for one in desk.article_ids()} == {Mode.CLAIM_REVIEW}
    (tmp_path / "three.txt").write_text("Other words\n\nNobody has said so in three years.")
    taken_in(qtbot, window, [tmp_path / "three.txt"])
    assert len(window.page.banners.banners) == 1
    window.opened.mark(Span(0, 5))
    assert window.page.banners.banners == []
    (tmp_path / "four.txt").write_text("Four words more\n\nShe counted all four of them twice.")
    taken_in(qtbot, window, [tmp_path / "four.txt"])
    window.opened.change_mode(Mode.LINE_CHECK)
    assert window.page.banners.banners == []
