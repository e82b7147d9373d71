"""What has changed, told in whole numbers and cut out with the words around it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factdesk.text.anchoring import Op, difference
from factdesk.text.anchoring.excerpts import excerpts

LONG = (
    "The harbour of Kestrel Bay handled goods of every kind for years before the flood came, and "
)


def changed(old: str, new: str) -> tuple[list[str], list[str]]:
    """What has gone and what has come."""
    runs = difference(old, new)
    gone = [old[slice(*run.old)] for run in runs if run.op is Op.DELETE]
    return gone, [new[slice(*run.new)] for run in runs if run.op is Op.INSERT]


@pytest.mark.parametrize(
    ("before", "after"),
    [("1,350", "1,450"), ("12.5", "12.7"), ("1.2", "12"), ("41,000", "51,000"), ("1’350", "2’350")],
)
def test_a_number_changes_as_a_whole(before: str, after: str) -> None:
    sentence = "Some {} troops left the city on Monday, in 2024, as 3,000 had done."
    found = changed(sentence.format(before), sentence.format(after))
    assert found == ([before], [after])


def test_numbers_beside_a_change_stay_out_of_it() -> None:
    gone, come = changed("In 2024, ships came. It was 1965.", "In 2024, boats came. It was 1965.")
    assert (gone, come) == (["ships"], ["boats"])


def test_what_moved_on_either_side_of_words_that_stayed_holds_both_texts_whole() -> None:
    rain, boats, ships = "It rained all day.", "Boats left it again.", "Ships came to the harbour."
    old = (
        f"He said so.\n\nNobody knew. We have doubled. {rain} {boats}\n\n"
        f"{ships} {rain} Nobody knew. Nobody knew."
    )
    new = f"{rain}\n\n{ships} We have doubled. {rain} {boats}\n\n{boats}"
    runs = difference(old, new)
    assert "".join(old[slice(*run.old)] for run in runs) == old
    assert "".join(new[slice(*run.new)] for run in runs) == new


@given(st.text("1 2,.a\n", max_size=30), st.text("1 2,.a\n", max_size=30))
def test_a_difference_holds_both_texts_whole(old: str, new: str) -> None:
    runs = difference(old, new)
    assert "".join(old[slice(*run.old)] for run in runs) == old
    assert "".join(new[slice(*run.new)] for run in runs) == new
    same = (run for run in runs if run.op is Op.EQUAL)
    assert all(old[slice(*run.old)] == new[slice(*run.new)] for run in same)


@pytest.mark.parametrize("lead", ["", "Some ", LONG])
def test_what_stands_before_the_first_change_is_shown_with_it(lead: str) -> None:
    old, new = f"{lead}1,350 men left.", f"{lead}1,450 men left."
    (excerpt,) = excerpts(difference(old, new), old, new)
    shown = "".join(text for run, text in excerpt.pieces if run.op is not Op.DELETE)
    assert shown.endswith(f"{lead[-20:]}1,450 men left.")
