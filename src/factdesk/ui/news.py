"""What happened, in words: how imports went, and what the world refused."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from factdesk.errors import FactdeskError
from factdesk.model.article import Article
from factdesk.store.store import Store
from factdesk.ui.dropped import Source, name
from factdesk.ui.imports import Batch, Imports, is_private, may_be_read_as_text
from factdesk.ui.widgets.banner import Act, BannerStack, Tone, batch_words
from factdesk.ui.widgets.import_progress import ImportProgress

#: How many failures or doubts of a batch are told one by one.
_TOLD = 8


class News(QObject):
    """Tells imports and refusals on the page."""

    description_wished = Signal()
    """What is said of the article on the page is to be looked at."""

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
            told = _lines([_failure(*each) for each in batch.failed]) + self._doubts(batch)
            tone = Tone.WARNING if told else Tone.NEWS
            self._banners.say(batch_words(*counts), "\n".join(told), tone, self._ways_on(batch))
        elif batch.failed:
            message = _failure(*batch.failed[0])
            advice = batch.failed[0][1].advice
            self._banners.say(message, advice, Tone.FAULT, self._ways_on(batch))
        elif batch.first:
            self._tell_one(self._store.article(batch.first), batch)

    def _tell_one(self, article: Article, batch: Batch) -> None:
        was = "was here already" if batch.present else "imported"
        message, doubts = f"“{article.title}” {was}.", batch.warnings.get(article.id, ())
        if doubts:
            acts = [Act("&Describe…", self.description_wished.emit)]
            self._banners.say(message, " ".join(doubts), Tone.WARNING, acts)
        else:
            self._banners.say(message)

    def _doubts(self, batch: Batch) -> list[str]:
        return _lines(
            [
                f"“{self._store.article(article).title}”: {warnings[0]}"
                for article, warnings in batch.warnings.items()
            ]
        )

    def _ways_on(self, batch: Batch) -> list[Act]:
        """Offer what can still be done with what failed."""
        failed = [source for source, _ in batch.failed]
        private = [source for source, error in batch.failed if is_private(source, error)]
        pages = [source for source, error in batch.failed if may_be_read_as_text(source, error)]
        imports = self._imports
        acts = [
            (failed, "&Retry", lambda: imports.take_in(failed)),
            (private, "&Allow and import", lambda: imports.take_in_private(private)),
            (pages, "Import as plain &text", lambda: imports.take_in_as_text(pages)),
        ]
        return [Act(words, do) for sources, words, do in acts if sources]


def _failure(source: Source, error: FactdeskError) -> str:
    return f"{name(source)}: {error.message}"


def _lines(lines: list[str]) -> list[str]:
    more = len(lines) - _TOLD
    return lines[:_TOLD] + ([f"and {more} more"] if more > 0 else [])
