"""Describing an article, setting the desk's policy, and answering for an article."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from pytestqt.qtbot import QtBot

from factdesk.desk import claims, states
from factdesk.model.article import Article, Mode, Stage
from factdesk.model.claim import WorkState
from factdesk.model.span import Span
from factdesk.store.store import Store
from factdesk.ui.dialogs.article import ArticleDialog
from factdesk.ui.dialogs.house import HouseDialog
from factdesk.ui.dialogs.signoff import SignOffDialog
from factdesk.ui.main_window import MainWindow

_CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def describing(window: MainWindow, qtbot: QtBot) -> ArticleDialog:
    qtbot.keyClick(window, Qt.Key.Key_D, _CTRL_SHIFT)
    dialog = window.article_at_hand.dialog
    assert isinstance(dialog, ArticleDialog)
    return dialog


def signing(window: MainWindow, qtbot: QtBot) -> SignOffDialog:
    window.actions_by_name["sign_off"].trigger()
    dialog = window.article_at_hand.dialog
    assert isinstance(dialog, SignOffDialog)
    qtbot.waitUntil(lambda: "Looking" not in dialog.state.text(), timeout=3000)
    return dialog


def standing(window: MainWindow) -> str:
    return window.page.header.status.signoff.text()


def test_an_article_is_described_and_the_head_says_so(
    story: Article, window: MainWindow, desk: Store, qtbot: QtBot
) -> None:
    dialog = describing(window, qtbot)
    dialog.lines["title"].setText("A better title")
    dialog.lines["authors"].setText("Ada Quill; Jon Berg ;")
    dialog.lines["published"].setText("2026-11")
    dialog.deadline.setText("2020-01-01")
    dialog.agree.click()
    after = desk.article(story.id)
    assert (after.title, after.authors) == ("A better title", ("Ada Quill", "Jon Berg"))
    assert after.deadline == "2020-01-01"
    assert window.page.header.title.text == "A better title"
    assert window.page.header.status.deadline.text() == "⚠ Overdue since 2020-01-01"
    window.session.undo_stack.undo()
    assert desk.article(story.id) == story
    assert window.page.header.status.deadline.text() == "No deadline"


def test_what_cannot_be_said_is_told_in_the_dialog_which_stays(
    story: Article, window: MainWindow, desk: Store, qtbot: QtBot
) -> None:
    dialog = describing(window, qtbot)
    dialog.lines["title"].setText(" ")
    dialog.agree.click()
    assert dialog.isVisible()
    assert "needs a title" in dialog.message.text()
    dialog.lines["title"].setText("Fine")
    dialog.deadline.setText("soonish")
    dialog.agree.click()
    assert "no date" in dialog.message.text()
    assert desk.article(story.id) == story
    dialog.leave.click()


def test_the_stage_is_picked_in_the_head(story: Article, window: MainWindow, desk: Store) -> None:
    status = window.page.header.status
    menu = status.stage.menu()
    next(act for act in menu.actions() if act.text() == "In review").trigger()
    assert desk.article(story.id).stage is Stage.IN_REVIEW
    assert status.stage.text() == "In review ▾"


def test_signing_says_what_is_missing_and_wants_a_reason(
    story: Article, window: MainWindow, desk: Store, qtbot: QtBot
) -> None:
    window.opened.mark(Span(0, 11))
    dialog = signing(window, qtbot)
    assert [dialog.missing.item(0).text()] == ["C1 is marked"]
    assert not dialog.agree.isEnabled()
    dialog.role.show_value("editor")
    qtbot.keyClicks(dialog.reason, "printing tonight")
    dialog.agree.click()
    qtbot.waitUntil(lambda: bool(desk.signoffs_of_article(story.id)), timeout=3000)
    (signoff,) = desk.signoffs_of_article(story.id)
    assert (signoff.role.value, signoff.override) == ("editor", "printing tonight")
    qtbot.waitUntil(lambda: standing(window) == "Signed off ✓", timeout=3000)


def test_what_is_missing_leads_to_its_claim(
    story: Article, window: MainWindow, desk: Store, qtbot: QtBot
) -> None:
    for span in (Span(0, 5), Span(6, 11)):
        window.opened.mark(span)
    first = next(claim for claim in desk.claims_in(story.id) if claim.reference == "C1")
    dialog = signing(window, qtbot)
    assert dialog.role.value == "checker"
    dialog.missing.setCurrentRow(0)
    qtbot.keyClick(dialog.missing, Qt.Key.Key_Return)
    assert window.at_hand.claim == first.id
    assert not dialog.isVisible()


def test_a_sign_off_goes_stale_with_the_next_edit_and_holds_again_after_undo(
    story: Article, window: MainWindow, desk: Store, qtbot: QtBot
) -> None:
    window.opened.mark(Span(0, 11))
    (claim,) = desk.claims_in(story.id)
    window.session.do(lambda: states.progress(desk, claim, WorkState.NOT_CHECKED, reason="a pun"))
    dialog = signing(window, qtbot)
    assert dialog.state.text() == "Nothing is missing ✓"
    dialog.agree.click()
    qtbot.waitUntil(lambda: standing(window) == "Signed off ✓", timeout=3000)
    window.session.do(
        lambda: claims.set_fields("Reword claim", desk.claim(claim.id), wording="Something else")
    )
    qtbot.waitUntil(lambda: standing(window) == "Sign-off stale ⚠", timeout=3000)
    window.session.undo_stack.undo()
    qtbot.waitUntil(lambda: standing(window) == "Signed off ✓", timeout=3000)
    again = signing(window, qtbot)
    assert "holds ✓" in again.given.text()
    again.leave.click()


def test_the_desk_has_its_policy_set(window: MainWindow, desk: Store, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    dialog = window.article_at_hand.dialog
    assert isinstance(dialog, HouseDialog)
    dialog.mode.show_value(Mode.LINE_CHECK)
    dialog.sources.setValue(3)
    dialog.checks["four_eyes"].setChecked(True)
    dialog.name.setText("Kestrel Courier")
    dialog.language.show_value("fr")
    dialog.methodology.setText("https://courier.example/how")
    dialog.agree.click()
    house = desk.house()
    assert house is not None
    assert (house.mode, house.independent_sources, house.four_eyes) == (Mode.LINE_CHECK, 3, True)
    assert (house.name, house.votes, house.archive_required) == ("Kestrel Courier", 0, False)
    assert (house.language, house.methodology_url) == ("fr", "https://courier.example/how")


def test_a_logo_is_chosen_and_what_is_none_is_refused(
    window: MainWindow, desk: Store, tmp_path: Path
) -> None:
    window.article_at_hand.set_house()
    dialog = window.article_at_hand.dialog
    assert isinstance(dialog, HouseDialog)
    (tmp_path / "note.png").write_text("no picture")
    dialog.logo.chosen.emit(tmp_path / "note.png")
    assert "note.png is no logo" in dialog.message.text()
    picture = QPixmap(8, 4)
    picture.fill(Qt.GlobalColor.red)
    picture.save(str(tmp_path / "logo.png"))
    dialog.logo.chosen.emit(tmp_path / "logo.png")
    dialog.agree.click()
    house = desk.house()
    assert house is not None
    assert house.logo.startswith("data:image/png;base64,")
