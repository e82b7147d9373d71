import json
from collections.abc import Iterator

import jsonschema
import pytest
from tests.desk.every_record import every_record
from tests.exporters.checked_desk import NOW, SECRET, SLUG, desk
from tests.story import import_story

from factdesk.desk import claims, exchange, opening, reports
from factdesk.errors import ImportFailed
from factdesk.exporters.registry import format_named
from factdesk.model.article import Article
from factdesk.model.desk import House
from factdesk.model.edit import Edit, birth
from factdesk.model.export import Export
from factdesk.model.hint import Dismissal, HintSettings
from factdesk.model.record import Record
from factdesk.model.remark import SetAside
from factdesk.model.report import Audience
from factdesk.model.workflow import (
    ChangeProposal,
    ContactAttempt,
    Exemption,
    Query,
    Role,
    Rule,
    SearchLog,
    SignOff,
    Tick,
)
from factdesk.store.rows import TYPES
from factdesk.store.store import Store


@pytest.fixture
def checked() -> Iterator[tuple[Store, Article]]:
    store, article = desk()
    with store:
        yield store, article


@pytest.fixture
def other() -> Iterator[Store]:
    with Store.in_memory() as store:
        opening.found(store)
        yield store


def exported(store: Store, article: Article, audience: Audience = Audience.INTERNAL) -> bytes:
    return reports.rendered(store, article, format_named("json"), audience).content


def take_in(store: Store, content: bytes) -> Article:
    package = exchange.read(content)
    edit = exchange.take_in(store, package)
    assert edit is not None
    store.apply(edit)
    return store.article(package.article.id)


def without_house(content: bytes) -> dict[str, object]:
    return {name: value for name, value in json.loads(content).items() if name != "house"}


def test_an_article_that_goes_to_another_desk_is_the_same_there(
    checked: tuple[Store, Article], other: Store
) -> None:
    content = exported(*checked)
    arrived = take_in(other, content)
    there = exported(other, arrived)
    assert there.split(b'"records"')[1] == content.split(b'"records"')[1]
    assert without_house(there) == without_house(content)
    assert list(other.findings()) == []


def test_it_comes_whole_with_every_record_that_belongs_to_it(
    checked: tuple[Store, Article], other: Store
) -> None:
    store, article = checked
    arrived = take_in(other, exported(*checked))
    assert other.papers(arrived.id) == store.papers(article.id)
    assert {type(record).__name__ for record in store.papers(article.id)} >= {
        "Article", "Original", "Version", "Claim", "Anchor", "Verdict", "Evidence", "Source",
        "Note", "Checker", "Scale", "Claimant",
    }  # fmt: skip


def test_the_same_article_again_is_told_to_be_present(
    checked: tuple[Store, Article], other: Store
) -> None:
    content = exported(*checked)
    take_in(other, content)
    assert exchange.take_in(other, exchange.read(content)) is None


def test_what_came_is_taken_back_by_one_undo(checked: tuple[Store, Article], other: Store) -> None:
    before = other.counts()
    edit = exchange.take_in(other, exchange.read(exported(*checked)))
    assert edit is not None
    other.apply(edit)
    other.apply(edit.inverse())
    assert other.counts() | {"journal": 0} == before | {"journal": 0}


def test_the_desk_is_asked_once_for_each_type_of_what_comes(
    checked: tuple[Store, Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[type[Record]] = []
    known = Store.identities

    def counted(store: Store, kind: type[Record], keys: list[str]) -> set[str]:
        asked.append(kind)
        return known(store, kind, keys)

    package = exchange.read(exported(*checked))
    monkeypatch.setattr(Store, "identities", counted)
    with Store.in_memory() as store:
        exchange.take_in(store, package)
    assert sorted(map(str, asked[1:])) == sorted({str(type(one)) for one in package.records})


def test_a_slug_that_is_taken_is_numbered(checked: tuple[Store, Article], other: Store) -> None:
    story = import_story(other)
    content = exported(*checked).replace(SLUG.encode(), story.slug.encode())
    assert take_in(other, content).slug == f"{story.slug}-2"


def test_a_slug_that_leads_out_of_a_folder_is_none(
    checked: tuple[Store, Article], other: Store
) -> None:
    content = exported(*checked).replace(f'"{SLUG}"'.encode(), b'"../../Home/.profile"')
    assert take_in(other, content).slug == "home-profile"


def test_a_reference_that_was_removed_over_there_is_not_given_again(
    checked: tuple[Store, Article], other: Store
) -> None:
    store, article = checked
    last = store.claim_numbered(article.id, 7)
    store.apply(claims.remove(store, last))
    arrived = take_in(other, exported(*checked))
    assert other.last_reference(arrived.id) == 7
    assert other.claim_ids(arrived.id) == store.claim_ids(article.id)


def test_a_public_export_is_no_desk_s_work(checked: tuple[Store, Article]) -> None:
    content = exported(*checked, Audience.PUBLIC)
    assert SECRET.encode() not in content
    assert exchange.recognises(content)
    with pytest.raises(ImportFailed, match="for the public"):
        exchange.read(content)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"overtook Port Alder", b"overtook Port Older"),
        (b'"edition": 1', b'"edition": 2'),
        (b'"number":', b'"nummer":'),
        (b"\n}\n}\n", b""),
        (b"overtook Port Alder", b"overtook Port \\ud83dlder"),
        (b'["heading",0,22]', b'["heading",0,99999]'),
    ],
)
def test_what_was_altered_or_is_later_is_refused(
    checked: tuple[Store, Article], before: bytes, after: bytes
) -> None:
    content = exported(*checked)
    assert before in content
    with pytest.raises(ImportFailed):
        exchange.read(content.replace(before, after))


def test_what_speaks_of_a_record_that_is_not_there_is_refused(
    checked: tuple[Store, Article],
) -> None:
    told = json.loads(exported(*checked))
    del told["records"]["source"][0]
    with pytest.raises(ImportFailed, match="a source that is spoken of is not in it"):
        exchange.read(json.dumps(told).encode())


def test_what_holds_a_record_twice_is_refused(checked: tuple[Store, Article]) -> None:
    told = json.loads(exported(*checked))
    told["records"]["claim"].append(told["records"]["claim"][0])
    with pytest.raises(ImportFailed, match="a record is in it twice"):
        exchange.read(json.dumps(told).encode())


def test_other_json_is_not_taken_for_an_article_from_another_desk() -> None:
    assert not exchange.recognises(b'{"format": "something else"}')
    assert not exchange.recognises(b"A text on a factdesk article")


@pytest.mark.parametrize("audience", Audience)
def test_the_export_keeps_to_its_schema(checked: tuple[Store, Article], audience: Audience) -> None:
    jsonschema.validate(json.loads(exported(*checked, audience)), exchange.schema())


def test_the_work_on_a_claim_comes_along_and_stays_from_the_public(
    checked: tuple[Store, Article], other: Store
) -> None:
    store, article = checked
    claim = store.claim_numbered(article.id, 1)
    (checker, *_) = store.checkers()
    work = [
        Query(claim=claim.id, text=f"Is {SECRET} right?", asked=NOW),
        SearchLog(claim=claim.id, place=SECRET, sought="tonnes", searched=NOW),
        ContactAttempt(claim=claim.id, whom=SECRET, confidential=True, made=NOW),
        ChangeProposal(claim=claim.id, original="41", replacement=SECRET, proposed=NOW),
        Exemption(claim=claim.id, rule=Rule.EVIDENCE, reason=SECRET, granted=NOW),
        Tick(claim=claim.id, question=SECRET, ticked=NOW),
        SetAside(article=article.id, remark=SECRET, words=SECRET, reason=SECRET, put_aside=NOW),
        Dismissal(
            article=article.id, sentence="0" * 64, start=0, stop=9, exact=SECRET, dismissed=NOW
        ),
        HintSettings(lexicon=f'{{"reasons":{{"event":"{SECRET}"}}}}'),
        SignOff(
            article=article.id, role=Role.CHECKER, checker=checker.id, sha256="0" * 64, signed=NOW
        ),
    ]
    store.apply(Edit("Work", tuple(birth(record) for record in work)))
    content = exported(store, article)
    assert set(json.loads(content)["records"]) >= {"tick", "setaside", "dismissal"}
    assert "hintsettings" not in json.loads(content)["records"]
    assert (
        exported(other, take_in(other, content)).split(b'"records"')[1]
        == (content.split(b'"records"')[1])
    )
    assert SECRET.encode() not in exported(store, article, Audience.PUBLIC)


#: What belongs to a desk and not to an article: each desk has its own.
OF_THE_DESK: frozenset[type[Record]] = frozenset({House, HintSettings, Export})


def test_every_record_there_is_goes_to_another_desk_with_all_its_fields(other: Store) -> None:
    """Fails for a type of record that is added and not exchanged: decide which of both it is."""
    records = every_record(OF_THE_DESK)
    for record in records:
        unsaid = {
            name
            for name, told in type(record).model_fields.items()
            if getattr(record, name) in (None, told.default) and name != "parent"
        }
        assert not unsaid, f"{type(record).__name__} leaves {unsaid} as they are"
    with Store.in_memory() as store:
        opening.found(store)
        store.apply(Edit("Everything", tuple(birth(record) for record in records)))
        article = next(record for record in records if isinstance(record, Article))
        content = exported(store, article)
        assert set(json.loads(content)["records"]) == {
            name for name, kind in TYPES.items() if kind not in OF_THE_DESK
        }
        arrived = take_in(other, content)
        assert set(other.papers(arrived.id)) >= set(records)
        assert exported(other, arrived).split(b'"records"')[1] == content.split(b'"records"')[1]
        assert list(other.findings()) == list(store.findings())
