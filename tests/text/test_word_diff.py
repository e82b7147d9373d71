from hypothesis import given
from hypothesis import strategies as st

from factdesk.text.word_diff import Kind, Run, word_diff


def test_words_are_kept_struck_and_new() -> None:
    assert word_diff("the first time since 1972", "the second time since 1988") == [
        Run(Kind.KEPT, "the "),
        Run(Kind.OLD, "first "),
        Run(Kind.NEW, "second "),
        Run(Kind.KEPT, "time since "),
        Run(Kind.OLD, "1972"),
        Run(Kind.NEW, "1988"),
    ]


def test_a_mark_changes_without_its_word() -> None:
    assert Run(Kind.KEPT, "doubled") in word_diff("doubled.", "doubled!")


def test_a_number_changes_as_a_whole() -> None:
    runs = word_diff("about 1,350 items", "about 1,450 items")
    assert runs == [
        (Kind.KEPT, "about "),
        (Kind.OLD, "1,350 "),
        (Kind.NEW, "1,450 "),
        (Kind.KEPT, "items"),
    ]


@given(st.text(max_size=60), st.text(max_size=60))
def test_both_wordings_are_in_it_to_the_letter(old: str, new: str) -> None:
    runs = word_diff(old, new)
    assert "".join(run.text for run in runs if run.kind is not Kind.NEW) == old
    assert "".join(run.text for run in runs if run.kind is not Kind.OLD) == new
