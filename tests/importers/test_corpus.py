"""Floors a little under what was reached, so that quality cannot slip unseen."""

from pathlib import Path

from benchmarks.importing.corpus import pages
from benchmarks.importing.measures import means
from benchmarks.importing.pages import measure, ours

FLOORS = {
    "scrapinghub/article-extraction-benchmark": {"f1": 0.97, "recall": 0.985},
    "flairNLP/fundus": {"f1": 0.97, "recall": 0.985, "title": 0.83, "authors": 0.95, "date": 0.99},
}


def test_real_pages_are_read_no_worse_than_they_were(data: Path) -> None:
    table = means(measure(ours, pages("all", data)[::7]))
    for origin, floors in FLOORS.items():
        for figure, floor in floors.items():
            assert table[origin][figure] >= floor, (origin, figure)
