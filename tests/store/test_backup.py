import stat
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.durability.damage import overwrite_page, overwrite_table, pages
from tests.story import import_story

from factdesk.desk import articles, backups, claims, opening, verdicts
from factdesk.errors import DeskDamaged, DeskTooNew, DeskUnusable, NotADesk, Refused
from factdesk.model.span import Span
from factdesk.store import backup
from factdesk.store.store import Store


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A desk with the story, a claim and a verdict."""
    path = tmp_path / "mine.factdesk"
    with opening.open_desk(path) as store:
        article = import_story(store)
        claim, edit = claims.mark(store, store.latest_version(article.id), Span(0, 11))
        store.apply(edit)
        scale, rating = verdicts.find_rating(store, article, "false")
        store.apply(verdicts.judge(store, claim, scale, rating, rationale="Because."))
    return path


def retitle(desk: Path, title: str) -> None:
    with opening.open_desk(desk) as store:
        store.apply(articles.describe(store.article(store.article_ids()[0]), title=title))


def titles(desk: Path) -> list[str]:
    with opening.open_desk(desk) as store:
        assert list(store.findings()) == []
        return [line.title for line in store.article_lines()]


def test_a_backup_is_one_private_file_that_says_what_is_in_it(desk: Path, tmp_path: Path) -> None:
    target = tmp_path / "elsewhere" / "b.factdesk"
    made = backups.make(desk, target)
    assert made.contents is not None
    assert (made.contents.articles, made.contents.claims, made.contents.verdicts) == (1, 1, 1)
    assert list(target.parent.iterdir()) == [target]
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_a_backup_made_while_somebody_works_holds_what_was_written_before(
    desk: Path, tmp_path: Path
) -> None:
    with opening.open_desk(desk) as store:
        article = store.article(store.article_ids()[0])
        store.apply(articles.describe(article, title="Before"))
        backups.make(desk, tmp_path / "b.factdesk")
        store.apply(articles.describe(store.article(article.id), title="After"))
    assert titles(tmp_path / "b.factdesk") == ["Before"]
    assert titles(desk) == ["After"]


def test_an_older_backup_is_replaced_and_no_other_file(desk: Path, tmp_path: Path) -> None:
    target = tmp_path / "b.factdesk"
    backups.make(desk, target)
    retitle(desk, "Later")
    backups.make(desk, target)
    assert titles(target) == ["Later"]
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear editor")
    for wrong in (letter, desk):
        with pytest.raises(Refused):
            backups.make(desk, wrong)
    assert letter.read_text() == "Dear editor"


def test_a_backup_that_cannot_be_written_leaves_nothing(desk: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(DeskUnusable, match="cannot be written"):
        backups.make(desk, tmp_path / "file" / "b.factdesk")
    assert not [path for path in tmp_path.iterdir() if path.suffix == ".tmp"]


def test_a_restored_desk_is_the_backup_and_the_other_lies_aside(desk: Path, tmp_path: Path) -> None:
    source = tmp_path / "b.factdesk"
    backups.make(desk, source)
    retitle(desk, "Spoilt")
    restored = backups.restore(desk, source)
    assert titles(desk) == ["Harbour overtakes its rival"]
    assert restored.aside is not None
    assert "before-restore" in restored.aside.name
    assert titles(restored.aside) == ["Spoilt"]
    assert stat.S_IMODE(restored.aside.stat().st_mode) == 0o600


def test_a_desk_that_is_gone_is_restored(desk: Path, tmp_path: Path) -> None:
    source = tmp_path / "b.factdesk"
    backups.make(desk, source)
    desk.unlink()
    assert backups.restore(desk, source).aside is None
    assert titles(desk) == ["Harbour overtakes its rival"]


def test_a_desk_that_is_open_elsewhere_is_not_restored_over(desk: Path, tmp_path: Path) -> None:
    source = tmp_path / "b.factdesk"
    backups.make(desk, source)
    with opening.open_desk(desk), pytest.raises(DeskUnusable, match="open in another window"):
        backups.restore(desk, source)
    backups.restore(desk, source)


@pytest.mark.parametrize("table", ["article", "claim", "journal"])
def test_a_damaged_backup_is_refused_and_the_desk_untouched(
    desk: Path, tmp_path: Path, table: str
) -> None:
    source = tmp_path / "b.factdesk"
    backups.make(desk, source)
    overwrite_table(source, table)
    before = desk.read_bytes()
    with pytest.raises(DeskDamaged):
        backups.restore(desk, source)
    assert desk.read_bytes() == before


def test_what_is_no_desk_or_a_later_one_is_not_restored(desk: Path, tmp_path: Path) -> None:
    letter, empty = tmp_path / "letter.txt", tmp_path / "empty.factdesk"
    letter.write_text("Dear editor, " * 1000)
    empty.touch()
    for wrong in (letter, empty):
        with pytest.raises(NotADesk):
            backups.restore(desk, wrong)
    later = tmp_path / "later.factdesk"
    backups.make(desk, later)
    content = bytearray(later.read_bytes())
    content[60:64] = (9999).to_bytes(4, "big")  # the header's user_version
    later.write_bytes(content)
    with pytest.raises(DeskTooNew):
        backups.restore(desk, later)
    with pytest.raises(Refused):
        backups.restore(desk, desk)
    with pytest.raises(DeskUnusable, match="no file"):
        backups.restore(desk, tmp_path / "nowhere")


def test_a_damaged_desk_is_kept_byte_for_byte_when_a_backup_takes_its_place(
    desk: Path, tmp_path: Path
) -> None:
    source = tmp_path / "b.factdesk"
    backups.make(desk, source)
    overwrite_table(desk, "claim")
    before = desk.read_bytes()
    restored = backups.restore(desk, source)
    assert restored.aside is not None
    assert restored.aside.read_bytes() == before
    assert titles(desk) == ["Harbour overtakes its rival"]


def test_the_daily_backup_is_made_once_a_day_from_the_second_day_on(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert backups.daily(desk) is None
    today = date.today()  # noqa: DTZ011 - any day
    for day in range(1, 4):
        stamp = (today + timedelta(days=day)).strftime("%Y%m%dT080000Z")
        monkeypatch.setattr(backup, "stamp", lambda stamp=stamp: stamp)
        monkeypatch.setattr(Store, "worked_before", lambda _self, _day: True)
        assert backups.daily(desk) is not None
        assert backups.daily(desk) is None
    assert [b.reason for b in backups.listed(desk)] == ["daily"] * 3


def test_seven_daily_and_eight_weekly_backups_stay(desk: Path) -> None:
    folder = backup.folder(desk)
    folder.mkdir()
    start = date(2026, 1, 1)
    for day in range(120):
        stamp = (start + timedelta(days=day)).strftime("%Y%m%dT080000Z")
        newest = folder / f"mine-{stamp}-daily.factdesk"
        newest.touch()
        backups.rotate(desk, newest)
    (folder / "mine-20250101T080000Z-before-migration.factdesk").touch()
    (folder / "other-20250101T080000Z-daily.factdesk").touch()
    backups.rotate(desk, newest)
    days = sorted(path.name[5:13] for path in folder.glob("mine-*-daily.factdesk"))
    assert days[-7:] == [
        (start + timedelta(days=day)).strftime("%Y%m%d") for day in range(113, 120)
    ]
    weeks = {date.fromisoformat(day).isocalendar()[:2] for day in days}
    assert len(weeks) == 8
    assert len(days) == 7 + 8 - 2  # two of the weeks' last days are among the seven
    assert len(list(folder.iterdir())) == len(days) + 2


def test_a_clock_that_goes_backwards_takes_no_new_backup_away(desk: Path) -> None:
    folder = backup.folder(desk)
    folder.mkdir()
    for day in range(1, 29):
        (folder / f"mine-202601{day:02}T080000Z-daily.factdesk").touch()
    newest = folder / "mine-19700101T000000Z-daily.factdesk"
    newest.touch()
    backups.rotate(desk, newest)
    assert newest.exists()


def test_a_backup_that_cannot_be_read_is_listed_with_the_reason(desk: Path) -> None:
    backups.make(desk)
    (backup.folder(desk) / "mine-20260101T080000Z-daily.factdesk").write_text("spoilt " * 1000)
    good, bad = backups.listed(desk)
    assert good.contents is not None
    assert (bad.contents, bad.reason) == (None, "daily")
    assert "not a desk" in bad.fault


def test_everything_but_the_damaged_page_is_salvaged(desk: Path, tmp_path: Path) -> None:
    """Every third page in turn: what is saved holds together, and what is missing is named."""
    whole = desk.read_bytes()
    told = 0
    for page in range(2, pages(desk) + 1, 3):
        desk.write_bytes(whole)
        overwrite_page(desk, page)
        target = tmp_path / f"{page}.factdesk"
        try:
            salvaged = backups.salvage(desk, target)
        except DeskDamaged:
            assert not target.exists()
            continue
        with opening.open_desk(target) as store:
            found = [line for line in store.findings() if "SHA-256" not in line]
            assert found == []
            counts = store.counts()
        missing = [name for name in ("article", "claim", "verdict", "version") if not counts[name]]
        assert not missing or salvaged.lost
        told += bool(salvaged.lost)
        target.unlink()
    assert told > 3


def test_salvage_overwrites_nothing(desk: Path, tmp_path: Path) -> None:
    target = tmp_path / "there.factdesk"
    target.write_text("there")
    with pytest.raises(Refused):
        backups.salvage(desk, target)


def test_network_drives_are_told_from_disks(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(
        "/dev/sda1 / ext4 rw 0 0\n"
        "server:/home /net/home nfs4 rw 0 0\n"
        "//server/share /net/my\\040share cifs rw 0 0\n"
        "/dev/sdb1 /net/home/local ext4 rw 0 0\n"
        "me@there: /net/ssh fuse.sshfs rw 0 0\n"
    )
    kinds = {
        "/home/ada/desk.factdesk": "",
        "/net/home/ada/desk.factdesk": "nfs4",
        "/net/my share/desk.factdesk": "cifs",
        "/net/home/local/desk.factdesk": "",
        "/net/ssh/desk.factdesk": "fuse.sshfs",
    }
    for path, kind in kinds.items():
        assert opening.network_drive(Path(path), mounts) == kind
    assert opening.network_drive(tmp_path, tmp_path / "nothing") == ""
