import sys

import pytest

from factdesk.importers.languages import detected

GERMAN = (
    "Der Hafen hat im vergangenen Jahr mehr Güter umgeschlagen als jeder andere an der Küste. " * 2
)


def test_a_language_is_guessed_where_the_library_is() -> None:
    pytest.importorskip("py3langid", reason="the library that guesses is not installed")
    assert detected(GERMAN) == "de"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", GERMAN),
        (
            "en",
            "The harbour has handled more goods in the past year than any other on the coast. " * 2,
        ),
        ("fr", "Le port a traité plus de marchandises que tous les autres dans la région. " * 2),
        (
            "tr",
            "Liman geçen yıl bir önceki yıla göre daha çok mal işledi ve bu en yüksek rakam oldu. "
            * 2,
        ),
        (
            "uk",
            "Порт торік обробив більше вантажів, ніж будь-який інший на узбережжі, і це не все. "
            * 2,
        ),
        ("ja", "港湾評議会は火曜日、東岸壁を監視する職員を倍増することを決めた。" * 4),
        ("zh", "港口去年处理的货物比海岸上任何其他港口都多，议会决定将监视人员增加一倍。" * 4),
        ("ar", "قال مجلس الميناء يوم الثلاثاء إنه سيضاعف عدد الحراس على الرصيف الشرقي " * 3),
    ],
)
def test_without_the_library_script_and_small_words_tell(
    monkeypatch: pytest.MonkeyPatch, language: str, text: str
) -> None:
    monkeypatch.setitem(sys.modules, "py3langid", None)
    assert detected(text) == language


def test_where_nothing_is_certain_no_language_is_invented(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "py3langid", None)
    assert detected("Der Hafen") == ""
    assert detected("Lindqvist Reyes Holm Vang Brandt Quill Kestrel Osterby " * 4) == ""
    assert detected("1 2 3 4 5 6 7 8 9 " * 20) == ""
