import sys

import pytest

from factdesk.importers.languages import detected

GERMAN = (
    "Der Hafen hat im vergangenen Jahr mehr Güter umgeschlagen als jeder andere an der Küste. " * 2
)


def test_a_language_is_guessed_where_the_library_is() -> None:
    pytest.importorskip("py3langid", reason="the library that guesses is not installed")
    assert detected(GERMAN) == "de"


def test_without_the_library_or_enough_text_nothing_is_invented(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert detected("Der Hafen") == ""
    monkeypatch.setitem(sys.modules, "py3langid", None)
    assert detected(GERMAN) == ""
