"""Documents that mean harm give an article or an error in words, within the reader's limits.

Those that take long are left out unless FACTDESK_HOSTILE is set.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic

import pytest
from tests.importers.hostile import CLAIMS, LONG, LONG_CLAIMS, SHORT
from tests.importers.pages import PAGE, TITLE

from factdesk.desk import claim_files
from factdesk.errors import ImportFailed
from factdesk.importers.base import Document
from factdesk.importers.claims import columns
from factdesk.importers.files import documents, load
from factdesk.importers.reader import LIMIT, Reader
from factdesk.text.canonical import canonical

SECRET = Path("/etc/passwd").read_text("utf-8", "replace")[:20] if os.name == "posix" else "root:"


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader() as reader:
        yield reader


def outcome(reader: Reader, document: Document) -> tuple[list[str], str]:
    """Give the article's texts, or the error's words."""
    try:
        return [block.text for block in reader.read(document).blocks], ""
    except ImportFailed as error:
        return [], error.message


def is_borne(reader: Reader, name: str, make: Callable[[], bytes]) -> None:
    content = make()
    started = monotonic()
    texts, message = outcome(reader, Document(name=name, content=content))
    assert texts or message
    assert "Traceback" not in message
    for text in texts:
        assert text == canonical(text)
        assert SECRET not in text
        assert "hahahaha" not in text
    assert monotonic() - started < LIMIT + 60


@pytest.mark.parametrize("name", SHORT)
def test_a_hostile_document_is_borne(reader: Reader, name: str) -> None:
    is_borne(reader, name, SHORT[name])


@pytest.mark.skipif(not os.environ.get("FACTDESK_HOSTILE"), reason="FACTDESK_HOSTILE is not set")
@pytest.mark.parametrize("name", LONG)
def test_a_document_without_end_is_borne(reader: Reader, name: str) -> None:
    is_borne(reader, name, LONG[name])


def claims_are_borne(reader: Reader, name: str, make: Callable[[], bytes]) -> None:
    document = Document(name=name, content=make())
    started = monotonic()
    try:
        file = claim_files.opened(document, reader.claims)
        if file.table:
            file = file.with_columns(columns.guessed(file.table))
        told = repr(file.claims[:100])
    except ImportFailed as error:
        told = error.message
    assert told
    assert SECRET not in told
    assert "hahahaha" not in told
    assert "Traceback" not in told
    assert monotonic() - started < LIMIT + 60


@pytest.mark.parametrize("name", CLAIMS)
def test_hostile_claims_are_borne(reader: Reader, name: str) -> None:
    claims_are_borne(reader, name, CLAIMS[name])


@pytest.mark.skipif(not os.environ.get("FACTDESK_HOSTILE"), reason="FACTDESK_HOSTILE is not set")
@pytest.mark.parametrize("name", LONG_CLAIMS)
def test_claims_without_end_are_borne(reader: Reader, name: str) -> None:
    claims_are_borne(reader, name, LONG_CLAIMS[name])


@pytest.mark.parametrize(
    "name", ["a\nb.html", "\u202egnp.exe.html", "a" * 240 + ".html", "-rf.html", "%s{0}.html"]
)
def test_a_name_is_only_a_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(PAGE, "utf-8")
    (path,) = documents(tmp_path)
    assert load(path).name == name


def test_links_devices_and_pipes_are_no_documents(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "void").symlink_to("/dev/zero")
    os.mkfifo(tmp_path / "pipe")
    assert [path.name for path in documents(tmp_path)] == ["page.html"]
    for name in ("loop", "void", "pipe"):
        with pytest.raises(ImportFailed):
            load(tmp_path / name)


def test_the_reader_reads_on_after_all_of_it(reader: Reader) -> None:
    assert reader.read(Document(name="page.html", content=PAGE.encode())).title == TITLE
