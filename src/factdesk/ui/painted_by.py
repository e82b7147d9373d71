"""What the page is coloured by: chosen in a menu, remembered, explained by a legend."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction

from factdesk import preferences
from factdesk.ui.colouring import ColourBy, legend
from factdesk.ui.models.claims import ClaimsModel
from factdesk.ui.open_article import OpenArticle
from factdesk.ui.widgets.legend import Legend

#: How long after a change the legend is counted anew, in milliseconds.
PAUSE = 200


class PaintedBy(QObject):
    """Keeps page, legend and menu at one choice."""

    def __init__(
        self,
        opened: OpenArticle,
        model: ClaimsModel,
        shown: Legend,
        acts: dict[str, QAction],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._opened, self._model, self._legend, self._acts = opened, model, shown, acts
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._explain)
        for change in (model.modelReset, model.rowsInserted, model.rowsRemoved, model.dataChanged):
            change.connect(lambda *_: self._pause.start())
        shown.closed.connect(lambda: self.choose(ColourBy.VERDICT))
        known = preferences.load().colour_by
        self._take_up(ColourBy(known) if known in set(ColourBy) else ColourBy.VERDICT)

    def choose(self, by: ColourBy) -> None:
        """Colour the page by a trait, and remember it."""
        preferences.change(colour_by=by.value)
        self._take_up(by)
        self._opened.repaint()

    def _take_up(self, by: ColourBy) -> None:
        self._opened.colour_by = by
        for one in ColourBy:
            self._acts[f"colour_{one}"].setChecked(one is by)
        self._explain()

    def _explain(self) -> None:
        by = self._opened.colour_by
        if by is ColourBy.VERDICT:
            self._legend.show_groups("", ())
            return
        groups = legend(self._model.lines(), by)
        self._legend.show_groups(
            f"By {by}:", [(group, group.glyph, f"{group.words} {n:,}") for group, n in groups]
        )
