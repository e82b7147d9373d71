"""What is wrong with a claim: any number of issues, each a chip, and a line to add one."""

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from factdesk.model.workflow import Issue
from factdesk.ui.widgets.flow_layout import FlowLayout
from factdesk.ui.widgets.parts import button, completing


class IssueChips(QWidget):
    """Tells all issues whenever one comes or goes. Backspace in the empty line takes the last."""

    issues_picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._issues: tuple[Issue, ...] = ()
        self._chips: list[QPushButton] = []
        self.field = QLineEdit(placeholderText="Add an issue")
        self.field.setAccessibleName("Add an issue")
        self.field.setMinimumWidth(150)
        self.field.installEventFilter(self)
        self.field.returnPressed.connect(self._add_typed)
        self._flow = FlowLayout(self)
        self._flow.addWidget(self.field)
        self._free = QStringListModel(self)
        self._completer = completing(self._free, self)
        self._completer.activated.connect(self._add, Qt.ConnectionType.QueuedConnection)
        self.field.setCompleter(self._completer)
        self._offer()

    def show_issues(self, issues: tuple[Issue, ...]) -> None:
        """Show the issues of a claim."""
        if issues == self._issues:
            return
        had_focus = any(chip.hasFocus() for chip in self._chips)
        self._issues = issues
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(issue) for issue in issues]
        for place, chip in enumerate(self._chips):
            self._flow.insert(place, chip)
        self._offer()
        if had_focus:
            self.field.setFocus()
        self.updateGeometry()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """The chips and the line, as Tab shall go."""
        return (*self._chips, self.field)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the last issue away when Backspace finds nothing to delete; show all on Down."""
        if watched is self.field and isinstance(event, QKeyEvent):
            pressed = event.type() == QEvent.Type.KeyPress and not self.field.text()
            if pressed and event.key() == Qt.Key.Key_Backspace and self._issues:
                self._tell(self._issues[:-1])
                return True
            if pressed and event.key() == Qt.Key.Key_Down:
                self._completer.setCompletionPrefix("")
                self._completer.complete()
                return True
        return False

    def _chip(self, issue: Issue) -> QPushButton:
        rest = tuple(one for one in self._issues if one is not issue)
        chip = button(f"{issue.capitalize()}  ✕", lambda: self._tell(rest), "Remove")
        chip.setProperty("chip", True)
        chip.setAccessibleName(f"Remove the issue: {issue}")
        return chip

    def _offer(self) -> None:
        free = [issue.capitalize() for issue in Issue if issue not in self._issues]
        self._free.setStringList(free)

    def _add_typed(self) -> None:
        typed = self.field.text().strip().casefold()
        fitting = [issue for issue in Issue if typed in issue and issue not in self._issues]
        starting = [issue for issue in fitting if issue.startswith(typed)]
        if typed and (starting or fitting):
            self._add((starting or fitting)[0])

    def _add(self, words: str) -> None:
        issue = Issue(words.casefold())
        self.field.clear()
        if issue not in self._issues:
            self._tell((*self._issues, issue))

    def _tell(self, issues: tuple[Issue, ...]) -> None:
        self.issues_picked.emit(issues)
