"""A small article of our own, for tests."""

from factdesk.desk import articles
from factdesk.importers.base import Document, Draft, DraftBlock
from factdesk.model.article import Article
from factdesk.model.span import BlockKind
from factdesk.store.store import Store

STORY = (
    "The harbour of Kestrel Bay handled 41 million tonnes last year 🚢, the port authority said.",
    "It was the first time since 1972 that the harbour overtook Port Alder.",
    "“We have doubled our crews”, said Mina Okafor, who runs the harbour. “We have doubled.”",
)


def import_story(store: Store, *paragraphs: str, content: bytes = b"the original bytes") -> Article:
    """Put a small article on a desk, of these paragraphs or those of the story."""
    document = Document(name="harbour.txt", content=content)
    draft = Draft(
        title="Harbour overtakes its rival",
        publisher="Kestrel Courier",
        language="en",
        blocks=tuple(DraftBlock(BlockKind.PARAGRAPH, text) for text in paragraphs or STORY),
        media_type="text/plain",
        read_with="a test",
    )
    article, edit = articles.add(store, document, draft)
    store.apply(edit)
    return article
