"""The fact-check report (A): who checked what, what came out, and how it was found."""

from collections.abc import Iterator

from factdesk.exporters.citation import citation
from factdesk.exporters.outline.finding import finding_blocks
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
from factdesk.exporters.tally import Legend, judged, tally, unjudged, uses
from factdesk.exporters.wording import capitalised, counted, day, listed, moment, progress
from factdesk.model.report import Audience, Finding, Report
from factdesk.model.source import Source
from factdesk.model.verdict import Rating, Scale


def report_blocks(report: Report) -> Iterator[Block]:
    """Say the whole report; a section that has nothing to say is left out."""
    legend = Legend(report)
    yield from _head(report)
    yield from _bottom_line(report)
    yield from _coverage(report)
    yield from _findings(report, legend)
    yield from _sources(report)
    yield from _left_out(report)
    yield from _method(report, legend)


def title(report: Report) -> str:
    """Name the report."""
    return f"Fact-check: {report.article.title.strip() or report.article.slug}"


def _head(report: Report) -> Iterator[Block]:
    yield Heading(1, plain(title(report)))
    yield _facts(_particulars(report))


def _facts(rows: Iterator[tuple[str, Runs]]) -> Facts:
    return Facts(tuple(Fact(name, runs) for name, runs in rows if _says_something(runs)))


def _says_something(runs: Runs) -> bool:
    return any(run.text.strip() for run in runs)


def _particulars(report: Report) -> Iterator[tuple[str, Runs]]:
    article, version, house = report.article, report.version, report.house
    internal = report.audience is Audience.INTERNAL
    yield "By", plain(listed(article.authors))
    yield "Publisher", plain(article.publisher)
    yield "Address", address(article.canonical_url or article.url)
    yield "Published", plain(moment(article.published))
    yield "Modified", plain(moment(article.modified))
    yield "Text checked", plain(f"version {version.number}{_of_versions(report)}")
    yield "SHA-256 of the text", (Run(version.sha256, code=True),)
    if internal:
        parts = (version.source_name, report.original_media_type)
        yield "Read from", plain(", ".join(part for part in parts if part))
    yield "Kind of check", plain(article.mode.value.replace("-", " "))
    yield "Scale", plain(report.scale.title)
    yield "Desk", plain(house.name)
    yield "Checked by", plain(listed([checker.name for checker in report.checkers]))
    yield "For", plain("internal use" if internal else "publication")
    yield "As of", plain(moment(report.made))


def _of_versions(report: Report) -> str:
    return f" of {report.versions}" if report.versions > 1 else ""


def _bottom_line(report: Report) -> Iterator[Block]:
    yield Heading(2, plain("Bottom line"))
    yield line(_summary(report))
    rows = [
        (plain(f"{row.glyph} {row.label}".strip()), plain(f"{row.claims:,}"))
        for row in tally(report)
    ]
    if not rows:
        return
    if missing := len(unjudged(report)):
        rows.append((plain("Not judged"), plain(f"{missing:,}")))
    total = Run("Total", strong=True), Run(f"{len(report.findings):,}", strong=True)
    rows.append(((total[0],), (total[1],)))
    yield Table(("Verdict", "Claims"), tuple(rows), "lr")


def _summary(report: Report) -> str:
    if not report.findings:
        return "No claim is reported."
    counts = [f"{row.claims:,} {row.label}" for row in tally(report)]
    claims, done = len(report.findings), len(judged(report))
    if not done:
        return f"{counted(claims, 'claim')} reported, none judged."
    if done == claims:
        return f"{counted(claims, 'claim')}, {_all(claims)}judged: {listed(counts)}."
    return f"{counted(claims, 'claim')}, {done:,} of them judged: {listed(counts)}."


def _all(claims: int) -> str:
    return "" if claims == 1 else "all "


def _coverage(report: Report) -> Iterator[Block]:
    if not report.findings and not report.left_out:
        return
    yield Heading(2, plain("Coverage"))
    yield Facts(tuple(_covered(report)))


def _covered(report: Report) -> Iterator[Fact]:
    left_out = len(report.left_out)
    marked = counted(len(report.findings) + left_out, "claim")
    out = f", {left_out:,} of them left out of this report" if left_out else ""
    yield Fact("Marked", plain(marked + out))
    yield Fact("Judged", plain(f"{len(judged(report)):,}"))
    if missing := unjudged(report):
        yield Fact("Not judged", plain(f"{len(missing):,}"), tuple(_reasons(missing, report)))
    if lost := [finding for finding in report.findings if not finding.anchors]:
        yield Fact("Without a place in this text", plain(f"{len(lost):,} ({_references(lost)})"))


def _reasons(findings: list[Finding], report: Report) -> Iterator[Runs]:
    """Say of each claim that has no verdict why, those of one reason together."""
    grouped: dict[str, list[Finding]] = {}
    public = report.audience is Audience.PUBLIC
    for finding in findings:
        grouped.setdefault(progress(finding.claim.state, public=public), []).append(finding)
    for why, of in grouped.items():
        yield plain(f"{capitalised(why)}: {_references(of)}")


def _references(findings: list[Finding]) -> str:
    return ", ".join(finding.claim.reference for finding in findings)


def _findings(report: Report, legend: Legend) -> Iterator[Block]:
    if not report.findings:
        return
    yield Heading(2, plain("Findings"))
    for finding in report.findings:
        yield from finding_blocks(finding, report, legend)


def _sources(report: Report) -> Iterator[Block]:
    if not report.sources:
        return
    yield Heading(2, plain("Sources"))
    used = uses(report)
    entries = (
        (Paragraph((cited(source), *_whereabouts(source, used[number]))),)
        for number, source in enumerate(report.sources, start=1)
    )
    yield Listing(tuple(entries), ordered=True, loose=True, name="source")


def cited(source: Source) -> Runs:
    """Cite a source in the house's style."""
    phrases = ((Run(phrase.text, emphasis=phrase.emphasis),) for phrase in citation(source))
    return (*joined(phrases, ", "), Run("."))


def _whereabouts(source: Source, uses: list[tuple[str, str]]) -> Iterator[Runs]:
    """Say where the source is and what it was used for, a line each."""
    if source.url.strip():
        yield address(source.url)
    accessed = [day(date) for date in sorted({date for _, date in uses})]
    claims = list(dict.fromkeys(reference for reference, _ in uses))
    known = [
        f"{source.source_class} source" if source.source_class else "",
        "confidential" if source.confidential else "",
        f"accessed {listed(accessed)}" if accessed else "",
        f"cited for {listed(claims)}" if claims else "",
    ]
    if use := ", ".join(part for part in known if part):
        yield plain(f"{capitalised(use)}.")


def _left_out(report: Report) -> Iterator[Block]:
    if not report.left_out:
        return
    yield Heading(2, plain("Left out, because"))
    yield Facts(tuple(Fact(out.reference, plain(out.reason)) for out in report.left_out))


def _method(report: Report, legend: Legend) -> Iterator[Block]:
    yield Heading(2, plain("Method"))
    yield Paragraph(
        (
            plain(f"The claims are marked in version {report.version.number} of the text."),
            plain("¶ counts its paragraphs, with headings, captions and list entries among them."),
        )
    )
    if report.house.corrections_url.strip():
        yield Paragraph(((Run("Corrections: "), *address(report.house.corrections_url)),))
    used = {(f.verdict.scale, f.verdict.rating) for f in report.findings if f.verdict}
    for scale in legend.scales:
        yield from _definitions(scale, {rating for of, rating in used if of == scale.id})


def _definitions(scale: Scale, used: set[str]) -> Iterator[Block]:
    yield Heading(3, plain(f"Scale: {scale.title}"))
    numbered = any(rating.value is not None for rating in scale.ratings)
    ratings = [rating for rating in scale.ratings if rating.code in used]
    if ratings:
        head = ("Rating", "Number", "Meaning") if numbered else ("Rating", "Meaning")
        rows = tuple(_definition(rating, numbered=numbered) for rating in ratings)
        yield Table(head, rows, "lrl"[: len(head)])
    if len(ratings) < len(scale.ratings):
        whole = " · ".join(_step(rating) for rating in scale.ratings)
        yield line(f"The whole scale, best first: {whole}.")


def _definition(rating: Rating, *, numbered: bool) -> tuple[Runs, ...]:
    value = (plain("" if rating.value is None else str(rating.value)),) if numbered else ()
    return plain(f"{rating.glyph} {rating.label}"), *value, plain(rating.definition)


def _step(rating: Rating) -> str:
    number = "" if rating.value is None else f" ({rating.value})"
    return f"{rating.glyph} {rating.label}{number}"
