"""Floors a little under what was reached, so that quality cannot slip unseen."""

from pathlib import Path

from benchmarks.importing.corpus import pages
from benchmarks.importing.measures import means
from benchmarks.importing.pages import measure, ours

FLOORS = {
    "scrapinghub/article-extraction-benchmark": {"f1": 0.98, "recall": 0.985, "paragraphs": 0.965},
    "flairNLP/fundus": {
        "f1": 0.97,
        "recall": 0.99,
        "paragraphs": 0.94,
        "title": 0.91,
        "authors": 0.93,
        "date": 0.99,
    },
}


def test_real_pages_are_read_no_worse_than_they_were(data: Path) -> None:
    table = means(measure(ours, pages("all", data)))
    for origin, floors in FLOORS.items():
        for figure, floor in floors.items():
            assert table[origin][figure] >= floor, (origin, figure)
