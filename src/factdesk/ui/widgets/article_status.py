"""Where the article stands, in one quiet line of its head."""

from enum import StrEnum

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from factdesk.model.article import Article, Mode, Stage
from factdesk.ui.as_written import as_written
from factdesk.ui.theme import GAP
from factdesk.ui.widgets.parts import LinkButton, bare

#: What the modes are called.
MODES = {Mode.LINE_CHECK: "Line check", Mode.CLAIM_REVIEW: "Claim review"}


class ChoiceButton(LinkButton):
    """Says what is chosen, and offers the rest as a menu; tells what was picked."""

    picked = Signal(str)

    def __init__(self, name: str, choices: dict[str, str]) -> None:
        """Offer choices by value, each with its words."""
        super().__init__()
        self._name, self._choices = name, choices
        menu = QMenu(self)
        self._acts = QActionGroup(menu)
        for value, words in choices.items():
            act = menu.addAction(words)
            act.setCheckable(True)
            act.setData(value)
            self._acts.addAction(act)
        menu.triggered.connect(lambda act: self.picked.emit(act.data()))
        self.setMenu(menu)

    def show_choice(self, value: str) -> None:
        """Say what is chosen."""
        words = self._choices.get(value, value)
        self.setText(f"{words} ▾")
        self.setAccessibleName(f"{self._name}: {words}")
        for act in self._acts.actions():
            act.setChecked(act.data() == value)


class SignOffs(StrEnum):
    """Whether somebody answers for the article as it is."""

    NONE = "Sign off…"
    VALID = "Signed off ✓"
    STALE = "Sign-off stale ⚠"


class ArticleStatus(QWidget):
    """Mode, stage, deadline and sign-off, each a way to change it; and how much is unmarked."""

    mode_picked = Signal(str)
    stage_picked = Signal(str)
    describe_wished = Signal()
    sign_wished = Signal()
    unmarked_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mode = ChoiceButton("Mode", {mode.value: words for mode, words in MODES.items()})
        self.mode.setToolTip(
            "Line check: every word, before publication. Claim review: a few claims, after it."
        )
        self.mode.picked.connect(self.mode_picked)
        self.stage = ChoiceButton("Stage", {stage.value: stage.capitalize() for stage in Stage})
        self.stage.setToolTip("How far the article is on its way through the house")
        self.stage.picked.connect(self.stage_picked)
        self.deadline = _link("Describe the article and set its deadline", self.describe_wished)
        self.signoff = _link("Answer for the article as it is", self.sign_wished)
        self.coverage = _link("", self.unmarked_wished)
        self._counts, self._facts = (0, 0), -1
        self._mode = Mode.CLAIM_REVIEW
        self.show_deadline("", late=False)
        self.show_signoffs(SignOffs.NONE, "")
        self._lay_out()

    def show_article(self, article: Article) -> None:
        """Show where an article stands."""
        self._mode = article.mode
        self.mode.show_choice(article.mode)
        self.stage.show_choice(article.stage)
        self._show_coverage()

    def show_deadline(self, words: str, late: bool) -> None:  # noqa: FBT001 - a pair, unpacked
        """Say when the article is due; what is late says so by a sign."""
        told = f"{words[0].upper()}{words[1:]}" if words else "No deadline"
        self.deadline.setText(f"⚠ {told}" if late else told)

    def show_signoffs(self, state: SignOffs, who: str) -> None:
        """Say whether somebody answers for it, and who."""
        self.signoff.setText(state.value)
        self.signoff.setToolTip(as_written(who) or "Answer for the article as it is")

    def show_coverage(self, unmarked: int, sentences: int) -> None:
        """Say how many sentences have no mark; the count is of a line check alone."""
        self._counts = (unmarked, sentences)
        self._show_coverage()

    def show_facts(self, unmarked: int) -> None:
        """Say instead how many checkable facts have no mark; -1 where nobody looks for them."""
        self._facts = unmarked
        self._show_coverage()

    def _show_coverage(self) -> None:
        sentences = coverage_words(*self._counts)
        known = self._facts >= 0
        self.coverage.setText(fact_words(self._facts) if known else sentences)
        facts = f"{sentences}. Go to the next checkable fact (H)"
        self.coverage.setToolTip(facts if known else "Go to the next sentence with no mark (U)")
        counted = self._mode is Mode.LINE_CHECK and self._counts[1] > 0
        self.coverage.setVisible(counted)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        bare(row, GAP)
        middle = Qt.AlignmentFlag.AlignVCenter
        for part in (self.mode, self.stage, self.deadline, self.signoff):
            row.addWidget(part, 0, middle)
        row.addStretch()
        row.addWidget(self.coverage, 0, middle)


def _link(hint: str, wish: SignalInstance) -> LinkButton:
    made = LinkButton()
    made.setToolTip(hint)
    made.clicked.connect(lambda _checked=False: wish.emit())
    return made


def coverage_words(unmarked: int, sentences: int) -> str:
    """Say in words how much of a text is marked."""
    if not unmarked:
        return "Every sentence is marked ✓"
    return f"{unmarked:,} of {sentences:,} sentences unmarked"


def fact_words(unmarked: int) -> str:
    """Say in words how many checkable facts have no mark."""
    if not unmarked:
        return "Every checkable fact is marked ✓"
    return f"{unmarked:,} checkable fact{'s' if unmarked != 1 else ''} unmarked"
