"""Every action of the window as data: its name, words, key and menu."""

from typing import NamedTuple

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu


class Entry(NamedTuple):
    """An action; an empty name is a separator. The key is in Qt's portable text form.

    Those of one ``group`` stand together in a submenu of that name, one of them checked.
    """

    name: str = ""
    words: str = ""
    key: str = ""
    tip: str = ""
    group: str = ""


RULE = Entry()

MENUS: tuple[tuple[str, tuple[Entry, ...]], ...] = (
    (
        "&File",
        (
            Entry("another", "&New window", "Ctrl+N", "A second window on this desk"),
            RULE,
            Entry("open", "&Import files…", "Ctrl+O", "Import articles from files"),
            Entry("open_folder", "Import a &folder…", "", "Import every article in a folder"),
            Entry("paste", "&Paste article", "Ctrl+V", "Import the text on the clipboard"),
            RULE,
            Entry("export", "&Export report…", "Ctrl+E", "Write a report of this article"),
            RULE,
            Entry("describe", "&Describe article…", "Ctrl+Shift+D", "Title, authors, deadline"),
            Entry("sign_off", "&Sign off article…", "Ctrl+Shift+S", "And what is missing for it"),
            RULE,
            Entry("house", "Desk &settings…", "Ctrl+,", "Name, default mode and scale, policy"),
            Entry("scales", "S&cales…", "", "Ratings, their labels, glyphs and colours"),
            RULE,
            Entry("quit", "&Quit", "Ctrl+Q"),
        ),
    ),
    (
        "&Edit",
        (
            Entry("undo", "&Undo", "Ctrl+Z"),
            Entry("redo", "&Redo", "Ctrl+Shift+Z"),
            RULE,
            Entry("find", "&Find in article", "Ctrl+F"),
            Entry("find_next", "Find &next", "F3"),
            Entry("find_previous", "Find pre&vious", "Shift+F3"),
            Entry("search", "&Search everything", "Ctrl+Shift+F"),
            Entry("filter", "Fi&lter claims", "Ctrl+L"),
            RULE,
            Entry("who", "&Who is at work…", "", "Name and roles, which every edit carries"),
        ),
    ),
    (
        "&Claim",
        (
            Entry("mark", "&Mark claim", "M", "Make a claim of the selected words"),
            Entry("next", "&Next claim", "J"),
            Entry("previous", "&Previous claim", "K"),
            RULE,
            Entry("unmarked", "Next &unmarked sentence", "U", "Select what no claim touches yet"),
            RULE,
            Entry("cross_off", "Cross &off", "X", "Checked: with its evidence or a reason"),
            Entry("assign", "Assign to me", "I", "Again: assign it to nobody"),
            Entry("cite", "&Cite a source", "C", "A link on the clipboard is taken along"),
            Entry("why", "&Write why", "W"),
            Entry("reword", "&Reword", "R"),
            Entry("note", "Add a no&te", "T"),
            RULE,
            Entry("remove", "Re&move claim", "Ctrl+Del"),
        ),
    ),
    (
        "&View",
        (
            Entry("article", "Go to the &article", "A"),
            Entry("overview", "The &desk", "Ctrl+D", "What is due, awaited, and waiting for me"),
            Entry("articles", "Go to the &list of articles", "Ctrl+1"),
            Entry("left_out", "&Left-out blocks", "Ctrl+B"),
            RULE,
            Entry("zoom_in", "Zoom &in", "Ctrl++"),
            Entry("zoom_out", "Zoom &out", "Ctrl+-"),
            Entry("zoom_reset", "Actual &size", "Ctrl+0"),
            Entry("typeface", "&Serif or sans"),
            Entry("lines_close", "Lines &close together", group="&Line spacing"),
            Entry("lines_normal", "Lines &normally apart", group="&Line spacing"),
            Entry("lines_wide", "Lines &wide apart", group="&Line spacing"),
            Entry("focus", "&Focus on page and claim", "F11", "And back"),
            RULE,
            Entry("colour_verdict", "Colour by &verdict", group="&Colour by"),
            Entry("colour_state", "Colour by &state", group="&Colour by"),
            Entry("colour_kind", "Colour by &kind", group="&Colour by"),
            Entry("colour_source", "Colour by s&ource", group="&Colour by"),
            Entry("colour_checker", "Colour by &checker", group="&Colour by"),
        ),
    ),
    (
        "&Help",
        (
            Entry("palette", "&Commands…", "Ctrl+K", "Everything the window can do, by its name"),
            Entry("keys", "&Keys", "F1", "All keys on one sheet"),
            RULE,
            Entry("about", "&About Factdesk"),
        ),
    ),
)

#: Keys that are no actions of the menus.
OTHER_KEYS = (
    ("1 … 9", "Give the verdict of that number"),
    ("Arrows", "Move the caret or the row"),
    ("Shift+Arrows", "Select words"),
    ("Enter", "Open the claim at the caret"),
    ("Tab, Shift+Tab", "Go to the next or previous control"),
    ("Menu", "What can be done with a row"),
    ("Esc", "Leave a search or the commands"),
)

#: The keys for the ratings of a scale.
NUMBERS = range(1, 10)


def build(window: QMainWindow) -> dict[str, QAction]:
    """Make the window's menus; gives each action by its name, the `judge_1` … too."""
    made: dict[str, QAction] = {}
    for title, entries in MENUS:
        menu = window.menuBar().addMenu(title)
        groups: dict[str, _Group] = {}
        for entry in entries:
            if not entry.name:
                menu.addSeparator()
                continue
            action = made[entry.name] = _action(entry, window)
            if entry.group:
                if entry.group not in groups:
                    groups[entry.group] = _Group(menu, entry.group)
                groups[entry.group].take(action)
            else:
                menu.addAction(action)
    for number in NUMBERS:
        action = made[f"judge_{number}"] = QAction(f"Verdict {number}", window)
        action.setShortcut(QKeySequence(str(number)))
        window.addAction(action)
    return made


def _action(entry: Entry, window: QMainWindow) -> QAction:
    action = QAction(entry.words, window)
    action.setShortcut(QKeySequence.fromString(entry.key))
    action.setStatusTip(entry.tip)
    return action


class _Group:
    """A submenu of which one action is checked."""

    def __init__(self, menu: QMenu, title: str) -> None:
        self._menu = menu.addMenu(title)
        self._acts = QActionGroup(self._menu)

    def take(self, action: QAction) -> None:
        """Take one in."""
        action.setCheckable(True)
        self._acts.addAction(action)
        self._menu.addAction(action)
