"""What a desk records on the way from a mark to a sign-off."""

from enum import StrEnum

from pydantic import Field

from factdesk.model.record import Id, Instant, PartialDate, Record


class Checkability(StrEnum):
    """Whether the claim can be checked at all."""

    CHECKABLE = "checkable"
    PARTLY = "partly checkable"
    NOT_CHECKABLE = "not checkable"


class Priority(StrEnum):
    """What hangs on the claim. A central one needs the policy's number of independent sources."""

    CENTRAL = "central"
    SUPPORTING = "supporting"
    MINOR = "minor"


class Risk(StrEnum):
    """Whom an error would hurt."""

    NONE = "none"
    LEGAL = "legal"
    HARM = "harm"


class Confidence(StrEnum):
    """How sure the checker is of the verdict."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Issue(StrEnum):
    """What is wrong with a claim. A reason is not a verdict: any number stand beside the one."""

    EXAGGERATED = "exaggerated"
    UNDERSTATED = "understated"
    MISSING_CONTEXT = "missing context"
    OUTDATED = "outdated"
    MISATTRIBUTED = "misattributed"
    MISQUOTED = "misquoted"
    UNSUPPORTED_SUPERLATIVE = "unsupported superlative"
    WRONG_FIGURE = "wrong figure"
    WRONG_UNIT = "wrong unit"
    CHERRY_PICKED = "cherry-picked"
    FALSE_CAUSE = "false cause"
    MISTRANSLATED = "mistranslated"
    FABRICATED = "fabricated"
    AMBIGUOUS = "ambiguous"


class Role(StrEnum):
    """In which function somebody works on an article."""

    WRITER = "writer"
    CHECKER = "checker"
    SECOND_CHECKER = "second checker"
    HEAD_OF_RESEARCH = "head of research"
    EDITOR = "editor"
    COPY_EDITOR = "copy editor"
    LEGAL = "legal"


class SearchLog(Record):
    """Looked there for that, found this. Without it “unproven” cannot be defended."""

    claim: Id
    place: str
    sought: str
    found: str = ""
    checker: Id | None = None
    searched: Instant


class ContactAttempt(Record):
    """Somebody was asked: whom, how, until when, and what came back."""

    claim: Id
    whom: str
    how: str = ""
    question: str = ""
    deadline: PartialDate | None = None
    answer: str = ""
    on_record: bool = True
    confidential: bool = False
    checker: Id | None = None
    made: Instant
    answered: Instant | None = None

    @property
    def is_open(self) -> bool:
        """Whether the answer is still awaited."""
        return self.answered is None


class Query(Record):
    """A question to the writer."""

    claim: Id
    text: str
    deadline: PartialDate | None = None
    answer: str = ""
    checker: Id | None = None
    asked: Instant
    answered: Instant | None = None

    @property
    def is_open(self) -> bool:
        """Whether the answer is still awaited."""
        return self.answered is None


class Force(StrEnum):
    """How much a proposed change is wanted."""

    MUST = "must"
    SHOULD = "should"
    STYLE = "style"
    LEGAL = "legal"


class Decision(StrEnum):
    """What became of a proposed change; *stet* lets the text stand."""

    OPEN = "open"
    ACCEPTED = "accepted"
    STET = "stet"


class ChangeProposal(Record):
    """Other words for those of the article, and what was decided."""

    claim: Id
    original: str
    replacement: str
    reason: str = ""
    force: Force = Force.SHOULD
    decision: Decision = Decision.OPEN
    decided_by: Id | None = None
    checker: Id | None = None
    proposed: Instant
    decided: Instant | None = None

    @property
    def blocks(self) -> bool:
        """Whether sign-off waits for the decision."""
        return self.decision is Decision.OPEN and self.force in {Force.MUST, Force.LEGAL}


class Rule(StrEnum):
    """The rules from which a claim can be exempted, with a reason that reports print."""

    EVIDENCE = "evidence"
    INDEPENDENT_SOURCES = "independent sources"
    FOUR_EYES = "four eyes"
    ARCHIVE_LINK = "archive link"


class Exemption(Record):
    """A recorded exception from the desk's policy."""

    claim: Id
    rule: Rule
    reason: str = Field(min_length=1)
    checker: Id | None = None
    granted: Instant


class Vote(Record):
    """One checker's rating of a claim, where the policy wants several."""

    claim: Id
    rating: str
    checker: Id
    given: Instant


class SignOff(Record):
    """Somebody answers for a claim or an article as it was, by the SHA-256 of what it holds.

    ``claim`` is None where the whole article is signed. ``override`` is the printed reason of a
    sign-off in spite of what was missing.
    """

    article: Id
    claim: Id | None = None
    role: Role
    checker: Id
    sha256: str
    override: str = ""
    signed: Instant


class Tick(Record):
    """A suggested question that somebody has gone into, in the words in which it was asked."""

    claim: Id
    question: str
    checker: Id | None = None
    ticked: Instant
