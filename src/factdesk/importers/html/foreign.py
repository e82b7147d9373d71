"""What trafilatura takes for the story and is none: each rule gives its reason, nothing is lost.

A rule stays only where what it took out rightly, over all pages that can be measured, is clearly
more than what it took out wrongly; in doubt a block is kept.
"""

import re
from collections.abc import Collection, Sequence

from factdesk.importers.html.bylines import mark_bylines
from factdesk.importers.html.captions import mark_captions
from factdesk.importers.html.extraction import Passage
from factdesk.importers.html.flow import key
from factdesk.importers.html.metadata import Metadata
from factdesk.importers.html.notices import CREDIT, mark_notices
from factdesk.importers.html.outline import Outline
from factdesk.importers.html.pointers import (
    INVITATION,
    mark_headings_of_pointers,
    mark_lists,
    mark_pointers,
    mark_teasers,
)
from factdesk.importers.html.regions import mark_after_story, mark_other_articles, mark_regions
from factdesk.importers.html.vote import vote
from factdesk.importers.signs import SHORT, is_credit, is_headline_like, opens_with_invitation
from factdesk.model.span import BlockKind

_TOP = 4  # blocks among which the title may stand again
_SHORTEST_TITLE = 15  # letters
_KICKER = 60  # letters that may stand before the title in one heading
_BESIDE = 3  # blocks within which a repeat is no part of the story
_SHORTEST_REPEATED = 50  # letters
_ADDRESS = re.compile(r"https?://\S+")
_ONLY_ADDRESS = "Nothing but an address"
_MARKUP = re.compile(r"&(?:amp;)*lt;|<\w+ [\w-]+=")


def mark_foreign_passages(passages: list[Passage], outline: Outline, known: Metadata) -> None:
    """Give a reason to every passage that is no part of the story."""
    mark_lists(passages)
    _mark_titles([each for each in passages if not each.reason], known)
    mark_captions(passages, outline)
    mark_bylines(passages, tuple(filter(None, (*known.authors, known.house))))
    mark_notices(passages)
    mark_pointers(passages)
    mark_other_articles(passages, outline, known.titles)
    mark_regions(passages)
    vote(passages, known.body)
    mark_after_story(passages)
    _mark_tail(passages)
    _mark_single(passages, {known.url, known.canonical_url})
    _mark_repeats(passages)
    mark_teasers(passages)
    mark_headings_of_pointers(passages)


def is_no_text(text: str) -> bool:
    """Tell whether it is markup that a page shows by mistake, or nothing but marks."""
    return not key(text) or _MARKUP.search(text) is not None


def _mark_titles(passages: Sequence[Passage], known: Metadata) -> None:
    titles, section = known.titles, key(known.section)
    for passage in passages[:_TOP]:
        if _ADDRESS.fullmatch(passage.text):
            passage.leave_out(_ONLY_ADDRESS)
        elif passage.key in titles or _ends_with_title(passage, titles):
            passage.leave_out("The title once more")
        elif passage.key == section:
            passage.leave_out("Name of the section")


def _ends_with_title(passage: Passage, titles: frozenset[str]) -> bool:
    """Tell whether it is a heading of a few words and the title after them."""
    return passage.kind == BlockKind.HEADING and any(
        len(title) > _SHORTEST_TITLE
        and passage.key.endswith(title)
        and len(passage.key) - len(title) < _KICKER
        for title in titles
    )


def _mark_repeats(passages: Sequence[Passage]) -> None:
    """The same block beside itself is printed twice; far from itself it may be a refrain."""
    seen: dict[str, int] = {}
    for index, passage in enumerate(passages):
        before = seen.get(passage.key)
        if (
            before is not None
            and index - before <= _BESIDE
            and len(passage.key) > _SHORTEST_REPEATED
        ):
            passage.leave_out("Stands there already")
        if not passage.reason:
            seen[passage.key] = index


def _mark_tail(passages: Sequence[Passage]) -> None:
    """After the last sentence of the story: invitations, and labels with nothing after them."""
    for passage in reversed(passages):
        if passage.reason:
            continue
        if opens_with_invitation(passage.text) and (
            passage.link_share > 0 or len(passage.text) < SHORT
        ):
            passage.leave_out(INVITATION)
        elif passage.kind == BlockKind.HEADING and is_headline_like(passage.text):
            passage.leave_out("Heading with nothing after it")
        else:
            return


def _mark_single(passages: Sequence[Passage], own: Collection[str]) -> None:
    for passage in passages:
        if passage.text in own:
            passage.leave_out(_ONLY_ADDRESS)
        if is_no_text(passage.text):
            passage.leave_out("Markup, not text")
        elif is_credit(passage.text):
            passage.leave_out(CREDIT)
