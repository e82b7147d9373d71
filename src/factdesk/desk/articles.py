"""Articles come in, get text back, and go."""

from factdesk.desk import modes
from factdesk.errors import NotFound, Refused
from factdesk.importers.base import Document, Draft
from factdesk.model.article import Article, LeftOut, Original, Version
from factdesk.model.claim import Anchor, AnchorStatus
from factdesk.model.edit import Edit, birth, changed, death
from factdesk.model.record import Id, Record, new_id, utc_now
from factdesk.model.span import Block, Span
from factdesk.store.store import Store
from factdesk.text.anchors import surroundings
from factdesk.text.canonical import SEPARATOR, assemble, digest
from factdesk.text.slugs import free, slug


def already_there(store: Store, document: Document) -> Article | None:
    """Find the article that was read from the very same bytes."""
    return store.article_of_original(document.sha256)


def add(store: Store, document: Document, draft: Draft) -> tuple[Article, Edit]:
    """Plan to take an article in, with its first version and the original bytes."""
    house = store.house()
    now, wanted = utc_now(), slug(draft.title or document.name)
    article = Article(
        title=draft.title or document.name or "Untitled",
        slug=free(wanted, store.slugs_like(wanted)),
        dek=draft.dek,
        authors=draft.authors,
        publisher=draft.publisher,
        url=draft.url or document.url,
        canonical_url=draft.canonical_url,
        published=draft.published,
        modified=draft.modified,
        section=draft.section,
        language=draft.language,
        mode=house.mode,
        scale=modes.scale_for(house, house.mode),
        added=now,
    )
    records: list[Record] = [article, first_version(article.id, document, draft)]
    if not store.has_original(document.sha256):
        records.append(original(document, draft))
    return article, Edit(f"Import “{article.title}”", tuple(birth(record) for record in records))


def original(document: Document, draft: Draft) -> Original:
    """Keep the document's bytes."""
    return Original(id=document.sha256, media_type=draft.media_type, content=document.content)


def first_version(article: Id, document: Document, draft: Draft, number: int = 1) -> Version:
    """Make a version of what the importer understood."""
    text, blocks = assemble(draft.blocks)
    starts = [block.start for block in blocks] + [len(text)]
    return Version(
        article=article,
        number=number,
        text=text,
        sha256=digest(text),
        blocks=blocks,
        left_out=tuple(
            LeftOut(kind=out.kind, text=out.text, reason=out.reason, position=starts[out.before])
            for out in draft.left_out
        ),
        original=document.sha256,
        source_name=document.name,
        read_with=draft.read_with,
        warnings=draft.warnings,
        added=utc_now(),
    )


def bring_back(store: Store, version: Version, index: int) -> Edit:
    """Plan a new version in which a left-out block stands in the text again.

    The text only grows at one known place, so every claim keeps its words with certainty, but for
    one that stands on both sides of it.

    Raises:
        NotFound: if nothing is left out under that index.
    """
    if not 0 <= index < len(version.left_out):
        raise NotFound("That block is no longer left out.", "Look at the list as it is now.")
    out = version.left_out[index]
    text, inserted, shift = _with_block(version, out)
    renewed = version.model_copy(
        update={
            "id": new_id(),
            "number": version.number + 1,
            "text": text,
            "sha256": digest(text),
            "blocks": tuple(
                sorted((*_shifted(version, out.position, shift), inserted), key=_start)
            ),
            "left_out": tuple(
                other.model_copy(update={"position": _position_after(other, out, inserted)})
                if number < index
                else other.model_copy(update={"position": other.position + shift})
                for number, other in enumerate(version.left_out)
                if number != index
            ),
            "added": utc_now(),
        }
    )
    anchors = (
        _carried(anchor, renewed, out.position, shift) for anchor in store.anchors_in(version.id)
    )
    return Edit("Bring back a block", (birth(renewed), *(birth(anchor) for anchor in anchors)))


def _with_block(version: Version, out: LeftOut) -> tuple[str, Block, int]:
    """Insert a left-out block: the text, the block, and by how much the rest moves."""
    words, (inserted,) = assemble([(out.kind, out.text)])
    at, shift = out.position, inserted.stop + len(SEPARATOR)
    if at == len(version.text):
        text, start = version.text + SEPARATOR + words, at + len(SEPARATOR)
    else:
        text, start = version.text[:at] + words + SEPARATOR + version.text[at:], at
    return text, Block(out.kind, start, start + inserted.stop), shift


def _position_after(earlier: LeftOut, out: LeftOut, inserted: Block) -> int:
    """Tell where a block that was left out before this one stands now: still before it."""
    return inserted.start if earlier.position == out.position else earlier.position


def _shifted(version: Version, position: int, shift: int) -> list[Block]:
    return [
        block
        if block.start < position
        else Block(block.kind, block.start + shift, block.stop + shift)
        for block in version.blocks
    ]


def _start(block: Block) -> int:
    return block.start


def _carried(anchor: Anchor, version: Version, position: int, shift: int) -> Anchor:
    """Carry a place over; one in whose midst the block comes to stand is up for review."""
    own = {"id": new_id(), "version": version.id}
    if anchor.status is AnchorStatus.ORPHANED:  # its words are nowhere; it keeps them
        return anchor.model_copy(update=own)
    start = anchor.start + shift * (anchor.start >= position)
    stop = anchor.stop + shift * (anchor.stop > position)
    prefix, suffix = surroundings(version.text, Span(start, stop))
    around = {"start": start, "stop": stop, "prefix": prefix, "suffix": suffix}
    words = version.text[start:stop]
    if words != anchor.exact:
        around |= {"exact": words, "status": AnchorStatus.NEEDS_REVIEW}
    return anchor.model_copy(update=own | around)


def remove(store: Store, article: Article) -> Edit:
    """Plan to take an article off the desk with all that hangs on it; undo brings it all back."""
    doomed: list[Record] = []
    for claim, _ in store.claim_ids(article.id):
        doomed += [*store.parts_of_claim(claim), store.claim(claim)]
    doomed += store.signoffs_of_article(article.id)
    doomed += [aside for aside in store.set_asides(article.id) if aside.claim is None]
    doomed += store.dismissals(article.id)
    versions = store.versions(article.id)
    doomed += [*versions, article]
    originals = {version.original for version in versions}
    doomed += [
        kept
        for key in sorted(originals)
        if (kept := store.original(key)) and not store.shared_original(key, article.id)
    ]
    return Edit(f"Remove “{article.title}”", tuple(death(record) for record in doomed))


def describe(article: Article, **fields: object) -> Edit:
    """Plan to change what is said of an article: its title, authors or dates.

    Raises:
        Refused: if a value is none of those that the field takes.
    """
    try:
        after = Article.model_validate(article.model_dump() | fields)
    except ValueError as error:
        raise Refused("That cannot be said of an article.", "Dates are ISO 8601.") from error
    return Edit("Describe article", changed(article, after))
