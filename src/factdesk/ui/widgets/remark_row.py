"""A remark in a list: what it says, and the reason for which it is set aside."""

from collections.abc import Callable
from html import escape

from factdesk.model.remark import Remark, Remarked, Weighed
from factdesk.model.wishes import SetAsideWish, TakeUpWish
from factdesk.ui.widgets.change_section import marked_up
from factdesk.ui.widgets.record_row import RecordRow


def remark_row(weighed: Weighed, who: str, wish: Callable[[object], None]) -> RecordRow:
    """Make the row of a remark; ``who`` set it aside, if it is."""
    remark, aside = weighed
    sign = "≠ " if weighed.contradicts else ""
    words = f"{sign}{_rich(remark)}"
    row = RecordRow(words, remark.sort.capitalize(), name=said(remark), rich=True)
    if aside is None:
        row.add_question(
            "Set aside…",
            "Why it does not matter here",
            "&Set aside",
            lambda reason: wish(SetAsideWish(remark, reason)),
            may_be_empty=False,
        )
    else:
        told = (f"Set aside: {aside.reason}", who, aside.put_aside[:10])
        row.add_words(" · ".join(filter(None, told)))
        row.add_link("Bring back", lambda: wish(TakeUpWish(aside.id)))
    return row


def said(remark: Remark) -> str:
    """Say a remark as a sentence begins."""
    return f"{remark.words[:1].upper()}{remark.words[1:]}"


def _rich(remark: Remark) -> str:
    """Show altered words as what differs; all else is said in plain words."""
    if remark.sort is Remarked.ALTERED:
        lead = escape(said(remark).partition(":")[0])
        return f"{lead}: {marked_up(remark.other, remark.quote.rstrip(',.;'))}"
    return escape(said(remark))
