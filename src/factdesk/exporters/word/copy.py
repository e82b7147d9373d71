"""The annotated copy (B) for Word: each claim a comment on its very words."""

from collections.abc import Iterator
from datetime import datetime

from docx.document import Document
from docx.text.run import Run

from factdesk.exporters.citation import short_name
from factdesk.exporters.outline.copy import beside, byline
from factdesk.exporters.outline.rationale import spoken
from factdesk.exporters.outline.telling import Telling
from factdesk.exporters.segments import Mark, Passage, Segment, passages
from factdesk.exporters.word.changes import Tracker, tracked
from factdesk.exporters.word.styles import Styles
from factdesk.exporters.word.writing import writable
from factdesk.model.claim import AnchorStatus, Checker
from factdesk.model.report import Audience, Citation, Finding, Report
from factdesk.model.span import BlockKind, Span

_STYLES = {
    BlockKind.HEADING: "Article Heading",
    BlockKind.QUOTE: "Article Quote",
    BlockKind.CAPTION: "Caption",
    BlockKind.LIST_ITEM: "List Bullet",
    BlockKind.DEK: "Subtitle",
}


class CommentedCopy:
    """Writes the article of a report into a document, with the claims as comments."""

    def __init__(self, document: Document, report: Report) -> None:
        self._document, self._report = document, report
        self._styles, self._telling = Styles(document), Telling(report)
        self._checkers = {checker.id: checker for checker in report.checkers}
        self._begun: dict[str, Run] = {}
        self._tracker = Tracker(tracked(report), lambda checker: self._author(checker).name)

    def write(self) -> None:
        """Write the article."""
        article = self._report.article
        self._styles.paragraph("Title").add_run(writable(article.title or article.slug))
        if article.dek.strip():
            self._styles.paragraph("Subtitle").add_run(writable(article.dek))
        self._styles.paragraph("Byline").add_run(writable(byline(self._telling)))
        for passage in passages(self._report, self._tracker.borders()):
            self._passage(passage)
        self._tracker.write()

    def _passage(self, passage: Passage) -> None:
        style = _STYLES.get(passage.block.kind, "Body Text")
        paragraph = self._styles.paragraph(style)
        for segment in passage.segments:
            self._segment(segment, paragraph.add_run(writable(segment.text)))

    def _segment(self, segment: Segment, run: Run) -> None:
        self._begun |= {mark.anchor.id: run for mark in segment.begun}
        for mark in segment.ended:
            self._comment(mark, self._begun.pop(mark.anchor.id, run), run)
        self._tracker.note(run, Span(segment.start, segment.start + len(segment.text)))

    def _comment(self, mark: Mark, first: Run, last: Run) -> None:
        verdict, claim = mark.finding.verdict, mark.finding.claim
        author = self._author(verdict.checker if verdict else None)
        first_line, *others = self._lines(mark)
        comment = self._document.add_comment(
            [first, last], writable(first_line), author=author.name, initials=author.initials
        )
        for line in others:
            comment.add_paragraph(writable(line))
        given = verdict.given if verdict else claim.marked
        comment._comment_elm.date = datetime.fromisoformat(given)  # noqa: SLF001 - its time is that of the writing, and has no other door

    def _author(self, checker: str | None) -> Checker:
        """Name who signed; the public learns the house alone."""
        house = self._report.house.name.strip() or "Factdesk"
        known = self._checkers.get(checker or "")
        if known is None or self._report.audience is Audience.PUBLIC:
            return Checker(id="house", name=house, initials="".join(w[0] for w in house.split()))
        return known

    def _lines(self, mark: Mark) -> Iterator[str]:
        finding, say = mark.finding, self._telling.say
        yield f"{finding.claim.reference} · {self._telling.verdict(finding)}"
        if mark.anchor.status is AnchorStatus.NEEDS_REVIEW:
            yield say("still_there")
        if not mark.first:
            yield say("see_first")
            return
        yield from self._reasons(finding)

    def _reasons(self, finding: Finding) -> Iterator[str]:
        if finding.claim.wording.strip():
            yield finding.claim.wording
        reasons = spoken(self._telling.why(finding))
        yield from (line for line in reasons.split("\n") if line.strip())
        yield from (self._piece(piece) for piece in finding.evidence)
        yield from beside(finding, self._telling)

    def _piece(self, piece: Citation) -> str:
        evidence, say = piece.evidence, self._telling.say
        told = f"{say.colon(say.name(evidence.stance))} {short_name(piece.source, say)}"
        where = f", {evidence.locator}" if evidence.locator.strip() else ""
        when = say("accessed", dates=say.day(evidence.accessed))
        quote = evidence.quote.strip()
        said = f"{told}{where}, {when}"
        words = f"{say.colon(said)} {say.quoted(quote)}" if quote else said
        return f"{words} {piece.source.url}".rstrip()
