import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from factdesk.ui.widgets.drop_overlay import DropOverlay, drop_words


@pytest.mark.parametrize(
    ("urls", "text", "wanted"),
    [
        (["file:///a/one.html"], "", "Drop to import “one.html”"),
        (["file:///a.txt", "file:///b.txt", "file:///c.txt"], "", "Drop to import 3 files"),
        (["https://example.org/a"], "", "Drop to fetch the page"),
        ([], "some words", "Drop to import the text"),
        ([], "", ""),
    ],
)
def test_the_words_say_what_dropping_would_do(urls: list[str], text: str, wanted: str) -> None:
    dragged = QMimeData()
    if urls:
        dragged.setUrls([QUrl(url) for url in urls])
    if text:
        dragged.setText(text)
    assert drop_words(dragged) == wanted


def test_the_overlay_covers_its_parent_while_it_has_words(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    overlay = DropOverlay(window)
    window.resize(400, 300)
    window.show()
    assert not overlay.isVisible()
    overlay.show_words("Drop to import 3 files")
    assert overlay.isVisible()
    window.resize(500, 350)
    assert overlay.geometry() == window.rect()
    overlay.show_words("")
    assert not overlay.isVisible()
