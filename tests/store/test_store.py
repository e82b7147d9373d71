import sqlite3
import stat
from pathlib import Path

import pytest
from tests.story import STORY, import_story

from factdesk.desk import articles, claims, opening, verdicts
from factdesk.errors import Conflict, DeskTooNew, DeskUnusable, NotADesk, NotFound, Refused
from factdesk.importers.base import Document
from factdesk.model.article import Article, Version
from factdesk.model.claim import Checker, Claim
from factdesk.model.edit import Change, Edit, birth, death
from factdesk.model.record import utc_now
from factdesk.model.span import Span
from factdesk.store import backup
from factdesk.store.database import APPLICATION_ID
from factdesk.store.reading import Damaged
from factdesk.store.store import Store


def mark(store: Store, version: Version, quote: str) -> Claim:
    start = version.text.index(quote)
    claim, edit = claims.mark(store, version, Span(start, start + len(quote)))
    store.apply(edit)
    return claim


def test_what_is_written_is_read_back(store: Store, article: Article, version: Version) -> None:
    assert store.article(article.id) == article
    assert version.text == "\n\n".join(STORY)
    assert [version.text[b.start : b.stop] for b in version.blocks] == list(STORY)


def test_an_edit_and_its_inverse_leave_the_desk_as_it_was(store: Store, version: Version) -> None:
    claim, edit = claims.mark(store, version, Span(0, 11))
    store.apply(edit)
    assert store.claim(claim.id) == claim
    store.apply(edit.inverse())
    with pytest.raises(NotFound):
        store.claim(claim.id)
    store.apply(edit)
    assert store.claim(claim.id) == claim


def test_a_record_that_changed_meanwhile_is_a_conflict_and_nothing_is_written(
    store: Store, version: Version
) -> None:
    claim = mark(store, version, "41 million tonnes")
    store.apply(claims.set_fields("Reword claim", claim, wording="first"))
    edits = store.edit_count()
    late = claims.set_fields("Reword claim", claim, wording="second")
    with pytest.raises(Conflict):
        store.apply(Edit("Both", (birth(Checker(name="Ada")), *late.changes)))
    assert store.claim(claim.id).wording == "first"
    assert [checker.name for checker in store.checkers()] != ["Ada"]
    assert store.edit_count() == edits


def test_a_record_whose_dependents_are_there_cannot_die_alone(
    store: Store, version: Version
) -> None:
    claim = mark(store, version, "41 million tonnes")
    with pytest.raises(Conflict):
        store.apply(Edit("Careless", (death(claim),)))
    assert store.claim(claim.id) == claim


def test_a_reference_is_never_used_again(store: Store, version: Version) -> None:
    _, edit = claims.mark(store, version, Span(0, 3))
    store.apply(edit)
    store.apply(edit.inverse())
    second, _ = claims.mark(store, version, Span(0, 3))
    assert second.reference == "C2"


def test_a_version_never_changes(store: Store, version: Version) -> None:
    changed = version.model_copy(update={"warnings": ("changed",)})
    with pytest.raises(Conflict):
        store.apply(Edit("Rewrite", (Change(version, changed),)))
    assert store.version(version.id) == version


def test_a_verdict_never_changes_but_can_be_withdrawn(
    store: Store, article: Article, version: Version
) -> None:
    claim = mark(store, version, "first time since 1972")
    scale, rating = verdicts.find_rating(store, article, "Mostly False")
    store.apply(verdicts.judge(store, claim, scale, rating))
    (verdict,) = store.verdicts(claim.id)
    edited = verdict.model_copy(update={"label": "True"})
    with pytest.raises(Conflict):
        store.apply(Edit("Forge", (Change(verdict, edited),)))
    store.apply(verdicts.withdraw(claim, verdict))
    assert verdicts.current(store.verdicts(claim.id)) is None
    assert len(store.verdicts(claim.id)) == 1


def test_every_edit_has_its_journal_row(store: Store, version: Version) -> None:
    claim = mark(store, version, "41 million tonnes")
    store.apply(
        claims.set_fields("Reword claim", claim, wording="The harbour handled 41 million tonnes"),
        "checker-1",
    )
    born, reworded = store.history(claim.id)
    assert (born.title, born.before) == ("Mark claim", None)
    assert (reworded.title, reworded.checker) == ("Reword claim", "checker-1")
    assert reworded.after is not None
    assert "41 million" in reworded.after


def test_the_journal_does_not_repeat_texts_and_files(store: Store, version: Version) -> None:
    (entry,) = store.history(version.id)
    assert entry.after is not None
    assert "harbour overtook" not in entry.after


def test_one_damaged_record_hides_no_other(store: Store, version: Version) -> None:
    good, bad = mark(store, version, "41 million"), mark(store, version, "Port Alder")
    store._connection.execute("UPDATE claim SET kind = 'no such kind' WHERE id = ?", (bad.id,))
    assert [claim.id for claim in store.claims_in(version.article)] == [good.id]
    with pytest.raises(Damaged, match=r"damaged"):
        store.claim(bad.id)
    assert list(store.findings()) == [f"The claim {bad.id} cannot be read."]


def test_half_a_character_is_refused_in_words_and_nothing_is_written(
    store: Store, version: Version
) -> None:
    claim = mark(store, version, "41 million tonnes")
    edit = claims.set_fields("Reword claim", claim, wording="half a ship \ud83d")
    with pytest.raises(Refused, match="half of a character"):
        store.apply(edit)
    assert store.claim(claim.id) == claim


def test_check_finds_what_was_altered_behind_our_back(store: Store, version: Version) -> None:
    mark(store, version, "41 million tonnes")
    assert list(store.findings()) == []
    store._connection.execute("UPDATE anchor SET exact = 'other words'")
    store._connection.execute("UPDATE original SET content = x'00'")
    wrong = list(store.findings())
    assert any("does not hold the words" in line for line in wrong)
    assert any("no longer has its SHA-256" in line for line in wrong)


def test_an_article_answers_to_a_unique_beginning_and_to_its_slug(store: Store) -> None:
    article = import_story(store)
    assert store.article_named(article.id[:8]) == article
    assert store.article_named(article.slug) == article
    with pytest.raises(NotFound, match="No article"):
        store.article_named("elsewhere")
    with pytest.raises(NotFound):
        store.article_named("")


def test_two_articles_of_one_title_have_two_slugs(store: Store) -> None:
    first, second = import_story(store), import_story(store, content=b"other bytes")
    assert first.slug == "harbour-overtakes-its-rival"
    assert second.slug == "harbour-overtakes-its-rival-2"


def test_the_same_bytes_are_known_again(store: Store, article: Article) -> None:
    document = Document(name="again.txt", content=b"the original bytes")
    assert articles.already_there(store, document) == article


@pytest.mark.parametrize("query", ["harbour over", "HARBOUR", '"first time since 1972"', "kestrel"])
def test_search_finds_words_phrases_and_beginnings(
    store: Store, article: Article, query: str
) -> None:
    assert {hit.article for hit in store.search(query)} == {article.id}


@pytest.mark.parametrize("query", ["", '"', "NEAR(", "a AND", "*", "col:umn -x", "'; DROP"])
def test_no_query_is_an_error(store: Store, article: Article, query: str) -> None:
    assert article
    store.search(query)


def test_a_hit_in_a_text_says_where(store: Store, version: Version) -> None:
    hits = [hit for hit in store.search('"port alder"') if hit.stop]
    assert version.text[hits[0].start : hits[0].stop] == "Port Alder"


def test_search_follows_changes_of_wording(store: Store, version: Version) -> None:
    claim = mark(store, version, "41 million tonnes")
    store.apply(claims.set_fields("Reword claim", claim, wording="zephyr"))
    assert [hit.claim for hit in store.search("zephyr")] == [claim.id]
    store.apply(claims.set_fields("Reword claim", store.claim(claim.id), wording="mistral"))
    assert store.search("zephyr") == []
    for wording in ("levanter", "sirocco"):
        store.apply(claims.set_fields("Reword claim", store.claim(claim.id), wording=wording))
        assert [hit.claim for hit in store.search(wording)] == [claim.id]
    assert store.search("mistral") == []
    assert list(store.findings()) == []


def test_a_desk_file_says_what_it_is_and_is_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "my.factdesk"
    with opening.open_desk(path):
        pass
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


def test_another_programs_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE theirs (x)")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    with pytest.raises(NotADesk):
        opening.open_desk(path)
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear editor, " * 100)
    with pytest.raises(NotADesk):
        opening.open_desk(path)
    assert path.read_text() == "Dear editor, " * 100


def test_a_desk_of_a_later_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "later.factdesk"
    with opening.open_desk(path):
        pass
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 9999")
    connection.close()
    with pytest.raises(DeskTooNew):
        opening.open_desk(path)


def test_a_folder_in_the_desks_place_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(DeskUnusable, match="cannot be opened"):
        opening.open_desk(tmp_path)


def test_two_stores_on_one_desk_see_each_others_edits(tmp_path: Path) -> None:
    path = tmp_path / "shared.factdesk"
    with opening.open_desk(path) as one, opening.open_desk(path) as two:
        article = import_story(one)
        assert two.article(article.id) == article
        reader = Store.open_to_read(path)
        assert [line.title for line in reader.article_lines()] == [article.title]
        reader.close()


def test_a_backup_is_a_desk_with_the_same_articles(tmp_path: Path) -> None:
    with opening.open_desk(tmp_path / "a.factdesk") as store:
        article = import_story(store)
        backup.copy(tmp_path / "a.factdesk", tmp_path / "b.factdesk")
    with opening.open_desk(tmp_path / "b.factdesk") as copy:
        assert copy.article(article.id) == article
        assert list(copy.findings()) == []


def test_times_are_utc() -> None:
    assert utc_now().endswith("Z")
