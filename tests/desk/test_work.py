"""From a mark to a sign-off: the trade's rules hold, and everything can be undone."""

import pytest

from factdesk.desk import (
    checkers,
    claims,
    evidence,
    history,
    policy,
    proposals,
    reports,
    research,
    revisions,
    scales,
    signoffs,
    states,
    verdicts,
)
from factdesk.errors import Refused
from factdesk.model.article import Article, Version
from factdesk.model.claim import AnchorRole, Claim, WorkState
from factdesk.model.desk import House
from factdesk.model.edit import Change, Edit
from factdesk.model.record import Id
from factdesk.model.sheet import CiteWish
from factdesk.model.source import Stance
from factdesk.model.span import Span
from factdesk.model.workflow import Decision, Force, Issue, Priority, Role, Rule
from factdesk.store.store import Store


def me(store: Store) -> Id:
    """Who works at the desk of the tests."""
    return store.checkers()[0].id


def marked(store: Store, version: Version, quote: str = "first time since 1972") -> Claim:
    start = version.text.index(quote)
    claim, edit = claims.mark(store, version, Span(start, start + len(quote)))
    store.apply(edit)
    return claim


def judge(store: Store, article: Article, claim: Claim, rating: str, why: str = "") -> Claim:
    scale, found = verdicts.find_rating(store, article, rating)
    store.apply(verdicts.judge(store, store.claim(claim.id), scale, found, rationale=why or None))
    return store.claim(claim.id)


def cite(store: Store, claim: Claim, title: str, stance: Stance = Stance.REFUTES) -> None:
    store.apply(evidence.cite(store, claim, CiteWish(title, "", stance)))


def needs(store: Store, claim: Claim) -> list[str]:
    return [missing.words for missing in policy.missing_for_final(store, claim)]


def test_final_needs_verdict_rationale_and_bearing_evidence(
    store: Store, article: Article, version: Version
) -> None:
    claim = marked(store, version)
    assert needs(store, claim) == ["a verdict"]
    claim = judge(store, article, claim, "false")
    assert needs(store, claim) == ["a rationale", "evidence that supports, refutes or qualifies"]
    with pytest.raises(Refused, match="rationale"):
        states.progress(store, claim, WorkState.FINAL)
    cite(store, claim, "Port almanac", Stance.CONTEXT)
    claim = judge(store, article, claim, "false", "Port Alder led in 1988.")
    assert needs(store, claim) == ["evidence that supports, refutes or qualifies"]
    cite(store, claim, "Harbour ledger")
    store.apply(states.progress(store, claim, WorkState.FINAL))
    assert store.claim(claim.id).state is WorkState.FINAL


def test_true_needs_no_rationale_and_unproven_a_search_instead_of_evidence(
    store: Store, article: Article, version: Version
) -> None:
    claim = judge(store, article, marked(store, version), "true")
    assert needs(store, claim) == ["evidence that supports, refutes or qualifies"]
    claim = judge(store, article, claim, "unproven", "Nobody keeps count.")
    assert needs(store, claim) == ["a search log or a contact attempt"]
    store.apply(research.log_search(claim, "harbour archive", "tonnage before 1980", "nothing"))
    assert needs(store, claim) == []


def test_a_central_claim_needs_independent_sources_or_a_recorded_exception(
    store: Store, article: Article, version: Version
) -> None:
    claim = judge(store, article, marked(store, version), "false", "why")
    store.apply(claims.set_fields("Raise", claim, priority=Priority.CENTRAL))
    claim = store.claim(claim.id)
    cite(store, claim, "Wire story")
    assert needs(store, claim) == ["1 more independent source"]
    cite(store, claim, "The same wire story, reprinted")
    first, second = store.evidence(claim.id)
    for piece in (first, second):
        after = piece.model_copy(update={"independence": "the wire"})
        store.apply(Edit("One origin", (Change(piece, after),)))
    assert needs(store, claim) == ["1 more independent source"]
    store.apply(policy.exempt(claim, Rule.INDEPENDENT_SOURCES, "only one ledger exists", None))
    assert needs(store, claim) == []


def test_four_eyes_want_another_checker_than_the_one_who_judged(
    store: Store, article: Article, version: Version
) -> None:
    house = store.house()
    assert isinstance(house, House)
    after = house.model_copy(update={"four_eyes": True})
    store.apply(Edit("Policy", (Change(house, after),)))
    claim = marked(store, version)
    scale, true = verdicts.find_rating(store, article, "true")
    store.apply(verdicts.judge(store, claim, scale, true, checker=me(store)))
    cite(store, claim, "Ledger", Stance.SUPPORTS)
    second, edit = checkers.introduce(store, "Ada Quill", (Role.SECOND_CHECKER,))
    store.apply(edit)
    store.apply(signoffs.sign_claim(store, claim, Role.CHECKER, me(store)))
    assert needs(store, claim) == ["the sign-off of a second checker"]
    store.apply(signoffs.sign_claim(store, claim, Role.SECOND_CHECKER, second.id))
    assert needs(store, claim) == []


def test_only_reopened_leads_out_of_final(store: Store, article: Article, version: Version) -> None:
    claim = judge(store, article, marked(store, version), "true")
    cite(store, claim, "Ledger", Stance.SUPPORTS)
    store.apply(states.progress(store, claim, WorkState.FINAL))
    claim = store.claim(claim.id)
    with pytest.raises(Refused, match="Reopen"):
        states.progress(store, claim, WorkState.IN_PROGRESS)
    store.apply(states.progress(store, claim, WorkState.REOPENED, reason="new figures"))
    assert store.claim(claim.id).state is WorkState.REOPENED
    assert store.notes(claim.id)[-1].text == "Reopened: new figures"


def test_crossing_off_is_one_edit_with_evidence_or_a_waiver(store: Store, version: Version) -> None:
    claim = marked(store, version, "Mina Okafor")
    with pytest.raises(Refused, match="evidence"):
        states.cross_off(store, claim)
    edit = states.cross_off(store, claim, waiver="her own business card")
    store.apply(edit)
    assert store.claim(claim.id).state is WorkState.FINAL
    assert [exemption.reason for exemption in store.exemptions(claim.id)] == [
        "her own business card"
    ]
    store.apply(edit.inverse())
    assert store.claim(claim.id).state is WorkState.MARKED
    assert store.verdicts(claim.id) == []


def test_crossing_off_skips_no_rule_and_opens_no_closed_claim(
    store: Store, version: Version
) -> None:
    claim = marked(store, version, "Mina Okafor")
    store.apply(research.ask_writer(claim, "Is this spelt right?"))
    claim = store.claim(claim.id)
    with pytest.raises(Refused, match="the writer's answer"):
        states.cross_off(store, claim, waiver="her own business card")
    store.apply(states.progress(store, claim, WorkState.WITHDRAWN))
    with pytest.raises(Refused, match="Reopen it first"):
        states.cross_off(store, store.claim(claim.id), waiver="her own business card")


def test_a_claim_is_left_unchecked_only_for_a_reason(store: Store, version: Version) -> None:
    claim = marked(store, version)
    with pytest.raises(Refused, match="reason"):
        states.progress(store, claim, WorkState.NOT_CHECKED)
    store.apply(states.progress(store, claim, WorkState.NOT_CHECKED, reason="no time"))
    assert store.notes(claim.id)[-1].text == "Not checked: no time"


def test_a_query_is_out_until_the_last_answer(store: Store, version: Version) -> None:
    claim = marked(store, version)
    store.apply(research.ask_writer(claim, "Where does 1972 come from?", "2026-12"))
    claim = store.claim(claim.id)
    assert claim.state is WorkState.QUERY_OUT
    assert [due.words for due in store.due()] == ["Where does 1972 come from?"]
    (query,) = store.queries(claim.id)
    store.apply(research.answer_query(query, claim, "From the ledger.", others_open=False))
    assert store.claim(claim.id).state is WorkState.IN_PROGRESS
    assert store.due() == []


def test_an_article_is_signed_off_when_all_is_done_or_for_a_printed_reason(
    store: Store, article: Article, version: Version
) -> None:
    claim = judge(store, article, marked(store, version), "true")
    cite(store, claim, "Ledger", Stance.SUPPORTS)
    edit = proposals.propose(claim, "first time", "second time", force=Force.MUST)
    store.apply(edit)
    assert signoffs.missing_for_signoff(store, article) == [
        ("C1 is marked", claim.id),
        ("a must-fix of C1 is undecided", claim.id),
    ]
    with pytest.raises(Refused, match="cannot be signed off"):
        signoffs.sign_article(store, article, Role.EDITOR, me(store))
    (proposal,) = store.proposals(claim.id)
    store.apply(proposals.decide(proposal, Decision.ACCEPTED, me(store)))
    store.apply(states.progress(store, claim, WorkState.FINAL))
    store.apply(signoffs.sign_article(store, article, Role.EDITOR, me(store)))
    (signed,) = signoffs.of_article(store, article)
    assert signed.valid
    assert signed.signoff.override == ""


def test_a_sign_off_is_stale_as_soon_as_what_it_covers_changes(
    store: Store, article: Article, version: Version
) -> None:
    claim = judge(store, article, marked(store, version), "true")
    store.apply(signoffs.sign_claim(store, claim, Role.CHECKER, me(store)))
    reason = "printing tonight"
    store.apply(signoffs.sign_article(store, article, Role.EDITOR, me(store), reason))
    assert signoffs.of_claim(store, claim)[0].valid
    change = claims.set_fields(
        "Change rationale", store.claim(claim.id), rationale="On second thoughts"
    )
    store.apply(change)
    assert not signoffs.of_claim(store, store.claim(claim.id))[0].valid
    assert not signoffs.of_article(store, article)[0].valid
    store.apply(change.inverse())
    assert signoffs.of_claim(store, store.claim(claim.id))[0].valid
    assert signoffs.of_article(store, article)[0].signoff.override == reason


def test_a_sign_off_is_stale_when_the_claim_loses_its_place(
    store: Store, article: Article, version: Version
) -> None:
    claim = judge(store, article, marked(store, version), "true")
    store.apply(signoffs.sign_claim(store, claim, Role.CHECKER, me(store)))
    (place,) = store.anchors(claim.id, version.id)
    store.apply(revisions.orphan(place))
    assert not signoffs.of_claim(store, store.claim(claim.id))[0].valid


def test_one_claim_stands_in_several_places(store: Store, version: Version) -> None:
    claim = marked(store, version, "harbour")
    others = claims.elsewhere(store, claim, version)
    assert [version.text[span.start : span.stop] for span in others] == ["harbour", "harbour"]
    store.apply(claims.also_here(claim, version, others[0]))
    assert [place.role for place in store.anchors(claim.id, version.id)] == [
        AnchorRole.STATEMENT,
        AnchorRole.REPEAT,
    ]
    assert len(claims.elsewhere(store, claim, version)) == 1


def test_parts_of_a_split_claim_outlive_it(store: Store, version: Version) -> None:
    whole = marked(store, version, "first time since 1972 that the harbour overtook Port Alder")
    start = version.text.index("first time since 1972")
    spans = [Span(start, start + 21), Span(start + 27, start + 58)]
    store.apply(claims.split(store, whole, version, spans))
    parts = store.claims_under(whole.id)
    assert [part.reference for part in parts] == ["C2", "C3"]
    removal = claims.remove(store, whole)
    store.apply(removal)
    assert [store.claim(part.id).parent for part in parts] == [None, None]
    store.apply(removal.inverse())
    assert [store.claim(part.id).parent for part in parts] == [whole.id, whole.id]


def test_a_verdict_keeps_the_issues_it_was_given_with(
    store: Store, article: Article, version: Version
) -> None:
    claim = marked(store, version)
    store.apply(claims.set_fields("x", claim, issues=(Issue.EXAGGERATED, Issue.OUTDATED)))
    judge(store, article, claim, "false")
    assert store.verdicts(claim.id)[0].issues == (Issue.EXAGGERATED, Issue.OUTDATED)


def test_nonsense_in_a_field_is_refused_in_words(store: Store, version: Version) -> None:
    with pytest.raises(Refused, match="cannot be said of a claim"):
        claims.set_fields("x", marked(store, version), priority="enormous")


def test_history_tells_who_changed_what_and_brings_a_state_back(
    store: Store, version: Version
) -> None:
    claim = marked(store, version)
    store.apply(claims.set_fields("Reword claim", claim, wording="one"), me(store))
    store.apply(claims.set_fields("Reword claim", store.claim(claim.id), wording="two"), me(store))
    life = history.of_record(store, claim.id)
    assert [moment.title for moment in life] == ["Mark claim", "Reword claim", "Reword claim"]
    assert life[1].checker
    assert [change.after for change in life[2].changes] == ["two"]
    store.apply(history.bring_back(store, claim.id, 2))
    assert store.claim(claim.id).wording == "one"


def test_what_a_claim_was_a_part_of_is_not_brought_back_once_it_is_gone(
    store: Store, version: Version
) -> None:
    whole = marked(store, version)
    store.apply(claims.split(store, whole, version, [Span(4, 11)]))
    (part,) = store.claims_under(whole.id)
    store.apply(claims.set_fields("Reword claim", part, wording="one"))
    store.apply(claims.remove(store, store.claim(whole.id)))
    store.apply(history.bring_back(store, part.id, 1))
    after = store.claim(part.id)
    assert (after.wording, after.parent) == ("", None)


def test_a_rating_that_was_used_is_retired_not_lost(
    store: Store, article: Article, version: Version
) -> None:
    judge(store, article, marked(store, version), "satire")
    scale = store.scale("five-step")
    kept = tuple(rating for rating in scale.ratings if rating.code not in {"satire", "unproven"})
    store.apply(scales.keep(store, scale.model_copy(update={"ratings": kept})))
    after = store.scale("five-step")
    satire = after.rating("satire")
    assert satire is not None
    assert satire.retired
    assert after.rating("unproven") is None
    assert "satire" not in {rating.code for rating in after.offered}


def test_a_scale_goes_out_and_comes_in_as_json(store: Store) -> None:
    scale = store.scale("exaggeration")
    assert scales.read(scales.written(scale)) == scale
    with pytest.raises(Refused, match="no scale"):
        scales.read(b"{}")


def test_a_report_and_the_panel_agree_on_a_sign_off_of_places_that_begin_alike(
    store: Store, article: Article, version: Version
) -> None:
    claim = marked(store, version)
    start = version.text.index("first time")
    store.apply(claims.also_here(claim, version, Span(start, start + len("first time"))))
    judge(store, article, claim, "true")
    store.apply(signoffs.sign_claim(store, store.claim(claim.id), Role.CHECKER, me(store)))
    (shown,) = signoffs.of_claim(store, store.claim(claim.id))
    (finding,) = reports.gather(store, article).findings
    assert [shown.valid, finding.signoffs[0].valid] == [True, True]
