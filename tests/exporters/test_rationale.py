import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from factdesk.exporters.rationale import tame

WILD = MarkdownIt("commonmark").enable("table")

FRAGMENTS = [
    "# One",
    "## Two",
    "Under\n===",
    "Over\ntwo lines\n---",
    "- # In a list",
    "> Quoted\n> ===",
    "<script>alert(1)</script>",
    "<!-- hidden",
    "a <b>bold</b> word",
    "`<b>` in code",
    r"\`<i>\`",
    "``a ` <u>``",
    "<https://a.example/b>",
    "```\n# code <b>",
    "~~~~\n~~~",
    "```\nclosed\n```",
    "    <b>indented</b>",
    "[1]: https://evil.example",
    "see [1] and [text][1]",
    "[a link](https://a.example)",
    "1. one\n2. two",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "plain",
    "",
    "`",
    "<",
]

markdowns = st.lists(st.sampled_from(FRAGMENTS)).flatmap(
    lambda parts: st.sampled_from(["\n", "\n\n", " "]).map(lambda gap: gap.join(parts))
)


def every(tokens: list[Token]) -> list[Token]:
    return [inner for token in tokens for inner in (token, *(token.children or ()))]


@given(markdown=st.one_of(markdowns, st.text(alphabet="a`<>/b#=-\n \\[]:!&")))
def test_nothing_gets_out_of_its_place(markdown: str) -> None:
    report = "\n\n".join(["# Report", *tame(markdown, 4), "#### After", "[1] and [text][1]"])
    tokens = every(WILD.parse(report))
    assert not [token for token in tokens if token.type.startswith("html")]
    levels = [int(token.tag[1:]) for token in tokens if token.type == "heading_open"]
    assert levels[0] == 1
    assert levels[-1] == 4
    assert all(level > 4 for level in levels[1:-1])
    assert tokens[-2].content == "[1] and [text][1]"


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("# One\n\ntext\n\n## Two", "##### One\n\ntext\n\n###### Two"),
        ("Under\n=====\n\nText", "##### Under\n\n\nText"),
        ("so <b>bold</b>", r"so \<b>bold\</b>"),
        ("`<b>` and <https://a.example>", "`<b>` and <https://a.example>"),
        ("```\n<b>", "```\n<b>\n```"),
        ("```\n<b>\n```", "```\n<b>\n```"),
        ("[1]: https://a.example", r"\[1]: https://a.example"),
        ("*so* **what**\n\n- a\n- b", "*so* **what**\n\n- a\n- b"),
    ],
)
def test_a_checkers_markdown_stays_markdown(markdown: str, expected: str) -> None:
    assert "\n".join(tame(markdown, 4)) == expected


def test_nothing_comes_of_nothing() -> None:
    assert tame(" \n\t\n", 4) == []
