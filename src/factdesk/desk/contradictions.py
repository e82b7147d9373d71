"""What of a claim differs from its evidence, and what of an article from itself."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from factdesk.desk.lint import about, wording
from factdesk.model.article import Version
from factdesk.model.claim import Anchor
from factdesk.model.remark import Remark, Remarked
from factdesk.model.report import Citation, Finding
from factdesk.model.source import Stance
from factdesk.model.span import Span
from factdesk.model.verdict import Place
from factdesk.text.crosscheck import Check, Outcome, Sum, arithmetic, crosscheck

#: What is worth a remark when the evidence does not have it; names and dates are often implied.
_WANTED = {"number", "percent", "percentage points", "money", "quotation"}

_TRUE = {Place.TRUE, Place.MOSTLY_TRUE}

#: What says no more than that it is another one, which the words say already.
_PLAIN = ("another ", "the evidence writes ")


def compared(finding: Finding) -> Iterator[Remark]:
    """Compare a claim with the quotes of its evidence.

    A difference from evidence that refutes the claim is what a verdict says that is not *true*:
    once there is one, it is worth no remark. A claim in the article's words that does not fit
    itself is a matter of the article's sums.
    """
    verdict = finding.verdict
    explained = verdict is not None and verdict.place not in _TRUE
    quoted = [
        cited
        for cited in finding.evidence
        if cited.evidence.quote.strip()
        and not (explained and cited.evidence.stance is Stance.REFUTES)
    ]
    for check in crosscheck(wording(finding), [cited.evidence.quote for cited in quoted]):
        if check.outcome is Outcome.DIFFERS and (check.other or finding.claim.wording):
            yield _placed(finding, check, _said_by(check, quoted))
        elif check.outcome is Outcome.ABSENT and check.kind in _WANTED:
            yield _placed(finding, check, [])


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


def _said_by(check: Check, quoted: list[Citation]) -> list[Citation]:
    return [cited for cited in quoted if check.other and check.other in cited.evidence.quote]


def _placed(finding: Finding, check: Check, concerned: list[Citation]) -> Remark:
    """Put a check where its words stand in the text, if the claim is said in the text's words."""
    remark = about(finding, _sort(check), _words(check, concerned), *concerned, quote=check.quote)
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


def _words(check: Check, concerned: list[Citation]) -> str:
    if not concerned:
        return f"“{check.quote}”: {check.why}"
    said_by = f"evidence {concerned[0].evidence.number}"
    if check.kind == "quotation":
        return f"the words are not those of {said_by}: {check.why}"
    why = "" if check.why.startswith(_PLAIN) else f": {check.why}"
    return f"the claim says “{check.quote}”, {said_by} says “{check.other}”{why}"
