"""What a drop or a paste brings: files, links, or text from another program."""

from pathlib import Path

from PySide6.QtCore import QMimeData

from factdesk.importers.base import Document

Source = Path | Document | str
"""A file or folder, something with its bytes at hand, or the address of a page."""


def sources(mime: QMimeData) -> list[Source]:
    """Say what there is to import; of a page and its plain text the page is taken."""
    if mime.hasUrls():
        return [
            Path(url.toLocalFile()) if url.isLocalFile() else url.toString() for url in mime.urls()
        ]
    if mime.hasHtml():
        return [_pasted(mime.html(), "text/html")]
    text = mime.text().strip()
    if text.startswith(("http://", "https://")) and len(text.split()) == 1:
        return [text]
    return [_pasted(text, "text/plain")] if text else []


def accepts(mime: QMimeData) -> bool:
    """Tell, while something is dragged over the window, whether it can be imported."""
    return mime.hasUrls() or mime.hasHtml() or mime.hasText()


def name(source: Source) -> str:
    """Tell what to call a source in a message."""
    if isinstance(source, Path):
        return source.name or str(source)
    if isinstance(source, Document):
        return source.name or "the pasted text"
    return source


def _pasted(text: str, kind: str) -> Document:
    return Document(media_type=f"{kind}; charset=utf-8", content=text.encode("utf-8", "replace"))
