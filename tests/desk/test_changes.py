"""What has changed since an article was checked, gathered for its report."""

from tests.story import STORY

from factdesk.desk import claims, reports, revisions, verdicts
from factdesk.importers.base import Document, Draft, DraftBlock
from factdesk.model.article import Article, Version
from factdesk.model.changes import Fate
from factdesk.model.claim import Claim
from factdesk.model.report import Audience
from factdesk.model.span import BlockKind, Span
from factdesk.store.store import Store


def marked(store: Store, version: Version, quote: str) -> Claim:
    start = version.text.index(quote)
    claim, edit = claims.mark(store, version, Span(start, start + len(quote)))
    store.apply(edit)
    return claim


def judged(store: Store, article: Article, claim: Claim) -> None:
    scale = store.scale(article.scale)
    store.apply(verdicts.judge(store, claim, scale, scale.offered[0]))


def revised(store: Store, article: Article, *paragraphs: str) -> Article:
    blocks = tuple(DraftBlock(BlockKind.PARAGRAPH, text) for text in paragraphs)
    document = Document(name="new.txt", content="\n".join(paragraphs).encode())
    store.apply(revisions.revise(store, article, document, Draft(title="New", blocks=blocks)).edit)
    return store.article(article.id)


def test_nothing_is_told_of_an_article_of_one_version(
    store: Store, article: Article, version: Version
) -> None:
    judged(store, article, marked(store, version, STORY[1]))
    assert reports.gather(store, article).changes is None


def test_changed_words_and_lost_claims_are_told_and_the_others_are_named(
    store: Store, article: Article, version: Version
) -> None:
    kept, lost = marked(store, version, STORY[0]), marked(store, version, STORY[2])
    judged(store, article, kept)
    judged(store, article, lost)
    article = revised(store, article, STORY[0], STORY[1] + " Nobody was hurt.")
    changes = reports.gather(store, article).changes
    assert changes is not None
    assert (changes.number, changes.now) == (1, 2)
    assert changes.same == (kept.number,)
    (touched,) = changes.touched
    assert (touched.number, touched.fate, touched.version) == (lost.number, Fate.LOST, 1)
    told = ["".join(one.text for one in each.words if one.come) for each in changes.passages]
    assert any("Nobody was hurt" in words for words in told)


def test_what_was_judged_anew_is_counted_from_then_on(
    store: Store, article: Article, version: Version
) -> None:
    claim = marked(store, version, STORY[0])
    judged(store, article, claim)
    article = revised(store, article, *STORY, "One more line.")
    judged(store, article, store.claim(claim.id))
    assert reports.gather(store, article).changes is None


def test_the_public_is_told_nothing_of_it(store: Store, article: Article, version: Version) -> None:
    judged(store, article, marked(store, version, STORY[0]))
    article = revised(store, article, *STORY, "One more line.")
    assert reports.gather(store, article).changes is not None
    assert reports.gather(store, article, Audience.PUBLIC).changes is None
