import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from factdesk.exporters.escape import address, inline, paragraphs, visible

COMMONMARK = MarkdownIt("commonmark")
TABLES = MarkdownIt("commonmark").enable(["table", "strikethrough"])
READERS = [COMMONMARK, TABLES]

HOSTILE = [
    "# no heading",
    "a\n===",
    "a\n---",
    "a\n:-",
    "- no list",
    "+ no list",
    "1. no list",
    "12) no list",
    "> no quote",
    "    no code",
    "\tno code",
    "```\nno fence",
    "~~~\nno fence",
    "***",
    "_no_ *emphasis* __at__ **all** ~~here~~ ~nor~ `there`",
    "[no](http://link.example) ![nor](image.png) [^1] [1]: nowhere",
    "<b>no</b> <!-- html --> <http://no.link> &amp; &#35; &copy;",
    "www.evil.example http://evil.example HTTPS://EVIL.example",
    "ftp://evil.example mailto:a@b.example",
    "somebody@example.com",
    "a | b\n- | -\n1 | 2",
    "a \\ b\\",
    "trailing  \nspaces",
    "wow!",
    "&amp",
]

texts = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(),
    st.text(alphabet="ab1 \n\t\\`*_{}[]()<>#+-.!|~=&;:/@\"'\u00a0\u202e\u200b\U0001f600e\u0301"),
    st.lists(st.sampled_from(HOSTILE)).map("\n".join),
)


def read(markdown: str, reader: MarkdownIt) -> list[Token]:
    return [token for block in reader.parse(markdown) for token in (block.children or [block])]


def shown(tokens: list[Token]) -> str:
    """Put together what a reader sees, and fail on everything that is not plain text."""
    allowed = {"text", "hardbreak", "paragraph_open", "paragraph_close"}
    assert {token.type for token in tokens} <= allowed
    return "".join("\n" if token.type == "hardbreak" else token.content for token in tokens)


def one_line(text: str) -> str:
    return " ".join(re.sub("[\x1c-\x1f\x85]", "\n", visible(text)).split())


@pytest.mark.parametrize("reader", READERS)
@given(text=texts)
def test_a_line_reads_as_it_was_written(reader: MarkdownIt, text: str) -> None:
    assert shown(read(inline(text), reader)) == one_line(text)


@pytest.mark.parametrize("reader", READERS)
@given(text=texts)
def test_paragraphs_read_as_they_were_written(reader: MarkdownIt, text: str) -> None:
    expected = [
        "\n".join(line.strip() for line in part.split("\n"))
        for part in re.split(r"\n\s*\n", visible(text).strip())
        if part
    ]
    assert [shown(read(part, reader)) for part in paragraphs(text)] == expected


@pytest.mark.parametrize("text", HOSTILE)
def test_a_cell_of_a_table_holds_the_text_alone(text: str) -> None:
    tokens = TABLES.parse(f"| a | b |\n| - | - |\n| {inline(text)} | c |")
    cells = [token for token in tokens if token.type == "inline"]
    assert len(cells) == 4
    assert shown(cells[2].children or []) == one_line(text)


@given(text=texts)
def test_no_bare_address_is_left_to_be_linked(text: str) -> None:
    for part in [inline(text), *paragraphs(text)]:
        assert not re.search(r"(?i)\bwww\.|://|(?<=\w)@\w|mailto:", part)


def test_ordinary_prose_is_left_as_it_is() -> None:
    prose = 'The U.S. sent 1,350 troops (about 5.5%) - "the first" since 1965: Texas, #1; done!'
    assert inline(prose) == prose


def test_turns_of_direction_are_shown_by_name() -> None:
    assert inline("pay \u202e001\u202c") == r"pay \[U+202E\]001\[U+202C\]"


def test_marks_of_direction_that_scripts_need_are_kept() -> None:
    assert inline("שלום\u200f!") == "שלום\u200f!"


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://a.example/x?a=1&b=2", "https://a.example/x?a=1&b=2"),
        ("https://a.example/a b", "https://a.example/a%20b"),
        ("https://a.example/<b>|`\\", "https://a.example/%3Cb%3E%7C%60%5C"),
        ("https://a.example/?a&copy;b", "https://a.example/?a&copy%3Bb"),
        ("http://a.example/\u202ex", "http://a.example/%E2%80%AEx"),
    ],
)
def test_a_web_address_becomes_one_link(url: str, linked: str) -> None:
    assert address(url) == f"<{linked}>"
    kinds = [token.type for token in read(address(url), TABLES)]
    assert kinds == ["paragraph_open", "link_open", "text", "link_close", "paragraph_close"]


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "www.a.example", "a page", "", "http://"]
)
def test_anything_else_is_no_link(url: str) -> None:
    assert shown(read(address(url), TABLES)) == url


@given(tail=st.text())
def test_no_address_breaks_out_of_its_link(tail: str) -> None:
    kinds = [token.type for token in read(address("https://a.example/x" + tail), TABLES)]
    assert kinds == ["paragraph_open", "link_open", "text", "link_close", "paragraph_close"]
