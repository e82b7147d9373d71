"""One claim in the Markdown report, from its sentence to its history."""

from collections.abc import Iterator

from factdesk.exporters.citation import short_name
from factdesk.exporters.emphasis import emphasised
from factdesk.exporters.escape import address, inline, paragraphs
from factdesk.exporters.markdown_parts import bullets, entry, quotation
from factdesk.exporters.rationale import tame
from factdesk.exporters.tally import Legend
from factdesk.exporters.wording import capitalised, counted, day
from factdesk.model.claim import Anchor, AnchorStatus, Claimant
from factdesk.model.report import Audience, Citation, Finding, Report
from factdesk.model.span import Span
from factdesk.model.verdict import Verdict
from factdesk.text.sentences import sentence_around

_PART_LEVEL = 4


def finding_blocks(finding: Finding, report: Report, legend: Legend) -> Iterator[str]:
    """Write a claim as blocks; a part that has nothing to say is left out."""
    yield _heading(finding, report, legend)
    yield from _sentence(finding, report)
    if facts := bullets(f"**{name}:** {value}" for name, value in _facts(finding, report, legend)):
        yield facts
    yield from _why(finding, report)
    yield from _evidence(finding, report)
    yield from _history(finding, report, legend)
    yield from _notes(finding, report)


def _heading(finding: Finding, report: Report, legend: Legend) -> str:
    place = _paragraph(finding.anchors[0], report) if finding.anchors else "no place in this text"
    verdict = inline(legend.name(finding.verdict)) if finding.verdict else "not judged"
    return f"### {finding.claim.reference} · {place} · {verdict}"


def _paragraph(anchor: Anchor, report: Report) -> str:
    index = report.version.block_at(anchor.span)
    return "between paragraphs" if index is None else f"¶{index + 1}"


def _sentence(finding: Finding, report: Report) -> Iterator[str]:
    """Quote the sentence with the claim set off."""
    if not finding.anchors:
        yield "The words of this claim no longer stand in the text."
        return
    span, text = finding.anchors[0].span, report.version.text
    around = sentence_around(text, span)
    place = Span(span.start - around.start, span.stop - around.start)
    yield quotation(emphasised(text[around.start : around.stop], place))


def _facts(finding: Finding, report: Report, legend: Legend) -> Iterator[tuple[str, str]]:
    claim = finding.claim
    if wording := inline(claim.wording):
        yield "What was checked", wording
    if finding.claimant:
        yield "Said by", _said_by(finding.claimant, claim.claimed_on)
    elif claim.claimed_on:
        yield "Said", day(claim.claimed_on)
    if claim.kind:
        yield "Kind", claim.kind.value
    if finding.anchors[1:]:
        yield "Also at", ", ".join(_other_place(place, report) for place in finding.anchors[1:])
    if any(anchor.status is AnchorStatus.NEEDS_REVIEW for anchor in finding.anchors):
        yield "Place", "to be reviewed, since the text has changed"
    if finding.verdict:
        yield "Verdict", _verdict(finding.verdict, report, legend)


def _said_by(claimant: Claimant, claimed_on: str | None) -> str:
    parts = [inline(claimant.name), inline(claimant.role), day(claimed_on) if claimed_on else ""]
    link = f" ({address(claimant.url)})" if claimant.url.strip() else ""
    return ", ".join(part for part in parts if part) + link


def _other_place(anchor: Anchor, report: Report) -> str:
    return f"{_paragraph(anchor, report)} ({anchor.role.value})"


def _verdict(verdict: Verdict, report: Report, legend: Legend) -> str:
    parts = [inline(legend.name(verdict)) + _number(verdict, legend), day(verdict.given)]
    return ", ".join([*parts, *_by(verdict.checker, report)])


def _number(verdict: Verdict, legend: Legend) -> str:
    limits = legend.range(verdict)
    if verdict.value is None or limits is None:
        return ""
    return f" ({verdict.value} on a scale of {limits[0]} to {limits[1]})"


def _by(checker: str | None, report: Report) -> list[str]:
    if report.audience is Audience.PUBLIC:
        return []
    return [inline(known.name) for known in report.checkers if known.id == checker]


def _why(finding: Finding, report: Report) -> Iterator[str]:
    if report.audience is Audience.PUBLIC and not finding.verdict:
        return
    given = finding.verdict.rationale if finding.verdict else ""
    if blocks := tame(finding.claim.rationale, _PART_LEVEL) or tame(given, _PART_LEVEL):
        yield "#### Why"
        yield from blocks


def _evidence(finding: Finding, report: Report) -> Iterator[str]:
    internal = report.audience is Audience.INTERNAL
    withheld = finding.withheld if internal else 0
    if not finding.evidence and not withheld:
        return
    yield "#### Evidence"
    for piece in finding.evidence:
        yield entry("-", _piece(piece, internal=internal), gap="\n\n")
    if withheld:
        yield f"{capitalised(counted(withheld, 'further piece'))} of evidence cannot be shown here."


def _piece(piece: Citation, *, internal: bool) -> Iterator[str]:
    evidence = piece.evidence
    where = f", {inline(evidence.locator)}" if evidence.locator.strip() else ""
    yield (
        f"**{capitalised(evidence.stance.value)}:** {inline(short_name(piece.source))} "
        f"[{piece.number}]{where}, accessed {day(evidence.accessed)}"
    )
    if quote := paragraphs(evidence.quote):
        yield quotation(quote)
    if internal and (note := inline(evidence.note)):
        yield f"Note: {note}"


def _history(finding: Finding, report: Report, legend: Legend) -> Iterator[str]:
    if len(finding.verdicts) < 2:
        return
    yield "#### Verdict history"
    yield "\n".join(
        f"{number}. {_past_verdict(verdict, report, legend)}"
        for number, verdict in enumerate(finding.verdicts, start=1)
    )


def _past_verdict(verdict: Verdict, report: Report, legend: Legend) -> str:
    parts = [verdict.basis.value, *_by(verdict.checker, report)]
    if verdict.withdrawn:
        parts.append(f"withdrawn {day(verdict.withdrawn)}")
    return f"{day(verdict.given)}: {inline(legend.name(verdict))} ({', '.join(parts)})"


def _notes(finding: Finding, report: Report) -> Iterator[str]:
    if report.audience is Audience.PUBLIC or not finding.notes:
        return
    yield "#### Notes"
    for note in finding.notes:
        signed = ", ".join([*_by(note.checker, report), day(note.written)])
        body = paragraphs(note.text)
        yield entry("-", [f"**{signed}:** {body[0]}" if body else signed, *body[1:]], gap="\n\n")
