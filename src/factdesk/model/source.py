"""Sources, used again and again, and the evidence that ties one to a claim."""

from enum import StrEnum

from factdesk.model.record import Id, Instant, PartialDate, Record


class SourceClass(StrEnum):
    """How near the source stands to what it reports."""

    PRIMARY = "primary"
    SECONDARY = "secondary"


class Source(Record):
    """Where something is said, as a bibliography would put it.

    ``type`` is a CSL item type (``webpage``, ``article-newspaper``, ``report``, ``interview`` …).
    A confidential source never reaches a public report.
    """

    type: str = "webpage"
    title: str
    authors: tuple[str, ...] = ()
    container: str = ""
    publisher: str = ""
    issued: PartialDate | None = None
    url: str = ""
    archive_url: str = ""
    doi: str = ""
    source_class: SourceClass | None = None
    confidential: bool = False
    added: Instant


class Stance(StrEnum):
    """What the evidence does to the claim."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    QUALIFIES = "qualifies"
    CONTEXT = "context"
    ORIGIN = "origin of the claim"
    NO_INFORMATION = "no information"


class Visibility(StrEnum):
    """Who may read it."""

    PUBLIC = "public"
    INTERNAL = "internal"
    CONFIDENTIAL = "confidential"


class Evidence(Record):
    """What one source says to one claim.

    ``locator`` is where in the source: a page, paragraph, time stamp or table cell. ``number``
    counts a claim's evidence from 1, in the order in which it was cited. Pieces with the same
    words in ``independence`` go back to one origin and count once; an empty one stands alone.
    """

    claim: Id
    source: Id
    number: int
    stance: Stance
    quote: str = ""
    locator: str = ""
    accessed: PartialDate
    independence: str = ""
    visibility: Visibility = Visibility.PUBLIC
    note: str = ""
    added: Instant
