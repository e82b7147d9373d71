"""One claim in the fact-check report, from its sentence to its history."""

from collections.abc import Iterator

from factdesk.exporters.citation import short_name
from factdesk.exporters.outline.parts import (
    Block,
    Facts,
    Heading,
    Listing,
    Markdown,
    Paragraph,
    Quote,
    Run,
    Runs,
    Sentence,
    address,
    line,
    plain,
)
from factdesk.exporters.outline.telling import Telling
from factdesk.exporters.outline.work import (
    changes,
    contacts,
    exceptions,
    notes,
    queries,
    remarks,
    searches,
    signatures,
)
from factdesk.model.claim import Anchor, AnchorStatus, Claimant
from factdesk.model.report import Citation, Finding
from factdesk.model.span import Span
from factdesk.model.verdict import Verdict
from factdesk.text.sentences import sentence_around

_PART_LEVEL = 4

Blocks = Iterator[Block]


def finding_parts(finding: Finding, telling: Telling) -> dict[str, Blocks]:
    """Say all of a claim, part by part; one that has nothing to say is empty."""
    return {
        "heading": iter((_heading(finding, telling),)),
        "sentence": iter((_sentence(finding, telling),)),
        "facts": _facts(finding, telling),
        "why": _why(finding, telling),
        "evidence": _evidence(finding, telling),
        "changes": changes(finding, telling),
        "queries": queries(finding, telling),
        "contacts": contacts(finding, telling),
        "searches": searches(finding, telling),
        "exceptions": exceptions(finding, telling),
        "history": _history(finding, telling),
        "signed": signatures(finding, telling),
        "remarks": remarks(finding, telling),
        "notes": notes(finding, telling),
    }


def _heading(finding: Finding, telling: Telling) -> Heading:
    first = finding.anchors[0].span if finding.anchors else None
    place = telling.paragraph(first) if first else telling.say("no_place")
    reference = finding.claim.reference
    told = plain(f"{reference} · {place} · ", telling.verdict(finding))
    return Heading(3, told, reference.lower(), telling.legend.hues(finding))


def _sentence(finding: Finding, telling: Telling) -> Block:
    if not finding.anchors:
        return line(telling.say("lost"))
    return sentence(finding.anchors[0].span, telling)


def sentence(place: Span, telling: Telling) -> Sentence:
    """Quote the sentence around a place, with the place set off."""
    text = telling.report.version.text
    around = sentence_around(text, place)
    within = Span(place.start - around.start, place.stop - around.start)
    return Sentence(text[around.start : around.stop], within)


def _facts(finding: Finding, telling: Telling) -> Blocks:
    facts = telling.facts(_said(finding, telling))
    if facts.facts:
        yield Facts(facts.facts)


def _said(finding: Finding, telling: Telling) -> Iterator[tuple[str, Runs]]:
    claim, verdict, say = finding.claim, finding.verdict, telling.say
    yield "checked", plain(claim.wording)
    when = [say.day(claim.claimed_on)] if claim.claimed_on else []
    circumstances = [*when, claim.claimed_where]
    if finding.claimant:
        yield "said_by", _said_by(finding.claimant, circumstances)
    else:
        yield "said", plain(", ".join(part for part in circumstances if part.strip()))
    yield "first_appearance", address(claim.first_appearance)
    if telling.internal:
        yield "context", plain(claim.context)
    yield "kind", plain(say.name(claim.kind) if claim.kind else "")
    issues = verdict.issues if verdict else claim.issues if telling.internal else ()
    yield "issues", plain(", ".join(map(say.name, issues)))
    others = (_other_place(place, telling) for place in finding.anchors[1:])
    yield "also_at", plain(", ".join(others))
    if any(anchor.status is AnchorStatus.NEEDS_REVIEW for anchor in finding.anchors):
        yield "place", plain(say("place_in_review"))
    if telling.internal:
        yield "questions", plain(" ".join(tick.question for tick in finding.ticks))
    if verdict:
        yield "verdict", plain(_verdict(verdict, telling))
        if telling.internal and verdict.confidence:
            yield "confidence", plain(say.name(verdict.confidence))


def _said_by(claimant: Claimant, circumstances: list[str]) -> Runs:
    parts = [claimant.name, claimant.role, *circumstances]
    told = plain(", ".join(part for part in parts if part.strip()))
    if not claimant.url.strip():
        return told
    return (*told, Run(" ("), *address(claimant.url), Run(")"))


def _other_place(anchor: Anchor, telling: Telling) -> str:
    return f"{telling.paragraph(anchor.span)} ({telling.say.name(anchor.role)})"


def _verdict(verdict: Verdict, telling: Telling) -> str:
    named = telling.legend.name(verdict) + _number(verdict, telling)
    return ", ".join([named, telling.say.day(verdict.given), *telling.by(verdict.checker)])


def _number(verdict: Verdict, telling: Telling) -> str:
    limits = telling.legend.range(verdict)
    if verdict.value is None or limits is None:
        return ""
    worst, best = map(str, limits)
    told = telling.say("number_on_scale", value=str(verdict.value), worst=worst, best=best)
    return f" ({told})"


def _why(finding: Finding, telling: Telling) -> Blocks:
    if (reasoning := telling.why(finding)).strip():
        yield telling.heading(_PART_LEVEL, "why")
        yield Markdown(reasoning, _PART_LEVEL)


def _evidence(finding: Finding, telling: Telling) -> Blocks:
    withheld = finding.withheld if telling.internal else 0
    if not finding.evidence and not withheld:
        return
    yield telling.heading(_PART_LEVEL, "evidence")
    if finding.evidence:
        entries = (tuple(_piece(piece, telling)) for piece in finding.evidence)
        yield Listing(tuple(entries), loose=True)
    if withheld:
        yield line(telling.say.count("withheld", withheld))


def _piece(piece: Citation, telling: Telling) -> Blocks:
    """Say what a source does to the claim, and in which words."""
    evidence, say = piece.evidence, telling.say
    where = f", {evidence.locator}" if evidence.locator.strip() else ""
    name = Run(f" {short_name(piece.source, say)} ")
    number = Run(f"[{piece.number}]", source=piece.number)
    when = say("accessed", dates=say.day(evidence.accessed))
    stance = telling.strong(say.name(evidence.stance))
    yield Paragraph(((stance, name, number, Run(f"{where}, {when}")),))
    if evidence.quote.strip():
        yield Quote(evidence.quote)
    if telling.internal and evidence.note.strip():
        yield line(f"{say.colon(say('note'))} {evidence.note}")


def _history(finding: Finding, telling: Telling) -> Blocks:
    if len(finding.verdicts) < 2:
        return
    yield telling.heading(_PART_LEVEL, "history")
    told = ((line(_past_verdict(verdict, telling)),) for verdict in finding.verdicts)
    yield Listing(tuple(told), ordered=True)


def _past_verdict(verdict: Verdict, telling: Telling) -> str:
    say = telling.say
    parts = [say.name(verdict.basis), *telling.by(verdict.checker)]
    if verdict.withdrawn:
        parts.append(say("withdrawn_on", date=say.day(verdict.withdrawn)))
    given = say.colon(say.day(verdict.given))
    return f"{given} {telling.legend.name(verdict)} ({', '.join(parts)})"
