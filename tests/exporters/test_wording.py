import pytest

from factdesk.exporters.wording import words

SAY = words("en")


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("1965", "1965"),
        ("2026-02", "February 2026"),
        ("2026-02-07", "7 February 2026"),
        ("2026-02-17T10:05:00Z", "17 February 2026"),
        ("last spring", "last spring"),
        ("2026-13", "2026-13"),
        ("", ""),
    ],
)
def test_a_date_is_put_into_words_and_never_padded(date: str, words: str) -> None:
    assert SAY.day(date) == words


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2026-02-17T10:05:00Z", "17 February 2026, 10:05 UTC"),
        ("2026-02-17T10:05:00.123+01:00", "17 February 2026, 10:05 +01:00"),
        ("2026-02-17T10:05", "17 February 2026, 10:05"),
        ("2026-02", "February 2026"),
    ],
)
def test_a_time_is_told_with_its_zone(date: str, words: str) -> None:
    assert SAY.moment(date) == words


def test_counts_agree_with_their_noun() -> None:
    assert [SAY.count("claims", n) for n in (0, 1, 1200)] == ["0 claims", "1 claim", "1,200 claims"]


def test_lists_read_like_prose() -> None:
    assert [SAY.listed(listing) for listing in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
