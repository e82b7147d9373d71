"""The store with 100,000 articles and 1,000,000 claims: opening, lists, search, edits, reports.

    python benchmarks/store.py [--articles 100000] [--desk FILE] [--out benchmarks/results]

The desk is built once (minutes) and kept where --desk says, to be used again.
Every question is asked 200 times with seeded choices; the table gives the median and the 95th
percentile in milliseconds. An edit is compared with a bare SQLite insert of one row of the same
length with the same pragmas in the same run.
"""

import argparse
import itertools
import json
import random
import resource
import sqlite3
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from factdesk.desk import articles, claims, opening, reports, sheets, verdicts
from factdesk.exporters.registry import exporter
from factdesk.importers.base import Document, Draft, DraftBlock
from factdesk.model.article import Article, Version
from factdesk.model.claim import Anchor, Claim
from factdesk.model.edit import Edit, birth
from factdesk.model.record import Record, new_id
from factdesk.model.span import BlockKind, Span
from factdesk.store.rows import insertion, row
from factdesk.store.store import Store

CLAIMS_EACH = 10
QUESTIONS = 200

Row = dict[str, object]
M = TypeVar("M", bound=BaseModel)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--desk", type=Path, default=Path("benchmarks/results/store.factdesk"))
    parser.add_argument("--out", type=Path, default=Path("benchmarks/results"))
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    if not arguments.desk.exists():
        build(arguments.desk, arguments.articles)
    rows = [*measured(arguments.desk, arguments.out)]
    print(f"{'what':44} {'median ms':>10} {'95 % ms':>10}  beside")
    for one in rows:
        print(f"{one['what']:44} {one['median']:10.2f} {one['p95']:10.2f}  {one['beside']}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = arguments.desk.stat().st_size / 2**20
    print(f"\nfile {size:.0f} MB, peak memory {peak:.0f} MB")
    answer = {"rows": rows, "file_mb": size, "peak_mb": peak}
    (arguments.out / "store.json").write_text(json.dumps(answer, indent=2))


def build(path: Path, count: int) -> None:
    """Build the desk: rows as the store writes them, past its edits, for a million take hours."""
    dice = random.Random(1965)
    words = [_word(dice) for _ in range(20_000)]
    weights = [*itertools.accumulate(1 / (rank + 2) for rank in range(len(words)))]
    began = time.perf_counter()
    opening.open_desk(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA synchronous = OFF")  # for building alone
        for first in range(0, count, 1000):
            records: dict[type[Record], list[Row]] = defaultdict(list)
            for number in range(first, min(first + 1000, count)):
                for record in _article(dice, words, weights, number):
                    records[type(record)].append(row(record))
            for kind, rows in records.items():
                connection.executemany(insertion(kind), rows)
            connection.commit()
    print(f"built {count} articles in {time.perf_counter() - began:.0f} s")


def _word(dice: random.Random) -> str:
    return "".join(dice.choice("bcdfghklmnprstvz") + dice.choice("aeiou") for _ in range(3))


def _article(
    dice: random.Random, words: list[str], weights: list[float], number: int
) -> Iterator[Record]:
    said = dice.choices(words, cum_weights=weights, k=220)
    text = [" ".join(said[start : start + 44]).capitalize() + "." for start in range(0, 220, 44)]
    content = " ".join(text).encode()
    title = " ".join(dice.choices(words, k=8)).capitalize() + f" {number}"
    article = _made(
        Article,
        title=title,
        slug=f"article-{number}",
        publisher=dice.choice(words),
        published=f"20{number % 26:02}-0{1 + number % 9}-1{number % 9}",
        scale="five-step",
        added=f"2026-11-24T0{number % 10}:00:00Z",
    )
    document = Document(name=f"{number}.txt", content=content)
    blocks = tuple(DraftBlock(BlockKind.PARAGRAPH, paragraph) for paragraph in text)
    draft = _made(Draft, blocks=blocks, read_with="a benchmark")
    version = articles.first_version(article.id, document, draft)
    yield from (article, articles.original(document, draft), version, *_claims(dice, version))


def _claims(dice: random.Random, version: Version) -> Iterator[Record]:
    for number in range(1, CLAIMS_EACH + 1):
        start = dice.randrange(0, len(version.text) - 60)
        span = Span(start, start + dice.randrange(5, 50))
        claim = _made(Claim, article=version.article, number=number, marked=version.added)
        yield claim
        yield _made(
            Anchor,
            claim=claim.id,
            version=version.id,
            start=span.start,
            stop=span.stop,
            exact=version.text[span.start : span.stop],
            prefix=version.text[max(0, start - 32) : start],
            suffix=version.text[span.stop : span.stop + 32],
        )


def _made(kind: type[M], **fields: object) -> M:
    """Make a record unchecked: validating two million of them is not what is measured."""
    identity = {"id": new_id()} if "id" in kind.model_fields else {}
    return kind.model_construct(**_defaults(kind) | identity | fields)


@cache
def _defaults(kind: type[BaseModel]) -> dict[str, Any]:
    return {
        name: field.default
        for name, field in kind.model_fields.items()
        if not field.is_required() and name != "id"
    }


def measured(path: Path, folder: Path) -> Iterator[Row]:
    """Ask everything."""
    dice = random.Random(7)
    yield _timed("open the desk", lambda: opening.open_desk(path).close(), times=20)
    with opening.open_desk(path) as store:
        keys = [row.article for row in store.article_lines(limit=2000)]
        texts = [store.latest_version(key).text for key in dice.sample(keys, 200)]
        yield _timed("list: first page of 300 articles", lambda: store.article_lines(limit=300))
        yield _timed(
            "list: 300 by title, anywhere",
            lambda: store.article_lines("title", limit=300, offset=dice.randrange(1000)),
        )
        yield _timed("open an article with its claims", lambda: _open(store, dice.choice(keys)))
        yield _timed("search: one word", lambda: store.search(_rare(dice, texts)))
        yield _timed("search: two words", lambda: store.search(" ".join(_two(dice, texts))))
        yield _timed(
            "search: a beginning of three letters", lambda: store.search(_rare(dice, texts)[:3])
        )
        yield _timed("search: a word in most texts", lambda: store.search(_common(texts) + " "))
        yield from _edits(store, keys, dice, folder)
        yield from _reports(store, keys[0])


def _open(store: Store, key: str) -> None:
    version = store.latest_version(key)
    sheets.claim_lines(store, version)


def _rare(dice: random.Random, texts: list[str]) -> str:
    return dice.choice(dice.choice(texts).split()).strip(".")


def _two(dice: random.Random, texts: list[str]) -> list[str]:
    return dice.sample(dice.choice(texts).replace(".", "").split(), 2)


def _common(texts: list[str]) -> str:
    found = " ".join(texts).lower().replace(".", "").split()
    return statistics.mode(found)


def _edits(store: Store, keys: list[str], dice: random.Random, folder: Path) -> Iterator[Row]:
    bare = folder / "bare.sqlite"
    bare.unlink(missing_ok=True)
    with closing(sqlite3.connect(bare, isolation_level=None)) as connection:
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("CREATE TABLE t (key INTEGER PRIMARY KEY, words TEXT NOT NULL)")
        insert = _timed(
            "a bare SQLite insert",
            lambda: connection.execute("INSERT INTO t (words) VALUES (?)", ("x" * 1000,)),
        )
    bare.unlink()
    yield insert
    edits = iter([*_planned(store, keys, dice)])
    edit = _timed("one edit: mark a claim, journalled", lambda: store.apply(next(edits)))
    edit["beside"] = f"{_number(edit) / _number(insert):.2f} times the bare insert"
    yield edit


def _number(row: Row) -> float:
    return float(str(row["median"]))


def _planned(store: Store, keys: list[str], dice: random.Random) -> Iterator[Edit]:
    for key in dice.sample(keys, QUESTIONS + 1):
        yield claims.mark(store, store.latest_version(key), Span(0, 20))[1]


def _reports(store: Store, key: str) -> Iterator[Row]:
    article = store.article(key)
    version = store.latest_version(key)
    scale, rating = verdicts.find_rating(store, article, "false")
    records: list[Record] = []
    for number in range(10_000):
        claim, edit = claims.mark(store, version, Span(number % 800, number % 800 + 30))
        renumbered = claim.model_copy(update={"number": 10_000 + number})
        anchored = edit.changes[1].record
        judged = verdicts.judge(store, renumbered, scale, rating).changes[-1].record
        records += [renumbered, anchored, judged]
    edit = Edit("Ten thousand claims", tuple(birth(record) for record in records))
    store.apply(edit)
    yield _timed(
        "gather a report of 10,000 claims", lambda: reports.gather(store, article), times=3
    )
    report = reports.gather(store, article)
    yield _timed("write it as Markdown", lambda: exporter("md").render(report), times=3)
    store.apply(edit.inverse())


def _timed(what: str, act: Callable[[], object], times: int = QUESTIONS) -> Row:
    act()
    took = []
    for _ in range(times):
        began = time.perf_counter()
        act()
        took.append((time.perf_counter() - began) * 1000)
    took.sort()
    return {
        "what": what,
        "median": statistics.median(took),
        "p95": took[min(len(took) - 1, int(len(took) * 0.95))],
        "beside": "",
    }


if __name__ == "__main__":
    main()
