"""Claims, their places in the text, who made them, and the notes on them."""

from enum import StrEnum

from pydantic import Field

from factdesk.model.record import Id, Instant, PartialDate, Record
from factdesk.model.span import Span
from factdesk.model.workflow import Checkability, Confidence, Issue, Priority, Risk, Role


class ClaimKind(StrEnum):
    """What sort of statement is to be checked."""

    NAME = "name"
    TITLE = "title"
    AGE = "age"
    DATE = "date"
    PLACE = "place"
    NUMBER = "number"
    PERCENTAGE = "percentage"
    MONEY = "money"
    MEASUREMENT = "measurement"
    CALCULATION = "calculation"
    SUPERLATIVE = "superlative"
    FIRST_SINCE = "first since"
    COMPARISON = "comparison"
    TREND = "trend"
    DIRECT_QUOTE = "direct quote"
    PARAPHRASE = "paraphrase"
    ATTRIBUTION = "attribution"
    EVENT = "event"
    BIOGRAPHY = "biography"
    HISTORY = "history"
    SCIENCE = "science"
    LAW = "law"
    CAUSE = "cause"
    FORECAST = "forecast"
    SCENE = "scene"
    CAPTION = "caption"
    CHART = "chart"
    HEADLINE = "headline"
    CONTACT = "contact"
    TRANSLATION = "translation"
    OPINION = "opinion"
    IMPLIED_THESIS = "implied thesis"
    OTHER = "other"


class WorkState(StrEnum):
    """How far the work on a claim is. Says nothing of its truth: that is the verdict."""

    MARKED = "marked"
    ASSIGNED = "assigned"
    IN_PROGRESS = "in progress"
    QUERY_OUT = "query out"
    EVIDENCE_COMPLETE = "evidence complete"
    VERDICT_PROPOSED = "verdict proposed"
    IN_REVIEW = "in review"
    FINAL = "final"
    REOPENED = "reopened"
    WITHDRAWN = "withdrawn"
    NOT_CHECKED = "not checked"


class Claim(Record):
    """One thing that is said, in its own right; its places in the text are anchors.

    ``number`` is the reference within the article and is never used again. An empty ``wording``
    means that the quote says it well enough. ``rationale`` is the reasoning as it stands now, in
    Markdown, ``issues`` and ``confidence`` what goes with it; each verdict keeps a copy of what
    they were when it was given. ``parent`` is the compound claim that this one is a part of.
    """

    article: Id
    number: int = Field(ge=1)
    wording: str = ""
    kind: ClaimKind | None = None
    claimant: Id | None = None
    claimed_on: PartialDate | None = None
    claimed_where: str = ""
    first_appearance: str = ""
    short: str = ""
    context: str = ""
    checkability: Checkability | None = None
    priority: Priority = Priority.SUPPORTING
    risk: Risk = Risk.NONE
    issues: tuple[Issue, ...] = ()
    confidence: Confidence | None = None
    assignee: Id | None = None
    parent: Id | None = None
    state: WorkState = WorkState.MARKED
    rationale: str = ""
    marked: Instant

    @property
    def reference(self) -> str:
        """The claim's name within its article: ``C12``."""
        return f"C{self.number}"


class AnchorRole(StrEnum):
    """What the place is to the claim."""

    STATEMENT = "statement"
    REPEAT = "repeat"
    HEADLINE = "headline"
    CAPTION = "caption"
    QUOTE = "quote"


class AnchorStatus(StrEnum):
    """How the place came into this version of the text."""

    ANCHORED = "anchored"
    MOVED = "moved"
    NEEDS_REVIEW = "needs review"
    ORPHANED = "orphaned"


#: Of a place in these nobody has said where it is, or somebody that it is nowhere.
UNDECIDED = frozenset({AnchorStatus.NEEDS_REVIEW, AnchorStatus.ORPHANED})


class Anchor(Record):
    """A place of a claim in one version: ``text[start:stop] == exact``, in code points.

    ``prefix`` and ``suffix`` are the words around it, long enough to tell it from every other place
    of the same words. Of an orphaned anchor start and stop mean nothing.
    """

    claim: Id
    version: Id
    start: int = Field(ge=0)
    stop: int
    exact: str
    prefix: str = ""
    suffix: str = ""
    role: AnchorRole = AnchorRole.STATEMENT
    status: AnchorStatus = AnchorStatus.ANCHORED

    @property
    def span(self) -> Span:
        """The place."""
        return Span(self.start, self.stop)


class Claimant(Record):
    """Who said it: a person, an organisation, a publication or an account."""

    name: str
    role: str = ""
    url: str = ""


class Note(Record):
    """A remark of a checker on a claim; never in a public report."""

    claim: Id
    text: str
    checker: Id | None = None
    written: Instant


class Checker(Record):
    """Somebody who works at this desk."""

    name: str
    initials: str = ""
    roles: tuple[Role, ...] = ()
