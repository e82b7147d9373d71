"""Claims are carried over a changed text: what is certain, and what is left to a person."""

import pytest

from factdesk.model.claim import AnchorStatus
from factdesk.model.span import Span
from factdesk.text.anchoring import Outcome, carry, difference

ANCHORED, MOVED = AnchorStatus.ANCHORED, AnchorStatus.MOVED
REVIEW, ORPHANED = AnchorStatus.NEEDS_REVIEW, AnchorStatus.ORPHANED

OPENING = "The harbour of Kestrel Bay handled 41 million tonnes last year, the port authority said."
FIRST = "It was the first time since 1972 that the harbour overtook Port Alder."
CREWS = "“We have doubled our crews”, said Mina Okafor, who runs the harbour."
RIVALS = "Port Alder disputes the figures and counts its own tonnes in another way."
ENDING = "The council will vote on the new pier in March, before the season begins."
STORY = f"{OPENING} {FIRST}\n\n{CREWS} {RIVALS}\n\n{ENDING}"


def place(text: str, words: str, occurrence: int = 1) -> Span:
    start = -1
    for _ in range(occurrence):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def carried(old: str, new: str, words: str, occurrence: int = 1) -> Outcome[str]:
    (outcome,) = carry(old, new, [("claim", place(old, words, occurrence))])
    return outcome


def found(text: str, outcome: Outcome[str]) -> str:
    assert outcome.span
    return text[outcome.span.start : outcome.span.stop]


@pytest.mark.parametrize("words", ["41 million", "the", FIRST, "Mina Okafor", STORY])
def test_what_has_not_changed_is_anchored(words: str) -> None:
    outcome = carried(STORY, STORY, words)
    assert (outcome.status, outcome.span) == (ANCHORED, place(STORY, words))
    assert outcome.candidates == ()


@pytest.mark.parametrize("words", ["41 million", FIRST, "Mina Okafor", "doubled our crews”, said"])
def test_a_headline_above_moves_all_claims(words: str) -> None:
    new = f"Kestrel Bay first at last\n\nA port on the rise.\n\n{STORY}"
    outcome = carried(STORY, new, words)
    assert (outcome.status, found(new, outcome)) == (MOVED, words)


def test_a_corrected_number_is_reviewed_at_its_place() -> None:
    new = STORY.replace("41 million", "44 million")
    outcome = carried(STORY, new, "41 million tonnes")
    assert (outcome.status, found(new, outcome)) == (REVIEW, "44 million tonnes")
    assert 0.9 < outcome.candidates[0].likeness < 1


def test_a_reworded_superlative_is_reviewed_at_its_place() -> None:
    new = STORY.replace("the first time since 1972", "for the first time since the 1970s")
    outcome = carried(STORY, new, "the first time since 1972")
    assert outcome.status is REVIEW
    assert "the first time since the 1970s" in found(new, outcome)


def test_a_claim_beside_a_correction_in_its_sentence_stays() -> None:
    new = STORY.replace("41 million", "44 million")
    outcome = carried(STORY, new, "the port authority said")
    assert (outcome.status, found(new, outcome)) == (ANCHORED, "the port authority said")


def test_a_claim_whose_neighbouring_word_has_changed_is_reviewed() -> None:
    new = STORY.replace("Mina Okafor", "Elisa Marten")
    beside = carried(STORY, new, "said", occurrence=2)
    assert (beside.status, found(new, beside)) == (REVIEW, "said")
    assert carried(STORY, new, "the harbour", occurrence=2).status is MOVED


def test_robin_corrected_to_elisa_does_not_jump_to_another_robin() -> None:
    """Hypothesis, client issue 2798."""
    old = "Robin won the race on Sunday. The prize went to charity. Robin had trained for a year."
    new = old.replace("Robin won", "Elisa won")
    outcome = carried(old, new, "Robin")
    assert (outcome.status, found(new, outcome)) == (REVIEW, "Elisa")
    assert carried(old, new, "won").status is REVIEW
    second = carried(old, new, "Robin", occurrence=2)
    assert (second.status, found(new, second)) == (ANCHORED, "Robin")


def test_a_deleted_sentence_does_not_jump_to_a_near_duplicate() -> None:
    """Hypothesis, client issue 7571."""
    near = FIRST.replace("harbour", "port")
    old = f"{STORY}\n\n{near}"
    new = old.replace(f" {FIRST}", "")
    for words in (FIRST, "first time since 1972", "1972", "overtook Port Alder"):
        assert carried(old, new, words).status in {REVIEW, ORPHANED}
    own = carried(old, new, near)
    assert (own.status, found(new, own)) == (MOVED, near)


@pytest.mark.parametrize("end", [".", "...", "....", "!", "\u2026"])
def test_two_sentences_alike_that_may_have_changed_places_or_words_are_asked_about(
    end: str,
) -> None:
    one = f"But Ms. Okafor, who ran the northern harbour for years, said nothing of the flood{end}"
    other = one.replace("northern", "southern")
    old = f"It began with a storm.\n\nThe quay stood. {one} {other}"
    new = f"It began with a storm.\n\nThe quay stood. {other} {one}"
    for words in ("ran the northern harbour", "ran the southern harbour", "northern", "southern"):
        assert carried(old, new, words).status is REVIEW


def test_words_over_a_border_are_asked_about_where_a_paragraph_that_begins_alike_comes_in() -> None:
    opening = "In the valley only a few people care about the price of herring in the far ports."
    whole = f"{opening} Others have moved to the coast, and the young ask for nothing but boats."
    old = f"{opening}\n\nThe fleet came home.\n\nWho buys the herring?\n\n{whole}\n\nSo it ends."
    new = f"{whole}\n\nThe fleet came home.\n\nWho buys the herring?\n\n{opening}\n\nSo it ends."
    assert carried(old, new, "herring?\n\nIn the valley").status is REVIEW
    assert carried(old, new, "Who buys the herring?").status is MOVED


def test_a_deleted_sentence_does_not_jump_to_its_duplicate() -> None:
    old = f"{STORY}\n\n{RIVALS} {FIRST} Nobody doubts it."
    new = old.replace(f"{OPENING} {FIRST}", OPENING)
    assert carried(old, new, FIRST).status is REVIEW
    assert carried(old, new, "since 1972").status in {REVIEW, ORPHANED}
    kept = carried(old, new, FIRST, occurrence=2)
    assert (kept.status, kept.span) == (MOVED, place(new, FIRST))


def test_a_deleted_sentence_is_orphaned_where_nothing_is_like_it() -> None:
    outcome = carried(STORY, STORY.replace(f" {FIRST}", ""), FIRST)
    assert (outcome.status, outcome.span) == (ORPHANED, None)


@pytest.mark.parametrize("words", ["12", "the", "Alder"])
def test_a_short_quote_in_a_deleted_sentence_does_not_jump(words: str) -> None:
    gone = "On 12 May the ships from Alder came in."
    old = f"{STORY} {gone} There were 12 of them, and the crowd was large. Alder sent flags."
    outcome = carried(
        old, old.replace(f" {gone}", ""), words, old[: old.index(gone)].count(words) + 1
    )
    assert outcome.status is ORPHANED


def test_a_moved_sentence_is_followed() -> None:
    new = f"{OPENING}\n\n{CREWS} {RIVALS}\n\n{ENDING} {FIRST}"
    for words in (FIRST, "first time since 1972", "overtook"):
        outcome = carried(STORY, new, words)
        assert (outcome.status, found(new, outcome)) == (MOVED, words)


def test_the_difference_says_of_a_sentence_that_it_has_moved() -> None:
    new = f"{OPENING}\n\n{CREWS} {RIVALS}\n\n{FIRST} {ENDING}"
    moved = [run for run in difference(STORY, new) if run.moved]
    assert [STORY[slice(*run.old)] for run in moved] == [FIRST, ""]
    assert [new[slice(*run.new)] for run in moved] == ["", FIRST]


def test_swapped_paragraphs_are_followed() -> None:
    new = f"{ENDING}\n\n{CREWS} {RIVALS}\n\n{OPENING} {FIRST}"
    for words in (OPENING, FIRST, CREWS, RIVALS, ENDING, "41 million", "March"):
        outcome = carried(STORY, new, words)
        assert (found(new, outcome), outcome.candidates) == (words, ())


def test_of_a_sentence_doubled_elsewhere_the_old_one_keeps_its_claim() -> None:
    new = f"{STORY} {FIRST}"
    outcome = carried(STORY, new, FIRST)
    assert (outcome.status, outcome.span) == (ANCHORED, place(STORY, FIRST))


def test_of_a_sentence_doubled_beside_itself_a_person_chooses() -> None:
    new = STORY.replace(FIRST, f"{FIRST} {FIRST}")
    outcome = carried(STORY, new, FIRST)
    assert outcome.status is REVIEW
    assert {new[slice(*one.span)] for one in outcome.candidates} == {FIRST}
    assert len(outcome.candidates) == 2


def test_repeated_sentences_keep_their_own_occurrences() -> None:
    chorus = "The crowd sang the old song again."
    old = f"{OPENING} {chorus} {FIRST} {chorus} {CREWS} {chorus} {RIVALS}"
    new = f"A headline for the song\n\n{old}"
    for occurrence in (1, 2, 3):
        outcome = carried(old, new, chorus, occurrence)
        assert (outcome.status, outcome.span) == (MOVED, place(new, chorus, occurrence))


def test_a_note_that_quotes_the_old_wording_does_not_take_the_claim() -> None:
    corrected = OPENING.replace("41", "44")
    for note in (f"An earlier version said: “{OPENING}”", f"An earlier version read so. {OPENING}"):
        new = f"{STORY.replace(OPENING, corrected)}\n\n{note}"
        outcome = carried(STORY, new, OPENING)
        assert (outcome.status, found(new, outcome)) == (REVIEW, corrected)
        assert carried(STORY, new, "41 million").status is REVIEW


TAKEN_OUT = (
    "A sentence was taken out: {}",
    "An earlier version read as follows. {}",
    "An earlier version read as follows.\n\n{}",
    "A sentence was taken out:\n\n{}",
)


@pytest.mark.parametrize("note", TAKEN_OUT)
def test_a_deleted_sentence_does_not_jump_into_the_note_that_it_was_deleted(note: str) -> None:
    new = f"{STORY.replace(f' {FIRST}', '')}\n\n{note.format(FIRST)}"
    for words in (FIRST, "since 1972"):
        assert carried(STORY, new, words).status in {REVIEW, ORPHANED}


@pytest.mark.parametrize("between", [" ", "\n\n", f" {RIVALS} ", f"\n\n{CREWS}\n\n{RIVALS}\n\n"])
def test_of_two_sentences_alike_that_read_like_each_other_now_both_are_reviewed(
    between: str,
) -> None:
    """They were moved, or each was corrected: nobody can know from the texts."""
    elisa, robin = (f"{name} won the race on Sunday by two seconds." for name in ("Elisa", "Robin"))
    old = f"{OPENING}\n\n{elisa}{between}{robin}\n\n{ENDING}"
    new = f"{OPENING}\n\n{robin}{between}{elisa}\n\n{ENDING}"
    for words in (elisa, robin, "Elisa won", "Robin won the race"):
        assert carried(old, new, words).status is REVIEW
    for occurrence in (1, 2):
        assert carried(old, new, "two seconds", occurrence).status is REVIEW
    assert carried(old, new, ENDING).status is ANCHORED


def test_lines_of_a_list_that_change_places_are_reviewed() -> None:
    lines = [f"Kestrel Bay beat {other} 2-1 on Sunday." for other in ("Alder", "Quay End", "Dune")]
    old = "\n\n".join([OPENING, *lines, ENDING])
    new = "\n\n".join([OPENING, lines[1], lines[0], lines[2], ENDING])
    assert [carried(old, new, line).status for line in lines[:2]] == [REVIEW, REVIEW]
    assert found(new, carried(old, new, lines[2])) == lines[2]
    gone = "\n\n".join([OPENING, lines[0], lines[2], ENDING])
    assert carried(old, gone, lines[1]).status is REVIEW
    assert [found(gone, carried(old, gone, lines[n])) for n in (0, 2)] == [lines[0], lines[2]]


def test_a_split_paragraph_changes_only_the_claim_that_it_splits() -> None:
    new = STORY.replace(f"{OPENING} {FIRST}", f"{OPENING}\n\n{FIRST}")
    assert found(new, carried(STORY, new, FIRST)) == FIRST
    split = carried(STORY, new, f"{OPENING} {FIRST}")
    assert (split.status, found(new, split)) == (REVIEW, f"{OPENING}\n\n{FIRST}")
    assert split.candidates[0].likeness > 0.98


def test_joined_paragraphs_keep_their_claims() -> None:
    new = STORY.replace("\n\n", " ")
    for words in (OPENING, FIRST, CREWS, RIVALS, ENDING, "41 million", "March"):
        assert found(new, carried(STORY, new, words)) == words
        assert carried(STORY, new, words).status in {ANCHORED, MOVED}


def test_restyled_marks_in_the_words_are_reviewed_and_around_them_mean_nothing() -> None:
    new = STORY.replace("“", '"').replace("”", '"')
    quoted = carried(STORY, new, "“We have doubled our crews”")
    assert (quoted.status, found(new, quoted)) == (REVIEW, '"We have doubled our crews"')
    assert quoted.candidates[0].likeness > 0.9
    inner = carried(STORY, new, "We have doubled our crews")
    assert (inner.status, found(new, inner)) == (ANCHORED, "We have doubled our crews")


def test_a_repaired_encoding_is_reviewed_at_its_place() -> None:
    old = STORY.replace("“", "â€œ").replace("”", "â€\u009d")
    outcome = carried(old, STORY, "â€œWe have doubled our crewsâ€\u009d")
    assert (outcome.status, found(STORY, outcome)) == (REVIEW, "“We have doubled our crews”")


def test_a_repaired_encoding_around_the_words_means_nothing() -> None:
    old = "In the cafÃ© on the quay, Robinâ€™s sister said that theyâ€™d seen “nothing” – nothing."
    new = "In the café on the quay, Robin’s sister said that they’d seen “nothing” – nothing."
    for words in ("sister said that", "seen", "on the quay"):
        outcome = carried(old, new, words)
        assert (outcome.status, found(new, outcome)) == (MOVED, words)
    assert found(new, carried(old, new, "Robinâ€™s sister")) == "Robin’s sister"


@pytest.mark.parametrize("note", ["It is not so that {}", "Wrong: {}", "{} Or so we wrote."])
def test_a_sentence_that_is_now_told_of_is_reviewed(note: str) -> None:
    denied = note.format(ENDING).replace(".", ",", note.startswith("{}"))
    new = STORY.replace(ENDING, denied)
    outcome = carried(STORY, new, "vote on the new pier")
    assert (outcome.status, found(new, outcome)) == (REVIEW, "vote on the new pier")


def test_an_ellipsis_does_not_hide_that_a_sentence_is_now_told_of() -> None:
    old = f"{OPENING}\n\n... {ENDING}"
    new = old.replace("... The", "It is not so that ... The")
    assert carried(old, new, "vote on the new pier").status is REVIEW


def test_a_whole_rewrite_orphans_all() -> None:
    new = "Nothing of it is left. Another writer wrote another article about gardens and bees."
    for words in (OPENING, FIRST, "41 million", "the", "Mina Okafor"):
        assert carried(STORY, new, words).status is ORPHANED
    assert carried(STORY, "", FIRST).status is ORPHANED


def test_emoji_and_scripts_of_other_directions_keep_their_places() -> None:
    old = "السفن وصلت إلى الميناء في المساء. 🚢🚢 kamen an 👨‍👩‍👧 und winkten. המספרים נכונים."
    new = f"🇩🇪 Neu 🇫🇷\n\n{old}"
    for words in ("إلى الميناء", "👨‍👩‍👧 und", "המספרים נכונים", "🚢🚢"):
        outcome = carried(old, new, words)
        assert (outcome.status, found(new, outcome)) == (MOVED, words)


def test_a_border_that_would_split_a_cluster_is_no_place() -> None:
    old = "The cafe was full, and all of them sang until the morning came."
    new = old.replace("cafe ", "cafe\u0301 ")
    assert carried(old, new, "cafe").status is REVIEW


def test_candidates_are_few_apart_and_the_best_first() -> None:
    old = "\n\n".join(f"In year {number} the town counted {number} ships." for number in range(15))
    new = old.replace("In year 7 the town counted 7 ships.", "In the year 7 the town saw 8 ships.")
    candidates = carried(old, new, "In year 7 the town counted 7 ships.").candidates
    assert 1 < len(candidates) <= 5
    assert [one.likeness for one in candidates] == sorted(
        (one.likeness for one in candidates), reverse=True
    )
    for index, one in enumerate(candidates):
        assert not any(one.span.touches(other.span) for other in candidates[index + 1 :])
