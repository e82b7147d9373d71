"""The scrolling room of the claim's sheet, which is made when it is first needed."""

from collections.abc import Iterable
from functools import cached_property

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from factdesk.model.sheet import ClaimSheet
from factdesk.model.source import Source
from factdesk.ui.theme import ROOM
from factdesk.ui.widgets.claim_paper import ClaimPaper


class ClaimScroll(QScrollArea):
    """Holds a `ClaimPaper`: no start waits for its many parts."""

    made = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._claimants: Iterable[str] = ()
        self._sources: Iterable[Source] = ()
        self._reached: QWidget | None = None
        self.verticalScrollBar().rangeChanged.connect(self._follow)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @cached_property
    def paper(self) -> ClaimPaper:
        """The sheet."""
        paper = ClaimPaper(self.viewport())
        self.setWidget(paper)
        paper.details.show_claimants(self._claimants)
        paper.evidence.show_sources(self._sources)
        self.made.emit(paper)
        return paper

    def load(self, sheet: ClaimSheet) -> None:
        """Show another claim, from its head."""
        self.paper.load(sheet)
        self.verticalScrollBar().setValue(0)

    def show_claimants(self, names: Iterable[str]) -> None:
        """Offer names of claimants for completion."""
        self._claimants = names
        if self._is_made():
            self.paper.details.show_claimants(names)

    def show_sources(self, sources: Iterable[Source]) -> None:
        """Offer known sources for completion."""
        self._sources = sources
        if self._is_made():
            self.paper.evidence.show_sources(sources)

    def settle(self) -> None:
        """Tell at once what has been typed."""
        if self._is_made():
            self.paper.settle()

    def reach(self, widget: QWidget) -> None:
        """Lay out what has just come, scroll to it, and above all to where the keyboard is.

        While the keyboard is in it, it stays in sight when it grows.
        """
        self._reached = widget
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        self._bring(widget)

    def _follow(self) -> None:
        focus, reached = QApplication.focusWidget(), self._reached
        if focus is not None and reached is not None and reached.isAncestorOf(focus):
            self._bring(reached)

    def _bring(self, widget: QWidget) -> None:
        self.ensureWidgetVisible(widget, 0, ROOM)
        focus = QApplication.focusWidget()
        if focus is not None and widget.isAncestorOf(focus):
            self.ensureWidgetVisible(focus, 0, ROOM)

    def _is_made(self) -> bool:
        return "paper" in self.__dict__
