"""Numbers and names in languages that write them otherwise."""

import pytest

from factdesk.text.crosscheck import Outcome, crosscheck
from factdesk.text.crosscheck.tongue import tongue


def outcomes(claim: str, evidence: str) -> list[tuple[str, Outcome]]:
    checks = crosscheck(claim, [evidence])
    assert all(claim[check.start : check.stop] == check.quote for check in checks)
    return [(check.quote, check.outcome) for check in checks]


@pytest.mark.parametrize(
    ("claim", "evidence", "quote"),
    [
        ("Der Hafen verlor 1.350 Arbeiter.", "Im Hafen verloren 1350 Arbeiter viel.", "1.350"),
        ("Die Quote stieg auf 5,4 Prozent.", "Die Quote lag bei 5,4 %.", "5,4 Prozent"),
        (
            "Die Brücke kostete 1,2 Milliarden Euro.",
            "1.200 Millionen Euro hat die Brücke gekostet.",
            "1,2 Milliarden Euro",
        ),
        ("Die Werft hat 41 Mio. Euro Schulden.", "Es sind 41 Millionen Euro.", "41 Mio. Euro"),
        ("Die Fähre sank am 9. Mai 2025.", "Sie ist am 9. Mai 2025 gesunken.", "9. Mai 2025"),
    ],
)
def test_what_german_writes_otherwise_is_the_same(claim: str, evidence: str, quote: str) -> None:
    assert outcomes(claim, evidence) == [(quote, Outcome.FOUND)]


@pytest.mark.parametrize(
    ("claim", "evidence", "quote"),
    [
        ("Der Hafen verlor 1.350 Arbeiter.", "Im Hafen verloren 1.530 Arbeiter viel.", "1.350"),
        ("Die Quote stieg auf 5,4 Prozent.", "Die Quote lag bei 54 Prozent.", "5,4 Prozent"),
        ("Die Quote stieg um 3 Prozent.", "Die Quote stieg um 3 Prozentpunkte.", "3 Prozent"),
        ("Die Fähre sank am 9. März.", "Am 11. März ist die Fähre gesunken.", "9. März"),
    ],
)
def test_what_is_another_in_german_differs(claim: str, evidence: str, quote: str) -> None:
    assert outcomes(claim, evidence) == [(quote, Outcome.DIFFERS)]


def test_a_german_noun_is_no_misspelt_name() -> None:
    assert outcomes("Die Arbeiter der Werft streikten.", "Es streikten die Arbeitern.") == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("About 1,350 soldiers left Los Angeles.", "en"),
        ("Ursula von der Leyen said it to Le Monde.", "en"),
        ("1,350 soldiers", "en"),
        ("Rund 1.350 Soldaten haben die Stadt verlassen.", "de"),
        ("Según el informe, una fue vendida por 1,5 millones.", "es"),
        ("Selon le rapport, une maison a été vendue dans la ville.", "fr"),
    ],
)
def test_a_language_is_told_by_its_frequent_words(text: str, language: str) -> None:
    assert tongue(text) == language
