"""What the program remarks; nothing of it changes a state."""

import pytest
from tests.story import import_story

from factdesk.desk import (
    articles,
    claims,
    evidence,
    houses,
    remarks,
    reports,
    sheets,
    states,
    verdicts,
)
from factdesk.desk.weighing import weigh
from factdesk.errors import Refused
from factdesk.exporters.registry import format_named
from factdesk.model.article import Article, Version
from factdesk.model.claim import Claim, WorkState
from factdesk.model.edit import Change, Edit
from factdesk.model.remark import Remark, Remarked
from factdesk.model.report import Audience, Part
from factdesk.model.sheet import CiteWish
from factdesk.model.source import SourceClass, Stance
from factdesk.model.span import Span
from factdesk.store.store import Store

WIRE = "The harbour handled 41 million tonnes last year, the port authority told Reuters on Monday."


@pytest.fixture
def claim(store: Store, version: Version) -> Claim:
    quote = "handled 41 million tonnes last year"
    start = version.text.index(quote)
    made, edit = claims.mark(store, version, Span(start, start + len(quote)))
    store.apply(edit)
    return made


def cite(store: Store, claim: Claim, title: str = "Port report", **said: object) -> None:
    wish = CiteWish(title=title, url="", stance=Stance.SUPPORTS)
    store.apply(evidence.cite(store, claim, wish._replace(**said)))  # type: ignore[arg-type]


def describe_source(store: Store, claim: Claim, **said: object) -> None:
    source = store.source(store.evidence(claim.id)[-1].source)
    store.apply(Edit("Describe", (Change(source, source.model_copy(update=said)),)))


def made(store: Store, article: Article, sort: Remarked) -> list[Remark]:
    return [remark for remark in remarks.remarks(store, article) if remark.sort is sort]


def test_a_wrong_number_is_caught_where_it_stands(
    store: Store, article: Article, version: Version, claim: Claim
) -> None:
    cite(store, claim, quote="Last year the harbour handled 4.1 million tonnes.")
    (remark,) = made(store, article, Remarked.DIFFERS)
    assert version.text[remark.start : remark.stop] == remark.quote == "41 million"
    assert remark.other == "4.1 million"
    assert remark.reference == "C1"
    assert remark.evidence == (store.evidence(claim.id)[0].id,)


def test_of_a_claim_in_its_own_words_the_wording_is_compared(
    store: Store, article: Article, claim: Claim
) -> None:
    store.apply(
        claims.set_fields(
            "Reword claim", claim, wording="The harbour handled 14 million tonnes last year"
        )
    )
    cite(store, claim, quote=WIRE)
    (remark,) = made(store, article, Remarked.DIFFERS)
    assert (remark.quote, remark.start) == ("14 million", -1)


def test_a_number_that_no_evidence_has_is_remarked(
    store: Store, article: Article, claim: Claim
) -> None:
    cite(store, claim, quote="It was a good year.")
    (remark,) = made(store, article, Remarked.ABSENT)
    assert remark.quote == "41 million"


def test_what_is_not_quoted_needs_a_locator(store: Store, article: Article, claim: Claim) -> None:
    cite(store, claim)
    assert len(made(store, article, Remarked.LOCATOR)) == 1
    cite(store, claim, "Another", locator="p. 3")
    cite(store, claim, "A page", quote=WIRE)
    assert len(made(store, article, Remarked.LOCATOR)) == 1


def test_a_verdict_on_one_secondary_source_is_remarked(
    store: Store, article: Article, claim: Claim
) -> None:
    scale, rating = verdicts.find_rating(store, article, "true")
    store.apply(verdicts.judge(store, claim, scale, rating))
    cite(store, claim, quote=WIRE)
    assert len(made(store, article, Remarked.SINGLE)) == 1
    describe_source(store, claim, source_class=SourceClass.PRIMARY)
    assert made(store, article, Remarked.SINGLE) == []


def test_two_sources_with_one_text_are_one_origin(
    store: Store, article: Article, claim: Claim
) -> None:
    cite(store, claim, "Courier", quote=WIRE)
    cite(store, claim, "Herald", quote=f"KESTREL BAY: {WIRE}")
    (remark,) = made(store, article, Remarked.ONE_TEXT)
    assert len(remark.evidence) == 2


def test_a_source_that_was_read_before_it_was_issued_cannot_be(
    store: Store, article: Article, claim: Claim
) -> None:
    cite(store, claim, quote=WIRE)
    describe_source(store, claim, issued="2999-01")
    assert len(made(store, article, Remarked.TOO_NEW)) == 1
    describe_source(store, claim, issued="2020")
    assert made(store, article, Remarked.TOO_NEW) == []


def test_a_source_older_than_the_year_claimed_is_remarked(
    store: Store, article: Article, claim: Claim
) -> None:
    store.apply(
        claims.set_fields("Reword claim", claim, wording="In 2019 it was 41 million tonnes")
    )
    cite(store, claim, quote=WIRE)
    describe_source(store, claim, issued="2015-03")
    (remark,) = made(store, article, Remarked.TOO_OLD)
    assert remark.words == "issued 2015-03, and the claim speaks of 2019"


def test_a_secondary_source_that_names_its_own_source_is_remarked(
    store: Store, article: Article, claim: Claim
) -> None:
    cite(
        store,
        claim,
        quote="It handled 41 million tonnes, according to the Port Authority.",
        source_class=SourceClass.SECONDARY,
    )
    (remark,) = made(store, article, Remarked.SECONDARY)
    assert remark.quote == "Port Authority"
    cite(store, claim, "Yearbook of the Port Authority", locator="p. 3")
    assert made(store, article, Remarked.SECONDARY) == []


def test_a_claim_that_names_its_source_wants_that_one(
    store: Store, article: Article, claim: Claim
) -> None:
    words = "According to the Port Authority it was 41 million tonnes"
    store.apply(claims.set_fields("Reword claim", claim, wording=words))
    cite(store, claim, quote="41 million tonnes", source_class=SourceClass.SECONDARY)
    (remark,) = made(store, article, Remarked.SECONDARY)
    assert remark.words == "the claim names Port Authority as its source: cite that one"
    cite(store, claim, "Ledger", quote="41 million tonnes", source_class=SourceClass.PRIMARY)
    assert made(store, article, Remarked.SECONDARY) == []


def test_a_link_without_an_archived_copy_is_remarked(
    store: Store, article: Article, claim: Claim
) -> None:
    cite(store, claim, quote=WIRE, url="https://port.example/report")
    assert len(made(store, article, Remarked.UNARCHIVED)) == 1
    describe_source(store, claim, archive_url="https://archive.example/1")
    assert made(store, article, Remarked.UNARCHIVED) == []


def test_remarks_change_nothing_and_have_the_same_keys_again(
    store: Store, article: Article, claim: Claim
) -> None:
    cite(store, claim, quote="Last year the harbour handled 4.1 million tonnes.")
    edits = store.edit_count()
    first, again = remarks.remarks(store, article), remarks.remarks(store, article)
    assert [remark.key for remark in first] == [remark.key for remark in again]
    assert len({remark.key for remark in first}) == len(first)
    assert store.edit_count() == edits
    assert store.claim(claim.id).state == claim.state


def test_a_remark_is_set_aside_for_a_reason_and_taken_up_again(
    store: Store, article: Article, claim: Claim
) -> None:
    cite(store, claim, quote="Last year the harbour handled 4.1 million tonnes.")
    (remark,) = made(store, article, Remarked.DIFFERS)
    with pytest.raises(Refused, match="reason"):
        remarks.set_aside(article.id, remark, "  ", None)
    store.apply(remarks.set_aside(article.id, remark, "Another harbour is meant.", None))
    (aside,) = store.set_asides(article.id)
    assert (aside.claim, aside.remark) == (claim.id, remark.key)
    assert aside in store.parts_of_claim(claim.id)
    store.apply(remarks.take_up_again(aside))
    assert store.set_asides(article.id) == []


def test_altered_words_of_a_quotation_are_shown(
    store: Store, article: Article, claim: Claim
) -> None:
    words = "She said: “We have doubled our crews and nobody will stop us here.”"
    store.apply(claims.set_fields("Reword claim", claim, wording=words))
    cite(store, claim, quote="She said: We have doubled our crews and we will not stop here.")
    (remark,) = made(store, article, Remarked.ALTERED)
    assert remark.other == "We have doubled our crews and we will not stop here"
    assert "[-we-] {+nobody+}" in remark.words
    assert remark.words.startswith("the words are not those of evidence 1: ")


def test_what_refutes_a_claim_differs_only_until_the_verdict_says_so(
    store: Store, article: Article, claim: Claim
) -> None:
    cite(store, claim, quote="The harbour handled 4.1 million tonnes.", stance=Stance.REFUTES)
    assert len(made(store, article, Remarked.DIFFERS)) == 1
    for code, count in (("false", 0), ("true", 1)):
        scale, rating = verdicts.find_rating(store, article, code)
        store.apply(verdicts.judge(store, store.claim(claim.id), scale, rating))
        assert len(made(store, article, Remarked.DIFFERS)) == count


def test_one_claim_has_the_remarks_that_it_has_in_its_article(store: Store) -> None:
    article = import_story(store, "Ferries rose by 50 percent, from 40 to 52. Cargo fell.")
    version = store.latest_version(article.id)
    claim, edit = claims.mark(store, version, Span(0, 26))
    store.apply(edit)
    cite(store, claim, quote="Ferries rose by 5 percent.")
    found = remarks.of_claim(store, claim, version)
    assert found == remarks.remarks(store, article)
    assert [remark.sort for remark in found][:2] == [Remarked.DIFFERS, Remarked.ARITHMETIC]
    store.apply(claims.remove(store, claim))
    (loose,) = remarks.remarks(store, article)
    assert (loose.sort, loose.claim) == (Remarked.ARITHMETIC, "")


def test_the_policy_says_which_remarks_block_final(
    store: Store, article: Article, version: Version, claim: Claim
) -> None:
    cite(store, claim, quote="The harbour handled 4.1 million tonnes.", locator="p. 1")
    scale, rating = verdicts.find_rating(store, article, "true")
    store.apply(verdicts.judge(store, claim, scale, rating, rationale="It says so."))
    claim = store.claim(claim.id)
    assert states.progress(store, claim, WorkState.FINAL).changes
    store.apply(houses.describe(store, blocking=(Remarked.DIFFERS,)))
    needed = "“differs from evidence” put right or set aside"
    with pytest.raises(Refused, match="cannot be final") as refusal:
        states.progress(store, claim, WorkState.FINAL)
    assert needed in refusal.value.advice
    (remark,) = made(store, article, Remarked.DIFFERS)
    shown = sheets.sheet(store, claim, version)
    open_ = sheets.with_remarks(store, shown, weigh([remark], []))
    assert [one.words for one in open_.missing] == [needed]
    store.apply(remarks.set_aside(article.id, remark, "Another harbour is meant.", None))
    assert states.progress(store, claim, WorkState.FINAL).changes
    weighed = weigh([remark], store.set_asides(article.id))
    assert not weighed[0].is_open
    assert sheets.with_remarks(store, shown, weighed).missing == ()


def test_what_is_remarked_and_what_was_set_aside_stands_in_the_house_s_report_alone(
    store: Store, article: Article, claim: Claim
) -> None:
    cite(store, claim, quote="Last year the harbour handled 4.1 million tonnes.")
    cite(store, claim, "Port diary")
    for name in ("one", "two"):
        cite(store, claim, f"Page {name}", url=f"https://port.example/{name}", quote="It was so.")
    (unlocated,) = made(store, article, Remarked.LOCATOR)
    store.apply(remarks.set_aside(article.id, unlocated, "It is one page.", None))
    form = format_named("md")
    told = reports.rendered(store, article, form, Audience.INTERNAL).content.decode()
    assert "Differs from the evidence:** “41 million”, the evidence says “4.1 million”" in told
    assert "It is one page." in told
    assert "Link without an archived copy:** Page one, Page two" in told
    for public in (Part.REPORT, Part.COPY):
        told = reports.rendered(store, article, form, Audience.PUBLIC, part=public).content.decode()
        assert "4.1 million”" not in told
        assert "It is one page." not in told


LONG = (
    "The port of Kestrel Bay opened its books on Monday.",
    "Its harbour handled 14 million tonnes last year, fewer than the authority had hoped.",
    "Port Alder sent 9 million tonnes of sand in the same time, most of it by rail.",
    "“We have lost a third of our crews”, the harbour master wrote to the council.",
)


def keep_text(store: Store, *paragraphs: str) -> Article:
    """Put the page of a source on the desk, as it is at another form of its address."""
    kept = import_story(store, *paragraphs, content=b"the page of a source")
    store.apply(articles.describe(kept, url="http://www.port.example/books/"))
    return kept


def test_a_claim_is_compared_with_the_text_that_the_desk_keeps_of_a_source(
    store: Store, article: Article, claim: Claim
) -> None:
    cite(store, claim, url="https://port.example/books", locator="p. 3")
    assert made(store, article, Remarked.DIFFERS) == []
    keep_text(store, *LONG)
    (remark,) = made(store, article, Remarked.DIFFERS)
    assert (remark.quote, remark.other) == ("41 million", "14 million")
    assert "the text kept of evidence 1" in remark.words


def test_what_only_looks_like_an_address_is_known_by_its_letters(
    store: Store, article: Article, claim: Claim
) -> None:
    cite(store, claim, url="http://[port", locator="p. 3")
    kept = import_story(store, *LONG, content=b"a file")
    assert made(store, article, Remarked.DIFFERS) == []
    store.apply(articles.describe(kept, url="http://[port"))
    assert len(made(store, article, Remarked.DIFFERS)) == 1


def test_a_source_without_an_address_is_known_by_its_title(
    store: Store, article: Article, claim: Claim
) -> None:
    cite(store, claim, "Books of the port", locator="p. 3")
    kept = import_story(store, *LONG, content=b"a file")
    assert made(store, article, Remarked.DIFFERS) == []
    store.apply(articles.describe(kept, title="Books of the Port"))
    assert [one.other for one in made(store, article, Remarked.DIFFERS)] == ["14 million"]


def test_a_number_that_the_quote_has_not_and_the_kept_text_has_is_there(
    store: Store, article: Article, claim: Claim
) -> None:
    cite(store, claim, url="https://port.example/books", quote="It was a good year.")
    assert len(made(store, article, Remarked.ABSENT)) == 1
    keep_text(store, "It was a good year.", "The harbour handled 41 million tonnes last year.")
    assert made(store, article, Remarked.ABSENT) == []


@pytest.mark.parametrize(
    ("quote", "sort"),
    [
        ("Its harbour handled  14 million\ntonnes last year", None),
        ("Its harbour handled 14 million tonnes this year, more than hoped", Remarked.ALTERED),
        ("Nobody in the whole town had seen the ferry that night", Remarked.ABSENT),
    ],
)
def test_a_quote_is_looked_for_in_the_text_that_the_desk_keeps_of_its_source(
    store: Store, article: Article, claim: Claim, quote: str, sort: Remarked | None
) -> None:
    keep_text(store, *LONG)
    cite(store, claim, url="https://port.example/books", quote=quote)
    found = [one.sort for one in remarks.remarks(store, article) if one.quote == quote]
    assert found == ([sort] if sort else [])


def test_an_article_is_no_source_of_itself(store: Store, article: Article, claim: Claim) -> None:
    store.apply(articles.describe(article, url="https://courier.example/harbour"))
    cite(store, claim, url="https://courier.example/harbour", quote="It was a good year.")
    assert len(made(store, article, Remarked.ABSENT)) == 1
