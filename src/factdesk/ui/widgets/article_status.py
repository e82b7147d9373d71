"""Where the article stands, in one quiet line of its head."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from factdesk.model.article import Article, Mode
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


class ArticleStatus(QWidget):
    """The mode, to be changed while nothing is judged, and how much is unmarked."""

    mode_picked = Signal(str)
    unmarked_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mode = ChoiceButton("Mode", {mode.value: words for mode, words in MODES.items()})
        self.mode.setToolTip(
            "Line check: every word, before publication. Claim review: a few claims, after it."
        )
        self.mode.picked.connect(self.mode_picked)
        self.coverage = LinkButton()
        self.coverage.setToolTip("Go to the next sentence with no mark (U)")
        self.coverage.clicked.connect(self.unmarked_wished)
        self._counts = (0, 0)
        self._mode = Mode.CLAIM_REVIEW
        self._lay_out()

    def show_article(self, article: Article) -> None:
        """Show where an article stands."""
        self._mode = article.mode
        self.mode.show_choice(article.mode)
        self._show_coverage()

    def show_coverage(self, unmarked: int, sentences: int) -> None:
        """Say how many sentences have no mark; the count is of a line check alone."""
        self._counts = (unmarked, sentences)
        self._show_coverage()

    def _show_coverage(self) -> None:
        self.coverage.setText(coverage_words(*self._counts))
        counted = self._mode is Mode.LINE_CHECK and self._counts[1] > 0
        self.coverage.setVisible(counted)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        bare(row, GAP)
        middle = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(self.mode, 0, middle)
        row.addStretch()
        row.addWidget(self.coverage, 0, middle)


def coverage_words(unmarked: int, sentences: int) -> str:
    """Say in words how much of a text is marked."""
    if not unmarked:
        return "Every sentence is marked ✓"
    return f"{unmarked:,} of {sentences:,} sentences unmarked"
