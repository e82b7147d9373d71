from pathlib import Path

import pytest
from tests.importers.pages import CAPTION, COPIED, PARAGRAPHS, TITLE

from factdesk.importers.base import Document, Draft
from factdesk.importers.files import load
from factdesk.importers.registry import read
from factdesk.model.span import BlockKind


def draft(text: str, name: str = "copied.txt") -> Draft:
    return read(Document(name=name, content=text.encode()))


def texts(read: Draft, kind: BlockKind = BlockKind.PARAGRAPH) -> list[str]:
    return [block.text for block in read.blocks if block.kind == kind]


def left_out(read: Draft) -> dict[str, str]:
    return {block.text: block.reason for block in read.left_out}


def test_a_copied_page_keeps_its_paragraphs_in_order_under_its_title() -> None:
    copied = draft(COPIED)
    assert copied.title == TITLE
    assert texts(copied) == list(PARAGRAPHS)


def test_a_line_that_repeats_the_one_before_and_adds_a_credit_is_a_caption() -> None:
    copied = draft(COPIED)
    assert texts(copied, BlockKind.CAPTION) == [CAPTION]
    assert copied.blocks[1].kind is BlockKind.CAPTION
    assert left_out(copied)[CAPTION.partition(" ©")[0]] == "Repeated by the caption after it"


def test_teasers_credits_labels_and_the_headlines_after_them_are_left_out_with_reasons() -> None:
    reasons = left_out(draft(COPIED))
    teaser = "Why the eels of the shallow water are counted by hand"
    assert reasons[teaser] == reasons[f"Eels {teaser}"] == "Teaser of another story"
    assert reasons["Cover photo: Lena Voss / Kestrel Wire"] == "Picture credit"
    assert reasons["More on the harbour:"] == "Pointer to other stories"
    assert reasons["Eels return to the eastern quay"] == "Teaser of another story"


def test_what_is_left_out_remembers_the_block_before_which_it_stood() -> None:
    copied = draft(COPIED)
    places = {block.text: block.before for block in copied.left_out}
    assert places["Eels Why the eels of the shallow water are counted by hand"] == 3
    assert places["More on the harbour:"] == len(copied.blocks)


@pytest.mark.parametrize(
    "line",
    [
        "He saw her. He saw her again, and this time she waved from the other side of the quay.",
        "More on that later, she said.",
        "Photo finishes are rare in this sport.",
        "Related costs rose by a third.",
        "“No!”",
        "Who counts the sand?",
    ],
)
def test_a_sentence_of_the_story_is_never_taken_for_something_else(line: str) -> None:
    read = draft(f"{TITLE}\n\n{PARAGRAPHS[0]}\n\n{line}\n\n{PARAGRAPHS[1]}")
    assert line in texts(read)
    assert read.left_out == ()


def test_a_refrain_of_short_lines_stays() -> None:
    song = f"{TITLE}\n\n{PARAGRAPHS[0]}\n\nRow on\n\nRow on\n\nOh row on\n\n{PARAGRAPHS[1]}"
    assert texts(draft(song)).count("Row on") == 2


def test_hard_wrapped_lines_are_joined_and_their_paragraphs_kept_apart() -> None:
    wrapped = (
        "Kestrel Bay overtakes its rival\n\n"
        "The harbour of Kestrel Bay handled 41 million tonnes of goods\n"
        "last year, the port authority said on Monday, more than any\n"
        "other harbour on the coast.\n\n"
        "It was the first time since 1972 that the harbour overtook\n"
        "Port Alder, which reported 39.6 million tonnes and blamed a\n"
        "strike of its crane drivers.\n"
    )
    read = draft(wrapped)
    assert [text.count("\n") for text in texts(read)] == [0, 0]
    assert texts(read)[1].endswith("blamed a strike of its crane drivers.")


def test_a_text_that_begins_with_a_sentence_takes_its_title_from_the_file_with_a_warning() -> None:
    read = draft("\n\n".join(PARAGRAPHS), name="harbour_story-2.txt")
    assert read.title == "harbour story 2"
    assert texts(read) == list(PARAGRAPHS)
    assert read.warnings


def test_the_seed_is_read_as_a_checker_reads_it(data: Path) -> None:
    seed = read(load(data / "seed/national-guard.txt"))
    assert seed.title.startswith("Hegseth ramps up withdrawal")
    assert len(texts(seed)) == 7
    assert texts(seed)[-1].startswith("It was the first time since 1965")
    assert len(texts(seed, BlockKind.CAPTION)) == 1
    assert len(seed.left_out) == 7
    assert all(block.reason for block in seed.left_out)
