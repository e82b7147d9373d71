"""How a claim's line looks on the page: its form, hue and words."""

from factdesk.model.claim import AnchorStatus, WorkState
from factdesk.model.lines import ClaimLine
from factdesk.ui.theme import Scheme
from factdesk.ui.widgets.places import Form, Look, Place


def place(line: ClaimLine, scheme: Scheme) -> Place:
    """Make of a claim's line what the article view paints."""
    verdict = f"{line.glyph} {line.label}" if line.judged else line.state
    return Place(
        start=line.start,
        stop=line.stop,
        claim=line.claim,
        anchor=line.anchor,
        look=Look(
            _form(line), scheme.hue(line).name() if line.judged else scheme.accent, line.glyph
        ),
        label=f"{line.reference} · {verdict}\n{line.wording or line.quote}",
    )


def _form(line: ClaimLine) -> Form:
    if line.status == AnchorStatus.NEEDS_REVIEW:
        return Form.HATCHED
    if line.state == WorkState.QUERY_OUT:
        return Form.DASHED
    if line.state == WorkState.FINAL:
        return Form.CHECKED_OFF
    return Form.SOLID if line.judged else Form.UNDERLINED
