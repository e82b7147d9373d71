from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from factdesk.exporters.emphasis import emphasised
from factdesk.model.span import Span

READER = MarkdownIt("commonmark")

texts = st.text(
    alphabet="abä \n.,!\"'“”€*_`[&;(\\-1#>|~\u00a0\u3000\U0001f600e\u0301", min_size=1, max_size=40
)


def strong_text(markdown: list[str]) -> list[str]:
    """Find what is strong in each paragraph."""
    found = []
    for paragraph in markdown:
        tokens = [token for block in READER.parse(paragraph) for token in block.children or ()]
        kinds = [token.type for token in tokens]
        if "strong_open" in kinds:
            inside = tokens[kinds.index("strong_open") + 1 : kinds.index("strong_close")]
            assert kinds.count("strong_open") == 1
            found.append(
                "".join("\n" if token.type == "hardbreak" else token.content for token in inside)
            )
    return found


def words(text: str) -> list[str]:
    return text.split()


@given(text=texts, borders=st.tuples(st.integers(0, 40), st.integers(0, 40)))
def test_the_strong_text_is_the_quote(text: str, borders: tuple[int, int]) -> None:
    span = Span(*sorted(borders))
    quote = text[span.start : span.stop]
    found = strong_text(emphasised(text, span))
    assert words("\n".join(found)) == words(quote)


@given(text=texts)
def test_what_stands_around_it_is_all_there(text: str) -> None:
    whole = "\n".join(emphasised(text, Span(1, 3)))
    seen = "".join(
        " " if token.type in {"hardbreak", "softbreak"} else token.content
        for block in READER.parse(whole)
        for token in block.children or ()
    )
    assert words(seen) == words(text)


def test_a_quotation_within_a_word_is_still_set_off() -> None:
    assert emphasised("a“b”c", Span(1, 4)) == ["&#97;**“b”**&#99;"]


def test_ordinary_prose_needs_no_references() -> None:
    assert emphasised("He said “it grew” twice.", Span(8, 17)) == ["He said **“it grew”** twice."]


def test_a_place_over_two_paragraphs_is_strong_in_both() -> None:
    assert emphasised("One two.\n\nThree four.", Span(4, 15)) == ["One **two.**", "**Three** four."]
