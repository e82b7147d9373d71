"""By what the page is coloured: each claim falls into a group with words, a glyph and a hue."""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from factdesk.model.claim import ClaimKind, WorkState
from factdesk.model.lines import ClaimLine
from factdesk.ui.theme import Scheme


class ColourBy(StrEnum):
    """The traits of a claim that the page can be coloured by."""

    VERDICT = "verdict"
    STATE = "state"
    KIND = "kind"
    SOURCE = "source"
    CHECKER = "checker"


class Group(NamedTuple):
    """Claims of one colour; the glyph says the same as the hue. Without hue: the accent."""

    words: str
    glyph: str
    light: str = ""
    dark: str = ""

    def hue(self, scheme: Scheme) -> str:
        """Tell the hue in a scheme."""
        return (self.dark if scheme.is_dark else self.light) or scheme.accent


#: Hues that are told apart with any eyes, for light paper and for dark.
HUES = (
    ("#0072b2", "#6cb6f0"),
    ("#d55e00", "#ff9a56"),
    ("#007a5a", "#4fd6ac"),
    ("#a3528b", "#f0a3d3"),
    ("#8a6d00", "#ecd14f"),
    ("#3b8fc4", "#9fd8ff"),
    ("#5b5b5b", "#bcbcbc"),
    ("#7a3ba8", "#c9a3f5"),
)

_STATES = {
    WorkState.MARKED.value: ("○", 6),
    WorkState.ASSIGNED.value: ("◔", 5),
    WorkState.IN_PROGRESS.value: ("◑", 0),
    WorkState.QUERY_OUT.value: ("?", 1),
    WorkState.EVIDENCE_COMPLETE.value: ("◕", 2),
    WorkState.VERDICT_PROPOSED.value: ("●", 4),
    WorkState.IN_REVIEW.value: ("◎", 3),
    WorkState.FINAL.value: ("✓", 2),
    WorkState.REOPENED.value: ("↺", 1),
    WorkState.WITHDRAWN.value: ("✕", 6),
    WorkState.NOT_CHECKED.value: ("~", 6),
}

_K = ClaimKind
_REST = (_K.OPINION, _K.IMPLIED_THESIS, _K.OTHER, _K.CAPTION, _K.HEADLINE, _K.CHART)
_FAMILIES: tuple[tuple[str, str, tuple[ClaimKind, ...]], ...] = (
    (
        "Figures",
        "#",
        (_K.NUMBER, _K.PERCENTAGE, _K.MONEY, _K.MEASUREMENT, _K.CALCULATION, _K.CHART),
    ),
    ("Comparisons", "»", (_K.SUPERLATIVE, _K.FIRST_SINCE, _K.COMPARISON, _K.TREND)),
    ("People", "@", (_K.NAME, _K.TITLE, _K.AGE, _K.BIOGRAPHY, _K.CONTACT)),
    ("Words of others", "❝", (_K.DIRECT_QUOTE, _K.PARAPHRASE, _K.ATTRIBUTION, _K.TRANSLATION)),
    ("When and where", "◷", (_K.DATE, _K.PLACE, _K.EVENT, _K.HISTORY, _K.SCENE)),
    ("Science and law", "§", (_K.SCIENCE, _K.LAW, _K.CAUSE, _K.FORECAST)),
    (
        "Opinion and rest",
        "…",
        (_K.OPINION, _K.IMPLIED_THESIS, _K.OTHER, _K.CAPTION, _K.HEADLINE, _K.CHART),
    ),
)
_FAMILY_OF = {
    kind.value: Group(words, glyph, *HUES[number])
    for number, (words, glyph, kinds) in enumerate(_FAMILIES)
    for kind in kinds
}
_SOURCES = {
    "primary": Group("Primary source", "①", *HUES[2]),
    "secondary": Group("Secondary sources", "②", *HUES[0]),
    "unclassed": Group("Sources without class", "◇", *HUES[4]),
}
_NONE = HUES[6]
_UNJUDGED = Group("Not judged", "")


def category(line: ClaimLine, by: ColourBy) -> Group:
    """Tell into which group a claim falls."""
    if by is ColourBy.VERDICT:
        if not line.rating:
            return _UNJUDGED
        return Group(line.label, line.glyph, line.light, line.dark)
    if by is ColourBy.STATE:
        return _state(line.state)
    if by is ColourBy.KIND:
        return _FAMILY_OF.get(line.kind) or Group("No kind yet", "○", *_NONE)
    if by is ColourBy.SOURCE:
        return _SOURCES.get(line.sources) or Group("No source yet", "○", *_NONE)
    return _person(line.checker)


def legend(lines: Iterable[ClaimLine], by: ColourBy) -> list[tuple[Group, int]]:
    """List the groups that occur with their counts, the largest first."""
    return Counter(category(line, by) for line in lines).most_common()


@cache
def _state(state: str) -> Group:
    glyph, hue = _STATES.get(state, ("", 6))
    return Group(state.capitalize(), glyph, *HUES[hue])


@cache
def _person(name: str) -> Group:
    """Give everybody a hue of their own, the same on every desk, and their initials."""
    if not name:
        return Group("Nobody yet", "○", *_NONE)
    hue = HUES[sum(map(ord, name)) % len(HUES)]
    initials = "".join(part[0] for part in name.split()[:2]).upper()
    return Group(name, initials, *hue)
