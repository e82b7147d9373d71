"""The shapes in which the command line prints records as JSON; positions are code points."""

from typing import Any

from factdesk.importers.base import Draft
from factdesk.model.claim import Anchor
from factdesk.model.lines import ArticleLine, SearchHit
from factdesk.model.report import Citation, Finding, Report
from factdesk.text.canonical import assemble

Shape = dict[str, Any]


def draft_shape(draft: Draft) -> Shape:
    """Print what an import would bring."""
    text, _ = assemble(draft.blocks)
    fields = ("title", "authors", "published", "publisher", "language", "url")
    more = ("dek", "canonical_url", "modified", "section", "media_type", "read_with")
    return {
        **draft.model_dump(mode="json", include=set(fields) | set(more)),
        "blocks": [{"kind": kind, "text": text} for kind, text in draft.blocks],
        "text": text,
        "left_out": [
            {"kind": out.kind, "text": out.text, "reason": out.reason} for out in draft.left_out
        ],
        "warnings": list(draft.warnings),
    }


def line_shape(line: ArticleLine) -> Shape:
    """Print an article as the list shows it."""
    return line._asdict()


def hit_shape(hit: SearchHit) -> Shape:
    """Print where the searched words stand."""
    snippet = "".join(f"[{part.text}]" if part.bold else part.text for part in hit.snippet)
    return {
        "article": hit.article,
        "title": hit.title,
        "claim": hit.claim or None,
        "start": hit.start,
        "stop": hit.stop,
        "snippet": snippet,
    }


def article_shape(report: Report) -> Shape:
    """Print an article with its text and its claims."""
    version = report.version
    return {
        "article": report.article.id,
        **report.article.model_dump(mode="json"),
        "version": version.number,
        "sha256": version.sha256,
        "original": version.original,
        "text": version.text,
        "blocks": [{"kind": b.kind, "start": b.start, "stop": b.stop} for b in version.blocks],
        "left_out": [out.model_dump(mode="json") for out in version.left_out],
        "warnings": list(version.warnings),
        "claims": [claim_shape(finding) for finding in report.findings],
        "damaged": [out.model_dump(mode="json") for out in report.left_out],
    }


def claim_shape(finding: Finding) -> Shape:
    """Print a claim at its first place, with all that belongs to it."""
    claim, first = finding.claim, finding.anchors[0] if finding.anchors else None
    fields = claim.model_dump(mode="json", exclude={"id", "article", "number", "claimant"})
    return {
        "claim": claim.reference,
        "id": claim.id,
        "start": first.start if first else None,
        "stop": first.stop if first else None,
        "quote": first.exact if first else "",
        "state": claim.state,
        "verdict": finding.verdict.model_dump(mode="json") if finding.verdict else None,
        **fields,
        "claimant": finding.claimant.name if finding.claimant else None,
        "anchors": [_anchor_shape(anchor) for anchor in finding.anchors],
        "evidence": [_citation_shape(citation) for citation in finding.evidence],
        "verdicts": [verdict.model_dump(mode="json") for verdict in finding.verdicts],
        "notes": [note.model_dump(mode="json") for note in finding.notes],
    }


def _anchor_shape(anchor: Anchor) -> Shape:
    return {
        "start": anchor.start,
        "stop": anchor.stop,
        "quote": anchor.exact,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "role": anchor.role,
        "status": anchor.status,
    }


def _citation_shape(citation: Citation) -> Shape:
    evidence = citation.evidence.model_dump(mode="json", exclude={"claim"})
    return evidence | {"source": citation.source.model_dump(mode="json")}
