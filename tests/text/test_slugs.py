import pytest

from factdesk.text.slugs import slug


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Trump’s $1,350 claim—a “fact check”", "trumps-1-350-claim-a-fact-check"),
        ("Größte Übertreibung: Łódź & Ærø", "grosste-ubertreibung-lodz-aero"),
        ("№ 5", "no-5"),
        ("東京 2020", "2020"),
        ("東京", "article"),
        ("", "article"),
        ("word " * 20, "-".join(["word"] * 12)),
        ("a" * 70, "a" * 60),
    ],
)
def test_a_title_becomes_a_plain_name(title: str, name: str) -> None:
    assert slug(title) == name
