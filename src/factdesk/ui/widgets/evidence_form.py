"""Citing: a link is pasted, and most of the rest fills itself in."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from factdesk.model.sheet import Cited, CiteWish
from factdesk.model.source import Source, SourceClass, Stance
from factdesk.ui.theme import GAP, TIGHT
from factdesk.ui.widgets.fold import Fold
from factdesk.ui.widgets.parts import bare, button, muted, primary
from factdesk.ui.widgets.pasted_link import parse_link
from factdesk.ui.widgets.settled_edit import OneLineEdit
from factdesk.ui.widgets.stances import stance_title


class EvidenceForm(QWidget):
    """A form for one piece of evidence. Enter wishes it, Esc gives up."""

    cite_wished = Signal(object)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._evidence = self._source = ""
        self._known: dict[str, Source] = {}
        self.url = _line("Paste a link", "Link of the source")
        self.title = _line("Title of the source", "Title of the source")
        self.stance = QComboBox()
        self.stance.setAccessibleName("What the source does to the claim")
        for stance in Stance:
            self.stance.addItem(stance_title(stance), stance)
        self.locator = _line("Page, minute …", "Where in the source")
        self.quote = OneLineEdit(5)
        self.quote.setPlaceholderText("What the source says, word for word")
        self.quote.setAccessibleName("Quote from the source")
        self.container = _line("Newspaper, site, series …", "What the source is part of")
        self.source_class = QComboBox()
        self.source_class.setAccessibleName("Primary or secondary source")
        self.source_class.addItem("Not classed", None)
        for one in SourceClass:
            self.source_class.addItem(one.capitalize(), one)
        self.confidential = QCheckBox("Con&fidential: never in a public report")
        self._remark = muted(wraps=True)
        self._lay_out()
        self._connect()
        self._review()

    def show_sources(self, sources: Iterable[Source]) -> None:
        """Offer known sources for completion by title."""
        known = list(sources)
        self._known = {source.url: source for source in known if source.url}
        offers = {_offer(source): source for source in known}
        completer = QCompleter(list(offers), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(lambda offer: self._take(offers[offer]))
        self.title.setCompleter(completer)

    def clear(self) -> None:
        """Make ready for a new piece."""
        self._evidence = self._source = ""
        for field in (self.url, self.title, self.locator, self.container):
            field.clear()
        self.quote.clear()
        self.stance.setCurrentIndex(0)
        self.source_class.setCurrentIndex(0)
        self.confidential.setChecked(False)
        self._save.setText("&Cite")
        self._review()

    def show_cited(self, cited: Cited) -> None:
        """Fill in a piece that stands, to be changed."""
        self.clear()
        self._take(cited.source)
        self._evidence = cited.evidence.id
        self.stance.setCurrentIndex(self.stance.findData(cited.evidence.stance))
        self.quote.setPlainText(cited.evidence.quote)
        self.locator.setText(cited.evidence.locator)
        self._save.setText("&Keep")
        self._review()

    def paste(self, text: str) -> None:
        """Take in a pasted link, as if typed in its field."""
        self.url.setText(text)
        self._read_link()

    def wish(self) -> CiteWish:
        """Say what the form asks for; a source without a title goes by its address."""
        return CiteWish(
            title=self.title.text().strip() or self.url.text().strip(),
            url=self.url.text().strip(),
            stance=Stance(self.stance.currentData()),
            source=self._source,
            evidence=self._evidence,
            container=self.container.text().strip(),
            quote=self.quote.toPlainText().strip(),
            locator=self.locator.text().strip(),
            source_class=SourceClass(chosen)
            if (chosen := self.source_class.currentData())
            else None,
            confidential=self.confidential.isChecked(),
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
        if self._save.isEnabled():
            self.cite_wished.emit(self.wish())

    def _take(self, source: Source) -> None:
        self.title.setText(source.title)
        self.title.setCursorPosition(0)
        self.url.setText(source.url)
        self.container.setText(source.container or source.publisher)
        self.source_class.setCurrentIndex(self.source_class.findData(source.source_class))
        self.confidential.setChecked(source.confidential)
        self._source = source.id
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
        if not self.container.text():
            self.container.setText(link.container)
        if link.quote and not self.quote.toPlainText():
            self.quote.setPlainText(link.quote)
        self._review()

    def _review(self) -> None:
        self._length = len(self.url.text())
        known = next((one for one in self._known.values() if one.id == self._source), None)
        if known is not None and not self._evidence and known.url != self.url.text().strip():
            self._source = ""
        self._remark.setText("A source that this desk knows." if self._source else "")
        self._remark.setVisible(bool(self._source) and not self._evidence)
        self._save.setEnabled(bool(self.title.text().strip() or self.url.text().strip()))

    def _connect(self) -> None:
        self.url.textEdited.connect(self._typed_link)
        self.url.editingFinished.connect(self._read_link)
        self.title.textChanged.connect(lambda _text: self._review())
        self.quote.entered.connect(self._wish)

    def _lay_out(self) -> None:
        self._save = primary("&Cite", self._wish)
        self._save.setToolTip("Keep this evidence (Enter)")
        more = QWidget()
        rows = QVBoxLayout(more)
        bare(rows, TIGHT + 2)
        for extra in (self.container, self.source_class, self.confidential):
            rows.addWidget(extra)
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
        for field in (self.url, self.title, self._remark, self.quote):
            whole.addWidget(field)
        whole.addLayout(middle)
        whole.addWidget(Fold("More about the source", more))
        whole.addLayout(end)


def _line(hint: str, name: str) -> QLineEdit:
    field = QLineEdit(placeholderText=hint)
    field.setAccessibleName(name)
    return field


def _offer(source: Source) -> str:
    container = source.container or source.publisher
    return f"{source.title} — {container}" if container else source.title
