"""The fact-check report (A): who checked what, what came out, and how it was found."""

from collections.abc import Iterator

from factdesk.exporters.outline.finding import finding_parts
from factdesk.exporters.outline.method import left_out, method, signoffs, sources
from factdesk.exporters.outline.parts import (
    Block,
    Fact,
    Facts,
    Heading,
    Listing,
    Paragraph,
    Run,
    Runs,
    Table,
    address,
    line,
    plain,
)
from factdesk.exporters.outline.since import since
from factdesk.exporters.outline.telling import Telling, title
from factdesk.exporters.outline.work import change, contact, query, remark
from factdesk.exporters.tally import judged, tally, unjudged
from factdesk.exporters.wording import capitalised
from factdesk.model.claim import WorkState
from factdesk.model.report import Finding, Report
from factdesk.model.workflow import Decision

Blocks = Iterator[Block]


def report_blocks(report: Report) -> Blocks:
    """Say the whole report; a section that has nothing to say is left out."""
    for blocks in report_sections(Telling(report)).values():
        yield from blocks


def report_sections(telling: Telling) -> dict[str, Blocks]:
    """Say the report section by section; one that has nothing to say is empty."""
    return {
        "head": _head(telling),
        "bottom_line": _bottom_line(telling),
        "coverage": _coverage(telling),
        "remarks": _remarks(telling),
        "changes": _changes(telling),
        "since": since(telling),
        "findings": _findings(telling),
        "awaited": _awaited(telling),
        "sources": sources(telling),
        "left_out": left_out(telling),
        "signoffs": signoffs(telling),
        "method": method(telling),
    }


def _head(telling: Telling) -> Blocks:
    yield Heading(1, plain(title(telling.report)))
    yield telling.facts(_particulars(telling))


def _particulars(telling: Telling) -> Iterator[tuple[str, Runs]]:
    report, say = telling.report, telling.say
    article, version = report.article, report.version
    yield "by", plain(say.listed(article.authors))
    yield "publisher", plain(article.publisher)
    yield "address", address(article.canonical_url or article.url)
    yield "published", plain(say.moment(article.published))
    yield "modified", plain(say.moment(article.modified))
    yield "text_checked", plain(which_version(telling))
    yield "sha256", (Run(version.sha256, code=True),)
    if telling.internal:
        parts = (version.source_name, report.original_media_type)
        yield "read_from", plain(", ".join(part for part in parts if part))
    yield "kind_of_check", plain(say.name(article.mode))
    yield "scale", plain(report.scale.title)
    yield "desk", plain(report.house.name)
    yield "checked_by", plain(say.listed([checker.name for checker in report.checkers]))
    yield "audience", plain(say("internal" if telling.internal else "public"))
    yield "as_of", plain(say.moment(report.made))


def which_version(telling: Telling) -> str:
    """Say which of how many versions was checked."""
    number, count = telling.report.version.number, telling.report.versions
    if count > 1:
        return telling.say("version_of", number=str(number), count=str(count))
    return telling.say("version", number=str(number))


def _bottom_line(telling: Telling) -> Blocks:
    report, say = telling.report, telling.say
    yield telling.heading(2, "bottom_line")
    yield line(_summary(telling))
    if report.partial:
        lead = telling.strong(say("partial"))
        yield Paragraph(((lead, Run(f" {say('partial_public')}")),))
    rows = [
        (plain(f"{row.glyph} {row.label}".strip()), plain(say.number(row.claims)))
        for row in tally(report)
    ]
    if not rows:
        return
    if missing := len(unjudged(report)):
        rows.append((plain(say("not_judged")), plain(say.number(missing))))
    count = say.number(len(report.findings))
    rows.append(((Run(say("total"), strong=True),), (Run(count, strong=True),)))
    yield Table((say("verdict"), say("claims")), tuple(rows), "lr")


def _summary(telling: Telling) -> str:
    report, say = telling.report, telling.say
    if not report.findings:
        return say("no_claim")
    counts = say.listed([f"{say.number(row.claims)} {row.label}" for row in tally(report)])
    claims, done = len(report.findings), len(judged(report))
    told = {"claims": say.count("claims", claims), "counts": counts, "done": say.number(done)}
    if not done:
        return say("none_judged", **told)
    if done == claims:
        return say("one_judged" if claims == 1 else "all_judged", **told)
    return say("some_judged", **told)


def _coverage(telling: Telling) -> Blocks:
    if telling.report.findings or telling.report.left_out:
        yield telling.heading(2, "coverage")
        yield Facts(tuple(_covered(telling)))


def _covered(telling: Telling) -> Iterator[Fact]:
    report, say = telling.report, telling.say
    out = len(report.left_out)
    marked = say.count("claims", len(report.findings) + out)
    if out:
        marked = say("left_out_of", claims=marked, count=say.number(out))
    yield telling.fact("marked", plain(marked))
    yield telling.fact("judged", plain(say.number(len(judged(report)))))
    if closed := [one for one in report.findings if one.claim.state is WorkState.FINAL]:
        yield telling.fact("final", plain(say.number(len(closed))))
    if missing := unjudged(report):
        count = plain(say.number(len(missing)))
        yield telling.fact("not_judged", count, _reasons(missing, telling))
    if lost := [finding for finding in report.findings if not finding.anchors]:
        told = f"{say.number(len(lost))} ({_references(lost)})"
        yield telling.fact("without_place", plain(told))


def _reasons(findings: list[Finding], telling: Telling) -> Iterator[Runs]:
    """Say of each claim that has no verdict why, those of one reason together."""
    grouped: dict[str, list[Finding]] = {}
    for finding in findings:
        reason = telling.say.progress(finding.claim.state, public=not telling.internal)
        grouped.setdefault(reason, []).append(finding)
    for reason, of in grouped.items():
        yield plain(f"{telling.say.colon(capitalised(reason))} {_references(of)}")


def _references(findings: list[Finding]) -> str:
    return ", ".join(finding.claim.reference for finding in findings)


def _remarks(telling: Telling) -> Blocks:
    """Say what of the article itself does not add up, and stands in no claim."""
    if told := telling.report.remarks:
        yield telling.heading(2, "remarks")
        yield Listing(tuple((Paragraph((remark(one, None, telling),)),) for one in told))


def _changes(telling: Telling) -> Blocks:
    """List the changes that may still be made; the claims give the reasons."""
    entries = [
        change(proposal, telling, f"{where(finding, telling)} · ")[:1]
        for finding in telling.report.findings
        for proposal in finding.proposals
        if proposal.decision is not Decision.STET
    ]
    if entries:
        yield telling.heading(2, "changes")
        yield Listing(tuple(entries))


def _findings(telling: Telling) -> Blocks:
    if telling.report.findings:
        yield telling.heading(2, "findings")
    for finding in telling.report.findings:
        for blocks in finding_parts(finding, telling).values():
            yield from blocks


def _awaited(telling: Telling) -> Blocks:
    """List the questions that nobody has answered yet."""
    entries = []
    for finding in telling.report.findings:
        before = f"{finding.claim.reference} · "
        asked = f"{before}{telling.say('query_to_writer')}, "
        entries += [query(one, telling, asked) for one in finding.queries if one.is_open]
        entries += [contact(one, telling, before) for one in finding.contacts if one.is_open]
    if entries:
        yield telling.heading(2, "awaited")
        yield Listing(tuple(entry[:1] for entry in entries), loose=True)


def where(finding: Finding, telling: Telling) -> str:
    """Name a claim and its paragraph."""
    places = [telling.paragraph(anchor.span) for anchor in finding.anchors[:1]]
    return " · ".join([finding.claim.reference, *places])
