"""How a claim's line looks on the page: its form, hue and words."""

from functools import cache

from factdesk.model.claim import WorkState
from factdesk.model.lines import ClaimLine
from factdesk.ui.colouring import ColourBy, category
from factdesk.ui.theme import Scheme
from factdesk.ui.widgets.places import Form, Look, Place


def place(line: ClaimLine, scheme: Scheme, by: ColourBy = ColourBy.VERDICT) -> Place:
    """Make of a claim's line what the article view paints, coloured by one of its traits."""
    verdict = f"{line.glyph} {line.label}" if line.rating else line.state
    group = category(line, by)
    told = verdict if by is ColourBy.VERDICT else f"{verdict} · {group.words}"
    return Place(
        line.start,
        line.stop,
        line.claim,
        line.anchor,
        _look(_form(line), group.hue(scheme), group.glyph),
        f"C{line.number} · {told}{_standing(line)}\n{line.wording or line.quote}",
    )


def _standing(line: ClaimLine) -> str:
    return f" · {line.standing}" if line.standing else ""


@cache
def _look(form: Form, hue: str, glyph: str) -> Look:
    """Make a look once: a hundred thousand places share a few."""
    return Look(form, hue, glyph)


def _form(line: ClaimLine) -> Form:
    if line.standing:
        return Form.HATCHED
    if line.state == WorkState.QUERY_OUT:
        return Form.DASHED
    if line.state == WorkState.FINAL:
        return Form.CHECKED_OFF
    return Form.SOLID if line.rating else Form.UNDERLINED
