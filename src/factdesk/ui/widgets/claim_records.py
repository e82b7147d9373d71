"""What a desk records on the way: each a fold that is out of sight until it is used."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QVBoxLayout, QWidget

from factdesk.model.sheet import ClaimSheet
from factdesk.ui.theme import TIGHT
from factdesk.ui.widgets.change_section import ChangeSection
from factdesk.ui.widgets.fold import Fold
from factdesk.ui.widgets.note_thread import NoteThread
from factdesk.ui.widgets.parts import bare, enter_presses, small
from factdesk.ui.widgets.record_section import RecordSection
from factdesk.ui.widgets.research_sections import ContactSection, QuerySection, SearchSection
from factdesk.ui.widgets.signing_sections import SignOffSection, VoteSection


class ClaimRecords(QWidget):
    """The folds, and one button that opens the form for whatever is to be recorded."""

    wished = Signal(object)
    shown_up = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.searches = SearchSection()
        self.contacts = ContactSection()
        self.queries = QuerySection()
        self.changes = ChangeSection()
        self.notes = NoteThread()
        self.notes_fold = Fold("Notes", self.notes)
        self.votes = VoteSection()
        self.signoffs = SignOffSection()
        self.add = _adding_button()
        self._offers = {
            "A &search": self.searches.begin,
            "A &contact": self.contacts.begin,
            "A &query to the writer": self.queries.begin,
            "A c&hange of the text": self.changes.begin,
            "A &note": self.begin_note,
            "A s&ign-off": self.signoffs.begin,
        }
        self._vote = self._fill_menu()
        self._lay_out()

    @property
    def sections(self) -> tuple[RecordSection, ...]:
        """All folds but the notes, in their order."""
        return (
            *(self.searches, self.contacts, self.queries),
            *(self.changes, self.votes, self.signoffs),
        )

    def show_sheet(self, sheet: ClaimSheet) -> None:
        """Show what is recorded of a claim."""
        for section in self.sections:
            section.show_sheet(sheet)
        self.notes.show_notes(sheet)
        self.notes_fold.summarise(str(len(sheet.notes)) if sheet.notes else "")
        self.notes_fold.setVisible(bool(sheet.notes) or self.notes.is_begun())
        self._vote.setVisible(sheet.house.votes > 0)

    def begin_note(self) -> None:
        """Lead the keyboard to a new note."""
        self.notes_fold.show()
        self.notes_fold.unfold()
        self.notes.field.setFocus()
        self.shown_up.emit(self.notes)

    def _fill_menu(self) -> QAction:
        menu = QMenu(self.add)
        for words, begin in self._offers.items():
            menu.addAction(words, begin)
        self.add.setMenu(menu)
        return menu.addAction("A &vote", self.votes.begin)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        bare(whole, TIGHT)
        for section in self.sections[:4]:
            whole.addWidget(section)
        whole.addWidget(self.notes_fold)
        for section in self.sections[4:]:
            whole.addWidget(section)
        whole.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        for section in self.sections:
            section.wished.connect(self.wished)
            section.shown_up.connect(lambda one=section: self.shown_up.emit(one.adder))
        self.notes.wished.connect(self.wished)


def _adding_button() -> QToolButton:
    button = QToolButton()
    button.setText("+ Record ▾")
    button.setAccessibleName("Record something on this claim")
    button.setToolTip("A search, a contact, a query, a change, a note, a sign-off")
    button.setFont(small(button.font()))
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    enter_presses(button)
    return button
