"""What happened, in words: how imports went, and what the world refused."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from factdesk.desk import claim_files
from factdesk.errors import FactdeskError
from factdesk.model.article import Article, Mode
from factdesk.model.record import Id
from factdesk.store.store import Store
from factdesk.ui.batch import Batch
from factdesk.ui.dropped import Source, name
from factdesk.ui.imports import Imports, is_private, may_be_read_as_text
from factdesk.ui.widgets.banner import Act, Banner, BannerStack, Tone, batch_words
from factdesk.ui.widgets.import_progress import ImportProgress

#: How many failures or doubts of a batch are told one by one.
_TOLD = 8


#: In which way an article is checked, and the offer of the other.
_WAYS = {
    Mode.LINE_CHECK: "To be checked line by line: every word, before it is published.",
    Mode.CLAIM_REVIEW: "For claim review: a few claims, each with a verdict.",
}
_OTHERWISE = {
    Mode.LINE_CHECK: "&Line check instead",
    Mode.CLAIM_REVIEW: "Claim &review instead",
}


class News(QObject):
    """Tells imports and refusals on the page."""

    description_wished = Signal()
    """What is said of the article on the page is to be looked at."""

    opening_wished = Signal(str)
    """An article that came in is to be put on the page, where another has stayed meanwhile."""

    mode_wished = Signal(object, str)
    """Articles that came in are to be checked the other way: their identities, the mode."""

    claims_wished = Signal(object)
    """What was marked in documents is to be brought in: a ClaimFile for each article's identity."""

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
        self._question: Banner | None = None
        imports.progressed.connect(self._show_progress)
        imports.finished.connect(self._tell_batch)

    def tell_fault(self, error: FactdeskError) -> None:
        """Say what the world refused, and what can be done."""
        self._banners.say(error.message, error.advice, Tone.FAULT)

    def tell(self, message: str, advice: str = "", *acts: tuple[str, Callable[[], None]]) -> Banner:
        """Say what was done."""
        return self._banners.say(message, advice, Tone.NEWS, [Act(*act) for act in acts])

    def say(self, message: str, advice: str, tone: Tone, acts: Sequence[Act]) -> None:
        """Say how something went, and what can be done now."""
        self._banners.say(message, advice, tone, acts)

    def drop_question(self) -> None:
        """Ask no more how to check what came in: the work on it has begun."""
        if self._question is not None:
            self._banners.dismiss(self._question)
            self._question = None

    def ask(self, message: str, advice: str, *acts: tuple[str, Callable[[], None]]) -> Banner:
        """Ask what is to be done; the question stands until it is answered or dismissed."""
        asked = [Act(*act) for act in acts]
        return self._banners.say(message, advice, Tone.QUESTION, asked)

    def _show_progress(self, batch: Batch, source: str) -> None:
        if batch.total > 1 or batch.done:
            self._progress.show_progress(batch.done, batch.total, source)

    def _tell_batch(self, batch: Batch) -> None:
        self._progress.show_progress(batch.total, batch.total)
        counts = (len(batch.imported), len(batch.present), len(batch.failed))
        if sum(counts) > 1:
            told = _lines([_failure(*each) for each in batch.failed]) + self._doubts(batch)
            tone = Tone.WARNING if told else Tone.NEWS
            acts = [*self._opening(batch), *self._marked(batch), *self._ways_on(batch)]
            self._say(batch_words(*counts), told, tone, acts, batch.imported)
        elif batch.failed:
            message = _failure(*batch.failed[0])
            advice = batch.failed[0][1].advice
            self._banners.say(message, advice, Tone.FAULT, self._ways_on(batch))
        elif batch.first:
            self._tell_one(self._store.article(batch.first), batch)

    def _tell_one(self, article: Article, batch: Batch) -> None:
        was = "was here already" if batch.present else "imported"
        message, doubts = f"“{article.title}” {was}.", batch.warnings.get(article.id, ())
        acts = [*self._opening(batch), *self._marked(batch)]
        if doubts:
            if batch.to_show:  # the article on the page is what can be described
                acts.append(Act("&Describe…", self.description_wished.emit))
            self._say(message, [" ".join(doubts)], Tone.WARNING, acts, batch.imported)
        else:
            self._say(message, [], Tone.NEWS, acts, batch.imported)

    def _opening(self, batch: Batch) -> list[Act]:
        """Offer to open the first, where the article at work has stayed on the page."""
        if (first := batch.first) is None or batch.to_show is not None:
            return []
        several = len(batch.imported + batch.present) > 1
        words = "&Open the first" if several else "&Open"
        return [Act(words, lambda: self.opening_wished.emit(first))]

    def _marked(self, batch: Batch) -> list[Act]:
        """Offer to bring in as claims what was marked in the documents."""
        marked = dict(batch.marked)
        claims = [claim for file in marked.values() for claim in file.claims]
        words = f"&Bring in {claim_files.counted(claims)}"
        return [Act(words, lambda: self.claims_wished.emit(marked))] if marked else []

    def _say(
        self, message: str, told: list[str], tone: Tone, acts: list[Act], imported: list[Id]
    ) -> None:
        """Say how an import went, and ask in passing how what came in is to be checked."""
        self.drop_question()
        if not imported:
            self._banners.say(message, "\n".join(told), tone, acts)
            return
        mode = self._store.article(imported[0]).mode
        (other,) = set(Mode) - {mode}
        acts = [*acts, Act(_OTHERWISE[other], lambda: self.mode_wished.emit(imported, other))]
        self._question = self._banners.say(message, "\n".join([*told, _WAYS[mode]]), tone, acts)

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
    named = name(source)
    return error.message if named in error.message else f"{named}: {error.message}"


def _lines(lines: list[str]) -> list[str]:
    more = len(lines) - _TOLD
    return lines[:_TOLD] + ([f"and {more} more"] if more > 0 else [])
