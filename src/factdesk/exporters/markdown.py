"""The fact-check report as Markdown: for editors to read, raw as well as rendered."""

from collections import defaultdict
from collections.abc import Iterator

from factdesk.exporters.base import Exporter
from factdesk.exporters.citation import citation
from factdesk.exporters.escape import address, inline
from factdesk.exporters.markdown_finding import finding_blocks
from factdesk.exporters.markdown_parts import bullets, code, entry, table
from factdesk.exporters.tally import Legend, judged, tally, unjudged
from factdesk.exporters.wording import capitalised, counted, day, listed, moment, progress
from factdesk.model.report import Audience, Finding, Report
from factdesk.model.source import Source
from factdesk.model.verdict import Rating, Scale


class MarkdownExporter(Exporter):
    """Writes the fact-check report; what users and articles wrote stays text."""

    def render(self, report: Report) -> bytes:
        """Write the report."""
        legend = Legend(report)
        sections = (
            _head(report),
            _bottom_line(report),
            _coverage(report),
            _findings(report, legend),
            _sources(report),
            _left_out(report),
            _method(report, legend),
        )
        blocks = [block for section in sections for block in section]
        return ("\n\n".join(blocks) + "\n").encode("utf-8")


def _head(report: Report) -> Iterator[str]:
    yield f"# Fact-check: {inline(report.article.title) or inline(report.article.slug)}"
    yield bullets(f"**{name}:** {value}" for name, value in _particulars(report) if value)


def _particulars(report: Report) -> Iterator[tuple[str, str]]:
    article, version, house = report.article, report.version, report.house
    yield "By", inline(listed(article.authors))
    yield "Publisher", inline(article.publisher)
    yield "Address", address(article.canonical_url or article.url)
    yield "Published", inline(moment(article.published))
    yield "Modified", inline(moment(article.modified))
    yield "Text checked", f"version {version.number}{_of_versions(report)}"
    yield "SHA-256 of the text", code(version.sha256)
    if report.audience is Audience.INTERNAL:
        parts = (version.source_name, report.original_media_type)
        yield "Read from", inline(", ".join(part for part in parts if part))
    yield "Kind of check", article.mode.value.replace("-", " ")
    yield "Scale", inline(report.scale.title)
    yield "Desk", inline(house.name)
    yield "Checked by", inline(listed([checker.name for checker in report.checkers]))
    yield "For", "internal use" if report.audience is Audience.INTERNAL else "publication"
    yield "As of", inline(moment(report.made))


def _of_versions(report: Report) -> str:
    return f" of {report.versions}" if report.versions > 1 else ""


def _bottom_line(report: Report) -> Iterator[str]:
    yield "## Bottom line"
    yield _summary(report)
    rows = [[inline(f"{row.glyph} {row.label}"), f"{row.claims:,}"] for row in tally(report)]
    if not rows:
        return
    if missing := len(unjudged(report)):
        rows.append(["Not judged", f"{missing:,}"])
    rows.append(["**Total**", f"**{len(report.findings):,}**"])
    yield table(("Verdict", "Claims"), rows, "lr")


def _summary(report: Report) -> str:
    if not report.findings:
        return "No claim is reported."
    counts = [f"{row.claims:,} {inline(row.label)}" for row in tally(report)]
    claims, done = len(report.findings), len(judged(report))
    if not done:
        return f"{counted(claims, 'claim')} reported, none judged."
    if done == claims:
        return f"{counted(claims, 'claim')}, {_all(claims)}judged: {listed(counts)}."
    return f"{counted(claims, 'claim')}, {done:,} of them judged: {listed(counts)}."


def _all(claims: int) -> str:
    return "" if claims == 1 else "all "


def _coverage(report: Report) -> Iterator[str]:
    if not report.findings and not report.left_out:
        return
    yield "## Coverage"
    yield bullets(f"**{name}:** {value}" for name, value in _covered(report) if value)


def _covered(report: Report) -> Iterator[tuple[str, str]]:
    left_out = len(report.left_out)
    marked = counted(len(report.findings) + left_out, "claim")
    yield (
        "Marked",
        f"{marked}, {left_out:,} of them left out of this report" if left_out else marked,
    )
    yield "Judged", f"{len(judged(report)):,}"
    missing = unjudged(report)
    yield "Not judged", f"{len(missing):,}{_reasons(missing, report)}" if missing else ""
    lost = [finding for finding in report.findings if not finding.anchors]
    yield "Without a place in this text", f"{len(lost):,} ({_references(lost)})" if lost else ""


def _reasons(findings: list[Finding], report: Report) -> str:
    """Say of each claim that has no verdict why, those of one reason together."""
    grouped: dict[str, list[Finding]] = {}
    public = report.audience is Audience.PUBLIC
    for finding in findings:
        grouped.setdefault(progress(finding.claim.state, public=public), []).append(finding)
    return "".join(f"\n  - {capitalised(why)}: {_references(of)}" for why, of in grouped.items())


def _references(findings: list[Finding]) -> str:
    return ", ".join(finding.claim.reference for finding in findings)


def _findings(report: Report, legend: Legend) -> Iterator[str]:
    if not report.findings:
        return
    yield "## Findings"
    for finding in report.findings:
        yield from finding_blocks(finding, report, legend)


def _sources(report: Report) -> Iterator[str]:
    if not report.sources:
        return
    yield "## Sources"
    uses = _uses(report)
    for number, source in enumerate(report.sources, start=1):
        yield entry(f"{number}.", [_source(source), *_whereabouts(source, uses[number])])


def _uses(report: Report) -> dict[int, list[tuple[str, str]]]:
    """Tell of each source's number for which claims it is cited, and when it was accessed."""
    uses = defaultdict(list)
    for finding in report.findings:
        for piece in finding.evidence:
            uses[piece.number].append((finding.claim.reference, piece.evidence.accessed))
    return uses


def _source(source: Source) -> str:
    phrases = [
        f"*{inline(phrase.text)}*" if phrase.emphasis else inline(phrase.text)
        for phrase in citation(source)
    ]
    return f"{', '.join(phrases)}."


def _whereabouts(source: Source, uses: list[tuple[str, str]]) -> Iterator[str]:
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
        yield f"{capitalised(use)}."


def _left_out(report: Report) -> Iterator[str]:
    if not report.left_out:
        return
    yield "## Left out, because"
    yield bullets(f"**{inline(c.reference)}:** {inline(c.reason)}" for c in report.left_out)


def _method(report: Report, legend: Legend) -> Iterator[str]:
    yield "## Method"
    yield (
        f"The claims are marked in version {report.version.number} of the text.\n"
        "¶ counts its paragraphs, with headings, captions and list entries among them."
    )
    if report.house.corrections_url.strip():
        yield f"Corrections: {address(report.house.corrections_url)}"
    used = {(f.verdict.scale, f.verdict.rating) for f in report.findings if f.verdict}
    for scale in legend.scales:
        yield from _definitions(scale, {rating for of, rating in used if of == scale.id})


def _definitions(scale: Scale, used: set[str]) -> Iterator[str]:
    yield f"### Scale: {inline(scale.title)}"
    numbered = any(rating.value is not None for rating in scale.ratings)
    ratings = [rating for rating in scale.ratings if rating.code in used]
    if ratings:
        head = ("Rating", "Number", "Meaning") if numbered else ("Rating", "Meaning")
        yield table(head, [_definition(r, numbered=numbered) for r in ratings], "lrl"[: len(head)])
    if len(ratings) < len(scale.ratings):
        whole = " · ".join(inline(_step(rating)) for rating in scale.ratings)
        yield f"The whole scale, best first: {whole}."


def _definition(rating: Rating, *, numbered: bool) -> list[str]:
    value = ["" if rating.value is None else str(rating.value)] if numbered else []
    return [inline(f"{rating.glyph} {rating.label}"), *value, inline(rating.definition)]


def _step(rating: Rating) -> str:
    number = "" if rating.value is None else f" ({rating.value})"
    return f"{rating.glyph} {rating.label}{number}"
