"""Places that might be a claim's, one of which is chosen, with what differs set off."""

import html
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from factdesk.model.span import Span
from factdesk.text.word_diff import Kind, word_diff
from factdesk.ui.theme import GAP, scheme_of
from factdesk.ui.widgets.parts import bare, muted


class Context(NamedTuple):
    """Words with those around them."""

    before: str
    words: str
    after: str


class Proposal(NamedTuple):
    """A place that might be the claim's, and how alike it is, from 0 to 1."""

    span: Span
    context: Context
    likeness: float


class Passage(QLabel):
    """Words between those around them; what differs from other words is underlined."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setMinimumWidth(1)
        self._name = name

    def show_context(self, context: Context, other: str | None = None) -> None:
        """Show words, set off what is not in the other ones."""
        before, after = (_plain(part) for part in (context.before, context.after))
        scheme = scheme_of(self)
        own = (
            f'<u style="background-color: {scheme.tint}">{_plain(run.text)}</u>'
            if run.kind is Kind.OLD and run.text.strip()
            else _plain(run.text)
            for run in word_diff(context.words, context.words if other is None else other)
            if run.kind is not Kind.NEW
        )
        dim = f'<span style="color: {scheme.muted}">'
        self.setText(f"{dim}{before}</span><b>{''.join(own)}</b>{dim}{after}</span>")
        self.setAccessibleName(f"{self._name}: {context.words}")


class Proposals(QWidget):
    """A list of proposals, the first of which has the key 1."""

    chosen = Signal(object)
    """The place that is looked at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.proposals: tuple[Proposal, ...] = ()
        self._group = QButtonGroup(self)
        self._group.idToggled.connect(self._tell)
        self._rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        bare(self._column, GAP)

    def show_proposals(self, old: str, proposals: Sequence[Proposal]) -> None:
        """Show other proposals for words; none is chosen."""
        for row in self._rows:
            self._group.removeButton(row.choice)
            row.hide()
            row.deleteLater()
        self.proposals = tuple(proposals)
        self._rows = [_Row(number, one, old) for number, one in enumerate(self.proposals, 1)]
        for number, row in enumerate(self._rows):
            self._group.addButton(row.choice, number)
            self._column.addWidget(row)

    def choose(self, number: int) -> None:
        """Choose a proposal, the first being 0, if there are that many."""
        if 0 <= number < len(self._rows):
            self._rows[number].choice.setChecked(True)

    def step(self, by: int) -> None:
        """Choose the next proposal or the one before."""
        at = self._group.checkedId()
        self.choose(at + by if at >= 0 else 0)

    @property
    def span(self) -> Span | None:
        """The place that is chosen."""
        at = self._group.checkedId()
        return self.proposals[at].span if 0 <= at < len(self.proposals) else None

    @property
    def words(self) -> str | None:
        """The words that are chosen."""
        at = self._group.checkedId()
        return self.proposals[at].context.words if 0 <= at < len(self.proposals) else None

    def _tell(self, number: int, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        if on and 0 <= number < len(self.proposals):
            self.chosen.emit(self.proposals[number].span)


class _Row(QWidget):
    """One proposal; a click anywhere on it chooses it."""

    def __init__(self, number: int, proposal: Proposal, old: str) -> None:
        super().__init__()
        self.choice = QRadioButton(f"{number}")
        self.choice.setAccessibleName(f"Place {number}: {proposal.context.words}")
        self.choice.setToolTip(f"Look at this place ({number})")
        self.choice.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        passage = Passage(f"Place {number}")
        passage.show_context(proposal.context, old)
        line = QHBoxLayout(self)
        bare(line, GAP)
        line.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(passage, 1)
        alike = muted(f"{proposal.likeness:.0%} alike")
        line.addWidget(alike, 0, Qt.AlignmentFlag.AlignTop)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose it."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.choice.setChecked(True)


def _plain(text: str) -> str:
    return html.escape(text).replace("\n\n", " ¶ ").replace("\n", " ")
