"""The dates of a claim against those of its evidence, and against themselves."""

from collections.abc import Iterator, Sequence

from factdesk.text.crosscheck.dates import When, dates, wrong_weekday
from factdesk.text.crosscheck.figures import content
from factdesk.text.crosscheck.result import Check, Outcome

#: So many content words two texts share, at least, that are about the same.
_SHARED = 2


def compared(claim: str, evidence: Sequence[str]) -> Iterator[Check]:
    """Find each date of the claim in the evidence."""
    ours = list(dates(claim))
    theirs = [
        (text[one.start : one.stop], one)
        for text in evidence
        if len(content(text) & content(claim)) >= _SHARED
        for one in dates(text)
    ]
    known = [one for text in evidence for one in dates(text)]
    for mine in ours:
        place = ("date", mine.start, mine.stop, claim[mine.start : mine.stop])
        own = wrong_weekday(mine, ours)
        if own:
            yield Check(*place, Outcome.DIFFERS, why=own)
        elif any(_tells(one, mine) for one in known):
            yield Check(*place, Outcome.FOUND)
        elif _is_one_of_several(mine, ours):
            yield Check(*place, Outcome.ABSENT, why="the evidence has no such date")
        elif told := _other(mine, [pair for pair in theirs if not _is_taken(pair[1], ours)]):
            yield Check(*place, Outcome.DIFFERS, *told)
        else:
            yield Check(*place, Outcome.ABSENT, why="the evidence has no such date")


def _is_one_of_several(mine: When, ours: list[When]) -> bool:
    """Tell whether the claim has more years: none says for which of them another stands."""
    years = [one for one in ours if one.year and not one.month]
    return mine in years and len(years) > 1


def _tells(other: When, mine: When) -> bool:
    """Tell whether a date of the evidence says all that the claim's says, as fine as that."""
    if mine.weekday:
        return mine.weekday in {other.weekday, other.on()}
    finest = next((part for part in ("day", "month", "year") if getattr(mine, part)), "year")
    return mine.fits(other) and bool(getattr(other, finest))


def _is_taken(other: When, ours: list[When]) -> bool:
    return any(_tells(other, one) for one in ours)


def _other(mine: When, theirs: list[tuple[str, When]]) -> tuple[str, str] | None:
    """Find the one date that stands in the place of the claim's."""
    like = [(text, one) for text, one in theirs if _is_of_kind(mine, one)]
    if len({one[2:] for _, one in like}) != 1:
        return None
    text, other = like[0]
    if mine.weekday and other.on():
        return text, other.on_words()
    return text, "another date in the evidence"


def _is_of_kind(mine: When, other: When) -> bool:
    """Tell whether a date may stand for another: as fine, and the same but for one part."""
    if mine.weekday:
        return bool(other.weekday or other.on())
    if other.weekday:
        return False
    told = [(a, b) for a, b in zip(mine[2:5], other[2:5], strict=True) if a or b]
    unlike = sum(a != b for a, b in told if a and b)
    missing = sum(not (a and b) for a, b in told)
    return unlike == 1 and missing <= (1 if len(told) > 2 else 0)
