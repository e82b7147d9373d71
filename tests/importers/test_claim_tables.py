"""Tables of claims: any encoding, separator and order of columns."""

import io
from collections.abc import Sequence
from datetime import date

import openpyxl
import pytest

from factdesk.desk import annotations
from factdesk.errors import ImportFailed, Refused
from factdesk.importers.base import Document
from factdesk.importers.claims import columns, rows, table
from factdesk.importers.claims.base import ForeignClaim, ForeignSource
from factdesk.importers.claims.columns import Field
from factdesk.importers.claims.reader import is_table
from factdesk.importers.claims.table import Table
from factdesk.model.article import Version
from factdesk.model.claim import ClaimKind
from factdesk.model.source import Stance
from factdesk.store.store import Store

HEAD = "Claim;Speaker;Rating\n"


def read(content: str | bytes) -> Table:
    encoded = content.encode() if isinstance(content, str) else content
    return table.read(Document(name="claims.csv", content=encoded))


def claims(content: str | bytes) -> list[ForeignClaim]:
    told = read(content)
    return rows.claims(told, columns.guessed(told))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encoding_separator_and_ends_of_lines_are_found_out(
    encoding: str, separator: str, end: str
) -> None:
    lines = [
        "Aussage|Sprecher|Urteil",
        '"Größer, als\nje; sagt er"|Müller|falsch',
        "Äußerst|Ö|wahr",
    ]
    text = end.join(line.replace("|", separator) for line in lines) + end
    told = read(text.encode(encoding))
    assert told.head == ("Aussage", "Sprecher", "Urteil")
    assert told.rows[0] == ("Größer, als\nje; sagt er", "Müller", "falsch")
    assert told.rows[1] == ("Äußerst", "Ö", "wahr")


def test_a_separator_that_is_named_in_the_first_line_counts() -> None:
    assert read("sep=|\r\na,b|c\r\n1|2\r\n").head == ("a,b", "c")


def test_a_list_of_claims_alone_is_one_column() -> None:
    told = read("Claim\nThe eels, they said, are back\nAnd again, and again\n")
    assert told.head == ("Claim",)
    assert told.rows == [("The eels, they said, are back",), ("And again, and again",)]


def test_rows_may_be_short_or_long_and_empty_ones_are_none() -> None:
    told = read("\n;;\na;b\n1\n\n;;\n1;2;3\n")
    assert told.head == ("a", "b", "Column 3")
    assert told.rows == [("1",), ("1", "2", "3")]


@pytest.mark.parametrize("content", ["", " \n", "only;a;head\n", ";;;\n;;\n"])
def test_a_table_without_rows_is_refused_in_words(content: str) -> None:
    with pytest.raises(ImportFailed, match="no table"):
        read(content)


def test_what_was_made_harmless_is_itself_again() -> None:
    told = read("quote\n'=SUM(A1) is what he typed\n'tis no formula\n''=1\n")
    assert [row[0] for row in told.rows] == ["=SUM(A1) is what he typed", "'tis no formula", "'=1"]


def workbook(lines: Sequence[Sequence[object]]) -> bytes:
    made = openpyxl.Workbook()
    for line in lines:
        made.active.append(line)
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()


def test_a_workbook_is_read_like_any_table_with_its_days() -> None:
    content = workbook(
        [["Claim", "Date", "Rating", 5], ["Eels are back", date(2020, 8, 5), "True", 1.5]]
    )
    assert is_table(Document(content=content))
    told = read(content)
    assert told.head == ("Claim", "Date", "Rating", "5")
    assert told.rows == [("Eels are back", "2020-08-05", "True", "1.5")]


def test_only_tables_are_taken_for_tables() -> None:
    for content in (b'{"a": 1}', b"[1]", b"  <html>", b"\xef\xbb\xbf{}", b"", b"\x89PNG\r\n"):
        assert not is_table(Document(content=content)), content
    assert is_table(Document(content=b"a;b\n1;2\n"))


def test_columns_are_guessed_by_their_names() -> None:
    told = read(
        "Claim text,Said by,Claim date,Label of it,Why,Source URL,Page,Colour\na,b,c,d,e,f,g,h\n"
    )
    assert columns.guessed(told) == {
        Field.WORDING: 0, Field.CLAIMANT: 1, Field.DATE: 2, Field.VERDICT: 3, Field.RATIONALE: 4,
        Field.URL: 5, Field.LOCATOR: 6,
    }  # fmt: skip


def test_a_source_that_is_an_address_is_one() -> None:
    told = read("Claim,Source\nEels are back,https://a.example/1\nThey left,http://b.example\n")
    assert columns.guessed(told) == {Field.WORDING: 0, Field.URL: 1}
    told = read("Claim,Source\nEels are back,https://a.example/1\nThey left,The harbour\n")
    assert columns.guessed(told) == {Field.WORDING: 0, Field.SOURCE: 1}


def test_a_table_whose_names_say_nothing_has_its_claims_where_most_is_written() -> None:
    told = read("A,B,C\nx,The harbour is full of eels,2020\n")
    assert columns.guessed(told) == {Field.WORDING: 1}


def test_a_column_of_references_or_numbers_is_no_wording() -> None:
    told = read("claim,evidence,quote\nC1,3,The eels are back\nC2,0,They left\n")
    assert columns.guessed(told) == {Field.QUOTE: 2}


def test_columns_are_named_by_name_in_any_case_or_number() -> None:
    told = read("A b,C\n1,2\n")
    assert columns.named(told, {"quote": "a B", "note": "2", "kind": ""}) == {
        Field.QUOTE: 0, Field.NOTE: 1
    }  # fmt: skip
    with pytest.raises(Refused, match="no column “D”"):
        columns.named(told, {"quote": "D"})
    with pytest.raises(Refused, match="no “colour”"):
        columns.named(told, {"colour": "C"})


def test_a_row_becomes_a_claim_with_all_that_its_cells_say() -> None:
    (claim,) = claims(
        "quote,wording,speaker,date,kind,rating,why,source,url,stance,excerpt,page,note\n"
        "eels,Eels are back,Ada,25/8/2020,number,False,Because.,Fish book,https://f.example,"
        "refuted,No eels.,12,Ask\n"
    )
    assert [place.exact for place in claim.places] == ["eels"]
    assert (claim.wording, claim.claimant, claim.claimed_on) == (
        "Eels are back", "Ada", "2020-08-25"
    )  # fmt: skip
    assert (claim.kind, claim.verdict, claim.rationale) == (ClaimKind.NUMBER, "False", "Because.")
    assert claim.sources == (
        ForeignSource(
            title="Fish book", url="https://f.example", stance=Stance.REFUTES, quote="No eels.",
            locator="12",
        ),
    )  # fmt: skip
    assert [note.text for note in claim.notes] == ["Ask"]


def test_an_address_of_a_source_that_is_none_is_kept_as_it_is(
    store: Store, version: Version
) -> None:
    found = claims("Claim,URL\n41 million tonnes,http://[\n")
    edit, _ = annotations.put_on(store, version, found)
    store.apply(edit)
    assert [source.title for source in store.recent_sources(9)] == ["http://["]


def test_what_no_field_can_hold_is_a_note() -> None:
    (claim,) = claims("claim,date,kind,stance\nEels,next week,fishy,odd\n")
    assert [note.text for note in claim.notes] == [
        "Date: next week", "Kind: fishy", "Stance: odd"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("days", "read_as"),
    [
        (["3/4/2020", "25/8/2020"], ["2020-04-03", "2020-08-25"]),
        (["3/4/2020", "8/25/2020"], ["2020-03-04", "2020-08-25"]),
        (["3/4/2020", "5/6/2021"], ["2020", "2021"]),
        (["3.4.2020", "5-6-2021"], ["2020-04-03", "2021-06-05"]),
        (["2020-04", "1965"], ["2020-04", "1965"]),
    ],
)
def test_days_are_read_as_the_whole_column_writes_them(days: list[str], read_as: list[str]) -> None:
    found = claims("claim;date\n" + "".join(f"Eel {n};{day}\n" for n, day in enumerate(days)))
    assert [claim.claimed_on for claim in found] == read_as


def test_rows_that_say_the_same_with_other_sources_are_one_claim_with_more_evidence() -> None:
    found = claims(
        HEAD.replace("\n", ";source\n")
        + "Eels;Ada;False;One\nEels;Ada;False;Two\nEels;Ada;False;Two\nEels;Bo;False;Three\n"
    )
    assert [[source.title for source in claim.sources] for claim in found] == [
        ["One", "Two"], ["Three"]
    ]  # fmt: skip


def test_a_row_without_words_is_kept_and_says_which_it_was() -> None:
    found = claims(HEAD + "Eels;Ada;True\n;Bo;False\n")
    assert [claim.wording for claim in found] == ["Eels", "Row 3 of the table"]
