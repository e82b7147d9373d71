"""What is found of claims from elsewhere, and what became of them, in words on the page."""

from collections.abc import Iterator

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from factdesk.desk.arrivals import Arrival, Arrivals, Status
from factdesk.desk.claim_files import ClaimFile
from factdesk.model.article import Article
from factdesk.ui.dialogs.arrived import ArrivedDialog
from factdesk.ui.incoming import Incoming
from factdesk.ui.news import News
from factdesk.ui.revising import Revising
from factdesk.ui.session import Session
from factdesk.ui.widgets.banner import Act, Tone

#: So many that are in doubt are told at once; the dialog lists all.
_TOLD = 3
_LONGEST, _SHORT = 80, 30  # letters of a quote in the list, and in the message

_COUNTED = {
    Status.PLACED: ("placed", "placed"),
    Status.REVIEW: ("needs review", "need review"),
    Status.PRESENT: ("was here already", "were here already"),
}
_GROUPS = {
    Status.REVIEW: "In need of review",
    Status.PLACED: "Placed",
    Status.PRESENT: "Here already",
}


class Outcome(QObject):
    """Asks where claims shall go, and tells what became of them: none is dropped in silence."""

    def __init__(
        self,
        session: Session,
        incoming: Incoming,
        news: News,
        revising: Revising,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session, self._incoming, self._news = session, incoming, news
        self._revising, self._window = revising, window
        self.dialog: ArrivedDialog | None = None
        incoming.offered.connect(self.offer)
        incoming.arrived.connect(self.tell)
        news.claims_wished.connect(incoming.bring_in)
        revising.claims_wished.connect(incoming.bring_in)

    def offer(self, file: ClaimFile, article: Article) -> None:
        """Ask where the claims of a file that was dropped shall go."""
        alone = "Import as an &article" if file.draft else "Make an &article of them"
        self._news.tell(
            f"“{file.document.name}” holds {file.words}.",
            f"They can go onto the article on the page, “{article.title}”, or in by themselves.",
            ("&Put them on this article", lambda: self._incoming.put_on(article.id, file)),
            (alone, lambda: self._incoming.take_as_article(file)),
        )

    def tell(self, arrivals: Arrivals, title: str) -> None:
        """Say how many came in and how."""
        doubtful = arrivals.of(Status.REVIEW)
        count = len(arrivals.claims)
        counts = ", ".join(_counts(arrivals))
        claims = "1 claim" if count == 1 else f"{count:,} claims"
        message = f"“{title}”, {claims}: {counts}."
        told = [*_in_doubt(doubtful), *_as_notes(arrivals)]
        step = self._session.undo_stack.index()
        acts = [Act("&Review", self._revising.reviewing.begin)] if _has_quotes(doubtful) else []
        acts.append(Act("All of &them…", lambda: self._list(arrivals, message)))
        if arrivals.edit.changes:
            acts.append(Act("&Undo", lambda: self._undo(step)))
        tone = Tone.WARNING if told else Tone.NEWS
        self._news.say(message, "\n".join(told), tone, acts)

    def _list(self, arrivals: Arrivals, title: str) -> None:
        groups = [
            (name, [_line(arrival) for arrival in arrivals.of(status)])
            for status, name in _GROUPS.items()
        ]
        if remarks := list(_remarks(arrivals)):
            groups.insert(1, ("Kept as notes", remarks))
        dialog = self.dialog = ArrivedDialog(
            title,
            [group for group in groups if group[1]],
            reviewable=_has_quotes(arrivals.of(Status.REVIEW)),
            parent=self._window,
        )
        dialog.review_wished.connect(self._revising.reviewing.begin)
        dialog.open()

    def _undo(self, step: int) -> None:
        """Take it back, unless other work has come on top of it."""
        stack = self._session.undo_stack
        if stack.index() == step:
            stack.undo()
        else:
            self._news.tell("Other work came after it.", "Undo that first: Ctrl+Z.")


def _counts(arrivals: Arrivals) -> Iterator[str]:
    for status, words in _COUNTED.items():
        if count := len(arrivals.of(status)):
            yield f"{count:,} {words[count != 1]}"


def _in_doubt(doubtful: list[Arrival]) -> Iterator[str]:
    """Name the first of those that are in doubt, in one line."""
    if doubtful:
        more = f" and {len(doubtful) - _TOLD:,} more" if len(doubtful) > _TOLD else ""
        yield f"{', '.join(_named(one, _SHORT) for one in doubtful[:_TOLD])}{more}"


def _as_notes(arrivals: Arrivals) -> Iterator[str]:
    if count := arrivals.remarks.total():
        many = "1 rating is" if count == 1 else f"{count:,} ratings are"
        yield f"{many} on no scale of this desk, and kept as notes."


def _line(arrival: Arrival) -> str:
    """Name a claim, the words that are in doubt, and why."""
    return _named(arrival, _LONGEST) + (f": {arrival.why}" if arrival.why else "")


def _named(arrival: Arrival, most: int) -> str:
    flat = " ".join((" … ".join(arrival.quotes) or arrival.words).split())
    shown = flat if len(flat) <= most else f"{flat[:most].rstrip()}…"
    return f"{arrival.claim.reference}  “{shown}”" if shown else arrival.claim.reference


def _remarks(arrivals: Arrivals) -> Iterator[str]:
    for remark, often in arrivals.remarks.most_common():
        yield f"{'Once' if often == 1 else f'{often:,} times'} {remark}, kept as a note"


def _has_quotes(arrivals: list[Arrival]) -> bool:
    return any(arrival.quotes for arrival in arrivals)
