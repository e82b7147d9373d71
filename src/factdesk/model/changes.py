"""What became of a text, and of its claims, between two of its versions."""

from enum import StrEnum
from typing import NamedTuple

from factdesk.model.record import Instant, Value
from factdesk.model.span import Span
from factdesk.model.workflow import Role


class Fate(StrEnum):
    """What has become of a place of a claim."""

    SAME = "same words"
    CHANGED = "changed words"
    REVIEW = "needs review"
    LOST = "no longer in the text"
    NEW = "marked since"


class PlaceChange(NamedTuple):
    """A place of a claim in two versions; where it has none its span is None, its words empty."""

    number: int
    fate: Fate
    old: Span | None
    new: Span | None
    was: str
    reads: str

    @property
    def reference(self) -> str:
        """The claim's name within its article: ``C12``."""
        return f"C{self.number}"


class Touched(Value):
    """A claim of which a change of the text is to be reported.

    ``was`` are its words as they were checked, ``reads`` as they are now, or are thought to be.
    ``version`` is the one for which the standing verdict was given, 0 where none stands.
    """

    number: int
    fate: Fate
    was: str
    reads: str
    version: int = 0

    @property
    def reference(self) -> str:
        """The claim's name within its article: ``C12``."""
        return f"C{self.number}"


class Words(Value):
    """Words in a passage: kept where they are neither ``gone`` nor ``come``.

    What has ``moved`` has gone here and come there.
    """

    text: str
    gone: bool = False
    come: bool = False
    moved: bool = False


class ChangedPassage(Value):
    """A passage with what has changed in it; ``paragraph`` counts from 1 in the new text."""

    paragraph: int
    words: tuple[Words, ...]


class Stale(Value):
    """A sign-off that covers no longer what there is; ``reference`` is empty for the article."""

    reference: str
    role: Role
    signed_by: str
    signed: Instant


class Changes(Value):
    """What has changed since an article was checked, up to the text as it is now.

    ``same`` are the claims whose words are unchanged, ``touched`` all others but those that were
    marked since. ``changed`` counts the passages, of which ``passages`` may be only the first.
    """

    number: int
    added: Instant
    sha256: str
    now: int
    now_added: Instant
    passages: tuple[ChangedPassage, ...] = ()
    changed: int = 0
    same: tuple[int, ...] = ()
    touched: tuple[Touched, ...] = ()
    stale: tuple[Stale, ...] = ()
