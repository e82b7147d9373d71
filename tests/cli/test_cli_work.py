"""The verbs of the checker's day, as a script uses them."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from factdesk.__main__ import main

STORY = "Ferry fares double\n\nFares have doubled since 2019, the operator said on Monday.\n"


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """Run a command on a desk that holds one article with one claim, C1."""
    desk = str(tmp_path / "desk.factdesk")
    (tmp_path / "ferry.txt").write_text(STORY)
    assert main(["import", "--desk", desk, str(tmp_path / "ferry.txt")]) == 0
    quote = ["--quote", "doubled since 2019"]
    assert main(["mark", "--desk", desk, "ferry-fares-double", *quote]) == 0
    capsys.readouterr()

    def go(*words: str) -> tuple[int, str]:
        status = main([*words, "--desk", desk, "--json"])
        return status, capsys.readouterr().out

    return go


def test_fields_are_set_and_shown(run: Callable[..., tuple[int, str]]) -> None:
    fields = ("priority=central", "issues=exaggerated, outdated", "kind=comparison")
    status, out = run("claim", "set", "ferry-fares-double", "C1", *fields)
    assert status == 0
    claim = json.loads(out)
    assert (claim["priority"], claim["issues"]) == ("central", ["exaggerated", "outdated"])
    assert claim["kind"] == "comparison"


@pytest.mark.parametrize("words", ["priority=enormous", "number=7", "kind"])
def test_what_cannot_be_set_is_refused(run: Callable[..., tuple[int, str]], words: str) -> None:
    assert run("claim", "set", "ferry-fares-double", "C1", words)[0] == 1


@pytest.mark.parametrize("verb", ["query", "contact"])
@pytest.mark.parametrize("deadline", ["next week", "31.12.2026", "2026-02-30"])
def test_a_deadline_that_is_no_date_is_refused(
    run: Callable[..., tuple[int, str]], verb: str, deadline: str
) -> None:
    words = ("claim", verb, "ferry-fares-double", "C1", "Who says so?", "--deadline", deadline)
    assert run(*words)[0] == 1


def test_a_claim_goes_to_final_and_the_article_is_signed_off(
    run: Callable[..., tuple[int, str]],
) -> None:
    slug = "ferry-fares-double"
    assert run("claim", "state", slug, "C1", "final")[0] == 1
    assert run("judge", slug, "C1", "true")[0] == 0
    assert run("cite", slug, "C1", "--title", "Price list", "--stance", "supports")[0] == 0
    assert (
        run("claim", "propose", slug, "C1", "risen by 98 % since 2019", "--force", "must")[0] == 0
    )
    assert json.loads(run("claim", "state", slug, "C1", "final")[1])["state"] == "final"
    assert run("signoff", slug, "--role", "editor")[0] == 1
    assert run("claim", "decide", slug, "C1", "stet")[0] == 0
    status, out = run("signoff", slug, "--role", "editor")
    assert status == 0
    assert [signed["valid"] for signed in json.loads(out)] == [True]


def test_history_tells_every_edit_of_a_claim(run: Callable[..., tuple[int, str]]) -> None:
    run("claim", "query", "ferry-fares-double", "C1", "Where does 2019 come from?")
    status, out = run("history", "ferry-fares-double", "C1")
    assert status == 0
    assert [moment["title"] for moment in json.loads(out)] == ["Mark claim", "Query on C1"]


def test_an_unknown_state_is_a_usage_error(run: Callable[..., tuple[int, str]]) -> None:
    assert run("claim", "state", "ferry-fares-double", "C1", "asleep")[0] == 2
