import io
from typing import Any

import openpyxl
import pytest
from tests.exporters.checked_desk import SECRET

from factdesk.exporters.tables import claim_table, evidence_table
from factdesk.exporters.workbook import XlsxExporter
from factdesk.model.report import Report


def opened(report: Report) -> Any:  # noqa: ANN401 - openpyxl has no types
    return openpyxl.load_workbook(io.BytesIO(XlsxExporter().render(report)))


def test_the_sheets_hold_the_tables(report: Report) -> None:
    workbook = opened(report)
    assert workbook.sheetnames == ["Claims", "Evidence"]
    for table in (claim_table(report), evidence_table(report)):
        head, *rows = workbook[table.name].iter_rows(values_only=True)
        assert head == table.columns
        assert rows == [tuple(None if cell == "" else cell for cell in row) for row in table.rows]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_what_looks_like_a_formula_is_a_text(report: Report, sign: str) -> None:
    finding = report.findings[0]
    claim = finding.claim.model_copy(update={"wording": f"{sign}1+1"})
    told = report.model_copy(update={"findings": (finding.model_copy(update={"claim": claim}),)})
    cell = opened(told)["Claims"].cell(2, claim_table(told).columns.index("wording") + 1)
    assert (cell.value, cell.data_type, cell.quotePrefix) == (f"{sign}1+1", "s", True)


def test_an_address_is_no_link_and_a_number_as_text_stays_text(report: Report) -> None:
    workbook = opened(report)
    assert not [cell for row in workbook["Evidence"] for cell in row if cell.hyperlink]
    dates = {row[5].value for row in list(workbook["Evidence"])[1:]}
    assert dates == {"2026-03-03"}


def test_what_does_not_fit_into_a_cell_is_told(report: Report) -> None:
    finding = report.findings[0]
    claim = finding.claim.model_copy(update={"rationale": "🚢" * 40_000})
    told = report.model_copy(update={"findings": (finding.model_copy(update={"claim": claim}),)})
    place = claim_table(told).columns.index("rationale") + 1
    value = opened(told)["Claims"].cell(2, place).value
    assert value.startswith("🚢" * 16_000)
    assert value.endswith("characters more do not fit into a cell)")


def test_its_times_are_the_desk_s(report: Report) -> None:
    assert str(opened(report).properties.created) == "2026-03-04 10:05:00"


def test_the_public_gets_no_name_and_no_note(public_report: Report) -> None:
    for sheet in opened(public_report):
        for row in sheet.iter_rows(values_only=True):
            assert SECRET not in str(row)


def test_a_row_is_as_high_as_its_longest_text(report: Report) -> None:
    rows = opened(report)["Claims"].row_dimensions
    first = report.findings[0]
    claim = first.claim.model_copy(update={"rationale": "a word and another\n" * 14})
    told = report.model_copy(update={"findings": (first.model_copy(update={"claim": claim}),)})
    assert opened(told)["Claims"].row_dimensions[2].height > rows[2].height >= 15
