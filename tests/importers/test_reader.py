import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.fuzz import seeds
from tests.importers.pages import PAGE

import factdesk
from factdesk.errors import ImportFailed
from factdesk.importers.base import Document
from factdesk.importers.reader import Reader
from factdesk.importers.registry import read, told

GOOD = Document(name="page.html", content=PAGE.encode())
#: On this libxml2 works in C for minutes, where no exception can reach it.
ENDLESS = Document(
    name="endless.html",
    content=b"<html><p " + b" ".join(b"a%d=1" % n for n in range(300_000)) + b">word</p>",
)


def test_a_document_is_read_as_it_is_here() -> None:
    with Reader() as reader:
        assert reader.read(GOOD) == read(GOOD)


def test_a_failure_comes_back_with_its_kind_words_and_advice() -> None:
    with Reader() as reader, pytest.raises(ImportFailed) as failure:
        reader.read(Document(name="a.png", content=b"\x89PNG"))
    assert failure.value.kind == "unsupported"
    assert "a picture" in failure.value.message
    assert failure.value.advice


@pytest.mark.parametrize("made", [seeds.tables, seeds.workbooks, seeds.claims, seeds.commented])
def test_claims_are_understood_as_they_are_here(made: Callable[[], list[bytes]]) -> None:
    with Reader() as reader:
        for content in made():
            document = Document(name="claims", content=content)
            assert reader.claims(document) == told(document)


def test_a_failure_to_find_claims_comes_back_in_words() -> None:
    with Reader() as reader, pytest.raises(ImportFailed, match="neither an annotation"):
        reader.claims(Document(name="a.json", content=b"{}"))


def test_what_takes_too_long_is_broken_off_and_the_next_is_read() -> None:
    with Reader(limit=4) as reader:
        with pytest.raises(ImportFailed) as failure:
            reader.read(ENDLESS)
        assert failure.value.kind == "timeout"
        assert reader.read(GOOD).blocks


def test_another_thread_can_stop_it() -> None:
    with Reader() as reader:
        timer = threading.Timer(1, reader.stop)
        timer.start()
        with pytest.raises(ImportFailed) as failure:
            reader.read(ENDLESS)
        timer.join()
        assert failure.value.kind == "stopped"


def test_a_child_that_ended_between_two_documents_leaves_no_pipe_open() -> None:
    with Reader() as reader:
        reader.read(GOOD)
        ended = reader._child
        assert ended is not None
        ended.kill()
        ended.wait()
        assert reader.read(GOOD) == read(GOOD)
        assert [pipe.closed for pipe in (ended.stdin, ended.stdout) if pipe] == [True, True]


def test_stopping_an_idle_reader_harms_nothing() -> None:
    with Reader() as reader:
        reader.stop()
        assert reader.read(GOOD).blocks


PLUGIN = """
import os

class Plugin:
    media_types, suffixes = frozenset(), frozenset({".odd"})
    def recognises(self, head): return True
    def read(self, document): os.abort() if document.content[:1] == b"A" else 1 / 0
"""


def test_a_plugin_that_ends_its_process_ends_neither_ours_nor_the_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    about = tmp_path / "odd-1.dist-info"
    about.mkdir()
    (tmp_path / "odd.py").write_text(PLUGIN)
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: odd\nVersion: 1\n")
    (about / "entry_points.txt").write_text("[factdesk.importers]\nodd = odd:Plugin\n")
    ours = Path(factdesk.__file__).parents[1]
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path}{os.pathsep}{ours}")
    with Reader() as reader:
        with pytest.raises(ImportFailed, match="more than its reader could bear") as ended:
            reader.read(Document(name="a.odd", content=b"ABORT"))
        assert ended.value.kind == "crashed"
        with pytest.raises(ImportFailed, match="plugin “odd” failed"):
            reader.read(Document(name="a.odd", content=b"RAISE"))
        assert reader.read(GOOD).blocks
