"""Claims as W3C Web Annotations, which other programs can show on the very words.

Selectors count code points of the version's canonical text and quote it with enough around it; each
says of which day's copy of the page it speaks.
"""

import json
from collections.abc import Iterator
from typing import Any

from factdesk.exporters.addresses import web_address
from factdesk.exporters.base import Exporter
from factdesk.model.claim import Anchor
from factdesk.model.report import Audience, Citation, Finding, Report
from factdesk.model.verdict import Verdict
from factdesk.model.workflow import ChangeProposal, Decision

CONTEXT = "http://www.w3.org/ns/anno.jsonld"

Node = dict[str, Any]


class WebAnnotationExporter(Exporter):
    """Writes an AnnotationCollection of one page, with an annotation for each claim."""

    def render(self, report: Report) -> bytes:
        """Write the report."""
        return (json.dumps(_collection(report), ensure_ascii=False, indent=2) + "\n").encode()


def _collection(report: Report) -> Node:
    name = _iri(report.article.id)
    annotations = [_annotation(finding, report) for finding in report.findings]
    page = {
        "id": f"{name}#page1",
        "type": "AnnotationPage",
        "partOf": {"id": name, "type": "AnnotationCollection", "total": len(annotations)},
        "startIndex": 0,
        "items": annotations,
    }
    return {
        "@context": CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "label": f"Fact-check: {report.article.title}",
        "total": len(annotations),
        **({"first": page} if annotations else {}),
    }


def _annotation(finding: Finding, report: Report) -> Node:
    claim, verdict = finding.claim, finding.verdict
    bodies = list(_bodies(finding, report))
    targets = [_target(anchor, report) for anchor in finding.anchors] or [_whole(report)]
    return _told(
        {
            "id": _iri(claim.id),
            "type": "Annotation",
            "motivation": _motivation(finding),
            "creator": _creator(verdict, report),
            "created": claim.marked,
            "modified": verdict.given if verdict and verdict.given > claim.marked else "",
            "body": bodies,
            "target": targets if len(targets) > 1 else targets[0],
        }
    )


def _motivation(finding: Finding) -> str:
    """Tell why words are marked: for their verdict, else for what is asked or wanted of them."""
    if finding.verdict:
        return "assessing"
    if any(query.is_open for query in finding.queries):
        return "questioning"
    return "editing" if any(_wanted(finding)) else "highlighting"


def _wanted(finding: Finding) -> Iterator[ChangeProposal]:
    """Give the changes that are not decided."""
    return (one for one in finding.proposals if one.decision is Decision.OPEN)


def _bodies(finding: Finding, report: Report) -> Iterator[Node]:
    claim = finding.claim
    yield _text("identifying", claim.reference)
    if claim.wording.strip():
        yield _text("describing", claim.wording, language=report.article.language)
    if claim.kind:
        yield _text("classifying", claim.kind.value)
    if finding.verdict:
        yield _text("assessing", finding.verdict.label)
    if finding.verdict and (why := claim.rationale or finding.verdict.rationale).strip():
        yield _text("commenting", why, form="text/markdown")
    yield from map(_source, finding.evidence)
    if report.audience is Audience.INTERNAL:
        yield from _of_the_house(finding, report)


def _of_the_house(finding: Finding, report: Report) -> Iterator[Node]:
    """Say what is asked of the writer, what is wanted, and what was noted."""
    for query in finding.queries:
        if query.is_open:
            yield _signed("questioning", query.text, query.asked, query.checker, report)
    for wish in _wanted(finding):
        words = finding.anchors[0].exact if finding.anchors else wish.original
        changed = words.replace(wish.original, wish.replacement, 1)
        yield _signed("editing", changed, wish.proposed, wish.checker, report)
    for note in finding.notes:
        yield _signed("commenting", note.text, note.written, note.checker, report)


def _text(purpose: str, value: str, *, language: str = "", form: str = "text/plain") -> Node:
    return _told(
        {
            "type": "TextualBody",
            "purpose": purpose,
            "value": value,
            "format": form,
            "language": language,
        }
    )


def _source(piece: Citation) -> Node:
    """Link the source; one that is not on the web is named by its identity on the desk."""
    evidence, source = piece.evidence, piece.source
    quoted = [{"type": "TextQuoteSelector", "exact": evidence.quote}] if evidence.quote else []
    archived = web_address(source.archive_url)
    state = {"type": "TimeState", "cached": archived} if archived else {}
    return _told(
        {
            "type": "SpecificResource",
            "purpose": "linking",
            "source": web_address(source.url) or _iri(source.id),
            "selector": quoted,
            "state": state,
        }
    )


def _signed(purpose: str, said: str, when: str, checker: str | None, report: Report) -> Node:
    return _told(_text(purpose, said) | {"created": when, "creator": _agent(checker, report)})


def _target(anchor: Anchor, report: Report) -> Node:
    quote = {"type": "TextQuoteSelector", "exact": anchor.exact}
    around = {"prefix": anchor.prefix, "suffix": anchor.suffix}
    position = {"type": "TextPositionSelector", "start": anchor.start, "end": anchor.stop}
    return {
        "type": "SpecificResource",
        "source": _page(report),
        "selector": [quote | _told(around), position],
        "state": {"type": "TimeState", "sourceDate": report.version.added},
    }


def _whole(report: Report) -> Node:
    """Point at the page alone: the words of the claim no longer stand in it."""
    return {
        "type": "SpecificResource",
        "source": _page(report),
        "state": {"type": "TimeState", "sourceDate": report.version.added},
    }


def _page(report: Report) -> str:
    article = report.article
    return web_address(article.canonical_url or article.url) or _iri(report.version.id)


def _creator(verdict: Verdict | None, report: Report) -> Node:
    return _agent(verdict.checker if verdict else None, report)


def _agent(checker: str | None, report: Report) -> Node:
    """Name a checker, whom the public does not get to know."""
    known = next((one for one in report.checkers if one.id == checker), None)
    if known is None or report.audience is Audience.PUBLIC:
        return {}
    return {"id": _iri(known.id), "type": "Person", "name": known.name}


def _iri(key: str) -> str:
    return f"urn:uuid:{key}"


def _told(node: Node) -> Node:
    """Leave out what is not known."""
    return {name: value for name, value in node.items() if value not in ("", {}, [])}
