"""A command line to type at, and a desk for it."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from factdesk import sample
from factdesk.__main__ import main

SLUG = "ferries-overtake-the-bridge-in-halvern-sound"


class Answer(NamedTuple):
    """What a command said."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[Any]:
        """The JSON Lines on standard output."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def document(self) -> Any:  # noqa: ANN401 - it is JSON
        """The one JSON document on standard output."""
        return json.loads(self.out)


Command = Callable[..., Answer]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The desk on which commands work when they name none."""
    path = tmp_path / "desks" / "mine.factdesk"
    monkeypatch.setenv("FACTDESK_DESK", str(path))
    return path


@pytest.fixture
def factdesk(desk: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    """Type a command in this very process."""
    assert not desk.exists()

    def run(*words: str | Path) -> Answer:
        status = main([str(word) for word in words])
        return Answer(status, *capsys.readouterr())

    return run


@pytest.fixture(scope="session")
def desks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Desks to be copied: reading a page takes a process of its own, so it is done once."""
    folder = tmp_path_factory.mktemp("desks")
    imported, marked = folder / "imported.factdesk", folder / "marked.factdesk"
    with redirect_stdout(StringIO()):
        assert main(["import", str(sample.article()), "--desk", str(imported)]) == 0
        shutil.copyfile(imported, marked)
        assert main(["mark", SLUG, "--batch", str(sample.claims()), "--desk", str(marked)]) == 0
    return folder


@pytest.fixture
def article(factdesk: Command, desks: Path, desk: Path) -> str:
    """The sample article, imported: its identity."""
    return _with_desk(factdesk, desks / "imported.factdesk", desk)


@pytest.fixture
def marked(factdesk: Command, desks: Path, desk: Path) -> str:
    """The sample article with its three claims: its identity."""
    return _with_desk(factdesk, desks / "marked.factdesk", desk)


def _with_desk(factdesk: Command, prepared: Path, desk: Path) -> str:
    desk.parent.mkdir()
    shutil.copyfile(prepared, desk)
    return str(factdesk("show", SLUG, "--json").document["article"])


def started(*words: str | Path) -> "subprocess.Popen[str]":
    """Start a command in a process of its own, to be spoken with line by line."""
    return subprocess.Popen(
        [sys.executable, "-m", "factdesk", *map(str, words)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": str(Path(sample.__file__).parents[2])},
    )
