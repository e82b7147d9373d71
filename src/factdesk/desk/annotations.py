"""Claims from elsewhere put onto an article; what cannot be placed with certainty is listed."""

from collections.abc import Callable, Sequence

from factdesk.desk import articles
from factdesk.desk.arrivals import Arrivals, Taking
from factdesk.importers.base import Document, Draft, DraftBlock
from factdesk.importers.claims.base import ForeignClaim, ForeignPlace
from factdesk.importers.house_style import block_text, in_house_style
from factdesk.model.article import Article, Version
from factdesk.model.edit import Edit, birth
from factdesk.model.record import Id
from factdesk.model.span import BlockKind, Span
from factdesk.store.store import Store
from factdesk.text.anchors import surroundings

#: How many claims are placed before it is told how far it is.
_STRIDE = 50


def put_on(
    store: Store,
    version: Version,
    foreign: Sequence[ForeignClaim],
    checker: Id | None = None,
    told: Callable[[int], None] = lambda _done: None,
) -> Arrivals:
    """Plan to take claims from elsewhere onto an article; one that is here already stays.

    ``told`` is called with how many are done, and may raise to break it off.
    """
    article = store.article(version.article)
    return _taken(Taking(store, article, version, checker), foreign, told)


def gather(
    store: Store,
    document: Document,
    foreign: Sequence[ForeignClaim],
    checker: Id | None = None,
    told: Callable[[int], None] = lambda _done: None,
) -> tuple[Article, Arrivals]:
    """Plan an article that is nothing but claims from elsewhere, a paragraph each.

    Raises:
        ImportFailed: if none of them has any words.
    """
    said = [_said(claim) for claim in foreign]
    blocks = tuple(DraftBlock(BlockKind.PARAGRAPH, words) for words in dict.fromkeys(said))
    draft = in_house_style(Draft(blocks=blocks, read_with="claims"), document)
    article, edit = articles.add(store, document, draft)
    (version,) = (one.record for one in edit.changes if isinstance(one.record, Version))
    starts = {
        version.text[block.start : block.stop]: block.span for block in reversed(version.blocks)
    }
    placed = [
        _at(claim, starts.get(block_text(words)), version)
        for claim, words in zip(foreign, said, strict=True)
    ]
    arrivals = _taken(Taking(store, article, version, checker), placed, told)
    whole = Edit(edit.title, (*edit.changes, *arrivals.edit.changes))
    return article, arrivals._replace(edit=whole)


def _said(claim: ForeignClaim) -> str:
    """Tell what a claim says, or what was said of it."""
    told = (line for note in claim.notes for line in note.text.splitlines())
    quote = claim.places[0].exact if claim.places else ""
    return quote or claim.wording or next(told, "")


def _at(claim: ForeignClaim, span: Span | None, version: Version) -> ForeignClaim:
    """Tell a claim that it stands at a place of the version, whatever else has the same words."""
    if span is None:
        return claim
    prefix, suffix = surroundings(version.text, span)
    exact = version.text[span.start : span.stop]
    place = ForeignPlace(exact=exact, prefix=prefix, suffix=suffix, start=span.start)
    return claim.model_copy(update={"places": (place,)})


def _taken(
    taking: Taking, foreign: Sequence[ForeignClaim], told: Callable[[int], None]
) -> Arrivals:
    keys = taking.identities(foreign)
    arrivals = []
    for nth, (claim, key) in enumerate(zip(foreign, keys, strict=True)):
        if nth % _STRIDE == 0:
            told(nth)
        arrivals.append(taking.take(claim, key))
    births = tuple(birth(record) for record in taking.records())
    return Arrivals(Edit("Import claims", births), tuple(arrivals))
