"""Every text that the public may not read is planted, also in fields that are yet to come."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from tests.exporters.test_every_format import EVERY, opened

from factdesk.desk import public, reports
from factdesk.desk.weighing import remarked
from factdesk.exporters.registry import format_named
from factdesk.exporters.wording import languages
from factdesk.model.article import Article
from factdesk.model.record import Record, Value
from factdesk.model.report import Audience, Citation, Finding, LeftOutClaim, Part, Report
from factdesk.store.store import Store

MARK = "zqplanted"
#: Identities, sums and times say nothing, and hold the report together.
BARE = re.compile(
    r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}|\d{4}(-\d\d){0,2}(T[\d:]+Z)?"
)


def planted(value: Any, *, whole: bool) -> Any:  # noqa: ANN401 - it is part of a report
    """Put marks into the texts that the public may not read: all, or those of fields not named."""
    if type(value) is tuple:
        return tuple(planted(each, whole=whole) for each in value)
    if not isinstance(value, Value) or isinstance(value, LeftOutClaim):
        return value
    if isinstance(value, Finding):
        value = unjudged(value)
    whole = whole or (isinstance(value, Citation) and not value.is_public)
    readable = set(public._READABLE.get(type(value), "").split())
    hidden = whole or isinstance(value, Record)
    told: dict[str, Any] = {}
    for name, field in type(value).model_fields.items():
        kept = getattr(value, name)
        secret = name != "id" and hidden and (whole or name not in readable)
        if secret and field.annotation is str and not BARE.fullmatch(kept):
            told[name] = f"{MARK} {type(value).__name__} {name}"
        elif secret and field.annotation == tuple[str, ...]:
            told[name] = (f"{MARK} {type(value).__name__} {name}",)
        else:
            told[name] = planted(kept, whole=whole)
    return value.model_copy(update=told)


def unjudged(finding: Finding) -> Finding:
    """Plant what hangs on the verdict: reasons where there is none, and verdicts that are past."""
    past = tuple(
        one if one == finding.verdict else planted(one, whole=True) for one in finding.verdicts
    )
    claim = finding.claim
    if finding.verdict is None:
        claim = claim.model_copy(update={"rationale": f"{MARK} Claim rationale"})
    return finding.model_copy(update={"claim": claim, "verdicts": past})


def marks(value: object) -> Iterator[str]:
    if type(value) is tuple:
        for each in value:
            yield from marks(each)
    elif isinstance(value, Value):
        for name in type(value).model_fields:
            yield from marks(getattr(value, name))
    elif isinstance(value, str) and value.startswith(MARK):
        yield value


@pytest.fixture
def full(checked: tuple[Store, Article]) -> Report:
    """The house's report with marks in it."""
    store, article = checked
    whole = remarked(store, reports.gather(store, article, whole=True))
    shown = {piece.source.id for one in whole.findings for piece in one.evidence if piece.is_public}
    sources = tuple(planted(one, whole=one.id not in shown) for one in whole.sources)
    made: Report = planted(whole, whole=False).model_copy(update={"sources": sources})
    review = made.article.model_copy(update={"review_url": "https://tidewater.example/check"})
    return made.model_copy(update={"article": review})


def test_the_marks_are_everywhere(full: Report) -> None:
    found = set(marks(full))
    kinds = {mark.split()[1] for mark in found}
    assert kinds >= {
        *("House", "Version", "Claim", "Verdict", "Source", "Evidence", "Note", "Query"),
        *("ContactAttempt", "SearchLog", "ChangeProposal", "Exemption", "Checker", "SignOff"),
    }
    assert len(found) > 40


def test_the_public_s_report_holds_none(full: Report) -> None:
    assert set(marks(public.published(full))) == set()


@pytest.mark.parametrize("form", [*EVERY, "claimreview"])
def test_no_format_for_the_public_holds_one(full: Report, form: str) -> None:
    writer, told = format_named(form).load(), public.published(full)
    files = [writer.render(told), *(content for _, content in writer.singles(told))]
    for file in files:
        for content in opened(file):
            for written in (MARK.encode(), MARK.encode("utf-16-le"), MARK.encode("utf-16-be")):
                assert written not in content.lower()


@pytest.mark.parametrize("form", ["md", "html", "docx", "pdf"])
@pytest.mark.parametrize("part", [Part.REPORT, Part.COPY])
@pytest.mark.parametrize("language", sorted(languages()))
def test_no_document_for_the_public_holds_one(
    full: Report, form: str, part: Part, language: str
) -> None:
    told = public.published(full).model_copy(update={"language": language})
    assert told.audience is Audience.PUBLIC
    for content in opened(format_named(form).load(part).render(told)):
        assert MARK.encode() not in content.lower()


@pytest.mark.parametrize("form", ["md", "html", "docx", "pdf", "json", "csv", "xlsx", "zip"])
def test_a_leak_would_be_found(full: Report, form: str) -> None:
    told = format_named(form).load().render(full)
    assert any(MARK.encode() in content.lower() for content in opened(told))
