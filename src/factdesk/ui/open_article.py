"""The article on the page, kept up with every edit."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from factdesk.desk import articles, claims, modes, sheets
from factdesk.errors import FactdeskError
from factdesk.model.article import Article, Mode, Version
from factdesk.model.claim import Anchor, Checker, Claim, ClaimKind, Note
from factdesk.model.edit import Change, Edit
from factdesk.model.lines import ClaimLine
from factdesk.model.record import Id
from factdesk.model.source import Evidence, Source
from factdesk.model.span import Span
from factdesk.model.verdict import Scale, Verdict
from factdesk.model.workflow import ChangeProposal
from factdesk.ui.colouring import ColourBy
from factdesk.ui.looks import place
from factdesk.ui.models.claims import ClaimsModel
from factdesk.ui.session import Session
from factdesk.ui.theme import scheme_of
from factdesk.ui.widgets.article_view import ArticleView


class OpenArticle(QObject):
    """Shows an article's version on the page and its claims in the list; takes in each edit.

    A step costs the same in a short article and in a long one: only the claims that an edit
    touches are read again.
    """

    opened = Signal(object, object)
    """Another Article with its Version is on the page, or the same described anew; or None."""

    claim_marked = Signal(str)
    """A new claim is on the page."""

    mode_chosen = Signal()
    """It has been said how the article on the page is checked."""

    def __init__(
        self, session: Session, view: ArticleView, model: ClaimsModel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._view, self._model = session, view, model
        self.article: Article | None = None
        self.version: Version | None = None
        self.colour_by = ColourBy.VERDICT
        self.kind_of: Callable[[Span], ClaimKind | None] = lambda _span: None
        self._anchors: dict[Id, set[Id]] = {}
        self._gone: Id | None = None
        view.mark_wished.connect(self.mark)
        session.changed.connect(self._take_in)

    def open(self, article: Id, *, place: Span | None = None) -> None:
        """Put an article on the page, at a place if one is named."""
        if self.article is None or self.article.id != article:
            self._show(self._session.store.article(article))
        if place is not None and place.start < place.stop:
            self._show_place(place)

    def close(self) -> None:
        """Take the article off the page."""
        self.article = self.version = None
        self._anchors = {}
        self._model.show_lines(())
        self._view.show_places(())
        self.opened.emit(None, None)

    def mark(self, span: Span, kind: ClaimKind | None = None) -> None:
        """Make a claim of the words at a place; without a kind, of the one that they suggest."""
        version = self.version
        if version is None:
            return
        marked: list[Claim] = []
        suggested = kind or self.kind_of(span)

        def plan() -> Edit:
            claim, edit = claims.mark(self._session.store, version, span, suggested)
            marked.append(claim)
            return edit

        if self._session.do(plan):
            self._view.clear_selection()
            self.claim_marked.emit(marked[-1].id)

    def bring_back(self, index: int) -> None:
        """Put a left-out block into the text again, and show where it stands."""
        version = self.version
        if version is None:
            return
        if self._session.do(lambda: articles.bring_back(self._session.store, version, index)):
            place, renewed = version.left_out[index].position, self.version or version
            block = next(each for each in renewed.blocks if each.start >= place)
            self._show_place(Span(block.start, block.stop))

    def show_place_of(self, index: int) -> None:
        """Show the block behind which a left-out block stood, or the first of the article."""
        version = self.version
        if version is not None and version.blocks:
            place = version.left_out[index].position
            before = [each for each in version.blocks if each.start < place]
            block = before[-1] if before else version.blocks[0]
            self._show_place(Span(block.start, block.stop))

    def change_mode(self, mode: str) -> None:
        """Open the article for the other job, while nothing is judged."""
        article = self.article
        if article is not None:
            self._session.do(lambda: modes.change(self._session.store, article, Mode(mode)))
            self.opened.emit(self.article, self.version)  # a refusal leaves the choice as it was
            self.mode_chosen.emit()

    def change_modes(self, articles: Sequence[Id], mode: str) -> None:
        """Open articles that have just come in for the other job."""
        self._session.do(lambda: modes.change_all(self._session.store, articles, Mode(mode)))

    def repaint(self) -> None:
        """Paint the places anew, for another colour scheme."""
        if self.version is not None:
            self._show_lines(sheets.claim_lines(self._session.store, self.version))

    def _show(self, article: Article) -> None:
        version = self._session.store.latest_version(article.id)
        stays = self.version is not None and self.version.article == version.article
        position = self._view.reading_position() if stays else 0
        self.article, self.version = article, version
        self._view.show_version(version)
        self.repaint()
        self._view.restore_position(position)
        self.opened.emit(article, version)

    def _show_place(self, place: Span) -> None:
        self._view.reveal(place)
        self._view.show_matches([place])

    def _show_lines(self, lines: list[ClaimLine]) -> None:
        scheme = scheme_of(self._view)
        self._model.show_lines(lines)
        self._view.show_places(place(line, scheme, self.colour_by) for line in lines if line.placed)
        self._anchors = {}
        for line in lines:
            if line.placed:
                self._anchors.setdefault(line.claim, set()).add(line.anchor)

    def _take_in(self, edit: Edit) -> None:
        if self._gone and any(_brings_back(change, self._gone) for change in edit.changes):
            self.open(self._gone)
            return
        if self.article is None or self.version is None:
            return
        own = [change for change in edit.changes if _article_of(change) == self.article.id]
        if any(isinstance(change.record, Article) and change.after is None for change in own):
            self._gone = self.article.id
            self.close()
        elif any(isinstance(change.record, Version) for change in own):
            self._show(self.article)
        else:
            self._describe(own)
            self._take_in_claims(edit, self.version)
            if any(map(_shows_everywhere, edit.changes)):
                self.repaint()
                self.opened.emit(self.article, self.version)

    def _describe(self, own: list[Change]) -> None:
        for change in own:
            if isinstance(change.after, Article):
                self.article = change.after
                self.opened.emit(self.article, self.version)

    def _take_in_claims(self, edit: Edit, version: Version) -> None:
        scheme = scheme_of(self._view)
        touched = dict.fromkeys(filter(None, map(claim_of, edit.changes)))
        if len(touched) > _MANY:
            self.repaint()
            return
        for claim in touched:
            lines = self._lines(claim, version)
            placed = {line.anchor for line in lines if line.placed}
            gone = self._anchors.pop(claim, set()) - placed
            for anchor in gone:
                self._view.drop_place(anchor)
            if not lines:
                self._model.drop_line(claim)
                continue
            self._anchors[claim] = placed
            self._model.put_line(lines[0])
            for line in lines:
                if line.placed:
                    self._view.put_place(place(line, scheme, self.colour_by))

    def _lines(self, claim: Id, version: Version) -> list[ClaimLine]:
        """Read the claim's lines if it belongs to the article on the page."""
        try:
            belongs = self._session.store.claim(claim).article == version.article
        except FactdeskError:  # it is gone, or its record is damaged
            return []
        return sheets.lines_of_claim(self._session.store, claim, version) if belongs else []


#: From so many claims on it is quicker to read them all again.
_MANY = 100

#: The parts of a claim that its line shows.
_SHOWN = (Anchor, Verdict, Evidence, Note, ChangeProposal)


def claim_of(change: Change) -> Id | None:
    """Tell which claim a change concerns."""
    record = change.record
    if isinstance(record, Claim):
        return record.id
    return record.claim if isinstance(record, _SHOWN) else None


def _shows_everywhere(change: Change) -> bool:
    """Tell whether any claim may look otherwise: another label, class or name of what it has."""
    both = change.before is not None and change.after is not None
    return both and isinstance(change.record, Scale | Source | Checker)


def _brings_back(change: Change, article: Id) -> bool:
    return change.before is None and change.record.id == article


def _article_of(change: Change) -> Id | None:
    record = change.record
    if isinstance(record, Article):
        return record.id
    return record.article if isinstance(record, Version | Claim) else None
