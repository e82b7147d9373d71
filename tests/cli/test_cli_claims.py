"""mark, judge and cite, as they are typed."""

import io
import json
from pathlib import Path

import pytest
from tests.cli.conftest import Command, started

from factdesk import sample

CLAIM_KEYS = {"claim", "id", "start", "stop", "quote", "state", "verdict"}


def test_mark_prints_the_claim_as_show_has_it(factdesk: Command, article: str) -> None:
    answer = factdesk("mark", article, "--quote", "a fifth boat", "--kind", "number", "--json")
    (claim,) = answer.lines
    assert (answer.status, answer.err) == (0, "")
    assert claim.keys() >= CLAIM_KEYS
    assert (claim["claim"], claim["kind"], claim["quote"]) == ("C1", "number", "a fifth boat")
    assert factdesk("show", article, "--json").document["claims"] == [claim]


@pytest.mark.parametrize("kind", ["first since", "first-since", "First_Since"])
def test_a_kind_is_written_with_spaces_or_hyphens(
    factdesk: Command, article: str, kind: str
) -> None:
    answer = factdesk("mark", article, "--quote", "since 2019", "--kind", kind, "--json")
    assert answer.document["kind"] == "first since"


def test_an_occurrence_is_counted_from_one(factdesk: Command, article: str) -> None:
    text = factdesk("show", article, "--json").document["text"]
    answer = factdesk("mark", article, "--quote", "turnstiles", "--occurrence", "2", "--json")
    assert answer.document["start"] == text.rindex("turnstiles")
    for number in ("0", "3", "-1"):
        wrong = factdesk("mark", article, "--quote", "turnstiles", "--occurrence", number)
        assert (wrong.status, wrong.out) == (1, "")
        assert f"no occurrence {number}" in wrong.err


def test_a_quote_typed_in_plain_marks_is_found(factdesk: Command, article: str) -> None:
    answer = factdesk("mark", article, "--quote", '"the end of the age of the car"', "--json")
    assert answer.document["quote"] == "“the end of the age of the car”"


def test_words_that_are_not_there_are_said_in_words(factdesk: Command, article: str) -> None:
    answer = factdesk("mark", article, "--quote", "the zeppelin", "--json")
    assert (answer.status, answer.out) == (1, "")
    assert "does not stand in the text" in answer.err


def test_a_batch_marks_a_claim_a_line(factdesk: Command, article: str) -> None:
    answer = factdesk("mark", article, "--batch", sample.claims(), "--json")
    assert answer.status == 0
    assert [claim["claim"] for claim in answer.lines] == ["C1", "C2", "C3"]
    assert [claim["kind"] for claim in answer.lines] == ["first since", "percentage", "paraphrase"]


def test_a_failed_line_of_a_batch_fails_alone_and_in_its_place(
    factdesk: Command, article: str, tmp_path: Path
) -> None:
    lines = (
        b'{"quote": "a fifth boat"}', b"no json", b'["quote"]', b'{"quote": 7}', b"",
        b'{"quote": "not in there"}', b'{"quote": "in May", "kind": "rumour"}',
        b'{"quote": "in May", "kind": 3}', b'{"quote": "in May", "occurrence": "1"}',
        b'{"quote": "in May", "occurrence": true}', b'{"quote": "\xff"}', b'{"quote": "\\ud800"}',
        b"[" * 100_000, b'{"quote": "3 crowns", "kind": "money", "occurrence": 1}',
    )  # fmt: skip
    batch = tmp_path / "claims.jsonl"
    batch.write_bytes(b"\xef\xbb\xbf" + b"\n".join(lines))
    answer = factdesk("mark", article, "--batch", batch, "--json")
    good, *bad, last = answer.lines
    assert answer.status == 1
    assert (good["quote"], last["quote"], last["claim"]) == ("a fifth boat", "3 crowns", "C2")
    assert [line["source"] for line in bad] == [
        f"line {number}" for number in (2, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13)
    ]
    assert answer.err.count("factdesk: line") == len(bad)


def test_a_batch_that_is_not_there_is_said_in_words(factdesk: Command, article: str) -> None:
    answer = factdesk("mark", article, "--batch", "nowhere.jsonl")
    assert answer.status == 1
    assert "nowhere.jsonl cannot be read" in answer.err


def test_a_batch_is_read_from_standard_input(
    factdesk: Command, article: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(sample.claims().read_text("utf-8")))
    assert len(factdesk("mark", article, "--batch", "-", "--json").lines) == 3


def test_each_line_of_a_batch_is_on_the_disk_when_it_is_printed(
    factdesk: Command, article: str
) -> None:
    process = started("mark", article, "--batch", "-", "--json")
    assert process.stdin
    assert process.stdout
    claims = []
    for quote in ("a fifth boat", "3 crowns"):
        process.stdin.write(json.dumps({"quote": quote}) + "\n")
        process.stdin.flush()
        claims.append(json.loads(process.stdout.readline()))
    process.kill()
    process.communicate()
    shown = factdesk("show", article, "--json").document["claims"]
    assert sorted(shown, key=lambda claim: str(claim["claim"])) == claims
    assert factdesk("desk", "check").status == 0


def test_two_processes_mark_in_one_article_at_once_and_lose_nothing(
    factdesk: Command, article: str, tmp_path: Path
) -> None:
    text = factdesk("show", article, "--json").document["text"]
    words = [word for word in dict.fromkeys(text.split()) if text.count(word) == 1][:60]
    batches = (tmp_path / "even.jsonl", tmp_path / "odd.jsonl")
    for number, batch in enumerate(batches):
        batch.write_text("\n".join(json.dumps({"quote": w}) for w in words[number::2]), "utf-8")
    processes = [started("mark", article, "--batch", batch, "--json") for batch in batches]
    answers = [process.communicate(timeout=120) for process in processes]
    assert [process.returncode for process in processes] == [0, 0], answers
    claims = factdesk("show", article, "--json").document["claims"]
    assert sorted(claim["quote"] for claim in claims) == sorted(words)
    assert {claim["claim"] for claim in claims} == {f"C{n}" for n in range(1, len(words) + 1)}
    printed = [json.loads(line)["id"] for out, _ in answers for line in out.splitlines()]
    assert sorted(printed) == sorted(claim["id"] for claim in claims)


def test_judge_gives_a_verdict_with_its_reasons(factdesk: Command, marked: str) -> None:
    answer = factdesk("judge", marked, "C2", "false", "--rationale", "It is *14*.", "--json")
    verdict = answer.document["verdict"]
    assert answer.status == 0
    assert (verdict["rating"], verdict["label"], verdict["value"]) == ("false", "False", 1)
    assert (verdict["rationale"], answer.document["rationale"]) == ("It is *14*.", "It is *14*.")
    assert factdesk("show", marked, "--json").document["claims"][1] == answer.document


def test_a_second_verdict_supersedes_the_first(factdesk: Command, marked: str) -> None:
    factdesk("judge", marked, "C1", "Half true")
    claim = factdesk("judge", marked, "c1", "mostly-false", "--json").document
    assert [verdict["label"] for verdict in claim["verdicts"]] == ["Half true", "Mostly false"]
    assert claim["verdict"] == claim["verdicts"][1]
    assert claim["verdict"]["basis"] == "revision"


def test_a_claim_answers_to_its_reference_and_its_identity(factdesk: Command, marked: str) -> None:
    (first, *_) = factdesk("show", marked, "--json").document["claims"]
    assert factdesk("judge", marked, first["id"], "true", "--json").document["claim"] == "C1"


@pytest.mark.parametrize("name", ["C9", "C0", "C99999999999999999999", "nobody", ""])
def test_a_claim_that_is_not_there_is_said_in_words(
    factdesk: Command, marked: str, name: str
) -> None:
    for words in (["judge", marked, name, "true"], ["cite", marked, name, "--title", "T"]):
        answer = factdesk(*words)
        assert (answer.status, answer.out) == (1, "")
        assert answer.err.startswith("factdesk: ")


def test_a_claim_of_another_article_is_not_judged(
    factdesk: Command, marked: str, tmp_path: Path
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Other\n\nAnother article stands in this file.\n", "utf-8")
    key = factdesk("import", other).out.strip()
    claim = factdesk("show", marked, "--json").document["claims"][0]["id"]
    answer = factdesk("judge", key, claim, "true")
    assert answer.status == 1
    assert "not in that article" in answer.err


def test_an_unknown_rating_names_those_there_are(factdesk: Command, marked: str) -> None:
    answer = factdesk("judge", marked, "C1", "plausible")
    assert (answer.status, answer.out) == (1, "")
    assert "“plausible”" in answer.err
    assert "mostly-false" in answer.err


def test_cite_ties_a_source_to_the_claim(factdesk: Command, marked: str) -> None:
    answer = factdesk(
        "cite", marked, "C2", "--title", "Port statistics 2025", "--url",
        "https://harbour.halvern.example/2025", "--stance", "refutes", "--quote", "+14.0 %",
        "--locator", "table 3", "--json",
    )  # fmt: skip
    (piece,) = answer.document["evidence"]
    assert (piece["stance"], piece["quote"], piece["locator"]) == ("refutes", "+14.0 %", "table 3")
    assert piece["source"]["title"] == "Port statistics 2025"
    assert piece["source"]["url"] == "https://harbour.halvern.example/2025"
    assert piece["source"]["confidential"] is False
    assert piece["visibility"] == "public"


def test_a_confidential_source_is_marked_so(factdesk: Command, marked: str) -> None:
    words = ("cite", marked, "C1", "--title", "A clerk", "--confidential", "--json")
    (piece,) = factdesk(*words).document["evidence"]
    assert piece["source"]["confidential"] is True
    assert piece["visibility"] == "confidential"


def test_a_source_without_a_title_is_refused(factdesk: Command, marked: str) -> None:
    answer = factdesk("cite", marked, "C1", "--title", "  ")
    assert answer.status == 1
    assert "needs a title" in answer.err


@pytest.mark.parametrize("stance", ["origin", "no-information", "origin of the claim"])
def test_a_stance_is_written_with_spaces_or_hyphens(
    factdesk: Command, marked: str, stance: str
) -> None:
    words = ("cite", marked, "C1", "--title", "T", "--stance", stance, "--json")
    assert factdesk(*words).status == 0
