"""Answering for an article: what is missing in words, in which role, and why nevertheless."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QListWidget, QListWidgetItem, QWidget

from factdesk.model.sheet import Hindrance
from factdesk.model.workflow import Role
from factdesk.ui.dialogs.form import FormDialog
from factdesk.ui.theme import GAP
from factdesk.ui.widgets.choice_box import ChoiceBox
from factdesk.ui.widgets.parts import LinkButton, bare, heading, muted


class Given(NamedTuple):
    """A sign-off in words, and whether it still holds."""

    words: str
    valid: bool
    override: str = ""


class FactLine(QWidget):
    """Warns of checkable facts without a claim; hidden where there are none."""

    show_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.link = LinkButton("S&how me")
        self.link.setToolTip("Close this and go to the first of them")
        self.link.clicked.connect(lambda _checked=False: self.show_wished.emit())
        row = QHBoxLayout(self)
        bare(row, GAP)
        row.addWidget(self.words, 1)
        row.addWidget(self.link)
        self.hide()

    def show_count(self, facts: int) -> None:
        """Say how many there are."""
        told = f"{facts:,} checkable facts have" if facts != 1 else "A checkable fact has"
        self.words.setText(f"⚠ {told} no claim. Mark or dismiss what matters, or sign as it is.")
        self.setVisible(facts > 0)


class SignOffDialog(FormDialog):
    """Shows what was signed and what is missing; signing in spite of it needs a reason."""

    signed = Signal(str, str)
    """The role, and the reason to sign nevertheless, or an empty one."""

    facts_wished = Signal()
    """The checkable facts without a claim shall be shown; the dialog has closed."""

    claim_wished = Signal(str)
    """The claim at which something is missing shall be taken up; the dialog has closed."""

    def __init__(self, title: str, roles: Iterable[Role], parent: QWidget | None = None) -> None:
        super().__init__("Sign off article", "&Sign off", parent)
        self._title = title
        self.given = muted("", wraps=True)
        self.state = QLabel("Looking at every claim …")
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.state.setWordWrap(True)
        self.missing = QListWidget()
        self.missing.setAccessibleName("What is missing")
        self.missing.setToolTip("Enter or double-click closes this and goes to the claim")
        self.missing.itemActivated.connect(self._show_claim)
        self.missing.hide()
        self.facts = FactLine()
        self.facts.show_wished.connect(self._show_facts)
        first = list(roles) or [Role.CHECKER]
        self.role = ChoiceBox("Role", [*first, *(role for role in Role if role not in first)])
        self.reason = QLineEdit(placeholderText="Reports print it: partial verification")
        self.form.addRow(heading(title))
        self.form.addRow(self.given)
        self.form.addRow(self.state)
        self.form.addRow(self.missing)
        self.form.addRow(self.facts)
        self.add_field("&Role", self.role)
        self.add_field("&Why nevertheless", self.reason)
        self.form.setRowVisible(self.reason, False)
        self.agree.setEnabled(False)
        self.reason.textChanged.connect(self._judge)
        self.take = lambda: self.signed.emit(self.role.value, self.reason.text().strip())

    def show_state(
        self, given: Sequence[Given], missing: Sequence[Hindrance], facts: int = 0
    ) -> None:
        """Show what was signed, what is missing, and how many checkable facts have no claim."""
        self.facts.show_count(facts)
        self.given.setText("\n".join(_told(one) for one in given) or "Nobody has signed it yet.")
        self.missing.clear()
        for words, claim in missing:
            row = QListWidgetItem(f"{words[0].upper()}{words[1:]}", self.missing)
            row.setData(Qt.ItemDataRole.UserRole, claim)
        self.missing.setVisible(bool(missing))
        count = len(missing)
        things = f"{count} thing{'s are' if count > 1 else ' is'} missing:"
        self.state.setText(things if missing else "Nothing is missing ✓")
        self.form.setRowVisible(self.reason, bool(missing))
        self.agree.setText("&Sign off nevertheless" if missing else "&Sign off")
        self._judge()
        self.adjustSize()

    def _show_facts(self) -> None:
        self.reject()
        self.facts_wished.emit()

    def _show_claim(self, row: QListWidgetItem) -> None:
        self.reject()
        self.claim_wished.emit(row.data(Qt.ItemDataRole.UserRole))

    def _judge(self) -> None:
        needs = self.missing.count() > 0
        self.agree.setEnabled(not needs or bool(self.reason.text().strip()))
        hint = "Signing nevertheless needs a reason" if needs else ""
        self.agree.setToolTip(hint if not self.agree.isEnabled() else "")

    def sizeHint(self) -> QSize:
        """Wish for room for sentences."""
        return QSize(520, super().sizeHint().height())


def _told(one: Given) -> str:
    state = "holds ✓" if one.valid else "stale ⚠: what it covers has changed"
    reason = f" · nevertheless: {one.override}" if one.override else ""
    return f"{one.words} · {state}{reason}"
