"""What stands at the end of a fact-check report: sources, what is missing, sign-offs, method."""

from collections.abc import Iterator

from factdesk.exporters.citation import citation
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
    joined,
    line,
    plain,
)
from factdesk.exporters.outline.telling import Telling
from factdesk.exporters.outline.work import signature
from factdesk.exporters.tally import Uses, claims_of, uses
from factdesk.exporters.wording import Words, capitalised
from factdesk.model.report import DAMAGED
from factdesk.model.source import Source
from factdesk.model.verdict import Rating, Scale

Blocks = Iterator[Block]


def sources(telling: Telling) -> Blocks:
    """Cite the sources by their numbers."""
    report = telling.report
    if not report.sources:
        return
    yield telling.heading(2, "sources")
    used = uses(report)
    entries = (
        (Paragraph((cited(source, telling.say), *_whereabouts(source, used[number], telling))),)
        for number, source in enumerate(report.sources, start=1)
    )
    yield Listing(tuple(entries), ordered=True, loose=True, name="source")


def cited(source: Source, say: Words) -> Runs:
    """Cite a source in the house's style."""
    phrases = ((Run(phrase.text, emphasis=phrase.emphasis),) for phrase in citation(source, say))
    return (*joined(phrases, ", "), Run("."))


def _whereabouts(source: Source, used: Uses, telling: Telling) -> Iterator[Runs]:
    """Say where the source is and what it was used for, a line each."""
    say = telling.say
    if source.url.strip():
        yield address(source.url)
    if source.archive_url.strip():
        yield (Run(f"{say.colon(say('archived'))} "), *address(source.archive_url))
    accessed = [say.day(date) for date in sorted({date for _, date in used})]
    claims = claims_of(used)
    known = [
        say.name(source.source_class) if source.source_class else "",
        say("confidential") if source.confidential else "",
        say("accessed", dates=say.listed(accessed)) if accessed else "",
        say("cited_for", claims=say.listed(claims)) if claims else "",
    ]
    if use := ", ".join(part for part in known if part):
        yield plain(f"{capitalised(use)}.")


def left_out(telling: Telling) -> Blocks:
    """Name the claims that are not in the report, with the reasons."""
    report, say = telling.report, telling.say
    if report.left_out:
        yield telling.heading(2, "left_out")
        yield Facts(
            tuple(
                Fact(say.colon(out.reference), plain(_reason(out.reason, say)))
                for out in report.left_out
            )
        )


def _reason(reason: str, say: Words) -> str:
    return say("damaged") if reason == DAMAGED else reason


def signoffs(telling: Telling) -> Blocks:
    """Say who answers for the article."""
    if telling.report.signoffs:
        yield telling.heading(2, "signoffs")
        entries = tuple(signature(signed, telling) for signed in telling.report.signoffs)
        yield Listing(entries, loose=True)


def method(telling: Telling) -> Blocks:
    """Say how the report is to be read, and what the ratings mean."""
    report, say, house = telling.report, telling.say, telling.report.house
    yield telling.heading(2, "method")
    version = str(report.version.number)
    yield Paragraph((plain(say("marked_in", number=version)), plain(say("paragraphs"))))
    pages = {"methodology": house.methodology_url, "corrections": house.corrections_url}
    for key, url in pages.items():
        if url.strip():
            yield Paragraph(((Run(f"{say.colon(say(key))} "), *address(url)),))
    used = {(f.verdict.scale, f.verdict.rating) for f in report.findings if f.verdict}
    for scale in telling.legend.scales:
        yield from _definitions(scale, {rating for of, rating in used if of == scale.id}, say)


def _definitions(scale: Scale, used: set[str], say: Words) -> Blocks:
    yield Heading(3, plain(say("scale_named", title=scale.title)))
    numbered = any(rating.value is not None for rating in scale.ratings)
    ratings = [rating for rating in scale.ratings if rating.code in used]
    if ratings:
        number = (say("number"),) if numbered else ()
        head = (say("rating"), *number, say("meaning"))
        rows = tuple(_definition(rating, numbered=numbered) for rating in ratings)
        yield Table(head, rows, "lrl" if numbered else "ll")
    if len(ratings) < len(scale.ratings):
        yield line(say("whole_scale", steps=" · ".join(map(_step, scale.ratings))))


def _definition(rating: Rating, *, numbered: bool) -> tuple[Runs, ...]:
    value = (plain("" if rating.value is None else str(rating.value)),) if numbered else ()
    return plain(f"{rating.glyph} {rating.label}"), *value, plain(rating.definition)


def _step(rating: Rating) -> str:
    number = "" if rating.value is None else f" ({rating.value})"
    return f"{rating.glyph} {rating.label}{number}"
