"""What each action of the window does: one table, and the few acts that need more than a name."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from factdesk.model.article import Stage
from factdesk.preferences import Look
from factdesk.ui import actions, dropped
from factdesk.ui.colouring import ColourBy
from factdesk.ui.reading_choice import LEADINGS
from factdesk.ui.widgets.article_status import MODES
from factdesk.ui.widgets.claim_state import STATES

if TYPE_CHECKING:
    from factdesk.ui.main_window import MainWindow

Wish = Callable[..., object]


class Wishes(QObject):
    """Leads every action to the part of the window that fulfils it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.table = self._of_desk() | self._of_claim() | self._of_records()
        self.table |= self._of_view() | self._of_choices()
        for name, wish in self.table.items():
            window.actions_by_name[name].triggered.connect(lambda _=False, wish=wish: wish())
        for number in actions.NUMBERS:
            window.actions_by_name[f"judge_{number}"].triggered.connect(
                lambda _=False, number=number: window.panel.pick_number(number)
            )
        window.page.empty.paste_wished.connect(self._paste)
        stack = window.session.undo_stack
        stack.undoTextChanged.connect(self._name_undo)
        stack.redoTextChanged.connect(self._name_undo)
        self._name_undo()

    def _of_desk(self) -> dict[str, Wish]:
        window = self._window
        return {
            "another": window.another_wished.emit,
            "open": window.chooser.choose_files,
            "open_folder": window.chooser.choose_folder,
            "claims": window.incoming.choose,
            "paste": self._paste,
            "export": self._export,
            "quit": window.close,
            "undo": self._undo,
            "redo": window.session.undo_stack.redo,
            "describe": window.article_at_hand.describe,
            "sign_off": window.article_at_hand.sign_off,
            "new_version": window.revising.choose_file,
            "compare": window.revising.compare,
            "review": window.revising.reviewing.begin,
            "belongs": window.revising.reviewing.choose_selection,
            "house": window.article_at_hand.set_house,
            "scales": self._edit_scales,
            "backups": window.safekeeping.open,
            "who": window.identity.ask,
            "overview": window.overseeing.toggle,
            "palette": lambda: window.guidance.open_palette(window.panel.settle),
            "keys": window.guidance.open_sheet,
            "about": window.chooser.about,
        }

    def _of_claim(self) -> dict[str, Wish]:
        window, panel = self._window, self._window.panel
        return {
            "mark": window.page.view.wish_mark,
            "next": window.claims.pick_next,
            "previous": window.claims.pick_previous,
            "unmarked": window.covering.select_next_unmarked,
            "also_here": window.offering.also_here,
            "split_off": window.offering.split_off,
            "hint_next": window.hinting.go_to_next,
            "hint_previous": window.hinting.go_to_previous,
            "hint_accept": window.hinting.accept,
            "hint_dismiss": window.hinting.dismiss,
            "hints_restore": window.hinting.restore,
            "cross_off": window.at_hand.cross_off,
            "state": panel.open_states,
            "assign": panel.assign_to_me,
            "show_place": window.at_hand.show_place,
            "elsewhere": panel.find_elsewhere,
            "copy_quote": window.at_hand.copy_quote,
            "history": panel.show_history,
            "remove": window.at_hand.remove,
        }

    def _of_records(self) -> dict[str, Wish]:
        window, panel = self._window, self._window.panel
        return {
            "cite": self._cite,
            "earlier": window.recalling.step_in,
            "remarks": panel.focus_remarks,
            "why": panel.focus_rationale,
            "questions": panel.focus_questions,
            "issues": panel.focus_issues,
            "reword": panel.focus_wording,
            "search_log": panel.log_search,
            "contact": panel.record_contact,
            "query": panel.ask_writer,
            "change": panel.propose_change,
            "note": panel.focus_note,
            "vote": panel.vote,
            "sign_claim": panel.sign_off_claim,
        }

    def _of_view(self) -> dict[str, Wish]:
        window, page = self._window, self._window.page
        return {
            "find": page.open_finder,
            "find_next": page.find_next,
            "find_previous": page.find_previous,
            "focus": window.focus_mode.toggle,
            "earlier_search": window.recalling.open_search,
            "search": self._unfocused(window.articles.focus_search),
            "filter": self._unfocused(window.claims.focus_filter),
            "article": page.view.setFocus,
            "articles": self._unfocused(window.articles.rows.setFocus),
            "left_out": page.toggle_left_out,
            "own_remarks": window.remarking.toggle,
            "zoom_in": page.view.zoom_in,
            "zoom_out": page.view.zoom_out,
            "zoom_reset": page.view.zoom_reset,
            "hints": window.hinting.toggle,
            "typeface": window.reading.change_face,
        }

    def _of_choices(self) -> dict[str, Wish]:
        """Give the wishes of the actions of which there is one for each of a kind."""
        window = self._window
        table: dict[str, Wish] = dict(window.hint_choice.wishes())
        for by in ColourBy:
            table[f"colour_{by}"] = partial(window.painted_by.choose, by)
        for mode in MODES:
            table[f"mode_{mode}"] = partial(window.opened.change_mode, mode)
        for stage in Stage:
            table[f"stage_{stage}"] = partial(window.article_at_hand.set_stage, stage)
        for state in STATES:
            table[f"state_{state.name.lower()}"] = partial(window.panel.set_state, state)
        for look in Look:
            table[f"look_{look}"] = partial(window.look_choice.choose, look)
        for name in LEADINGS:
            table[f"lines_{name}"] = partial(window.reading.change_leading, name)
        return table

    def _unfocused(self, wish: Wish) -> Wish:
        """Leave the focus mode before what needs the lists."""

        def fulfil() -> None:
            self._window.focus_mode.leave()
            wish()

        return fulfil

    def _name_undo(self) -> None:
        stack = self._window.session.undo_stack
        for name, words, able in (
            ("undo", stack.undoText(), stack.canUndo()),
            ("redo", stack.redoText(), stack.canRedo()),
        ):
            action = self._window.actions_by_name[name]
            action.setText(f"&{name.capitalize()} {words}".strip())
            action.setEnabled(able)

    def _undo(self) -> None:
        self._window.panel.settle()
        self._window.session.undo_stack.undo()

    def _paste(self) -> None:
        sources = dropped.sources(QGuiApplication.clipboard().mimeData())
        if sources:
            self._window.imports.take_in(sources)
        else:
            words = "There is nothing to import on the clipboard."
            self._window.news.tell(words, "Copy the text first.")

    def _cite(self) -> None:
        text = QGuiApplication.clipboard().text().strip()
        link = text if text.startswith(("http://", "https://")) else ""
        self._window.panel.begin_cite(link)

    def _edit_scales(self) -> None:
        article = self._window.opened.article
        self._window.scale_keeping.open_editor(article.scale if article else "")

    def _export(self) -> None:
        article = self._window.opened.article
        if article is not None:
            self._window.exporting.ask(article.id)
