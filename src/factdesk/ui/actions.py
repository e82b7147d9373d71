"""Every action of the window as data: its name, words, key and menu."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from factdesk.model.article import Stage
from factdesk.ui.widgets.article_status import MODES
from factdesk.ui.widgets.claim_state import STATES


class Entry(NamedTuple):
    """An action; an empty name is a separator. The key is in Qt's portable text form.

    Those of one ``group`` stand together in a submenu of that name. One that is ``checked`` is on
    or off by itself. A key that is ``near`` is heard on the page alone.
    """

    name: str = ""
    words: str = ""
    key: str = ""
    tip: str = ""
    group: str = ""
    checked: bool = False
    near: bool = False


RULE = Entry()

#: The groups of which one action is checked.
CHOICES = {
    *("&Line spacing", "&Colour by", "&Appearance"),
    *("&Checked as", "S&tage", "How many &hints"),
}

#: The keys for the ratings of a scale, and the actions for them; the scale gives them words.
NUMBERS = range(1, 10)
JUDGES = tuple(Entry(f"judge_{n}", f"Verdict {n}", str(n), group="&Judge") for n in NUMBERS)

#: Stands in a menu for all of them.
VERDICTS = Entry(group="&Judge")

#: What the kinds of hints are called.
HINT_KINDS = {
    "number": "&Figures",
    "percent": "&Percentages",
    "money": "Sums of &money",
    "fraction": "&Shares",
    "duration": "&Lengths of time",
    "ordinal": "&Ranks",
    "superlative": "S&uperlatives",
    "first": "F&irsts and precedents",
    "comparison": "&Comparisons",
    "change": "C&hanges",
    "absolute": "&Absolutes",
    "cause": "Cause&s",
    "doubt": "&Judgements on truth",
    "event": "&Events",
}

#: What is done with hints.
HINTS = (
    Entry("hint_next", "&Next hint", "H", "Select what can be checked", "H&ints"),
    Entry("hint_previous", "&Previous hint", "Shift+H", "", "H&ints"),
    Entry("hint_accept", "&Mark the hint", "Return", "With its kind", "H&ints", near=True),
    Entry("hint_dismiss", "&Dismiss the hint", "Backspace", "For good", "H&ints", near=True),
    Entry("hints_restore", "&Bring dismissed hints back", group="H&ints"),
)

MENUS: tuple[tuple[str, tuple[Entry, ...]], ...] = (
    (
        "&File",
        (
            Entry("another", "&New window", "Ctrl+N", "A second window on this desk"),
            RULE,
            Entry("open", "&Import files…", "Ctrl+O", "Import articles from files"),
            Entry("open_folder", "Import a &folder…", "", "Import every article in a folder"),
            Entry("claims", "Import c&laims…", "Ctrl+Shift+O", "Marked or checked by others"),
            Entry("paste", "&Paste article", "Ctrl+V", "Import the text on the clipboard"),
            RULE,
            Entry("export", "&Export report…", "Ctrl+E", "Write a report of this article"),
            RULE,
            Entry("house", "Desk &settings…", "Ctrl+,", "Name, default mode and scale, policy"),
            Entry("scales", "S&cales…", "", "Ratings, their labels, glyphs and colours"),
            Entry("backups", "&Backups…", "", "Back up now, or put a backup in the desk's place"),
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
            Entry("earlier_search", "Find &earlier claims…", "Ctrl+Shift+B", "On the whole desk"),
            Entry("filter", "Fi&lter claims", "Ctrl+L"),
            RULE,
            Entry("who", "&Who is at work…", "", "Name and roles, which every edit carries"),
        ),
    ),
    (
        "&Article",
        (
            Entry("describe", "&Describe article…", "Ctrl+Shift+D", "Title, authors, deadline"),
            *(Entry(f"mode_{one}", MODES[one], group="&Checked as") for one in MODES),
            *(Entry(f"stage_{one}", one.capitalize(), group="S&tage") for one in Stage),
            RULE,
            Entry("left_out", "&Left-out blocks", "Ctrl+B"),
            Entry("own_remarks", "Remar&ks on the article"),
            RULE,
            Entry("new_version", "&New version from a file…", "", "Its claims are carried over"),
            Entry("compare", "&What has changed…", "F7", "Two versions, with the claims in both"),
            Entry("review", "&Review what waits", "F8", "Claims whose words have changed"),
            RULE,
            Entry("sign_off", "&Sign off article…", "Ctrl+Shift+S", "And what is missing for it"),
        ),
    ),
    (
        "&Claim",
        (
            Entry("mark", "&Mark claim", "M", "Make a claim of the selected words"),
            Entry("also_here", "It stands &here too", "N", "The claim at hand, where you select"),
            Entry("split_off", "Split a part o&ff", "D", "Make the selected words a claim of it"),
            Entry(
                "belongs",
                "It &belongs here",
                "Ctrl+Return",
                "The claim under review, where you select",
            ),
            RULE,
            Entry("next", "&Next claim", "J"),
            Entry("previous", "&Previous claim", "K"),
            Entry("unmarked", "Next &unmarked sentence", "U", "Select what no claim touches yet"),
            RULE,
            *HINTS,
            RULE,
            Entry("cross_off", "Cross &off", "X", "Checked: with its evidence or a reason"),
            Entry("state", "Set the s&tate…", "S", "Then the letter of the state"),
            *(
                Entry(f"state_{state.name.lower()}", STATES[state], group="&State")
                for state in STATES
            ),
            Entry("assign", "&Assign to me", "I", "Again: assign it to nobody"),
            RULE,
            Entry("questions", "Go through its &questions", "Shift+Q", "What its kind asks"),
            VERDICTS,
            Entry("cite", "&Cite a source", "C", "A link on the clipboard is taken along"),
            Entry("earlier", "Earlier claims li&ke it", "B", "Again: take its evidence over"),
            Entry("remarks", "Remar&ks on it", "Ctrl+R", "What differs, and what sources lack"),
            Entry("why", "&Write why", "W"),
            Entry("issues", "Name what is wron&g", "G", "Issues stand beside the one verdict"),
            Entry("reword", "&Reword", "R"),
            Entry("search_log", "Log a &search", "L", group="R&ecord"),
            Entry("contact", "Record a &contact", "P", "Who was asked, until when", "R&ecord"),
            Entry("query", "Ask the &writer", "Q", group="R&ecord"),
            Entry(
                "change",
                "&Propose a change",
                "E",
                "Other words for those of the article",
                "R&ecord",
            ),
            Entry("note", "Add a no&te", "T", group="R&ecord"),
            Entry("vote", "&Vote", "V", "Where the desk wants several of one mind", "R&ecord"),
            Entry("sign_claim", "Sign the claim &off", "O", "Answer for it as it is", "R&ecord"),
            RULE,
            Entry("show_place", "Show it in the art&icle"),
            Entry("elsewhere", "Find it e&lsewhere", "F", "Where the very words stand besides"),
            Entry("copy_quote", "Copy its wor&ds", "Ctrl+Shift+C"),
            Entry("history", "Histor&y…", "Y", "Who changed what, and bring it back"),
            RULE,
            Entry("remove", "Remo&ve claim", "Ctrl+Del"),
        ),
    ),
    (
        "&View",
        (
            Entry("article", "Go to the &article", "A"),
            Entry("overview", "The &desk", "Ctrl+D", "What is due, awaited, and waiting for me"),
            Entry("articles", "Go to the &list of articles", "Ctrl+1"),
            RULE,
            Entry("zoom_in", "Zoom &in", "Ctrl++"),
            Entry("zoom_out", "Zoom &out", "Ctrl+-"),
            Entry("zoom_reset", "Actual &size", "Ctrl+0"),
            Entry("typeface", "&Serif or sans"),
            Entry("lines_close", "Lines &close together", group="&Line spacing"),
            Entry("lines_normal", "Lines &normally apart", group="&Line spacing"),
            Entry("lines_wide", "Lines &wide apart", group="&Line spacing"),
            Entry("look_system", "As the &system has it", group="&Appearance"),
            Entry("look_light", "&Light", group="&Appearance"),
            Entry("look_dark", "&Dark", group="&Appearance"),
            Entry("look_high_light", "&High contrast, light", group="&Appearance"),
            Entry("look_high_dark", "High &contrast, dark", group="&Appearance"),
            Entry("focus", "&Focus on page and claim", "F11", "And back"),
            RULE,
            Entry("hints", "Show hi&nts", "Ctrl+H", "Underline what can be checked", checked=True),
            Entry("hints_few", "The &surest alone", group="How many &hints"),
            Entry("hints_some", "As &usual", group="How many &hints"),
            Entry("hints_many", "&More than usual", group="How many &hints"),
            *(
                Entry(f"hints_of_{kind}", words, group="Hints of which kin&ds", checked=True)
                for kind, words in HINT_KINDS.items()
            ),
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
    ("Enter", "Open the claim at the caret, or mark the hint there"),
    ("Tab, Shift+Tab", "Go to the next or previous control"),
    ("Menu", "What can be done with a row"),
    ("Esc", "Leave what is open, then go back to the article"),
)

#: Of the menu of claims, what is not offered at a claim itself.
_OF_PAGE = {
    *("mark", "also_here", "split_off", "belongs", "next", "previous", "unmarked", "state"),
    *(entry.name for entry in HINTS),
}

Acts = dict[str, QAction]


def build(window: QMainWindow) -> Acts:
    """Make the window's menus; gives each action by its name, the `judge_1` … too."""
    acts = {entry.name: _action(entry, window) for entry in JUDGES}
    for title, entries in MENUS:
        acts |= {entry.name: _action(entry, window) for entry in entries if entry.name}
        fill(window.menuBar().addMenu(title), entries, acts)
    for name in CHOICES:
        choice = QActionGroup(window)
        for _, entries in MENUS:
            for entry in entries:
                if entry.group == name:
                    acts[entry.name].setCheckable(True)
                    choice.addAction(acts[entry.name])
    return acts


def fill(menu: QMenu, entries: Iterable[Entry], acts: Acts) -> None:
    """Put actions into a menu, each group into a submenu of its own."""
    groups: dict[str, QMenu] = {}
    for entry in entries:
        if entry.group and entry.group not in groups:
            groups[entry.group] = menu.addMenu(entry.group)
        room = groups[entry.group] if entry.group else menu
        if entry == RULE:
            room.addSeparator()
        for one in JUDGES if entry == VERDICTS else (entry,):
            if one.name:
                room.addAction(acts[one.name])


def of_article() -> list[Entry]:
    """List what is offered of the article on the page."""
    return [*dict(MENUS)["&Article"]]


def of_claim() -> list[Entry]:
    """List what is offered at a claim, wherever it is shown."""
    return [entry for entry in dict(MENUS)["&Claim"] if entry.name not in _OF_PAGE]


def _action(entry: Entry, window: QMainWindow) -> QAction:
    action = QAction(entry.words, window)
    action.setShortcut(QKeySequence.fromString(entry.key))
    action.setStatusTip(entry.tip)
    action.setCheckable(entry.checked)
    if entry.near:
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    return action
