"""Where to look, and why."""

from pathlib import Path

import pytest

from factdesk.importers.files import load
from factdesk.importers.registry import read
from factdesk.model.span import Block, BlockKind
from factdesk.text.canonical import assemble
from factdesk.text.hints import Hint, english, hints


def only(sentence: str) -> Hint:
    (hint,) = hints(sentence)
    return hint


def marked(sentence: str) -> list[tuple[str, str]]:
    """Give the words underlined in a sentence with their kinds."""
    return [(sentence[span.start : span.stop], span.kind) for span in only(sentence).spans]


@pytest.mark.parametrize(
    ("sentence", "words", "kind"),
    [
        ("Nearly 40 ferries sank last year.", "Nearly 40 ferries", "number"),
        ("Traffic rose by 12 percent in March.", "12 percent", "percent"),
        ("It cost him 4.5 per cent of his pay.", "4.5 per cent", "percent"),
        ("The share fell by 3 percentage points.", "3 percentage points", "percent"),
        ("The town pays $14 million a year for it.", "$14 million a year", "money"),
        ("They owe 300 million euros to the bank.", "300 million euros", "money"),
        ("They lost thousands of dollars in a day.", "thousands of dollars", "money"),
        ("It is his third term as the mayor.", "third term", "ordinal"),
        ("About two-thirds of them voted for it.", "About two-thirds", "fraction"),
        ("Six out of 10 divisions failed the test.", "Six out of 10", "fraction"),
        ("It is the largest harbour in the world.", "the largest", "superlative"),
        ("It was the first time since 1965 that she lost.", "the first time since 1965", "first"),
        ("She is the first woman to lead the bank.", "the first woman", "first"),
        ("We make twice as many cars as they do.", "twice as", "comparison"),
        ("The rate rose from 3 to 5 in a year.", "rose", "change"),
        ("He has never paid any of the fines.", "never", "absolute"),
        ("The flood was caused by the new dam.", "caused by", "cause"),
        ("He falsely said that it was sold.", "falsely", "doubt"),
        ("Police arrested the mayor of the town.", "arrested", "event"),
        ("A further 20 to 25 boats sank in the bay.", "20 to 25 boats", "number"),
        ("It takes ten or fifteen minutes to get there.", "ten or fifteen minutes", "duration"),
        ("The engine gives 335 horsepower to the car.", "335 horsepower", "number"),
        (
            "It houses hundreds of thousands of undocumented people.",
            "hundreds of thousands of undocumented people",
            "number",
        ),
        (
            "He exaggerated the scale of the unrest to them.",
            "exaggerated the scale",
            "doubt",
        ),
    ],
)
def test_each_kind_is_underlined(sentence: str, words: str, kind: str) -> None:
    assert (words, kind) in marked(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The first lady spoke to the children.",
        "It is in the best interest of the town.",
        "He was born on July 17 in the old house.",
        "On July 9, 10 and 11 they played outside.",
        "Section 230 protects the owners of sites.",
        "The Boeing 737 was sold to another airline.",
        "It happened in 1965 in a small village.",
        "They met at 10:30 a.m. at the old station.",
        "She lives at 2134 Caldwell Place with him.",
        "First of all they went to see the mayor.",
        "The two went home in the afternoon then.",
        "He found a $1 bill that was printed twice.",
    ],
)
def test_idioms_dates_names_and_streets_are_not_underlined(sentence: str) -> None:
    assert marked(sentence) == []


def test_a_span_takes_its_hedge_along_and_says_so() -> None:
    text = "Some say approximately 1,350 California National Guardsmen left."
    (span,) = only(text).spans
    assert text[span.start : span.stop] == "approximately 1,350 California National Guardsmen"
    assert span.reason == "checkable: a figure, hedged “approximately”"


def test_a_noun_that_goes_on_with_and_is_not_cut_in_two() -> None:
    words = [quote for quote, _ in marked("We thank the more than 5,000 Guardsmen and Marines.")]
    assert words == ["more than 5,000"]


def test_spans_that_run_into_one_another_become_one() -> None:
    text = "They are the only two Arab states that signed the treaty."
    assert marked(text) == [("the only two Arab states", "first")]


def test_a_figure_is_worth_more_than_an_opinion_and_a_question_least() -> None:
    fact, opinion, question = (
        only(sentence).score
        for sentence in (
            "Unemployment fell by 2 percent in 2019, the ministry said.",
            "I think we should all be proud of what we do.",
            "Should we not be proud of what we do here?",
        )
    )
    assert fact > english().threshold > opinion > question


def test_a_forecast_with_a_figure_is_not_weighed_down_by_its_would() -> None:
    with_figure = only("The plan would cost the town 3 million jobs.").score
    without = only("The plan would cost the town many of its jobs.").score
    assert with_figure > without + 0.1


def test_what_counts_without_being_underlined_is_told() -> None:
    hint = only("The mayor said in 1965 that the bridge was safe.")
    assert hint.spans == ()
    assert hint.reasons == ("checkable: attributed", "checkable: a year")


def test_a_repeated_sentence_counts_once() -> None:
    said = "The town lost 300 jobs."
    first, again = hints(f"{said}\n\n{said}")
    assert (first.repeat, again.repeat) == (False, True)
    assert first.spans
    assert not again.spans


def test_positions_are_code_points_in_any_typography() -> None:
    text = "😀 The town’s mayor lost “more than 5,000 votes” in May."
    (span,) = only(text).spans
    assert text[span.start : span.stop] == "more than 5,000 votes"


def test_headings_credits_and_tables_say_nothing() -> None:
    texts = [
        (BlockKind.HEADING, "The town lost 300 jobs in 2019."),
        (BlockKind.CAPTION, "Some 300 people lost their jobs. © Jane DOE / AFP"),
        (BlockKind.TABLE, "300 jobs"),
        (BlockKind.PARAGRAPH, "Photo: 300 Pictures"),
    ]
    text, blocks = assemble(texts)
    (row,) = hints(text, blocks)
    assert text[row.start : row.stop] == "Some 300 people lost their jobs."


def test_a_block_that_begins_in_the_middle_is_read_from_its_own_start() -> None:
    text = "Head 300\n\nThe town lost 300 jobs."
    blocks = [Block(BlockKind.HEADING, 0, 8), Block(BlockKind.PARAGRAPH, 10, len(text))]
    (row,) = hints(text, blocks)
    assert (row.start, row.stop) == (10, len(text))


def test_an_empty_text_has_no_rows() -> None:
    assert hints("") == []


def test_a_desk_can_change_words_and_weights() -> None:
    changed = english().changed(
        {"classes": {"doubt": "hogwash"}, "weights": {"doubt": [9.0, 1]}, "threshold": 0.9}
    )
    (row,) = hints("What he says there is hogwash.", lexicon=changed)
    assert row.score > changed.threshold == 0.9
    assert [span.kind for span in row.spans] == ["doubt"]
    assert not hints("What he says there is hogwash.")[0].spans


def test_the_seed_article_is_underlined_where_it_should_be(data: Path) -> None:
    draft = read(load(data / "seed" / "national-guard.txt"))
    text, blocks = assemble(draft.blocks)
    found = [span for row in hints(text, blocks) for span in row.spans]
    words = {text[span.start : span.stop]: span.kind for span in found}
    assert words["approximately 1,350 California National Guardsmen"] == "number"
    assert words["more than 5,000"] == "number"
    assert words["the first time since 1965"] == "first"
    assert words["hundreds of thousands of undocumented people"] == "number"
    assert words["exaggerated the scale"] == "doubt"
    assert not any("AFP" in quote or "Kamala" in quote for quote in words)


def test_a_line_without_a_word_is_a_row_worth_nothing() -> None:
    first, second = hints("The town lost 300 jobs.\n\n___")
    assert first.score > english().threshold > second.score
    assert second.spans == ()
