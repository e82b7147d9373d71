"""The annotated copy (B): the article with its claims on the very words, and notes beside them."""

from collections.abc import Iterator

from factdesk.exporters.html.writing import line, lines, safe, written
from factdesk.exporters.outline.copy import beside, byline, copy_title
from factdesk.exporters.outline.parts import Markdown, plain
from factdesk.exporters.outline.telling import Telling, article_title
from factdesk.exporters.segments import Mark, Passage, Segment, passages
from factdesk.model.claim import AnchorStatus
from factdesk.model.report import Finding, Report
from factdesk.model.span import BlockKind

_TAGS = {BlockKind.QUOTE: "blockquote"}


class AnnotatedCopy:
    """Writes the article of a report; a claim's look is a class for its rating.

    References lead to the findings, or to the notes where the copy stands ``alone``.
    """

    def __init__(self, report: Report, *, alone: bool = False) -> None:
        self._alone, self._level = alone, 1 if alone else 2
        self._tags = {**_TAGS, BlockKind.HEADING: f"h{self._level + 2}"}
        self._report = report
        self._telling = Telling(report)
        self._legend = self._telling.legend
        used = {(f.verdict.scale, f.verdict.rating): None for f in report.findings if f.verdict}
        self._looks = {key: f"r{number}" for number, key in enumerate(used)}

    def styles(self) -> Iterator[str]:
        """Give the colours of the ratings used, for light paper and for dark."""
        rules = [(f.verdict, self._look(f)) for f in self._report.findings if f.verdict]
        hues = {look: self._legend.rating(v) for v, look in rules}
        for look, rating in hues.items():
            if rating:
                yield f".{look}{{--hue:{rating.light}}}"
                yield f"@media (prefers-color-scheme:dark){{.{look}{{--hue:{rating.dark}}}}}"

    def written(self) -> str:
        """Write the whole copy."""
        article = self._report.article
        name, by = copy_title(self._telling), byline(self._telling)
        dek = f'<p class="dek" dir="auto">{lines(article.dek)}</p>' if article.dek.strip() else ""
        body = "".join(map(self._passage, passages(self._report)))
        language = f' lang="{safe(article.language)}"' if article.language.strip() else ""
        level, tag = self._level, f"h{self._level + 1}"
        title = f'<{tag} class="title" dir="auto">{safe(article_title(self._report))}</{tag}>'
        return (
            f'<section class="copy" id="copy"><h{level} class="name">{safe(name)}</h{level}>'
            f"<article{language}><header>{title}{dek}"
            f'<p class="by">{safe(by)}</p></header>{body}</article></section>'
        )

    def _passage(self, passage: Passage) -> str:
        tag = self._tags.get(passage.block.kind, "p")
        text = "".join(map(self._segment, passage.segments))
        notes = "".join(map(self._note, passage.findings))
        language = self._report.language
        beside = f'<div class="notes" lang="{language}">{notes}</div>' if notes else ""
        kind = passage.block.kind.value
        return f'<div class="row"><{tag} class="{kind}" dir="auto">{text}</{tag}>{beside}</div>'

    def _segment(self, segment: Segment) -> str:
        text = lines(segment.text)
        if not segment.marks:
            return text
        inner = segment.marks[-1]
        title = ", ".join(self._name(mark.finding) for mark in segment.marks)
        depth = f" d{min(len(segment.marks), 3)}" if len(segment.marks) > 1 else ""
        ends = "".join(map(self._reference, segment.ended))
        return (
            f'<mark class="{self._class(inner)}{depth}" title="{safe(title)}">{text}</mark>{ends}'
        )

    def _class(self, mark: Mark) -> str:
        look = self._look(mark.finding) if mark.finding.verdict else "open"
        doubtful = mark.anchor.status is AnchorStatus.NEEDS_REVIEW
        return f"{look} review" if doubtful else look

    def _reference(self, mark: Mark) -> str:
        reference = mark.finding.claim.reference
        look = self._class(mark)
        glyph = self._glyph(mark.finding)
        return f'<sup class="{look}"><a href="#{reference.lower()}">[{reference}{glyph}]</a></sup>'

    def _glyph(self, finding: Finding) -> str:
        rating = self._legend.rating(finding.verdict) if finding.verdict else None
        return f"&nbsp;{safe(rating.glyph)}" if rating else ""

    def _name(self, finding: Finding) -> str:
        return f"{finding.claim.reference}: {self._telling.verdict(finding)}"

    def _look(self, finding: Finding) -> str:
        verdict = finding.verdict
        return self._looks[verdict.scale, verdict.rating] if verdict else "open"

    def _note(self, finding: Finding) -> str:
        """Write the note in the margin: the verdict, what was checked, why, what shall change."""
        claim = finding.claim
        head = line(plain(f"{claim.reference} · ", self._telling.verdict(finding)))
        wording = f"<p>{safe(claim.wording)}</p>" if claim.wording.strip() else ""
        reasons = self._telling.why(finding)
        told = written(Markdown(reasons, self._level + 1)) if reasons.strip() else ""
        wanted = "".join(f"<p>{safe(words)}</p>" for words in beside(finding, self._telling))
        name = claim.reference.lower()
        named = f' id="{name}"' if self._alone else ""
        head = head if self._alone else f'<a href="#{name}">{head}</a>'
        return (
            f'<div class="note {self._look(finding)}"{named}><p><strong>{head}</strong></p>'
            f"{wording}{told}{wanted}</div>"
        )
