"""The changes memo (C): what the writer and the editor are asked to do, and nothing else."""

from collections.abc import Iterator
from typing import NamedTuple

from factdesk.exporters.outline.finding import sentence
from factdesk.exporters.outline.parts import Block, Heading, Listing, Runs, line, plain
from factdesk.exporters.outline.report import where, which_version
from factdesk.exporters.outline.telling import Telling, article_title
from factdesk.exporters.outline.work import change, query
from factdesk.exporters.places import place_of
from factdesk.model.report import Finding, Report
from factdesk.model.workflow import ChangeProposal, Decision, Force

Blocks = Iterator[Block]

_SECTIONS = {
    Decision.OPEN: "memo_open",
    Decision.ACCEPTED: "memo_accepted",
    Decision.STET: "memo_stet",
}

#: What must be done comes first; within that the order of the text.
_URGENCY = (Force.MUST, Force.LEGAL, Force.SHOULD, Force.STYLE)


class _Proposed(NamedTuple):
    proposal: ChangeProposal
    finding: Finding


def memo_blocks(report: Report) -> Blocks:
    """Say the whole memo."""
    for blocks in memo_sections(Telling(report)).values():
        yield from blocks


def memo_sections(telling: Telling) -> dict[str, Blocks]:
    """Say the memo section by section; one that has nothing to say is empty."""
    proposed = [
        _Proposed(proposal, finding)
        for finding in telling.report.findings
        for proposal in finding.proposals
    ]
    proposed.sort(key=lambda each: _URGENCY.index(each.proposal.force))
    asked = [finding for finding in telling.report.findings if any(_open_queries(finding))]
    return {
        "head": _head(proposed, asked, telling),
        "open": _changes(Decision.OPEN, proposed, telling),
        "queries": _queries(asked, telling),
        "accepted": _changes(Decision.ACCEPTED, proposed, telling),
        "stet": _changes(Decision.STET, proposed, telling),
    }


def memo_title(telling: Telling) -> str:
    """Name the memo."""
    return telling.say("memo", title=article_title(telling.report))


def _head(proposed: list[_Proposed], asked: list[Finding], telling: Telling) -> Blocks:
    yield Heading(1, plain(memo_title(telling)))
    yield telling.facts(_particulars(proposed, asked, telling))
    if not proposed and not asked:
        yield line(telling.say("memo_nothing"))


def _particulars(
    proposed: list[_Proposed], asked: list[Finding], telling: Telling
) -> Iterator[tuple[str, Runs]]:
    report, say = telling.report, telling.say
    yield "by", plain(say.listed(report.article.authors))
    yield "text_checked", plain(which_version(telling))
    yield "desk", plain(report.house.name)
    yield "checked_by", plain(say.listed([checker.name for checker in report.checkers]))
    yield "as_of", plain(say.moment(report.made))
    counts = [
        f"{say.number(number)} {say.name(decision)}"
        for decision in Decision
        if (number := sum(each.proposal.decision is decision for each in proposed))
    ]
    yield "memo_changes", plain(", ".join(counts))
    questions = sum(len(list(_open_queries(finding))) for finding in asked)
    yield "memo_queries", plain(say.count("queries", questions) if questions else "")


def _changes(decision: Decision, proposed: list[_Proposed], telling: Telling) -> Blocks:
    wanted = [each for each in proposed if each.proposal.decision is decision]
    if wanted:
        yield telling.heading(2, _SECTIONS[decision])
    for each in wanted:
        yield from _proposed(each, telling)


def _proposed(each: _Proposed, telling: Telling) -> Blocks:
    place = place_of(each.proposal, each.finding, telling.report.version.text)
    reference = each.finding.claim.reference
    yield Heading(3, plain(f"{reference} · {telling.paragraph(place)}" if place else reference))
    if place:
        yield sentence(place, telling)
    yield Listing((change(each.proposal, telling),), loose=True)


def _queries(asked: list[Finding], telling: Telling) -> Blocks:
    if asked:
        yield telling.heading(2, "memo_queries")
    for finding in asked:
        yield Heading(3, plain(where(finding, telling)))
        if finding.anchors:
            yield sentence(finding.anchors[0].span, telling)
        entries = (query(one, telling)[:1] for one in finding.queries if one.is_open)
        yield Listing(tuple(entries), loose=True)


def _open_queries(finding: Finding) -> Iterator[object]:
    return (one for one in finding.queries if one.is_open)
