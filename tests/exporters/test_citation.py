from tests.exporters.samples import ARCHIVE, REGISTER

from factdesk.exporters.citation import authors, citation, short_name
from factdesk.exporters.wording import words
from factdesk.model.source import Source

SAY = words("en")


def text(source: Source) -> str:
    return ", ".join(phrase.text for phrase in citation(source, SAY))


def test_a_source_is_cited_in_the_house_style() -> None:
    assert text(REGISTER) == (
        "E. Frey and G. Hahn, “Register of movable bridges 2025”, European Bridge Office, "
        "November 2025, doi 10.5555/ebo.2025"
    )


def test_a_container_that_publishes_itself_is_named_once_and_set_off() -> None:
    assert [phrase.text for phrase in citation(ARCHIVE, SAY) if phrase.emphasis] == [
        "Harbour Gazette"
    ]
    assert text(ARCHIVE).count("Harbour Gazette") == 1


def test_many_authors_are_the_first_and_others() -> None:
    assert authors(["A", "B", "C"], SAY) == "A, B and C"
    assert authors(["A", "B", "C", "D"], SAY) == "A and others"


def test_a_source_without_anything_still_has_a_name() -> None:
    bare = Source(title="", url="https://a.example", added="2026-02-17T10:05:00Z")
    assert short_name(bare, SAY) == "https://a.example"
    assert text(bare) == "undated"
