import io
import shutil
import subprocess
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.exporters.checked_desk import ORIGINAL, SLUG

from factdesk.desk import reports
from factdesk.exporters.handover import MANIFEST, NOT_HERE, ZipExporter
from factdesk.exporters.markdown import MarkdownExporter
from factdesk.exporters.registry import exporters, format_named
from factdesk.model.article import Article, Original
from factdesk.model.report import Audience, Part, Report
from factdesk.store.store import Store


def members(report: Report) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(ZipExporter().render(report))) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_every_format_is_in_it_or_named_with_the_reason(report: Report) -> None:
    found = members(report)
    named = found[NOT_HERE].decode()
    for form in exporters().values():
        name = f"{SLUG}{form.suffix}"
        assert name in found or form.name == "zip" or f"{name}: " in named, name
    assert f"{SLUG}.claimreview.json: No claim of this article can be published" in named


def test_what_is_in_it_is_what_each_format_writes(report: Report) -> None:
    found = members(report)
    for form in exporters().values():
        if form.name not in {"zip", "claimreview"}:
            assert found[f"{SLUG}{form.suffix}"] == form.load().render(report), form.name


def test_the_copy_is_in_it_and_the_house_s_own_documents_are_in_the_house_s(
    report: Report, public_report: Report
) -> None:
    copy, memo = f"{SLUG}.copy.md", f"{SLUG}.memo.docx"
    assert members(report)[copy] == MarkdownExporter(Part.COPY).render(report)
    assert memo in members(report)
    public = members(public_report)
    assert copy in public
    assert memo not in public


def test_reports_in_it_say_what_they_say_alone(checked: tuple[Store, Article]) -> None:
    packed, alone = (
        reports.rendered(*checked, format_named(name), Audience.INTERNAL).content
        for name in ("zip", "md")
    )
    with ZipFile(io.BytesIO(packed)) as archive:
        assert archive.read(f"{SLUG}.md") == alone


def test_the_originals_are_in_it_byte_for_byte(report: Report) -> None:
    found = members(report)
    originals = {name: content for name, content in found.items() if name.startswith("originals/")}
    assert list(originals.values()) == [ORIGINAL]
    assert next(iter(originals)).endswith(".html")


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="there is no sha256sum here")
def test_anybody_can_verify_it(report: Report, tmp_path: Path) -> None:
    with ZipFile(io.BytesIO(ZipExporter().render(report))) as archive:
        archive.extractall(tmp_path)
    words = ["sha256sum", "--check", "--strict", MANIFEST]
    told = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr
    assert told.stdout.count(": OK") == len(members(report)) - 1
    (tmp_path / f"{SLUG}.md").write_text("altered", "utf-8")
    assert subprocess.run(words, cwd=tmp_path, capture_output=True, check=False).returncode == 1


def test_the_public_s_package_has_no_originals(public_report: Report) -> None:
    assert not [name for name in members(public_report) if name.startswith("originals/")]
    assert not [record for record in public_report.papers if isinstance(record, Original)]
