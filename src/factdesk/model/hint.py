"""What the desk says to the hints: how it wants them, and which of them it does not want."""

import json
from typing import NamedTuple

from pydantic import Field, field_validator

from factdesk.model.record import Id, Instant, Record
from factdesk.model.span import Span


class HintPlace(NamedTuple):
    """Code points from start to stop that can be checked, and why, in words for the screen.

    It stands in a sentence of which ``words`` is the SHA-256, in hexadecimal. Without a ``kind`` it
    is the sentence as a whole, of which no words stand out.
    """

    start: int
    stop: int
    kind: str
    reason: str
    sentence: Span
    words: str

    @property
    def span(self) -> Span:
        """The place."""
        return Span(self.start, self.stop)


class HintSettings(Record):
    """How a desk wants its hints; there is one at most, and none means as they are shipped.

    A sentence counts from ``threshold`` on, None for the lexicon's own; the kinds in ``hidden`` are
    not shown. ``lexicon`` is a JSON object that is laid over the shipped words and weights, entry
    by entry.
    """

    id: Id = "hints"
    threshold: float | None = Field(default=None, ge=0, le=1)
    hidden: tuple[str, ...] = ()
    lexicon: str = "{}"

    @field_validator("lexicon")
    @classmethod
    def _is_an_object(cls, lexicon: str) -> str:
        if not isinstance(json.loads(lexicon), dict):
            raise ValueError("a lexicon is a JSON object")  # noqa: TRY004 - pydantic wants it so
        return lexicon


class Dismissal(Record):
    """A hint that somebody looked at and wants no claim of.

    ``sentence`` is the SHA-256, in hexadecimal, of the sentence's words, in which ``exact`` stands
    from ``start`` to ``stop``: it holds in every version in which the sentence is unchanged.
    """

    article: Id
    sentence: str
    start: int = Field(ge=0)
    stop: int
    exact: str
    checker: Id | None = None
    dismissed: Instant
