"""Answering for an article: what is missing in words, in which role, and why nevertheless."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QWidget

from factdesk.model.workflow import Role
from factdesk.ui.dialogs.form import FormDialog
from factdesk.ui.widgets.choice_box import ChoiceBox
from factdesk.ui.widgets.parts import heading, muted


class Given(NamedTuple):
    """A sign-off in words, and whether it still holds."""

    words: str
    valid: bool
    override: str = ""


class SignOffDialog(FormDialog):
    """Shows what was signed and what is missing; signing in spite of it needs a reason."""

    signed = Signal(str, str)
    """The role, and the reason to sign nevertheless, or an empty one."""

    def __init__(self, title: str, roles: Iterable[Role], parent: QWidget | None = None) -> None:
        super().__init__("Sign off article", "&Sign off", parent)
        self._title = title
        self.given = muted("", wraps=True)
        self.state = QLabel("Looking at every claim …")
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.state.setWordWrap(True)
        self.missing = QListWidget()
        self.missing.setAccessibleName("What is missing")
        self.missing.hide()
        first = list(roles)
        self.role = ChoiceBox("Role", [*first, *(role for role in Role if role not in first)])
        self.reason = QLineEdit(placeholderText="Reports print it: partial verification")
        self.form.addRow(heading(title))
        self.form.addRow(self.given)
        self.form.addRow(self.state)
        self.form.addRow(self.missing)
        self.add_field("&Role", self.role)
        self.add_field("&Why nevertheless", self.reason)
        self.form.setRowVisible(self.reason, False)
        self.agree.setEnabled(False)
        self.reason.textChanged.connect(self._judge)
        self.take = lambda: self.signed.emit(self.role.value, self.reason.text().strip())

    def show_state(self, given: Sequence[Given], missing: Sequence[str]) -> None:
        """Show what was signed, and what is missing."""
        self.given.setText("\n".join(_told(one) for one in given) or "Nobody has signed it yet.")
        self.missing.clear()
        self.missing.addItems([f"{words[0].upper()}{words[1:]}" for words in missing])
        self.missing.setVisible(bool(missing))
        count = len(missing)
        things = f"{count} thing{'s are' if count > 1 else ' is'} missing:"
        self.state.setText(things if missing else "Nothing is missing ✓")
        self.form.setRowVisible(self.reason, bool(missing))
        self.agree.setText("&Sign off nevertheless" if missing else "&Sign off")
        self._judge()
        self.adjustSize()

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
