"""Asks once who is at work here: a quiet line above the page, and no wall before it."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QWidget

from factdesk.model.workflow import Role
from factdesk.ui.theme import GAP, ROOM
from factdesk.ui.widgets.flow_layout import FlowLayout
from factdesk.ui.widgets.parts import IconButton, enter_presses, muted, primary


class RoleButton(QPushButton):
    """Says in which roles somebody works, and lets them be ticked."""

    def __init__(self) -> None:
        super().__init__()
        menu = QMenu(self)
        self._acts = {role: menu.addAction(role.capitalize()) for role in Role}
        for act in self._acts.values():
            act.setCheckable(True)
        menu.triggered.connect(lambda _act: self._say())
        self.setMenu(menu)
        enter_presses(self)
        self.show_roles(())

    @property
    def roles(self) -> tuple[Role, ...]:
        """The roles that are ticked."""
        return tuple(role for role, act in self._acts.items() if act.isChecked())

    def show_roles(self, roles: Iterable[str]) -> None:
        """Tick these and no others."""
        ticked = set(roles)
        for role, act in self._acts.items():
            act.setChecked(role in ticked)
        self._say()

    def _say(self) -> None:
        words = ", ".join(self.roles).capitalize() or "In which role?"
        self.setText(words)
        self.setAccessibleName(f"Roles: {words}")


class WhoLine(QWidget):
    """Tells name and roles when they are said."""

    said = Signal(str, object)
    put_off = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit(placeholderText="Your name")
        self.field.setAccessibleName("Your name")
        self.field.setMaximumWidth(240)
        self.field.setMinimumWidth(120)
        self.roles = RoleButton()
        self.agree = primary("That is &me", self._say)
        self.later = IconButton("close", "Not now")
        self.later.clicked.connect(self.put_off)
        self.field.returnPressed.connect(self._say)
        self.field.textChanged.connect(self._judge)
        question = muted("Who &is at work here? Every edit carries it.")
        question.setBuddy(self.field)
        question.setMinimumHeight(self.field.sizeHint().height())
        parts = FlowLayout()
        for part in (question, self.field, self.roles, self.agree):
            parts.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(ROOM, GAP, ROOM, GAP)
        row.setSpacing(GAP)
        row.addLayout(parts, 1)
        row.addWidget(self.later, 0, Qt.AlignmentFlag.AlignTop)
        self._judge()
        self.hide()

    def ask(self, name: str, roles: Iterable[str]) -> None:
        """Ask, with what is known already."""
        self.field.setText(name)
        self.roles.show_roles(roles)
        self.show()

    def _say(self) -> None:
        if self.field.text().strip():
            self.said.emit(self.field.text().strip(), self.roles.roles)

    def _judge(self) -> None:
        self.agree.setEnabled(bool(self.field.text().strip()))
