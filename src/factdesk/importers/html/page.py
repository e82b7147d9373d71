"""A page, understood as the article that its readers see."""

from factdesk.importers.base import Document, Draft
from factdesk.importers.html.bylines import signatures
from factdesk.importers.html.captions import with_captions
from factdesk.importers.html.extraction import extracted
from factdesk.importers.html.foreign import mark_foreign_passages
from factdesk.importers.html.metadata import metadata
from factdesk.importers.html.outline import Outline
from factdesk.importers.html.recovery import everything, recover
from factdesk.importers.html.standfirst import with_standfirst
from factdesk.importers.html.tree import markup, parse
from factdesk.importers.sorting import sort_out

_WHOLE = "No story was recognised on the page; the text of the whole page stands here."


def read(document: Document) -> Draft:
    """Extract the story, sort out what is foreign, bring back what was lost, and place captions.

    Raises:
        ImportFailed: if the page is too large or cannot be parsed.
    """
    page = markup(document)
    root = parse(page)
    known = metadata(root, page, document.url)
    outline = Outline(root)
    passages = extracted(root, outline)
    mark_foreign_passages(passages, outline, known)
    passages = recover(passages, outline, known)
    passages = with_standfirst(passages, outline, known)
    whole = all(passage.reason for passage in passages)
    if whole:
        passages = [*passages, *everything(outline, passages)]
    kept, left_out = sort_out(with_captions(passages, outline))
    return Draft(
        **known.model_dump(exclude={"descriptions", "body", "headings", "authors"}),
        authors=known.authors or signatures(passages),
        dek=next((block.text for block in kept if block.kind == "dek"), ""),
        blocks=tuple(kept),
        left_out=tuple(left_out),
        warnings=(_WHOLE,) if whole else (),
        media_type="text/html",
        read_with="page (trafilatura)",
    )
