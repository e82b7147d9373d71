"""The house's own work on a claim: what was proposed, asked, looked for, remarked and signed.

A public report has none of it: the records are not in there.
"""

from collections.abc import Iterable, Iterator

from factdesk.exporters.citation import short_name
from factdesk.exporters.outline.parts import Block, Listing, Paragraph, Run, Runs, Text, line
from factdesk.exporters.outline.telling import Telling
from factdesk.exporters.wording import capitalised
from factdesk.model.claim import Note
from factdesk.model.remark import Remarked, SetAside, Weighed
from factdesk.model.report import Finding
from factdesk.model.sheet import Signed
from factdesk.model.workflow import (
    ChangeProposal,
    ContactAttempt,
    Decision,
    Exemption,
    Query,
    SearchLog,
)

_PART_LEVEL = 4

Blocks = Iterator[Block]
Entry = tuple[Block, ...]


def changes(finding: Finding, telling: Telling) -> Blocks:
    """Say which words shall change, and what was decided."""
    entries = (change(proposal, telling) for proposal in finding.proposals)
    yield from _section("changes", entries, telling)


def change(proposal: ChangeProposal, telling: Telling, before: str = "") -> Entry:
    """Say a proposed change: how much it is wanted, its words, who wants it, why, the decision."""
    say = telling.say
    named = f"{before}{capitalised(say.name(proposal.force))}"
    who = [*telling.by(proposal.checker), say.day(proposal.proposed)]
    decided = say.name(proposal.decision)
    if proposal.decision is not Decision.OPEN:
        when = [say.day(proposal.decided)] if proposal.decided else []
        decided = ", ".join([decided, *telling.by(proposal.decided_by), *when])
    told = f" {telling.change(proposal)} ({', '.join(who)}; {decided})"
    first = Paragraph(((telling.strong(named), Run(told)),))
    reason = (Text(proposal.reason, (Run(say.colon(say("reason"))),)),)
    return (first, *(reason if proposal.reason.strip() else ()))


def queries(finding: Finding, telling: Telling) -> Blocks:
    """Say what the writer was asked, and the answer."""
    yield from _section("queries", (query(one, telling) for one in finding.queries), telling)


def query(asked: Query, telling: Telling, before: str = "") -> Entry:
    """Say a question to the writer."""
    say = telling.say
    parts = [*telling.by(asked.checker), say.day(asked.asked), *_due(asked, telling)]
    lead = (telling.strong(before + ", ".join(parts)),)
    return (Text(asked.text, lead), *_answer(asked, telling))


def contacts(finding: Finding, telling: Telling) -> Blocks:
    """Say who was asked, how, and what came back."""
    yield from _section("contacts", (contact(one, telling) for one in finding.contacts), telling)


def contact(attempt: ContactAttempt, telling: Telling, before: str = "") -> Entry:
    """Say that somebody was asked."""
    say = telling.say
    parts = [attempt.whom, attempt.how, say.day(attempt.made), *telling.by(attempt.checker)]
    parts += [] if attempt.on_record else [say("off_record")]
    parts += [say("confidential")] if attempt.confidential else []
    parts += _due(attempt, telling)
    told = before + ", ".join(part for part in parts if part.strip())
    lead = (telling.strong(told),) if attempt.question.strip() else (Run(told, strong=True),)
    return (Text(attempt.question, lead), *_answer(attempt, telling))


def _due(asked: Query | ContactAttempt, telling: Telling) -> list[str]:
    """Say until when an answer is awaited, while it is."""
    if not asked.is_open or not asked.deadline:
        return []
    return [telling.say("due", date=telling.say.day(asked.deadline))]


def _answer(asked: Query | ContactAttempt, telling: Telling) -> Entry:
    say = telling.say
    if asked.answered is None:
        return (line(f"{capitalised(say('not_answered'))}."),)
    when = say.day(asked.answered)
    if not asked.answer.strip():
        return (line(f"{capitalised(say('no_answer'))} ({when})."),)
    return (Text(asked.answer, (Run(say.colon(f"{say('answer')} ({when})")),)),)


def searches(finding: Finding, telling: Telling) -> Blocks:
    """Say where was looked for what: without it “unproven” cannot be defended."""
    yield from _section("searches", (_search(one, telling) for one in finding.searches), telling)


def _search(log: SearchLog, telling: Telling) -> Entry:
    say = telling.say
    parts = [say("sought", words=say.quoted(log.sought)), say.day(log.searched)]
    told = ", ".join([*parts, *telling.by(log.checker)])
    found = log.found if log.found.strip() else f"{say('nothing_found')}."
    return (Text(found, (Run(log.place, strong=True), Run(say.colon(f", {told}")))),)


def exceptions(finding: Finding, telling: Telling) -> Blocks:
    """Say from which rule of the desk the claim was exempted, and why."""
    yield from _section(
        "exceptions", (_exception(one, telling) for one in finding.exemptions), telling
    )


def _exception(granted: Exemption, telling: Telling) -> Entry:
    rule = Run(capitalised(telling.say.name(granted.rule)), strong=True)
    who = telling.say.colon(f" ({_signed(granted.checker, granted.granted, telling)})")
    return (Text(granted.reason, (rule, Run(who))),)


def signatures(finding: Finding, telling: Telling) -> Blocks:
    """Say who answers for the claim, and whether what they signed is still as it was."""
    yield from _section("signed", (signature(one, telling) for one in finding.signoffs), telling)


def signature(signed: Signed, telling: Telling) -> Entry:
    """Say who signed in which role, when, and whether it still holds."""
    say, signoff = telling.say, signed.signoff
    told = _signed(signoff.checker, signoff.signed, telling)
    holds = say("valid") if signed.valid else say("stale")
    first = Paragraph(
        ((telling.strong(capitalised(say.name(signoff.role))), Run(f" {told} · {holds}")),)
    )
    if not signoff.override.strip():
        return (first,)
    return (first, Text(signoff.override, (Run(say.colon(say("signed_in_spite"))),)))


def remarks(finding: Finding, telling: Telling) -> Blocks:
    """Say what the program remarks, and why some of it does not count."""
    if finding.remarks:
        yield telling.heading(_PART_LEVEL, "remarks")
        lines = ((remark(one, finding, telling),) for one in _links_as_one(finding.remarks))
        yield Listing(tuple((Paragraph(told),) for told in lines))


def _links_as_one(remarks: Iterable[Weighed]) -> Iterator[Weighed]:
    """Let all links without an archived copy be one remark: each alone would drown the rest."""
    links: list[Weighed] = []
    for one in remarks:
        if one.is_open and one.remark.sort is Remarked.UNARCHIVED:
            links.append(one)
        else:
            yield one
    if links:
        concerned = tuple(key for one in links for key in one.remark.evidence)
        yield Weighed(links[0].remark._replace(evidence=concerned))


def remark(weighed: Weighed, finding: Finding | None, telling: Telling) -> Runs:
    """Say a remark in the report's language: what it is about, what the evidence says, and whose.

    Of a link the name of its source says enough.
    """
    say, told = telling.say, weighed.remark
    about = told.quote and told.sort is not Remarked.UNARCHIVED
    parts = [say.quoted(told.quote)] if about else []
    parts += [say("remark_other", other=say.quoted(told.other))] if told.other else []
    cited = finding.evidence if finding else ()
    sources = [one.source for one in cited if one.evidence.id in told.evidence]
    parts += [short_name(source, say) for source in dict.fromkeys(sources)]
    sort = capitalised(say.name(told.sort))
    lead = telling.strong(sort) if parts else Run(sort, strong=True)
    return (lead, Run(f" {', '.join(parts)}".rstrip() + _put_aside(weighed.aside, telling)))


def _put_aside(aside: SetAside | None, telling: Telling) -> str:
    if aside is None:
        return ""
    who = _signed(aside.checker, aside.put_aside, telling)
    lead = telling.say.colon(f"{telling.say('set_aside')}, {who}")
    return f" ({lead} {aside.reason})"


def notes(finding: Finding, telling: Telling) -> Blocks:
    """Give the notes of the desk."""
    if telling.internal:
        yield from _section("notes", (_note(note, telling) for note in finding.notes), telling)


def _note(note: Note, telling: Telling) -> Entry:
    return (Text(note.text, (telling.strong(_signed(note.checker, note.written, telling)),)),)


def _signed(checker: str | None, when: str, telling: Telling) -> str:
    return ", ".join([*telling.by(checker), telling.say.day(when)])


def _section(key: str, entries: Iterable[Entry], telling: Telling) -> Blocks:
    """Head a list, if there is anything in it."""
    if told := tuple(entries):
        yield telling.heading(_PART_LEVEL, key)
        yield Listing(told, loose=True)
