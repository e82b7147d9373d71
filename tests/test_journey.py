"""The main job from end to end, as the sample's shell script does it."""

import json
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

import factdesk
from factdesk import sample

SLUG = "ferries-overtake-the-bridge-in-halvern-sound"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `factdesk` as a command, where the journey was made once."""
    folder = tmp_path_factory.mktemp("journey")
    command = folder / "factdesk"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m factdesk "$@"\n', "utf-8")
    command.chmod(0o755)
    travel(folder)
    return folder


def run(folder: Path, *words: str) -> str:
    """Run a command there and give what it prints."""
    own = {
        "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(Path(factdesk.__file__).parents[1]),
        "FACTDESK_DESK": str(folder / "desk.factdesk"),
    }
    done = subprocess.run(
        words,
        env=os.environ | own,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def travel(folder: Path) -> str:
    return run(folder, "sh", str(sample.journey()), str(folder / "report.md"))


def test_the_report_says_what_was_found_and_why(place: Path) -> None:
    report = (place / "report.md").read_text("utf-8")
    for words in (
        "# Fact-check: Ferries overtake the bridge in Halvern Sound",
        "Ines Varga and Tobias Lund",
        "**a rise of 18 percent**",
        "a rise of **14 percent**, not 18",
        "“Port statistics 2025”",
        "table 3",
    ):
        assert words in report


def test_the_report_is_read_back_with_a_heading_for_each_claim(place: Path) -> None:
    tokens = MarkdownIt().parse((place / "report.md").read_text("utf-8"))
    headings = [
        after.content for token, after in pairwise(tokens)
        if token.type == "heading_open" and token.tag == "h3"
    ]  # fmt: skip
    assert [heading.split()[0] for heading in headings if heading[0] == "C"] == ["C1", "C2", "C3"]


def test_the_journey_made_again_adds_nothing_but_the_record_of_its_report(place: Path) -> None:
    before = (place / "report.md").read_bytes()
    counted = json.loads(run(place, "factdesk", "desk", "info", "--json"))
    assert travel(place).strip() == str(place / "report.md")
    assert (place / "report.md").read_bytes() == before
    again = json.loads(run(place, "factdesk", "desk", "info", "--json"))
    exported = {**counted, "journal": counted["journal"] + 1, "bytes": 0}
    assert {**again, "bytes": 0} == exported
    assert (counted["article"], counted["claim"], counted["verdict"]) == (1, 3, 1)


def test_what_was_done_is_all_there_and_sound(place: Path) -> None:
    article = json.loads(run(place, "factdesk", "show", SLUG, "--json"))
    first, second, third = article["claims"]
    assert (first["kind"], second["kind"], third["kind"]) == (
        "first since", "percentage", "paraphrase"
    )  # fmt: skip
    assert (first["verdict"], third["verdict"]) == (None, None)
    assert second["verdict"]["label"] == "False"
    assert [piece["stance"] for piece in second["evidence"]] == ["refutes"]
    assert run(place, "factdesk", "desk", "check").strip().endswith("all is well.")
