"""One claim in the fact-check report, from its sentence to its history."""

from collections.abc import Iterator

from factdesk.exporters.citation import short_name
from factdesk.exporters.outline.parts import (
    Block,
    Fact,
    Facts,
    Heading,
    Listing,
    Markdown,
    Paragraph,
    Quote,
    Run,
    Runs,
    Sentence,
    Text,
    address,
    line,
    plain,
)
from factdesk.exporters.tally import Legend
from factdesk.exporters.wording import capitalised, counted, day
from factdesk.model.claim import Anchor, AnchorStatus, Claimant, Note
from factdesk.model.report import Audience, Citation, Finding, Report
from factdesk.model.span import Span
from factdesk.model.verdict import Verdict
from factdesk.text.sentences import sentence_around

_PART_LEVEL = 4


def finding_blocks(finding: Finding, report: Report, legend: Legend) -> Iterator[Block]:
    """Say all of a claim; a part that has nothing to say is left out."""
    yield _heading(finding, report, legend)
    yield _sentence(finding, report)
    if facts := tuple(_facts(finding, report, legend)):
        yield Facts(facts)
    yield from _why(finding, report)
    yield from _evidence(finding, report)
    yield from _history(finding, report, legend)
    yield from _notes(finding, report)


def why(finding: Finding, report: Report) -> str:
    """Give the reasoning in Markdown; what is not judged has none for the public."""
    if report.audience is Audience.PUBLIC and not finding.verdict:
        return ""
    given = finding.verdict.rationale if finding.verdict else ""
    return finding.claim.rationale if finding.claim.rationale.strip() else given


def paragraph(anchor: Anchor, report: Report) -> str:
    """Name the paragraph of a place."""
    index = report.version.block_at(anchor.span)
    return "between paragraphs" if index is None else f"¶{index + 1}"


def _heading(finding: Finding, report: Report, legend: Legend) -> Heading:
    place = paragraph(finding.anchors[0], report) if finding.anchors else "no place in this text"
    verdict = legend.name(finding.verdict) if finding.verdict else "not judged"
    reference = finding.claim.reference
    return Heading(3, plain(f"{reference} · {place} · ", verdict), reference.lower())


def _sentence(finding: Finding, report: Report) -> Block:
    """Quote the sentence with the claim set off."""
    if not finding.anchors:
        return line("The words of this claim no longer stand in the text.")
    span, text = finding.anchors[0].span, report.version.text
    around = sentence_around(text, span)
    place = Span(span.start - around.start, span.stop - around.start)
    return Sentence(text[around.start : around.stop], place)


def _facts(finding: Finding, report: Report, legend: Legend) -> Iterator[Fact]:
    claim = finding.claim
    if claim.wording.strip():
        yield Fact("What was checked", plain(claim.wording))
    if finding.claimant:
        yield Fact("Said by", _said_by(finding.claimant, claim.claimed_on))
    elif claim.claimed_on:
        yield Fact("Said", plain(day(claim.claimed_on)))
    if claim.kind:
        yield Fact("Kind", plain(claim.kind.value))
    if finding.anchors[1:]:
        others = (_other_place(place, report) for place in finding.anchors[1:])
        yield Fact("Also at", plain(", ".join(others)))
    if any(anchor.status is AnchorStatus.NEEDS_REVIEW for anchor in finding.anchors):
        yield Fact("Place", plain("to be reviewed, since the text has changed"))
    if finding.ticks and report.audience is Audience.INTERNAL:
        yield Fact("Gone into", plain(" ".join(tick.question for tick in finding.ticks)))
    if finding.verdict:
        yield Fact("Verdict", plain(_verdict(finding.verdict, report, legend)))


def _said_by(claimant: Claimant, claimed_on: str | None) -> Runs:
    parts = [claimant.name, claimant.role, day(claimed_on) if claimed_on else ""]
    told = plain(", ".join(part for part in parts if part.strip()))
    if not claimant.url.strip():
        return told
    return (*told, Run(" ("), *address(claimant.url), Run(")"))


def _other_place(anchor: Anchor, report: Report) -> str:
    return f"{paragraph(anchor, report)} ({anchor.role.value})"


def _verdict(verdict: Verdict, report: Report, legend: Legend) -> str:
    parts = [legend.name(verdict) + _number(verdict, legend), day(verdict.given)]
    return ", ".join([*parts, *_by(verdict.checker, report)])


def _number(verdict: Verdict, legend: Legend) -> str:
    limits = legend.range(verdict)
    if verdict.value is None or limits is None:
        return ""
    return f" ({verdict.value} on a scale of {limits[0]} to {limits[1]})"


def _by(checker: str | None, report: Report) -> list[str]:
    if report.audience is Audience.PUBLIC:
        return []
    return [known.name for known in report.checkers if known.id == checker]


def _why(finding: Finding, report: Report) -> Iterator[Block]:
    if (reasoning := why(finding, report)).strip():
        yield Heading(_PART_LEVEL, plain("Why"))
        yield Markdown(reasoning, _PART_LEVEL)


def _evidence(finding: Finding, report: Report) -> Iterator[Block]:
    internal = report.audience is Audience.INTERNAL
    withheld = finding.withheld if internal else 0
    if not finding.evidence and not withheld:
        return
    yield Heading(_PART_LEVEL, plain("Evidence"))
    if finding.evidence:
        entries = (tuple(piece_blocks(piece, internal=internal)) for piece in finding.evidence)
        yield Listing(tuple(entries), loose=True)
    if withheld:
        pieces = capitalised(counted(withheld, "further piece"))
        yield line(f"{pieces} of evidence cannot be shown here.")


def piece_blocks(piece: Citation, *, internal: bool) -> Iterator[Block]:
    """Say what a source does to the claim, and in which words."""
    evidence = piece.evidence
    where = f", {evidence.locator}" if evidence.locator.strip() else ""
    stance = Run(f"{capitalised(evidence.stance.value)}:", strong=True)
    name = Run(f" {short_name(piece.source)} ")
    number = Run(f"[{piece.number}]", source=piece.number)
    yield Paragraph(((stance, name, number, Run(f"{where}, accessed {day(evidence.accessed)}")),))
    if evidence.quote.strip():
        yield Quote(evidence.quote)
    if internal and evidence.note.strip():
        yield line(f"Note: {evidence.note}")


def _history(finding: Finding, report: Report, legend: Legend) -> Iterator[Block]:
    if len(finding.verdicts) < 2:
        return
    yield Heading(_PART_LEVEL, plain("Verdict history"))
    told = ((line(_past_verdict(verdict, report, legend)),) for verdict in finding.verdicts)
    yield Listing(tuple(told), ordered=True)


def _past_verdict(verdict: Verdict, report: Report, legend: Legend) -> str:
    parts = [verdict.basis.value, *_by(verdict.checker, report)]
    if verdict.withdrawn:
        parts.append(f"withdrawn {day(verdict.withdrawn)}")
    return f"{day(verdict.given)}: {legend.name(verdict)} ({', '.join(parts)})"


def _notes(finding: Finding, report: Report) -> Iterator[Block]:
    if report.audience is Audience.PUBLIC or not finding.notes:
        return
    yield Heading(_PART_LEVEL, plain("Notes"))
    yield Listing(tuple((_note(note, report),) for note in finding.notes), loose=True)


def _note(note: Note, report: Report) -> Text:
    signed = ", ".join([*_by(note.checker, report), day(note.written)])
    return Text(note.text, (Run(f"{signed}:", strong=True),))
