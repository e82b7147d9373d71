"""Claim hints: ranking, spans, underlines and time, beside chance and the length of a sentence.

    python -m benchmarks.hints.ranks [--out benchmarks/results]

Needs the data of others at $FACTDESK_DATA. The weights were set by hand with an eye on every second
sentence of the 2024 part and on two of the three debates ("tuned"); the others were never looked
at. ``spans-en.jsonl`` and ``spans-de.jsonl`` hold what was judged by hand, as offsets and hashes.
"""

import argparse
import json
import random
import time
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

from benchmarks.hints.corpus import (
    DEBATES,
    Labelled,
    Page,
    debate,
    german_pages,
    lab_2024,
    pages,
)

from factdesk.text.hints import Hint, Lexicon, hints, lexicons

Row = dict[str, object]
HERE = Path(__file__).parent
_DICE = random.Random(1965)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", type=Path, default=Path("benchmarks/results"))
    arguments = parser.parse_args()
    news = list(pages())
    rows = [*rankings(), *times(news)]
    for language, there in (("en", news), ("de", list(german_pages()))):
        rows += [*spans(there, lexicons()[language]), *underlines(there, lexicons()[language])]
    for row in rows:
        print("  ".join(f"{name} {value}" for name, value in row.items()))
    arguments.out.mkdir(parents=True, exist_ok=True)
    (arguments.out / "hints.json").write_text(json.dumps(rows, indent=2))


def rankings() -> Iterator[Row]:
    """Rank sentences by score, by length and by dice."""
    lab = lab_2024()
    yield ranked("CheckThat! 2024, all", lab)
    yield ranked("CheckThat! 2024, tuned half", [row for row in lab if row.tuned])
    yield ranked("CheckThat! 2024, other half", [row for row in lab if not row.tuned])
    debates = [ranked(f"2018 {name}", debate(name)) for name in DEBATES]
    yield from debates
    means = {
        name: round(sum(float(str(row[name])) for row in debates) / len(debates), 3)
        for name in ("hints", "length", "chance")
    }
    yield {"set": "2018, mean of three", **means}


def ranked(name: str, rows: list[Labelled]) -> Row:
    ways: dict[str, Callable[[str], float]] = {
        "hints": worth,
        "length": lambda text: len(text.split()),
        "chance": lambda _: _DICE.random(),
    }
    return {"set": name, "sentences": len(rows)} | {
        way: round(average_precision([(measure(row.text), row.worth) for row in rows]), 3)
        for way, measure in ways.items()
    }


def worth(line: str) -> float:
    """Score a line of the data; one that holds several sentences is worth its best."""
    return max((hint.score for hint in hints(line)), default=0.0)


def average_precision(rows: list[tuple[float, bool]]) -> float:
    """Average the precision at each right sentence, the best first."""
    right = 0
    total = 0.0
    for place, (_, is_right) in enumerate(sorted(rows, key=lambda row: -row[0]), 1):
        if is_right:
            right += 1
            total += right / place
    return total / max(right, 1)


def spans(news: list[Page], lexicon: Lexicon) -> Iterator[Row]:
    """Compare the spans with those judged by hand; what nobody judged counts as wrong."""
    known = {page.key: page for page in news}
    right = found = missed = sentences = 0
    for line in (HERE / f"spans-{lexicon.language}.jsonl").open(encoding="utf-8"):
        judged = json.loads(line)
        page = known[judged["page"]]
        exact = page.text[judged["start"] : judged["stop"]]
        assert sha256(exact.encode()).hexdigest() == judged["sha256"], "the page is another"
        judging = hints(exact, None, lexicon)
        given = [(span.start, span.stop, span.kind) for hint in judging for span in hint.spans]
        wanted = [tuple(span) for span in judged["right"]]
        sentences += 1
        found += len(given)
        right += sum(any(agree(one, other) for other in wanted) for one in given)
        missed += sum(not any(agree(one, other) for one in given) for other in wanted)
    yield {
        "set": f"spans judged by hand, {lexicon.language}", "sentences": sentences, "spans": found,
        "precision": round(right / found, 3), "lost since": missed,
    }  # fmt: skip


def agree(one: tuple[int, int, str], other: tuple[int, int, str]) -> bool:
    """Tell whether two spans of one kind overlap."""
    return one[2] == other[2] and one[0] < other[1] and other[0] < one[1]


def underlines(news: list[Page], lexicon: Lexicon) -> Iterator[Row]:
    """Count what is underlined at the threshold in 1,000 words, and how many sentences are."""
    words = shown = flagged = count = 0
    for page in news:
        rows = hints(page.text, page.blocks, lexicon)
        over = [row for row in rows if row.score >= lexicon.threshold and not row.repeat]
        words += sum(len(page.text[row.start : row.stop].split()) for row in rows)
        shown += sum(len(row.spans) for row in over)
        flagged, count = flagged + len(over), count + len(rows)
    yield {
        "set": f"news pages, {lexicon.language}", "pages": len(news), "words": words,
        "underlines in 1,000 words": round(1000 * shown / words, 1),
        "sentences over the threshold": round(flagged / count, 2),
    }  # fmt: skip


def times(news: list[Page]) -> Iterator[Row]:
    """Time 10,000 words: the best and the middle of 21."""
    text = "\n\n".join(page.text for page in news)
    while len(text.split()) > 10_000:
        text = text[: int(len(text) * 9_990 / len(text.split()))]
    taken = sorted(timed(lambda: hints(text)) for _ in range(21))
    yield {
        "set": "time", "words": len(text.split()),
        "best CPU ms": round(taken[0], 1), "median CPU ms": round(taken[10], 1),
    }  # fmt: skip


def timed(act: Callable[[], list[Hint]]) -> float:
    before = time.process_time()
    act()
    return 1000 * (time.process_time() - before)


if __name__ == "__main__":
    main()
