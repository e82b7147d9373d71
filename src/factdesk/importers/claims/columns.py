"""Which column of a table holds what: guessed from the names, and from what is in them."""

import re
from collections.abc import Mapping
from enum import StrEnum
from hashlib import sha256

from factdesk.errors import Refused
from factdesk.importers.claims.base import whole_number
from factdesk.importers.claims.table import Table


class Field(StrEnum):
    """What a column may hold of a claim."""

    QUOTE = "quote"
    WORDING = "wording"
    CLAIMANT = "claimant"
    DATE = "date"
    KIND = "kind"
    VERDICT = "verdict"
    RATIONALE = "rationale"
    SOURCE = "source"
    URL = "url"
    STANCE = "stance"
    PASSAGE = "passage"
    LOCATOR = "locator"
    ACCESSED = "accessed"
    NOTE = "note"
    START = "start"
    ID = "id"


#: The number of the column for each field that one is chosen for.
Columns = Mapping[Field, int]

#: What columns are called in four languages, without case, spaces and signs.
_NAMES: Mapping[Field, str] = {
    Field.QUOTE: """quote exact quotation sentence passage text
        zitat satz cita frase citation phrase""",
    Field.WORDING: """wording claim claimtext claimreviewed statement
        behauptung aussage these afirmación afirmacion declaración affirmation allégation énoncé""",
    Field.CLAIMANT: """claimant speaker saidby claimedby politician person who author
        urheber sprecher sprecherin orador autor autora quien locuteur auteur""",
    Field.DATE: "date claimdate claimedon saidon day datum fecha jour",
    Field.KIND: "kind type claimtype art typ tipo genre",
    Field.VERDICT: """verdict rating label ruling conclusion truth result
        bewertung urteil ergebnis veredicto calificación calificacion évaluation evaluation""",
    Field.RATIONALE: """rationale justification explanation reason reasoning why
        begründung erklärung explicación explicacion justificación raison explication""",
    Field.SOURCE: "source sourcetitle evidencetitle quelle fuente",
    Field.URL: "url sourceurl link evidenceurl sourcelink adresse enlace lien",
    Field.STANCE: "stance haltung postura position",
    Field.PASSAGE: """evidence answer excerpt evidencequote sourcequote
        beleg evidencia extracto extrait preuve""",
    Field.LOCATOR: "locator page pages timestamp seite página pagina",
    Field.ACCESSED: "accessed accessdate retrieved abgerufen consultado consulté",
    Field.NOTE: """note notes comment comments remark remarks
        notiz kommentar bemerkung nota notas comentario remarque commentaire""",
    Field.START: "start offset",
    Field.ID: "id claimid uuid",
}
_LETTERS = re.compile(r"\W|_")
_REFERENCE = re.compile(r"C\d+")
_LOOKED_AT = 50


def guessed(table: Table) -> dict[Field, int]:
    """Guess the columns; where the claims stand is guessed even where no name tells it."""
    found: dict[Field, int] = {}
    for at, name in enumerate(table.head):
        field = _field(name)
        if field and field not in found and _can_be(field, table, at):
            found[field] = at
    if Field.SOURCE in found and Field.URL not in found and _links(table, found[Field.SOURCE]):
        found[Field.URL] = found.pop(Field.SOURCE)
    if not {Field.QUOTE, Field.WORDING} & found.keys():
        free = [at for at in range(len(table.head)) if at not in found.values()]
        longest = max(free, key=lambda at: _length(table, at), default=None)
        if longest is not None and _length(table, longest):
            found[Field.WORDING] = longest
    return found


def named(table: Table, names: Mapping[str, str]) -> dict[Field, int]:
    """Find the columns that are named for the fields, by their name or their number.

    Raises:
        Refused: if there is no such field or column.
    """
    found: dict[Field, int] = {}
    for field, name in names.items():
        if field not in set(Field):
            raise Refused(
                f"A claim has no “{field}”.", f"It has one of: {', '.join(Field)}.", kind="no_field"
            )
        numbers = [at for at, head in enumerate(table.head) if head == name] or [
            at for at, head in enumerate(table.head) if head.casefold() == name.casefold()
        ]
        at = whole_number(name)
        if at is not None and 0 < at <= len(table.head):
            numbers.append(at - 1)
        if name and not numbers:
            raise Refused(
                f"The table has no column “{name}”.",
                f"It has: {', '.join(table.head)}.",
                kind="no_column",
            )
        if name:
            found[Field(field)] = numbers[0]
    return found


def signature(head: tuple[str, ...]) -> str:
    """Tell tables with the same columns from all others, and nothing of what they are called."""
    return sha256("\x1f".join(head).encode("utf-8", "replace")).hexdigest()[:16]


def _field(name: str) -> Field | None:
    """Understand a name by the whole of it, else by its first word."""
    words = [name, *name.split()[:1]]
    plain = [_LETTERS.sub("", word).casefold() for word in words]
    for word in plain:
        for field, names in _NAMES.items():
            if word in names.split():
                return field
    return None


def _can_be(field: Field, table: Table, at: int) -> bool:
    """Tell a column that is only called so: how many pieces of evidence, which of our claims."""
    cells = list(table.column(at, _LOOKED_AT))
    if field in {Field.WORDING, Field.PASSAGE}:
        return not all(cell.isdigit() or _REFERENCE.fullmatch(cell) for cell in cells)
    return True


def _links(table: Table, at: int) -> bool:
    """Tell a column of addresses from one of titles."""
    cells = list(table.column(at, _LOOKED_AT))
    return bool(cells) and all(cell.startswith(("https://", "http://")) for cell in cells)


def _length(table: Table, at: int) -> int:
    return sum(len(cell) for cell in table.column(at, _LOOKED_AT))
