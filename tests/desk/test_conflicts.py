"""Two people change one record: what is not disputed is merged, the rest is shown."""

from factdesk.desk import claims, conflicts
from factdesk.model.article import Article, Version
from factdesk.model.claim import Claim, ClaimKind
from factdesk.model.span import Span
from factdesk.store.store import Store


def marked(store: Store, version: Version) -> Claim:
    claim, edit = claims.mark(store, version, Span(0, 11))
    store.apply(edit)
    return claim


def test_different_fields_are_merged_without_a_question(
    store: Store, article: Article, version: Version
) -> None:
    claim = marked(store, version)
    mine = claims.set_fields("Reword claim", claim, wording="mine")
    store.apply(claims.set_fields("Change kind", claim, kind=ClaimKind.NUMBER))
    rebased = conflicts.rebase(store, mine)
    assert rebased.disputed == ()
    store.apply(rebased.edit)
    (after,) = store.claims_in(article.id)
    assert (after.wording, after.kind) == ("mine", ClaimKind.NUMBER)


def test_one_field_changed_by_both_is_disputed(store: Store, version: Version) -> None:
    claim = marked(store, version)
    mine = claims.set_fields("Reword claim", claim, wording="mine")
    store.apply(claims.set_fields("Reword claim", claim, wording="theirs"))
    rebased = conflicts.rebase(store, mine)
    (disputed,) = rebased.disputed
    assert (disputed.field, disputed.mine, disputed.theirs) == ("wording", "mine", "theirs")
    store.apply(rebased.edit)
    assert store.claim(claim.id).wording == "mine"


def test_the_same_wish_of_both_is_no_dispute(store: Store, version: Version) -> None:
    claim = marked(store, version)
    mine = claims.set_fields("Reword claim", claim, wording="the same")
    store.apply(claims.set_fields("Reword claim", claim, wording="the same"))
    rebased = conflicts.rebase(store, mine)
    assert (rebased.edit.changes, rebased.disputed) == ((), ())


def test_a_record_that_is_gone_stays_gone_and_what_was_wished_is_shown(
    store: Store, version: Version
) -> None:
    claim = marked(store, version)
    mine = claims.set_fields("Reword claim", claim, wording="mine")
    store.apply(claims.remove(store, claim))
    rebased = conflicts.rebase(store, mine)
    assert rebased.edit.changes == ()
    assert [(one.mine, one.theirs) for one in rebased.disputed] == [("mine", None)]
