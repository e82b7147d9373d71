"""What happened, in words: how imports went, and what the world refused."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from factdesk.errors import FactdeskError
from factdesk.store.store import Store
from factdesk.ui.dropped import name
from factdesk.ui.imports import Batch, Imports
from factdesk.ui.widgets.banner import Act, BannerStack, Tone, batch_words
from factdesk.ui.widgets.import_progress import ImportProgress

#: How many failures of a batch are told one by one.
_TOLD = 8


class News(QObject):
    """Tells imports and refusals on the page."""

    def __init__(
        self,
        store: Store,
        imports: Imports,
        banners: BannerStack,
        progress: ImportProgress,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store, self._imports = store, imports
        self._banners, self._progress = banners, progress
        imports.progressed.connect(self._show_progress)
        imports.finished.connect(self._tell_batch)

    def tell_fault(self, error: FactdeskError) -> None:
        """Say what the world refused, and what can be done."""
        self._banners.say(error.message, error.advice, Tone.FAULT)

    def tell(self, message: str, advice: str = "", *acts: tuple[str, Callable[[], None]]) -> None:
        """Say what was done."""
        self._banners.say(message, advice, Tone.NEWS, [Act(*act) for act in acts])

    def _show_progress(self, batch: Batch, source: str) -> None:
        if batch.total > 1 or batch.done:
            self._progress.show_progress(batch.done, batch.total, source)

    def _tell_batch(self, batch: Batch) -> None:
        self._progress.show_progress(batch.total, batch.total)
        counts = (len(batch.imported), len(batch.present), len(batch.failed))
        if sum(counts) > 1:
            tone = Tone.WARNING if batch.failed else Tone.NEWS
            self._banners.say(batch_words(*counts), _failures(batch), tone, self._retry(batch))
        elif batch.failed:
            ((source, error),) = batch.failed
            message = f"{name(source)}: {error.message}"
            self._banners.say(message, error.advice, Tone.FAULT, self._retry(batch))
        elif batch.first:
            title = self._store.article(batch.first).title
            was = "was here already" if batch.present else "imported"
            self._banners.say(f"“{title}” {was}.")

    def _retry(self, batch: Batch) -> list[Act]:
        sources = [source for source, _ in batch.failed]
        return [Act("&Retry", lambda: self._imports.take_in(sources))] if sources else []


def _failures(batch: Batch) -> str:
    lines = [f"{name(source)}: {error.message}" for source, error in batch.failed[:_TOLD]]
    if len(batch.failed) > _TOLD:
        lines.append(f"and {len(batch.failed) - _TOLD} more")
    return "\n".join(lines)
