"""How the desk wants its hints, as it is typed."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Command

from factdesk.text.hints import english


def test_a_desk_has_them_as_shipped_and_its_own_choice_changes_its_hints(
    factdesk: Command, article: str, tmp_path: Path
) -> None:
    shipped = {"threshold": english().threshold, "hidden": [], "lexicon": {}}
    assert factdesk("hint-settings", "--json").document == shipped
    before = factdesk("hints", article, "--json").lines
    file = tmp_path / "ours.json"
    file.write_text(json.dumps({"weights": {"percent": [-9, 2]}, "classes": {"event": "ferried"}}))
    answer = factdesk(
        "hint-settings", "threshold=0.7", "hidden=event, first", "--lexicon", file, "--json"
    )
    assert answer.document["threshold"] == 0.7
    assert answer.document["hidden"] == ["event", "first"]
    assert answer.document["lexicon"]["classes"] == {"event": "ferried"}
    after = factdesk("hints", article, "--json").lines
    assert len(after) < len(before)
    assert all(row["score"] >= 0.7 for row in after)
    assert "hidden: event, first" in factdesk("hint-settings").out
    file.write_text("{}")
    factdesk("hint-settings", "threshold=", "hidden=", "--lexicon", file)
    assert factdesk("hint-settings", "--json").document == shipped
    assert factdesk("hints", article, "--json").lines == before


def test_the_shipped_words_are_printed_without_a_desk(factdesk: Command, desk: Path) -> None:
    assert factdesk("hint-settings", "--shipped").document == english().data
    assert not desk.exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["threshold=high"], "“high” is no number"),
        (["threshold=2"], "less than or equal to 1"),
        (["hidden=percents"], "there is no kind percents"),
        (["colour=red"], "FIELD is one of: threshold, hidden"),
        (["--lexicon", "nowhere.json"], "nowhere.json cannot be read"),
    ],
)
def test_what_makes_no_sense_is_refused(factdesk: Command, words: list[str], told: str) -> None:
    answer = factdesk("hint-settings", *words)
    assert answer.status == 1
    assert told in answer.err


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ('{"wieghts": {}}', "there is no 'wieghts'"),
        ('{"weights": {"evnet": [1, 2]}}', "weights has no evnet"),
        ("[]", "JSON object"),
        ("{", "Expecting"),
    ],
)
def test_a_table_with_a_slip_in_it_says_which(
    factdesk: Command, tmp_path: Path, table: str, told: str
) -> None:
    file = tmp_path / "ours.json"
    file.write_text(table)
    assert told in factdesk("hint-settings", "--lexicon", file).err
