"""What others have written is shown as they wrote it: none of it is markup to the window."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QLabel, QWidget
from pytestqt.qtbot import QtBot
from tests.story import import_story

from factdesk.desk import claims, evidence, notes
from factdesk.desk.articles import describe
from factdesk.model.sheet import CiteWish
from factdesk.model.source import Stance
from factdesk.model.span import Span
from factdesk.store.store import Store
from factdesk.ui.as_written import as_written
from factdesk.ui.main_window import MainWindow

TAG = '<img src="/dev/zero"> <b>41 million</b> &lt;i&gt; '
LONG = TAG * 8


def test_no_word_of_an_article_a_claim_or_a_source_is_markup_in_the_window(
    qtbot: QtBot, window: MainWindow, desk: Store
) -> None:
    article = import_story(desk, LONG, f"It said {TAG}.", "The end.")
    desk.apply(describe(article, title=LONG, publisher=LONG, authors=(LONG,)))
    version = desk.latest_version(article.id)
    claim, edit = claims.mark(desk, version, Span(0, len(LONG) - 1))
    desk.apply(edit)
    wish = CiteWish(title=LONG, url="https://a.example", stance=Stance.CONTEXT, quote=LONG)
    desk.apply(evidence.cite(desk, claim, wish))
    desk.apply(notes.add(desk.claim(claim.id), LONG))
    desk.apply(claims.set_fields("Reword claim", desk.claim(claim.id), wording=LONG))
    window.library.fill()
    window.open_article(article.id)
    window.go_to_claim(article.id, claim.id)
    qtbot.waitUntil(lambda: window.at_hand.claim is not None, timeout=5_000)
    shown = [label for label in window.findChildren(QLabel) if "img" in label.text()]
    assert shown
    for label in shown:
        plain = label.textFormat() is Qt.TextFormat.PlainText
        assert plain or "<img" not in label.text(), label.text()
    hints = [widget.toolTip() for widget in window.findChildren(QWidget)]
    for rows in window.findChildren(QAbstractItemView):
        index = rows.model().index(0, 0) if rows.model() else QModelIndex()
        hints.append(str(index.data(Qt.ItemDataRole.ToolTipRole)))
    told = [hint for hint in hints if "img" in hint]
    assert told
    assert not [hint for hint in told if "<img" in hint]


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("41 & more", "41 & more"),
        ("<b>x", "<p style='white-space: pre-wrap'>&lt;b&gt;x</p>"),
        ("&lt;b", "<p style='white-space: pre-wrap'>&amp;lt;b</p>"),
    ],
)
def test_only_what_looks_like_markup_is_escaped(words: str, shown: str) -> None:
    assert as_written(words) == shown
