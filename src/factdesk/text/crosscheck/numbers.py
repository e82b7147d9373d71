"""The numbers of a claim against those of its evidence."""

import re
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from factdesk.text.crosscheck.figures import Quantity, quantities
from factdesk.text.crosscheck.result import Check, Outcome

_RATES = {"percent", "points"}

#: Behind a number that tells how much more, the evidence having the two that it comes from; or an
#: age, of which there are many.
_COMPARES = re.compile(
    r"\s(?:more|fewer|less|times|mehr|weniger|mal)\b|[ -]years?[ -]old\b", re.IGNORECASE
)

#: A round 7 million may be 6.96, and is not 7.4.
_NEARLY = Decimal("1.01")

#: A slip of the point or the scale is no greater, nor is another number for the same.
_SLIP, _OTHER = 1_000_000, 1000


def compared(claim: str, evidence: Sequence[str]) -> Iterator[Check]:
    """Find each number of the claim; what is another is told only where it is about the same."""
    ours = list(quantities(claim))
    theirs = [(text, one) for text in evidence for one in quantities(text)]
    open_ = [(text, one) for text, one in theirs if not any(is_same(mine, one) for mine in ours)]
    for mine in ours:
        place = (_kind(mine), mine.start, mine.stop, claim[mine.start : mine.stop])
        if any(is_same(mine, one) for _, one in theirs):
            yield Check(*place, Outcome.FOUND)
            continue
        told = [
            (text[one.start : one.stop], why)
            for text, one in ([] if _COMPARES.match(claim, mine.stop) else open_)
            if _is_nearest(mine, one, ours) and (why := _why(mine, one))
        ]
        if told:
            yield Check(*place, Outcome.DIFFERS, *told[0])
        else:
            yield Check(*place, Outcome.ABSENT, why="the evidence has no such number")


def is_same(one: Quantity, other: Quantity) -> bool:
    """Tell whether two numbers say the same, one of them perhaps rounded."""
    if (one.dimension, one.unit) != (other.dimension, other.unit):
        return False
    return _rounds_to(one, other) and (
        not (one.nouns and other.nouns) or bool(one.nouns & other.nouns | one.around & other.around)
    )


def _rounds_to(one: Quantity, other: Quantity) -> bool:
    if one.value == other.value:
        return True
    rough, fine = sorted((one, other), key=lambda quantity: quantity.digits)
    if rough.digits == fine.digits or not fine.value:
        return False
    if rough.digits < 2 and _apart(rough, fine) > _NEARLY:
        return False
    step = Decimal(1).scaleb(fine.value.adjusted() - rough.digits + 1)
    return (fine.value / step).quantize(Decimal(1), ROUND_HALF_UP) * step == rough.value


def _is_nearest(mine: Quantity, other: Quantity, ours: Sequence[Quantity]) -> bool:
    """Tell whether a number of the evidence may stand for this one of the claim, and no other."""
    alike = [one for one in ours if (one.dimension, one.unit) == (other.dimension, other.unit)]
    return not other.value or all(_apart(mine, other) <= _apart(one, other) for one in alike)


def _apart(one: Quantity, other: Quantity) -> Decimal:
    """Say how many times the greater is the smaller."""
    low, high = sorted((one.value, other.value))
    return high / low if low else Decimal("Infinity")


def _why(mine: Quantity, other: Quantity) -> str:
    """Say how the evidence's number is another one for the same; nothing where that is unsure."""
    shared = mine.around & other.around
    if mine.value == other.value and shared:
        return _other_measure(mine, other)
    if (mine.dimension, mine.unit) != (other.dimension, other.unit):
        return ""
    if other.spelt and not (mine.spelt or mine.nouns & other.nouns):
        return ""
    if shared and mine.value and other.value and _is_shift(mine.value / other.value):
        return f"{_more(mine, other)} by a factor of {_factor(mine, other)}"
    if not mine.value or not other.value or _apart(mine, other) > _OTHER:
        return ""
    about_same = len(shared - mine.nouns) >= (1 if mine.nouns & other.nouns else 2)
    if mine.nouns and other.nouns and not mine.nouns & other.nouns:
        about_same = False
    return "another number in the evidence" if about_same else ""


def _other_measure(mine: Quantity, other: Quantity) -> str:
    if {mine.dimension, other.dimension} == _RATES:
        names = {"percent": "percent", "points": "percentage points"}
        return f"{names[mine.dimension]}, and the evidence says {names[other.dimension]}"
    if mine.dimension == other.dimension == "money" and mine.unit != other.unit:
        return f"{mine.unit}, and the evidence says {other.unit}"
    return ""


def _is_shift(ratio: Decimal) -> bool:
    """Tell whether a ratio is ten, a hundred, a thousandth …: a slip of the point or the scale."""
    digits = ratio.normalize().as_tuple().digits
    return digits == (1,) and 1 < max(ratio, 1 / ratio) <= _SLIP


def _more(mine: Quantity, other: Quantity) -> str:
    return "more than in the evidence" if mine.value > other.value else "less than in the evidence"


def _factor(mine: Quantity, other: Quantity) -> str:
    high, low = max(mine.value, other.value), min(mine.value, other.value)
    return f"{int(high / low):,}"


def _kind(quantity: Quantity) -> str:
    return {"points": "percentage points"}.get(quantity.dimension, quantity.dimension)
