from importlib.resources import files
from itertools import combinations

import pytest

from factdesk.model.verdict import Place, Rating, Scale

Steps = list[tuple[str, int | None]]

LINE_CHECK = (
    "Confirmed",
    "Confirmed with change",
    "Needs attribution",
    "Change required",
    "Cannot confirm",
    "On author",
    "Not checkable",
)

EXPECTED: dict[str, Steps] = {
    "line-check": [(label, None) for label in LINE_CHECK],
    "five-step": [
        ("True", 5),
        ("Mostly true", 4),
        ("Half true", 3),
        ("Mostly false", 2),
        ("False", 1),
        ("Unproven", None),
        ("Not checkable", None),
        ("Satire", None),
    ],
    "exaggeration": [
        ("Correct", 5),
        ("Mostly correct", 4),
        ("Misleading", 2),
        ("Exaggerated", 2),
        ("Understated", 2),
        ("Incorrect", 1),
        ("Unproven", None),
    ],
    "truth-o-meter": [
        ("True", 6),
        ("Mostly true", 5),
        ("Half true", 4),
        ("Mostly false", 3),
        ("False", 2),
        ("Pants on fire", 1),
    ],
    "correctiv": [
        ("Richtig", 5),
        ("Größtenteils richtig", 4),
        ("Teilweise falsch", 3),
        ("Größtenteils falsch", 2),
        ("Falsch", 1),
        ("Unbelegt", None),
        ("Fehlender Kontext", None),
        ("Manipuliert", None),
    ],
}

LINE_CHECK_PLACES = {
    "confirmed": Place.TRUE,
    "confirmed-with-change": Place.MOSTLY_TRUE,
    "needs-attribution": Place.MIXED,
    "change-required": Place.FALSE,
    "cannot-confirm": Place.UNVERIFIABLE,
    "on-author": Place.UNVERIFIABLE,
    "not-checkable": Place.NOT_APPLICABLE,
}

#: What red-green blindness makes of linear RGB (Machado, Oliveira and Fernandes 2009, severity 1).
DEUTERANOPIA = (
    (0.367322, 0.860646, -0.227968),
    (0.280085, 0.672501, 0.047413),
    (-0.011820, 0.042940, 0.968881),
)
PROTANOPIA = (
    (0.152286, 1.052583, -0.204868),
    (0.114503, 0.786281, 0.099216),
    (-0.003882, -0.048116, 1.051998),
)

Colour = tuple[float, float, float]

every_scale = pytest.mark.parametrize("name", sorted(EXPECTED))


def shipped(name: str) -> Scale:
    return Scale.model_validate_json(
        files("factdesk.desk").joinpath("scales", f"{name}.json").read_bytes()
    )


def linear(hue: str) -> Colour:
    red, green, blue = (int(hue[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return (_linear(red), _linear(green), _linear(blue))


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def luminance(hue: str) -> float:
    red, green, blue = linear(hue)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dim, bright = sorted((luminance(one), luminance(other)))
    return (bright + 0.05) / (dim + 0.05)


def seen_by(matrix: tuple[Colour, ...], hue: str) -> Colour:
    red, green, blue = linear(hue)
    seen = [max(0.0, row[0] * red + row[1] * green + row[2] * blue) for row in matrix]
    return (seen[0], seen[1], seen[2])


def lab(colour: Colour) -> Colour:
    red, green, blue = colour
    x = _lab((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505)
    y = _lab(0.2126 * red + 0.7152 * green + 0.0722 * blue)
    z = _lab((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089)
    return (116 * y - 16, 500 * (x - y), 200 * (y - z))


def _lab(share: float) -> float:
    return float(share ** (1 / 3)) if share > 0.008856 else 7.787 * share + 16 / 116


def distance(one: Colour, other: Colour) -> float:
    return float(sum((a - b) ** 2 for a, b in zip(lab(one), lab(other), strict=True)) ** 0.5)


def kebab(label: str) -> str:
    for letter, ascii_ in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        label = label.replace(letter, ascii_)
    return label.lower().replace(" ", "-")


def test_the_five_scales_ship_and_no_other() -> None:
    folder = files("factdesk.desk").joinpath("scales")
    names = {entry.name for entry in folder.iterdir() if entry.name.endswith(".json")}
    assert names == {f"{name}.json" for name in EXPECTED}


@every_scale
def test_a_scale_is_named_after_its_file(name: str) -> None:
    assert shipped(name).id == name


@every_scale
def test_labels_numbers_and_order_are_those_of_the_trade(name: str) -> None:
    assert [(rating.label, rating.value) for rating in shipped(name).ratings] == EXPECTED[name]


@every_scale
def test_codes_are_the_labels_in_kebab_case(name: str) -> None:
    ratings = shipped(name).ratings
    assert [rating.code for rating in ratings] == [kebab(rating.label) for rating in ratings]
    assert len({rating.code for rating in ratings}) == len(ratings)


@every_scale
def test_glyphs_are_single_and_distinct(name: str) -> None:
    glyphs = [rating.glyph for rating in shipped(name).ratings]
    assert len(set(glyphs)) == len(glyphs)
    assert all(len(glyph) == 1 and ord(glyph) <= 0xFFFF for glyph in glyphs)


@every_scale
def test_each_definition_is_one_sentence(name: str) -> None:
    for rating in shipped(name).ratings:
        assert rating.definition.endswith(".")
        assert rating.definition.count(".") == 1


@every_scale
def test_hues_stand_out_on_light_and_dark_paper(name: str) -> None:
    for rating in shipped(name).ratings:
        assert contrast(rating.light, "#ffffff") >= 3, rating.label
        assert contrast(rating.dark, "#1e1e1e") >= 3, rating.label


@every_scale
def test_no_two_ratings_share_a_hue(name: str) -> None:
    ratings = shipped(name).ratings
    assert len({rating.light for rating in ratings}) == len(ratings)
    assert len({rating.dark for rating in ratings}) == len(ratings)


@pytest.mark.parametrize("matrix", [DEUTERANOPIA, PROTANOPIA], ids=["deuteranopia", "protanopia"])
@every_scale
def test_places_are_told_apart_by_the_colour_blind(name: str, matrix: tuple[Colour, ...]) -> None:
    for one, other in combinations(shipped(name).ratings, 2):
        if one.place != other.place:
            for hue, hue_of_other in ((one.light, other.light), (one.dark, other.dark)):
                seen, seen_of_other = seen_by(matrix, hue), seen_by(matrix, hue_of_other)
                assert distance(seen, seen_of_other) >= 12, (one.label, other.label)


def test_the_same_place_has_the_same_leading_hue_in_every_scale() -> None:
    leading: dict[Place, Rating] = {}
    for name in EXPECTED:
        seen: set[Place] = set()
        for rating in shipped(name).ratings:
            if rating.place not in seen:
                first = leading.setdefault(rating.place, rating)
                assert (rating.light, rating.dark) == (first.light, first.dark), rating.label
                seen.add(rating.place)


def test_a_line_check_is_never_published_and_the_others_are() -> None:
    assert {name for name in EXPECTED if not shipped(name).public} == {"line-check"}


def test_a_line_check_has_its_normalised_places() -> None:
    places = {rating.code: rating.place for rating in shipped("line-check").ratings}
    assert places == LINE_CHECK_PLACES


@every_scale
def test_better_ratings_stand_at_better_places(name: str) -> None:
    order = list(Place)
    numbered = [rating for rating in shipped(name).ratings if rating.value is not None]
    places = [order.index(rating.place) for rating in numbered]
    assert places == sorted(places)


def test_the_german_scale_is_german() -> None:
    assert shipped("correctiv").language == "de"
    assert {shipped(name).language for name in EXPECTED if name != "correctiv"} == {"en"}
