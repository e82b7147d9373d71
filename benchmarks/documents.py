"""How well documents are read that were made from known text: PDF, DOCX, ODT, RTF and EPUB.

    python benchmarks/documents.py [--texts 24] [--keep FOLDER]

Articles of the open corpus are set by Chromium in one, two and three justified columns with
hyphens, running heads and page numbers, and printed as a browser prints a page; LibreOffice turns
them into office formats. Where either program is missing, its rows are. Compared are runs of four
words, and the paragraphs that came out whole.
"""

import argparse
import html
import json
import os
import random
import re
import shutil
import statistics
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from factdesk.errors import ImportFailed
from factdesk.importers.base import Document
from factdesk.importers.registry import read

TOP = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("FACTDESK_DATA") or TOP / "../shared/data")
RESULTS = TOP / "benchmarks/results/documents.json"
OFFICE = ("docx", "odt", "rtf", "epub")

_NOT_LETTERS = re.compile(r"[\W_]+")
_LONG_WORD = re.compile(r"[^\W\d_]{7,}")
_COLUMNS = """
@page {{ size: A4; margin: 22mm 18mm;
  @top-center {{ content: "The Courier of Halvern Sound"; font: 8pt "Liberation Serif" }}
  @bottom-left {{ content: "halvern.example"; font: 8pt "Liberation Serif" }}
  @bottom-right {{ content: counter(page); font: 8pt "Liberation Serif" }} }}
body {{ font: 10.5pt/1.35 "Liberation Serif"; columns: {columns}; column-gap: 7mm;
  text-align: justify; orphans: 2; widows: 2 }}
h1 {{ font-size: 20pt; text-align: left; column-span: all }}
p {{ margin: 0; text-indent: {indent}; {space} }}
"""
_BROWSER = "body { font: 16px/1.5 'Liberation Sans'; max-width: 42em } p { margin: 1em 0 }"
_STYLES = {
    "1 column": _COLUMNS.format(columns=1, indent="1.2em", space=""),
    "2 columns": _COLUMNS.format(columns=2, indent="1.2em", space=""),
    "3 columns": _COLUMNS.format(columns=3, indent="1.2em", space=""),
    "3 columns, spaced": _COLUMNS.format(columns=3, indent="0", space="margin-bottom: 6pt"),
    "browser": _BROWSER,
}

Truth = dict[str, Any]


def texts(count: int) -> list[Truth]:
    """Choose articles of more than a few paragraphs, in left-to-right scripts."""
    lines = (DATA / "newspages/truth.jsonl").read_text(encoding="utf-8").splitlines()
    able = [truth for truth in map(json.loads, lines) if _is_able(truth["text"])]
    return random.Random(7).sample(able, min(count, len(able)))


def _is_able(text: str) -> bool:
    parts = text.split("\n\n")
    return len(parts) >= 8 and not re.search(r"[\u0590-\u08ff\u0900-\u0fff\u2e80-\uffef]", text)


def page(truth: Truth, style: str) -> str:
    """Set an article as a page; columns get hyphens, a running head and a page number."""
    columns = style != _BROWSER
    title = truth["title"] or "An article without a name"
    parts = [html.escape(part).replace("\n", "<br>") for part in truth["text"].split("\n\n")]
    if columns:
        parts = [_LONG_WORD.sub(_hyphens, part) for part in parts]
    return (
        f"<!doctype html><html lang={truth['language'] or 'en'}><meta charset=utf-8>"
        f"<title>{html.escape(title)}</title><style>{style}</style>"
        f"<h1>{html.escape(title)}</h1>" + "".join(f"<p>{part}</p>" for part in parts)
    )


def _hyphens(word: re.Match[str]) -> str:
    """Allow a break after every third letter: hyphens as they come, where they come."""
    letters = word[0]
    return "\u00ad".join(letters[i : i + 3] for i in range(0, len(letters), 3))


def made(folder: Path, truths: list[Truth]) -> Iterator[tuple[str, Truth, Path]]:
    """Make the documents that the programs at hand can make; what is there already is used."""
    for name, style in _STYLES.items() if shutil.which("chromium") else ():
        for truth in truths:
            source = folder / f"{truth['id']}-{name.replace(' ', '-')}.html"
            source.write_text(page(truth, style), encoding="utf-8")
            target = source.with_suffix(".pdf")
            if not target.exists():
                _print(source, target, header=style == _BROWSER)
            yield f"PDF, {name}", truth, target
    for suffix in OFFICE if shutil.which("soffice") else ():
        for truth in truths:
            source = folder / f"{truth['id']}.html"
            source.write_text(page(truth, _BROWSER), encoding="utf-8")
        _convert(folder, truths, suffix)
        for truth in truths:
            if (target := folder / f"{truth['id']}.{suffix}").exists():
                yield suffix.upper(), truth, target


def _print(source: Path, target: Path, *, header: bool) -> None:
    program = shutil.which("chromium") or "chromium"
    options = ["--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={target}"]
    if not header:
        options.append("--no-pdf-header-footer")
    subprocess.run([program, *options, source.as_uri()], check=True, capture_output=True)


def _convert(folder: Path, truths: list[Truth], suffix: str) -> None:
    sources = [folder / f"{truth['id']}.html" for truth in truths]
    missing = [str(each) for each in sources if not each.with_suffix(f".{suffix}").exists()]
    if missing:
        program = shutil.which("soffice") or "soffice"
        target = ["--convert-to", suffix, "--outdir", str(folder)]
        filters = ["--infilter=HTML (StarWriter)"]
        subprocess.run([program, "--headless", *filters, *target, *missing], check=True,
                       capture_output=True)  # fmt: skip


def compared(truth: Truth, text: str) -> dict[str, float]:
    """Compare by runs of four words and by whole paragraphs."""
    found, true = _grams(text), _grams(truth["text"])
    common = sum((found & true).values())
    whole = _paragraphs(truth["text"])
    there = sum((_paragraphs(text) & whole).values())
    return {
        "precision": common / max(1, sum(found.values())),
        "recall": common / max(1, sum(true.values())),
        "whole": there / sum(whole.values()),
    }


def _grams(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)))


def _paragraphs(text: str) -> Counter[str]:
    keys = (_NOT_LETTERS.sub("", part).lower() for part in text.split("\n\n"))
    return Counter(key for key in keys if key)


def measured(documents: Iterator[tuple[str, Truth, Path]]) -> dict[str, list[dict[str, float]]]:
    """Read every document and compare it; CPU seconds are per document."""
    rows: dict[str, list[dict[str, float]]] = {}
    for family, truth, path in documents:
        content = path.read_bytes()
        start = time.process_time()
        try:
            draft = read(Document(name=path.name, content=content))
        except ImportFailed as error:
            print(f"{family}: {path.name}: {error}")
            continue
        seconds = time.process_time() - start
        text = "\n\n".join(block.text for block in draft.blocks)
        title = float(" ".join(draft.title.split()) == " ".join((truth["title"] or "").split()))
        known = {"title": title} if truth["title"] else {}
        rows.setdefault(family, []).append(compared(truth, text) | known | {"seconds": seconds})
    return rows


def main() -> None:
    """Measure, print the table, write the JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=int, default=24)
    parser.add_argument("--keep", type=Path, help="a folder in which the documents stay")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as passing:
        folder = arguments.keep or Path(passing)
        folder.mkdir(parents=True, exist_ok=True)
        rows = measured(made(folder, texts(arguments.texts)))
    report = {}
    for family, figures in rows.items():
        names = ("precision", "recall", "whole", "title", "seconds")
        report[family] = {
            name: statistics.fmean(row[name] for row in figures if name in row) for name in names
        }
        line = "  ".join(f"{name} {value:.3f}" for name, value in report[family].items())
        print(f"{family:24} {len(figures):3}  {line}")
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    RESULTS.write_text(json.dumps(report, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
