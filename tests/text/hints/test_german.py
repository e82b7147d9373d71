"""Hints in German: the same rules, with other words."""

import pytest

from factdesk.text.hints import hints, lexicons


def marked(sentence: str) -> list[tuple[str, str]]:
    """Give the words underlined in a sentence with their kinds."""
    (hint,) = hints(sentence, None, lexicons()["de"])
    return [(sentence[span.start : span.stop], span.kind) for span in hint.spans]


@pytest.mark.parametrize(
    ("sentence", "words", "kind"),
    [
        ("Im Hafen sanken 2025 rund 40 alte Fähren.", "rund 40 alte Fähren", "number"),
        ("Der Verkehr nahm um 12,5 Prozent zu.", "12,5 Prozent", "percent"),
        ("Das sind drei bis vier Prozent der Stadt.", "drei bis vier Prozent", "percent"),
        ("Die Brücke kostete 1,2 Milliarden Euro.", "1,2 Milliarden Euro", "money"),
        ("Ein Drittel der Betriebe gab auf.", "Ein Drittel der", "fraction"),
        ("Sie leben seit mehr als zehn Jahren dort.", "mehr als zehn Jahren", "duration"),
        ("Der Wirt ist 49 Jahre alt geworden.", "49 Jahre alt", "number"),
        ("Zehntausende Haushalte waren ohne Strom.", "Zehntausende Haushalte", "number"),
        ("Es ist die größte Stadt der Welt.", "die größte Stadt der Welt", "superlative"),
        ("Erstmals seit 1965 schloss die Werft.", "Erstmals seit 1965", "first"),
        ("Die Flut wurde vom Damm ausgelöst.", "ausgelöst", "cause"),
        ("Zwei Männer wurden festgenommen.", "festgenommen", "event"),
    ],
)
def test_each_kind_is_underlined(sentence: str, words: str, kind: str) -> None:
    assert (words, kind) in marked(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Er wurde am 17. Juli im alten Haus geboren.",
        "Sie kam auf den 9. Platz und weinte sehr.",
        "Die Feier beginnt heute um 15 Uhr am Hafen.",
        "Nach Artikel 5 Grundgesetz ist das erlaubt.",
        "Das Haus steht in der Hafenstraße 12 am Ufer.",
        "Die drei Männer gingen danach nach Hause.",
        "Am liebsten isst er in acht nehmend allein.",
    ],
)
def test_dates_ranks_times_and_names_are_not_underlined(sentence: str) -> None:
    assert marked(sentence) == []


def test_a_figure_is_worth_more_than_an_opinion_and_a_question_least() -> None:
    said = (
        "Die Zahl der Fähren ist 2025 um 12 Prozent gestiegen.",
        "Ich finde, wir sollten den Hafen schöner machen.",
        "Was soll denn nun aus dem alten Hafen werden?",
    )
    figure, opinion, question = (hints(one, None, lexicons()["de"])[0].score for one in said)
    assert figure > 0.6 > opinion > question
