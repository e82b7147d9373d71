"""What the desk remembers is shown beside what is at hand, and is taken over with one key."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.keys import CTRL, ENTER, SHIFT, Keys

from factdesk.desk import articles, claims, evidence, verdicts
from factdesk.importers.base import Document, Draft, DraftBlock
from factdesk.model.article import Article
from factdesk.model.claim import Claim
from factdesk.model.sheet import CiteWish
from factdesk.model.source import Stance
from factdesk.model.span import BlockKind, Span
from factdesk.store.store import Store
from factdesk.ui.main_window import MainWindow

B = Qt.Key.Key_B
OTHER = "The mayor said that the harbour of Kestrel Bay handled 41 million tonnes. Then he left."


def other_article(desk: Store) -> Article:
    draft = Draft(
        title="The mayor speaks",
        blocks=(DraftBlock(BlockKind.PARAGRAPH, OTHER),),
        media_type="text/plain",
        read_with="a test",
    )
    article, edit = articles.add(desk, Document(name="mayor.txt", content=b"mayor"), draft)
    desk.apply(edit)
    return article


def mark(desk: Store, article: Article, words: str) -> Claim:
    version = desk.latest_version(article.id)
    start = version.text.index(words)
    claim, edit = claims.mark(desk, version, Span(start, start + len(words)))
    desk.apply(edit)
    return claim


@pytest.fixture
def checked(desk: Store, story: Article) -> Claim:
    """A claim of the story that was checked."""
    claim = mark(desk, story, "The harbour of Kestrel Bay handled 41 million tonnes")
    wish = CiteWish(title="Port statistics", url="https://port.example", stance=Stance.REFUTES)
    desk.apply(evidence.cite(desk, claim, wish._replace(quote="14 million tonnes")))
    scale, rating = verdicts.find_rating(desk, story, "false")
    desk.apply(verdicts.judge(desk, claim, scale, rating, rationale="It is 14."))
    return claim


def take_up(window: MainWindow, qtbot: QtBot, article: Article, claim: Claim) -> None:
    window.open_article(article.id)
    window.page.view.setFocus()
    window.at_hand.pick_up(claim.id)
    qtbot.waitUntil(window.panel.paper.similar.isVisible)


def test_an_earlier_claim_of_another_article_is_offered_with_its_verdict(
    checked: Claim, desk: Store, window: MainWindow, qtbot: QtBot
) -> None:
    mayor = other_article(desk)
    claim = mark(desk, mayor, "the harbour of Kestrel Bay handled 41 million tonnes")
    again = mark(desk, mayor, "Then he left")
    take_up(window, qtbot, mayor, claim)
    similar = window.panel.paper.similar
    assert [card.found.memory.claim for card in similar.cards] == [checked.id]
    assert similar.head.summary == "1 · False"
    assert not similar.body.isVisible()
    window.at_hand.pick_up(again.id)
    qtbot.waitUntil(lambda: not similar.isVisible())


def test_one_key_leads_to_it_and_the_same_takes_its_evidence_over(
    checked: Claim, desk: Store, window: MainWindow, qtbot: QtBot
) -> None:
    mayor = other_article(desk)
    claim = mark(desk, mayor, "the harbour of Kestrel Bay handled 41 million tonnes")
    take_up(window, qtbot, mayor, claim)
    keys = Keys()
    keys.press(B)
    assert desk.evidence(claim.id) == []
    keys.press(B)
    (piece,) = desk.evidence(claim.id)
    assert piece.source == desk.evidence(checked.id)[0].source
    assert piece.note == "Taken over from C1 of “Harbour overtakes its rival”."
    (card,) = window.panel.paper.similar.cards
    assert card.links[0].text() == "Its evidence is here ✓"
    assert window.session.undo_stack.undoText() == "Take over evidence of C1"
    window.session.undo_stack.undo()
    assert desk.evidence(claim.id) == []
    assert card.links[0].text() == "Take over 1 piece of evidence"


def test_a_selection_is_said_to_have_been_claimed_before(
    checked: Claim, desk: Store, window: MainWindow, qtbot: QtBot
) -> None:
    window.open_article(other_article(desk).id)
    line, view = window.page.earlier, window.page.view
    view.setFocus()
    view.select_span(Span(OTHER.index("harbour"), OTHER.index(". Then")))
    qtbot.waitUntil(line.isVisible)
    assert line.words.text.startswith("1 earlier claim like this: False, “The harbour of Kestrel")
    Keys().press(B)
    search = window.recalling.search
    assert search.field.text() == "harbour of Kestrel Bay handled 41 million tonnes"
    qtbot.waitUntil(lambda: search.rows.model().rowCount() == 1)
    Keys().press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is view
    view.clear_selection()
    qtbot.waitUntil(lambda: not line.isVisible())
    assert desk.evidence(checked.id)


def test_earlier_claims_are_sought_by_words_and_taken_over_from_there(
    checked: Claim, desk: Store, window: MainWindow, qtbot: QtBot
) -> None:
    mayor = other_article(desk)
    claim = mark(desk, mayor, "Then he left")
    window.open_article(mayor.id)
    window.page.view.setFocus()
    window.at_hand.pick_up(claim.id)
    keys, search = Keys(), window.recalling.search
    keys.press(B, held=CTRL | SHIFT)
    assert search.field.text() == "Then he left"
    keys.type("zeppelin")
    qtbot.waitUntil(search.remark.isVisible)
    search.field.clear()
    keys.type("tonnes in the harbour")
    qtbot.waitUntil(search.rows.isVisible)
    keys.press(ENTER, held=CTRL)
    assert not search.isVisible()
    assert desk.evidence(claim.id)[0].source == desk.evidence(checked.id)[0].source


def test_a_claim_is_opened_beside_in_a_second_window_and_the_next_in_the_same(
    checked: Claim, story: Article, desk: Store, window: MainWindow, qtbot: QtBot
) -> None:
    mayor = other_article(desk)
    window.open_article(mayor.id)

    def others() -> list[MainWindow]:
        shown = QApplication.topLevelWidgets()
        return [
            one
            for one in shown
            if isinstance(one, MainWindow) and one is not window and one.isVisible()
        ]

    window.recalling.beside_wished.emit(story.id, checked.id)
    window.recalling.beside_wished.emit(story.id, checked.id)
    (other,) = others()
    assert (other.opened.article, other.at_hand.claim) == (story, checked.id)
    assert window.opened.article == mayor
    other.close()
    qtbot.waitUntil(lambda: not others())
    assert Path(desk.path or "").exists()


def test_a_source_that_was_used_says_how_it_fared(
    checked: Claim, desk: Store, window: MainWindow, qtbot: QtBot
) -> None:
    mayor = other_article(desk)
    claim = mark(desk, mayor, "Then he left")
    window.open_article(mayor.id)
    window.at_hand.pick_up(claim.id)
    form = window.panel.evidence.form
    window.panel.begin_cite("https://port.example")
    qtbot.waitUntil(form.history.isVisible)
    assert form.history.words.text().startswith("This desk knows it: cited for 1 claim (False 1)")
    assert not form.history.take.isVisible()
    window.panel.begin_cite("")
    form.title.setText("port statistics")
    qtbot.waitUntil(form.history.take.isVisible)
    form.history.take.click()
    assert form.wish().source == desk.evidence(checked.id)[0].source
