"""How much of a text is marked, kept up place by place."""

from hypothesis import given
from hypothesis import strategies as st

from factdesk.desk.coverage import Cover, sentences_in
from factdesk.model.article import Version
from factdesk.model.span import Block, BlockKind, Span

SAID = [Span(start, start + 9) for start in range(0, 100, 10)]
PLACES = st.lists(
    st.tuples(st.integers(0, 99), st.integers(1, 40)).map(lambda at: Span(at[0], at[0] + at[1]))
)


@given(PLACES, st.integers(0, 5))
def test_places_taken_in_one_by_one_count_as_all_at_once(places: list[Span], drops: int) -> None:
    cover = Cover()
    cover.add(SAID)
    for place in places:
        cover.put(place)
    for place in places[:drops]:
        cover.drop(place)
    left = places[drops:]
    bare = [said for said in SAID if not any(said.touches(place) for place in left)]
    assert cover.unmarked == len(bare)


def test_the_next_unmarked_sentence_is_found_round_and_round(version: Version) -> None:
    cover = Cover()
    for block in version.blocks:
        cover.add(sentences_in(version, block))
    assert len(cover) == cover.unmarked == 4
    first = cover.next_unmarked(-1)
    assert first is not None
    assert first.start == 0
    second = cover.next_unmarked(first.start)
    assert second is not None
    assert second.start > first.stop
    cover.put(second)
    assert cover.next_unmarked(len(version.text)) == first
    cover.put(Span(0, len(version.text)))
    assert cover.next_unmarked(0) is None


def test_captions_are_checked_but_neither_their_credits_nor_headings(version: Version) -> None:
    text = "The bridge opened in 1904. © Mina Okafor / Kestrel Courier"
    block = Block(BlockKind.CAPTION, 0, len(text))
    version = version.model_copy(update={"text": text, "blocks": (block,)})
    assert [text[said.start : said.stop] for said in sentences_in(version, block)] == [
        "The bridge opened in 1904."
    ]
    assert sentences_in(version, block._replace(kind=BlockKind.HEADING)) == []
