"""The short form; `make durability` makes many more trials."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from tests.durability.crowd import crowd
from tests.durability.ground import Ground, Tally
from tests.durability.program import Program, environment
from tests.durability.trials import TRIALS


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    with Program(tmp_path_factory.mktemp("streams")) as program:
        yield program


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    return Ground(tmp_path_factory.mktemp("ground"))


@pytest.mark.parametrize("name", TRIALS)
def test_nothing_acknowledged_is_lost_and_nothing_is_half_done_whenever_the_program_is_killed(
    program: Program, ground: Ground, name: str
) -> None:
    tally, dice = Tally(name), Random(name)  # noqa: S311 - seeded
    for _ in range(2):
        TRIALS[name](program, ground, dice, tally)
    assert tally.faults == []
    assert tally.lost == 0
    assert tally.trials == 2


def test_two_processes_at_one_desk_lose_no_edit_and_see_no_lock(tmp_path: Path) -> None:
    tally = crowd(tmp_path, 2.0, seed=7)
    assert tally.faults == []
    assert tally.lost == 0
    assert tally.acknowledged > 20


def test_a_new_desk_that_many_open_at_the_same_moment_is_founded_once(
    tmp_path: Path,
) -> None:
    desk = tmp_path / "new.factdesk"
    command = [sys.executable, "-m", "factdesk", "list", "--json", "--desk", str(desk)]
    crew = [
        subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8", env=environment())
        for _ in range(3)
    ]
    for process in crew:
        _, errors = process.communicate(timeout=60)
        assert (process.returncode, errors) == (0, "")
