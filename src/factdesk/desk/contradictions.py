"""What of a claim differs from its evidence, and what of an article from itself."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from factdesk.desk.lint import about, wording
from factdesk.model.article import Version
from factdesk.model.claim import Anchor
from factdesk.model.record import Id
from factdesk.model.remark import Remark, Remarked
from factdesk.model.report import Citation, Finding
from factdesk.model.source import Stance
from factdesk.model.span import Span
from factdesk.model.verdict import Place
from factdesk.text.crosscheck import Check, KeptText, Outcome, Sum, arithmetic, crosscheck
from factdesk.text.crosscheck.quotes import likeness

#: The texts that the desk keeps of sources, by the sources.
Kept: TypeAlias = Mapping[Id, KeptText]
_NOTHING: Kept = MappingProxyType({})

#: What is worth a remark when the evidence does not have it; names and dates are often implied.
_WANTED = {"number", "percent", "percentage points", "money", "quotation"}

_TRUE = {Place.TRUE, Place.MOSTLY_TRUE}

#: What says no more than that it is another one, which the words say already.
_PLAIN = ("another ", "the evidence writes ")


class _Said(NamedTuple):
    """What a piece of evidence says: its quote, or what the whole text of its source has near."""

    cited: Citation
    text: str
    kept: bool = False


def compared(finding: Finding, kept: Kept = _NOTHING) -> Iterator[Remark]:
    """Compare a claim with the quotes of its evidence, and with the texts kept of its sources.

    A difference from evidence that refutes the claim is what a verdict says that is not *true*:
    once there is one, it is worth no remark. A claim in the article's words that does not fit
    itself is a matter of the article's sums.
    """
    verdict = finding.verdict
    explained = verdict is not None and verdict.place not in _TRUE
    cited = [
        one for one in finding.evidence if not (explained and one.evidence.stance is Stance.REFUTES)
    ]
    said = [_Said(one, one.evidence.quote) for one in cited if one.evidence.quote.strip()]
    whole = {one.source.id: one for one in cited if one.source.id in kept}
    told = wording(finding)
    said += [_Said(one, kept[key].near(told), kept=True) for key, one in whole.items()]
    for check in crosscheck(told, [one.text for one in said]):
        if check.outcome is Outcome.DIFFERS and (check.other or finding.claim.wording):
            yield _placed(finding, check, _said_by(check, said))
        elif check.outcome is Outcome.ABSENT and check.kind in _WANTED:
            yield _placed(finding, check, None)
    for one in cited:
        if one.source.id in kept and one.evidence.quote.strip():
            yield from _misquoted(finding, one, kept[one.source.id].text)


def _misquoted(finding: Finding, cited: Citation, text: str) -> Iterator[Remark]:
    """Look for the quote of a piece of evidence in the whole text of its source."""
    evidence = cited.evidence
    best = likeness(evidence.quote, text)
    if best.ratio == 1:
        return
    who = f"evidence {evidence.number}"
    if best.ratio:
        words = f"{who} quotes otherwise than the text kept of its source: {best.difference}"
        remark = about(finding, Remarked.ALTERED, words, cited, quote=evidence.quote)
        yield remark._replace(other=best.theirs)
    else:
        words = f"the text kept of its source does not have the words that {who} quotes"
        yield about(finding, Remarked.ABSENT, words, cited, quote=evidence.quote)


def sums(version: Version, spans: Iterable[Span] | None = None) -> list[Sum]:
    """Check the arithmetic of a text in its order; at some places, that of their blocks."""
    wanted = None if spans is None else list(spans)
    blocks = [
        block
        for block in version.blocks
        if wanted is None or any(span.touches(block.span) for span in wanted)
    ]
    found = [
        one._replace(start=one.start + block.start, stop=one.stop + block.start)
        for block in blocks
        for one in arithmetic(version.text[block.start : block.stop])
    ]
    return sorted(found)


def of_sum(one: Sum, finding: Finding | None = None) -> Remark:
    """Remark that numbers do not add up, on the claim that says so or on the article."""
    claim = finding.claim if finding else None
    return Remark(
        Remarked.ARITHMETIC,
        f"“{one.quote}”: {one.why}",
        claim.id if claim else "",
        claim.reference if claim else "",
        one.quote,
        one.start,
        one.stop,
    )


def said_at(found: Sequence[Sum], anchors: Iterable[Anchor]) -> list[Sum]:
    """Choose what does not add up at some places; what was found stands in the text's order."""
    said: list[Sum] = []
    for anchor in anchors:
        first = bisect_right(found, anchor.start, key=lambda one: one.stop)
        said += found[first : bisect_left(found, anchor.stop, key=lambda one: one.start)]
    return list(dict.fromkeys(said))


def _said_by(check: Check, said: Sequence[_Said]) -> _Said | None:
    return next((one for one in said if check.other and check.other in one.text), None)


def _placed(finding: Finding, check: Check, by: _Said | None) -> Remark:
    """Put a check where its words stand in the text, if the claim is said in the text's words."""
    concerned = (by.cited,) if by else ()
    remark = about(finding, _sort(check), _words(check, by), *concerned, quote=check.quote)
    remark = remark._replace(other=check.other)
    if finding.claim.wording or not finding.anchors:
        return remark
    start = finding.anchors[0].start
    return remark._replace(start=start + check.start, stop=start + check.stop)


def _sort(check: Check) -> Remarked:
    if check.outcome is Outcome.ABSENT:
        return Remarked.ABSENT
    if not check.other:
        return Remarked.ARITHMETIC
    return Remarked.ALTERED if check.kind == "quotation" else Remarked.DIFFERS


def _words(check: Check, by: _Said | None) -> str:
    if by is None:
        return f"“{check.quote}”: {check.why}"
    who = f"evidence {by.cited.evidence.number}"
    if by.kept:
        who = f"the text kept of {who}"
    if check.kind == "quotation":
        return f"the words are not those of {who}: {check.why}"
    why = "" if check.why.startswith(_PLAIN) else f": {check.why}"
    return f"the claim says “{check.quote}”, {who} says “{check.other}”{why}"
