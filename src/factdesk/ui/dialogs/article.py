"""What is said of an article: title, authors, dates, where it stands."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLineEdit, QWidget

from factdesk.errors import Refused
from factdesk.model.article import Article, Stage
from factdesk.ui.dialogs.form import FormDialog
from factdesk.ui.widgets.choice_box import ChoiceBox
from factdesk.ui.widgets.day_line import DayLine

_LINES = {
    "title": "&Title",
    "dek": "&Standfirst",
    "authors": "&Authors",
    "publisher": "&Publisher",
    "url": "&Address",
    "canonical_url": "&Canonical address",
    "section": "S&ection",
    "published": "Pu&blished",
    "modified": "&Modified",
    "language": "&Language",
}
_HINTS = {
    "authors": "Several with a semicolon between them",
    "published": "As far as known: 2026, 2026-07-17 or 2026-07-17T09:30Z",
    "language": "A code such as en, de or pt-BR",
}


class ArticleDialog(FormDialog):
    """Shows an article's description, to be changed."""

    def __init__(self, article: Article, parent: QWidget | None = None) -> None:
        super().__init__("Describe article", "&Save", parent)
        self.lines = {name: QLineEdit() for name in _LINES}
        for name, words in _LINES.items():
            self.lines[name].setPlaceholderText(_HINTS.get(name, ""))
            self.add_field(words, self.lines[name])
            value = getattr(article, name)
            self.lines[name].setText("; ".join(value) if name == "authors" else value)
            self.lines[name].setCursorPosition(0)
        self.stage = ChoiceBox("Stage", list(Stage))
        self.stage.show_value(article.stage)
        self.add_field("Sta&ge", self.stage)
        self.deadline = DayLine("No deadline", "Deadline")
        self.deadline.load(article.deadline)
        self.add_field("&Deadline", self.deadline)

    def fields(self) -> dict[str, object]:
        """Give what is in the fields.

        Raises:
            Refused: if there is no title, or the deadline is no date.
        """
        fields: dict[str, object] = {name: line.text().strip() for name, line in self.lines.items()}
        if not fields["title"]:
            raise Refused("An article needs a title.")
        if self.deadline.is_wrong:
            raise Refused("The deadline is no date.", "Write 2026-11-30, 2026-11 or +3.")
        authors = (name.strip() for name in self.lines["authors"].text().split(";"))
        return fields | {
            "authors": tuple(filter(None, authors)),
            "stage": self.stage.value,
            "deadline": self.deadline.day or None,
        }

    def sizeHint(self) -> QSize:
        """Wish for room for a title."""
        return QSize(600, super().sizeHint().height())
