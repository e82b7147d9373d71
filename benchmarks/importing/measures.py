"""How near a reading of a page comes to the truth."""

import statistics
from collections import Counter
from typing import Any, NamedTuple

import regex
from benchmarks.importing.corpus import FOLDS, Truth, fold

_SPACELESS = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}"
_WORD = regex.compile(rf"[{_SPACELESS}]|[\w\p{{M}}--[{_SPACELESS}]]+", regex.VERSION1)
_NOT_LETTERS = regex.compile(r"[\W_]+")


class Reading(NamedTuple):
    """What a reader made of a page."""

    text: str
    title: str = ""
    authors: tuple[str, ...] = ()
    day: str = ""
    undecked: str = ""
    language: str = ""


Figures = dict[str, float]


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
    if reading.undecked:
        result["f1_undecked"] = overlap(grams(reading.undecked), grams(truth["text"]))[2]
    if truth["title"]:
        result["title"] = float(_one_line(reading.title) == _one_line(truth["title"]))
    if truth["authors"]:
        result["authors"] = float(list(reading.authors) == truth["authors"])
    if truth["published"]:
        result["date"] = float(reading.day == truth["published"][:10])
    return result


def _one_line(text: str) -> str:
    """Compare without soft hyphens, which no reader sees and no draft keeps."""
    return " ".join(text.replace("\u00ad", "").split())


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


def by_fold(
    corpus: list[tuple[Truth, bytes]], results: list[tuple[str, Figures]]
) -> list[dict[str, dict[str, float]]]:
    """Average the figures by origin in each fold."""
    folds = [fold(truth["id"]) for truth, _ in corpus]
    rows = list(zip(folds, results, strict=True))
    return [means([result for own, result in rows if own == each]) for each in range(FOLDS)]


def by_language(
    languages: list[str], results: list[tuple[str, Figures]]
) -> dict[str, dict[str, float]]:
    """Average the figures by the language of the page, with the number of its pages."""
    table = means([(name, result) for name, (_, result) in zip(languages, results, strict=True)])
    for name, row in table.items():
        row["pages"] = languages.count(name)
    return dict(sorted(table.items(), key=lambda each: -each[1]["pages"]))
