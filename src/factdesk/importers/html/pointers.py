"""Pointers to other stories and invitations to readers, known by their links and their words."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from factdesk.importers.html.extraction import Passage
from factdesk.importers.signs import (
    SHORT,
    ends_a_sentence,
    is_call,
    is_headline_like,
    is_label,
    is_offer,
    is_pointer,
    opens_with_lead_in,
)
from factdesk.model.span import BlockKind

INVITATION = "Invitation to readers"
_POINTER = "Pointer to other stories"
_LINK = "Nothing but a link"
_LIST = "List of links"
_POINTING = frozenset({_POINTER, _LINK, _LIST})

_MOSTLY = 0.45  # link share of a pointer
_ALL = 0.9
_SOME = 0.1
_IN_LISTS = 0.6  # link share of a list's item, _OF_LISTS the share of such items
_OF_LISTS = 0.7
_HEADLINE = range(25, 221)  # letters
_FEWEST = 4  # words of a headline
_CUT_SHORT = ("…", "...", "[…]")
_ARROW = re.compile(r"\W{0,2}(?:>>|»»|[►▶→➡➜⇒☞👉])")


def mark_pointers(passages: Sequence[Passage]) -> None:
    """Leave out lead-ins, bare links and calls to subscribe."""
    for passage in passages:
        if _is_pointer(passage):
            passage.leave_out(_POINTER)
        elif _is_bare_link(passage):
            passage.leave_out(_LINK)
        elif is_offer(passage.text) or (
            passage.link_share >= _SOME and len(passage.text) < 2 * SHORT and is_call(passage.text)
        ):
            passage.leave_out(INVITATION)


def mark_lists(passages: Sequence[Passage]) -> None:
    """Leave out the lists of which most items are links."""
    groups: dict[int, list[Passage]] = defaultdict(list)
    for passage in passages:
        if passage.kind == BlockKind.LIST_ITEM:
            groups[passage.group].append(passage)
    for group in groups.values():
        if sum(each.link_share > _IN_LISTS for each in group) > _OF_LISTS * len(group):
            for passage in group:
                passage.leave_out(_LIST)


def mark_teasers(passages: Sequence[Passage]) -> None:
    """Leave out a text that follows a pointer and is cut short."""
    for before, passage in pairwise(passages):
        if before.reason in _POINTING and passage.text.endswith(_CUT_SHORT):
            passage.leave_out("Teaser of another story")


def mark_headings_of_pointers(passages: Sequence[Passage]) -> None:
    """Leave out a heading after which only a pointer or an invitation stood."""
    for passage, after in pairwise(passages):
        heading = passage.kind == BlockKind.HEADING and is_headline_like(passage.text)
        if heading and after.reason in _POINTING | {INVITATION}:
            passage.leave_out("Heading of what was left out")


def _is_pointer(passage: Passage) -> bool:
    text, share = passage.text, passage.link_share
    if is_label(text) or is_pointer(text):
        return True
    by_link = (share >= _MOSTLY and opens_with_lead_in(text)) or (share > 0 and _ARROW.match(text))
    return len(text) < 2 * SHORT and bool(by_link)


def _is_bare_link(passage: Passage) -> bool:
    """Tell whether it is a headline or a row of links; a heading may be a link of the story's."""
    text = passage.text
    if passage.kind != BlockKind.PARAGRAPH or passage.link_share < _OF_LISTS:
        return False
    row = passage.links > 1 and "|" in text and not ends_a_sentence(text)
    headline = len(text) in _HEADLINE and len(text.split()) >= _FEWEST
    return row or (passage.link_share >= _ALL and headline)
