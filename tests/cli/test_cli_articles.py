"""extract, import, list, show and search, as they are typed."""

import json
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from tests.cli.conftest import SLUG, Command

from factdesk import sample

DRAFT_KEYS = {
    "title", "authors", "published", "publisher", "language", "url", "blocks", "text", "left_out",
    "warnings",
}  # fmt: skip
TITLE = "Ferries overtake the bridge in Halvern Sound"


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "notes" / "note.txt"
    path.parent.mkdir()
    path.write_text(
        "Herring is back\n\nThe herring came back in May. The gulls came too.\n", "utf-8"
    )
    return path


def test_extract_gives_what_an_import_would_bring(factdesk: Command) -> None:
    answer = factdesk("extract", sample.article(), "--json")
    (draft,) = answer.lines
    assert answer.status == 0
    assert draft.keys() >= DRAFT_KEYS
    assert draft["title"] == TITLE
    assert draft["authors"] == ["Ines Varga", "Tobias Lund"]
    assert draft["published"].startswith("2026-03-05")
    assert (draft["publisher"], draft["language"]) == ("The Sound Mirror", "en")
    assert draft["url"] == "https://soundmirror.example/2026/03/ferries-overtake-the-bridge"
    assert {block["kind"] for block in draft["blocks"]} == {
        "paragraph", "caption", "quote", "heading"
    }  # fmt: skip
    assert draft["text"] == "\n\n".join(block["text"] for block in draft["blocks"])


def test_extract_keeps_the_story_and_leaves_out_what_is_none_of_it(factdesk: Command) -> None:
    (draft,) = factdesk("extract", sample.article(), "--json").lines
    kept = draft["text"]
    for words in (
        "For the first time since",
        "Nobody in Halvern",
        "says Jonas Reuter",
        "turnstiles.",
    ):
        assert words in kept
    for words in ("Bridge tolls to rise", "regatta", "red cranes", "newsletter"):
        assert words not in kept
    assert kept.count("The ferry Ternen leaves") == 1
    assert all(out.keys() == {"kind", "text", "reason"} for out in draft["left_out"])


def test_extract_needs_no_desk(factdesk: Command, desk: Path) -> None:
    assert factdesk("extract", sample.article()).status == 0
    assert not desk.exists()


def test_a_failed_document_gives_its_error_in_its_place(
    factdesk: Command, note: Path, tmp_path: Path
) -> None:
    missing, empty = tmp_path / "missing.html", tmp_path / "empty.txt"
    empty.touch()
    for command in ("extract", "import"):
        answer = factdesk(command, missing, note, empty, sample.article(), "--json")
        first, second, third, fourth = answer.lines
        assert answer.status == 1
        assert first.keys() == {"source", "error"}
        assert first["source"] == str(missing)
        assert first["error"].keys() == {"kind", "message", "advice"}
        assert first["error"]["kind"] == "missing"
        assert (second["title"], fourth["title"]) == ("Herring is back", TITLE)
        assert third["error"]["kind"] == "empty"
        assert "missing.html" in answer.err
        assert "empty.txt" in answer.err


@pytest.fixture
def address() -> Iterator[str]:
    """The address of the sample article, on a server of our own."""
    handler = partial(SimpleHTTPRequestHandler, directory=str(sample.article().parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/{sample.article().name}"
        server.shutdown()
        thread.join()


def test_a_link_is_fetched_where_that_is_allowed(factdesk: Command, address: str) -> None:
    (draft,) = factdesk("extract", "--allow-private", address, "--json").lines
    assert draft["title"] == TITLE
    (imported,) = factdesk("import", address, "--allow-private", "--json").lines
    (again,) = factdesk("import", sample.article(), "--json").lines
    assert (imported["status"], again["status"]) == ("imported", "present")


def test_a_link_into_the_own_network_is_refused_with_the_way_out(
    factdesk: Command, address: str, note: Path
) -> None:
    for command in ("extract", "import"):
        answer = factdesk(command, address, note, "--json")
        assert answer.status == 1
        assert answer.lines[0]["error"]["kind"] == "private_address"
        assert "--allow-private" in answer.lines[0]["error"]["advice"]
        assert answer.lines[1]["title"] == "Herring is back"


def test_import_prints_the_identities_in_the_order_of_the_arguments(
    factdesk: Command, note: Path
) -> None:
    answer = factdesk("import", note, sample.article())
    listed = {line["article"]: line["title"] for line in factdesk("list", "--json").lines}
    assert [listed[key] for key in answer.out.split()] == ["Herring is back", TITLE]
    assert answer.err == ""


def test_the_same_bytes_open_the_article_that_is_there(factdesk: Command, tmp_path: Path) -> None:
    copy = tmp_path / "copied under another name.htm"
    copy.write_bytes(sample.article().read_bytes())
    (first,) = factdesk("import", sample.article(), "--json").lines
    (second,) = factdesk("import", copy, "--json").lines
    assert first == {"article": first["article"], "title": TITLE, "status": "imported"}
    assert second == {"article": first["article"], "title": TITLE, "status": "present"}
    assert len(factdesk("list", "--json").lines) == 1


def test_a_folder_stands_for_its_documents(factdesk: Command, note: Path) -> None:
    (note.parent / "z.md").write_text("# Last\n\nThe last of them is this one.\n", "utf-8")
    answer = factdesk("import", note.parent, "--json")
    assert [line["title"] for line in answer.lines] == ["Herring is back", "Last"]


def test_list_says_how_far_the_work_is(factdesk: Command, marked: str) -> None:
    factdesk("judge", marked, "C1", "true")
    (line,) = factdesk("list", "--json").lines
    assert (line["article"], line["claims"], line["judged"]) == (marked, 3, 1)
    assert TITLE in factdesk("list").out


@pytest.mark.parametrize("name", ["whole", "beginning", "slug"])
def test_an_article_answers_to_its_identity_a_beginning_of_it_and_its_slug(
    factdesk: Command, article: str, name: str
) -> None:
    words = {"whole": article, "beginning": article[:6], "slug": SLUG}
    assert factdesk("show", words[name], "--json").document["article"] == article


@pytest.mark.parametrize("words", [["nobody"], [""], ["nobody", "--json"]])
def test_what_no_article_answers_to_is_said_in_words(
    factdesk: Command, article: str, words: list[str]
) -> None:
    assert article
    answer = factdesk("show", *words)
    assert (answer.status, answer.out) == (1, "")
    assert "No article answers" in answer.err
    assert "factdesk list" in answer.err


def test_show_gives_the_record_with_text_blocks_and_claims(factdesk: Command, marked: str) -> None:
    shown = factdesk("show", marked, "--json").document
    assert shown["title"] == TITLE
    assert shown["slug"] == SLUG
    assert all(block.keys() == {"kind", "start", "stop"} for block in shown["blocks"])
    pieces = [shown["text"][block["start"] : block["stop"]] for block in shown["blocks"]]
    assert "\n\n".join(pieces) == shown["text"]
    assert [claim["claim"] for claim in shown["claims"]] == ["C1", "C2", "C3"]
    for claim in shown["claims"]:
        assert shown["text"][claim["start"] : claim["stop"]] == claim["quote"]
        assert (claim["state"], claim["verdict"]) == ("marked", None)


def test_positions_are_code_points(factdesk: Command, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Ships\n\n🚢🚢 Three ships 👩‍👩‍👧 came to Kestrel Bay in May.\n", "utf-8")
    key = factdesk("import", page).out.strip()
    (claim,) = factdesk("mark", key, "--quote", "Three ships", "--json").lines
    text = factdesk("show", key, "--json").document["text"]
    assert text[claim["start"] : claim["stop"]] == "Three ships"
    assert claim["start"] == text.index("Three")


def test_search_finds_text_claims_and_sources(factdesk: Command, marked: str) -> None:
    factdesk("cite", marked, "C2", "--title", "Port statistics 2025")
    factdesk("judge", marked, "C2", "false", "--rationale", "The sum is fourteen.")
    for query, claim in (("turnstiles", False), ("statistics", True), ("fourteen", True)):
        hits = factdesk("search", query, "--json").lines
        assert hits, query
        assert all(hit["article"] == marked for hit in hits)
        assert any(hit["claim"] for hit in hits) is claim
    assert factdesk("search", "zeppelin", "--json").out == ""
    assert "turnstiles" in factdesk("search", "turnstiles").out


def test_a_hit_in_the_text_names_its_place(factdesk: Command, article: str) -> None:
    text = factdesk("show", article, "--json").document["text"]
    (hit,) = factdesk("search", "turnstiles", "--json").lines
    assert text[hit["start"] : hit["stop"]] == "turnstiles"


def test_every_line_of_json_is_unescaped_text(factdesk: Command, marked: str) -> None:
    assert (
        "“the end of the age of the car”"
        in json.loads(factdesk("show", marked, "--json").out)["text"]
    )
    assert "\\u" not in factdesk("show", marked, "--json").out


def test_an_article_from_another_desk_is_taken_in_once(
    factdesk: Command, marked: str, tmp_path: Path
) -> None:
    out, other = tmp_path / "article.json", tmp_path / "other.factdesk"
    assert factdesk("export", marked, "--format", "json", "--out", out).status == 0
    first = factdesk("import", out, "--desk", other, "--json").document
    assert (first["article"], first["status"]) == (marked, "imported")
    assert factdesk("import", out, "--desk", other, "--json").document["status"] == "present"
    back = tmp_path / "back.json"
    factdesk("export", marked, "--format", "json", "--out", back, "--desk", other)
    assert back.read_bytes() == out.read_bytes()
