"""The rows of a table as claims. What a cell says that no field can hold is a note."""

import re
from collections.abc import Iterator, Mapping

from factdesk.importers.claims.base import (
    ForeignClaim,
    ForeignNote,
    ForeignPlace,
    ForeignSource,
    date,
    kind,
    whole_number,
)
from factdesk.importers.claims.columns import Field
from factdesk.importers.claims.table import Table
from factdesk.model.record import PartialDate
from factdesk.model.source import Stance

_NUMBERS = re.compile(r"(\d{1,2})([-./ ]+)(\d{1,2})\2(\d{4})(?!\d)", re.ASCII)
_STANCES = {
    **{stance.value: stance for stance in Stance},
    **dict.fromkeys(("support", "supported", "supporting", "confirms", "for"), Stance.SUPPORTS),
    **dict.fromkeys(("refute", "refuted", "refuting", "contradicts", "against"), Stance.REFUTES),
    **dict.fromkeys(("qualify", "mixed", "partly"), Stance.QUALIFIES),
    **dict.fromkeys(("neutral", "background"), Stance.CONTEXT),
    **dict.fromkeys(("origin",), Stance.ORIGIN),
    **dict.fromkeys(("none", "not enough evidence", "not enough info"), Stance.NO_INFORMATION),
}


def claims(table: Table, columns: Mapping[Field, int]) -> list[ForeignClaim]:
    """Make a claim of each row; one that says the same with another source is more evidence."""
    days = {
        field: _day_comes_first(table, columns, field) for field in (Field.DATE, Field.ACCESSED)
    }
    found: dict[ForeignClaim, list[ForeignSource]] = {}
    for number, row in enumerate(dict.fromkeys(table.rows), 2):
        cells = {field: row[at] for field, at in columns.items() if at < len(row) and row[at]}
        if cells:
            claim, sources = _claim(cells, number, days)
            found.setdefault(claim, []).extend(sources)
    return [
        claim.model_copy(update={"sources": tuple(sources)}) for claim, sources in found.items()
    ]


def _claim(
    cells: Mapping[Field, str], number: int, days: Mapping[Field, bool | None]
) -> tuple[ForeignClaim, list[ForeignSource]]:
    quote = cells.get(Field.QUOTE, "") or cells.get(Field.WORDING, "")
    start = whole_number(cells.get(Field.START, ""))
    said = _day(cells.get(Field.DATE, ""), day_first=days[Field.DATE])
    place = ForeignPlace(exact=quote, start=start)
    claim = ForeignClaim(
        origin=_origin(cells),
        places=(place,) if quote else (),
        wording=cells.get(Field.WORDING, "" if quote else f"Row {number} of the table"),
        kind=kind(cells.get(Field.KIND)),
        claimant=cells.get(Field.CLAIMANT, ""),
        claimed_on=said,
        verdict=cells.get(Field.VERDICT, ""),
        rationale=cells.get(Field.RATIONALE, ""),
        notes=tuple(ForeignNote(text=text) for text in _notes(cells, said)),
    )
    return claim, list(_sources(cells, day_first=days[Field.ACCESSED]))


def _origin(cells: Mapping[Field, str]) -> str:
    """Name a row by its own identity, else by what it says: the same row twice is one claim."""
    named = cells.get(Field.ID, "")
    if named:
        return f"urn:uuid:{named}" if re.fullmatch(r"[0-9a-f-]{36}", named) else f"row {named}"
    told = (Field.QUOTE, Field.WORDING, Field.CLAIMANT, Field.DATE, Field.VERDICT, Field.RATIONALE)
    return "row " + "\x1f".join(cells.get(field, "") for field in told)


def _notes(cells: Mapping[Field, str], said: PartialDate | None) -> Iterator[str]:
    if note := cells.get(Field.NOTE):
        yield note
    told = cells.get(Field.DATE, "")
    if told and (said is None or len(said) == 4 < len(told)):
        yield f"Date: {told}"
    if (word := cells.get(Field.KIND)) and kind(word) is None:
        yield f"Kind: {word}"
    if (word := cells.get(Field.STANCE)) and _stance(word) is None:
        yield f"Stance: {word}"


def _sources(cells: Mapping[Field, str], *, day_first: bool | None) -> Iterator[ForeignSource]:
    named = cells.get(Field.SOURCE, ""), cells.get(Field.URL, "")
    passage = cells.get(Field.PASSAGE, "")
    if any((*named, passage)):
        yield ForeignSource(
            title=named[0] or ("" if named[1] else "Source not named"),
            url=named[1],
            stance=_stance(cells.get(Field.STANCE, "")) or Stance.CONTEXT,
            quote=passage,
            locator=cells.get(Field.LOCATOR, ""),
            accessed=_day(cells.get(Field.ACCESSED, ""), day_first=day_first),
        )


def _stance(word: str) -> Stance | None:
    return _STANCES.get(" ".join(word.casefold().replace("_", " ").split()))


def _day_comes_first(table: Table, columns: Mapping[Field, int], field: Field) -> bool | None:
    """Find out how a column writes days: “25/8” leaves no doubt, “4/8” does; None: nobody knows."""
    if field not in columns:
        return None
    found = [match for cell in table.column(columns[field]) if (match := _NUMBERS.match(cell))]
    first = any(int(match[1]) > 12 for match in found)
    second = any(int(match[3]) > 12 for match in found)
    if first != second:
        return first
    return True if found and all("/" not in match[2] for match in found) else None


def _day(cell: str, *, day_first: bool | None) -> PartialDate | None:
    """Read a day; where day and month cannot be told apart the year alone is certain."""
    found = _NUMBERS.match(cell)
    if found is None:
        return date(cell)
    if day_first is None:
        return date(found[4])
    day, month = (found[1], found[3]) if day_first else (found[3], found[1])
    return date(f"{found[4]}-{int(month):02}-{int(day):02}")
