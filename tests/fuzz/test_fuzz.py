"""The short form; `make fuzz` tries many more, also under atheris."""

import random
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fuzz.mutation import LONGEST, mutated
from tests.fuzz.targets import TARGETS, Target, fresh_desk
from tests.fuzz.worker import Trier

from factdesk.store.store import Store


@pytest.mark.parametrize("name", TARGETS)
def test_wrong_input_is_understood_or_refused_in_words(name: str) -> None:
    target, desk = TARGETS[name], fresh_desk()
    seeds = target.seeds()

    @settings(max_examples=8, derandomize=True, database=None)
    @given(st.integers(0, 2**32))
    def attempt(number: int) -> None:
        dice = Random(number)  # noqa: S311 - seeded
        target.act(desk, mutated(dice.choice(seeds), seeds, dice))

    attempt()


@pytest.mark.parametrize("name", TARGETS)
def test_sound_input_is_understood(name: str) -> None:
    target = TARGETS[name]
    assert {target.act(fresh_desk(), content) for content in target.seeds()} == {"read"}


@pytest.mark.parametrize("name", TARGETS)
def test_what_is_made_wrong_is_another_document_and_not_too_long(name: str) -> None:
    seeds, dice = TARGETS[name].seeds(), random.Random(3)  # noqa: S311 - seeded
    made = {mutated(dice.choice(seeds), seeds, dice) for _ in range(20)}
    assert len(made - set(seeds)) > 10
    assert all(len(content) <= LONGEST for content in made)


def test_what_fails_is_kept_once_of_each_kind(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def act(_store: Store, content: bytes) -> str:
        if content == b"sound":
            return "read"
        raise ZeroDivisionError if content == b"one" else LookupError

    trier = Trier(Target("a target", list, act), tmp_path)
    for content in (b"one", b"sound", b"two", b"three"):
        trier.attempt(content)
    assert sorted(path.read_bytes() for path in tmp_path.iterdir()) == [b"one", b"two"]
    assert [line[:13] for line in capsys.readouterr().out.splitlines()] == ['{"finding": "'] * 2
    assert trier.ended == {"finding": 3, "read": 1}
