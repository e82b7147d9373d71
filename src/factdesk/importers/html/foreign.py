"""What trafilatura takes for the story and is none: each rule gives its reason, nothing is lost."""

import re
from collections import defaultdict
from collections.abc import Sequence

from factdesk.importers.html.extraction import Passage
from factdesk.importers.html.flow import key
from factdesk.importers.html.metadata import Metadata
from factdesk.importers.html.regions import Regions
from factdesk.importers.html.vote import vote
from factdesk.importers.signs import (
    SHORT,
    ends_a_sentence,
    is_credit,
    is_headline_like,
    is_label,
    is_pointer,
    opens_with_invitation,
    opens_with_lead_in,
)
from factdesk.model.span import BlockKind

_TOP = 4  # blocks among which the title may stand again
_LONG = 100  # letters after which a repeat anywhere is no accident
_MOSTLY = 0.45  # link share of a pointer
_ALL = 0.9
_LIST = 0.7


def mark_foreign_passages(passages: list[Passage], known: Metadata) -> None:
    """Give a reason to every passage that is no part of the story."""
    if not passages:
        return
    _mark_titles(passages, known)
    _mark_repeats(passages)
    _mark_bylines(passages, known)
    _mark_pointers(passages)
    _mark_lists(passages)
    _mark_regions(passages)
    vote(passages, known.body)
    _mark_tail(passages)
    _mark_single(passages)


def _mark_titles(passages: Sequence[Passage], known: Metadata) -> None:
    titles = {key(title) for title in (known.title, *known.headings) if title}
    for passage in passages[:_TOP]:
        tail = next((title for title in titles if passage.key.endswith(title)), "")
        if passage.key in titles or (
            len(tail) > 15 and len(passage.key) - len(tail) < 60 and passage.kind == BlockKind.HEADING
        ):
            passage.leave_out("The title once more")


def _mark_repeats(passages: Sequence[Passage]) -> None:
    seen: dict[str, int] = {}
    for index, passage in enumerate(passages):
        before = seen.get(passage.key)
        if before is not None and len(passage.key) > 15:
            if index - before <= 3 or len(passage.key) > _LONG:
                passage.leave_out("Stands there already")
        seen[passage.key] = index


_BYLINE_WORDS = re.compile(
    r"\b(?:by|von|par|por|di|da|door|av|af|przez|and|und|et|y|e|en|published|updated|veröffentlicht|am"
    r"|aktualisiert|uppdaterad|publicerad|publié|le|à|mis|jour|stand|uhr|min(?:uten?|utes?|utos?)?"
    r"|read(?:ing)?|time|lesedauer|lesezeit|lecture|tempo|de|leitura|[ap]m|[ap]\.m|[a-z]{2,4}t"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mai|okt|dez|mär)\w*|mon|tue|wed|thu|fri|sat|sun"
    r"|mon\w+|tues\w*|wed\w+|thurs\w*|fri\w+|sat\w+|sun\w+|staff|writer|reporter|editor)\b",
    re.IGNORECASE,
)


def _mark_bylines(passages: Sequence[Passage], known: Metadata) -> None:
    """A line of names, dates and the words around them is no sentence of the story."""
    names = sorted(known.authors, key=len, reverse=True)
    near = [*passages[:6], *passages[-3:]]
    for passage in near:
        if len(passage.text) > SHORT or ends_a_sentence(passage.text):
            continue
        rest = passage.text
        for name in names:
            rest = re.sub(re.escape(name), " ", rest, flags=re.IGNORECASE)
        named = rest != passage.text
        rest = _BYLINE_WORDS.sub("", rest)
        letters = sum(map(str.isalpha, rest))
        figures = any(map(str.isdigit, rest))
        if passage.key and letters <= (12 if named else 1) and (named or figures):
            passage.leave_out("Byline or date")


def _mark_pointers(passages: Sequence[Passage]) -> None:
    headings = [each for each in passages if each.kind == BlockKind.HEADING]
    linked_headings = sum(each.link_share > _ALL for each in headings)
    all_linked = bool(headings) and linked_headings >= max(2, 0.8 * len(headings))
    for passage in passages:
        share, text = passage.link_share, passage.text
        if is_label(text) or is_pointer(text):
            passage.leave_out("Pointer to other stories")
        elif len(text) < 2 * SHORT and opens_with_lead_in(text) and share >= _MOSTLY:
            passage.leave_out("Pointer to other stories")
        elif (
            share >= _ALL
            and 25 <= len(text) <= 220
            and len(text.split()) >= 4
            and not (all_linked and passage.kind == BlockKind.HEADING)
            and passage.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING}
        ):
            passage.leave_out("Nothing but a link")


def _mark_lists(passages: Sequence[Passage]) -> None:
    groups: dict[int, list[Passage]] = defaultdict(list)
    for passage in passages:
        if passage.kind == BlockKind.LIST_ITEM:
            groups[passage.group].append(passage)
    for group in groups.values():
        linked = sum(passage.link_share > 0.6 for passage in group)
        if linked > _LIST * len(group):
            for passage in group:
                passage.leave_out("List of links")


def _mark_regions(passages: list[Passage]) -> None:
    regions = Regions(passages)
    for passage in passages:
        if passage.spot and (name := regions.foreign_name(passage.spot.element)):
            passage.leave_out(f"Stands in a part of the page called “{name}”")


def _mark_tail(passages: Sequence[Passage]) -> None:
    """After the last sentence of the story: invitations, and labels with nothing after them."""
    for passage in reversed(passages):
        if passage.reason:
            continue
        if opens_with_invitation(passage.text) and (
            passage.link_share > 0.1 or len(passage.text) < SHORT
        ):
            passage.leave_out("Invitation to readers")
        elif passage.kind != BlockKind.HEADING or not is_headline_like(passage.text):
            return
        else:
            passage.leave_out("Heading with nothing after it")


def _mark_single(passages: Sequence[Passage]) -> None:
    for passage in passages:
        if not passage.key:
            passage.leave_out("Nothing but marks")
        elif is_credit(passage.text):
            passage.leave_out("Picture credit")
