"""A file in which others keep claims is told from an article that begins as JSON does."""

import pytest

from factdesk.desk.claim_files import recognised
from factdesk.errors import ImportFailed
from factdesk.importers.base import Document
from factdesk.importers.registry import told


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("draft.rtf", b"{\\rtf1 The herring came back.}"),
        ("wire.txt", b"[Kestrel Bay] The herring came back."),
        ("", b"{sic} The herring came back."),
    ],
)
def test_an_article_that_begins_with_a_bracket_holds_no_claims(name: str, content: bytes) -> None:
    assert recognised(Document(name=name, content=content), told) is None


def test_what_is_called_json_and_is_none_is_said_to_be_broken() -> None:
    with pytest.raises(ImportFailed):
        recognised(Document(name="notes.json", content=b'{"type": "Annotation", "target": ['), told)
