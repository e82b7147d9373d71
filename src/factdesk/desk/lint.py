"""The policy lint: what a careful desk would ask of a claim's sources."""

import re
from collections.abc import Iterator
from itertools import combinations

from factdesk.desk.policy import BEARING, independent
from factdesk.model.claim import ClaimKind
from factdesk.model.remark import Remark, Remarked
from factdesk.model.report import Citation, Finding
from factdesk.model.sheet import Cited
from factdesk.model.source import SourceClass
from factdesk.model.verdict import Place
from factdesk.text.crosscheck.dates import dates
from factdesk.text.crosscheck.names import names
from factdesk.text.crosscheck.near import is_near_duplicate

_NAMED = re.compile(
    r"\b(?:according to|figures from|data from|a report by|a study by|published by)\s(?:the\s)?",
    re.IGNORECASE,
)
_UNSURE = {Place.NOT_APPLICABLE, Place.UNVERIFIABLE}


def lint(finding: Finding) -> Iterator[Remark]:
    """Look at the evidence that bears on a claim."""
    bearing = [cited for cited in finding.evidence if cited.evidence.stance in BEARING]
    for cited in bearing:
        yield from _unlocated(finding, cited)
        yield from _untimely(finding, cited)
        if cited.source.url and not cited.source.archive_url:
            words = f"“{cited.source.title}” has no archived copy"
            yield about(finding, Remarked.UNARCHIVED, words, cited, quote=cited.source.url)
    yield from _second_hand(finding, bearing)
    yield from _alone(finding, bearing)
    for one, other in combinations(bearing, 2):
        yield from _one_text(finding, one, other)


def about(
    finding: Finding, sort: Remarked, words: str, *cited: Citation, quote: str = ""
) -> Remark:
    """Make a remark on a claim and some of its evidence."""
    return Remark(
        sort,
        words,
        finding.claim.id,
        finding.claim.reference,
        quote,
        evidence=tuple(one.evidence.id for one in cited),
    )


def _unlocated(finding: Finding, cited: Citation) -> Iterator[Remark]:
    """A page that is quoted can be searched; anything else needs a place."""
    page = cited.source.type in {"webpage", "post-weblog", "post"}
    if not cited.evidence.locator.strip() and not (page and cited.evidence.quote.strip()):
        words = f"it is not told where in “{cited.source.title}” this stands"
        yield about(finding, Remarked.LOCATOR, words, cited)


def _untimely(finding: Finding, cited: Citation) -> Iterator[Remark]:
    issued, accessed = cited.source.issued or "", cited.evidence.accessed
    if not issued:
        return
    if issued[: len(accessed)] > accessed[: len(issued)]:
        words = f"issued {issued}, and accessed before that, on {accessed}"
        yield about(finding, Remarked.TOO_NEW, words, cited)
    years = [when.year for when in dates(wording(finding)) if when.year]
    latest = max(years, default=0)
    if latest > int(issued[:4]) and finding.claim.kind is not ClaimKind.FORECAST:
        words = f"issued {issued}, and the claim speaks of {latest}"
        yield about(finding, Remarked.TOO_OLD, words, cited)


def _second_hand(finding: Finding, bearing: list[Citation]) -> Iterator[Remark]:
    """A secondary source, or the claim, says whom it has it from; that one is not cited."""
    secondary = [one for one in bearing if one.source.source_class is SourceClass.SECONDARY]
    known = " ".join(
        f"{one.source.title} {one.source.publisher} {' '.join(one.source.authors)}".casefold()
        for one in bearing
    )
    told = [("it", one.evidence.quote, [one]) for one in secondary]
    if secondary == bearing:
        told.append(("the claim", wording(finding), secondary))
    for who, text, cited in told:
        for behind in _named_in(text):
            if behind.casefold() not in known:
                words = f"{who} names {behind} as its source: cite that one"
                yield about(finding, Remarked.SECONDARY, words, *cited, quote=behind)


def _named_in(text: str) -> Iterator[str]:
    """Name whom a text says that it has it from."""
    for named in _NAMED.finditer(text):
        behind = next((name for name in names(f"- {text[named.end() :]}")), None)
        if behind and behind.start == 2:
            yield behind.text


def _alone(finding: Finding, bearing: list[Citation]) -> Iterator[Remark]:
    judged = finding.verdict is not None and finding.verdict.place not in _UNSURE
    groups = independent([Cited(one.evidence, one.source) for one in bearing])
    if judged and groups == 1 and bearing[0].source.source_class is not SourceClass.PRIMARY:
        words = f"the verdict rests on “{bearing[0].source.title}” alone"
        yield about(finding, Remarked.SINGLE, words, *bearing)


def _one_text(finding: Finding, one: Citation, other: Citation) -> Iterator[Remark]:
    apart = one.source.id != other.source.id
    grouped = one.evidence.independence and (
        one.evidence.independence == other.evidence.independence
    )
    if apart and not grouped and is_near_duplicate(one.evidence.quote, other.evidence.quote):
        words = f"“{one.source.title}” and “{other.source.title}” carry the same text"
        yield about(finding, Remarked.ONE_TEXT, words, one, other)


def wording(finding: Finding) -> str:
    """Say the claim: in its own words, or in those of its first place."""
    quote = finding.anchors[0].exact if finding.anchors else ""
    return finding.claim.wording or quote
