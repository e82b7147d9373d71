"""Questions about claims and what belongs to them."""

from typing import NamedTuple

from factdesk.model.claim import UNDECIDED, Anchor, Checker, Claim, Claimant, Note
from factdesk.model.desk import House
from factdesk.model.lines import QUOTE_LIMIT
from factdesk.model.record import Id, Record
from factdesk.model.source import Evidence, Source
from factdesk.model.verdict import Scale, Verdict
from factdesk.store.reading import Reading, found
from factdesk.store.rows import PARTS_OF_CLAIM

_BORN = "(SELECT max(seq) FROM journal_change WHERE record = {}.id AND before IS NULL)"

#: What was the newest version when a verdict was given; the journal tells within one second.
_JUDGED_ON = f"""
    SELECT judged.{{column}} FROM version AS judged
    WHERE judged.article = claim.article AND (judged.added < verdict.given
        OR judged.added = verdict.given AND {_BORN.format("judged")} <= {_BORN.format("verdict")})
    ORDER BY judged.number DESC LIMIT 1
"""  # noqa: S608 - names of ours

#: Whether words stand no more, or not for certain, for which a claim's verdict was given.
_OUTDATED = f"""
    EXISTS (SELECT 1 FROM anchor AS was
        WHERE was.claim = claim.id AND was.status <> 'orphaned' AND was.version <> :version
        AND was.version = ({_JUDGED_ON.format(column="id")})
        AND NOT EXISTS (SELECT 1 FROM anchor AS now
            WHERE now.claim = claim.id AND now.version = :version AND now.exact = was.exact
            AND now.status IN ('anchored', 'moved')))
"""  # noqa: S608 - names of ours

_CLAIM_ROWS = f"""
    SELECT claim.id, claim.number, anchor.id, anchor.start, anchor.stop,
        substr(anchor.exact, 1, {QUOTE_LIMIT}), claim.wording, claim.kind, claim.state,
        verdict.scale, verdict.rating, verdict.label, verdict.place, anchor.status,
        (SELECT count(*) FROM evidence WHERE evidence.claim = claim.id), claim.priority,
        (SELECT decision FROM changeproposal WHERE changeproposal.claim = claim.id
         ORDER BY decision = 'open' DESC, key DESC LIMIT 1),
        (SELECT min(coalesce(source_class, 'unclassed')) FROM evidence
         JOIN source ON source.id = evidence.source WHERE evidence.claim = claim.id),
        (SELECT name FROM checker WHERE checker.id = claim.assignee),
        (SELECT name FROM checker WHERE checker.id = verdict.checker),
        {_OUTDATED}
    FROM claim
    LEFT JOIN anchor ON anchor.claim = claim.id AND anchor.version = :version
    LEFT JOIN verdict ON verdict.claim = claim.id AND verdict.number =
        (SELECT max(number) FROM verdict WHERE claim = claim.id AND withdrawn IS NULL)
"""  # noqa: S608 - a number of ours


class ClaimRow(NamedTuple):
    """A claim at one of its places in a version, with its current verdict; None: there is none."""

    claim: Id
    number: int
    anchor: Id | None
    start: int | None
    stop: int | None
    quote: str | None
    wording: str
    kind: str | None
    state: str
    scale: str | None
    rating: str | None
    label: str | None
    place: str | None
    status: str | None
    evidence: int
    priority: str
    change: str | None
    sources: str | None
    assignee: str | None
    checker: str | None
    outdated: int


class ClaimReading(Reading):
    """What the desk knows of claims, verdicts, evidence, notes and who is behind them."""

    def claim_rows(self, article: Id, version: Id) -> list[ClaimRow]:
        """List the claims of an article at their places in a version, in the order of the text."""
        statement = f"{_CLAIM_ROWS} WHERE claim.article = :article"
        rows = self._rows(statement, {"article": article, "version": version})
        return sorted(map(ClaimRow._make, rows), key=lambda row: (row.start or 0, row.number))

    def rows_of_claim(self, claim: Id, version: Id) -> list[ClaimRow]:
        """List the places of one claim in a version."""
        statement = f"{_CLAIM_ROWS} WHERE claim.id = :claim ORDER BY anchor.start"
        return [
            ClaimRow(*row) for row in self._rows(statement, {"claim": claim, "version": version})
        ]

    def claim(self, key: Id) -> Claim:
        """Read a claim.

        Raises:
            NotFound: if there is none of that identity.
        """
        return found(self._one(Claim, "id = ?", key), "such claim")

    def claim_numbered(self, article: Id, number: int) -> Claim:
        """Read the claim with that reference.

        Raises:
            NotFound: if the article has none.
        """
        claim = self._one(Claim, "article = ? AND number = ?", article, number)
        return found(claim, f"claim C{number} in that article")

    def claim_ids(self, article: Id) -> list[tuple[Id, int]]:
        """List the claims of an article with their numbers, readable or not."""
        rows = self._rows(
            "SELECT id, number FROM claim WHERE article = ? ORDER BY number", (article,)
        )
        return [(row[0], row[1]) for row in rows]

    def last_reference(self, article: Id) -> int:
        """Tell the highest reference that the article ever gave, 0 before the first."""
        rows = self._rows("SELECT last FROM reference WHERE article = ?", (article,))
        return int(rows[0][0]) if rows else 0

    def anchors(self, claim: Id, version: Id) -> list[Anchor]:
        """Read the places of a claim in a version, in the order of the text."""
        return self._all(Anchor, "claim = ? AND version = ? ORDER BY start, key", claim, version)

    def anchors_in(self, version: Id) -> list[Anchor]:
        """Read all places in a version, in the order of the text."""
        return self._all(Anchor, "version = ? ORDER BY start, stop, key", version)

    def undecided_in(self, version: Id) -> int:
        """Count the places of a version that wait for a person."""
        statement = "SELECT count(*) FROM anchor WHERE version = ? AND status IN (?, ?)"
        return int(self._rows(statement, (version, *UNDECIDED))[0][0])

    def anchors_of(self, claim: Id) -> list[Anchor]:
        """Read the places of a claim in all versions."""
        return self._all(Anchor, "claim = ? ORDER BY key", claim)

    def verdicts(self, claim: Id) -> list[Verdict]:
        """Read the verdicts of a claim, the first first."""
        return self._all(Verdict, "claim = ? ORDER BY number", claim)

    def versions_judged(self, article: Id) -> dict[Id, int]:
        """Tell for each verdict in an article which version was the newest when it was given."""
        statement = (
            f"SELECT verdict.id, ({_JUDGED_ON.format(column='number')}) FROM verdict "  # noqa: S608
            "JOIN claim ON claim.id = verdict.claim WHERE claim.article = ?"
        )
        return {row[0]: row[1] for row in self._rows(statement, (article,)) if row[1]}

    def evidence(self, claim: Id) -> list[Evidence]:
        """Read the evidence of a claim in the order in which it was cited."""
        return self._all(Evidence, "claim = ? ORDER BY number", claim)

    def piece_of_evidence(self, key: Id) -> Evidence:
        """Read one piece of evidence.

        Raises:
            NotFound: if there is none of that identity.
        """
        return found(self._one(Evidence, "id = ?", key), "such evidence")

    def parts_of_claim(self, claim: Id) -> list[Record]:
        """Read everything that hangs on a claim and goes when it goes, in all versions."""
        parts: list[Record] = []
        for record in PARTS_OF_CLAIM:
            parts += self._all(record, "claim = ? ORDER BY key", claim)
        return parts

    def claims_under(self, claim: Id) -> list[Claim]:
        """Read the parts of a compound claim."""
        return self._all(Claim, "parent = ? ORDER BY number", claim)

    def notes(self, claim: Id) -> list[Note]:
        """Read the notes on a claim, the first first."""
        return self._all(Note, "claim = ? ORDER BY key", claim)

    def source(self, key: Id) -> Source:
        """Read a source.

        Raises:
            NotFound: if there is none of that identity.
        """
        return found(self._one(Source, "id = ?", key), "such source")

    def source_at(self, url: str) -> Source | None:
        """Find the source with that address."""
        return self._one(Source, "url = ? AND url <> '' ORDER BY key", url)

    def source_titled(self, title: str) -> Source | None:
        """Find the source of that title, written large or small; of several the last cited."""
        return self._one(
            Source, "title = ? COLLATE NOCASE AND title <> '' ORDER BY key DESC", title
        )

    def recent_sources(self, limit: int) -> list[Source]:
        """Read the sources that came last."""
        return self._all(Source, "1 ORDER BY key DESC LIMIT ?", limit)

    def claimant(self, key: Id) -> Claimant | None:
        """Read a claimant."""
        return self._one(Claimant, "id = ?", key)

    def claimant_called(self, name: str) -> Claimant | None:
        """Find the claimant of that name."""
        return self._one(Claimant, "name = ? ORDER BY key", name)

    def claimant_names(self) -> list[str]:
        """List the names of all claimants."""
        return [row[0] for row in self._rows("SELECT DISTINCT name FROM claimant ORDER BY name")]

    def checkers(self) -> list[Checker]:
        """Read the desk's checkers."""
        return self._all(Checker, "1 ORDER BY key")

    def scales(self) -> list[Scale]:
        """Read the desk's scales in the order in which they came."""
        return self._all(Scale, "1 ORDER BY key")

    def scale(self, key: Id) -> Scale:
        """Read a scale.

        Raises:
            NotFound: if there is none of that name.
        """
        return found(self._one(Scale, "id = ?", key), f"scale “{key}”")

    def ratings_used(self, scale: Id) -> set[str]:
        """Tell which ratings of a scale were ever given."""
        rows = self._rows("SELECT DISTINCT rating FROM verdict WHERE scale = ?", (scale,))
        return {row[0] for row in rows}

    def is_founded(self) -> bool:
        """Tell whether the desk has what none can be without."""
        return bool(self._rows("SELECT 1 FROM house"))

    def house(self) -> House:
        """Read what the desk says of itself; one that is not founded yet says nothing."""
        return self._one(House, "1 ORDER BY key") or House(id="house")
