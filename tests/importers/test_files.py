import os
from pathlib import Path

import pytest

from factdesk.errors import ImportFailed
from factdesk.importers.files import documents, load


def kind_of_failure(path: Path) -> str:
    with pytest.raises(ImportFailed) as failure:
        load(path)
    assert path.name in failure.value.message
    return failure.value.kind


def test_a_file_is_loaded_with_its_name_and_bytes(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(b"words")
    document = load(path)
    assert (document.name, document.content) == ("story.txt", b"words")


def test_what_is_no_readable_file_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "void.txt").touch()
    os.mkfifo(tmp_path / "pipe")
    assert kind_of_failure(tmp_path / "absent.txt") == "missing"
    assert kind_of_failure(tmp_path) == "folder"
    assert kind_of_failure(tmp_path / "void.txt") == "empty"
    assert kind_of_failure(tmp_path / "pipe") == "unsupported"


def test_a_file_beyond_the_size_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "large.html"
    with path.open("wb") as file:
        file.truncate(64_000_001)
    assert kind_of_failure(path) == "too_large"


def test_a_folder_gives_its_documents_sorted_without_what_is_hidden(tmp_path: Path) -> None:
    for name in ("b.html", "a.txt", ".hidden", "b_files/ad.html", "sub/c.md", ".git/config"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("words")
    (tmp_path / "sub/loop").symlink_to(tmp_path)
    found = [str(path.relative_to(tmp_path)) for path in documents(tmp_path)]
    assert found == ["a.txt", "b.html", "sub/c.md"]


def test_a_file_is_its_own_list_and_nothing_is_none(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.touch()
    assert list(documents(path)) == [path]
    with pytest.raises(ImportFailed):
        list(documents(tmp_path / "absent"))
