import pytest

from factdesk.importers.encoding import declared_charset, decode

TEXT = (
    "Die Größe des Hafens überrascht: „Wir haben die Straße verlängert“, sagte der Bürgermeister –"
    " und niemand hörte zu. Für die Fischer ist das schön und gut."
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_a_text_is_read_whatever_its_encoding(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_utf_8_goes_before_what_was_declared() -> None:
    assert decode(TEXT.encode(), "iso-8859-1") == TEXT


@pytest.mark.parametrize("declared", ["iso-8859-1", "windows-1252", "ascii"])
def test_what_was_declared_goes_before_a_guess(declared: str) -> None:
    assert decode("Stra\xdfe \x93x\x94".encode("latin-1"), declared) == "Straße “x”"


def test_what_no_encoding_reads_is_marked_and_no_error() -> None:
    assert "�" in decode(b"\xff\xfe\x00", "utf-8") or decode(b"\x81\x8d", "no-such-thing")


def test_a_declared_charset_is_found_in_media_types_and_pages() -> None:
    assert declared_charset("text/html; charset=UTF-8") == "utf-8"
    assert declared_charset('<meta charset="windows-1251">') == "windows-1251"
    assert declared_charset("text/html") == ""
