import errno
import os
from pathlib import Path

import pytest
from tests.exporters.samples import sample

from factdesk.errors import ExportFailed
from factdesk.exporters.files import save
from factdesk.exporters.markdown import MarkdownExporter


def test_a_report_is_written_whole(tmp_path: Path) -> None:
    save(MarkdownExporter().render(sample()), tmp_path / "report.md")
    assert (tmp_path / "report.md").read_bytes() == MarkdownExporter().render(sample())
    assert [path.name for path in tmp_path.iterdir()] == ["report.md"]


def test_a_new_file_is_its_owners_alone(tmp_path: Path) -> None:
    save(b"secret", tmp_path / "report.md")
    assert (tmp_path / "report.md").stat().st_mode & 0o077 == 0


def test_a_replaced_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "report.md"
    path.write_bytes(b"old")
    path.chmod(0o640)
    save(b"new", path)
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_link_keeps_pointing_at_its_file(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_bytes(b"old")
    (tmp_path / "link.md").symlink_to(tmp_path / "real.md")
    save(b"new", tmp_path / "link.md")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_bytes() == b"new"


@pytest.mark.parametrize(
    ("number", "word"),
    [(errno.ENOSPC, "full"), (errno.EACCES, "may not"), (errno.EROFS, "read-only")],
)
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, word: str, step: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    path = tmp_path / "report.md"
    path.write_bytes(b"old")
    monkeypatch.setattr(os if step == "fsync" else Path, step, fail)
    with pytest.raises(ExportFailed) as failure:
        save(b"new", path)
    assert word in failure.value.advice
    assert "report.md" in failure.value.message
    assert path.read_bytes() == b"old"
    assert [left.name for left in tmp_path.iterdir()] == ["report.md"]


def test_a_missing_folder_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(ExportFailed, match="folder does not exist"):
        save(b"new", tmp_path / "nowhere" / "report.md")


def test_a_folder_is_not_written_over(tmp_path: Path) -> None:
    with pytest.raises(ExportFailed, match="A folder has that name"):
        save(b"new", tmp_path)


def test_a_name_that_no_file_can_have_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(ExportFailed, match="could not be written"):
        save(b"new", tmp_path / "a\0b.md")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_permission_is_said_so(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(ExportFailed, match="may not write"):
        save(b"new", tmp_path / "report.md")
