"""What was looked for, who was asked, and what the writer was asked."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from PySide6.QtWidgets import QCheckBox, QCompleter, QWidget

from factdesk.model.sheet import ClaimSheet
from factdesk.model.wishes import (
    ContactAnswer,
    ContactWish,
    QueryAnswer,
    QueryWish,
    RemovalWish,
    SearchWish,
)
from factdesk.model.workflow import ContactAttempt, Query, SearchLog
from factdesk.ui.widgets.adder import Adder, line, paragraph
from factdesk.ui.widgets.day_line import DayLine
from factdesk.ui.widgets.days import due_words, is_over
from factdesk.ui.widgets.record_row import RecordRow
from factdesk.ui.widgets.record_section import RecordSection

_WAYS = ("by mail", "by phone", "in person", "by letter", "by form", "by message")


class SearchAdder(Adder):
    """Where was looked, for what, and what was found."""

    def __init__(self) -> None:
        self.place = line("Where: archive, database, site …", "Where you looked")
        self.sought = paragraph("What you looked for")
        self.found = paragraph("What you found; empty for nothing", "What you found")
        super().__init__("&Log search", (self.place, self.sought, self.found))

    def wish(self) -> SearchWish | None:
        """Say what was searched."""
        place, sought = self.place.text().strip(), self.sought.toPlainText().strip()
        found = self.found.toPlainText().strip()
        return SearchWish(place, sought, found) if place and sought else None


class SearchSection(RecordSection):
    """The search log: without it “unproven” cannot be defended."""

    def __init__(self) -> None:
        super().__init__("Searches", SearchAdder(), "Log a search…")

    def show_sheet(self, sheet: ClaimSheet) -> None:
        """Show where was looked for a claim."""

        def make() -> Sequence[QWidget]:
            return [self._row(entry, sheet.signed(entry.checker)) for entry in sheet.searches]

        self.show_rows(sheet.claim.id, (sheet.searches, sheet.checkers), make)

    def _row(self, entry: SearchLog, who: str) -> RecordRow:
        found = entry.found or "nothing found"
        row = RecordRow(f"{entry.place}: {entry.sought} — {found}", _signed(who, entry.searched))
        row.add_removal(lambda: self.wished.emit(RemovalWish("searchlog", entry.id)))
        return row


class ContactAdder(Adder):
    """Whom, how, what about, until when."""

    def __init__(self) -> None:
        self.whom = line("Whom: person, office …", "Whom you asked")
        self.how = line("How", "How you asked")
        self.how.setCompleter(QCompleter(_WAYS))
        self.question = paragraph("What you asked")
        self.deadline = DayLine("Answer by", "Deadline for the answer")
        self.off_record = QCheckBox("&Off the record")
        self.confidential = QCheckBox("Con&fidential")
        super().__init__(
            "&Record contact",
            (
                (self.whom, self.how),
                self.question,
                self.deadline,
                (self.off_record, self.confidential),
            ),
        )

    def wish(self) -> ContactWish | None:
        """Say who was asked."""
        whom = self.whom.text().strip()
        if not whom or self.deadline.is_wrong:
            return None
        return ContactWish(
            whom=whom,
            how=self.how.text().strip(),
            question=self.question.toPlainText().strip(),
            deadline=self.deadline.day or None,
            on_record=not self.off_record.isChecked(),
            confidential=self.confidential.isChecked(),
        )

    def clear(self) -> None:
        """Make ready for the next."""
        super().clear()
        self.off_record.setChecked(False)
        self.confidential.setChecked(False)


class ContactSection(RecordSection):
    """Who was asked, and whose answer is overdue."""

    def __init__(self) -> None:
        super().__init__("Contacts", ContactAdder(), "Record a contact…")

    def show_sheet(self, sheet: ClaimSheet) -> None:
        """Show who was asked about a claim."""
        today = _today()

        def make() -> Sequence[QWidget]:
            return [self._row(one, sheet.signed(one.checker), today) for one in sheet.contacts]

        key = (sheet.contacts, sheet.checkers, today)
        self.show_rows(sheet.claim.id, key, make, _awaited(sheet.contacts, today))

    def _row(self, attempt: ContactAttempt, who: str, today: date) -> RecordRow:
        way = " ".join(part for part in (attempt.whom, attempt.how) if part)
        words = f"{way}: {attempt.question}" if attempt.question else way
        traits = [
            "" if attempt.on_record else "off the record",
            "confidential" if attempt.confidential else "",
        ]
        row = RecordRow(words, " · ".join(filter(None, [_signed(who, attempt.made), *traits])))
        row.add_removal(lambda: self.wished.emit(RemovalWish("contactattempt", attempt.id)))
        _show_answer(row, attempt, today)
        if attempt.is_open:
            row.add_question(
                "Answer…",
                "What came back; empty for no answer",
                "&Record",
                lambda text: self.wished.emit(ContactAnswer(attempt.id, text)),
            )
        return row


class QueryAdder(Adder):
    """What the writer shall answer, and until when."""

    def __init__(self) -> None:
        self.text = paragraph("What the writer shall answer")
        self.deadline = DayLine("Answer by", "Deadline for the writer")
        super().__init__("&Ask the writer", (self.text, self.deadline))

    def wish(self) -> QueryWish | None:
        """Say what is asked."""
        text = self.text.toPlainText().strip()
        return QueryWish(text, self.deadline.day or None) if text else None


class QuerySection(RecordSection):
    """Questions to the writer."""

    def __init__(self) -> None:
        super().__init__("Queries to the writer", QueryAdder(), "Ask the writer…")

    def show_sheet(self, sheet: ClaimSheet) -> None:
        """Show what was asked about a claim."""
        today = _today()

        def make() -> Sequence[QWidget]:
            return [self._row(one, sheet.signed(one.checker), today) for one in sheet.queries]

        key = (sheet.queries, sheet.checkers, today)
        self.show_rows(sheet.claim.id, key, make, _awaited(sheet.queries, today))

    def _row(self, query: Query, who: str, today: date) -> RecordRow:
        row = RecordRow(query.text, _signed(who, query.asked))
        row.add_removal(lambda: self.wished.emit(RemovalWish("query", query.id)))
        _show_answer(row, query, today)
        if query.is_open:
            row.add_question(
                "Answer…",
                "What the writer says",
                "&Record",
                lambda text: self.wished.emit(QueryAnswer(query.id, text)),
            )
        return row


def _show_answer(row: RecordRow, asked: ContactAttempt | Query, today: date) -> None:
    if asked.answered:
        day = asked.answered[:10]
        row.add_words(f"Answered {day}: {asked.answer}" if asked.answer else f"No answer, {day}")
    elif is_over(asked.deadline, today):
        row.warn(due_words(asked.deadline, today).capitalize())
    else:
        row.add_words(due_words(asked.deadline, today).capitalize() or "Not answered yet")


def _awaited(asked: Sequence[ContactAttempt | Query], today: date) -> str:
    waiting = [one for one in asked if one.is_open]
    overdue = sum(is_over(one.deadline, today) for one in waiting)
    parts = (
        str(len(asked)) if asked else "",
        f"{len(waiting)} open" if waiting else "",
        f"⚠ {overdue} overdue" if overdue else "",
    )
    return " · ".join(filter(None, parts))


def _signed(who: str, when: str) -> str:
    return " · ".join(filter(None, (who, when[:10])))


def _today() -> date:
    return datetime.now(UTC).date()
