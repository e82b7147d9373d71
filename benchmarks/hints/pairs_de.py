"""German claims and evidence of our own making, by hand: half of them altered."""

from benchmarks.hints.pairs import Pair

_D = "differs"

GERMAN = (
    Pair("same", "Der Hafen verlor 1.350 Arbeiter.",
         "Im Hafen verloren 1350 Arbeiter die Stelle."),
    Pair(
        "other",
        "Der Hafen verlor 1.350 Arbeiter.",
        "Im Hafen verloren 1.530 Arbeiter die Stelle.",
        (("1.350", _D),),
    ),
    Pair("same", "Die Quote stieg auf 5,4 Prozent.",
         "Die Quote lag zuletzt bei 5,4 %."),
    Pair(
        "point",
        "Die Quote stieg auf 5,4 Prozent.",
        "Die Quote lag zuletzt bei 54 Prozent.",
        (("5,4 Prozent", _D),),
    ),
    Pair(
        "same",
        "Die Brücke kostete 1,2 Milliarden Euro.",
        "Die Brücke kostete 1.200 Millionen Euro.",
    ),
    Pair(
        "scale",
        "Die Brücke kostete 1,2 Milliarden Euro.",
        "Die Brücke kostete 1,2 Millionen Euro.",
        (("1,2 Milliarden Euro", _D),),
    ),
    Pair(
        "same", "Die Werft hat 41 Mio. Euro Schulden.", "Die Werft hat 41 Millionen Euro Schulden."
    ),
    Pair(
        "swapped",
        "Die Werft hat 41 Millionen Euro Schulden.",
        "Die Werft hat 14 Millionen Euro Schulden.",
        (("41 Millionen Euro", _D),),
    ),
    Pair(
        "points",
        "Der Umsatz der Werft stieg um 3 Prozent.",
        "Der Umsatz der Werft stieg um 3 Prozentpunkte.",
        (("3 Prozent", _D),),
    ),
    Pair(
        "same",
        "Der Umsatz der Werft stieg um drei Prozentpunkte.",
        "Der Umsatz der Werft stieg um 3 Prozentpunkte.",
    ),
    Pair(
        "same", "Die Fähre sank am 9. Juli 2025 im Sund.", "Am 9. Juli 2025 sank die Fähre im Sund."
    ),
    Pair(
        "day",
        "Die Fähre sank am 9. März 2025 im Sund.",
        "Am 11. März 2025 sank die Fähre im Sund.",
        (("9. März 2025", _D),),
    ),
    Pair(
        "year",
        "Die Fähre sank am 9. Mai 2024 im Sund.",
        "Am 9. Mai 2025 sank die Fähre im Sund.",
        (("9. Mai 2024", _D),),
    ),
    Pair("same", "Rund 20.000 Menschen kamen zur Regatta.",
         "Zur Regatta kamen 19.870 Menschen."),
    Pair(
        "other",
        "Rund 20.000 Menschen kamen zur Regatta.",
        "Zur Regatta kamen 12.870 Menschen.",
        (("20.000", _D),),
    ),
    Pair(
        "words",
        "Die Arbeiter der Werft streikten drei Tage.",
        "Drei Tage lang streikten die Arbeiterinnen und Arbeiter.",
    ),
    Pair(
        "words",
        "Das Ministerium hat den Antrag nicht geprüft.",
        "Der Antrag wurde vom Ministerium nie geprüft, sagte die Ministerin.",
    ),
    Pair(
        "quoted",
        "„Wir haben unsere Schichten verdoppelt“, sagte sie.",
        "Sie sagte: „Wir haben unsere Schichten verdoppelt.“",
    ),
    Pair(
        "altered",
        "„Wir haben unsere Schichten verdoppelt“, sagte sie.",
        "Sie sagte: „Wir haben unsere Schichten halbiert.“",
        (("Wir haben unsere Schichten verdoppelt", _D),),
    ),
    Pair(
        "same",
        "Der Preis stieg von 1,50 Euro auf 2,10 Euro.",
        "Der Preis lag bei 1,50 Euro und liegt nun bei 2,10 Euro.",
    ),
    Pair(
        "other",
        "Der Preis der Karte stieg auf 2,10 Euro.",
        "Der Preis der Karte liegt bei 2,70 Euro.",
        (("2,10 Euro", _D),),
    ),
    Pair(
        "English",
        "Rund 1.350 Soldaten verlassen die Stadt.",
        "About 1,350 soldiers leave the city.",
    ),
    Pair("English", "Die Stadt zahlte 4,5 Millionen Euro.",
         "The city paid 4.5 million euros."),
    Pair(
        "English", "About 1,350 soldiers leave Los Angeles.", "Los Angeles: 1,350 soldiers leave."
    ),
)  # fmt: skip
