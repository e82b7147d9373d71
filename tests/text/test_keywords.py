import pytest

from factdesk.text.keywords import keywords


def test_stop_words_addresses_and_who_signs_are_left_out() -> None:
    text = "The ferry is at https://a.example/ferry?x=1 pic.twitter.com/AbC the Ferry (@mayor)"
    assert keywords(text) == ["ferry"]


@pytest.mark.parametrize("tag", ["#AustralianFires", "@AustralianFires"])
def test_a_tag_or_an_account_counts_whole_and_by_its_parts(tag: str) -> None:
    assert keywords(f"{tag} now") == ["australianfires", "australian", "fires"]


def test_figures_are_words() -> None:
    assert keywords("1,350 of 2.5 million") == ["1,350", "2.5", "million"]


def test_a_long_passage_is_known_by_its_first_words() -> None:
    assert len(keywords(" ".join(f"word{number}" for number in range(100)))) == 40
