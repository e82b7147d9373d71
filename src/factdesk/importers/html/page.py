"""A page, understood as the article that its readers see."""

from collections.abc import Iterator

from factdesk.importers.base import Document, Draft
from factdesk.importers.html.bylines import signatures
from factdesk.importers.html.captions import with_captions
from factdesk.importers.html.extraction import extracted
from factdesk.importers.html.foreign import mark_foreign_passages
from factdesk.importers.html.loose import wrap_loose_text
from factdesk.importers.html.metadata import Metadata, metadata
from factdesk.importers.html.outline import Outline
from factdesk.importers.html.overlooked import with_overlooked
from factdesk.importers.html.recovery import everything, recover
from factdesk.importers.html.standfirst import with_standfirst
from factdesk.importers.html.tree import markup, parse, strip_silent
from factdesk.importers.sorting import sort_out

_WHOLE = "No story was recognised on the page; the text of the whole page stands here."
_NOT_OF_A_DRAFT = {"descriptions", "body", "headings", "authors", "house", "is_date_guessed"}
_GUESSED = "The date was guessed from the text of the page."


def read(document: Document) -> Draft:
    """Extract the story, sort out what is foreign, bring back what was lost, and place captions.

    Raises:
        ImportFailed: if the page is too large or cannot be parsed.
    """
    page = markup(document)
    root = parse(page)
    wrap_loose_text(root)
    known = metadata(root, page, document.url)
    strip_silent(root)
    outline = Outline(root)
    passages = extracted(root, outline)
    mark_foreign_passages(passages, outline, known)
    passages = recover(passages, outline, known)
    passages = with_standfirst(passages, outline, known)
    whole = all(passage.reason for passage in passages)
    if whole:
        passages = [*passages, *everything(outline, passages)]
    passages = with_overlooked(with_captions(passages, outline), outline, known)
    kept, left_out = sort_out(passages)
    house = (known.house,) if known.house else ()
    return Draft(
        **known.model_dump(exclude=_NOT_OF_A_DRAFT),
        authors=known.authors or signatures(passages, outline) or house,
        dek=next((block.text for block in kept if block.kind == "dek"), ""),
        blocks=tuple(kept),
        left_out=tuple(left_out),
        warnings=tuple(_warnings(known, whole=whole)),
        media_type="text/html",
        read_with="page (trafilatura)",
    )


def _warnings(known: Metadata, *, whole: bool) -> Iterator[str]:
    if whole:
        yield _WHOLE
    if known.published and known.is_date_guessed:
        yield _GUESSED
