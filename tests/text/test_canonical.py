import pytest

from factdesk.model.span import Block, BlockKind
from factdesk.text.canonical import assemble, canonical, digest


@pytest.mark.parametrize("line_break", ["\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_every_line_break_is_a_line_feed(line_break: str) -> None:
    assert canonical(f"one{line_break}two") == "one\ntwo"


@pytest.mark.parametrize("sign", ["\ufeff", "\x00", "\x1b", "\xad", "\ufdd0", "\ufffc", "\udc80"])
def test_what_cannot_be_seen_shifts_no_position(sign: str) -> None:
    assert canonical(f"{sign}The{sign}re") == "There"


def test_accents_are_composed_even_over_a_dropped_sign() -> None:
    assert canonical("cafe\u00ad\u0301") == "café"


def test_space_ends_no_line_and_no_line_break_ends_the_text() -> None:
    assert canonical("\n one \t\u00a0\n\n two\u3000\n\n") == " one\n\n two"


def test_no_break_spaces_tabs_and_joiners_are_the_authors() -> None:
    assert canonical("1\u00a0350\tمی\u200cروم 👩\u200d🚀") == "1\u00a0350\tمی\u200cروم 👩\u200d🚀"


def test_a_long_run_of_spaces_is_read_at_once() -> None:
    assert len(canonical(" " * 200_000 + "end")) == 200_003


def test_blocks_are_parted_by_one_blank_line_and_the_empty_ones_vanish() -> None:
    text, blocks = assemble(
        [
            (BlockKind.HEADING, "Title\r\n"),
            (BlockKind.PARAGRAPH, " \n\u00ad"),
            (BlockKind.QUOTE, "😀 one\n \n\ntwo"),
        ]
    )
    assert text == "Title\n\n😀 one\ntwo"
    assert blocks == (Block(BlockKind.HEADING, 0, 5), Block(BlockKind.QUOTE, 7, 16))


def test_no_blocks_make_an_empty_text() -> None:
    assert assemble([]) == ("", ())


def test_a_digest_is_the_one_that_other_programs_compute() -> None:
    assert digest("é") == "4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c"
