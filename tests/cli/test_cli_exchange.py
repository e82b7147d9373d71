"""What goes out for others and comes in from them: export, claims import, describe, house."""

import json
from pathlib import Path

import docx
import pytest
from tests.cli.conftest import Command

from factdesk import preferences


def publish(factdesk: Command, article: str) -> None:
    words = ("It is 14.", "--rationale")
    factdesk("judge", article, "C2", "false", *reversed(words))
    factdesk("cite", article, "C2", "--title", "Port statistics", "--stance", "refutes")
    factdesk("describe", article, "review_url=https://checks.example/ferries")
    factdesk("house", "name=Halvern Checks", "publisher_url=https://checks.example")


def test_what_is_left_out_is_told_with_the_reason(
    factdesk: Command, marked: str, tmp_path: Path
) -> None:
    publish(factdesk, marked)
    out = tmp_path / "r.json"
    answer = factdesk("export", marked, "--format", "claimreview", "--out", out, "--json")
    (review,) = json.loads(out.read_text("utf-8"))
    assert review["url"] == "https://checks.example/ferries"
    assert review["author"]["name"] == "Halvern Checks"
    assert [left["reference"] for left in answer.document["left_out"]] == ["C1", "C3"]
    assert "factdesk: C1 is left out: it has no verdict." in answer.err


def test_a_folder_gets_a_file_for_each_claim_and_one_for_all(
    factdesk: Command, marked: str, tmp_path: Path
) -> None:
    publish(factdesk, marked)
    folder = f"{tmp_path}/reviews/"
    answer = factdesk("export", marked, "--format", "claimreview", "--out", folder, "--json")
    slug = "ferries-overtake-the-bridge-in-halvern-sound"
    names = [f"{slug}.c2.claimreview.json", f"{slug}.claimreview.json"]
    assert sorted(path.name for path in Path(folder).iterdir()) == names
    assert answer.document["singles"] == [f"{folder}{names[0]}"]
    (review,) = json.loads(Path(folder, names[1]).read_text("utf-8"))
    assert json.loads(Path(folder, names[0]).read_text("utf-8")) == review


def test_a_report_is_written_in_the_language_that_is_asked_for_or_the_desk_s(
    factdesk: Command, marked: str, tmp_path: Path
) -> None:
    def first(*words: str) -> str:
        out = tmp_path / "r.md"
        factdesk("export", marked, "--format", "md", "--out", out, *words)
        return out.read_text("utf-8").split(":")[0]

    assert first() == "# Fact-check"
    assert first("--language", "fr").rstrip() == "# Vérification"
    factdesk("house", "language=de")
    assert first() == "# Faktencheck"
    assert factdesk("house", "language=tlh").status == 1
    assert first() == "# Faktencheck"


def test_each_of_the_three_documents_can_be_written_alone(
    factdesk: Command, marked: str, tmp_path: Path
) -> None:
    for part, begun in (("memo", "# Changes memo"), ("copy", "# Annotated"), ("report", "# Fact")):
        words = ("export", marked, "--format", "md", "--report", part)
        assert factdesk(*words, "--out", tmp_path / "r.md").status == 0
        assert (tmp_path / "r.md").read_text("utf-8").startswith(begun)
    for form, audience, word in (("csv", "internal", "Choose one"), ("md", "public", "writer")):
        options = ("--format", form, "--audience", audience, "--report", "memo")
        answer = factdesk("export", marked, *options, "--out", tmp_path / "no")
        assert answer.status == 1
        assert word in answer.err
    assert not (tmp_path / "no").exists()


def test_the_desk_s_own_templates_lie_beside_it(
    factdesk: Command, marked: str, tmp_path: Path, desk: Path
) -> None:
    folder = desk.parent / "templates"
    folder.mkdir()
    (folder / "short.md.j2").write_text("{{ report.article.title }}, {{ say('claims') }}\n")
    out = tmp_path / "r.md"
    for words in (("short",), ("short.md.j2", "--language", "de"), (folder / "short.md.j2",)):
        assert factdesk("export", marked, "--template", *words, "--out", out).status == 0
        assert out.read_text("utf-8").startswith("Ferries overtake the bridge in Halvern Sound, ")
    (folder / "short.md.j2").write_text("one\n{{ report.titel }}\n")
    answer = factdesk("export", marked, "--template", "short", "--out", out)
    assert answer.status == 1
    assert "The template short.md.j2, line 2" in answer.err
    assert "titel" in answer.err
    answer = factdesk("export", marked, "--template", "long", "--out", out)
    assert "Choose one of: short.md.j2, report.md.j2" in answer.err
    answer = factdesk("export", marked, "--template", "short", "--format", "pdf", "--out", out)
    assert "Name no format" in answer.err


def test_what_was_exported_is_on_record_and_not_among_what_is_exported(
    factdesk: Command, marked: str, tmp_path: Path
) -> None:
    first, second = tmp_path / "one.json", tmp_path / "two.json"
    for out in (first, second):
        factdesk("export", marked, "--format", "json", "--out", out)
    assert first.read_bytes() == second.read_bytes()
    factdesk("export", marked, "--format", "md", "--audience", "public", "--out", tmp_path / "r.md")
    titles = [moment["title"] for moment in factdesk("history", marked, "--json").document]
    assert titles[-3:] == [
        "Export one.json (Article for another desk (JSON)) for the house",
        "Export two.json (Article for another desk (JSON)) for the house",
        "Export r.md (Markdown) for the public",
    ]
    assert factdesk("desk", "check").status == 0


def test_where_nothing_can_be_published_no_file_is_written(
    factdesk: Command, marked: str, tmp_path: Path
) -> None:
    answer = factdesk("export", marked, "--format", "claimreview", "--out", tmp_path / "r.json")
    assert answer.status == 1
    assert "C2: no address of the review is given and it has no verdict" in answer.err
    assert not list(tmp_path.glob("r.json"))


def test_annotations_come_back_onto_the_article(
    factdesk: Command, marked: str, tmp_path: Path
) -> None:
    out = tmp_path / "a.json"
    factdesk("export", marked, "--format", "webannotation", "--out", out)
    told = factdesk("claims", "import", marked, out, "--json").lines
    assert [(line["claim"], line["status"]) for line in told] == [
        ("C1", "present"), ("C2", "present"), ("C3", "present")
    ]  # fmt: skip
    foreign = out.read_text("utf-8").replace("urn:uuid:", "https://notes.example/")
    (tmp_path / "b.json").write_text(foreign, "utf-8")
    told = factdesk("claims", "import", marked, tmp_path / "b.json", "--json").lines
    assert [(line["claim"], line["status"]) for line in told] == [
        ("C4", "placed"), ("C5", "placed"), ("C6", "placed")
    ]  # fmt: skip


def test_an_article_is_described(factdesk: Command, article: str) -> None:
    answer = factdesk("describe", article, "authors=Ada Quill; Bo Lind", "title=New", "--json")
    assert answer.document["authors"] == ["Ada Quill", "Bo Lind"]
    assert answer.document["title"] == "New"


def test_what_says_nothing_is_refused(factdesk: Command, article: str) -> None:
    assert "FIELD is one of: title" in factdesk("describe", article, "colour=red").err
    assert "FIELD is one of: name" in factdesk("house", "colour=red").err
    assert factdesk("house").out.splitlines()[0] == "name: "


def commented(tmp_path: Path) -> Path:
    document = docx.Document()
    document.add_paragraph("The ferries carried ")
    words = document.paragraphs[0].add_run("twice as many people")
    document.paragraphs[0].add_run(" as the bridge, the council said.")
    document.add_comment(words, "Says who?", author="Ada Quill")
    path = tmp_path / "draft.docx"
    document.save(str(path))
    return path


def test_comments_of_a_word_file_come_in_with_it_on_demand(
    factdesk: Command, tmp_path: Path
) -> None:
    path = commented(tmp_path)
    told = factdesk("import", path, "--with-claims", "--json").document
    assert (told["marked"], told["placed"], told["needs_review"]) == (1, 1, 0)
    shown = factdesk("show", told["article"], "--json").document
    assert [claim["quote"] for claim in shown["claims"]] == ["twice as many people"]


def test_comments_of_a_word_file_are_announced_and_come_in_later(
    factdesk: Command, tmp_path: Path
) -> None:
    path = commented(tmp_path)
    answer = factdesk("import", path, "--json")
    assert answer.document["marked"] == 1
    assert "1 comment; --with-claims brings them in" in answer.err
    article = answer.document["article"]
    (line,) = factdesk("claims", "import", article, path, "--json").lines
    assert (line["claim"], line["status"]) == ("C1", "placed")
    bare = docx.Document()
    bare.add_paragraph("Nothing is marked here.")
    bare.save(str(path))
    assert "neither a comment nor" in factdesk("claims", "import", article, path).err


def test_a_table_comes_in_with_its_columns_named_once(
    factdesk: Command, article: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preferences, "path", lambda: tmp_path / "preferences.json")
    path = tmp_path / "claims.csv"
    path.write_text("Was, genau;Urteil X;Farbe\nThe bridge was never built;False;red\n", "utf-8")
    mapped = ("--map", "quote=Was, genau,verdict=Urteil X")
    answer = factdesk("claims", "import", article, path, *mapped, "--json")
    assert "--map quote=Was, genau,verdict=Urteil X; not taken: Farbe" in answer.err
    assert [line["status"] for line in answer.lines] == ["needs review"]
    answer = factdesk("claims", "gather", path, "--json")
    assert "--map quote=Was, genau,verdict=Urteil X;" in answer.err
    shown = factdesk("show", answer.document["article"], "--json").document
    assert [(c["quote"], c["verdict"]["label"]) for c in shown["claims"]] == [
        ("The bridge was never built", "False")
    ]  # fmt: skip


def test_a_column_that_is_not_there_is_refused_and_labels_that_are_on_no_scale_are_counted(
    factdesk: Command, tmp_path: Path
) -> None:
    path = tmp_path / "claims.csv"
    path.write_text("claim,label\nEels,Refuted\nCrabs,Refuted\n", "utf-8")
    for words, told in (("quote=Nothing", "no column “Nothing”"), ("colour", "no “colour”")):
        answer = factdesk("claims", "gather", path, "--map", words)
        assert (answer.status, told in answer.err) == (1, True)
    assert "2 times no rating “Refuted”" in factdesk("claims", "gather", path).err
