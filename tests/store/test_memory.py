"""Earlier claims are found by the stems of their words, whatever order an edit comes in."""

from pathlib import Path

import pytest
from tests.store.aged import build

from factdesk.desk import articles, claims, evidence, memory, verdicts
from factdesk.errors import Refused
from factdesk.model.article import Article, Version
from factdesk.model.claim import Claim
from factdesk.model.edit import Edit
from factdesk.model.sheet import CiteWish
from factdesk.model.source import Stance
from factdesk.model.span import Span
from factdesk.store.store import Store


def mark(store: Store, version: Version, quote: str) -> Claim:
    start = version.text.index(quote)
    claim, edit = claims.mark(store, version, Span(start, start + len(quote)))
    store.apply(edit)
    return claim


def found(store: Store, text: str) -> list[str]:
    return [like.claim for like in store.claims_like(text)]


def test_a_claim_is_found_by_other_forms_of_its_words(store: Store, version: Version) -> None:
    claim = mark(store, version, "We have doubled our crews")
    assert found(store, "the crew was doubling, see @x https://a.example") == [claim.id]
    assert found(store, "nothing of the kind") == []
    assert found(store, "the of and") == []


def test_a_claim_is_found_by_wording_quote_and_title(store: Store, version: Version) -> None:
    claim = mark(store, version, "41 million tonnes")
    store.apply(claims.set_fields("Reword claim", claim, wording="The port broke a record"))
    for passage in ("records broken", "tonnes", "overtaking rivals"):
        assert found(store, passage) == [claim.id]
    store.apply(claims.set_fields("Reword claim", store.claim(claim.id), wording="Another wording"))
    assert found(store, "records broken") == []


def test_a_new_title_is_the_one_that_is_found(
    store: Store, article: Article, version: Version
) -> None:
    claim = mark(store, version, "41 million tonnes")
    store.apply(articles.describe(article, title="Cargo grows"))
    assert found(store, "growing") == [claim.id]
    assert found(store, "rival") == []


def test_what_is_taken_away_is_forgotten_and_undo_remembers_it(
    store: Store, article: Article, version: Version
) -> None:
    claim = mark(store, version, "41 million tonnes")
    gone = articles.remove(store, article)
    store.apply(gone)
    assert found(store, "tonnes") == []
    store.apply(gone.inverse())
    assert found(store, "tonnes rival") == [claim.id]


def test_records_of_an_edit_may_come_in_any_order(store: Store, version: Version) -> None:
    claim, edit = claims.mark(store, version, Span(0, 11))
    store.apply(Edit(edit.title, tuple(reversed(edit.changes))))
    assert found(store, version.text[0:11]) == [claim.id]


def test_the_claim_at_hand_is_left_out_and_the_limit_still_holds(
    store: Store, version: Version
) -> None:
    marked = [mark(store, version, "million tonnes last year") for _ in range(3)]
    likes = store.claims_like("million tonnes", limit=2, without=marked[0].id)
    assert [like.claim for like in likes] == [marked[1].id, marked[2].id]


def test_on_a_large_desk_the_rare_words_choose(
    store: Store, version: Version, monkeypatch: pytest.MonkeyPatch
) -> None:
    harbour = [mark(store, version, "harbour of Kestrel Bay") for _ in range(5)]
    crews = mark(store, version, "doubled our crews")
    monkeypatch.setattr("factdesk.store.memory._FEW", 3)
    monkeypatch.setattr("factdesk.store.memory._LOOKED_AT", 2)
    assert found(store, "the crews of Kestrel in the zeppelin") == [crews.id]
    assert set(found(store, "Kestrel")) == {claim.id for claim in harbour}
    assert found(store, "zeppelin") == []


def test_a_memory_tells_the_standing_verdict_and_the_sources(
    store: Store, article: Article, version: Version
) -> None:
    claim = mark(store, version, "41 million tonnes")
    scale, rating = verdicts.find_rating(store, article, "false")
    store.apply(verdicts.judge(store, claim, scale, rating, rationale="It is 14."))
    store.apply(
        evidence.cite(
            store, claim, CiteWish(title="Port statistics", url="", stance=Stance.REFUTES)
        )
    )
    (recalled,) = memory.similar(store, "how many tonnes")
    assert (recalled.memory.reference, recalled.memory.label) == ("C1", "False")
    assert recalled.memory.title == article.title
    assert recalled.memory.given
    (use,) = recalled.sources
    assert (use.source_title, use.stance) == ("Port statistics", "refutes")
    assert store.uses_of_source(use.source) == [use]


def test_evidence_is_taken_over_once_and_says_where_it_is_from(
    store: Store, version: Version
) -> None:
    earlier, claim = mark(store, version, "41 million"), mark(store, version, "million tonnes")
    store.apply(
        evidence.cite(
            store,
            earlier,
            CiteWish(title="Port statistics", url="", stance=Stance.SUPPORTS, quote="41"),
        )
    )
    edit = memory.take_over(store, claim, earlier.id)
    store.apply(edit)
    (piece,) = store.evidence(claim.id)
    assert (piece.quote, piece.number) == ("41", 1)
    assert piece.note == "Taken over from C1 of “Harbour overtakes its rival”."
    with pytest.raises(Refused):
        memory.take_over(store, claim, earlier.id)
    store.apply(edit.inverse())
    assert store.evidence(claim.id) == []


def test_a_desk_from_before_remembers_what_it_held(tmp_path: Path) -> None:
    path = tmp_path / "old.factdesk"
    build(path, 2)
    with Store.open(path) as store:
        (quote,) = {
            anchor.exact
            for article in store.article_ids()
            for anchor in store.anchors_in(store.latest_version(article).id)[:1]
        }
        assert found(store, quote)
        assert list(store.findings()) == []
