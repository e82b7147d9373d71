"""Memory: the earlier claim that a post repeats, and how long it takes to find.

    python -m benchmarks.hints.memory [--claims 100000] [--out benchmarks/results]

Every checked claim of $FACTDESK_DATA/matching becomes an article with a claim on a desk in memory;
the desk is filled up with claims of other words to its full number. Nothing was tuned on dev:
what is done was decided before (FTS5 with stemming, words joined by OR), but for the parts of tags
and accounts and what the window shows unasked, which were tried on train. A claim that is in the
data twice counts in either place. Times are those of the processor, so that other work on the
machine does not count.
"""

import argparse
import csv
import json
import random
import statistics
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from benchmarks.hints.corpus import data

from factdesk.desk import memory, opening
from factdesk.model.article import Article, Mode, Original, Version
from factdesk.model.claim import Anchor, Claim
from factdesk.model.edit import Edit, birth
from factdesk.model.record import Record, utc_now
from factdesk.store.store import Store
from factdesk.text.canonical import digest

Row = dict[str, object]

_EACH_EDIT = 500
_NOW = utc_now()
_ORIGINAL = Original(id="0" * 64, media_type="text/plain", content=b"")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--out", type=Path, default=Path("benchmarks/results"))
    arguments = parser.parse_args()
    rows = list(measured(arguments.claims))
    for row in rows:
        print("  ".join(f"{name} {value}" for name, value in row.items()))
    arguments.out.mkdir(parents=True, exist_ok=True)
    (arguments.out / "memory.json").write_text(json.dumps(rows, indent=2))


def measured(most: int) -> Iterator[Row]:
    checked = claims()
    with Store.in_memory() as store:
        opening.found(store)
        store.apply(Edit("Original", (birth(_ORIGINAL),)))
        wordings = {number: plain(wording) for number, wording, _ in checked}
        fill(store, checked)
        for part in ("train", "dev"):
            yield asked(store, part, wordings, len(checked))
        for part in ("train", "dev"):
            yield unasked(store, part, wordings)
        fill(store, invented(checked, most - len(checked)))
        for part in ("train", "dev"):
            yield asked(store, part, wordings, most)


def claims() -> list[tuple[str, str, str]]:
    """Read the claims that were checked: number, wording, title of the article about it."""
    file = data() / "matching" / "verified_claims.docs.tsv"
    with file.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines, delimiter="\t")
        next(rows)
        return [(number, wording, title) for number, wording, title in rows]


def fill(store: Store, rows: list[tuple[str, str, str]]) -> None:
    """Put articles with a claim each on the desk."""
    numbers = count(len(rows))
    for begin in range(0, len(rows), _EACH_EDIT):
        records: list[Record] = []
        for _, wording, title in rows[begin : begin + _EACH_EDIT]:
            claim, *others = checked_article(f"{len(rows)}-{next(numbers)}", wording, title)
            records += [*others, claim]
        store.apply(Edit("Fill", tuple(birth(record) for record in records)))


def checked_article(slug: str, wording: str, title: str) -> tuple[Record, ...]:
    article = Article(title=title, slug=slug, mode=Mode.CLAIM_REVIEW, scale="five-step", added=_NOW)
    version = Version(
        article=article.id, number=1, text=wording, sha256=digest(wording), blocks=(),
        original=_ORIGINAL.id, read_with="a benchmark", added=_NOW,
    )  # fmt: skip
    claim = Claim(article=article.id, number=1, wording=wording, marked=_NOW)
    place = Anchor(claim=claim.id, version=version.id, start=0, stop=len(wording), exact=wording)
    return claim, article, version, place


def plain(wording: str) -> str:
    """Take a wording without its typography: some claims are in the data twice."""
    return "".join(sign for sign in wording.casefold() if sign.isalnum())


def invented(rows: list[tuple[str, str, str]], wanted: int) -> list[tuple[str, str, str]]:
    """Make claims by shuffling the words of others: as frequent, and about nothing."""
    dice = random.Random(1965)
    words = [word for _, wording, _ in rows for word in wording.split()]
    return [
        (str(number), " ".join(dice.choices(words, k=18)), " ".join(dice.choices(words, k=9)))
        for number in range(max(0, wanted))
    ]


def asked(store: Store, part: str, wordings: dict[str, str], on_desk: int) -> Row:
    """Ask for each post; the right claim counts by its place among five."""
    precisions, times = [], []
    for text, right in posts(part, wordings):
        before = time.process_time()
        found = [plain(one.wording) for one in store.claims_like(text)]
        times.append(1000 * (time.process_time() - before))
        precisions.append(1 / (found.index(right) + 1) if right in found else 0.0)
    return {
        "part": part, "posts": len(precisions), "claims": on_desk,
        "MAP@5": round(statistics.fmean(precisions), 3),
        "median CPU ms": round(statistics.median(times), 1),
        "95 % CPU ms": round(statistics.quantiles(times, n=20)[-1], 1),
    }  # fmt: skip


def unasked(store: Store, part: str, wordings: dict[str, str]) -> Row:
    """Tell what the window would show beside each post, and how many right ones that leaves."""
    shown, right_found, right_shown = [], 0, 0
    for text, right in posts(part, wordings):
        found = [plain(one.wording) for one in store.claims_like(text)]
        recalled = [plain(one.memory.wording) for one in memory.recall(store, text, "")]
        shown.append(len(recalled))
        right_found += right in found
        right_shown += right in recalled
    return {
        "part": part, "shown unasked": round(statistics.fmean(shown), 2),
        "of the right that were found": round(right_shown / right_found, 3),
    }  # fmt: skip


def posts(part: str, wordings: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Read the posts of a part, each with the wording of the right claim."""
    folder = data() / "matching" / part
    answers = {
        row.split()[0]: wordings[row.split()[2]]
        for row in (folder / "tweet-vclaim-pairs.qrels").read_text("utf-8").splitlines()
    }
    with (folder / "tweets.queries.tsv").open(encoding="utf-8", newline="") as lines:
        for number, text in list(csv.reader(lines, delimiter="\t"))[1:]:
            yield text, answers[number]


if __name__ == "__main__":
    main()
