"""A desk with an article that was checked, and with a marked word in everything confidential."""

from hashlib import sha256
from typing import Any

from factdesk.desk import opening
from factdesk.model.article import Article, LeftOut, Original, Version
from factdesk.model.claim import (
    Anchor,
    AnchorRole,
    AnchorStatus,
    Checker,
    Claim,
    Claimant,
    ClaimKind,
    Note,
    WorkState,
)
from factdesk.model.desk import House
from factdesk.model.edit import Change, Edit, birth
from factdesk.model.record import Record
from factdesk.model.remark import Remarked, SetAside
from factdesk.model.source import Evidence, Source, SourceClass, Stance, Visibility
from factdesk.model.span import BlockKind, Span
from factdesk.model.verdict import Basis, Verdict
from factdesk.model.workflow import (
    ChangeProposal,
    ContactAttempt,
    Decision,
    Exemption,
    Force,
    Issue,
    Query,
    Role,
    Rule,
    SearchLog,
    SignOff,
    Tick,
)
from factdesk.store.store import Store
from factdesk.text.anchors import surroundings
from factdesk.text.canonical import assemble, digest

NOW = "2026-03-04T10:05:00Z"

#: What no public export may hold, wherever it stands.
SECRET = "Quuxomatic"  # noqa: S105 - it opens nothing

SLUG = "harbour-counts-again"

TEXT, BLOCKS = assemble(
    [
        (BlockKind.HEADING, "Harbour counts again 🚢"),
        (
            BlockKind.PARAGRAPH,
            (
                "The harbour of Kestrel Bay handled 41 million tonnes last year 🚢🚢, 12 % more "
                "than the year before, the port authority said. It was the first time since 1972 "
                "that it overtook Port Alder."
            ),
        ),
        (
            BlockKind.PARAGRAPH,
            (
                "“We have doubled our crews”, said Mina Okafor, who runs the harbour. “Nobody in "
                "Port Alder works on Sundays.”"
            ),
        ),
        (BlockKind.CAPTION, "Doubled: crews at the harbour. It handled 41 million tonnes."),
        (BlockKind.LIST_ITEM, "=SUM(A1) is what the clerk typed <script>alert(1)</script> & left."),
    ]
)

ORIGINAL = b"<html>\xff\x00 the page as it came</html>"


def _claim(number: int, **fields: Any) -> Claim:  # noqa: ANN401 - any field of a claim
    base = {"id": _id(f"claim-{number}"), "article": _id("article"), "number": number}
    return Claim.model_validate({**base, "marked": NOW, **fields})


def _id(name: str) -> str:
    """Make an identity that looks like every other and is the same each time."""
    digits = sha256(name.encode()).hexdigest()
    parts = (digits[:8], digits[8:12], "4" + digits[13:16], "8" + digits[17:20], digits[20:32])
    return "-".join(parts)


def _anchor(number: int, quote: str, nth: int = 0, **fields: Any) -> Anchor:  # noqa: ANN401 - any field
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(quote, start + 1)
    span = Span(start, start + len(quote))
    prefix, suffix = surroundings(TEXT, span)
    return Anchor.model_validate(
        {
            "id": _id(f"anchor-{number}-{nth}-{quote}"),
            "claim": _id(f"claim-{number}"),
            "version": _id("version"),
            "start": span.start,
            "stop": span.stop,
            "exact": quote,
            "prefix": prefix,
            "suffix": suffix,
            **fields,
        }
    )


def _verdict(number: int, nth: int, rating: str, label: str, **fields: Any) -> Verdict:  # noqa: ANN401 - any field
    return Verdict.model_validate(
        {
            "id": _id(f"verdict-{number}-{nth}"),
            "claim": _id(f"claim-{number}"),
            "number": nth,
            "scale": "five-step",
            "rating": rating,
            "label": label,
            "checker": _id("checker"),
            "given": NOW,
            **fields,
        }
    )


def _evidence(number: int, nth: int, source: str, stance: Stance, **fields: Any) -> Evidence:  # noqa: ANN401 - any field
    return Evidence.model_validate(
        {
            "id": _id(f"evidence-{number}-{nth}"),
            "claim": _id(f"claim-{number}"),
            "source": _id(source),
            "number": nth,
            "stance": stance,
            "accessed": "2026-03-03",
            "added": NOW,
            **fields,
        }
    )


def _article() -> list[Record]:
    return [
        Article(
            id=_id("article"),
            title="Harbour counts again, *and* again",
            slug=SLUG,
            authors=("Bo Lind", "Cy Marsh"),
            publisher="Kestrel Courier",
            url="https://courier.example/harbour?id=1&view=full",
            published="2026-03-02T06:30:00+01:00",
            language="en",
            scale="five-step",
            added=NOW,
        ),
        Original(id=sha256(ORIGINAL).hexdigest(), media_type="text/html", content=ORIGINAL),
        Version(
            id=_id("version"),
            article=_id("article"),
            number=1,
            text=TEXT,
            sha256=digest(TEXT),
            blocks=BLOCKS,
            left_out=(
                LeftOut(
                    kind=BlockKind.PARAGRAPH,
                    text=f"Teaser by {SECRET}",
                    reason=f"a teaser, says {SECRET}",
                    position=0,
                ),
            ),
            original=sha256(ORIGINAL).hexdigest(),
            source_name=f"from {SECRET}.html",
            read_with="html",
            warnings=(f"{SECRET} was not readable",),
            added=NOW,
        ),
    ]


def _sources() -> list[Record]:
    return [
        Source(
            id=_id("statistics"),
            type="report",
            title="Port statistics 2025 & {tables}",
            authors=("E. Frey", "Gil Hahn"),
            publisher="Kestrel Bay Port Authority",
            issued="2026-01",
            url="https://port.example/statistics.pdf?a=1&b=2",
            doi="10.5555/kbpa.2025",
            source_class=SourceClass.PRIMARY,
            added=NOW,
        ),
        Source(
            id=_id("gazette"),
            type="article-newspaper",
            title="Alder’s record, 100 % sure",
            container="Alder Gazette",
            issued="1985-05-03",
            source_class=SourceClass.SECONDARY,
            added=NOW,
        ),
        Source(
            id=_id("whistle-blower"),
            type="interview",
            title=f"Talk with {SECRET}",
            authors=(SECRET,),
            container=SECRET,
            publisher=SECRET,
            url=f"https://{SECRET}.example/",
            confidential=True,
            added=NOW,
        ),
        Source(id=_id("memo"), title=f"Memo of {SECRET}", added=NOW),
    ]


def _first() -> list[Record]:
    return [
        Claimant(
            id=_id("authority"), name="The port authority", url="https://port.example/"
        ),
        _claim(
            1,
            wording="The harbour handled 41 million tonnes in 2025.",
            kind=ClaimKind.NUMBER,
            claimant=_id("authority"),
            claimed_on="2026-03",
            state=WorkState.FINAL,
            rationale=(
                "The table says **40.6 million**, see [the table](https://port.example/t).\n\n"
                "- rounded up: *41*\n- not `42`\n\n# How\n\n> We asked.\n\n<b>no markup</b>"
            ),
        ),
        _anchor(1, "handled 41 million tonnes"),
        _anchor(1, "handled 41 million tonnes", 1, role=AnchorRole.CAPTION),
        _verdict(
            1, 1, "true", "True", value=5, place="true", rationale=f"Early, with {SECRET}.",
            given="2026-03-03T10:00:00Z",
        ),
        _verdict(
            1, 2, "mostly-true", "Mostly true", value=4, place="mostly true",
            rationale="Rounded.", basis=Basis.REVISION,
        ),
        _evidence(
            1, 1, "statistics", Stance.QUALIFIES, quote="40.6 million\n\nof tonnes",
            locator="p. 14, table 3", note=f"{SECRET} sent it.",
        ),
        _evidence(1, 2, "whistle-blower", Stance.SUPPORTS, quote=f"“{SECRET}”, he said."),
        _evidence(1, 3, "memo", Stance.CONTEXT, visibility=Visibility.INTERNAL),
        Note(
            id=_id("note"), claim=_id("claim-1"), text=f"Call {SECRET}.\n\nAgain.",
            checker=_id("checker"), written=NOW,
        ),
        Tick(
            id=_id("tick"), claim=_id("claim-1"), question=f"Is it rounded, {SECRET}?",
            ticked=NOW,
        ),
    ]  # fmt: skip


def _others() -> list[Record]:
    return [
        _claim(2, kind=ClaimKind.FIRST_SINCE, state=WorkState.FINAL, rationale="It did in 1985."),
        _anchor(2, "It was the first time since 1972"),
        _anchor(2, "the first time since 1972 that it overtook Port Alder"),
        _verdict(2, 1, "false", "False", value=1, place="false", rationale="It did in 1985."),
        _evidence(2, 1, "gazette", Stance.REFUTES, quote="Kestrel Bay is first."),
        _claim(
            3, kind=ClaimKind.DIRECT_QUOTE, state=WorkState.QUERY_OUT, rationale=SECRET,
            context=f"From {SECRET}.", issues=(Issue.AMBIGUOUS,),
        ),
        _anchor(3, "We have doubled our crews", status=AnchorStatus.NEEDS_REVIEW),
        _claim(4, kind=ClaimKind.OPINION, state=WorkState.FINAL),
        _anchor(4, "Nobody in Port Alder works on Sundays."),
        _verdict(
            4, 1, "not-checkable", "Not checkable", place="not applicable", rationale="A jibe."
        ),
        _claim(6, wording="=HYPERLINK(1)", state=WorkState.FINAL, rationale="@No"),
        _anchor(6, "=SUM(A1) is what the clerk typed <script>alert(1)</script> & left."),
        _verdict(6, 1, "unproven", "Unproven", place="unverifiable", rationale="@No"),
        _claim(7, wording="The ferry has stopped.", kind=ClaimKind.EVENT),
        _anchor(7, "the port authority", exact="ferry", status=AnchorStatus.ORPHANED),
    ]  # fmt: skip


def _work() -> list[Record]:
    """Give what the house did on the first claim, each with something that stays in it."""
    by = {"claim": _id("claim-1"), "checker": _id("checker")}
    return [
        ChangeProposal(
            id=_id("change"), original="handled 41 million tonnes", force=Force.MUST,
            replacement="handled 40.6 million tonnes", reason=f"{SECRET} says so.", proposed=NOW,
            **by,
        ),
        ChangeProposal(
            id=_id("stet"), original="last year", replacement=f"in 2025 ({SECRET})",
            decision=Decision.STET, decided_by=_id("checker"), decided=NOW, proposed=NOW, **by,
        ),
        Query(id=_id("query"), text=f"Did {SECRET} count?", deadline="2026-03-09", asked=NOW, **by),
        ContactAttempt(
            id=_id("contact"), whom=f"Clerk {SECRET}", how=SECRET, question=f"Was it {SECRET}?",
            answer=f"Yes, {SECRET}.", made=NOW, answered=NOW, **by,
        ),
        SearchLog(id=_id("search"), place=f"Drawer of {SECRET}", sought=SECRET, searched=NOW, **by),
        Exemption(
            id=_id("exemption"), rule=Rule.ARCHIVE_LINK, reason=f"{SECRET} forbids it.",
            granted=NOW, **by,
        ),
        SetAside(
            id=_id("aside"), article=_id("article"), claim=_id("claim-1"),
            remark="|".join((Remarked.LOCATOR, _id("claim-1"), "", "", _id("evidence-1-2"))),
            words=f"it is not told where {SECRET} stands", reason=f"{SECRET} was there.",
            checker=_id("checker"), put_aside=NOW,
        ),
        SignOff(
            id=_id("signoff"), article=_id("article"), claim=_id("claim-1"), role=Role.CHECKER,
            checker=_id("checker"), sha256="0", signed=NOW,
        ),
        SignOff(
            id=_id("signoff of all"), article=_id("article"), role=Role.EDITOR,
            checker=_id("checker"), sha256="0", override=f"{SECRET} is in a hurry.", signed=NOW,
        ),
    ]  # fmt: skip


def checked(store: Store) -> Article:
    """Put the checked article on a desk that was just founded."""
    house = store.house() or House(id="house")
    named = house.model_copy(
        update={
            "name": "Tidewater Checks",
            "publisher_url": "https://tidewater.example",
            "corrections_url": "https://tidewater.example/errors",
        }
    )
    checker = Checker(id=_id("checker"), name=f"Dee {SECRET}", initials="DQ")
    records = [checker, *_article(), *_sources(), *_first(), *_others(), *_work()]
    changes = [Change(house, named), *(birth(record) for record in records)]
    store.apply(Edit("Check", tuple(changes)))
    return store.article(_id("article"))


def desk() -> tuple[Store, Article]:
    """Make a desk in memory with the checked article on it."""
    store = Store.in_memory()
    opening.found(store)
    return store, checked(store)
