"""revise and diff, as they are typed."""

from pathlib import Path

import pytest
from tests.cli.conftest import Command

from factdesk import sample

FIRST = "For the first time since the Sound Bridge opened in 1987"


@pytest.fixture
def edited(tmp_path: Path) -> Path:
    """The sample article with a superlative reworded and a figure corrected."""
    page = sample.article().read_text("utf-8")
    page = page.replace(f"{FIRST}, more", "For the first time since 1987, more")
    page = page.replace("18 percent", "14 percent")
    file = tmp_path / "edited.html"
    file.write_text(page, "utf-8")
    return file


def test_revise_says_what_became_of_every_claim(
    factdesk: Command, marked: str, edited: Path
) -> None:
    answer = factdesk("revise", marked, edited, "--json")
    assert (answer.status, answer.err) == (0, "")
    shown = factdesk("show", marked, "--json").document
    assert (answer.document["version"], shown["version"]) == (2, 2)
    outcomes = {claim["claim"]: claim for claim in answer.document["claims"]}
    assert {name: claim["outcome"] for name, claim in outcomes.items()} == {
        "C1": "needs-review",
        "C2": "needs-review",
        "C3": "moved",
    }
    for claim in outcomes.values():
        for place in (claim, *claim["candidates"]):
            assert shown["text"][place["start"] : place["stop"]] == place["quote"]
    assert outcomes["C1"]["quote"] == "For the first time since 1987"
    assert outcomes["C2"]["quote"] == "a rise of 14 percent"
    assert 0.5 < outcomes["C2"]["candidates"][0]["likeness"] < 1
    assert outcomes["C3"]["candidates"] == []
    assert factdesk("desk", "check").status == 0


def test_an_orphan_has_no_place(factdesk: Command, marked: str, tmp_path: Path) -> None:
    page = sample.article().read_text("utf-8").replace(", a rise of 18 percent", "")
    (tmp_path / "cut.html").write_text(page, "utf-8")
    answer = factdesk("revise", marked, tmp_path / "cut.html", "--json")
    (lost,) = [claim for claim in answer.document["claims"] if claim["claim"] == "C2"]
    assert lost["outcome"] == "orphaned"
    assert (lost["start"], lost["stop"], lost["quote"]) == (None, None, None)


def test_the_same_text_again_changes_nothing_and_says_so(factdesk: Command, marked: str) -> None:
    answer = factdesk("revise", marked, sample.article(), "--json")
    assert (answer.document["version"], answer.document["status"]) == (1, "unchanged")
    assert {claim["outcome"] for claim in answer.document["claims"]} == {"anchored"}
    assert "nothing was changed" in factdesk("revise", marked, sample.article()).out
    assert factdesk("show", marked, "--json").document["version"] == 1


def test_a_file_that_cannot_be_read_changes_nothing(
    factdesk: Command, marked: str, tmp_path: Path
) -> None:
    answer = factdesk("revise", marked, tmp_path / "nowhere.html")
    assert (answer.status, answer.out) == (1, "")
    assert factdesk("show", marked, "--json").document["version"] == 1


def test_diff_gives_both_texts_back(factdesk: Command, marked: str, edited: Path) -> None:
    old = factdesk("show", marked, "--json").document["text"]
    factdesk("revise", marked, edited)
    new = factdesk("show", marked, "--json").document["text"]
    answer = factdesk("diff", marked, "--json").document
    assert (answer["old"], answer["new"]) == (1, 2)
    runs = answer["runs"]
    assert "".join(run["text"] for run in runs if run["op"] != "insert") == old
    assert "".join(run["text"] for run in runs if run["op"] != "delete") == new
    for run in runs:
        side, words = ("old", old) if run["op"] == "delete" else ("new", new)
        assert words[slice(*run[side])] == run["text"]
    assert {"op": "delete", "text": "18"}.items() <= next(
        run for run in runs if run["text"] == "18"
    ).items()


def test_diff_marks_the_words_and_goes_either_way(
    factdesk: Command, marked: str, edited: Path
) -> None:
    factdesk("revise", marked, edited)
    assert "a rise of [-18-]{+14+} percent" in factdesk("diff", marked).out
    assert "a rise of [-14-]{+18+} percent" in factdesk("diff", marked, "2", "1").out


@pytest.mark.parametrize(
    ("versions", "said"),
    [((), "only one version"), (("1",), "between two versions"), (("1", "7"), "no version 7")],
)
def test_versions_that_are_not_there_are_said_in_words(
    factdesk: Command, marked: str, versions: tuple[str, ...], said: str
) -> None:
    answer = factdesk("diff", marked, *versions)
    assert (answer.status, answer.out) == (1, "")
    assert said in answer.err
