"""Which desk is meant, what the exit codes say, and where messages go; export and desk."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.cli.conftest import Command, started

from factdesk import __version__, cli, sample


@pytest.mark.parametrize(
    "words",
    [
        ["show"],
        ["extract"],
        ["import", "--jsno", "x"],
        ["mark", "x"],
        ["mark", "x", "--quote", "a", "--batch", "b"],
        ["mark", "x", "--quote", "a", "--kind", "rumour"],
        ["mark", "x", "--quote", "a", "--occurrence", "two"],
        ["cite", "x", "C1"],
        ["cite", "x", "C1", "--title", "T", "--stance", "likes"],
        ["export", "x", "--format", "md"],
        ["export", "--format", "md", "--out", "o"],
        ["export", "x", "--all", "--format", "md", "--out", "o"],
        ["export", "x", "--format", "md", "--out", "o", "--audience", "friends"],
        ["desk"],
        ["desk", "polish"],
        ["show", "\udcff"],
    ],
    ids=" ".join,
)
def test_a_usage_error_is_two_and_touches_nothing(
    factdesk: Command, desk: Path, words: list[str]
) -> None:
    answer = factdesk(*words)
    assert (answer.status, answer.out) == (2, "")
    assert "usage: factdesk" in answer.err
    assert not desk.exists()


def test_a_wrong_kind_is_told_what_kinds_there_are(factdesk: Command) -> None:
    assert "first since" in factdesk("mark", "x", "--quote", "a", "--kind", "rumour").err


def test_help_and_version_are_answers(factdesk: Command) -> None:
    assert factdesk("--version").out == f"factdesk {__version__}\n"
    for words in (["--help"], ["mark", "--help"]):
        answer = factdesk(*words)
        assert answer.status == 0
        assert answer.out.startswith("usage: factdesk")


@pytest.mark.parametrize(
    ("words", "command"),
    [
        (["list"], True),
        (["--desk", "d", "list"], True),
        (["--desk=d", "list"], True),
        (["--help"], True),
        ([], False),
        (["story.html"], False),
        (["./list"], False),
        (["--desk", "list"], False),
        (["--desk", "d", "story.html"], False),
    ],
)
def test_a_first_word_that_is_no_command_means_the_window(
    words: list[str],
    command: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    assert cli.understands(words) is command


def test_the_window_is_given_its_desk_and_its_documents() -> None:
    assert cli.window_arguments(["--desk", "d", "a.html", "b.txt"]) == ("d", ["a.html", "b.txt"])
    assert cli.window_arguments([]) == (None, [])


def test_the_desk_is_named_before_or_after_the_command_or_by_the_environment(
    factdesk: Command, desk: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.factdesk"
    assert factdesk("--desk", other, "import", sample.article()).status == 0
    assert not desk.exists()
    assert len(factdesk("list", "--json", "--desk", other).lines) == 1
    assert len(factdesk(f"--desk={other}", "list", "--json").lines) == 1
    assert factdesk("list", "--json").lines == []
    assert desk.exists()


def test_another_programs_database_is_left_alone(factdesk: Command, tmp_path: Path) -> None:
    theirs = tmp_path / "places.sqlite"
    with closing(sqlite3.connect(theirs)) as database:
        database.execute("CREATE TABLE bookmarks (url)")
        database.commit()
    before = theirs.read_bytes()
    for words in (["list"], ["import", str(sample.article())], ["desk", "check"], ["desk", "info"]):
        answer = factdesk(*words, "--desk", theirs)
        assert (answer.status, answer.out) == (1, "")
        assert "places.sqlite" in answer.err
    assert theirs.read_bytes() == before


def test_a_file_that_is_no_database_is_left_alone(factdesk: Command, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear editor, " * 100, "utf-8")
    answer = factdesk("list", "--desk", letter)
    assert answer.status == 1
    assert "not a desk" in answer.err
    assert letter.read_text("utf-8") == "Dear editor, " * 100


def test_check_and_info_make_no_desk(factdesk: Command, desk: Path) -> None:
    for verb in ("check", "info"):
        answer = factdesk("desk", verb)
        assert answer.status == 1
        assert "There is no desk" in answer.err
    assert not desk.exists()


def test_info_counts_and_check_finds_all_well(factdesk: Command, desk: Path, marked: str) -> None:
    assert marked
    info = factdesk("desk", "info", "--json").document
    assert (info["desk"], info["article"], info["claim"]) == (str(desk), 1, 3)
    check = factdesk("desk", "check", "--json")
    assert (check.status, check.document) == (0, {"desk": str(desk), "ok": True, "findings": []})


def test_check_finds_a_text_that_was_tampered_with(
    factdesk: Command, desk: Path, marked: str
) -> None:
    assert marked
    with closing(sqlite3.connect(desk)) as database:
        database.execute("DROP TRIGGER IF EXISTS version_never_changes")
        database.execute("UPDATE anchor SET exact = 'something else' WHERE start > 0")
        database.commit()
    check = factdesk("desk", "check", "--json")
    assert check.status == 1
    assert check.document["ok"] is False
    assert len(check.document["findings"]) == 3


def test_export_writes_the_report_and_says_where(
    factdesk: Command, marked: str, tmp_path: Path
) -> None:
    out = tmp_path / "report.md"
    answer = factdesk("export", marked, "--format", "md", "--out", out, "--json")
    assert answer.status == 0
    assert answer.document == {"article": marked, "format": "md", "file": str(out)}
    assert out.read_text("utf-8").startswith("# ")
    assert factdesk("export", marked, "--format", "md", "--out", out).out == f"{out}\n"


def test_export_into_a_folder_names_the_file_after_the_slug(
    factdesk: Command, marked: str, tmp_path: Path
) -> None:
    for folder in (tmp_path, f"{tmp_path}/new/"):
        answer = factdesk("export", marked, "--format", "md", "--out", folder)
        place = Path(answer.out.strip())
        assert place.name == "ferries-overtake-the-bridge-in-halvern-sound.md"
        assert place.exists()


def test_export_all_writes_every_article(factdesk: Command, marked: str, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Other\n\nAnother article stands in this file.\n", "utf-8")
    key = factdesk("import", other).out.strip()
    folder = tmp_path / "reports"
    answer = factdesk("export", "--all", "--format", "md", "--out", folder, "--json")
    assert answer.status == 0
    assert [each["article"] for each in answer.document] == [marked, key]
    assert sorted(each["file"] for each in answer.document) == sorted(map(str, folder.iterdir()))


def test_a_public_report_holds_nothing_confidential(
    factdesk: Command, marked: str, tmp_path: Path
) -> None:
    factdesk("cite", marked, "C1", "--title", "PLANTED", "--url", "https://planted.example/PLANTED",
             "--quote", "PLANTED", "--locator", "PLANTED", "--confidential")  # fmt: skip
    for audience, planted in (("internal", True), ("public", False)):
        out = tmp_path / f"{audience}.md"
        words = ("export", marked, "--format", "md", "--audience", audience, "--out", out)
        assert factdesk(*words).status == 0
        assert ("PLANTED" in out.read_text("utf-8")) is planted


def test_an_unknown_format_and_a_place_that_cannot_be_written_are_said_in_words(
    factdesk: Command, marked: str, tmp_path: Path
) -> None:
    answer = factdesk("export", marked, "--format", "stone", "--out", tmp_path / "r")
    assert answer.status == 1
    assert "stone" in answer.err
    assert "md" in answer.err
    answer = factdesk("export", marked, "--format", "md", "--out", tmp_path / "no" / "r.md")
    assert answer.status == 1
    assert "does not exist" in answer.err


def test_messages_go_to_standard_error_and_answers_to_standard_output(
    factdesk: Command, article: str
) -> None:
    assert article
    assert factdesk("desk", "info").err == ""
    process = started("extract", "missing.html", str(sample.article()), "--json")
    out, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert [min(json.loads(line)) for line in out.splitlines()] == ["error", "authors"]
    assert err == "factdesk: missing.html: There is no file “missing.html”. Was it moved?\n"


def test_a_reader_that_has_seen_enough_is_no_error(factdesk: Command, marked: str) -> None:
    assert factdesk("show", marked).status == 0
    process = started("show", marked, "--json")
    assert process.stdin
    assert process.stdout
    process.stdout.close()
    process.stdin.close()
    assert process.wait(timeout=60) == 0
    assert process.stderr
    with process.stderr as stderr:
        assert stderr.read() == ""
