"""Tables of claims onto an article, or as one; and what is remembered of their columns."""

from pathlib import Path

import pytest
from tests.exporters.checked_desk import desk

from factdesk import preferences
from factdesk.desk import annotations, reports, tables, verdicts
from factdesk.desk.arrivals import Arrivals, Status
from factdesk.errors import Refused
from factdesk.exporters.registry import format_named
from factdesk.importers.base import Document
from factdesk.importers.claims import rows, table
from factdesk.importers.claims.base import ForeignClaim
from factdesk.importers.claims.columns import Field
from factdesk.model.article import Version
from factdesk.model.claim import AnchorStatus
from factdesk.model.report import Audience
from factdesk.model.source import Stance
from factdesk.store.store import Store


@pytest.fixture(autouse=True)
def own_preferences(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the preferences of whoever runs the tests out of them."""
    monkeypatch.setattr(preferences, "path", lambda: tmp_path / "preferences.json")


def foreign(content: str | bytes) -> list[ForeignClaim]:
    encoded = content.encode() if isinstance(content, str) else content
    read = table.read(Document(name="claims.csv", content=encoded))
    return rows.claims(read, tables.columns_of(read))


def arrive(store: Store, version: Version, content: str | bytes) -> Arrivals:
    arrivals = annotations.put_on(store, version, foreign(content))
    store.apply(arrivals.edit)
    assert list(store.findings()) == []
    return arrivals


def test_rows_are_claims_with_verdicts_reasons_and_evidence(store: Store, version: Version) -> None:
    arrivals = arrive(
        store,
        version,
        "quote,rating,why,source,url,stance,page\n"
        "41 million tonnes,false,It was 14.,Port statistics,https://p.example,refutes,3\n"
        "41 million tonnes,false,It was 14.,,https://q.example/a,supports,\n"
        "Nobody said this,Pants,,Port statistics,https://p.example,,\n",
    )
    one, two = arrivals.claims
    assert (one.status, two.status) == (Status.PLACED, Status.REVIEW)
    (verdict,) = store.verdicts(one.claim.id)
    assert (verdict.label, verdict.rationale) == ("False", "It was 14.")
    assert store.claim(one.claim.id).rationale == "It was 14."
    cited = [(piece, store.source(piece.source)) for piece in store.evidence(one.claim.id)]
    assert [(p.number, s.title, p.stance, p.locator) for p, s in cited] == [
        (1, "Port statistics", Stance.REFUTES, "3"), (2, "q.example", Stance.SUPPORTS, "")
    ]  # fmt: skip
    assert [piece.source for piece in store.evidence(two.claim.id)] == [cited[0][1].id]
    assert two.remarks == ("no rating “Pants” on the scales of this desk",)
    assert [note.text for note in store.notes(two.claim.id)] == ["Verdict: Pants"]
    assert store.verdicts(two.claim.id) == []


def test_the_same_table_again_brings_nothing(store: Store, version: Version) -> None:
    content = "quote;who\n41 million tonnes;Ada\n"
    arrive(store, version, content)
    before = store.counts() | {"journal": 0}
    (again,) = arrive(store, version, content).claims
    assert again.status is Status.PRESENT
    assert store.counts() | {"journal": 0} == before


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_our_own_tables_come_back_to_their_claims(form: str) -> None:
    store, article = desk()
    with store:
        version = store.latest_version(article.id)
        written = reports.rendered(store, article, format_named(form), Audience.INTERNAL)
        before = store.claim_ids(article.id)
        arrivals = arrive(store, version, written.content)
        assert {arrival.status for arrival in arrivals.claims} == {Status.PRESENT}
        assert store.claim_ids(article.id) == before


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_our_own_tables_mean_the_same_on_another_desk(store: Store, form: str) -> None:
    theirs, article = desk()
    with theirs:
        written = reports.rendered(theirs, article, format_named(form), Audience.INTERNAL)
        document = Document(name=f"claims.{form}", content=written.content)
        gathered, arrivals = annotations.gather(store, document, foreign(written.content))
        store.apply(arrivals.edit)
        version = store.latest_version(gathered.id)
        for arrival in arrivals.claims:
            there, here = theirs.claim(arrival.claim.id), store.claim(arrival.claim.id)
            current = verdicts.current(theirs.verdicts(there.id))
            assert here.rationale == (there.rationale or (current.rationale if current else ""))
            (first, *_) = theirs.anchors_of(there.id)
            quote = there.wording if first.status is AnchorStatus.ORPHANED else first.exact
            assert [a.exact for a in store.anchors(here.id, version.id)] == [quote]
            assert (here.wording or quote, here.kind) == (there.wording or quote, there.kind)
            given = [verdict.label for verdict in store.verdicts(here.id)]
            assert given == ([current.label] if current else [])
    assert "=SUM(A1)" in version.text


def test_claims_make_an_article_of_their_own_a_paragraph_each(store: Store) -> None:
    document = Document(name="the-claims.csv", content=b"unread")
    claims = foreign("claim\nEels are back\nEels are back again\nEels are back\n")
    before = store.counts()
    article, arrivals = annotations.gather(store, document, claims)
    store.apply(arrivals.edit)
    version = store.latest_version(article.id)
    assert (article.title, version.text) == ("the claims", "Eels are back\n\nEels are back again")
    anchors = store.anchors_in(version.id)
    assert [(anchor.start, anchor.stop) for anchor in anchors] == [(0, 13), (15, 34)]
    assert {anchor.status for anchor in anchors} == {AnchorStatus.ANCHORED}
    store.apply(arrivals.edit.inverse())
    assert store.counts() | {"journal": 0} == before | {"journal": 0}


def test_claims_of_another_article_of_this_desk_are_new_on_this_one(store: Store) -> None:
    content = "quote;id\nEels;1c8cdd65-4e4f-4666-a7b2-2bfc097fd756\n"
    articles_made = []
    for name in ("one", "two"):
        article, arrivals = annotations.gather(
            store, Document(name=f"{name}.csv", content=name.encode()), foreign(content)
        )
        store.apply(arrivals.edit)
        articles_made.append(article)
        assert [arrival.status for arrival in arrivals.claims] == [Status.PLACED]
    assert [len(store.claim_ids(article.id)) for article in articles_made] == [1, 1]


def test_the_columns_that_were_chosen_are_remembered_for_such_tables() -> None:
    head = "A;B;C\n"
    read = table.read(Document(content=f"{head}Eels are long;x;y\n".encode()))
    assert tables.columns_of(read) == {Field.WORDING: 0}
    chosen = tables.columns_of(read, {"quote": "C", "verdict": "B", "wording": ""})
    assert chosen == {Field.QUOTE: 2, Field.VERDICT: 1}
    tables.remember(read, chosen)
    other = table.read(Document(content=f"{head}longest of all is this;p;q\n".encode()))
    assert tables.columns_of(other) == chosen
    assert tables.columns_of(other, {"note": "A"}) == {**chosen, Field.NOTE: 0}
    different = table.read(Document(content=b"A;B\nEels are long;x\n"))
    assert tables.columns_of(different) == {Field.WORDING: 0}


def test_only_the_latest_choices_are_kept() -> None:
    for number in range(103):
        read = table.read(Document(content=f"A{number};B\nEels;x\n".encode()))
        tables.remember(read, {Field.QUOTE: 0})
    kept = preferences.load().columns
    assert len(kept) == 100
    assert [*kept.values()][-1] == {"quote": "A102"}


def test_a_told_column_that_is_not_there_is_refused_in_words() -> None:
    read = table.read(Document(content=b"A;B\nEels;x\n"))
    with pytest.raises(Refused, match="no column “Z”") as refusal:
        tables.columns_of(read, {"quote": "Z"})
    assert "It has: A, B." in refusal.value.advice
