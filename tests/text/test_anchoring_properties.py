"""What holds whatever has become of a text."""

from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from factdesk.model.claim import AnchorStatus
from factdesk.model.span import Span
from factdesk.text.anchoring import carry
from factdesk.text.anchoring.aligning import align
from factdesk.text.anchoring.difference import difference
from factdesk.text.anchoring.patience import common
from factdesk.text.anchoring.repaired import Repaired
from factdesk.text.boundaries import snap_to_graphemes

PIECES = (
    "the harbour", "Robin", "won", "41 million", "1972", ".", ". ", ", ", "\n\n", "“", "”", '"',
    "—", "e\u0301", "e", "👨‍👩‍👧", "🇩🇪", "🇩🇪🇫🇷", "שלום", "港は大きい。", " It was so.", " again",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join)
SENTENCES = st.lists(
    st.sampled_from([f"Sentence number {n} tells of {n} ships in port {n % 3}." for n in range(9)]),
    min_size=1,
    max_size=12,
)
CERTAIN = {AnchorStatus.ANCHORED, AnchorStatus.MOVED}


def places(text: str) -> st.SearchStrategy[list[tuple[int, Span]]]:
    border = st.integers(0, len(text))
    drawn = st.tuples(border, border).map(lambda pair: Span(min(pair), max(pair)))
    spans = drawn.map(lambda span: snap_to_graphemes(text, span)).filter(lambda s: s.start < s.stop)
    return st.lists(spans, max_size=6).map(lambda found: list(enumerate(found)))


@given(st.data(), TEXTS, TEXTS)
def test_every_outcome_is_a_place_with_the_words_it_claims(
    data: st.DataObject, old: str, new: str
) -> None:
    assume(old)
    claims = data.draw(places(old))
    for outcome, (key, span) in zip(carry(old, new, claims), claims, strict=True):
        assert outcome.key == key
        assert (outcome.span is None) == (outcome.status is AnchorStatus.ORPHANED)
        for place in (outcome.span, *(one.span for one in outcome.candidates)):
            if place:
                assert 0 <= place.start < place.stop <= len(new)
                assert snap_to_graphemes(new, place) == place
        if outcome.status in CERTAIN and outcome.span:
            assert new[slice(*outcome.span)] == old[slice(*span)]
            assert (outcome.span == span) == (outcome.status is AnchorStatus.ANCHORED)
        assert all(0 <= one.likeness <= 1 + 1e-9 for one in outcome.candidates)


@given(st.data(), TEXTS)
def test_the_same_text_anchors_everything(data: st.DataObject, text: str) -> None:
    assume(text)
    claims = data.draw(places(text))
    assert [(one.status, one.span) for one in carry(text, text, claims)] == [
        (AnchorStatus.ANCHORED, span) for _, span in claims
    ]


@given(st.data(), st.lists(st.integers(0, 99), min_size=3, max_size=12, unique=True))
def test_what_is_put_on_top_moves_everything(data: st.DataObject, numbers: list[int]) -> None:
    old = "\n\n".join(f"In {n} the harbour{n} of town{n} counted ships{n}." for n in numbers)
    top = "Headline of another kind\n\nA teaser, without any of those words.\n\n"
    claims = data.draw(places(old))
    for outcome, (_, span) in zip(carry(old, top + old, claims), claims, strict=True):
        assert outcome.status is AnchorStatus.MOVED
        assert outcome.span == Span(span.start + len(top), span.stop + len(top))


@given(SENTENCES, SENTENCES, st.data())
def test_what_is_certain_one_way_is_certain_on_the_way_back(
    before: list[str], after: list[str], data: st.DataObject
) -> None:
    old, new = " ".join(before), " ".join(after)
    claims = data.draw(places(old))
    there = {one.key: one.span for one in carry(old, new, claims) if one.status in CERTAIN}
    back = carry(new, old, [(key, span) for key, span in there.items() if span])
    for outcome in back:
        if outcome.status in CERTAIN:
            assert outcome.span == dict(claims)[outcome.key]


@given(SENTENCES, SENTENCES)
def test_a_whole_sentence_is_placed_only_where_it_stands_as_often_as_before(
    before: list[str], after: list[str]
) -> None:
    old, new = " ".join(before), " ".join(after)
    for sentence in set(before):
        if before.count(sentence) == 1 and sentence not in after:
            start = old.index(sentence)
            (outcome,) = carry(old, new, [(0, Span(start, start + len(sentence)))])
            assert outcome.status not in CERTAIN


RESULTS = st.lists(
    st.tuples(st.sampled_from(("Kestrel", "Alder", "Dune")), st.integers(0, 3), st.integers(0, 3)),
    min_size=3,
    max_size=12,
    unique=True,
)


def written(results: list[tuple[str, int, int]], between: str) -> tuple[str, list[Span]]:
    """Write a list of results, and tell where each stands."""
    lines = [f"{team} won {a}-{b} on Sunday." for team, a, b in results]
    starts = [sum(len(line) + len(between) for line in lines[:n]) for n in range(len(lines))]
    spans = [Span(start, start + len(line)) for start, line in zip(starts, lines, strict=True)]
    return between.join(lines), spans


@given(RESULTS, st.data(), st.sampled_from((" ", "\n\n")))
def test_what_two_results_exchange_is_asked_about_and_the_others_keep_their_places(
    results: list[tuple[str, int, int]], data: st.DataObject, between: str
) -> None:
    one, other = data.draw(st.permutations(range(len(results))))[:2]
    exchanged = list(results)
    exchanged[one], exchanged[other] = results[other], results[one]
    (old, spans), (new, placed) = written(results, between), written(exchanged, between)
    for outcome in carry(old, new, list(enumerate(spans))):
        if outcome.key in {one, other}:
            assert outcome.status not in CERTAIN
        elif outcome.status in CERTAIN:
            assert outcome.span == placed[outcome.key]


@given(RESULTS, st.data(), st.sampled_from((" ", "\n\n")))
def test_of_a_list_of_results_no_deleted_one_is_found_in_another(
    results: list[tuple[str, int, int]], data: st.DataObject, between: str
) -> None:
    stay = data.draw(st.sets(st.sampled_from(range(len(results)))))
    corrected = data.draw(st.sets(st.sampled_from(range(len(results)))))
    kept = [
        (team, a + 4, b) if n in corrected else (team, a, b)
        for n, (team, a, b) in enumerate(results)
        if n in stay
    ]
    (old, spans), (new, placed) = written(results, between), written(kept, between)
    truth = dict(zip(sorted(stay), placed, strict=True))
    for outcome in carry(old, new, list(enumerate(spans))):
        if outcome.status in CERTAIN:
            assert outcome.key not in corrected
            assert outcome.span == truth.get(outcome.key)


@given(st.lists(st.integers(0, 5), max_size=40), st.lists(st.integers(0, 5), max_size=40))
def test_what_two_sequences_have_in_common_is_in_both_and_in_order(
    old: list[int], new: list[int]
) -> None:
    runs = common(old, new)
    for run in runs:
        assert old[run.old : run.old + run.length] == new[run.new : run.new + run.length]
    for one, two in pairwise(runs):
        assert one.old + one.length <= two.old
        assert one.new + one.length <= two.new
    assert old != new or sum(run.length for run in runs) == len(old)


@given(st.lists(st.sampled_from((*PIECES, "â€™", "Ã©", "â€œ", "Ã", "€")), max_size=20).map("".join))
def test_a_repaired_text_knows_where_everything_stands(broken: str) -> None:
    repaired = Repaired(broken)
    for start in range(len(repaired.text)):
        for stop in (start + 1, len(repaired.text)):
            span = Span(start, stop)
            assert repaired.inward(repaired.outward(span)) == span
            inside = broken[slice(*repaired.outward(span))]
            assert Repaired(inside).text == repaired.text[start:stop]


@given(TEXTS, TEXTS)
def test_an_alignment_keeps_only_what_is_the_same_but_for_typography(old: str, new: str) -> None:
    sides = align(old, new)
    for run in (*sides.kept, *sides.moved):
        there = sides.plain_new[run.new : run.new + run.length]
        assert run.length > 0
        assert sides.plain_old[run.old : run.old + run.length] == there
    for one, two in pairwise(sides.kept):
        assert one.old + one.length <= two.old
        assert one.new + one.length <= two.new


@given(TEXTS, TEXTS)
def test_a_difference_gives_both_texts_back(old: str, new: str) -> None:
    runs = difference(old, new)
    assert "".join(old[slice(*run.old)] for run in runs) == old
    assert "".join(new[slice(*run.new)] for run in runs) == new
    for run in runs:
        assert (run.op == "equal") == (old[slice(*run.old)] == new[slice(*run.new)])
    assert all((one.op, one.moved) != (two.op, two.moved) for one, two in pairwise(runs))
    away, come = (
        sum(
            run.old.stop - run.old.start + run.new.stop - run.new.start
            for run in runs
            if run.op == op and run.moved
        )
        for op in ("delete", "insert")
    )
    assert away == come
