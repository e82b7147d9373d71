"""Scales edited in a draft, and kept with one edit that can be undone."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from factdesk.desk import scales
from factdesk.errors import FactdeskError
from factdesk.model.record import Id
from factdesk.model.verdict import Rating, Scale
from factdesk.ui.dialogs.scales import ScalesDialog
from factdesk.ui.session import Session

_JSON = "Scales (*.json)"


class ScaleKeeping(QObject):
    """Opens the editor and does what it wishes to a draft; only *Save* touches the desk."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self.dialog: ScalesDialog | None = None
        self.draft: Scale | None = None

    def open_editor(self, scale: Id = "") -> None:
        """Show the desk's scales, that one first."""
        if self.dialog is None:
            dialog = self.dialog = ScalesDialog(self._window)
            self._connect(dialog)
            known = self._session.store.scales()
            dialog.show_scales(known, scale or known[0].id)
            self.take_up(scale or known[0].id)
        self.dialog.open()

    def take_up(self, scale: Id) -> None:
        """Show a scale of the desk."""
        self._show(self._session.store.scale(scale))

    def keep(self) -> bool:
        """Put the draft on the desk; tell whether it is there."""
        draft, store = self.draft, self._session.store
        if draft is None:
            return False
        try:
            edit = scales.keep(store, draft)
        except FactdeskError as error:
            self._tell(f"⚠ {error}")
            return False
        if not self._session.do(lambda: edit):
            return False
        self._offer(draft.id)
        self.take_up(draft.id)
        self._tell(f"“{draft.title}” is saved. Old verdicts keep their label.")
        return True

    def read(self, path: Path) -> None:
        """Take a draft from a file."""
        try:
            self._show(scales.read(path.read_bytes()))
            self._tell("Save it to have it on this desk.")
        except OSError as error:
            self._tell(f"⚠ {path.name} cannot be read: {error.strerror}.")
        except FactdeskError as error:
            self._tell(f"⚠ {error}")

    def write(self, path: Path) -> None:
        """Write the draft into a file."""
        if self.draft is None:
            return
        try:
            path.write_bytes(scales.written(self.draft))
            self._tell(f"Written to {path.name}.")
        except OSError as error:
            self._tell(f"⚠ {path.name} cannot be written: {error.strerror}.")

    def _connect(self, dialog: ScalesDialog) -> None:
        dialog.scale_picked.connect(self.take_up)
        dialog.title_edited.connect(lambda title: self._change(title=title.strip()))
        dialog.rating_edited.connect(self._put)
        dialog.rating_added.connect(self._add)
        dialog.rating_moved.connect(self._move)
        dialog.rating_removed.connect(self._remove)
        dialog.copy_wished.connect(self._copy)
        dialog.keep_wished.connect(self.keep)
        dialog.read_wished.connect(self._choose_to_read)
        dialog.write_wished.connect(self._choose_to_write)
        dialog.finished.connect(self._forget)

    def _change(self, **fields: object) -> None:
        if self.draft is not None:
            self._show(self.draft.model_copy(update=fields))

    def _put(self, rating: Rating) -> None:
        if self.draft is not None:
            self._show(scales.with_rating(self.draft, rating))

    def _add(self) -> None:
        if self.draft is not None:
            rating = scales.new_rating(self.draft.ratings)
            self._show(scales.with_rating(self.draft, rating), rating.code)

    def _move(self, code: str, by: int) -> None:
        if self.draft is not None and code:
            self._show(scales.moved(self.draft, code, by))

    def _remove(self, code: str) -> None:
        if self.draft is not None and len(self.draft.ratings) > 1:
            self._show(scales.without_rating(self.draft, code))

    def _copy(self) -> None:
        if self.draft is not None:
            taken = {scale.id for scale in self._session.store.scales()}
            title = f"{self.draft.title} (ours)"
            self._show(scales.fresh(title, taken, self.draft.ratings))
            self._tell("A new scale: give it a title of its own, then save it.")

    def _show(self, draft: Scale, code: str = "") -> None:
        self.draft = draft
        if self.dialog is not None:
            known = {scale.id: scale for scale in self._session.store.scales()}
            self._tell("")
            self.dialog.show_draft(draft, changed=known.get(draft.id) != draft, code=code)

    def _offer(self, chosen: Id) -> None:
        if self.dialog is not None:
            self.dialog.show_scales(self._session.store.scales(), chosen)

    def _tell(self, message: str) -> None:
        if self.dialog is not None:
            self.dialog.tell(message)

    def _choose_to_read(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self.dialog, "Import a scale", "", _JSON)
        if name:
            self.read(Path(name))

    def _choose_to_write(self) -> None:
        offered = f"{self.draft.id}.json" if self.draft else ""
        name, _ = QFileDialog.getSaveFileName(self.dialog, "Export the scale", offered, _JSON)
        if name:
            self.write(Path(name))

    def _forget(self) -> None:
        self.dialog = self.draft = None
