"""The articles of the desk, in the order the reader chose."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QObject

from factdesk.model.lines import ArticleLine
from factdesk.ui.models.lines import LinesModel

_MIRRORED = bytes(255 - byte for byte in range(256))


class Order(StrEnum):
    """How the articles may be sorted; the value is what the menu says."""

    ADDED = "Recently added"
    TITLE = "Title"
    PUBLISHED = "Published"
    OPEN = "Most open claims"


def _latest_first(text: str) -> bytes:
    """Make a key that sorts text backwards."""
    return text.encode().translate(_MIRRORED) + b"\xff"


_KEYS: dict[Order, Callable[[ArticleLine], Any]] = {
    Order.ADDED: lambda line: (_latest_first(line.added), line.title, line.article),
    Order.TITLE: lambda line: (line.title.casefold(), line.article),
    Order.PUBLISHED: lambda line: (_latest_first(line.published), line.title, line.article),
    Order.OPEN: lambda line: (-line.open, _latest_first(line.added), line.article),
}


class ArticlesModel(LinesModel[ArticleLine]):
    """All articles, sorted by an `Order`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(_KEYS[Order.ADDED], parent)
        self.order = Order.ADDED

    def words(self, line: ArticleLine) -> str:
        """Say an article in words."""
        return ", ".join(part for part in (line.title, *byline(line)) if part)

    def sort_by(self, order: Order) -> None:
        """Sort the articles anew."""
        self.order = order
        self._rearrange(_KEYS[order], None)


def byline(line: ArticleLine) -> tuple[str, str, str]:
    """Say publisher, day and progress; what is not known is empty."""
    progress = f"{line.judged} of {line.claims} judged" if line.claims else "No claims yet"
    return line.publisher, (line.published or line.added)[:10], progress
