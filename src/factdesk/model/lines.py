"""Light rows for lists that may be very long: what a list shows of a record, and no more.

Everything is text but the numbers; what is not known is empty.
"""

from typing import NamedTuple

from factdesk.model.record import Id

#: How much of a quote a line carries, in code points.
QUOTE_LIMIT = 200


class ClaimLine(NamedTuple):
    """A claim as lists and highlights show it, at its first place or at one of its places.

    ``kind``, ``state`` and ``place`` are the values of their enumerations. ``rating``, ``label``,
    ``place``, ``glyph``, ``light`` and ``dark`` are those of the current verdict: empty when the
    claim is not judged. ``quote`` is cut to `QUOTE_LIMIT`; ``evidence`` counts; ``status`` is the
    anchor's. ``change`` is the decision on the latest proposal, an open one before all others;
    ``sources`` the class of the best source that is cited: ``primary``, ``secondary``, else
    ``unclassed``; ``assignee`` and ``checker``, who judged, are names. Of an ``outdated`` one the
    words have changed since the verdict was given.
    """

    claim: Id
    number: int
    anchor: Id
    start: int
    stop: int
    quote: str
    wording: str = ""
    kind: str = ""
    state: str = "marked"
    rating: str = ""
    label: str = ""
    place: str = ""
    glyph: str = ""
    light: str = ""
    dark: str = ""
    evidence: int = 0
    status: str = "anchored"
    priority: str = "supporting"
    change: str = ""
    sources: str = ""
    assignee: str = ""
    checker: str = ""
    outdated: bool = False

    @property
    def reference(self) -> str:
        """The claim's name within its article: ``C12``."""
        return f"C{self.number}"

    @property
    def said(self) -> str:
        """What is said: in the words of the text, or where it stands nowhere in its own."""
        return self.quote or self.wording

    @property
    def placed(self) -> bool:
        """Whether it has a place in the text: of an orphan start and stop mean nothing."""
        return bool(self.anchor) and self.status != "orphaned"

    @property
    def standing(self) -> str:
        """What a change of the text has done to it, in words; empty where it has done nothing."""
        if self.status == "needs review":
            return "needs review"
        if self.anchor and not self.placed:
            return "no place"
        return "words changed" if self.outdated else ""

    @property
    def judged(self) -> bool:
        """Whether a verdict stands."""
        return bool(self.rating)


class ArticleLine(NamedTuple):
    """An article as the list of articles shows it; ``judged`` of its ``claims`` have a verdict."""

    article: Id
    title: str
    publisher: str = ""
    published: str = ""
    added: str = ""
    mode: str = ""
    claims: int = 0
    judged: int = 0
    language: str = ""

    @property
    def open(self) -> int:
        """How many claims wait for a verdict."""
        return self.claims - self.judged


class SnippetPart(NamedTuple):
    """A run of a snippet; the found words are bold."""

    text: str
    bold: bool = False


class SearchHit(NamedTuple):
    """Where the searched words stand: in a claim, or with no claim in the article's text.

    ``start`` and ``stop`` are code points of the current version's text; equal when the place is
    not known, as in a title.
    """

    article: Id
    claim: Id
    title: str
    snippet: tuple[SnippetPart, ...]
    start: int = 0
    stop: int = 0
