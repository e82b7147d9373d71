"""How far the claim is, and in words what is missing for it to be final."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from factdesk.model.article import Mode
from factdesk.model.claim import WorkState
from factdesk.model.sheet import ClaimSheet
from factdesk.model.wishes import RemovalWish
from factdesk.model.workflow import Exemption, Rule
from factdesk.ui.theme import TIGHT
from factdesk.ui.widgets.flow_layout import FlowLayout
from factdesk.ui.widgets.parts import IconButton, LinkButton, bare, enter_presses, muted, small

#: What the states are called where one is chosen, each with a letter of its own.
STATES = {
    WorkState.MARKED: "&Marked",
    WorkState.ASSIGNED: "&Assigned",
    WorkState.IN_PROGRESS: "In &progress",
    WorkState.QUERY_OUT: "&Query out",
    WorkState.EVIDENCE_COMPLETE: "&Evidence complete",
    WorkState.VERDICT_PROPOSED: "&Verdict proposed",
    WorkState.IN_REVIEW: "In &review",
    WorkState.FINAL: "&Final",
    WorkState.REOPENED: "Re&opened",
    WorkState.WITHDRAWN: "&Withdrawn",
    WorkState.NOT_CHECKED: "&Not checked",
}


class StateButton(QToolButton):
    """The state; its menu offers only what may follow."""

    state_picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(small(self.font()))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip("How far the work on this claim is (S)")
        enter_presses(self)
        self._offered: tuple[WorkState, ...] = ()
        self._menu = QMenu(self)
        self.setMenu(self._menu)

    def show_sheet(self, sheet: ClaimSheet) -> None:
        """Show how far a claim is."""
        self.setText(f"{sheet.claim.state.capitalize()} ▾")
        self.setAccessibleName(f"State: {sheet.claim.state}")
        if sheet.offered != self._offered:
            self._offered = sheet.offered
            self._menu.clear()
            for state in sheet.offered:
                act = self._menu.addAction(STATES[state])
                act.triggered.connect(lambda _on=False, one=state: self.state_picked.emit(one))

    def open_menu(self) -> None:
        """Offer the states, for a letter or the arrow keys."""
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        self._menu.setActiveAction(self._menu.actions()[0])


class FinalLine(QWidget):
    """What *final* still needs, the exceptions that the rules allow, and those on record."""

    state_picked = Signal(str)
    exception_picked = Signal(str)
    cross_off_wished = Signal()
    wished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: object = None
        self.words = muted(wraps=True)
        self.links: list[QWidget] = []
        self._flow = FlowLayout()
        self._exceptions = QVBoxLayout()
        bare(self._exceptions, TIGHT)
        whole = QVBoxLayout(self)
        bare(whole, 0)
        whole.addWidget(self.words)
        whole.addLayout(self._flow)
        whole.addLayout(self._exceptions)

    def show_sheet(self, sheet: ClaimSheet) -> None:
        """Show what a claim lacks."""
        state = (sheet.claim.id, sheet.claim.state, sheet.mode)
        shown = (state, sheet.offered, sheet.missing, sheet.exemptions)
        if shown == self._shown:
            return
        self._shown = shown
        for old in self.links:
            old.hide()
            old.deleteLater()
        self.links = []
        needs = listed([missing.words for missing in sheet.missing])
        self.words.setText(f"To be final it needs {needs}.")
        self.words.setVisible(bool(sheet.missing))
        if sheet.mode is Mode.LINE_CHECK and WorkState.FINAL in sheet.offered:
            self._link("Cross off  X", self.cross_off_wished.emit)
        elif WorkState.FINAL in sheet.offered and not sheet.missing:
            self._link("Nothing is missing: make it final", self._finish)
        for missing in sheet.missing:
            if missing.rule is not None:
                self._offer_exception(missing.rule)
        for exemption in sheet.exemptions:
            self._add_exception(exemption)
        self.setVisible(bool(sheet.missing or self.links))

    def _finish(self) -> None:
        self.state_picked.emit(WorkState.FINAL)

    def _offer_exception(self, rule: Rule) -> None:
        self._link(f"Except from {rule}…", lambda: self.exception_picked.emit(rule))

    def _link(self, words: str, act: Callable[[], None]) -> None:
        link = LinkButton(words)
        link.clicked.connect(lambda _on=False: act())
        self.links.append(link)
        self._flow.addWidget(link)
        link.show()

    def _add_exception(self, exemption: Exemption) -> None:
        line = QWidget()
        words = QLabel(f"Excepted from {exemption.rule}: {exemption.reason}")
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setFont(small(words.font()))
        words.setWordWrap(True)
        words.setMinimumWidth(1)
        remove = IconButton("remove", f"Remove the exception from {exemption.rule}", "Remove")
        remove.clicked.connect(lambda: self.wished.emit(RemovalWish("exemption", exemption.id)))
        row = QHBoxLayout(line)
        bare(row, TIGHT)
        row.addWidget(words, 1)
        row.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        self.links.append(line)
        self._exceptions.addWidget(line)
        line.show()


def listed(words: list[str]) -> str:
    """List in a sentence: “a, b and c”."""
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1]))) if words else ""
