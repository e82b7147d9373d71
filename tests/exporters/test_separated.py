import csv
import io
import re

import pytest
from tests.exporters.checked_desk import SECRET

from factdesk.exporters.separated import CsvExporter, EvidenceCsvExporter, separated
from factdesk.exporters.tables import CLAIM_COLUMNS, EVIDENCE_COLUMNS, OURS, Table
from factdesk.model.report import Report
from factdesk.text.cells import harmless


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline=""), strict=True))


def test_there_is_a_row_for_each_claim_that_holds_its_data(report: Report) -> None:
    found = rows(CsvExporter().render(report))
    assert tuple(found[0]) == CLAIM_COLUMNS
    assert [row["claim"] for row in found] == ["C1", "C2", "C3", "C4", "C6", "C7"]
    text = report.version.text
    for row, finding in zip(found, report.findings, strict=True):
        assert row["claim_id"] == finding.claim.id
        assert int(row["places"]) == len(finding.anchors)
        if row["start"]:
            assert harmless(text[int(row["start"]) : int(row["stop"])]) == row["quote"]
    first = found[0]
    told = [first[name] for name in ("paragraph", "verdict", "value", "worst", "best", "place")]
    assert told == ["2", "Mostly true", "4", "1", "5", "mostly true"]
    assert first["rationale"] == report.findings[0].claim.rationale


def test_a_rating_without_number_has_none(report: Report) -> None:
    fourth = rows(CsvExporter().render(report))[3]
    told = [fourth[name] for name in ("verdict", "value", "worst", "best")]
    assert told == ["Not checkable", "", "", ""]


def test_there_is_a_row_for_each_piece_of_evidence(report: Report) -> None:
    found = rows(EvidenceCsvExporter().render(report))
    assert tuple(found[0]) == EVIDENCE_COLUMNS
    told = [(row["claim"], row["evidence"], row["stance"], row["source"]) for row in found]
    assert told == [
        ("C1", "1", "qualifies", "1"),
        ("C1", "2", "supports", "2"),
        ("C1", "3", "context", "3"),
        ("C2", "1", "refutes", "4"),
    ]
    assert found[0]["quote"] == "40.6 million\n\nof tonnes"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", " ="])
def test_what_a_spreadsheet_would_calculate_is_text(sign: str) -> None:
    assert harmless(f"{sign}1+1") == f"'{sign}1+1"


def test_what_is_no_formula_is_as_it_was() -> None:
    texts = ["a=b", "", "12 %", "'x"]
    assert [harmless(text) for text in texts] == texts
    table = Table("Numbers", ("a", "b", "c"), [(12, -1, None)])
    assert separated(table) == b"a,b,c\r\n12,-1,\r\n"


def test_no_cell_of_any_table_begins_like_a_formula(report: Report) -> None:
    for exporter in (CsvExporter(), EvidenceCsvExporter()):
        for row in rows(exporter.render(report)):
            assert not [cell for cell in row.values() if cell.startswith(tuple("=+-@\t\r"))]
    assert rows(CsvExporter().render(report))[4]["wording"] == "'=HYPERLINK(1)"


def test_columns_that_are_ours_hold_nothing_that_anybody_wrote(report: Report) -> None:
    for exporter in (CsvExporter(), EvidenceCsvExporter()):
        for row in rows(exporter.render(report)):
            for name in OURS & row.keys():
                assert re.fullmatch(r"\w[\w ,:-]*|", row[name]), (name, row[name])


def test_the_public_gets_no_name_and_no_note(public_report: Report) -> None:
    for exporter in (CsvExporter(), EvidenceCsvExporter()):
        assert SECRET not in exporter.render(public_report).decode()
