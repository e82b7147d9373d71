"""Other people's pages and sentences, as the benchmarks of hints read them."""

import csv
import json
import os
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from factdesk.model.span import Block, BlockKind
from factdesk.text.canonical import assemble

TOP = Path(__file__).parent.parent.parent
DEBATES = ("1st-Presidential", "2nd-Presidential", "Vice-Presidential")

_KINDS = {"summary": BlockKind.DEK, "heading": BlockKind.HEADING}
_GERMAN = {"de", "at", "ch", "lu"}
_ENGLISH = re.compile(r"\b(?:the|of|and|in|to)\b")


class Page(NamedTuple):
    """A news page by its identity, its text in canonical form and its blocks."""

    key: str
    text: str
    blocks: tuple[Block, ...]


class Labelled(NamedTuple):
    """A sentence, whether it is worth a check, and whether it was looked at for the weights."""

    text: str
    worth: bool
    tuned: bool


def data() -> Path:
    """Find the folder of other people's data."""
    return Path(os.environ.get("FACTDESK_DATA", TOP.parent / "shared" / "data"))


def pages() -> Iterator[Page]:
    """Read the English pages of more than 100 words."""
    for _, page in _long_pages():
        if len(_ENGLISH.findall(page.text)) > 0.12 * len(page.text.split()):
            yield page


def german_pages() -> Iterator[Page]:
    """Read the pages of more than 100 words that are tagged as German."""
    return (page for language, page in _long_pages() if language in _GERMAN)


def _long_pages() -> Iterator[tuple[str, Page]]:
    for line in (data() / "newspages" / "truth.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        text, blocks = assemble(_blocks(row))
        if len(text.split()) > 100:
            yield row["language"], Page(row["id"], text, blocks)


def is_tuned(page: Page) -> bool:
    """Tell whether the page was looked at for the rules; the others are judged."""
    return int(sha256(page.key.encode()).hexdigest()[:4], 16) % 2 == 0


def _blocks(row: dict[str, object]) -> Iterator[tuple[BlockKind, str]]:
    blocks, text = row["blocks"], row["text"]
    if isinstance(blocks, list):
        for block in blocks:
            yield _KINDS.get(block["kind"], BlockKind.PARAGRAPH), block["text"]
    elif isinstance(text, str):
        for line in text.split("\n"):
            yield BlockKind.PARAGRAPH, line


def lab_2024() -> list[Labelled]:
    """Read the development part of CheckThat! 2024; every second sentence was tuned on."""
    file = data() / "checkworthy" / "CT24_checkworthy_english_dev.tsv"
    with file.open(encoding="utf-8", newline="") as lines:
        return [
            Labelled(row["Text"], row["class_label"] == "Yes", int(row["Sentence_id"]) % 2 == 0)
            for row in csv.DictReader(lines, delimiter="\t")
        ]


def debate(name: str) -> list[Labelled]:
    """Read a debate of CheckThat! 2018; only the second presidential was never looked at."""
    file = data() / "checkworthy" / f"Task1-English-{name}.txt"
    rows = (line.rstrip("\n").split("\t") for line in file.open(encoding="utf-8"))
    tuned = not name.startswith("2nd")
    return [Labelled(row[2], row[3] == "1", tuned) for row in rows if len(row) == 4]
