"""A report put together by hand, with something of everything in it."""

from hashlib import sha256
from importlib.resources import files

from factdesk.desk.public import published
from factdesk.model.article import Article, Version
from factdesk.model.changes import ChangedPassage, Changes, Fate, Stale, Touched, Words
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
from factdesk.model.remark import Remark, Remarked, SetAside, Weighed
from factdesk.model.report import DAMAGED, Audience, Citation, Finding, LeftOutClaim, Report
from factdesk.model.sheet import Signed
from factdesk.model.source import Evidence, Source, SourceClass, Stance, Visibility
from factdesk.model.span import Block, BlockKind
from factdesk.model.verdict import Basis, Scale, Verdict
from factdesk.model.workflow import (
    ChangeProposal,
    ContactAttempt,
    Decision,
    Exemption,
    Force,
    Query,
    Role,
    Rule,
    SearchLog,
    SignOff,
    Tick,
)

NOW = "2026-02-17T10:05:00Z"

PARAGRAPHS = (
    (BlockKind.HEADING, "Harbour bridge opens"),
    (
        BlockKind.PARAGRAPH,
        (
            "The new bridge over the harbour opened on Monday, nine months late. It is “the "
            "longest of its kind in Europe”, mayor Ada Quill said, and cost $48 million."
        ),
    ),
    (
        BlockKind.PARAGRAPH,
        (
            "It is the first crossing built here since 1965. Traffic in the old tunnel has fallen "
            "by half, according to the port."
        ),
    ),
    (BlockKind.CAPTION, "The longest of its kind: the bridge on opening day. 🌉"),
    (BlockKind.PARAGRAPH, "Everybody in town loves it."),
)

TEXT = "\n\n".join(text for _, text in PARAGRAPHS)


def blocks() -> tuple[Block, ...]:
    found, start = [], 0
    for kind, text in PARAGRAPHS:
        found.append(Block(kind, start, start + len(text)))
        start += len(text) + 2
    return tuple(found)


def shipped_scale(name: str = "five-step") -> Scale:
    folder = files("factdesk.desk").joinpath("scales")
    return Scale.model_validate_json(folder.joinpath(f"{name}.json").read_bytes())


ARTICLE = Article(
    id="article",
    title="Harbour bridge opens, *nine months* late",
    slug="harbour-bridge",
    authors=("Bo Lind", "Cy Marsh"),
    publisher="The Tidewater Post",
    url="https://tidewater.example/news/bridge?id=1&view=full",
    published="2026-02-16T06:30:00+01:00",
    language="en",
    scale="five-step",
    added=NOW,
)

VERSION = Version(
    id="version",
    article="article",
    number=2,
    text=TEXT,
    sha256=sha256(TEXT.encode()).hexdigest(),
    blocks=blocks(),
    original="original",
    source_name="bridge_final(2).html",
    read_with="html",
    added=NOW,
)

DEE = Checker(id="dee", name="Dee Okafor", initials="DO")

QUILL = Claimant(id="quill", name="Ada Quill", role="mayor", url="https://town.example/quill")

REGISTER = Source(
    id="register",
    type="report",
    title="Register of movable bridges 2025",
    authors=("E. Frey", "G. Hahn"),
    publisher="European Bridge Office",
    issued="2025-11",
    url="https://bridges.example/register.pdf",
    doi="10.5555/ebo.2025",
    source_class=SourceClass.PRIMARY,
    added=NOW,
)

ARCHIVE = Source(
    id="archive",
    type="article-newspaper",
    title="Second tunnel tube handed over",
    container="Harbour Gazette",
    publisher="Harbour Gazette",
    issued="1971-05-03",
    source_class=SourceClass.SECONDARY,
    added=NOW,
)


def claim(number: int, **fields: object) -> Claim:
    return Claim.model_validate(
        {"id": f"claim-{number}", "article": "article", "number": number, "marked": NOW, **fields}
    )


def anchor(number: int, quote: str, **fields: object) -> Anchor:
    start = TEXT.index(quote)
    place = {"start": start, "stop": start + len(quote), "exact": quote}
    return Anchor.model_validate(
        {"claim": f"claim-{number}", "version": "version", **place, **fields}
    )


def verdict(number: int, code: str, nth: int = 1, **fields: object) -> Verdict:
    rating = shipped_scale().rating(code)
    assert rating is not None
    given = {"label": rating.label, "value": rating.value, "place": rating.place}
    base = {"claim": f"claim-{number}", "number": nth, "scale": "five-step", "rating": code}
    return Verdict.model_validate({**base, **given, "checker": "dee", "given": NOW, **fields})


def cited(
    number: int, source: Source, in_report: int, stance: Stance, **fields: object
) -> Citation:
    base = {"claim": f"claim-{number}", "source": source.id, "number": 1, "stance": stance}
    evidence = Evidence.model_validate(
        {**base, "accessed": "2026-02-17", "added": NOW, "visibility": Visibility.PUBLIC, **fields}
    )
    return Citation(number=in_report, evidence=evidence, source=source)


def longest() -> Finding:
    first = verdict(
        1, "mostly-true", given="2026-02-16T18:00:00Z", label="Largely true", rationale="Early."
    )
    second = verdict(1, "mostly-false", 2, basis=Basis.REVISION)
    return Finding(
        claim=claim(
            1,
            wording="The harbour bridge is the longest movable bridge in Europe.",
            kind=ClaimKind.SUPERLATIVE,
            claimant="quill",
            claimed_on="2026-02-16",
            state=WorkState.FINAL,
            rationale=(
                "The register lists **two** that are longer:\n\n"
                "- Sund, 412 m\n- Elv, 398 m\n\n"
                "# Of its kind\n\nIt is the longest with a single leaf."
            ),
        ),
        anchors=(
            anchor(1, "“the longest of its kind in Europe”"),
            anchor(1, "The longest of its kind", role=AnchorRole.CAPTION),
        ),
        claimant=QUILL,
        verdict=second,
        verdicts=(first, second),
        evidence=(
            cited(
                1,
                REGISTER,
                1,
                Stance.REFUTES,
                locator="p. 14, table 3",
                quote="Sund: 412 m\nElv: 398 m\n\nHarbour: 361 m",
                note="Asked the office for the 2026 table.",
            ),
        ),
        notes=(
            Note(
                claim="claim-1",
                text="Call the mayor's office.\n\nAsk for the engineer's letter.",
                checker="dee",
                written=NOW,
            ),
        ),
        proposals=(
            ChangeProposal(
                claim="claim-1",
                original="“the longest of its kind in Europe”",
                replacement="“one of the longest of its kind in Europe”",
                reason="Two are longer.",
                force=Force.MUST,
                checker="dee",
                proposed=NOW,
            ),
            ChangeProposal(
                claim="claim-1",
                original="The longest of its kind",
                replacement="",
                force=Force.STYLE,
                decision=Decision.STET,
                decided_by="dee",
                decided=NOW,
                checker="dee",
                proposed=NOW,
            ),
        ),
        contacts=(
            ContactAttempt(
                claim="claim-1",
                whom="Ada Quill",
                how="telephone",
                question="Which kind do you mean?",
                answer="Swing bridges.",
                checker="dee",
                made=NOW,
                answered=NOW,
            ),
        ),
        searches=(
            SearchLog(
                claim="claim-1",
                place="Bridge office",
                sought="a ranking",
                checker="dee",
                searched=NOW,
            ),
        ),
        exemptions=(
            Exemption(
                claim="claim-1",
                rule=Rule.INDEPENDENT_SOURCES,
                reason="There is one register.",
                checker="dee",
                granted=NOW,
            ),
        ),
        signoffs=(signed("claim-1", Role.CHECKER, valid=False),),
        remarks=(
            Weighed(Remark(Remarked.ABSENT, "", quote="the *longest*")),
            Weighed(Remark(Remarked.UNARCHIVED, "", quote="https://a.example/"), put_aside()),
        ),
        withheld=1,
    )


def signed(claim: str | None, role: Role, *, valid: bool, override: str = "") -> Signed:
    signoff = SignOff(
        article="article",
        claim=claim,
        role=role,
        checker="dee",
        sha256="0",
        override=override,
        signed=NOW,
    )
    return Signed(signoff, valid)


def put_aside() -> SetAside:
    return SetAside(
        article="article",
        remark="",
        words="",
        reason="Their pages stay.",
        checker="dee",
        put_aside=NOW,
    )


def cost() -> Finding:
    return Finding(
        claim=claim(3, kind=ClaimKind.MONEY, state=WorkState.QUERY_OUT),
        anchors=(anchor(3, "$48 million", status=AnchorStatus.NEEDS_REVIEW),),
        queries=(
            Query(
                claim="claim-3",
                text="Where is the sum from?",
                deadline="2026-02-19",
                checker="dee",
                asked=NOW,
            ),
        ),
        contacts=(ContactAttempt(claim="claim-3", whom="Town treasurer", checker="dee", made=NOW),),
        proposals=(
            ChangeProposal(
                claim="claim-3",
                original="cost $48 million",
                replacement="cost about $48 million",
                decision=Decision.ACCEPTED,
                checker="dee",
                proposed=NOW,
            ),
        ),
    )


def since_1965() -> Finding:
    given = verdict(2, "false", rationale="A second tube of the tunnel opened in 1971.")
    return Finding(
        claim=claim(2, kind=ClaimKind.FIRST_SINCE, state=WorkState.FINAL),
        anchors=(anchor(2, "the first crossing built here since 1965"),),
        verdict=given,
        verdicts=(given,),
        evidence=(
            cited(
                *(2, ARCHIVE, 2, Stance.REFUTES),
                quote="The second tube was handed over today.",
                id="evidence-2",
            ),
            cited(2, REGISTER, 1, Stance.NO_INFORMATION, accessed="2026-02"),
        ),
        remarks=(
            Weighed(
                Remark(
                    *(Remarked.DIFFERS, "", "claim-2", "C2", "since 1965"),
                    other="since 1956",
                    evidence=("evidence-2",),
                )
            ),
        ),
        ticks=(
            Tick(claim="claim-2", question="Is there a counter-example in between?", ticked=NOW),
        ),
    )


def love() -> Finding:
    given = verdict(4, "not-checkable", rationale="An opinion.")
    return Finding(
        claim=claim(4, kind=ClaimKind.OPINION, state=WorkState.FINAL),
        anchors=(anchor(4, "Everybody in town loves it."),),
        verdict=given,
        verdicts=(given,),
    )


def since_version_1() -> Changes:
    return Changes(
        number=1,
        added="2026-02-16T08:00:00Z",
        sha256="1",
        now=2,
        now_added=NOW,
        passages=(
            ChangedPassage(
                paragraph=2,
                words=(
                    Words(text="It … cost "),
                    Words(text="$45 *million*", gone=True),
                    Words(text="$48 million", come=True),
                    Words(text="."),
                ),
            ),
            ChangedPassage(
                paragraph=5, words=(Words(text="Everybody loves it.", come=True, moved=True),)
            ),
        ),
        changed=3,
        same=(1, 2),
        touched=(
            Touched(number=3, fate=Fate.REVIEW, was="$45 million", reads="$48 million", version=1),
            Touched(number=6, fate=Fate.LOST, was="The ferry has stopped.", reads=""),
        ),
        stale=(Stale(reference="C1", role=Role.CHECKER, signed_by="Dee Okafor", signed=NOW),),
    )


def sample(audience: Audience = Audience.INTERNAL) -> Report:
    """Make the report of an article with six claims, one of them left out."""
    report = Report(
        audience=Audience.INTERNAL,
        house=House(name="Tidewater checks", corrections_url="https://tidewater.example/errors"),
        article=ARTICLE,
        version=VERSION,
        versions=2,
        original_media_type="text/html",
        scale=shipped_scale(),
        scales=(shipped_scale(),),
        checkers=(DEE,),
        findings=(
            longest(),
            cost(),
            since_1965(),
            love(),
            Finding(
                claim=claim(6, wording="The ferry has stopped.", state=WorkState.MARKED), anchors=()
            ),
        ),
        left_out=(LeftOutClaim(reference="C5", reason=DAMAGED),),
        sources=(REGISTER, ARCHIVE),
        changes=since_version_1(),
        signoffs=(
            signed(None, Role.EDITOR, valid=True, override="The treasurer cannot be reached."),
        ),
        remarks=(Weighed(Remark(Remarked.ARITHMETIC, "", quote="50 percent")),),
        partial=True,
        made=NOW,
    )
    return report if audience is Audience.INTERNAL else published(report)
