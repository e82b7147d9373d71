"""The sitting: one store, one undo stack, one signal that something has changed."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from factdesk.errors import Conflict, FactdeskError
from factdesk.model.edit import Change, Edit
from factdesk.model.record import Id
from factdesk.store.store import Store

#: How many steps can be taken back; what lies before them is in the history of each record.
STEPS = 1000


class Session(QObject):
    """Carries out edits, takes them back, and tells the views.

    It is one of the three doors at which the world's faults are caught: `refused` shows them.
    """

    changed = Signal(object)
    """An Edit is on the disk, made here or by somebody else."""

    refused = Signal(object)
    """A FactdeskError stood in the way."""

    clashed = Signal(object)
    """An Edit met the change of somebody else to the same record, and was not written."""

    def __init__(self, store: Store, checker: Id | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store = store
        self.checker = checker
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(STEPS)
        self._clash: tuple[str, str] | None = None

    def do(self, plan: Callable[[], Edit], *, typed: bool = False, insist: bool = False) -> bool:
        """Plan an edit and carry it out; tell whether it is on the disk.

        Args:
            plan: plans the edit, and may refuse.
            typed: the edit is a step of typing: it joins the step before to one undo.
            insist: a conflict has been settled already: another one is refused.
        """
        edit = self._apply(plan, insist=insist)
        if edit is None:
            return False
        self.conclude(edit, typed=typed)
        return True

    def note(self, plan: Callable[[], Edit]) -> None:
        """Carry out an edit that tells what happened: it is no step of work, and is not undone."""
        edit = self._apply(plan)
        if edit is not None and edit.changes:
            self.changed.emit(edit)

    def replay(self, edit: Edit) -> bool:
        """Carry out an edit that the undo stack knows; tell whether it is on the disk."""
        if self._apply(lambda: edit) is None:
            return False
        self.changed.emit(edit)
        return True

    def write(self, part: Edit) -> bool:
        """Write a part of a large edit; nobody is told of it before `conclude`."""
        return self._apply(lambda: part) is not None

    def conclude(self, edit: Edit, *, typed: bool = False) -> None:
        """Tell of an edit that is written, and make it one step to undo."""
        if edit.changes:
            self.undo_stack.push(_Command(self, edit, typed=typed))
            self.changed.emit(edit)

    def expect_clash(self, mine: str, theirs: str) -> None:
        """Be told that the text which is wished for next was typed over that of somebody else."""
        self._clash = (mine, theirs)

    def _apply(self, plan: Callable[[], Edit], *, insist: bool = False) -> Edit | None:
        try:
            edit = plan()
            if self._clashes(edit):
                return None
            if edit.changes:
                self.store.apply(edit, self.checker)
        except Conflict as error:
            if insist:
                self.refused.emit(error)
            else:
                self.clashed.emit(edit)
            return None
        except FactdeskError as error:
            self.refused.emit(error)
            return None
        return edit

    def _clashes(self, edit: Edit) -> bool:
        """Tell whether an edit would overwrite, unseen, what somebody else wrote meanwhile."""
        expected, self._clash = self._clash, None
        if expected is None:
            return False
        typed_over = [
            _on_what_was_seen(change, fields)
            for change in edit.changes
            if (fields := _typed_over(change, *expected))
        ]
        if typed_over:
            self.clashed.emit(Edit(edit.title, tuple(typed_over)))
        return bool(typed_over)


def _typed_over(change: Change, mine: str, theirs: str) -> list[str]:
    """Name the fields of a record in which the one text replaces the other."""
    before, after = change.before, change.after
    if before is None or after is None:
        return []
    return [
        name
        for name in type(after).model_fields
        if str(getattr(before, name)).strip() == theirs.strip()
        and str(getattr(after, name)).strip() == mine.strip()
    ]


def _on_what_was_seen(change: Change, fields: list[str]) -> Change:
    """Put a change back on what its author saw: not on what somebody else wrote."""
    seen = dict.fromkeys(fields, "")
    before = change.before.model_copy(update=seen) if change.before else None
    return Change(before, change.after)


class _Command(QUndoCommand):
    """The one undo command of the program: an edit that has been carried out already."""

    def __init__(self, session: Session, edit: Edit, *, typed: bool) -> None:
        super().__init__(edit.title)
        self._session = session
        self._edit = edit
        self._typed = typed
        self._is_new = True

    def redo(self) -> None:
        """Carry the edit out again; the first call, by the push, finds it done."""
        if self._is_new:
            self._is_new = False
        elif not self._session.replay(self._edit):
            self.setObsolete(True)

    def undo(self) -> None:
        """Take the edit back; one that can no longer be taken back leaves the stack."""
        if not self._session.replay(self._edit.inverse()):
            self.setObsolete(True)

    def id(self) -> int:
        """Offer steps of typing, and only those, for joining."""
        return 1 if self._typed else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Join the next step of typing in the same record."""
        if not isinstance(other, _Command) or other.text() != self.text():
            return False
        (mine, *more), (theirs, *rest) = self._edit.changes, other._edit.changes  # noqa: SLF001 - ours
        if more or rest or mine.record.id != theirs.record.id:
            return False
        self._edit = Edit(self._edit.title, (Change(mine.before, theirs.after),))
        return True
