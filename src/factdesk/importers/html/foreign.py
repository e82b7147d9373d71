"""What trafilatura takes for the story and is none: each rule gives its reason, nothing is lost."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from factdesk.importers.html.extraction import Passage
from factdesk.importers.html.flow import key
from factdesk.importers.html.metadata import Metadata
from factdesk.importers.html.outline import Outline
from factdesk.importers.html.regions import Regions, mark_other_articles
from factdesk.importers.html.vote import vote
from factdesk.importers.signs import (
    SHORT,
    ends_a_sentence,
    is_call,
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
_SOME = 0.1
_LIST = 0.7


def mark_foreign_passages(passages: list[Passage], outline: Outline, known: Metadata) -> None:
    """Give a reason to every passage that is no part of the story."""
    if not passages:
        return
    _mark_titles(passages, known)
    _mark_bylines(passages, known)
    _mark_pointers(passages)
    _mark_lists(passages)
    mark_other_articles(passages, outline)
    _mark_regions(passages)
    vote(passages, known.body)
    _mark_tail(passages)
    _mark_single(passages)
    _mark_repeats(passages)
    _mark_pull_quotes(passages)
    _mark_teasers_after_pointers(passages)


def _mark_titles(passages: Sequence[Passage], known: Metadata) -> None:
    titles = {key(title) for title in (known.title, *known.headings) if title}
    for passage in passages[:_TOP]:
        if _ADDRESS.fullmatch(passage.text):
            passage.leave_out("Nothing but an address")
        tail = next((title for title in titles if passage.key.endswith(title)), "")
        if passage.key in titles or (
            len(tail) > 15
            and len(passage.key) - len(tail) < 60
            and passage.kind == BlockKind.HEADING
        ):
            passage.leave_out("The title once more")


def _mark_repeats(passages: Sequence[Passage]) -> None:
    seen: dict[str, int] = {}
    for index, passage in enumerate(passages):
        before = seen.get(passage.key)
        if before is not None and (
            len(passage.key) > _LONG or (index - before <= 3 and len(passage.key) > _LONG // 2)
        ):
            passage.leave_out("Stands there already")
        if not passage.reason:
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
        if (
            is_label(text)
            or is_pointer(text)
            or (
                len(text) < 2 * SHORT
                and (
                    (share >= _MOSTLY and opens_with_lead_in(text))
                    or (share > 0 and _ARROW.match(text))
                )
            )
        ):
            passage.leave_out("Pointer to other stories")
        elif share >= _LIST and _is_row_of_links(passage):
            passage.leave_out("Nothing but links")
        elif share >= _SOME and len(text) < 2 * SHORT and is_call(text):
            passage.leave_out("Invitation to readers")
        elif (
            share >= _ALL
            and 25 <= len(text) <= 220
            and len(text.split()) >= 4
            and not (all_linked and passage.kind == BlockKind.HEADING)
            and passage.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING}
        ):
            passage.leave_out("Nothing but a link")


def _is_row_of_links(passage: Passage) -> bool:
    """Tell whether it is several links with bars between them, and no sentence."""
    return (
        passage.kind == BlockKind.PARAGRAPH
        and passage.links > 1
        and ("|" in passage.text or passage.link_share >= _ALL)
        and not ends_a_sentence(passage.text)
    )


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
        if passage.text.lower().startswith(("©", "copyright", "(c)")) and len(passage.text) < SHORT:
            passage.leave_out("Copyright")
        elif opens_with_invitation(passage.text) and (
            passage.link_share > 0.1 or len(passage.text) < SHORT
        ):
            passage.leave_out("Invitation to readers")
        elif passage.kind != BlockKind.HEADING or not is_headline_like(passage.text):
            return
        else:
            passage.leave_out("Heading with nothing after it")


_ADDRESS = re.compile(r"https?://\S+")
_ARROW = re.compile(r"\W{0,2}(?:>>|»»|[►▶→➡➜⇒☞👉])")
_MARKUP = re.compile(r"&(?:amp;)?lt;|<\w+ [\w-]+=")
_POINTING = frozenset(
    {"Pointer to other stories", "List of links", "Nothing but a link", "Nothing but links"}
)
_CUT_SHORT = ("…", "...", "[…]")


def _mark_pull_quotes(passages: Sequence[Passage]) -> None:
    """A sentence set large that stands in another block too is printed twice."""
    whole = "\n".join(each.key for each in passages if not each.reason)
    for passage in passages:
        if (
            not passage.reason
            and 30 <= len(passage.key) <= 400
            and passage.kind == BlockKind.QUOTE
            and whole.count(passage.key) > 1
        ):
            passage.leave_out("Repeats a sentence of the text")
            whole = whole.replace(passage.key, "", 1)


def _mark_teasers_after_pointers(passages: Sequence[Passage]) -> None:
    """After a pointer, a text cut short is another story's; before one, a label is its."""
    for before, passage in pairwise(passages):
        if before.reason in _POINTING and passage.text.endswith(_CUT_SHORT):
            passage.leave_out("Teaser of another story")
    for passage, after in pairwise(passages):
        heading = passage.kind == BlockKind.HEADING and is_headline_like(passage.text)
        if heading and after.reason in _POINTING | {"Invitation to readers"}:
            passage.leave_out("Heading of what was left out")


def _mark_single(passages: Sequence[Passage]) -> None:
    for passage in passages:
        if not passage.key:
            passage.leave_out("Nothing but marks")
        elif _MARKUP.search(passage.text):
            passage.leave_out("Markup, not text")
        elif is_credit(passage.text):
            passage.leave_out("Picture credit")
