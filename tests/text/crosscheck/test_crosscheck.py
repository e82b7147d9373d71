"""Numbers, dates, names and quoted words of a claim against those of its evidence."""

import pytest

from factdesk.text.crosscheck import Outcome, arithmetic, crosscheck


def told(claim: str, *evidence: str) -> dict[str, str]:
    """Give the outcome for each place of the claim by its words."""
    checks = crosscheck(claim, evidence)
    assert all(claim[check.start : check.stop] == check.quote for check in checks)
    return {check.quote: check.outcome for check in checks}


def test_digits_that_are_no_number_are_none() -> None:
    pi = "3.14159265358979323846264338327950288"
    assert told(f"The code is {pi}12.", f"The code is {pi}.") == {}


@pytest.mark.parametrize("digits", ["9", "1,", ".", "1 ", "up 1 from ", "on Monday "])
def test_figures_without_end_come_to_an_end(digits: str) -> None:
    text = f"It rose {digits * 9_000} up and died aged {digits * 9_000}."
    assert arithmetic(text) == []
    assert all(check.outcome == Outcome.FOUND for check in crosscheck(text[:2_000], [text[:9_000]]))


@pytest.mark.parametrize(
    ("claim", "evidence", "quote"),
    [
        ("Turnout fell by 12 percent.", "Turnout fell by 1.2 percent.", "12 percent"),
        ("The dam cost $3 million.", "The dam cost $3 billion.", "$3 million"),
        ("The rate rose by 2 percent.", "The rate rose 2 percentage points.", "2 percent"),
        ("The dam cost $3 million.", "The dam cost €3 million.", "$3 million"),
        ("The town has 340 nurses.", "The town counts 304 nurses.", "340"),
        ("The council met on Thursday.", "The council met on July 16, 2025.", "Thursday"),
        ("The strike began on May 3, 2024.", "The strike began on May 4, 2024.", "May 3, 2024"),
        ("The port's first strike since 1965.", "The port's last strike: 1972.", "1965"),
        ("It was closed by Mina Okafor.", "Closed by Mina Okafur.", "Mina Okafor"),
    ],
)
def test_what_is_another_differs(claim: str, evidence: str, quote: str) -> None:
    assert told(claim, evidence)[quote] is Outcome.DIFFERS


@pytest.mark.parametrize(
    ("claim", "evidence", "quote"),
    [
        ("Twelve people drowned.", "The coast guard counted 12 drowned.", "Twelve"),
        ("About 1,300 people came.", "1,342 people came.", "1,300"),
        ("It costs 2.1 million dollars.", "The cost is $2,100,000.", "2.1 million dollars"),
        ("Some 38 percent cycle.", "In the survey 38% cycle.", "38 percent"),
        ("The council met on Wednesday.", "The council met on July 16, 2025.", "Wednesday"),
        ("Passed in May 1998 at last.", "It was passed on 14 May 1998.", "May 1998"),
        ("It was closed by Mina Okafor.", "I closed it (signed: Okafor)", "Mina Okafor"),
    ],
)
def test_what_is_the_same_in_other_words_is_found(claim: str, evidence: str, quote: str) -> None:
    assert told(claim, evidence)[quote] is Outcome.FOUND


@pytest.mark.parametrize(
    ("claim", "evidence", "quote"),
    [
        ("Crime fell by 12 percent.", "Of those asked, 45 percent feel safe.", "12 percent"),
        ("It was closed by Mina Okafor.", "It was closed by Petra Solheim.", "Mina Okafor"),
        ("It has stood since 1965.", "Nothing is dated here.", "1965"),
        ("She said “we have no money at all”.", "She spoke of ferries.", "we have no money at all"),
    ],
)
def test_what_is_about_something_else_is_not_there(claim: str, evidence: str, quote: str) -> None:
    assert told(claim, evidence)[quote] is Outcome.ABSENT


def test_one_piece_of_evidence_that_has_it_is_enough() -> None:
    claim = "The town has 340 nurses."
    assert told(claim, "The town counts 304 nurses.", "340 nurses work there.")["340"] is (
        Outcome.FOUND
    )


def test_a_number_that_another_of_the_claim_has_taken_differs_from_nothing() -> None:
    claim = "Ferries rose from 30 ferries to 50 ferries in the bay."
    assert told(claim, "In the bay, 30 ferries ran.")["50"] is Outcome.ABSENT


def test_quoted_words_are_exact_whatever_the_quote_marks() -> None:
    claim = "She said “it’s the end of the car”."
    assert told(claim, '"It\'s the end of the car", she said.')["it’s the end of the car"] is (
        Outcome.FOUND
    )


def test_altered_words_are_shown_as_a_difference() -> None:
    claim = "She said “it is never the end of the car”."
    (check,) = crosscheck(claim, ["It is not the end of the car, she said."])
    assert check.outcome is Outcome.DIFFERS
    assert check.why == "it is [-not-] {+never+} the end of the car"
    assert check.other == "It is not the end of the car"


def test_a_weekday_beside_its_date_is_checked_without_evidence_of_it() -> None:
    (day, _) = crosscheck("It was on Thursday, July 18, 2025.", ["Nothing is dated here."])
    assert (day.outcome, day.why) == (Outcome.DIFFERS, "that day was a Friday")


def test_a_metre_is_no_million() -> None:
    assert told("The tower is 123 metres high.", "The tower is 123 m high.")["123"] is (
        Outcome.FOUND
    )


def test_without_evidence_there_is_no_answer() -> None:
    assert crosscheck("The town has 340 nurses.", []) == []
    assert crosscheck("The town has 340 nurses.", [" "]) == []


@pytest.mark.parametrize(
    ("text", "quote", "why"),
    [
        (
            "It counted 2.4 million, up from 2.1 million the year before, a rise of 18 percent.",
            "18 percent",
            "from these two numbers it is 14.3 percent",
        ),
        (
            "Sales rose by 20 percent, from 100 to 150.",
            "20 percent",
            "from these two numbers it is 50.0 percent",
        ),
        ("In all 120 boats: 60 blue and 40 red.", "120", "the parts add up to 100"),
        ("It sank on Thursday, 18 July 2025.", "Thursday", "that day was a Friday"),
        (
            "Ada Quill, born in May 1950, died on 3 March 2001 at the age of 45.",
            "45",
            "from 1950 to 2001 it is 51, or a year less",
        ),
    ],
)
def test_numbers_that_contradict_one_another_are_told(text: str, quote: str, why: str) -> None:
    (found,) = arithmetic(f"Before it. {text}")
    assert (found.quote, found.why) == (quote, why)
    assert f"Before it. {text}"[found.start : found.stop] == quote


@pytest.mark.parametrize(
    "text",
    [
        "Sales rose by 50 percent, from 100 to 150.",
        "Sales rose by 14 percent, from 2.1 million to 2.4 million.",
        "In all 100 boats: 60 blue and 40 red.",
        "The share rose by 3 percent, from 10 percent to 13 percent.",
        "In all 120 boats: 60 blue.",
        "It sank on Thursday, 17 July 2025.",
        "It was seen on Thursday and 18 July 2025.",
        "On Thursday it was said that the bridge of 18 July 2025 had sunk.",
        "Born on 3 May 1950, she died in 2001 at the age of 50.",
    ],
)
def test_numbers_that_agree_or_are_unsure_are_not_told(text: str) -> None:
    assert arithmetic(text) == []


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("Half of Nigeria’s people live in towns.", "Nigeria's towns grow."),
        ("It is in the hands of Canada alone.", "Canadian hands hold it."),
        ("He joined the World Trade Organisation.", "The World Trade Organization took him."),
        ("They fled to Iraq by night.", "They fled to Iran by night."),
        ("The town lost 22 million jobs and won 11 million jobs.", "It lost 22.7 million jobs."),
        ("Ferries carry 600 more people than trains.", "Ferries carry 7,470 people in all."),
        ("The 21 year old mayor of Alder was paid.", "A 17 year old mayor of Alder was paid."),
        ("The harbour has 7 million crates.", "The harbour has two crates and two cranes."),
        ("It was there in 2019 and in 2020 as well.", "It was there in 2020 and in 2021 as well."),
        ("He carried an AR-15 rifle on the ferry.", "He carried one rifle on the ferry."),
    ],
)
def test_what_only_looks_like_another_is_not_called_so(claim: str, evidence: str) -> None:
    differ = [check for check in crosscheck(claim, [evidence]) if check.outcome is Outcome.DIFFERS]
    assert [check.quote for check in differ] in ([], ["22 million"])
