"""Notes on claims."""

from factdesk.errors import Refused
from factdesk.model.claim import Claim, Note
from factdesk.model.edit import Edit, birth, death
from factdesk.model.record import Id, utc_now


def add(claim: Claim, text: str, checker: Id | None = None) -> Edit:
    """Plan a note.

    Raises:
        Refused: if it says nothing.
    """
    if not text.strip():
        raise Refused("The note is empty.", "Write it first.")
    note = Note(claim=claim.id, text=text.strip(), checker=checker, written=utc_now())
    return Edit(f"Note on {claim.reference}", (birth(note),))


def remove(note: Note) -> Edit:
    """Plan to take a note away."""
    return Edit("Remove note", (death(note),))
