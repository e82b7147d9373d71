"""The house citation style: authors, “title”, *container*, publisher, date, DOI."""

from collections.abc import Sequence
from typing import NamedTuple

from factdesk.exporters.wording import Words
from factdesk.model.source import Source

_MOST_AUTHORS = 3


class Phrase(NamedTuple):
    """A part of a citation; how emphasis looks is the format's business."""

    text: str
    emphasis: bool = False


def citation(source: Source, say: Words) -> list[Phrase]:
    """Cite a source; what is not known is passed over, and no phrase is empty."""
    publisher = "" if source.publisher == source.container else source.publisher
    phrases = [
        Phrase(authors(source.authors, say)),
        Phrase(say.quoted(source.title) if source.title.strip() else ""),
        Phrase(source.container, emphasis=True),
        Phrase(publisher),
        Phrase(say.day(source.issued) if source.issued else say("undated")),
        Phrase(say("doi", doi=source.doi) if source.doi.strip() else ""),
    ]
    return [phrase for phrase in phrases if phrase.text.strip()]


def authors(names: Sequence[str], say: Words) -> str:
    """Name up to three authors, or the first and others."""
    known = [name for name in names if name.strip()]
    if len(known) > _MOST_AUTHORS:
        return say("others", name=known[0])
    return say.listed(known)


def short_name(source: Source, say: Words) -> str:
    """Name a source in few words, where the full citation stands elsewhere."""
    return next(
        (name for name in (source.title, source.container, source.publisher) if name.strip()),
        authors(source.authors, say) or source.url or say("untitled"),
    )
