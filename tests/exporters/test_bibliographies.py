import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.exporters.checked_desk import SECRET

from factdesk.exporters.bibtex import BibtexExporter
from factdesk.exporters.csl import TYPES, CslExporter
from factdesk.exporters.ris import RisExporter
from factdesk.model.report import Report
from factdesk.model.source import Source

EXPORTERS = (CslExporter(), RisExporter(), BibtexExporter())

HOSTILE = "A {B} \\c & 100 % of $5 #1 a_b ~ ^\nER  - \n@misc{x,"


def items(report: Report) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(CslExporter().render(report))
    return found


def records(report: Report) -> list[dict[str, list[str]]]:
    found: list[dict[str, list[str]]] = []
    for line in RisExporter().render(report).decode().split("\r\n"):
        if line.startswith("TY  - "):
            found.append({})
        if line:
            found[-1].setdefault(line[:2], []).append(line[6:])
    return found


def entries(report: Report) -> list[tuple[str, str, dict[str, str]]]:
    """Read BibTeX: the type, the key, and the fields with their commands undone."""
    text = BibtexExporter().render(report).decode()
    found = []
    entry = re.compile(r"^@(\w+)\{([^,]+),\n(.*?)\n\}$", re.MULTILINE | re.DOTALL)
    for kind, key, body in entry.findall(text):
        fields = dict(re.findall(r"^  (\w+) = \{(.*)\},?$", body, re.MULTILINE))
        assert len(fields) == len(body.split("\n"))
        found.append((kind, key, {name: undone(value) for name, value in fields.items()}))
    return found


def undone(value: str) -> str:
    value = re.sub(r"(?<!\\)[{}]", "", value.replace("{}", ""))
    named = {"\\textbackslash": "\\", "\\textasciitilde": "~", "\\textasciicircum": "^"}
    pattern = r"\\text(?:backslash|asciitilde|asciicircum)|\\([{}&%$#_])"
    return re.sub(pattern, lambda m: m[1] or named[m[0]], value)


def with_source(report: Report, **fields: Any) -> Report:  # noqa: ANN401 - any field
    source = Source.model_validate({"title": "T", "added": report.made} | fields)
    return report.model_copy(update={"sources": (source,), "findings": ()})


def test_csl_keeps_to_its_schema(report: Report, data: Path) -> None:
    schema = json.loads((data / "csl" / "csl-data.json").read_text("utf-8"))
    jsonschema.validate(items(report), schema)
    assert set(schema["items"]["properties"]["type"]["enum"]) == TYPES


def test_each_source_is_there_once_in_every_form(report: Report) -> None:
    titles = [source.title for source in report.sources]
    assert [item["title"] for item in items(report)] == titles
    assert [record["TI"][0] for record in records(report)] == titles
    assert [fields["title"] for _, _, fields in entries(report)] == titles


def test_csl_says_all_that_is_known(report: Report) -> None:
    assert items(report)[0] == {
        "id": report.sources[0].id,
        "type": "report",
        "title": "Port statistics 2025 & {tables}",
        "author": [{"literal": "E. Frey"}, {"literal": "Gil Hahn"}],
        "publisher": "Kestrel Bay Port Authority",
        "issued": {"date-parts": [[2026, 1]]},
        "accessed": {"date-parts": [[2026, 3, 3]]},
        "URL": "https://port.example/statistics.pdf?a=1&b=2",
        "DOI": "10.5555/kbpa.2025",
        "custom": {"source_class": "primary", "claims": ["C1"]},
    }


def test_ris_says_all_that_is_known(report: Report) -> None:
    record = records(report)[0]
    assert record["TY"] == ["RPRT"]
    assert record["AU"] == ["E. Frey", "Gil Hahn"]
    assert (record["PY"], record["DA"], record["Y2"]) == (["2026"], ["2026/01//"], ["2026/03/03/"])
    assert record["UR"] == ["https://port.example/statistics.pdf?a=1&b=2"]
    assert all(record["ER"] == [""] for record in records(report))


def test_bibtex_says_all_that_is_known(report: Report) -> None:
    kind, key, fields = entries(report)[0]
    assert (kind, key) == ("techreport", "frey2026port")
    assert fields == {
        "title": "Port statistics 2025 & {tables}",
        "author": "E. Frey and Gil Hahn",
        "institution": "Kestrel Bay Port Authority",
        "year": "2026",
        "month": "1",
        "doi": "10.5555/kbpa.2025",
        "url": "https://port.example/statistics.pdf?a=1&b=2",
        "urldate": "2026-03-03",
    }


def test_no_two_entries_share_a_key(report: Report) -> None:
    twice = report.model_copy(update={"sources": (*report.sources, *report.sources)})
    keys = [key for _, key, _ in entries(twice)]
    assert len(set(keys)) == len(keys) == 2 * len(report.sources)


def test_what_a_source_is_called_breaks_no_form(report: Report) -> None:
    told = with_source(report, title=HOSTILE, authors=(HOSTILE,), publisher=HOSTILE)
    plain = " ".join(HOSTILE.split())
    assert items(told)[0]["title"] == HOSTILE
    (record,) = records(told)
    assert record["TI"] == [plain]
    ((_, _, fields),) = entries(told)
    assert fields["title"] == plain


def test_a_type_that_nobody_knows_is_a_document(report: Report) -> None:
    told = with_source(report, type="telepathy")
    assert items(told)[0]["type"] == "document"
    assert records(told)[0]["TY"] == ["GEN"]
    assert entries(told)[0][0] == "misc"


def test_a_source_of_which_little_is_known_invents_nothing(report: Report) -> None:
    told = with_source(report)
    assert set(items(told)[0]) == {"id", "type", "title"}
    assert set(records(told)[0]) == {"TY", "ID", "TI", "ER"}


@pytest.mark.parametrize("exporter", EXPORTERS)
def test_the_public_gets_no_confidential_source(public_report: Report, exporter: Any) -> None:  # noqa: ANN401 - one of three
    content = exporter.render(public_report).decode()
    assert SECRET not in content
    assert "Port statistics" in content


@pytest.mark.parametrize("exporter", EXPORTERS)
def test_a_report_without_sources_can_be_written(report: Report, exporter: Any) -> None:  # noqa: ANN401 - one of three
    exporter.render(report.model_copy(update={"sources": (), "findings": ()}))
