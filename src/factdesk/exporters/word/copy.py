"""The annotated copy (B) for Word: each claim a comment on its very words."""

from collections.abc import Iterator
from datetime import datetime

from docx.document import Document
from docx.text.run import Run

from factdesk.exporters.citation import short_name
from factdesk.exporters.outline.finding import why
from factdesk.exporters.outline.rationale import spoken
from factdesk.exporters.segments import Mark, Passage, passages
from factdesk.exporters.tally import Legend
from factdesk.exporters.word.styles import Styles
from factdesk.exporters.word.writing import writable
from factdesk.exporters.wording import capitalised, day, listed, moment
from factdesk.model.claim import AnchorStatus, Checker
from factdesk.model.report import Audience, Citation, Finding, Report
from factdesk.model.span import BlockKind

_STYLES = {
    BlockKind.HEADING: "Heading 2",
    BlockKind.QUOTE: "Quote",
    BlockKind.CAPTION: "Caption",
    BlockKind.LIST_ITEM: "List Bullet",
    BlockKind.DEK: "Subtitle",
}


class CommentedCopy:
    """Writes the article of a report into a document, with the claims as comments."""

    def __init__(self, document: Document, report: Report) -> None:
        self._document, self._report = document, report
        self._styles = Styles(document)
        self._legend = Legend(report)
        self._checkers = {checker.id: checker for checker in report.checkers}
        self._begun: dict[str, Run] = {}

    def write(self) -> None:
        """Write the article."""
        article = self._report.article
        self._styles.paragraph("Title").add_run(writable(article.title or article.slug))
        if article.dek.strip():
            self._styles.paragraph("Subtitle").add_run(writable(article.dek))
        by = (listed(article.authors), article.publisher, moment(article.published))
        self._styles.paragraph().add_run(writable(", ".join(part for part in by if part)))
        for passage in passages(self._report):
            self._passage(passage)

    def _passage(self, passage: Passage) -> None:
        style = _STYLES.get(passage.block.kind, "Normal")
        paragraph = self._styles.paragraph(style)
        for segment in passage.segments:
            run = paragraph.add_run(writable(segment.text))
            self._begun |= {mark.anchor.id: run for mark in segment.begun}
            for mark in segment.ended:
                self._comment(mark, self._begun.pop(mark.anchor.id, run), run)

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
        finding = mark.finding
        verdict = self._legend.name(finding.verdict) if finding.verdict else "not judged"
        yield f"{finding.claim.reference} · {verdict}"
        if mark.anchor.status is AnchorStatus.NEEDS_REVIEW:
            yield "Is this still the place? The text has changed."
        if not mark.first:
            yield "The comment on its first place says why."
            return
        yield from self._reasons(finding)

    def _reasons(self, finding: Finding) -> Iterator[str]:
        if finding.claim.wording.strip():
            yield finding.claim.wording
        yield from (line for line in spoken(why(finding, self._report)).split("\n") if line.strip())
        yield from map(_piece, finding.evidence)


def _piece(piece: Citation) -> str:
    evidence = piece.evidence
    told = f"{capitalised(evidence.stance.value)}: {short_name(piece.source)}"
    where = f", {evidence.locator}" if evidence.locator.strip() else ""
    quote = f": “{evidence.quote.strip()}”" if evidence.quote.strip() else ""
    url = f" {piece.source.url}" if piece.source.url.strip() else ""
    return f"{told}{where}, accessed {day(evidence.accessed)}{quote}{url}"
