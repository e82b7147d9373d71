"""How well and how fast pages are read, beside trafilatura alone in the same run.

    python -m benchmarks.importing.pages [--split tuned|aside|all]

Text is compared without captions, by runs of four words (each character of a script without spaces
counts as a word) and by whole paragraphs; figures are means over the pages. Pages whose identity's
hash divides by three were put aside and not looked at while the rules were made. All pages are also
shown in five folds. ``f1_undecked`` is F1 without the standfirst, which one half's truth never has.
"""

import argparse
import json
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from benchmarks.importing.corpus import TOP, Truth, pages
from benchmarks.importing.measures import Figures, Reading, by_fold, by_language, figures, means
from trafilatura import bare_extraction

from factdesk.errors import ImportFailed
from factdesk.importers.base import Document, Draft
from factdesk.importers.languages import detected
from factdesk.importers.registry import read
from factdesk.model.span import BlockKind

LOREM = "Some words of a language that is to be guessed. " * 5
ROUNDS = 3
RESULTS = TOP / "benchmarks/results/importing.json"


def ours(content: bytes) -> Reading:
    """Read a page as the program does."""
    try:
        draft = read(Document(name="page.html", content=content))
    except ImportFailed:
        return Reading("")
    return Reading(
        _joined(draft, BlockKind.CAPTION),
        draft.title,
        draft.authors,
        draft.published[:10],
        _joined(draft, BlockKind.CAPTION, BlockKind.DEK),
        draft.language.lower().partition("-")[0],
    )


def _joined(draft: Draft, *without: BlockKind) -> str:
    return "\n".join(block.text for block in draft.blocks if block.kind not in without)


def trafilatura_text(content: bytes) -> Reading:
    """Read a page with the library, its text only: the least that it costs."""
    found = bare_extraction(content, include_comments=False)
    return Reading("" if found is None or isinstance(found, dict) else found.text or "")


def trafilatura_alone(content: bytes) -> Reading:
    """Read a page with the library, its own metadata included."""
    found = bare_extraction(content, include_comments=False, with_metadata=True)
    if found is None or isinstance(found, dict):
        return Reading("")
    text = "\n".join(" ".join(block.itertext()) for block in found.body)
    authors = tuple((found.author or "").split("; ")) if found.author else ()
    return Reading(text, found.title or "", authors, found.date or "")


def measure(
    reader: Callable[[bytes], Reading], corpus: Iterable[tuple[Truth, bytes]]
) -> list[tuple[str, Figures]]:
    """Read all pages; give their figures by origin."""
    return [(truth["origin"], figures(truth, reader(content))) for truth, content in corpus]


def seconds(
    readers: Sequence[Callable[[bytes], Reading]], corpus: Sequence[tuple[Truth, bytes]]
) -> list[float]:
    """Sum the CPU time of each reader: turn by turn on every page, the least of some rounds."""
    sums = [0.0] * len(readers)
    for _, content in corpus:
        least = [float("inf")] * len(readers)
        for _ in range(ROUNDS):
            for place, reader in enumerate(readers):
                start = time.process_time()
                reader(content)
                least[place] = min(least[place], time.process_time() - start)
        sums = [each + own for each, own in zip(sums, least, strict=True)]
    return sums


def main() -> None:
    """Measure, print the table, write the JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", choices=("tuned", "aside", "all"), default="all")
    split = parser.parse_args().split
    corpus = pages(split)
    print(f"corpus newspages, split {split}: {len(corpus)} pages")
    readers = {"trafilatura": trafilatura_alone, "factdesk": ours}
    detected(LOREM)  # libraries are loaded before the clock starts
    for reader in readers.values():
        reader(corpus[0][1])
    report: dict[str, Any] = {"corpus": "newspages", "split": split, "pages": len(corpus)}
    for name, reader in readers.items():
        results = measure(reader, corpus)
        report[name] = {"origins": means(results), "folds": by_fold(corpus, results)}
        for origin, row in report[name]["origins"].items():
            print(f"{name:12} {origin:42}", *(f"{key} {row[key]:.3f}" for key in row))
            folds = (each[origin]["f1"] for each in report[name]["folds"] if origin in each)
            print(f"{name:12} {origin:42}", "f1 by fold", *(f"{f1:.3f}" for f1 in folds))
    languages = [ours(content).language for _, content in corpus]
    report["languages"] = by_language(languages, results)
    for language, row in report["languages"].items():
        print(f"{language:12}", *(f"{key} {row[key]:.3f}" for key in row))
    text, known, own = seconds((trafilatura_text, trafilatura_alone, ours), corpus)
    report["cost"] = {
        "milliseconds a page": 1000 * own / len(corpus),
        "over its text and metadata": own / known,
        "over its text alone": own / text,
    }
    print("cost", *(f"{name} {value:.2f}" for name, value in report["cost"].items()))
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    RESULTS.write_text(json.dumps(report, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
