"""Which column of a table holds what, with its first cells beside the question."""

from collections.abc import Mapping
from functools import partial
from itertools import islice
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from factdesk.importers.claims.columns import Field
from factdesk.importers.claims.table import Table
from factdesk.ui.dialogs.form import FormDialog
from factdesk.ui.theme import GAP, ROOM
from factdesk.ui.widgets.choice_box import ChoiceBox
from factdesk.ui.widgets.elision import ElidedLabel
from factdesk.ui.widgets.parts import muted, semibold

#: What each field is called where somebody chooses.
FIELDS: Mapping[Field, str] = {
    Field.QUOTE: "Quoted words",
    Field.WORDING: "Claim",
    Field.CLAIMANT: "Who said it",
    Field.DATE: "Day it was said",
    Field.KIND: "Kind",
    Field.VERDICT: "Verdict",
    Field.RATIONALE: "Why",
    Field.SOURCE: "Source: title",
    Field.URL: "Source: address",
    Field.STANCE: "Source: stance",
    Field.PASSAGE: "Source: quote",
    Field.LOCATOR: "Source: page, place",
    Field.ACCESSED: "Source: accessed",
    Field.NOTE: "Note",
    Field.START: "Position in the text",
    Field.ID: "Identity",
}

#: So many cells are shown of each column, and so many are looked through for labels.
_SHOWN, _LOOKED_THROUGH = 3, 2000
_TOLD = 4

#: How high a column's question stands, about.
_ROW = 38

#: How much of the screen the dialog takes at most.
_SHARE = 0.92


class Aim(NamedTuple):
    """Where the claims shall go, in words, and the labels that verdicts have on this desk."""

    words: str
    labels: frozenset[str]


class ColumnsDialog(FormDialog):
    """Asks of each column what it holds; no two hold the same."""

    def __init__(
        self,
        name: str,
        table: Table,
        columns: Mapping[Field, int],
        aim: Aim,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Import claims from a table", "&Import", parent)
        self._table, self._aim = table, aim
        self.boxes = [self._box(head, at, columns) for at, head in enumerate(table.head)]
        self.told = muted(wraps=True)
        self.told.setAccessibleName("What will be imported")
        asked = ElidedLabel(2)
        asked.setFont(semibold(asked.font()))
        asked.show_text(f"What do the columns of “{name}” hold?")
        self.body.addWidget(asked)
        self.body.addWidget(_scrolling(self._grid()), 1)
        self.body.addWidget(self.told)
        self._review()
        self.resize(self.sizeHint())

    @property
    def columns(self) -> dict[Field, int]:
        """What is chosen: for each field the number of its column."""
        return {Field(box.value): at for at, box in enumerate(self.boxes) if box.value}

    def sizeHint(self) -> QSize:
        """Wish for room for the first cells, and for no more than window and screen have."""
        wanted = QSize(860, min(240 + _ROW * len(self.boxes), 640))
        parent, room = self.parentWidget(), self.screen().availableSize() * _SHARE
        return wanted.boundedTo(parent.size().boundedTo(room) if parent else room)

    def _box(self, head: str, at: int, columns: Mapping[Field, int]) -> ChoiceBox:
        box = ChoiceBox(f"What “{head}” holds", [])
        box.offer([(words, field.value) for field, words in FIELDS.items()], none="Not taken")
        box.show_value(next((field for field, place in columns.items() if place == at), None))
        box.picked.connect(partial(self._pick, at))
        return box

    def _grid(self) -> QWidget:
        sheet = QWidget()
        sheet.setObjectName("sheet")
        grid = QGridLayout(sheet)
        grid.setContentsMargins(0, 0, ROOM, 0)
        grid.setHorizontalSpacing(ROOM)
        grid.setVerticalSpacing(GAP)
        for column, stretch in enumerate((3, 3, 5)):
            grid.setColumnStretch(column, stretch)
        for at, (head, box) in enumerate(zip(self._table.head, self.boxes, strict=True)):
            name = ElidedLabel(1)
            name.setFont(semibold(name.font()))
            name.show_text(head)
            cells = ElidedLabel(2)
            first = islice(self._table.column(at), _SHOWN)
            cells.show_text("  ·  ".join(first) or "(empty)")
            for place, part in enumerate((name, box, cells)):
                grid.addWidget(part, at, place, Qt.AlignmentFlag.AlignVCenter)
        grid.setRowStretch(len(self.boxes), 1)
        return sheet

    def _pick(self, at: int, field: str) -> None:
        for other, box in enumerate(self.boxes):
            if other != at and field and box.value == field:
                box.show_value("")
        self._review()

    def _review(self) -> None:
        """Say what will come of it, and what not."""
        chosen = self.columns
        has_words = bool({Field.QUOTE, Field.WORDING} & chosen.keys())
        self.agree.setEnabled(has_words)
        self.tell("" if has_words else "Say which column holds the claim, or its quote.")
        rows = len(self._table.rows)
        told = [f"{rows:,} {'row' if rows == 1 else 'rows'} {self._aim.words}."]
        left = [name for at, name in enumerate(self._table.head) if not self.boxes[at].value]
        if left:
            told.append(f"Not taken: {', '.join(left)}.")
        if unknown := self._unknown(chosen):
            words = ", ".join(f"“{label}”" for label in unknown[:_TOLD])
            more = f" and {len(unknown) - _TOLD} more" if len(unknown) > _TOLD else ""
            told.append(f"On no scale of this desk, so kept as notes: {words}{more}.")
        self.told.setText(" ".join(told))

    def _unknown(self, chosen: Mapping[Field, int]) -> list[str]:
        at = chosen.get(Field.VERDICT)
        cells = [] if at is None else self._table.column(at, _LOOKED_THROUGH)
        return [label for label in dict.fromkeys(cells) if label.casefold() not in self._aim.labels]


def _scrolling(sheet: QWidget) -> QScrollArea:
    scroll = QScrollArea(widgetResizable=True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(sheet)
    return scroll
