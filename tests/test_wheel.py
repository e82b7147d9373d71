"""The wheel holds all that the program reads as it runs."""

import os
import subprocess
import sys
import sysconfig
from pathlib import Path
from zipfile import ZipFile

import pytest

TOP = Path(__file__).parent.parent
SOURCE = TOP / "src"

OF_THE_OFFSCREEN_PLATFORM = "This plugin does not support propagateSizeHints()\n"

OPEN_THE_WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
import factdesk
from factdesk.__main__ import main

assert Path(factdesk.__file__).is_relative_to(sys.prefix), factdesk.__file__
application = QApplication([])
QTimer.singleShot(1500, application.quit)
sys.exit(main(["--desk", sys.argv[1]]))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel."""
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    subprocess.run([*build, str(TOP)], check=True, capture_output=True, timeout=300)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel where no Factdesk is, neither its source nor an editable one.

    The libraries it depends on are lent by the environment of the tests, over a path file: of the
    path files in there, which lead to an editable Factdesk, none is followed.
    """
    folder = tmp_path_factory.mktemp("environment")
    python = folder / "bin" / "python"
    for command in (
        [sys.executable, "-m", "venv", "--without-pip", str(folder)],
        [sys.executable, "-m", "pip", "--python", str(python), "install", "-q", "--no-deps",
         "--no-index", str(wheel)],
    ):  # fmt: skip
        subprocess.run(command, check=True, capture_output=True, timeout=300)
    (packages,) = folder.glob("lib/python*/site-packages")
    (packages / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    return folder


def surroundings(environment: Path, folder: Path) -> dict[str, str]:
    """Give the environment's own variables: its commands first, nothing of the source's."""
    own = {
        "PATH": f"{environment / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "FACTDESK_DESK": str(folder / "desk.factdesk"),
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(folder),
        "XDG_DATA_HOME": str(folder / "share"),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_STATE_HOME": str(folder / "state"),
        "XDG_CACHE_HOME": str(folder / "cache"),
    }
    return {key: value for key, value in os.environ.items() if key != "PYTHONPATH"} | own


def run(environment: Path, folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=folder,
        env=surroundings(environment, folder),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def test_every_file_of_the_package_is_in_the_wheel(wheel: Path) -> None:
    ours = {
        str(path.relative_to(SOURCE)): path.read_bytes()
        for path in (SOURCE / "factdesk").rglob("*")
        if path.is_file() and not {"__pycache__", ".mypy_cache"} & set(path.parts)
    }
    with ZipFile(wheel) as archive:
        theirs = {
            name: archive.read(name) for name in archive.namelist() if ".dist-info/" not in name
        }
    assert theirs == ours
    assert any(name.endswith(".sql") for name in theirs)
    assert any(name.endswith(".svg") for name in theirs)


def test_the_installed_program_does_the_whole_job(environment: Path, tmp_path: Path) -> None:
    (sample,) = environment.glob("lib/python*/site-packages/factdesk/sample/journey.sh")
    done = run(environment, tmp_path, "sh", str(sample), str(tmp_path / "report.md"))
    assert done.returncode == 0, done.stderr
    report = (tmp_path / "report.md").read_text("utf-8")
    for words in ("a rise of 18 percent", "✗ False", "14 percent", "Port statistics 2025"):
        assert words in report


def test_the_installed_program_opens_its_window(environment: Path, tmp_path: Path) -> None:
    desk = str(tmp_path / "desk.factdesk")
    python = str(environment / "bin" / "python")
    opened = run(environment, tmp_path, python, "-c", OPEN_THE_WINDOW, desk)
    said = opened.stderr.replace(OF_THE_OFFSCREEN_PLATFORM, "")
    assert (opened.returncode, said) == (0, "")
    assert Path(desk).exists()
