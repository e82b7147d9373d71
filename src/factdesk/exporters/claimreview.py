"""ClaimReview by schema.org, as Google's rules want it: what a review page says in its head.

Whoever the report is for, it holds what is public alone: it is written to be published.
"""

import json
from collections.abc import Iterator
from typing import Any

from factdesk.errors import ExportFailed
from factdesk.exporters.addresses import at, web_address
from factdesk.exporters.base import Exporter
from factdesk.exporters.claimreview_rules import obstacles, reviewed
from factdesk.exporters.tally import Legend
from factdesk.exporters.wording import words
from factdesk.model.article import Article
from factdesk.model.claim import Claimant
from factdesk.model.desk import House
from factdesk.model.report import Finding, LeftOutClaim, Report
from factdesk.model.source import Source
from factdesk.model.verdict import Basis, Verdict

Node = dict[str, Any]


class ClaimReviewExporter(Exporter):
    """Writes a list of a ClaimReview for each claim that may be published."""

    def render(self, report: Report) -> bytes:
        """Write the report.

        Raises:
            ExportFailed: if no claim may be published.
        """
        found = reviews(report)
        if not found:
            why = "; ".join(f"{out.reference}: {out.reason}" for out in self.left_out(report))
            raise ExportFailed(
                "No claim of this article can be published as ClaimReview.",
                f"{why}." if why else "Mark and judge a claim first.",
                kind="nothing_to_publish",
            )
        return _document(list(found.values()))

    def singles(self, report: Report) -> Iterator[tuple[str, bytes]]:
        """Write a document for each claim that may be published."""
        for reference, review in reviews(report).items():
            yield reference, _document(review)

    def left_out(self, report: Report) -> tuple[LeftOutClaim, ...]:
        """Name the claims that may not be published, with what forbids it."""
        legend = Legend(report)
        blocked = (
            LeftOutClaim(reference=finding.claim.reference, reason=words("en").listed(why))
            for finding in report.findings
            if (why := obstacles(finding, report, legend))
        )
        return (*report.left_out, *blocked)


def reviews(report: Report) -> dict[str, Node]:
    """Make the ClaimReview of each claim that may be published, by its reference.

    Several stand on one page.
    """
    legend = Legend(report)
    free = [finding for finding in report.findings if not obstacles(finding, report, legend)]
    page = web_address(report.article.review_url)
    house, appearance = _house(report.house), _appearance(report.article)
    found = {}
    for finding in free:
        reference, verdict = finding.claim.reference, finding.verdict
        if verdict is None:
            raise ValueError("a claim without a verdict is an obstacle")
        found[reference] = _told(
            {
                "@context": "https://schema.org",
                "@type": "ClaimReview",
                "url": at(page, reference.lower()) if len(free) > 1 else page,
                "claimReviewed": reviewed(finding),
                "datePublished": verdict.given,
                "author": house,
                "reviewRating": _rating(verdict, legend),
                "itemReviewed": _claim(finding, report.article, appearance),
                "citation": [_work(source) for source in _cited(finding)],
                "correction": _correction(verdict, report.language),
            }
        )
    return found


def _document(told: Node | list[Node]) -> bytes:
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()


def script(report: Report) -> str:
    """Make what a page carries in a script element; nothing of it can end the element."""
    found = list(reviews(report).values())
    return json.dumps(found, ensure_ascii=False).replace("</", "<\\/") if found else ""


def _rating(verdict: Verdict, legend: Legend) -> Node:
    """Give the rating; its three numbers together, or none where they would break a rule."""
    rating = {"@type": "Rating", "alternateName": verdict.label.strip()}
    worst, best = legend.range(verdict) or (0, 0)
    value = verdict.value
    if value is None or not 1 <= worst <= value <= best or worst == best:
        return rating
    return {**rating, "ratingValue": value, "bestRating": best, "worstRating": worst}


def _house(house: House) -> Node:
    if not house.name.strip():
        return {}
    return _told(
        {
            "@type": "Organization",
            "name": house.name.strip(),
            "url": web_address(house.publisher_url),
            "correctionsPolicy": web_address(house.corrections_url),
        }
    )


def _claim(finding: Finding, article: Article, appearance: Node) -> Node:
    first = web_address(finding.claim.first_appearance)
    return _told(
        {
            "@type": "Claim",
            "author": _claimant(finding.claimant, article) if finding.claimant else {},
            "datePublished": finding.claim.claimed_on or "",
            "firstAppearance": {"@type": "CreativeWork", "url": first} if first else {},
            "appearance": appearance,
        }
    )


def _claimant(claimant: Claimant, article: Article) -> Node:
    """Name who said it; whoever publishes the article is no person."""
    published = article.publisher.strip().casefold()
    is_house = bool(published) and claimant.name.strip().casefold() == published
    return _told(
        {
            "@type": "Organization" if is_house else "Person",
            "name": claimant.name.strip(),
            "jobTitle": "" if is_house else claimant.role.strip(),
            "sameAs": web_address(claimant.url),
        }
    )


def _appearance(article: Article) -> Node:
    return _told(
        {
            "@type": "CreativeWork",
            "url": web_address(article.canonical_url or article.url),
            "headline": article.title.strip(),
            "datePublished": article.published,
            "author": [{"@type": "Person", "name": name} for name in article.authors],
            "publisher": _organisation(article.publisher),
        }
    )


def _cited(finding: Finding) -> Iterator[Source]:
    """Give the sources of the public evidence, each once."""
    cited = {piece.source.id: piece.source for piece in finding.evidence if piece.is_public}
    yield from cited.values()


def _work(source: Source) -> Node:
    container = source.container.strip()
    return _told(
        {
            "@type": "CreativeWork",
            "name": source.title.strip(),
            "url": web_address(source.url),
            "archivedAt": web_address(source.archive_url),
            "author": [{"@type": "Person", "name": name} for name in source.authors],
            "publisher": _organisation(source.publisher),
            "isPartOf": {"@type": "CreativeWork", "name": container} if container else {},
            "datePublished": source.issued or "",
        }
    )


def _correction(verdict: Verdict, language: str) -> Node:
    if verdict.basis is not Basis.CORRECTION:
        return {}
    say = words(language)
    return {
        "@type": "CorrectionComment",
        "text": say("corrected", label=say.quoted(verdict.label)),
        "datePublished": verdict.given,
    }


def _organisation(name: str) -> Node:
    return {"@type": "Organization", "name": name.strip()} if name.strip() else {}


def _told(node: Node) -> Node:
    """Leave out what is not known."""
    return {name: value for name, value in node.items() if value}
