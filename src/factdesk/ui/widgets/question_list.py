"""What a claim of its kind asks, to be ticked off; the claim keeps the ticks."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from factdesk.model.sheet import ClaimSheet
from factdesk.model.wishes import TickWish
from factdesk.ui.as_written import as_written
from factdesk.ui.theme import TIGHT
from factdesk.ui.widgets.fold import Fold
from factdesk.ui.widgets.parts import bare, small
from factdesk.ui.widgets.reading_order import tab_in_order


class Question(QWidget):
    """A box with its question, which may be longer than a line; a click on either ticks it."""

    ticked = Signal(str)

    def __init__(self, words: str) -> None:
        super().__init__()
        self.box = QCheckBox()
        self.box.setAccessibleName(words)
        self.box.clicked.connect(lambda _checked=False: self.ticked.emit(words))
        self.words = QLabel(words)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setFont(small(self.words.font()))
        self.words.setWordWrap(True)
        row = QHBoxLayout(self)
        bare(row, TIGHT)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)

    def show_tick(self, who: str | None) -> None:
        """Show whether it is ticked, and by whom; None: it is not."""
        self.box.setChecked(who is not None)
        self.setToolTip(as_written(who or ""))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick it by its words."""
        if self.rect().contains(event.position().toPoint()):
            self.box.click()


class QuestionList(Fold):
    """A fold whose summary counts what is ticked; hidden for a claim that asks nothing."""

    wished = Signal(object)

    def __init__(self) -> None:
        body = QWidget()
        super().__init__("Questions", body)
        self._asked: tuple[str, ...] = ()
        self.questions: list[Question] = []
        self._column = QVBoxLayout(body)
        bare(self._column, TIGHT)

    def show_sheet(self, sheet: ClaimSheet) -> None:
        """Show what a claim asks, and what of it is ticked."""
        if sheet.questions != self._asked:
            self._ask(sheet.questions)
        told = {one.question: _told(sheet, one.checker, one.ticked) for one in sheet.ticks}
        for words, question in zip(self._asked, self.questions, strict=True):
            question.show_tick(told.get(words))
        ticked = sum(words in told for words in self._asked)
        all_of_them = " ✓" if ticked == len(self._asked) else ""
        self.summarise(f"{ticked} of {len(self._asked)}{all_of_them}")
        self.setVisible(bool(self._asked))

    def _ask(self, questions: tuple[str, ...]) -> None:
        for question in self.questions:
            self._column.removeWidget(question)
            question.hide()
            question.deleteLater()
        self._asked = questions
        self.questions = [Question(words) for words in questions]
        for question in self.questions:
            question.ticked.connect(lambda words: self.wished.emit(TickWish(words)))
            self._column.addWidget(question)
        tab_in_order(self.head, *(question.box for question in self.questions))


def _told(sheet: ClaimSheet, checker: str | None, ticked: str) -> str:
    return f"Ticked by {sheet.signed(checker) or 'somebody'}, {ticked[:10]}"
