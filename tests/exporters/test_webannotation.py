import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import jsonschema
import pytest
from tests.exporters.checked_desk import SECRET

from factdesk.exporters.webannotation import WebAnnotationExporter
from factdesk.model.report import Audience, Report
from factdesk.model.workflow import Decision

INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")
BASE = "https://assertions.example/"


def written(report: Report) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(WebAnnotationExporter().render(report))
    return found


def annotations(report: Report) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = written(report)["first"]["items"]
    return items


def nodes(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for each in value:
            yield from nodes(each)
    elif isinstance(value, dict):
        yield value
        yield from nodes(list(value.values()))


def selectors(annotation: dict[str, Any]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    target = annotation["target"]
    for each in target if isinstance(target, list) else [target]:
        if "selector" in each:
            quote, position = each["selector"]
            yield quote, position


class Assertions:
    """The W3C's assertions, each a schema of draft 4 that refers to the definitions beside it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store = {
            f"{BASE}{path.name}": json.loads(path.read_text("utf-8"))
            for path in (folder / "definitions").glob("*.json")
        }

    def musts(self, name: str) -> list[str]:
        listed: list[str] = json.loads((self.folder / name).read_text("utf-8"))["assertions"]
        return listed

    def holds(self, assertion: str, document: object) -> bool:
        schema = json.loads((self.folder / assertion).read_text("utf-8"))
        expected = schema.get("expectedResult", "valid") == "valid"
        schema["id"] = urljoin(BASE, Path(assertion).name)
        checker = jsonschema.Draft4Validator.FORMAT_CHECKER
        resolver = jsonschema.RefResolver(schema["id"], schema, store=self.store)
        validator = jsonschema.Draft4Validator(schema, resolver=resolver, format_checker=checker)
        return bool(validator.is_valid(document)) is expected


@pytest.fixture
def assertions(data: Path) -> Assertions:
    return Assertions(data / "w3c-web-annotation")


@pytest.mark.filterwarnings("ignore:jsonschema.RefResolver:DeprecationWarning")
@pytest.mark.parametrize("audience", Audience)
def test_the_w3c_s_own_assertions_hold(
    report: Report, public_report: Report, assertions: Assertions, audience: Audience
) -> None:
    collection = written(report if audience is Audience.INTERNAL else public_report)
    page = collection["first"] | {"@context": collection["@context"]}
    for annotation in page["items"]:
        alone = annotation | {"@context": collection["@context"]}
        for assertion in assertions.musts("annotations/annotationMusts.test"):
            assert assertions.holds(assertion, alone), (assertion, alone["id"])
    for assertion in assertions.musts("collections/collectionMusts.test"):
        assert assertions.holds(assertion, collection), assertion
    for assertion in assertions.musts("collections/pages/pageMusts.test"):
        assert assertions.holds(assertion, page), assertion


@pytest.mark.filterwarnings("ignore:jsonschema.RefResolver:DeprecationWarning")
def test_those_assertions_can_fail(report: Report, assertions: Assertions) -> None:
    (first, *_) = annotations(report)
    broken = first | {"@context": "https://www.w3.org/ns/anno.jsonld", "created": "yesterday"}
    failed = [
        name
        for name in assertions.musts("annotations/annotationMusts.test")
        if not assertions.holds(name, broken)
    ]
    assert {Path(name).name for name in failed} == {
        "3.1-annotationContextValidated.json",
        "3.3.1-annotationCreatedValidated.json",
    }


def test_the_context_is_exactly_the_w3c_s(report: Report) -> None:
    assert written(report)["@context"] == "http://www.w3.org/ns/anno.jsonld"


def test_positions_are_code_points_of_the_text_and_quote_it(report: Report) -> None:
    text, seen = report.version.text, 0
    for annotation in annotations(report):
        for quote, position in selectors(annotation):
            start, end = position["start"], position["end"]
            assert 0 <= start < end <= len(text)
            assert text[start:end] == quote["exact"]
            around = quote.get("prefix", "") + quote["exact"] + quote.get("suffix", "")
            assert text.count(around) == 1
            assert text[start - len(quote.get("prefix", "")) :].startswith(around)
            seen += 1
    assert seen == sum(len(finding.anchors) for finding in report.findings)


def test_the_quote_comes_first_then_the_position(report: Report) -> None:
    for annotation in annotations(report):
        for quote, position in selectors(annotation):
            assert quote["type"] == "TextQuoteSelector"
            assert position["type"] == "TextPositionSelector"


def test_every_time_is_utc_and_every_state_has_one_source_date(report: Report) -> None:
    for node in nodes(written(report)):
        for name in ("created", "modified", "sourceDate"):
            assert INSTANT.fullmatch(node.get(name, "2026-01-01T00:00:00Z"))
        if node.get("type") == "TimeState":
            assert "sourceDateStart" not in node
            assert node.get("sourceDate") or node.get("cached")


def test_the_motivation_is_that_of_the_state(report: Report) -> None:
    told = {a["body"][0]["value"]: a["motivation"] for a in annotations(report)}
    assert told == {
        "C1": "assessing", "C2": "assessing", "C3": "highlighting", "C4": "assessing",
        "C6": "assessing", "C7": "highlighting",
    }  # fmt: skip


def test_what_is_asked_and_wanted_of_words_that_are_not_judged_is_told(report: Report) -> None:
    bare = report.findings[0].model_copy(update={"verdict": None, "notes": ()})
    query, wish = bare.queries[0], bare.proposals[0].model_copy(update={"decision": Decision.OPEN})
    asked = bare.model_copy(update={"proposals": (wish,)})
    wanted = bare.model_copy(update={"proposals": (wish,), "queries": ()})
    decided = wish.model_copy(update={"decision": Decision.STET})
    done = wanted.model_copy(update={"proposals": (decided,)})
    told = [
        annotations(report.model_copy(update={"findings": (finding,)}))[0]
        for finding in (asked, wanted, done)
    ]
    assert [one["motivation"] for one in told] == ["questioning", "editing", "highlighting"]
    bodies = {body["purpose"]: body for body in told[0]["body"]}
    assert bodies["questioning"]["value"] == query.text
    assert bodies["editing"]["value"] == "handled 40.6 million tonnes"
    assert INSTANT.fullmatch(bodies["editing"]["created"])
    assert "editing" not in {body["purpose"] for body in told[2]["body"]}


def test_several_places_are_an_array_and_one_is_none(report: Report) -> None:
    for annotation, finding in zip(annotations(report), report.findings, strict=True):
        assert isinstance(annotation["target"], list) is (len(finding.anchors) > 1)


def test_the_bodies_say_kind_verdict_reasons_and_sources(report: Report) -> None:
    first = annotations(report)[0]
    told = [(body["purpose"], body.get("value") or body["source"]) for body in first["body"]]
    assert told[:4] == [
        ("identifying", "C1"),
        ("describing", "The harbour handled 41 million tonnes in 2025."),
        ("classifying", "number"),
        ("assessing", "Mostly true"),
    ]
    assert ("linking", "https://port.example/statistics.pdf?a=1&b=2") in told
    assert any(purpose == "commenting" and SECRET in str(value) for purpose, value in told)


def test_the_counts_are_those_of_the_items(report: Report) -> None:
    collection = written(report)
    assert collection["total"] == len(collection["first"]["items"]) == len(report.findings)
    assert collection["first"]["startIndex"] == 0


def test_identities_are_unique(report: Report) -> None:
    keys = [annotation["id"] for annotation in annotations(report)]
    assert len(set(keys)) == len(keys)


def test_an_article_without_claims_has_an_empty_collection(report: Report) -> None:
    collection = written(report.model_copy(update={"findings": ()}))
    assert (collection["total"], "first" in collection) == (0, False)


def test_the_public_learns_no_name_and_no_note(public_report: Report) -> None:
    assert SECRET not in json.dumps(written(public_report), ensure_ascii=False)
