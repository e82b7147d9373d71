"""What is dropped or linked again is offered as a new version, and nothing of it is lost."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import ClassVar

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from factdesk.errors import ImportFailed
from factdesk.model.record import Id
from factdesk.store.store import Store
from factdesk.ui.main_window import MainWindow
from factdesk.ui.widgets.banner import Banner

STORY = """Ferry fares double

Fares on the Kestrel ferry have doubled since 2019, the operator said on Monday.

It is the first rise in eleven years, and the largest since the line was opened.

Passengers in the harbour said that they had expected less.
"""
OTHER = """Bees in the gardens

The gardens behind the old station are full of bees this year, their keeper said.

Nobody has counted them since 2011, and nobody means to do so before the autumn.
"""


class Page(BaseHTTPRequestHandler):
    """Serves one page, whatever is asked."""

    content: ClassVar[str] = ""

    def do_GET(self) -> None:
        body = self.content.encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its own name
        """Stay silent."""


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Give the address of a site of our own."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with ThreadingHTTPServer(("127.0.0.1", 0), Page) as running:
        thread = Thread(target=running.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()
        thread.join()


def page(title: str, *paragraphs: str, canonical: str = "") -> str:
    link = f'<link rel="canonical" href="{canonical}">' if canonical else ""
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    return (
        f"<html><head><title>{title}</title>{link}</head>"
        f"<body><article><h1>{title}</h1>{body}</article></body></html>"
    )


def take_in(window: MainWindow, qtbot: QtBot, *sources: Path | str) -> None:
    with qtbot.waitSignal(window.imports.finished, timeout=20_000):
        window.imports.take_in_private(sources)


def written(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text)
    return folder / name


def offers(window: MainWindow) -> list[Banner]:
    return [one for one in window.page.banners.banners if "looks like a new" in one.message]


@pytest.fixture
def ferry(window: MainWindow, desk: Store, qtbot: QtBot, tmp_path: Path) -> Id:
    """The window with one article."""
    take_in(window, qtbot, written(tmp_path, "ferry.txt", STORY))
    return desk.article_ids()[0]


def test_a_link_is_offered_by_its_canonical_address_though_all_of_it_was_rewritten(
    window: MainWindow, desk: Store, qtbot: QtBot, site: str
) -> None:
    old = STORY.split("\n\n")[1:]
    canonical = "https://courier.example/ferry"
    Page.content = page("Ferry fares double", *old, canonical=canonical)
    take_in(window, qtbot, f"{site}/ferry")
    (article,) = desk.article_ids()
    new = OTHER.split("\n\n")[1:]
    Page.content = page("Another headline", *new, canonical=canonical)
    take_in(window, qtbot, f"{site}/elsewhere?utm_source=letter")
    (offer,) = offers(window)
    offer.buttons[0].click()
    assert desk.article_ids() == [article]
    assert desk.version_count(article) == 2


def test_a_link_without_canonical_address_is_known_by_its_own_and_its_text_is_not_taken_twice(
    window: MainWindow, desk: Store, qtbot: QtBot, site: str
) -> None:
    Page.content = page("Ferry fares double", *STORY.split("\n\n")[1:])
    take_in(window, qtbot, f"{site}/ferry")
    Page.content += "<!-- served from another cache -->"
    take_in(window, qtbot, f"{site}/ferry")
    assert offers(window) == []
    assert any("was here already" in one.message for one in window.page.banners.banners)
    Page.content = page("Bees in the gardens", *OTHER.split("\n\n")[1:])
    take_in(window, qtbot, f"{site}/ferry")
    assert len(offers(window)) == 1
    assert desk.version_count(desk.article_ids()[0]) == 1


def test_a_text_that_is_as_it_was_again_is_a_new_version(
    ferry: Id, window: MainWindow, desk: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    edited = written(tmp_path, "again.txt", STORY.replace("eleven", "twelve"))
    for source in (edited, tmp_path / "ferry.txt"):
        take_in(window, qtbot, source)
        offers(window)[0].buttons[0].click()
    texts = [version.text for version in desk.versions(ferry)]
    assert texts[2] == texts[0] != texts[1]
    assert window.opened.version is not None
    assert window.opened.version.number == 3


def test_many_new_versions_are_offered_one_after_the_other_and_none_gives_way(
    ferry: Id, window: MainWindow, desk: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    names = [f"{number}.txt" for number in range(5)]
    take_in(
        window,
        qtbot,
        *(written(tmp_path, name, STORY.replace("eleven", f"{name} and")) for name in names),
    )
    for number in range(6):
        window.news.tell_fault(ImportFailed(f"Fault {number}."))
    for left in range(4, -1, -1):
        (offer,) = offers(window)
        offer.buttons[0].click()
        assert desk.version_count(ferry) == 6 - left
    assert offers(window) == []


def test_a_file_is_taken_for_a_new_version_of_the_open_article_whatever_it_looks_like(
    ferry: Id,
    window: MainWindow,
    desk: Store,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chosen = str(written(tmp_path, "bees.txt", OTHER))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (chosen, ""))
    with qtbot.waitSignal(window.imports.finished, timeout=20_000):
        window.actions_by_name["new_version"].trigger()
    assert offers(window) == []
    assert desk.version_count(ferry) == 2
    with qtbot.waitSignal(window.imports.finished, timeout=20_000):
        window.actions_by_name["new_version"].trigger()
    assert desk.version_count(ferry) == 2
    assert any("reads so already" in one.message for one in window.page.banners.banners)


def test_an_article_of_one_version_has_nothing_to_compare_or_review(
    ferry: Id, window: MainWindow
) -> None:
    assert ferry
    assert not window.actions_by_name["compare"].isEnabled()
    assert not window.actions_by_name["review"].isEnabled()
    window.revising.compare()
    assert window.revising.dialog is None
