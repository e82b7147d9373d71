"""hints, similar and lint, as they are typed."""

from pathlib import Path

from tests.cli.conftest import SLUG, Command

from factdesk import sample
from factdesk.desk import opening, remarks
from factdesk.text.hints import english


def test_hints_of_an_article_are_the_sentences_over_the_threshold(
    factdesk: Command, article: str
) -> None:
    text = factdesk("show", article, "--json").document["text"]
    answer = factdesk("hints", SLUG, "--json")
    assert answer.status == 0
    assert answer.lines
    for row in answer.lines:
        assert row.keys() == {"start", "stop", "text", "score", "spans"}
        assert row["text"] == text[row["start"] : row["stop"]]
        assert row["score"] >= english().threshold
        for span in row["spans"]:
            assert span.keys() == {"kind", "start", "stop", "text", "reason"}
            assert span["text"] == text[span["start"] : span["stop"]]
            assert span["reason"].startswith("checkable: ")
    words = [span["text"] for row in answer.lines for span in row["spans"]]
    assert "For the first time since the Sound Bridge opened in 1987" in words
    assert "18 percent" in words


def test_all_gives_every_sentence(factdesk: Command, article: str) -> None:
    every = factdesk("hints", article, "--json", "--all").lines
    some = factdesk("hints", article, "--json").lines
    assert len(every) > len(some)
    assert [row for row in every if row in some] == some


def test_a_file_needs_no_desk(factdesk: Command, desk: Path) -> None:
    answer = factdesk("hints", sample.article(), "--json")
    assert answer.status == 0
    assert answer.lines
    assert not desk.exists()


def test_for_people_the_reason_stands_below_the_sentence(factdesk: Command) -> None:
    out = factdesk("hints", sample.article()).out
    assert "      “About 40 percent”: checkable: a percentage, hedged “about”\n" in out


def test_what_is_neither_file_nor_article_is_not_found(factdesk: Command) -> None:
    answer = factdesk("hints", "nowhere")
    assert answer.status == 1
    assert "nowhere" in answer.err


def test_similar_gives_earlier_claims_with_verdict_and_sources(
    factdesk: Command, marked: str
) -> None:
    factdesk("judge", marked, "C2", "false", "--rationale", "It is 14.")
    factdesk("cite", marked, "C2", "--title", "Port statistics", "--stance", "refutes")
    (first, *_) = factdesk("similar", "Passengers", "rose by 18 percent", "--json").lines
    assert first["claim"] == "C2"
    assert first["article"] == marked
    assert first["quote"] == "a rise of 18 percent"
    assert first["verdict"] == "False"
    assert first["given"]
    assert [source["title"] for source in first["sources"]] == ["Port statistics"]


def test_similar_says_nothing_where_nothing_is_like_it(factdesk: Command, marked: str) -> None:
    answer = factdesk("similar", "zeppelin", "--json")
    assert (answer.status, answer.out) == (0, "")
    assert marked


def test_lint_names_what_does_not_add_up_and_what_differs(factdesk: Command, marked: str) -> None:
    factdesk(
        "cite", marked, "C2", "--title", "Port statistics", "--quote", "A rise of 1.8 percent."
    )
    text = factdesk("show", marked, "--json").document["text"]
    rows = factdesk("lint", marked, "--json").lines
    by_rule = {row["rule"]: row for row in rows}
    assert by_rule["does not add up"]["claim"] == "C2"
    for rule in ("does not add up", "differs from evidence"):
        row = by_rule[rule]
        assert row["quote"] == text[row["start"] : row["stop"]] == "18 percent"
    assert by_rule["differs from evidence"]["other"] == "1.8 percent"
    assert "C2  does not add up: “18 percent”" in factdesk("lint", marked).out


def test_lint_says_what_is_set_aside(factdesk: Command, marked: str, desk: Path) -> None:
    (row,) = factdesk("lint", marked, "--json").lines
    assert row["set_aside"] is None
    with opening.open_desk(desk) as store:
        article = store.article(marked)
        (remark,) = remarks.remarks(store, article)
        store.apply(remarks.set_aside(article.id, remark, "They count other years.", None))
    (row,) = factdesk("lint", marked, "--json").lines
    assert row["set_aside"]["reason"] == "They count other years."
    assert "(set aside: They count other years.)" in factdesk("lint", marked).out
