"""What must hold of every format: no leak, and the same bytes whenever and wherever."""

import io
import os
import re
import subprocess
import sys
from base64 import b64decode
from collections.abc import Iterator
from hashlib import sha256
from zipfile import ZipFile, is_zipfile

import pytest
from tests.exporters.checked_desk import SECRET
from tests.exporters.conftest import Write
from tests.exporters.samples import sample

from factdesk.desk import articles, reports
from factdesk.errors import ExportFailed
from factdesk.exporters.registry import exporters, format_named
from factdesk.exporters.wording import languages
from factdesk.importers.base import Document, Draft, DraftBlock
from factdesk.model.article import Article
from factdesk.model.report import Audience, Part, Report
from factdesk.model.span import BlockKind
from factdesk.store.store import Store

EVERY = sorted(set(exporters()) - {"claimreview"})
WORDED = sorted(name for name, form in exporters().items() if form.worded)

PAGE = "https://tidewater.example/checks/harbour"


def opened(content: bytes) -> Iterator[bytes]:
    """Give all bytes of a file: its own, and those of what is packed in it."""
    yield content
    if is_zipfile(io.BytesIO(content)):
        with ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield name.encode()
                yield from opened(archive.read(name))
    elif content.startswith(b"%PDF"):
        yield read_pdf(content).encode()
    for run in re.findall(rb"[A-Za-z0-9+/]{24,}={0,2}", content):
        yield b64decode(run[: len(run) // 4 * 4] + b"=" * (-len(run) % 4 if len(run) % 4 else 0))


def read_pdf(content: bytes) -> str:
    import pypdf  # noqa: PLC0415 - only where there is a PDF

    reader = pypdf.PdfReader(io.BytesIO(content))
    told = [str(value) for value in (reader.metadata or {}).values()]
    told += [str(one.title) for one in reader.outline if not isinstance(one, list)]
    return "\n".join([*told, *(page.extract_text() for page in reader.pages)])


@pytest.fixture
def article(checked: tuple[Store, Article]) -> Article:
    store, known = checked
    store.apply(articles.describe(known, review_url=PAGE))
    return store.article(known.id)


@pytest.mark.parametrize("form", sorted(exporters()))
def test_nothing_confidential_reaches_the_public(
    checked: tuple[Store, Article], article: Article, form: str
) -> None:
    store, _ = checked
    told = reports.rendered(store, article, format_named(form), Audience.PUBLIC).content
    assert told
    for content in opened(told):
        for written in (SECRET.encode(), SECRET.encode("utf-16-le"), SECRET.encode("utf-16-be")):
            assert written.lower() not in content.lower()


@pytest.mark.parametrize("form", WORDED)
@pytest.mark.parametrize("language", sorted(languages()))
def test_nothing_confidential_is_in_any_public_document(
    checked: tuple[Store, Article], form: str, language: str
) -> None:
    for part in (Part.REPORT, Part.COPY):
        told = reports.rendered(
            *checked, format_named(form), Audience.PUBLIC, part=part, language=language
        )
        for content in opened(told.content):
            assert SECRET.lower().encode() not in content.lower()


@pytest.mark.parametrize("form", WORDED)
@pytest.mark.parametrize("part", [Part.MEMO, Part.CHANGES])
def test_nobody_but_the_house_gets_what_is_for_it(
    checked: tuple[Store, Article], form: str, part: Part
) -> None:
    with pytest.raises(ExportFailed, match="the writer and the editor"):
        reports.rendered(*checked, format_named(form), Audience.PUBLIC, part=part)


def test_what_the_house_did_would_be_found(write: Write) -> None:
    text = write("md").decode()
    work = ("Drawer of", "Clerk", "Did", "says so", "forbids it", "is in a hurry", "was there")
    for told in (*work, "From"):
        assert any(SECRET in line for line in text.split("\n") if told in line), told


@pytest.mark.parametrize("form", ["md", "json", "html", "docx", "csv", "zip", "pdf"])
def test_what_is_confidential_would_be_found(write: Write, form: str) -> None:
    found = [SECRET.encode() in content for content in opened(write(form))]
    assert any(found)


def test_a_file_s_name_that_became_the_title_is_not_published(store: Store) -> None:
    document = Document(name=f"leak of {SECRET}.txt", content=b"bytes")
    draft = Draft(blocks=(DraftBlock(BlockKind.PARAGRAPH, "It rained."),), media_type="text/plain")
    article, edit = articles.add(store, document, draft)
    store.apply(edit)
    assert SECRET in article.title
    for form in EVERY:
        told = reports.rendered(store, article, format_named(form), Audience.PUBLIC).content
        for content in opened(told):
            assert SECRET.lower().encode() not in content.lower(), form


@pytest.mark.parametrize("form", EVERY)
def test_an_article_without_claims_can_be_written(store: Store, form: str) -> None:
    draft = Draft(title="T", blocks=(DraftBlock(BlockKind.PARAGRAPH, "It rained."),))
    article, edit = articles.add(store, Document(name="x", content=b"bytes"), draft)
    store.apply(edit)
    for audience in Audience:
        told = reports.rendered(store, article, format_named(form), audience)
        assert told.content or form in {"ris", "bibtex"}


@pytest.mark.parametrize("form", EVERY)
def test_every_claim_is_in_every_format_that_speaks_of_claims(report: Report, form: str) -> None:
    if form in {"csl", "ris", "bibtex", "csv-evidence", "json"}:
        pytest.skip("it speaks of sources, of evidence, or of claims by their identities")
    content = b"\n".join(opened(format_named(form).load().render(report)))
    for finding in report.findings:
        assert finding.claim.reference.encode() in content


SCRIPT = """
import hashlib, sys
from tests.exporters.checked_desk import desk
from factdesk.desk import reports
from factdesk.exporters.registry import exporters
from factdesk.exporters.wording import languages
from factdesk.model.report import Audience, Part
store, article = desk()
for name, form in sorted(exporters().items()):
    if name == "claimreview":
        continue
    for audience in Audience:
        content = reports.rendered(store, article, form, audience).content
        print(name, audience.value, hashlib.sha256(content).hexdigest())
for name, form in sorted(exporters().items()):
    for part in Part if form.worded else ():
        for language in languages():
            told = reports.rendered(
                store, article, form, Audience.INTERNAL, part=part, language=language
            )
            print(name, part.value, language, hashlib.sha256(told.content).hexdigest())
"""


def test_the_same_desk_gives_the_same_bytes_in_any_process(
    checked: tuple[Store, Article],
) -> None:
    surroundings = {"PYTHONHASHSEED": "7", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}
    path = {"PYTHONPATH": os.pathsep.join(sys.path)}
    there = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        env={**os.environ, **surroundings, **path},
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split("\n")
    store, article = checked
    here = [
        f"{name} {audience.value} {digest(store, article, name, audience)}"
        for name in EVERY
        for audience in Audience
    ]
    here += [
        f"{name} {part.value} {language} {digest(store, article, name, part, language)}"
        for name in WORDED
        for part in Part
        for language in languages()
    ]
    assert here == [line for line in there if line]


def digest(
    store: Store, article: Article, form: str, of: Audience | Part, language: str = ""
) -> str:
    """Sum up what is for an audience, or one of the house's documents."""
    audience = of if isinstance(of, Audience) else Audience.INTERNAL
    part = of if isinstance(of, Part) else None
    told = reports.rendered(
        store, article, format_named(form), audience, part=part, language=language
    )
    return sha256(told.content).hexdigest()


@pytest.mark.parametrize("form", EVERY)
def test_a_report_made_by_hand_can_be_written(form: str) -> None:
    for audience in Audience:
        assert format_named(form).load().render(sample(audience))


DOT = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAADUlEQVR4nGP4"
    "z8AARAAI/gH/xp559wAAAABJRU5ErkJggg=="
)


def test_the_logo_stands_where_a_format_has_a_place_for_it() -> None:
    house = sample().house.model_copy(update={"logo": DOT})
    for form, sign in (
        ("html", DOT.encode()),
        ("docx", b"word/media/image1.png"),
        ("pdf", b"/Subtype /Image"),
    ):
        told = sample().model_copy(update={"house": house})
        writer = format_named(form).load()
        assert sign in writer.render(told), form
        assert sign not in writer.render(sample())
        for fake in (DOT[:-20], "data:image/png;base64,aGVsbG8=", "https://example.org/logo.png"):
            other = sample().house.model_copy(update={"logo": fake})
            assert writer.render(sample().model_copy(update={"house": other}))
