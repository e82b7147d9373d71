import sqlite3
import stat
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest
from tests.store import aged

from factdesk.desk import backups, opening, reports
from factdesk.errors import DeskTooNew, DeskUnusable
from factdesk.exporters.registry import exporter
from factdesk.model.report import Audience
from factdesk.store import backup, migrations
from factdesk.store.store import Store

STEPS = migrations.steps()
NEWEST = STEPS[-1][0]
SCHEMAS = sorted(int(path.stem) for path in aged.DESKS.glob("0*.sql"))

#: A schema that has been given to users is never edited again.
FROZEN = {1: "c7679ec6ed89def37e71c8948d242e642e53cedd3f1ee6d9d0823b9e80751f59"}


def report(path: Path) -> bytes:
    with opening.open_desk(path) as store:
        (article,) = store.article_ids()
        gathered = reports.gather(store, store.article(article), Audience.INTERNAL)
        assert list(store.findings()) == []
        return exporter("md").render(gathered)


def test_schemas_are_numbered_without_gaps_or_twins() -> None:
    assert [number for number, _ in STEPS] == list(range(1, NEWEST + 1))


def test_a_schema_that_was_given_to_users_is_never_edited() -> None:
    for number, sql in STEPS:
        if number in FROZEN:
            assert sha256(sql.encode()).hexdigest() == FROZEN[number]


def test_every_schema_but_the_newest_has_its_desk() -> None:
    assert set(range(1, NEWEST)) <= set(SCHEMAS)


@pytest.mark.parametrize("schema", SCHEMAS)
def test_a_desk_of_every_schema_opens_and_gives_the_same_report(
    schema: int, tmp_path: Path
) -> None:
    path = tmp_path / "old.factdesk"
    aged.build(path, schema)
    first = tmp_path / "first.factdesk"
    aged.build(first, 1)
    assert report(path) == report(first)
    words = report(path).decode()
    for word in ("2.4 million people", "It was so in 1971", "Harbour statistics", "A letter"):
        assert word in words


def test_a_backup_is_made_before_a_migration_and_it_is_the_old_desk(tmp_path: Path) -> None:
    path = tmp_path / "old.factdesk"
    aged.build(path, 1)
    opening.open_desk(path).close()
    (kept,) = backups.listed(path)
    assert kept.reason == backup.Reason.MIGRATION
    assert kept.contents is not None
    assert (kept.contents.schema, kept.contents.claims) == (1, 3)
    assert stat.S_IMODE(kept.path.stat().st_mode) == 0o600


def test_a_migration_that_fails_leaves_the_old_desk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "old.factdesk"
    aged.build(path, 1)
    wrong = "CREATE TABLE half (x);\nINSERT INTO half SELECT * FROM nowhere;\n"
    monkeypatch.setattr(migrations, "steps", lambda: [*STEPS, (NEWEST + 1, wrong)])
    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        Store.open(path)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
        assert connection.execute("PRAGMA quick_check").fetchone() == ("ok",)
    monkeypatch.undo()
    assert b"2.4 million" in report(path)


def test_no_migration_without_a_backup(tmp_path: Path) -> None:
    path = tmp_path / "old.factdesk"
    aged.build(path, 1)
    (tmp_path / "backups").write_text("a file where the folder should be")
    with pytest.raises(DeskUnusable, match="cannot be written"):
        Store.open(path)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)


def test_a_later_desk_is_refused_and_not_a_byte_of_it_changes(tmp_path: Path) -> None:
    path = tmp_path / "later.factdesk"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE later (x)")
        connection.execute(f"PRAGMA application_id = {0x4644736B}")
        connection.execute("PRAGMA user_version = 9999")
    before = path.read_bytes()
    with pytest.raises(DeskTooNew):
        opening.open_desk(path)
    assert path.read_bytes() == before
