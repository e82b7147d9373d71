"""What this desk has checked before, and how to use it again."""

from typing import NamedTuple

from factdesk.errors import Refused
from factdesk.model.claim import Claim
from factdesk.model.edit import Edit, birth
from factdesk.model.memory import Memory, SourceUse
from factdesk.model.record import Id, new_id, utc_now
from factdesk.store.store import Store


class Recollection(NamedTuple):
    """An earlier claim, and what it was checked with."""

    memory: Memory
    sources: tuple[SourceUse, ...]


def similar(store: Store, text: str, limit: int = 5, without: Id = "") -> list[Recollection]:
    """Find earlier claims like a passage, the likest first: like it, and never the same for sure.

    The claim at hand, ``without``, is left out.
    """
    return [
        Recollection(memory, tuple(store.sources_of_claim(memory.claim)))
        for memory in store.claims_like(text, limit, without)
    ]


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
