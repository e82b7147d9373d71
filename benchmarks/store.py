"""The store with 100,000 articles and 1,000,000 claims: opening, lists, search, edits, reports.

    python benchmarks/store.py [--articles 100000] [--desk FILE] [--out benchmarks/results]

The desk is built by the program's own edits (minutes) and kept where --desk says, to be used again.
Every question is asked 200 times with seeded choices; the table gives the median and the 95th
percentile in milliseconds. An edit is compared with a bare SQLite insert of one row of the same
length with the same pragmas in the same run.
"""

import argparse
import json
import random
import resource
import sqlite3
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from factdesk.desk import claims, opening, reports, sheets, verdicts
from factdesk.exporters.registry import exporter
from factdesk.importers.base import Document, Draft, DraftBlock
from factdesk.model.article import Version
from factdesk.model.claim import Anchor, Claim
from factdesk.model.edit import Edit, birth
from factdesk.model.record import Record, utc_now
from factdesk.model.span import BlockKind, Span
from factdesk.store.store import Store

CLAIMS_EACH = 10
QUESTIONS = 200

Row = dict[str, object]


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
    for row in rows:
        print(f"{row['what']:44} {row['median']:10.2f} {row['p95']:10.2f}  {row['beside']}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = arguments.desk.stat().st_size / 2**20
    print(f"\nfile {size:.0f} MB, peak memory {peak:.0f} MB")
    answer = {"rows": rows, "file_mb": size, "peak_mb": peak}
    (arguments.out / "store.json").write_text(json.dumps(answer, indent=2))


def build(path: Path, count: int) -> None:
    """Build the desk, a hundred articles an edit."""
    dice = random.Random(1965)
    words = [_word(dice) for _ in range(20_000)]
    weights = [1 / (rank + 2) for rank in range(len(words))]
    began = time.perf_counter()
    with opening.open_desk(path) as store:
        store._connection.execute("PRAGMA synchronous = OFF")  # noqa: SLF001 - for building alone
        for first in range(0, count, 100):
            records: list[Record] = []
            for number in range(first, min(first + 100, count)):
                records += _article(dice, words, weights, number, store)
            store.apply(Edit("Build", tuple(birth(record) for record in records)))
    print(f"built {count} articles in {time.perf_counter() - began:.0f} s")


def _word(dice: random.Random) -> str:
    return "".join(dice.choice("bcdfghklmnprstvz") + dice.choice("aeiou") for _ in range(3))


def _article(
    dice: random.Random, words: list[str], weights: list[float], number: int, store: Store
) -> Iterator[Record]:
    from factdesk.desk import articles  # noqa: PLC0415 - its name is wanted for local lists

    said = dice.choices(words, weights, k=220)
    text = [" ".join(said[start : start + 44]).capitalize() + "." for start in range(0, 220, 44)]
    draft = Draft(
        title=" ".join(dice.choices(words, k=8)).capitalize() + f" {number}",
        publisher=dice.choice(words),
        published=f"20{number % 26:02}-0{1 + number % 9}-1{number % 9}",
        blocks=tuple(DraftBlock(BlockKind.PARAGRAPH, paragraph) for paragraph in text),
        media_type="text/plain",
    )
    document = Document(name=f"{number}.txt", content=" ".join(text).encode())
    _, edit = articles.add(store, document, draft)
    for change in edit.changes:
        yield change.record
        if isinstance(change.record, Version):
            yield from _claims(dice, change.record)


def _claims(dice: random.Random, version: Version) -> Iterator[Record]:
    for number in range(1, CLAIMS_EACH + 1):
        start = dice.randrange(0, len(version.text) - 60)
        span = Span(start, start + dice.randrange(5, 50))
        claim = Claim(article=version.article, number=number, marked=utc_now())
        anchored = Anchor(
            claim=claim.id,
            version=version.id,
            start=span.start,
            stop=span.stop,
            exact=version.text[span.start : span.stop],
            prefix=version.text[max(0, start - 32) : start],
            suffix=version.text[span.stop : span.stop + 32],
        )
        yield claim
        yield anchored


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
