"""The world's faults, one by one, against the real program and real files."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.durability.ground import Ground, Tally, look, lost_claims
from tests.durability.program import Program, environment

from factdesk.desk import opening
from factdesk.store import backup


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    with Program(tmp_path_factory.mktemp("streams")) as program:
        yield program


@pytest.fixture
def ground(tmp_path: Path) -> Ground:
    return Ground(tmp_path)


def sound(desk: Path) -> bool:
    tally = Tally("")
    look(desk, tally)
    return tally.faults == []


def own_disks() -> bool:
    """Tell whether we may mount a disk that nobody else sees."""
    asked = subprocess.run(
        [str(shutil.which("unshare")), "-m", "true"], check=False, capture_output=True
    )
    return asked.returncode == 0


@pytest.mark.skipif(
    sys.platform != "linux" or not shutil.which("unshare") or not own_disks(),
    reason="no right to mount a small disk",
)
def test_on_a_full_disk_nothing_acknowledged_is_lost_and_work_goes_on_when_there_is_room(
    tmp_path: Path,
) -> None:
    command = [sys.executable, "-m", "tests.durability.full_disk", str(tmp_path)]
    done = subprocess.run(
        [str(shutil.which("unshare")), "-m", *command],
        check=False,
        capture_output=True,
        encoding="utf-8",
        env=environment(),
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert (told["lost"], told["faults"], told["leftovers"]) == (0, [], [])
    assert told["acknowledged"] > 20
    status, errors = told["full"]
    assert status == 1
    assert "the disk is full" in errors
    for status, errors in (told["full"], *told["others"]):
        assert "Traceback" not in errors
        assert status in {0, 1}
    assert told["after"] == [0, 20]


def test_a_file_that_may_not_grow_is_said_in_words(program: Program, ground: Ground) -> None:
    """What can be tried without mounting: the system refuses to write beyond a size."""
    desk = ground.fresh()
    words = ("mark", ground.article, "--batch", "-", "--json", "--desk", desk)
    largest = desk.stat().st_size
    ended = program(*words, given=ground.marks(500), largest_file=largest)
    assert ended.status == 1
    assert "Traceback" not in ended.errors
    assert "nothing was written" in ended.errors
    with opening.open_desk(desk) as store:
        assert lost_claims(store, {line["id"] for line in ended.lines if "id" in line}) == 0
    assert sound(desk)


@pytest.mark.skipif(sys.platform != "linux", reason="another system's permissions")
@pytest.mark.parametrize(("file", "folder"), [(0o400, 0o755), (0o600, 0o555), (0o400, 0o555)])
def test_what_is_read_only_is_said_in_words_and_left_alone(
    program: Program, ground: Ground, tmp_path: Path, file: int, folder: int
) -> None:
    original = ground.fresh()
    place = tmp_path / "place"
    place.mkdir()
    desk = place / original.name
    shutil.copyfile(original, desk)
    desk.chmod(file)
    place.chmod(folder)
    before = desk.read_bytes()
    ended = program("mark", ground.article, "--quote", "harbour", "--desk", desk, humble=1)
    place.chmod(0o755)
    assert ended.status == 1
    assert "Traceback" not in ended.errors
    assert "read-only" in ended.errors or "cannot be opened" in ended.errors
    assert desk.read_bytes() == before


def test_a_desk_that_is_taken_away_takes_no_edit_and_gets_all_of_them_back(
    ground: Ground, tmp_path: Path
) -> None:
    desk, elsewhere = ground.fresh(), tmp_path / "elsewhere.factdesk"
    words = ["mark", ground.article, "--batch", "-", "--json", "--desk", str(desk)]
    wishes = ground.marks(10).splitlines(keepends=True)
    with subprocess.Popen(
        [sys.executable, "-m", "factdesk", *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=environment(),
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        kept = []
        for wish in wishes[:3]:
            process.stdin.write(wish)
            process.stdin.flush()
            kept.append(json.loads(process.stdout.readline())["id"])
        desk.rename(elsewhere)
        process.stdin.write(wishes[3])
        process.stdin.flush()
        answer = json.loads(process.stdout.readline())
        assert answer["error"]["kind"] == "desk_unusable"
        assert "moved, deleted or replaced" in answer["error"]["message"]
        elsewhere.rename(desk)
        process.stdin.write(wishes[4])
        process.stdin.close()
        kept.append(json.loads(process.stdout.readline())["id"])
    with opening.open_desk(desk) as store:
        assert lost_claims(store, set(kept)) == 0
    assert sound(desk)


def test_a_clock_that_goes_backwards_mixes_nothing_up(program: Program, ground: Ground) -> None:
    desk = ground.fresh()
    judge = ("judge", ground.article, "C1", "--desk", desk)
    assert program("mark", ground.article, "--quote", "harbour", "--desk", desk).status == 0
    assert program(*judge, "false").status == 0
    assert program(*judge, "true", days_back=10_000).status == 0
    for days in (20_000, 9_000, 0):
        assert program("desk", "backup", "--desk", desk, days_back=days).status == 0
    shown = program("show", ground.article, "--json", "--desk", desk).lines[0]["claims"][0]
    assert shown["verdict"]["label"] == "True"
    assert shown["verdict"]["given"] < shown["verdicts"][0]["given"]
    assert len(list(backup.folder(desk).iterdir())) == 3
    assert sound(desk)


def test_a_second_opening_in_one_process_takes_no_locks_away(
    program: Program, ground: Ground
) -> None:
    """A second process that leaves would take away the log in which the first one goes on."""
    desk = ground.fresh()
    with opening.open_desk(desk) as store:
        opening.open_desk(desk).close()
        log = desk.with_name(f"{desk.name}-wal")
        assert program("mark", ground.article, "--quote", "harbour", "--desk", desk).status == 0
        assert log.exists()
        assert len(store.claim_ids(ground.article)) == 1
