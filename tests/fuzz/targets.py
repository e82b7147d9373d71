"""What is fuzzed: where wrong input may come in, and what must hold of whatever comes of it."""

import json
import traceback
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from random import Random
from typing import NamedTuple

from markdown_it import MarkdownIt
from tests.fuzz import seeds
from tests.story import import_story

from factdesk.desk import (
    annotations,
    articles,
    claim_files,
    exchange,
    hints,
    likely,
    opening,
    tables,
)
from factdesk.errors import FactdeskError, ImportFailed
from factdesk.exporters.escape import address, inline, paragraphs, visible
from factdesk.importers.base import Document, Draft
from factdesk.importers.claims.base import ForeignClaim
from factdesk.importers.registry import read, told
from factdesk.model.claim import AnchorStatus
from factdesk.model.edit import Edit
from factdesk.model.span import BlockKind, Span
from factdesk.store.store import Store
from factdesk.text.anchoring import carry, difference
from factdesk.text.anchors import find, occurrences, surroundings
from factdesk.text.boundaries import snap_to_graphemes
from factdesk.text.canonical import assemble, canonical
from factdesk.text.crosscheck import arithmetic, crosscheck

#: How it begins when a fault of ours was turned into an error in words.
CAUGHT = "caught"
_OURS = "/src/factdesk/"


class Target(NamedTuple):
    """A way in. ``act`` raises nothing, or there is a finding; what it gives is how it ended."""

    name: str
    seeds: Callable[[], Sequence[bytes]]
    act: Callable[[Store, bytes], str]


def _article(store: Store, content: bytes, *, name: str, as_text: bool = False) -> str:
    """An article, or an error in words; the desk takes the article in, and lets it go again.

    The draft goes the way on which it leaves the child process.
    """
    document = Document(name=name, content=content)
    try:
        draft = read(document, as_text=as_text)
    except ImportFailed as failure:
        return _refused(failure)
    draft = Draft.model_validate(json.loads(json.dumps(draft.model_dump(mode="json"))))
    for block in draft.blocks:
        assert block.text
        assert block.text == canonical(block.text)
    likely.article_of(store, document, draft)
    article, edit = articles.add(store, document, draft)
    _applied(store, edit)
    foreign = draft.claims
    if foreign:
        _put_on(store, foreign)
    assert article.title
    return "read"


def _refused(failure: FactdeskError) -> str:
    """Tell a refusal from a fault of ours that the registry has turned into one."""
    assert failure.message
    caught = failure.__cause__ if " cannot be read (" in failure.message else None
    return f"{CAUGHT} {kind_of(caught)}" if isinstance(caught, Exception) else "refused"


def kind_of(error: Exception) -> str:
    """Name a fault by its type, and by where in the program it arose."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if _OURS in frame.filename] or frames
    return f"{type(error).__name__} in {Path(ours[-1].filename).name}:{ours[-1].name}"


def _claims(store: Store, content: bytes, *, name: str) -> str:
    """Claims that an article takes, or an error in words."""
    document = Document(name=name, content=content)
    try:
        found = claim_files.opened(document, told)
        if found.table:
            found = found.with_columns(tables.columns_of(found.table))
    except FactdeskError as failure:
        return _refused(failure)
    _put_on(store, found.claims)
    return "read"


def _put_on(store: Store, foreign: Sequence[ForeignClaim]) -> None:
    (key,) = store.article_ids()
    arrivals = annotations.put_on(store, store.latest_version(key), foreign[:200])
    _applied(store, arrivals.edit)


def _of_desk(store: Store, content: bytes) -> str:
    """An article of another desk that this one takes in, or an error in words."""
    try:
        edit = exchange.take_in(store, exchange.read(content))
        if edit is not None:
            _applied(store, edit)
    except FactdeskError as failure:
        return _refused(failure)
    return "read"


def _applied(store: Store, edit: Edit) -> None:
    """Let the desk take an edit in and back; in between nothing may be wrong with it."""
    store.apply(edit)
    assert not (found := list(store.findings())), found
    store.apply(edit.inverse())


def _anchors(_store: Store, content: bytes) -> str:
    """Two editions of a text: every claim of the one has a place in the other, or none."""
    first, _, second = content.decode("utf-8", "surrogateescape").partition("\x1e")
    old, new = canonical(first), canonical(second)
    dice = Random(content)  # noqa: S311 - the same places each time
    places = [snap_to_graphemes(old, _span(old, dice)) for _ in range(12)]
    claims = [(nth, span) for nth, span in enumerate(places) if span.start < span.stop]
    outcomes = carry(old, new, claims)
    for outcome, (key, span) in zip(outcomes, claims, strict=True):
        assert outcome.key == key
        assert (outcome.span is None) == (outcome.status is AnchorStatus.ORPHANED)
        for place in (outcome.span, *(one.span for one in outcome.candidates)):
            if place:
                assert 0 <= place.start < place.stop <= len(new)
                assert snap_to_graphemes(new, place) == place
        if outcome.status in {AnchorStatus.ANCHORED, AnchorStatus.MOVED} and outcome.span:
            assert new[slice(*outcome.span)] == old[slice(*span)]
    for _, span in claims[:4]:
        quote = old[slice(*span)]
        before, after = surroundings(old, span)
        assert old.count(before + quote + after) == 1
        assert any(start <= span.start < stop for start, stop in occurrences(old, quote))
        find(new, quote)
        occurrences(new, quote)
    return "read"


def _texts(store: Store, content: bytes) -> str:
    """What the window does by itself with any text: hints, sums, comparisons, words looked for."""
    old, _, new = content.decode("utf-8", "surrogateescape").partition("\x1e")
    text, blocks = assemble((BlockKind.PARAGRAPH, part) for part in new.split("\n\n"))
    for hint in hints.rows(text, blocks, "en"):
        assert 0 <= hint.start < hint.stop <= len(text)
    assert all(one.start < one.stop for one in arithmetic(text))
    assert all(one.start < one.stop for one in crosscheck(canonical(old[:3_000]), [text[:3_000]]))
    runs = difference(canonical(old), text)
    assert "".join(text[slice(*run.new)] for run in runs) == text
    store.search(canonical(old)[:200])
    return "read"


def _span(text: str, dice: Random) -> Span:
    start = dice.randrange(len(text) + 1)
    return Span(start, min(len(text), start + int(dice.expovariate(0.02))))


_READERS = (
    MarkdownIt("commonmark"),
    MarkdownIt("commonmark").enable(["table", "strikethrough"]),
)
_PLAIN = {"text", "hardbreak", "paragraph_open", "paragraph_close"}


def _markdown(_store: Store, content: bytes) -> str:
    """A text escaped for Markdown: readers see that text, and neither a link nor a tag."""
    text = content.decode("utf-8", "surrogateescape")
    line = " ".join(visible(text).split())
    for reader in _READERS:
        tokens = _tokens(reader, inline(text))
        assert {token for token, _ in tokens} <= _PLAIN
        assert "".join(words for _, words in tokens).split() == line.split()
        for part in paragraphs(text):
            assert {token for token, _ in _tokens(reader, part)} <= _PLAIN
        kinds = [token for token, _ in _tokens(reader, address("https://a.example/" + text))]
        assert kinds == ["paragraph_open", "link_open", "text", "link_close", "paragraph_close"]
    return "read"


def _tokens(reader: MarkdownIt, markdown: str) -> list[tuple[str, str]]:
    blocks = reader.parse(markdown)
    return [(one.type, one.content) for block in blocks for one in block.children or [block]]


def fresh_desk() -> Store:
    """Make a desk in memory with an article on it."""
    store = Store.in_memory()
    opening.found(store)
    import_story(store)
    return store


def _importer(name: str, made: Callable[[], Sequence[bytes]]) -> Target:
    return Target(name.rpartition(".")[2], made, partial(_article, name=name))


TARGETS: dict[str, Target] = {
    target.name: target
    for target in (
        *(_importer(f"page.{suffix}", made) for suffix, made in seeds.ARTICLES.items()),
        Target("as text", seeds.pages, partial(_article, name="page.html", as_text=True)),
        Target("csv claims", seeds.tables, partial(_claims, name="claims.csv")),
        Target("xlsx claims", seeds.workbooks, partial(_claims, name="claims.xlsx")),
        Target("docx claims", seeds.commented, partial(_claims, name="claims.docx")),
        Target("json claims", seeds.claims, partial(_claims, name="claims.json")),
        Target("desk json", seeds.desks, _of_desk),
        Target("anchors", seeds.editions, _anchors),
        Target("any text", seeds.editions, _texts),
        Target("markdown escape", seeds.markups, _markdown),
    )
}
