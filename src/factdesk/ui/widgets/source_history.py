"""Under the source that is being cited: that it was used before, and how it fared."""

from collections import Counter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from factdesk.model.memory import SourceRecord, SourceUse
from factdesk.model.record import Id
from factdesk.ui.as_written import as_written
from factdesk.ui.theme import GAP
from factdesk.ui.widgets.parts import LinkButton, bare, muted

#: So many uses are listed one by one.
_LISTED = 12


class SourceHistory(QWidget):
    """One line, in full when the mouse rests on it; a source of that name can be taken."""

    taken = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: SourceRecord | None = None
        self.words = muted(wraps=True)
        self.take = LinkButton("Use it")
        self.take.setAccessibleName("Use the source that this desk knows")
        self.take.clicked.connect(self._take)
        row = QHBoxLayout(self)
        bare(row, GAP)
        row.addWidget(self.words, 1)
        row.addWidget(self.take)
        self.hide()

    def show_record(self, found: SourceRecord | None, chosen: Id) -> None:
        """Say where a source of the desk was cited; ``chosen`` is the one that the form holds."""
        self._found = found
        if found is not None:
            is_chosen = found.source.id == chosen
            known = "This desk knows it" if is_chosen else f"This desk knows “{found.source.title}”"
            self.words.setText(f"{known}: {fared(found.uses)}")
            self.words.setToolTip(as_written("\n".join(map(_told, found.uses[:_LISTED]))))
            self.take.setVisible(not is_chosen)
        self.setVisible(found is not None)

    def _take(self) -> None:
        if self._found is not None:
            self.taken.emit(self._found.source)


def fared(uses: tuple[SourceUse, ...]) -> str:
    """Say how often a source was cited, what was found of those claims, and when it was read."""
    if not uses:
        return "not cited yet."
    claims = {use.claim: use.label or "not judged" for use in uses}
    verdicts = ", ".join(
        f"{label} {count}" for label, count in Counter(claims.values()).most_common()
    )
    count = "for 1 claim" if len(claims) == 1 else f"for {len(claims)} claims"
    return f"cited {count} ({verdicts}), last read {max(use.accessed for use in uses)}."


def _told(use: SourceUse) -> str:
    return f"{use.reference} in “{use.title}”: {use.stance} · {use.label or 'not judged'}"
