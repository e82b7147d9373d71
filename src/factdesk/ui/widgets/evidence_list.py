"""What the sources say to the claim, piece by piece."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from factdesk.model.remark import Weighed
from factdesk.model.sheet import Cited, CiteWish
from factdesk.model.source import Evidence, Source, Visibility
from factdesk.model.wishes import RemovalWish
from factdesk.ui.as_written import as_written
from factdesk.ui.theme import GAP, TIGHT, scheme_of
from factdesk.ui.widgets.elision import ElidedLabel
from factdesk.ui.widgets.evidence_form import EvidenceForm
from factdesk.ui.widgets.own_menu import open_own_menu
from factdesk.ui.widgets.parts import (
    IconButton,
    LinkButton,
    bare,
    button,
    heading,
    muted,
    semibold,
    small,
)
from factdesk.ui.widgets.reading_order import tab_in_order
from factdesk.ui.widgets.stances import GLYPHS, stance_ink


class EvidenceCard(QWidget):
    """One piece of evidence: stance, source, place, quote."""

    edit_wished = Signal(object)
    removal_wished = Signal(str)
    link_wished = Signal(str)

    def __init__(self, cited: Cited) -> None:
        super().__init__()
        self.cited = cited
        evidence, source = cited
        self._stance = QLabel(f"{GLYPHS[evidence.stance]}  {evidence.stance.capitalize()}")
        self._stance.setFont(semibold(small(self._stance.font())))
        edit = IconButton("edit", f"Edit evidence {evidence.number}", "Edit")
        edit.clicked.connect(lambda: self.edit_wished.emit(cited))
        remove = IconButton("remove", f"Remove evidence {evidence.number}", "Remove")
        remove.clicked.connect(lambda: self.removal_wished.emit(evidence.id))
        top = QHBoxLayout()
        bare(top, 0)
        top.addWidget(self._stance, 1)
        top.addWidget(edit)
        top.addWidget(remove)
        whole = QVBoxLayout(self)
        bare(whole, 4)
        whole.setContentsMargins(GAP + 4, 0, 0, 0)
        whole.addLayout(top)
        whole.addWidget(self._title(source))
        whole.addWidget(muted(_where(cited), wraps=True))
        if source.archive_url:
            whole.addWidget(self._kept_copy(source))
        if evidence.quote:
            quote = ElidedLabel(4)
            quote.show_text(f"“{evidence.quote}”")
            whole.addWidget(quote)
        if evidence.note:
            whole.addWidget(muted(f"Note: {evidence.note}", wraps=True))
        self._doubt = QLabel()
        self._doubt.setTextFormat(Qt.TextFormat.PlainText)
        self._doubt.setFont(semibold(small(self._doubt.font())))
        self._doubt.setWordWrap(True)
        self._doubt.hide()
        whole.addWidget(self._doubt)
        self.setAccessibleName(f"{evidence.stance}: {source.title}")

    def show_doubt(self, words: str) -> None:
        """Say that the claim says something else than this; nothing where it does not."""
        self._doubt.setText(f"≠ {words}" if words else "")
        self._doubt.setVisible(bool(words))

    def _title(self, source: Source) -> QWidget:
        title = ElidedLabel(2)
        title.show_text(source.title)
        if not source.url:
            return title
        line = QWidget()
        row = QHBoxLayout(line)
        bare(row, TIGHT)
        row.addWidget(title, 1)
        link = IconButton("link", f"Open {source.title}", f"Open {source.url}")
        link.clicked.connect(lambda: self.link_wished.emit(source.url))
        row.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _kept_copy(self, source: Source) -> QWidget:
        link = LinkButton("Archived copy")
        link.setAccessibleName(f"Open the archived copy of {source.title}")
        link.setToolTip(as_written(source.archive_url))
        link.clicked.connect(lambda: self.link_wished.emit(source.archive_url))
        return link

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what the buttons do."""
        evidence, source = self.cited
        quote = f"“{evidence.quote}”" if evidence.quote else ""
        words = (quote, source.title, evidence.locator, source.url)
        open_own_menu(self, "\n".join(filter(None, words)), event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bar at the left in the stance's colour."""
        ink = QColor(stance_ink(scheme_of(self), self.cited.evidence.stance))
        palette = self._stance.palette()
        if palette.color(QPalette.ColorRole.WindowText) != ink:
            palette.setColor(QPalette.ColorRole.WindowText, ink)
            self._stance.setPalette(palette)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawRoundedRect(QRectF(0, 3, 3, self.height() - 6), 1.5, 1.5)


class EvidenceList(QWidget):
    """All evidence of the claim at hand, the form to cite, and the form to change a piece."""

    wished = Signal(object)
    link_wished = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Cited, ...] = ()
        self.cards: list[EvidenceCard] = []
        self._editing = False
        self._claim = ""
        self._drafts: dict[str, CiteWish] = {}
        self.form = EvidenceForm()
        self.form.hide()
        self.form.cite_wished.connect(self._wish)
        self.form.cancelled.connect(self.close_form)
        self.cite = button("&Cite…", self.begin_cite, "Cite a source (C)")
        self._title = heading("Evidence")
        self._none = muted("Nothing cited yet.")
        self._lay_out()

    def show_evidence(self, evidence: tuple[Cited, ...]) -> None:
        """Show these pieces, in their order."""
        if evidence == self._shown:
            return
        self._shown = evidence
        self.form.more.offer_groups(cited.evidence.independence for cited in evidence)
        if self._editing:
            self.close_form()
        for card in self.cards:
            self._rows.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [self._card(cited) for cited in evidence]
        tab_in_order(self.cite, *self.cards, self.form)
        self._title.setText(f"Evidence  {len(evidence)}" if evidence else "Evidence")
        self._none.setVisible(not evidence)

    def show_remarks(self, remarks: Iterable[Weighed]) -> None:
        """Say beside each piece what the claim says otherwise."""
        doubts = {
            key: one.remark.quote
            for one in remarks
            if one.contradicts and one.remark.other
            for key in one.remark.evidence
        }
        for card in self.cards:
            quote = doubts.get(card.cited.evidence.id)
            card.show_doubt(f"The claim says “{quote}”" if quote else "")

    def show_sources(self, sources: Iterable[Source]) -> None:
        """Offer known sources in the form."""
        self.form.show_sources(sources)

    def begin_cite(self, link: str = "") -> None:
        """Open the form for a new piece, with a pasted link if there is one."""
        self.close_form()
        self.form.clear()
        if link:
            self.form.paste(link)
        self._open_form()

    def put_aside(self) -> None:
        """Keep what is half filled in for the claim that is left."""
        if not self.form.isHidden() and self.form.is_begun():
            self._drafts[self._claim] = self.form.wish()
        self.close_form()

    def take_up(self, claim: str) -> None:
        """Go on with what was half filled in for a claim; the keyboard stays where it is."""
        self._claim = claim
        draft = self._drafts.pop(claim, None)
        if draft is None:
            return
        place = self._place_of(draft.evidence)
        self.form.show_wish(draft if place is not None else draft._replace(evidence=""))
        self._show_form(place)

    def close_form(self) -> None:
        """Give up what the form holds."""
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.form.isAncestorOf(focus)
        self._editing = False
        self.form.hide()
        self.cite.show()
        for card in self.cards:
            card.show()
        if had_focus:
            self.cite.setFocus()

    def _edit(self, cited: Cited) -> None:
        self.close_form()
        self.form.show_cited(cited)
        self._show_form(self._place_of(cited.evidence.id))
        self.form.quote.setFocus()

    def _place_of(self, evidence: str) -> int | None:
        pieces = [card.cited.evidence.id for card in self.cards]
        return pieces.index(evidence) if evidence in pieces else None

    def _show_form(self, place: int | None) -> None:
        """Show the form in place of a piece, or under all of them."""
        self._editing = place is not None
        if place is not None:
            self.cards[place].hide()
            self._rows.insertWidget(place, self.form)
        else:
            self._whole.addWidget(self.form)
            self.cite.hide()
        self.form.show()

    def _open_form(self) -> None:
        self._show_form(None)
        fields = (self.form.url, self.form.title)
        empty = [field for field in fields if not field.text()]
        (empty[0] if empty else self.form.quote).setFocus()

    def _wish(self, wish: object) -> None:
        """Close the form once what it asked for is there; after a refusal what was typed stays."""
        before, changing = self._shown, self._editing
        self.wished.emit(wish)
        if changing or self._shown != before:
            self.close_form()

    def _card(self, cited: Cited) -> EvidenceCard:
        card = EvidenceCard(cited)
        card.edit_wished.connect(self._edit)
        card.removal_wished.connect(lambda key: self.wished.emit(RemovalWish("evidence", key)))
        card.link_wished.connect(self.link_wished)
        self._rows.addWidget(card)
        return card

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._title)
        top.addStretch()
        top.addWidget(self.cite)
        self._rows = QVBoxLayout()
        bare(self._rows, GAP + 4)
        self._whole = QVBoxLayout(self)
        bare(self._whole, GAP)
        self._whole.addLayout(top)
        self._whole.addWidget(self._none)
        self._whole.addLayout(self._rows)
        self._whole.addWidget(self.form)


def _where(cited: Cited) -> str:
    evidence, source = cited
    parts = (
        source.container or source.publisher,
        source.source_class or "",
        evidence.locator,
        f"read {evidence.accessed}",
        f"goes back to {evidence.independence}" if evidence.independence else "",
        _visible(evidence, source),
    )
    return " · ".join(part for part in parts if part)


def _visible(evidence: Evidence, source: Source) -> str:
    if source.confidential:
        return Visibility.CONFIDENTIAL
    return "" if evidence.visibility is Visibility.PUBLIC else evidence.visibility
