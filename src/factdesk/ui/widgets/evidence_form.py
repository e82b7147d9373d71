"""Citing: a link is pasted, and most of the rest fills itself in."""

from collections.abc import Iterable

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from factdesk.model.memory import SourceRecord
from factdesk.model.sheet import Cited, CiteWish
from factdesk.model.source import Source, Stance
from factdesk.ui.theme import GAP, TIGHT
from factdesk.ui.widgets.adder import enter_past_offers, line
from factdesk.ui.widgets.choice_box import ChoiceBox
from factdesk.ui.widgets.evidence_more import EvidenceMore
from factdesk.ui.widgets.fold import Fold
from factdesk.ui.widgets.parts import bare, button, completing, primary
from factdesk.ui.widgets.pasted_link import parse_link
from factdesk.ui.widgets.settled_edit import OneLineEdit
from factdesk.ui.widgets.source_history import SourceHistory
from factdesk.ui.widgets.stances import stance_title


class EvidenceForm(QWidget):
    """A form for one piece of evidence. Enter wishes it, Esc gives up."""

    cite_wished = Signal(object)
    cancelled = Signal()
    source_named = Signal(str, str)
    """The address and the title that are being given to a source."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._evidence = self._source = ""
        self._known: dict[str, Source] = {}
        self._offers: dict[str, Source] = {}
        self._titles = QStringListModel(self)
        self.url = line("Paste a link", "Link of the source")
        self.title = line("Title of the source", "Title of the source")
        self.stance = ChoiceBox("What the source does to the claim", ())
        self.stance.offer((stance_title(stance), stance) for stance in Stance)
        self.locator = line("Page, minute …", "Where in the source")
        self.quote = OneLineEdit(5)
        self.quote.setPlaceholderText("What the source says, word for word")
        self.quote.setAccessibleName("Quote from the source")
        self.more = EvidenceMore()
        self.more_fold = Fold("More", self.more)
        self.history = SourceHistory()
        self._lay_out()
        self._connect()
        self._review()

    def show_sources(self, sources: Iterable[Source]) -> None:
        """Offer known sources for completion by title."""
        known = list(sources)
        self._known = {source.url: source for source in known if source.url}
        self._offers = {_offer(source): source for source in known}
        self._titles.setStringList(list(self._offers))

    def clear(self) -> None:
        """Make ready for a new piece."""
        self._evidence = self._source = ""
        for field in (self.url, self.title, self.locator, self.quote, self.more):
            field.clear()
        self.stance.setCurrentIndex(0)
        self.more_fold.head.setChecked(False)
        self._save.setText("&Cite")
        self._review()
        self._begun_with = self.wish()

    def show_cited(self, cited: Cited) -> None:
        """Fill in a piece that stands, to be changed."""
        evidence, source = cited
        self.show_wish(
            CiteWish(
                title=source.title,
                url=source.url,
                stance=evidence.stance,
                source=source.id,
                evidence=evidence.id,
                container=source.container or source.publisher,
                quote=evidence.quote,
                locator=evidence.locator,
                source_class=source.source_class,
                confidential=source.confidential,
                archive_url=source.archive_url,
                visibility=evidence.visibility,
                independence=evidence.independence,
                note=evidence.note,
                accessed=evidence.accessed,
            )
        )
        self._begun_with = self.wish()

    def show_wish(self, wish: CiteWish) -> None:
        """Fill in what is asked for, to be gone on with."""
        self.clear()
        self._evidence, self._source = wish.evidence, wish.source
        self.url.setText(wish.url)
        self.title.setText("" if wish.title == wish.url else wish.title)
        self.stance.show_value(wish.stance)
        self.quote.setPlainText(wish.quote)
        self.locator.setText(wish.locator)
        self.more.show_wish(wish)
        for field in (self.url, self.title, self.locator):
            field.setCursorPosition(0)
        self._save.setText("&Keep" if wish.evidence else "&Cite")
        self._review()

    def is_begun(self) -> bool:
        """Tell whether something has been filled in that is kept nowhere yet."""
        return self.wish() != self._begun_with

    def paste(self, text: str) -> None:
        """Take in a pasted link, as if typed in its field."""
        self.url.setText(text)
        self._read_link()
        self.url.setCursorPosition(0)

    def show_source_record(self, url: str, title: str, found: SourceRecord | None) -> None:
        """Say how the source of that address or title fared, if it is still named."""
        if (url, title) == self._named():
            self.history.show_record(None if self._evidence else found, self._source)

    def wish(self) -> CiteWish:
        """Say what the form asks for; a source without a title goes by its address."""
        return self.more.complete(
            CiteWish(
                title=self.title.text().strip() or self.url.text().strip(),
                url=self.url.text().strip(),
                stance=Stance(self.stance.value),
                source=self._source,
                evidence=self._evidence,
                quote=self.quote.toPlainText().strip(),
                locator=self.locator.text().strip(),
            )
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves, Esc gives up."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._wish()
        else:
            super().keyPressEvent(event)

    def _wish(self) -> None:
        self._read_link()
        if self.more.accessed.is_wrong:
            self.more_fold.unfold()
            self.more.accessed.setFocus()
        elif self._save.isEnabled():
            self.cite_wished.emit(self.wish())

    def _named(self) -> tuple[str, str]:
        return self.url.text().strip(), self.title.text().strip()

    def _take(self, source: Source) -> None:
        self.title.setText(source.title)
        self.title.setCursorPosition(0)
        self.url.setText(source.url)
        self.more.show_source(source)
        self._source = source.id
        self.history.hide()
        self._review()

    def _typed_link(self, text: str) -> None:
        if len(text) - self._length > 1:  # more than a key's worth: pasted
            self._read_link()
        self._review()

    def _read_link(self) -> None:
        link = parse_link(self.url.text())
        if link is None:
            return
        known = self._known.get(link.url)
        if known is not None and not self._source:
            self._take(known)
        self.url.setText(link.url)
        if not self.more.container.text():
            self.more.container.setText(link.container)
        if link.quote and not self.quote.toPlainText():
            self.quote.setPlainText(link.quote)
        self._review()

    def _review(self) -> None:
        self._length = len(self.url.text())
        known = next((one for one in self._known.values() if one.id == self._source), None)
        if known is not None and not self._evidence and known.url != self.url.text().strip():
            self._source = ""
        if not self._evidence:
            self.source_named.emit(*self._named())
        self._save.setEnabled(bool(self.title.text().strip() or self.url.text().strip()))

    def _connect(self) -> None:
        self.url.textEdited.connect(self._typed_link)
        self.url.editingFinished.connect(self._read_link)
        completer = completing(self._titles, self)
        completer.activated.connect(lambda offer: self._take(self._offers[offer]))
        self.title.setCompleter(completer)
        self.title.textChanged.connect(lambda _text: self._review())
        self.quote.entered.connect(self._wish)
        for field in (self.title, self.more.independence):
            enter_past_offers(field, self._wish)
        self.history.taken.connect(self._take)

    def _lay_out(self) -> None:
        self._save = primary("&Cite", self._wish)
        self._save.setToolTip("Keep this evidence (Enter)")
        middle = QHBoxLayout()
        middle.addWidget(self.stance, 3)
        middle.addWidget(self.locator, 2)
        end = QHBoxLayout()
        end.setSpacing(GAP)
        end.addStretch()
        end.addWidget(button("Cancel", self.cancelled.emit, "Give up (Esc)"))
        end.addWidget(self._save)
        whole = QVBoxLayout(self)
        bare(whole, TIGHT + 2)
        for field in (self.url, self.title, self.history, self.quote):
            whole.addWidget(field)
        whole.addLayout(middle)
        whole.addWidget(self.more_fold)
        whole.addLayout(end)


def _offer(source: Source) -> str:
    container = source.container or source.publisher
    return f"{source.title} — {container}" if container else source.title
