"""Floors a little under what was reached, so that quality cannot slip unseen."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

TOP = Path(__file__).parent.parent.parent
FLOORS = {
    "scrapinghub/article-extraction-benchmark": {"f1": 0.96, "recall": 0.97},
    "flairNLP/fundus": {"f1": 0.96, "recall": 0.97, "title": 0.7, "authors": 0.75, "date": 0.85},
}


@pytest.fixture(scope="module")
def benchmark() -> ModuleType:
    spec = importlib.util.spec_from_file_location("importing", TOP / "benchmarks/importing.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_real_pages_are_read_no_worse_than_they_were(
    data: Path, benchmark: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(benchmark, "DATA", data)
    some = benchmark.pages("tuned")[::6]
    table = benchmark.means(benchmark.measure(benchmark.ours, some)[0])
    for origin, floors in FLOORS.items():
        for figure, floor in floors.items():
            assert table[origin][figure] >= floor, (origin, figure)
