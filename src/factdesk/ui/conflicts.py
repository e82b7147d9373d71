"""What to do when somebody else has changed the same: merge what can be, ask about the rest."""

from weakref import WeakSet

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from factdesk.desk.conflicts import Disputed, rebase
from factdesk.errors import FactdeskError
from factdesk.model.edit import Change, Edit
from factdesk.ui.dialogs.conflict import ConflictDialog, Versions
from factdesk.ui.session import Session
from factdesk.ui.widgets.banner import Act, BannerStack, Tone
from factdesk.ui.widgets.settled_edit import SettledEdit

_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


class Conflicts(QObject):
    """Puts an edit that met another one on top of it, or shows both and lets the user choose.

    Until it is chosen, a message keeps what the user wanted.
    """

    def __init__(self, session: Session, banners: BannerStack, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._banners, self._window = session, banners, window
        self.dialog: ConflictDialog | None = None
        self._watched: WeakSet[SettledEdit] = WeakSet()
        _application().focusChanged.connect(self._watch)
        # Later, for an undo may be under way, and to settle is an edit of its own.
        session.clashed.connect(self._settle, Qt.ConnectionType.QueuedConnection)

    def _watch(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Watch a field that is about to be typed in, for text changed under the typing."""
        if now is None or not self._window.isAncestorOf(now):
            return
        for field in now.findChildren(SettledEdit, options=_DIRECT):
            if field not in self._watched:
                self._watched.add(field)
                field.overtaken.connect(self._session.expect_clash)

    def _settle(self, edit: Edit) -> None:
        if self._window.isHidden():  # closed, and its desk with it
            return
        try:
            rebased = rebase(self._session.store, edit)
        except FactdeskError as error:
            self._session.refused.emit(error)
            return
        if not rebased.disputed:
            self._session.do(lambda: rebased.edit, insist=True)
            return
        what = f"“{edit.title}” met a change by somebody else"
        self._banners.say(
            f"This has been changed elsewhere meanwhile: {edit.title}.",
            "Yours is kept here until you choose.",
            Tone.WARNING,
            [Act("&Compare…", lambda: self._ask(what, edit))],
        )
        self._ask(what, edit)

    def _ask(self, what: str, edit: Edit) -> None:
        rebased = rebase(self._session.store, edit)
        shown = [
            Versions(_name(one), _words(one.mine), _words(one.theirs)) for one in rebased.disputed
        ]
        dialog = self.dialog = ConflictDialog(what, shown, self._window)
        dialog.mine_chosen.connect(lambda: self._take_mine(edit))
        dialog.theirs_chosen.connect(lambda: self._keep_theirs(edit))
        dialog.finished.connect(self._forget)
        dialog.open()

    def _take_mine(self, edit: Edit) -> None:
        self._dismiss(edit)
        store = self._session.store
        self._session.do(lambda: rebase(store, edit).edit, insist=True)
        self._show_again(edit)

    def _keep_theirs(self, edit: Edit) -> None:
        self._dismiss(edit)
        self._show_again(edit)

    def _show_again(self, edit: Edit) -> None:
        """Have the views show what is there: fields may still hold what was not taken."""
        self._session.changed.emit(
            Edit(
                edit.title, tuple(Change(one.after, one.after) for one in edit.changes if one.after)
            )
        )

    def _dismiss(self, edit: Edit) -> None:
        for banner in tuple(self._banners.banners):
            if banner.message.endswith(f"meanwhile: {edit.title}."):
                self._banners.dismiss(banner)

    def _forget(self) -> None:
        self.dialog = None


def _name(one: Disputed) -> str:
    return f"{one.field.replace('_', ' ').capitalize()} of the {one.kind}"


def _words(value: object) -> str:
    if value is None:
        return "(removed)"
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return str(value) or "(empty)"


def _application() -> QApplication:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("a window needs a QApplication")
    return app
