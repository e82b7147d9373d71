"""Claims and evidence of our own making: by a seeded generator, and by hand.

A pair tells for each place that was altered what should be said of it: ``differs`` or ``not
there``; whatever else is said to differ is wrong.
"""

import random
from collections.abc import Callable, Iterator
from typing import NamedTuple

DICE = random.Random(1965)


class Pair(NamedTuple):
    """A claim, its evidence, and what should be said of which words of the claim."""

    kind: str
    claim: str
    evidence: str
    told: tuple[tuple[str, str], ...] = ()


_PLACES = ("Kestrel Bay", "Halvern Sound", "Port Alder", "Morrow County", "Lake Ister")
_PEOPLE = (
    ("Mina", "Okafor"), ("Petra", "Solheim"), ("Tobias", "Lund"), ("Aino", "Brandt"),
    ("Rafael", "Quiroga"), ("Dana", "Whitlock"),
)  # fmt: skip
_THINGS = ("ferries", "nurses", "houses", "trees", "passengers", "cameras", "students")
_MONTHS = ("March", "June", "July", "October", "November")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
_SAID = (
    "we have doubled our crews since the bridge was closed",
    "nobody in this town has ever asked me for my opinion",
    "the harbour will be open again before the summer",
    "there was no money left for the schools this year",
)


def pairs(each: int = 12) -> Iterator[Pair]:
    """Make so many pairs of every kind, then those by hand."""
    for make in _MAKERS:
        for _ in range(each):
            yield make()
    yield from BY_HAND


def _number() -> int:
    return DICE.choice((12, 37, 140, 275, 640, 1_350, 2_800, 5_400, 18_200))


def _same_number() -> Pair:
    count, thing, place = _number(), DICE.choice(_THINGS), DICE.choice(_PLACES)
    return Pair(
        "number, same",
        f"{place} has about {count:,} {thing}, the mayor said.",
        f"According to the register, {count:,} {thing} are counted in {place}.",
    )


def _other_number() -> Pair:
    count, thing, place = _number(), DICE.choice(_THINGS), DICE.choice(_PLACES)
    other = count + DICE.choice((3, 11, 45)) * (1 if count < 1000 else 100)
    return Pair(
        "number, another",
        f"{place} has {count:,} {thing}.",
        f"The office counted {other:,} {thing} in {place} that year.",
        ((f"{count:,}", "differs"),),
    )


def _decimal_slip() -> Pair:
    rate, place = DICE.choice(("12", "34", "56", "17")), DICE.choice(_PLACES)
    return Pair(
        "percent, decimal point",
        f"Unemployment in {place} rose by {rate} percent.",
        f"In {place}, unemployment rose by {rate[0]}.{rate[1]} percent, the agency found.",
        ((f"{rate} percent", "differs"),),
    )


def _scale_slip() -> Pair:
    count, place = DICE.choice(("3", "4.5", "12", "70")), DICE.choice(_PLACES)
    mine, theirs = DICE.sample(("million", "billion", "thousand"), 2)
    return Pair(
        "money, scale",
        f"The port of {place} cost ${count} {mine}.",
        f"The audit puts the cost of the port of {place} at ${count} {theirs}.",
        ((f"${count} {mine}", "differs"),),
    )


def _points() -> Pair:
    rate, place = DICE.choice((2, 3, 5, 8)), DICE.choice(_PLACES)
    return Pair(
        "percent for points",
        f"The turnout in {place} fell by {rate} percent.",
        f"Turnout fell by {rate} percentage points in {place}.",
        ((f"{rate} percent", "differs"),),
    )


def _currency() -> Pair:
    count, place = DICE.choice((3, 14, 90)), DICE.choice(_PLACES)
    return Pair(
        "money, currency",
        f"The bridge at {place} cost ${count} million.",
        f"For the bridge at {place} the state paid a cost of €{count} million.",
        ((f"${count} million", "differs"),),
    )


def _same_share() -> Pair:
    rate, place = DICE.choice((12, 38, 51, 77)), DICE.choice(_PLACES)
    return Pair(
        "percent, same",
        f"Some {rate} percent of the people in {place} take the ferry.",
        f"The survey found that {rate}% of people in {place} use a ferry; 9% cycle.",
    )


def _weekday() -> Pair:
    day, place = DICE.randrange(14, 19), DICE.choice(_PLACES)  # July 14, 2025 was a Monday
    right = _WEEKDAYS[day - 14]
    wrong = DICE.choice([name for name in _WEEKDAYS if name != right])
    return Pair(
        "weekday",
        f"The council of {place} closed the bridge on {wrong}.",
        f"Minutes of July {day}, 2025: the council of {place} closed the bridge.",
        ((wrong, "differs"),),
    )


def _same_day() -> Pair:
    day, place = DICE.randrange(14, 19), DICE.choice(_PLACES)
    return Pair(
        "weekday, same",
        f"The council of {place} closed the bridge on {_WEEKDAYS[day - 14]}.",
        f"Minutes of {day} July 2025: the council of {place} closed the bridge.",
    )


def _day() -> Pair:
    month, day, place = DICE.choice(_MONTHS), DICE.randrange(2, 27), DICE.choice(_PLACES)
    return Pair(
        "date, day",
        f"The strike in {place} began on {month} {day}, 2024.",
        f"The strike began in {place} on {month} {day + 1}, 2024.",
        ((f"{month} {day}, 2024", "differs"),),
    )


def _year() -> Pair:
    year, place = DICE.randrange(1950, 2020), DICE.choice(_PLACES)
    return Pair(
        "date, year",
        f"It was the first strike in {place} since {year}.",
        f"The last strike in {place} was that of {year + DICE.choice((1, 7, 10))}.",
        ((str(year), "differs"),),
    )


def _same_year() -> Pair:
    year, place = DICE.randrange(1950, 2020), DICE.choice(_PLACES)
    return Pair(
        "date, same",
        f"It was the first strike in {place} since {year}.",
        f"Strikes in {place}: {year - 9}, {year}, 2024.",
    )


def _name() -> Pair:
    first, last = DICE.choice(_PEOPLE)
    return Pair(
        "name, misspelt",
        f"The bridge was closed by {first} {last}.",
        f"By order of {first} {last[:-1]}{DICE.choice('nst')}{last[-1]} the bridge was closed.",
        ((f"{first} {last}", "differs"),),
    )


def _same_name() -> Pair:
    first, last = DICE.choice(_PEOPLE)
    return Pair(
        "name, same",
        f"The bridge was closed by {first} {last}.",
        f"Mayor {first} {last} has closed the bridge.",
    )


def _absent_name() -> Pair:
    (first, last), (other, another) = DICE.sample(_PEOPLE, 2)
    return Pair(
        "name, not there",
        f"The bridge was closed by {first} {last}.",
        f"Mayor {other} {another} has closed the bridge.",
        ((f"{first} {last}", "not there"),),
    )


def _altered_quote() -> Pair:
    said, (first, last) = DICE.choice(_SAID), DICE.choice(_PEOPLE)
    words = said.split()
    place = DICE.randrange(1, len(words) - 1)
    altered = [*words[:place], DICE.choice(("always", "perhaps", "never")), *words[place + 1 :]]
    return Pair(
        "quotation, altered",
        f"{first} {last} said: “{' '.join(altered)}”.",
        f"Transcript, {first} {last}: Well, {said}, as you know.",
        ((" ".join(altered), "differs"),),
    )


def _same_quote() -> Pair:
    said, (first, last) = DICE.choice(_SAID), DICE.choice(_PEOPLE)
    return Pair(
        "quotation, same",
        f"{first} {last} said: “{said}”.",
        f"Transcript, {first} {last}: Well, {said}, as you know.",
    )


def _absent_quote() -> Pair:
    (said, other), (first, last) = DICE.sample(_SAID, 2), DICE.choice(_PEOPLE)
    return Pair(
        "quotation, not there",
        f"{first} {last} said: “{said}”.",
        f"Transcript, {first} {last}: Well, {other}, as you know.",
        ((said, "not there"),),
    )


_MAKERS: tuple[Callable[[], Pair], ...] = (
    _same_number, _other_number, _decimal_slip, _scale_slip, _points, _currency, _same_share,
    _weekday, _same_day, _day, _year, _same_year, _name, _same_name, _absent_name,
    _altered_quote, _same_quote, _absent_quote,
)  # fmt: skip

BY_HAND = (
    Pair("by hand", "Twelve people drowned.", "The coast guard counted 12 drowned."),
    Pair(
        "by hand",
        "The town lost a third of its shops, 340 in all.",
        "Shops closed in the town between 2010 and 2020: 304.",
        (("340", "differs"),),
    ),
    Pair(
        "by hand",
        "Crime fell by 12 percent, the minister said.",
        "The number of crimes fell by 8,400. Of those asked, 45 percent feel safe.",
        (("12 percent", "not there"),),
    ),
    Pair("by hand", "Some 1,300 came to the rally.", "Police counted 1,342 people at the rally."),
    Pair(
        "by hand",
        "12 people died in the fire.",
        "40 people were hurt in the fire. 21 people died in the fire.",
        (("12", "differs"),),
    ),
    Pair("by hand", "Wages rose by 3.5% last year.", "Last year wages rose by 3.5 per cent."),
    Pair(
        "by hand",
        "The drug costs 2.1 million dollars a patient.",
        "The list price per patient is $2,100,000.",
    ),
    Pair("by hand", "The law was passed in May 1998.", "Passed on 14 May 1998, the law had flaws."),
    Pair(
        "by hand",
        "The law was passed in May 1998.",
        "The law was passed on 14 June 1998.",
        (("May 1998", "differs"),),
    ),
    Pair(
        "by hand",
        "He was born on 3 March 1961 in Ister.",
        "Register of births, Ister: 3 March 1967.",
        (("3 March 1961", "differs"),),
    ),
    Pair(
        "by hand",
        "Solheim promised “free buses for all”.",
        "Petra Solheim: “I promise you free buses for all children.”",
    ),
    Pair(
        "by hand",
        "Solheim promised “free buses for all of our children”.",
        "Petra Solheim: “I promise you free buses for some of our children.”",
        (("free buses for all of our children", "differs"),),
    ),
    Pair("by hand", "Two of the 14 judges resigned.", "Two judges resigned; the court has 14."),
    Pair(
        "by hand",
        "The dam holds 70 billion litres.",
        "The dam was built to hold 70 million litres.",
        (("70 billion", "differs"),),
    ),
    Pair("by hand", "The tower is 123 metres high.", "The tower stands 123 m tall."),
    Pair(
        "by hand",
        "The tower is 132 metres high.",
        "The tower is 123 metres high with its mast.",
        (("132", "differs"),),
    ),
    Pair("by hand", "It opened at 10:30 on Friday.", "Friday, 10:30: doors open."),
    Pair(
        "by hand",
        "The company employs 4,000 people in Kestrel Bay.",
        "The company has 4,000 staff, 1,200 of them in Kestrel Bay.",
    ),
    Pair(
        "by hand",
        "In 2019 the rate was 5 percent; in 2020 it was 7 percent.",
        "The rate was 5% in 2019 and 9% in 2020.",
        (("7 percent", "differs"),),
    ),
    Pair("by hand", "The bridge was closed by Mina Okafor.", "“Closed by me”, M. Okafor wrote."),
)
