from factdesk.importers.base import Document, Draft
from factdesk.importers.registry import read
from factdesk.model.span import BlockKind

TEXT = """---
title: Eels return
author: Ada Lindqvist and Tom Reyes
date: 2026-05-04
---
# Eels return

The eels *return* to the
eastern quay.\\
All of them.

## The count

> Nobody had expected it.

- first the small ones
- then the large

| year | eels |
|------|------|
| 2025 | 12 |

<script>alert(1)</script>
"""


def draft(text: str) -> Draft:
    return read(Document(name="eels.md", content=text.encode()))


def test_tokens_become_blocks_of_their_kinds() -> None:
    assert [tuple(block) for block in draft(TEXT).blocks] == [
        (BlockKind.PARAGRAPH, "The eels return to the eastern quay.\nAll of them."),
        (BlockKind.HEADING, "The count"),
        (BlockKind.QUOTE, "Nobody had expected it."),
        (BlockKind.LIST_ITEM, "first the small ones"),
        (BlockKind.LIST_ITEM, "then the large"),
        (BlockKind.TABLE, "year\teels\n2025\t12"),
        (BlockKind.PARAGRAPH, "<script>alert(1)</script>"),
    ]


def test_the_front_matter_names_title_authors_and_date() -> None:
    eels = draft(TEXT)
    assert eels.title == "Eels return"
    assert eels.authors == ("Ada Lindqvist", "Tom Reyes")
    assert eels.published == "2026-05-04"


def test_without_front_matter_the_first_heading_is_the_title() -> None:
    assert draft("# Eels\n\nThey return.").title == "Eels"


def test_authors_that_the_front_matter_lists_are_all_named() -> None:
    listed = draft(
        '---\ntitle: Eels\nauthor:\n  - "Ada Lindqvist"\n  - Tom Reyes\n---\nThey return.'
    )
    assert (listed.title, listed.authors) == ("Eels", ("Ada Lindqvist", "Tom Reyes"))
