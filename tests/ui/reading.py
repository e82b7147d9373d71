"""Articles and places for the tests of what reads them."""

from factdesk.model.article import Version
from factdesk.model.record import utc_now
from factdesk.model.span import BlockKind, Span
from factdesk.text.canonical import assemble, digest
from factdesk.ui.widgets.places import Form, Look, Place

RED = "#c62828"


def version_of(*paragraphs: str | tuple[BlockKind, str]) -> Version:
    """Make a version of these blocks; a bare text is a paragraph."""
    blocks = [(BlockKind.PARAGRAPH, p) if isinstance(p, str) else p for p in paragraphs]
    text, structure = assemble(blocks)
    return Version(
        article="article",
        number=1,
        text=text,
        sha256=digest(text),
        blocks=structure,
        original="original",
        read_with="test",
        added=utc_now(),
    )


def place_at(span: Span | tuple[int, int], name: str = "C1", form: Form = Form.SOLID) -> Place:
    """Make a red place whose claim and anchor have the same name."""
    return Place(span[0], span[1], name, name, Look(form, RED, "✗"), f"{name} · False")


def span_of(text: str, words: str) -> Span:
    """Find where words stand first."""
    start = text.index(words)
    return Span(start, start + len(words))
