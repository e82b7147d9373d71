"""What a desk remembers: earlier claims like a passage, and how a source fared."""

from typing import NamedTuple

from factdesk.model.record import Id


class Memory(NamedTuple):
    """An earlier claim, with its current verdict; ``label`` and ``given`` are empty without one.

    ``likeness`` counts only in comparison with the others of one answer; more is more alike.
    """

    claim: Id
    reference: str
    article: Id
    title: str
    published: str
    wording: str
    quote: str
    state: str
    label: str
    place: str
    given: str
    likeness: float


class SourceUse(NamedTuple):
    """Where a source was cited, for what, and which verdict came of it."""

    source: Id
    source_title: str
    url: str
    claim: Id
    reference: str
    article: Id
    title: str
    stance: str
    label: str
    accessed: str
