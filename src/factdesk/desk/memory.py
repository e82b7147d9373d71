"""What this desk has checked before, and how to use it again."""

from factdesk.desk.sheets import ratings
from factdesk.errors import Refused
from factdesk.model.claim import Claim
from factdesk.model.edit import Edit, birth
from factdesk.model.memory import Memory, Recollection, SourceRecord
from factdesk.model.record import Id, new_id, utc_now
from factdesk.store.store import Store
from factdesk.text.keywords import stems

#: An earlier claim is worth a look unasked if it shares so many words with the passage, and so much
#: of the shorter of the two; or less of it, if it is so much like the passage as the likest is.
_WORDS, _SHARED, _LESS, _OF_LIKEST = 2, 0.5, 0.25, 0.6


def recall(store: Store, text: str, article: Id) -> list[Recollection]:
    """Find the claims of other articles that are so much like a passage as to be worth a look."""
    wanted = stems(text)
    found = store.claims_like(text, outside=article)
    close = max((memory.likeness for memory in found), default=0.0) * _OF_LIKEST
    return _remembered(store, [one for one in found if _is_like(wanted, one, close)])


def similar(store: Store, text: str, limit: int = 5, without: Id = "") -> list[Recollection]:
    """Find earlier claims like a passage, the likest first: like it, and never the same for sure.

    The claim at hand, ``without``, is left out.
    """
    return _remembered(store, store.claims_like(text, limit, without))


def _remembered(store: Store, found: list[Memory]) -> list[Recollection]:
    known = ratings(store) if found else {}
    return [
        Recollection(
            memory,
            tuple(store.sources_of_claim(memory.claim)),
            known.get((memory.scale, memory.rating)),
        )
        for memory in found
    ]


def _is_like(wanted: frozenset[str], memory: Memory, close: float) -> bool:
    theirs = stems(f"{memory.wording} {memory.quote} {memory.title}")
    shared = len(wanted & theirs)
    least = _LESS if memory.likeness >= close else _SHARED
    return shared >= _WORDS and shared >= least * min(len(wanted), len(theirs))


def source_record(store: Store, url: str, title: str) -> SourceRecord | None:
    """Find a source of the desk by its address, else by its title, and where it was cited."""
    source = store.source_at(url) or store.source_titled(title)
    return SourceRecord(source, tuple(store.uses_of_source(source.id))) if source else None


def take_over(store: Store, claim: Claim, earlier: Id) -> Edit:
    """Plan to cite for a claim what an earlier one was checked with; each says where it is from.

    Evidence of a source that the claim cites already, with the same words, is not cited twice.

    Raises:
        NotFound: if the earlier claim is gone.
        Refused: if there is nothing to take over.
    """
    known = store.claim(earlier)
    there = store.evidence(claim.id)
    cited = {(piece.source, piece.quote, piece.locator) for piece in there}
    pieces = [
        piece
        for piece in store.evidence(known.id)
        if (piece.source, piece.quote, piece.locator) not in cited
    ]
    if not pieces:
        raise Refused(f"{known.reference} has no evidence that is not here already.")
    origin = f"Taken over from {known.reference} of “{store.article(known.article).title}”."
    first = max((piece.number for piece in there), default=0) + 1
    return Edit(
        f"Take over evidence of {known.reference}",
        tuple(
            birth(
                piece.model_copy(
                    update={
                        "id": new_id(),
                        "claim": claim.id,
                        "number": number,
                        "note": f"{origin}\n{piece.note}".strip(),
                        "added": utc_now(),
                    }
                )
            )
            for number, piece in enumerate(pieces, first)
        ),
    )
