"""What a resting mouse is told of the places under it."""

import html
from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QToolTip, QWidget

from factdesk.ui.widgets.place_menu import one_per_claim
from factdesk.ui.widgets.places import Place

_TOLD = 6  # claims in a tool tip


def show_tip(places: Sequence[Place], point: QPoint, widget: QWidget, hint: str = "") -> None:
    """Tell the labels of the claims, the first few of many; where there are none, the hint."""
    claims = one_per_claim(list(places))
    labels = [html.escape(place.label) for place in claims[:_TOLD]]
    if len(claims) > _TOLD:
        labels.append(widget.tr("and %n more", "", len(claims) - _TOLD))
    QToolTip.showText(point, "<br>".join(labels) or html.escape(hint), widget)
