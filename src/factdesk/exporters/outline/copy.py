"""The annotated copy (B) as an outline: the article with its references, and notes below."""

from collections.abc import Iterator

from factdesk.exporters.outline.parts import (
    Block,
    Heading,
    Listing,
    Markdown,
    Paragraph,
    Run,
    Runs,
    line,
    plain,
)
from factdesk.exporters.outline.telling import Telling
from factdesk.exporters.outline.work import remark
from factdesk.exporters.segments import Mark, Passage, passages
from factdesk.exporters.wording import capitalised
from factdesk.model.claim import AnchorStatus
from factdesk.model.report import Finding, Report
from factdesk.model.span import BlockKind

Blocks = Iterator[Block]


def copy_blocks(report: Report, level: int = 1) -> Blocks:
    """Say the article, its title being of the level."""
    telling = Telling(report)
    article = report.article
    yield Heading(level, plain(copy_title(telling)))
    by = byline(telling)
    if article.title.strip():
        yield Paragraph(((Run(article.title, strong=True),), *((plain(by),) if by else ())))
    for passage in passages(report):
        yield _passage(passage, telling, level)
        if passage.findings:
            entries = (tuple(note_blocks(one, telling, level + 2)) for one in passage.findings)
            yield Listing(tuple(entries), loose=True)


def copy_title(telling: Telling) -> str:
    """Name the annotated copy."""
    return telling.say("annotated_copy")


def byline(telling: Telling) -> str:
    """Say who wrote the article, for whom and when."""
    article, say = telling.report.article, telling.say
    parts = (say.listed(article.authors), article.publisher, say.moment(article.published))
    return ", ".join(part for part in parts if part)


def note_blocks(finding: Finding, telling: Telling, below: int) -> Blocks:
    """Say beside the text what came out: the verdict, what was checked, why, what shall change."""
    claim = finding.claim
    head = Run(f"{claim.reference} · {telling.verdict(finding)}", strong=True)
    quote = f" · {telling.say.quoted(finding.anchors[0].exact)}" if finding.anchors else ""
    yield Paragraph(((head, Run(quote)),))
    if claim.wording.strip():
        yield line(claim.wording)
    if (reasons := telling.why(finding)).strip():
        yield Markdown(reasons, below)
    yield from map(line, beside(finding, telling))


def beside(finding: Finding, telling: Telling) -> list[str]:
    """Say on a line each which words shall become which, and what the program finds contradictory.

    What was set aside is told in the report alone.
    """
    say = telling.say
    told = [
        (capitalised(say.name(one.force)), telling.change(one), say.name(one.decision))
        for one in finding.proposals
    ]
    lines = [f"{say.colon(force)} {change} ({decision})" for force, change, decision in told]
    wrong = (remark(one, finding, telling) for one in finding.remarks if one.contradicts)
    return [*lines, *("".join(run.text for run in runs) for runs in wrong)]


def _passage(passage: Passage, telling: Telling, level: int) -> Block:
    runs: list[Run] = []
    for segment in passage.segments:
        runs.append(Run(segment.text))
        runs += (Run(f" [{_reference(mark, telling)}]") for mark in segment.ended)
    told: Runs = tuple(runs)
    if passage.block.kind is BlockKind.HEADING:
        return Heading(level + 1, told)
    if passage.block.kind is BlockKind.LIST_ITEM:
        return Listing(((Paragraph((told,)),),))
    return Paragraph((told,))


def _reference(mark: Mark, telling: Telling) -> str:
    """Name a claim where a place of it ends; a doubtful place has a question mark."""
    verdict = mark.finding.verdict
    rating = telling.legend.rating(verdict) if verdict else None
    doubt = "?" if mark.anchor.status is AnchorStatus.NEEDS_REVIEW else ""
    return f"{mark.finding.claim.reference}{doubt}{f' {rating.glyph}' if rating else ''}"
