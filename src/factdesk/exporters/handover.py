"""The hand-over package: every format, the originals, and sums by which anybody can verify them."""

from collections.abc import Iterator
from hashlib import sha256

from factdesk.errors import ExportFailed
from factdesk.exporters.base import Exporter
from factdesk.exporters.containers import container
from factdesk.exporters.registry import PACKAGE, exporters, format_named
from factdesk.model.article import Original
from factdesk.model.report import Audience, Part, Report

#: What `sha256sum -c` reads.
MANIFEST = "SHA256SUMS"
NOT_HERE = "NOT-HERE.txt"

#: Ours, and not the system's table, which differs from machine to machine.
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".xhtml",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/rtf": ".rtf",
    "application/epub+zip": ".epub",
    "message/rfc822": ".eml",
    "multipart/related": ".mhtml",
}


class ZipExporter(Exporter):
    """Packs all that there is of an article. Needs a whole report."""

    def render(self, report: Report) -> bytes:
        """Write the report; a format that cannot say it is named with the reason."""
        files, missing = _written(report)
        files += _originals(report)
        if missing:
            lines = "".join(f"{name}: {reason}\n" for name, reason in missing)
            files.append((NOT_HERE, lines.encode()))
        sums = "".join(f"{sha256(content).hexdigest()}  {name}\n" for name, content in files)
        return container([*files, (MANIFEST, sums.encode())])


def _written(report: Report) -> tuple[list[tuple[str, bytes]], list[tuple[str, str]]]:
    files: list[tuple[str, bytes]] = []
    missing: list[tuple[str, str]] = []
    for form in exporters().values():
        if form.name == PACKAGE:
            continue
        name = f"{report.article.slug}{form.suffix}"
        writer = form.load()
        try:
            files.append((name, writer.render(report)))
        except ExportFailed as failure:
            missing.append((name, str(failure)))
            continue
        files += [(form.single(name, key), file) for key, file in writer.singles(report)]
        out = writer.left_out(report)[len(report.left_out) :]
        missing += [(form.single(name, one.reference), one.reason) for one in out]
    return files + list(_documents(report)), missing


def _documents(report: Report) -> Iterator[tuple[str, bytes]]:
    """Write the documents that are in no form of the whole: the house's own are for the house."""
    wanted = [("md", Part.COPY)]
    if report.audience is Audience.INTERNAL:
        wanted += [("docx", Part.MEMO), *([("docx", Part.CHANGES)] if report.changes else [])]
    for name, part in wanted:
        form = format_named(name)
        yield f"{report.article.slug}.{part}{form.suffix}", form.load(part).render(report)


def _originals(report: Report) -> Iterator[tuple[str, bytes]]:
    """Give the bytes that the versions were read from; a public report has none."""
    for record in report.papers:
        if isinstance(record, Original):
            media_type = record.media_type.partition(";")[0].strip().lower()
            yield f"originals/{record.id}{_SUFFIXES.get(media_type, '.bin')}", record.content
