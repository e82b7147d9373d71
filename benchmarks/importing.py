"""How well and how fast pages are read, beside trafilatura alone in the same run.

    python benchmarks/importing.py [--split tuned|aside|all]

Text is compared without captions, by runs of four words (each character of a script without spaces
counts as a word) and by whole paragraphs; figures are means over the pages. Pages whose identity's
hash divides by three were put aside and not looked at while the rules were made.
"""

import argparse
import gzip
import json
import os
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import regex
from trafilatura import bare_extraction

from factdesk.errors import ImportFailed
from factdesk.importers.base import Document
from factdesk.importers.registry import read
from factdesk.model.span import BlockKind

TOP = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("FACTDESK_DATA") or TOP / "../shared/data")
RESULTS = TOP / "benchmarks/results/importing.json"

_SPACELESS = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}"
_WORD = regex.compile(rf"[{_SPACELESS}]|[\w\p{{M}}--[{_SPACELESS}]]+", regex.VERSION1)
_NOT_LETTERS = regex.compile(r"[\W_]+")


class Reading(NamedTuple):
    """What a reader made of a page."""

    text: str
    title: str = ""
    authors: tuple[str, ...] = ()
    day: str = ""


Truth = dict[str, Any]
Figures = dict[str, float]


def ours(content: bytes) -> Reading:
    """Read a page as the program does."""
    try:
        draft = read(Document(name="page.html", content=content))
    except ImportFailed:
        return Reading("")
    text = "\n".join(block.text for block in draft.blocks if block.kind != BlockKind.CAPTION)
    return Reading(text, draft.title, draft.authors, draft.published[:10])


def trafilatura_alone(content: bytes) -> Reading:
    """Read a page with the library, its own metadata included."""
    found = bare_extraction(content, include_comments=False, with_metadata=True)
    if found is None or isinstance(found, dict):
        return Reading("")
    text = "\n".join(" ".join(block.itertext()) for block in found.body)
    authors = tuple((found.author or "").split("; ")) if found.author else ()
    return Reading(text, found.title or "", authors, found.date or "")


def is_aside(identity: str) -> bool:
    """Tell whether a page was put aside."""
    return sha256(identity.encode()).digest()[0] % 3 == 0


def pages(split: str) -> list[tuple[Truth, bytes]]:
    """Load the pages of a split with their truths."""
    lines = (DATA / "newspages/truth.jsonl").read_text(encoding="utf-8").splitlines()
    truths = [json.loads(line) for line in lines]
    wanted = {"tuned": (False,), "aside": (True,), "all": (False, True)}[split]
    return [
        (truth, gzip.decompress((DATA / f"newspages/pages/{truth['id']}.html.gz").read_bytes()))
        for truth in truths
        if is_aside(truth["id"]) in wanted
    ]


def overlap(found: Counter[Any], true: Counter[Any]) -> tuple[float, float, float]:
    """Compute precision, recall and F1 of two bags."""
    common = sum((found & true).values())
    precision = common / max(1, sum(found.values()))
    recall = common / max(1, sum(true.values()))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def grams(text: str) -> Counter[tuple[str, ...]]:
    """Count the runs of four words."""
    words = _WORD.findall(text.lower())
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)))


def paragraphs(text: str) -> Counter[str]:
    """Count the lines by their letters and figures."""
    keys = (_NOT_LETTERS.sub("", line).lower() for line in text.split("\n"))
    return Counter(key for key in keys if key)


def figures(truth: Truth, reading: Reading) -> Figures:
    """Compare a reading with the truth; what has no truth has no figure."""
    precision, recall, f1 = overlap(grams(reading.text), grams(truth["text"]))
    whole = overlap(paragraphs(reading.text), paragraphs(truth["text"]))[2]
    result = {"precision": precision, "recall": recall, "f1": f1, "paragraphs": whole}
    if truth["title"]:
        result["title"] = float(_one_line(reading.title) == _one_line(truth["title"]))
    if truth["authors"]:
        result["authors"] = float(list(reading.authors) == truth["authors"])
    if truth["published"]:
        result["date"] = float(reading.day == truth["published"][:10])
    return result


def _one_line(text: str) -> str:
    return " ".join(text.split())


def measure(
    reader: Callable[[bytes], Reading], corpus: Iterable[tuple[Truth, bytes]]
) -> tuple[list[tuple[str, Figures]], float]:
    """Read all pages; give their figures by origin, and the CPU seconds it took."""
    results, seconds = [], 0.0
    for truth, content in corpus:
        start = time.process_time()
        reading = reader(content)
        seconds += time.process_time() - start
        results.append((truth["origin"], figures(truth, reading)))
    return results, seconds


def means(results: list[tuple[str, Figures]]) -> dict[str, dict[str, float]]:
    """Average the figures by origin."""
    origins = dict.fromkeys(origin for origin, _ in results)
    table = {}
    for origin in origins:
        rows = [each for name, each in results if name == origin]
        names = dict.fromkeys(name for row in rows for name in row)
        table[origin] = {
            name: statistics.fmean(row[name] for row in rows if name in row) for name in names
        }
    return table


def main() -> None:
    """Measure, print the table, write the JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", choices=("tuned", "aside", "all"), default="all")
    split = parser.parse_args().split
    corpus = pages(split)
    print(f"corpus newspages, split {split}: {len(corpus)} pages")
    readers = {"trafilatura": trafilatura_alone, "factdesk": ours}
    for reader in readers.values():
        reader(corpus[0][1])  # libraries are loaded before the clock starts
    report: dict[str, Any] = {"corpus": "newspages", "split": split, "pages": len(corpus)}
    for name, reader in readers.items():
        results, seconds = measure(reader, corpus)
        report[name] = {"pages_per_second": len(corpus) / seconds, "origins": means(results)}
        for origin, row in report[name]["origins"].items():
            print(f"{name:12} {origin:42}", *(f"{key} {row[key]:.3f}" for key in row))
        print(f"{name:12} {len(corpus) / seconds:.1f} pages a CPU second")
    speeds = [report[name]["pages_per_second"] for name in readers]
    report["cost_ratio"] = speeds[0] / speeds[1]
    print(f"cost over trafilatura alone: {report['cost_ratio']:.2f}")
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    RESULTS.write_text(json.dumps(report, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
