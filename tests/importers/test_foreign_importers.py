"""Plugins: whatever they raise is told, whatever they return is checked."""

import logging
from importlib.metadata import EntryPoint

import pytest

from factdesk import plugins
from factdesk.errors import ImportFailed
from factdesk.importers import registry
from factdesk.importers.base import Document, Draft, DraftBlock
from factdesk.importers.foreign_importers import ForeignImporter, foreign_importers
from factdesk.importers.registry import read
from factdesk.model.span import BlockKind

CODE = Document(name="story.morse", content=b"\x01.- -...")


class Morse:
    """A plugin that reads what nobody else does."""

    media_types = ("text/morse",)
    suffixes = (".morse",)
    answer: object = Draft(title="Morse", blocks=(DraftBlock(BlockKind.PARAGRAPH, "ab"),))

    def recognises(self, head: bytes) -> bool:
        return head.startswith(b"\x01")

    def read(self, document: Document) -> object:
        assert document.content
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


def offering(monkeypatch: pytest.MonkeyPatch, *values: str) -> None:
    points = [EntryPoint(f"p{n}", value, "factdesk.importers") for n, value in enumerate(values)]
    monkeypatch.setattr(plugins, "entry_points", lambda *, group: points if group else [])


def test_a_plugin_reads_what_it_recognises(monkeypatch: pytest.MonkeyPatch) -> None:
    offering(monkeypatch, f"{__name__}:Morse")
    registry.importers.cache_clear()
    try:
        assert read(CODE).title == "Morse"
    finally:
        registry.importers.cache_clear()


@pytest.mark.parametrize(
    "answer",
    [ValueError("x"), MemoryError(), None, "text", {"title": 5}, {"blocks": [("verse", "x")]}],
)
def test_whatever_a_plugin_does_wrong_is_told_as_its_fault(answer: object) -> None:
    plugin = Morse()
    plugin.answer = answer
    with pytest.raises(ImportFailed, match="morse") as failure:
        ForeignImporter("morse", plugin).read(CODE)
    assert failure.value.kind == "plugin"


def test_a_plugin_may_refuse_in_its_own_words() -> None:
    plugin = Morse()
    plugin.answer = ImportFailed("Too faint.")
    with pytest.raises(ImportFailed, match="Too faint"):
        ForeignImporter("morse", plugin).read(CODE)


def test_what_cannot_be_loaded_or_is_no_importer_is_logged_and_left_out(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    offering(monkeypatch, "no.such.module:Importer", "math:pi", f"{__name__}:Morse")
    with caplog.at_level(logging.WARNING):
        found = foreign_importers()
    assert [importer.name for importer in found] == ["p2"]
    assert [record.levelname for record in caplog.records] == ["WARNING"] * 2
