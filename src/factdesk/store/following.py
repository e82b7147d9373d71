"""What others have written to the desk since it was last looked."""

import json
from typing import NamedTuple

from factdesk.model.article import Article, Version
from factdesk.model.edit import Change, Edit
from factdesk.model.record import Record
from factdesk.store.reading import Reading
from factdesk.store.rows import TYPES, table

#: So many changes are told one by one; of more, only those of articles and their versions.
MOST = 2000

_FEW = (table(Article), table(Version))

#: What the journal leaves out, empty: whoever needs it reads the record.
_LEFT_OUT = {"text": "", "blocks": (), "content": b""}


class News(NamedTuple):
    """Edits of others in their order; not ``complete`` where they were too many to be told."""

    edits: list[Edit]
    complete: bool = True


class FollowReading(Reading):
    """Follows the journal from the moment at which it is first asked."""

    _followed: int | None = None
    _version = 0
    _own: frozenset[int] = frozenset()

    def news(self) -> News:
        """Tell what others have written since this was last asked; at first, nothing."""
        version = int(self._rows("PRAGMA data_version")[0][0])
        if version == self._version and self._followed is not None:
            return News([])
        self._version = version
        last = int(self._rows("SELECT coalesce(max(seq), 0) FROM journal")[0][0])
        since, self._followed = self._followed, last
        own, self._own = self._own, frozenset()
        if since is None:
            return News([])
        theirs = [
            seq
            for (seq,) in self._rows("SELECT seq FROM journal WHERE seq > ? ORDER BY seq", (since,))
            if seq not in own
        ]
        return self._told(theirs)

    def note_own(self, seq: int) -> None:
        """Remember an edit of one's own: it is no news."""
        if self._followed is not None:
            self._own |= {seq}

    def _told(self, edits: list[int]) -> News:
        wanted = json.dumps(edits)
        within = "seq IN (SELECT value FROM json_each(?))"
        counted = f"SELECT count(*) FROM journal_change WHERE {within}"  # noqa: S608 - ours
        complete = int(self._rows(counted, (wanted,))[0][0]) <= MOST
        few = "" if complete else f"AND type IN {_FEW}"
        rows = self._rows(
            "SELECT seq, title, type, before, after FROM journal_change JOIN journal USING (seq) "  # noqa: S608 - ours
            f"WHERE {within} {few} ORDER BY seq, position",
            (wanted,),
        )
        gathered: dict[int, tuple[str, list[Change]]] = {}
        for seq, title, kind, before, after in rows:
            change = Change(_record(kind, before), _record(kind, after))
            gathered.setdefault(seq, (title, []))[1].append(change)
        return News([Edit(title, tuple(made)) for title, made in gathered.values()], complete)


def _record(kind: str, written: str | None) -> Record | None:
    """Read a record of the journal; what it leaves out is empty."""
    if written is None:
        return None
    record = TYPES[kind]
    fields = {name: _LEFT_OUT[name] for name in record.unjournalled if name in _LEFT_OUT}
    return record.model_validate(fields | json.loads(written))
