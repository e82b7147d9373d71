"""The desk on which trials are made, and what must be true after each."""

import json
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from tests.story import STORY, import_story

from factdesk.desk import opening
from factdesk.model.record import Id
from factdesk.store.store import Store


@dataclass
class Tally:
    """Figures of the trials of one kind."""

    name: str
    trials: int = 0
    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    faults: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"{self.name:<12}{self.trials:>8,}{self.kills:>8,}{self.acknowledged:>14,}"
            f"{self.lost:>6,}{len(self.faults):>8,}"
        )


class Ground:
    """A folder with a desk as it is before each trial."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.desk = folder / "mine.factdesk"
        self._kept = folder / "kept.factdesk"
        with opening.open_desk(self._kept) as store:
            self.article: Id = import_story(store).id

    def fresh(self) -> Path:
        """Put the desk back as it was, and take away all that a trial left beside it."""
        for path in self.folder.iterdir():
            if path.is_dir():
                shutil.rmtree(path)
            elif path != self._kept:
                path.unlink()
        shutil.copyfile(self._kept, self.desk)
        self.desk.chmod(0o600)
        return self.desk

    def marks(self, count: int) -> str:
        """Write wishes for claims, a JSON line each."""
        words = [word for text in STORY for word in text.split() if word.isalpha()]
        wishes = ({"quote": words[number % len(words)]} for number in range(count))
        return "".join(json.dumps(wish) + "\n" for wish in wishes)


def look(desk: Path, tally: Tally) -> None:
    """Open a desk after a trial, and note all that is wrong with it."""
    with opening.open_desk(desk) as store:
        tally.faults += store.findings()
        tally.faults += broken_chains(desk)


def lost_claims(store: Store, acknowledged: set[Id]) -> int:
    """Count the claims that were acknowledged and are not there."""
    there = {claim for article in store.article_ids() for claim, _ in store.claim_ids(article)}
    return len(acknowledged - there)


def broken_chains(desk: Path) -> list[str]:
    """Name the records in whose history an edit does not begin where the one before it ended."""
    broken, last = [], dict[str, str | None]()
    with closing(sqlite3.connect(desk)) as connection:
        for record, before, after in connection.execute(
            "SELECT record, before, after FROM journal_change ORDER BY seq, position"
        ):
            if last.get(record) != before:
                broken.append(f"An edit of {record} was lost.")
            last[record] = after
    return broken
