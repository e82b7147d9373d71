"""What holds of every text, tried on those that trip programs up."""

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from factdesk.model.span import BlockKind, Span
from factdesk.text.anchors import find, occurrences, surroundings
from factdesk.text.boundaries import snap_to_graphemes, snap_to_words, word_at
from factdesk.text.canonical import assemble, canonical
from factdesk.text.sentences import sentence_around, sentences
from factdesk.text.slugs import slug
from factdesk.text.utf16 import Utf16Map

LATIN = (
    "the",
    "The",
    " ",
    ". ",
    "? ",
    "a",
    "1,350",
    "U.S.",
    "don’t",
    "“No,”",
    "—",
    "\n",
    "\n\n",
    "\t",
)
MARKED = ("\u00a0", "é", "e\u0301", "x\u0323\u0307", "\u0301", "ﬁ", "ß", "İ")
ASTRAL = (
    "😀",
    "👩\u200d🚀",
    "👨\u200d👩\u200d👧",
    "🇩🇪",
    "🇫",
    "👍🏽",
    "1\ufe0f\u20e3",
    "❤\ufe0f",
    "𝔘",
)
OTHERS = (
    *("שלום", "مرحبا", "\u200f", "\u202b", "می\u200cروم", "\u1100\u1161\u11a8", "가", "각"),
    *("क्ष", "स्त्री", "ক্ষ", "ไม่", "東京", "が", "か\u3099", "。", "「"),
)
ALTERED = (
    *("\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029", "\x00", "\x1b", "\u00ad", "\ufeff"),
    *("\ufdd0", "\ufdd1", "\ufffc", "\ud83d", "\ude00", "\uffff", "  \n", "\n \n"),
)
PIECES = st.sampled_from((*LATIN, *MARKED, *ASTRAL, *OTHERS))

raw_texts = st.lists(
    st.one_of(PIECES, st.sampled_from(ALTERED), st.characters(exclude_categories=())), max_size=30
).map("".join)
texts = st.lists(PIECES, max_size=30).map("".join).map(canonical)


@st.composite
def places(draw: st.DrawFn) -> tuple[str, Span]:
    """Draw a text and any place in it, which may split clusters and may be empty."""
    text = draw(texts)
    start = draw(st.integers(0, len(text)))
    return text, Span(start, draw(st.integers(start, len(text))))


def borders(text: str) -> set[int]:
    """Find the borders of the grapheme clusters, from the beginning of the text."""
    return {0, *(cluster.end() for cluster in regex.finditer(r"\X", text))}


@given(raw_texts)
def test_what_is_canonical_stays_as_it_is(raw: str) -> None:
    text = canonical(raw)
    assert canonical(text) == text
    assert text == text.strip("\n")
    assert text.encode().decode() == text


@pytest.mark.usefixtures("qapp")
@given(raw_texts)
def test_a_document_holds_every_code_point_of_a_canonical_text_at_its_place(raw: str) -> None:
    text = canonical(raw)
    document = QTextDocument()
    document.setPlainText(text)
    places = Utf16Map(text)
    assert document.characterCount() - 1 == places.to_utf16(len(text))
    block, lines = document.begin(), []
    while block.isValid():
        lines.append(block.text())
        block = block.next()
    assert "\n".join(lines) == text
    for position, character in enumerate(text):
        first_unit = character.encode("utf-16-le")[:2].decode("utf-16-le", "surrogatepass")
        shown = document.characterAt(places.to_utf16(position))
        assert shown == first_unit.replace("\n", "\u2029")


@pytest.mark.usefixtures("qapp")
@given(places())
def test_a_painted_place_is_read_back_as_the_same_place(place: tuple[str, Span]) -> None:
    text, span = place
    document = QTextDocument(text)
    units = Utf16Map(text)
    cursor = QTextCursor(document)
    cursor.setPosition(units.to_utf16(span.start))
    cursor.setPosition(units.to_utf16(span.stop), QTextCursor.MoveMode.KeepAnchor)
    read = Span(*map(units.to_code_point, (cursor.selectionStart(), cursor.selectionEnd())))
    assert read == span
    assert cursor.selectedText().replace("\u2029", "\n") == text[span.start : span.stop]


@given(texts)
def test_code_point_to_unit_and_back_is_the_identity(text: str) -> None:
    units = Utf16Map(text)
    for position in range(len(text) + 1):
        unit = units.to_utf16(position)
        assert unit == len(text[:position].encode("utf-16-le")) // 2
        assert units.to_code_point(unit) == position
        if text[position : position + 1] > "\uffff":
            assert units.to_code_point(unit + 1) == position


@given(st.lists(st.tuples(st.sampled_from(BlockKind), raw_texts), max_size=6))
def test_blocks_stand_where_they_are_said_to_stand(raw: list[tuple[BlockKind, str]]) -> None:
    text, blocks = assemble(raw)
    assert canonical(text) == text
    assert text.split("\n\n") == [text[block.start : block.stop] for block in blocks] or not blocks
    assert all("\n\n" not in text[block.start : block.stop] for block in blocks)
    assert all(block.start < block.stop for block in blocks)


@given(places())
def test_snapping_grows_a_place_to_the_nearest_borders_of_clusters(place: tuple[str, Span]) -> None:
    text, span = place
    start, stop = snap_to_graphemes(text, span)
    assert start == max(border for border in borders(text) if border <= span.start)
    assert stop == min(border for border in borders(text) if border >= span.stop)


@given(places())
def test_snapping_to_words_keeps_what_was_selected_and_splits_no_cluster(
    place: tuple[str, Span],
) -> None:
    text, span = place
    start, stop = snap_to_words(text, span)
    selected = text[span.start : span.stop].strip()
    assert {start, stop} <= borders(text)
    assert selected in text[start:stop]
    assert snap_to_words(text, Span(start, stop)) == (start, stop) or not selected


@given(places())
def test_the_word_at_a_caret_touches_it(place: tuple[str, Span]) -> None:
    text, (position, _) = place
    start, stop = word_at(text, position)
    assert start <= position <= stop


@given(texts)
def test_all_but_white_space_lies_in_one_sentence(text: str) -> None:
    found = sentences(text)
    assert found == sorted(found)
    assert "".join("".join(text[a:b].split()) for a, b in found) == "".join(text.split())
    assert all(text[a:b] == text[a:b].strip() and "\n" not in text[a:b] for a, b in found)


@given(texts)
def test_the_sentence_around_each_sentence_is_itself(text: str) -> None:
    assert [sentence_around(text, span) for span in sentences(text)] == sentences(text)


@given(places())
def test_a_place_with_its_surroundings_stands_in_the_text_once(place: tuple[str, Span]) -> None:
    text, span = place
    prefix, suffix = surroundings(text, span)
    assert len(prefix) >= min(32, span.start)
    assert len(suffix) >= min(32, len(text) - span.stop)
    whole = prefix + text[span.start : span.stop] + suffix
    starts = [at for at in range(len(text) + 1) if text.startswith(whole, at)]
    assert starts == [span.start - len(prefix)]
    assert {starts[0], starts[0] + len(whole)} <= borders(text)


@given(places())
def test_a_quoted_place_is_found_among_its_occurrences(place: tuple[str, Span]) -> None:
    text, raw = place
    span = snap_to_graphemes(text, raw)
    quote = text[span.start : span.stop]
    found = occurrences(text, quote)
    assert not quote or any(start <= span.start < stop for start, stop in found)
    assert all(
        text[start:stop] == quote and {start, stop} <= borders(text) for start, stop in found
    )


@given(places())
def test_searching_finds_a_place_whatever_its_case(place: tuple[str, Span]) -> None:
    text, raw = place
    span = snap_to_graphemes(text, raw)
    needle = text[span.start : span.stop]
    found = find(text, needle.swapcase())
    assert found == sorted(found)
    assert all(start < stop and {start, stop} <= borders(text) for start, stop in found)
    if needle.isalnum() and needle.isascii():
        assert any(start <= span.start < stop for start, stop in found)


@given(raw_texts)
def test_a_slug_is_short_and_plain(title: str) -> None:
    assert regex.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(title))
    assert len(slug(title)) <= 60
