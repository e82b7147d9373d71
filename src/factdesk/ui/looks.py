"""How a claim's line looks on the page: its form, hue and words."""

from factdesk.model.claim import AnchorStatus, WorkState
from factdesk.model.lines import ClaimLine
from factdesk.ui.colouring import ColourBy, category
from factdesk.ui.theme import Scheme
from factdesk.ui.widgets.places import Form, Look, Place


def place(line: ClaimLine, scheme: Scheme, by: ColourBy = ColourBy.VERDICT) -> Place:
    """Make of a claim's line what the article view paints, coloured by one of its traits."""
    verdict = f"{line.glyph} {line.label}" if line.judged else line.state
    group = category(line, by)
    label = f"{line.reference} · {verdict}\n{line.wording or line.quote}"
    return Place(
        start=line.start,
        stop=line.stop,
        claim=line.claim,
        anchor=line.anchor,
        look=Look(_form(line), group.hue(scheme), group.glyph),
        label=label,
    )


def _form(line: ClaimLine) -> Form:
    if line.status == AnchorStatus.NEEDS_REVIEW:
        return Form.HATCHED
    if line.state == WorkState.QUERY_OUT:
        return Form.DASHED
    if line.state == WorkState.FINAL:
        return Form.CHECKED_OFF
    return Form.SOLID if line.judged else Form.UNDERLINED
