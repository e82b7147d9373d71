"""The annotated copy (B) in a PDF: highlighted words, and under each paragraph its notes."""

from collections.abc import Iterator

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable
from reportlab.platypus import Paragraph as Flowing

from factdesk.exporters.outline.copy import beside, byline, copy_title
from factdesk.exporters.outline.parts import Heading, plain
from factdesk.exporters.outline.rationale import spoken
from factdesk.exporters.outline.telling import Telling, article_title
from factdesk.exporters.pdf.type import BOLD, ITALIC, marked_up
from factdesk.exporters.pdf.writing import BASE, SMALL, Barred, heading_flowable
from factdesk.exporters.segments import Mark, Segment, passages
from factdesk.exporters.tally import GREY
from factdesk.model.claim import AnchorStatus
from factdesk.model.report import Finding, Report
from factdesk.model.span import BlockKind

_TEXT = ParagraphStyle("text", BASE, fontSize=10.5, leading=16, spaceAfter=8)
_TITLE = ParagraphStyle("title", BASE, fontSize=16, leading=20, spaceAfter=4)
_BYLINE = ParagraphStyle("byline", SMALL, textColor="#5c5f66", spaceAfter=12)
_STYLES = {
    BlockKind.HEADING: ParagraphStyle("heading", _TEXT, fontName=BOLD, keepWithNext=1),
    BlockKind.QUOTE: ParagraphStyle("cited", _TEXT, leftIndent=16),
    BlockKind.CAPTION: ParagraphStyle("caption", _TEXT, fontName=ITALIC, fontSize=9.5),
    BlockKind.DEK: ParagraphStyle("dek", _TEXT, fontName=ITALIC),
    BlockKind.LIST_ITEM: ParagraphStyle("item", _TEXT, leftIndent=16),
}

_NOTE = ParagraphStyle("note", SMALL, leftIndent=28, spaceAfter=8)

#: What is left of a hue on white paper, so that the words on it stay readable.
_TINT = 0.18


class PrintedCopy:
    """Writes the article of a report as flowables; alone, its references lead to the notes."""

    def __init__(self, report: Report, *, alone: bool = False) -> None:
        self._alone = alone
        self._report, self._telling = report, Telling(report)
        self._legend = self._telling.legend

    def written(self) -> Iterator[Flowable]:
        """Write the whole copy."""
        yield heading_flowable(Heading(1, plain(copy_title(self._telling))), like=4)
        yield Flowing(f"<b>{marked_up(article_title(self._report))}</b>", _TITLE)
        yield Flowing(marked_up(byline(self._telling)), _BYLINE)
        for passage in passages(self._report):
            style = _STYLES.get(passage.block.kind, _TEXT)
            bullet = "•" if passage.block.kind is BlockKind.LIST_ITEM else None
            yield Flowing("".join(map(self._segment, passage.segments)), style, bulletText=bullet)
            yield from map(self._note, passage.findings)

    def _segment(self, segment: Segment) -> str:
        text = marked_up(segment.text)
        if segment.marks:
            text = self._highlighted(text, segment.marks[-1])
        return text + "".join(map(self._reference, segment.ended))

    def _highlighted(self, text: str, mark: Mark) -> str:
        if not mark.finding.verdict:
            return f'<u kind="single" color="{GREY}">{text}</u>'
        return f'<font backColor="{_tinted(self._hue(mark.finding))}">{text}</font>'

    def _reference(self, mark: Mark) -> str:
        """Put the reference where a place ends; a doubtful place has a question mark."""
        claim = mark.finding.claim
        rating = self._legend.rating(mark.finding.verdict) if mark.finding.verdict else None
        glyph = f" {rating.glyph}" if rating else ""
        doubt = "?" if mark.anchor.status is AnchorStatus.NEEDS_REVIEW else ""
        return (
            f'<super size="6.5"><a href="#{claim.reference.lower()}">'
            f"[{claim.reference}{doubt}{marked_up(glyph)}]</a></super>"
        )

    def _note(self, finding: Finding) -> Flowable:
        claim = finding.claim
        verdict = self._telling.verdict(finding)
        name = f'<a name="{claim.reference.lower()}"/>' if self._alone else ""
        head = f"{name}<b>{marked_up(f'{claim.reference} · {verdict}')}</b>"
        reasons = spoken(self._telling.why(finding))
        told = (claim.wording, reasons, *beside(finding, self._telling))
        lines = "".join(f"<br/>{marked_up(text.strip())}" for text in told if text.strip())
        bar = (HexColor(self._hue(finding)), 3)
        return Barred(head + lines, ParagraphStyle("note", _NOTE, bar=bar))

    def _hue(self, finding: Finding) -> str:
        return self._legend.hues(finding)[0]


def _tinted(hue: str) -> str:
    channels = (int(hue[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - each) * _TINT):02x}" for each in channels)
