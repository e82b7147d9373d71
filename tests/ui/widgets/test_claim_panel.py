from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from factdesk.model.claim import Anchor, Claim, Claimant, Note
from factdesk.model.sheet import Cited, CiteWish, ClaimSheet
from factdesk.model.source import Evidence, Source, SourceClass, Stance
from factdesk.model.verdict import Place, Rating, Scale, Verdict
from factdesk.model.wishes import ClaimantWish, FieldWish, JudgeWish, NoteWish, RemovalWish
from factdesk.ui.widgets.claim_panel import ClaimPanel

DAY = "2026-07-17T10:00:00Z"


def rating(code: str, label: str, place: Place) -> Rating:
    return Rating(
        code=code,
        label=label,
        definition=f"It is {label.lower()}.",
        place=place,
        light="#2478dc",
        dark="#7db2f8",
        glyph="✓",
    )


SCALE = Scale(
    id="three",
    title="Three",
    ratings=(
        rating("true", "True", Place.TRUE),
        rating("half", "Half true", Place.MIXED),
        rating("false", "False", Place.FALSE),
    ),
)


def sheet(name: str = "one", rationale: str = "") -> ClaimSheet:
    claim = Claim(id=name, article="a", number=1, rationale=rationale, marked=DAY)
    anchor = Anchor(
        id=f"at-{name}", claim=name, version="v", start=0, stop=9, exact="the first time"
    )
    return ClaimSheet(claim, (anchor,), SCALE)


def verdict(number: int, code: str, *, withdrawn: bool = False) -> Verdict:
    return Verdict(
        claim="one",
        number=number,
        scale="three",
        rating=code,
        label=code.capitalize(),
        place=Place.MIXED,
        given=DAY,
        withdrawn=DAY if withdrawn else None,
    )


def cited(number: int = 1) -> Cited:
    source = Source(
        id="s1", title="Annual report", url="https://example.org/r", container="Port", added=DAY
    )
    return Cited(
        Evidence(
            id=f"e{number}",
            claim="one",
            source="s1",
            number=number,
            stance=Stance.REFUTES,
            quote="It was the second.",
            locator="p. 4",
            accessed="2026-07-17",
            added=DAY,
        ),
        source,
    )


@pytest.fixture
def panel(qtbot: QtBot) -> ClaimPanel:
    made = ClaimPanel()
    qtbot.addWidget(made)
    made.resize(380, 900)
    made.show()
    made.activateWindow()
    made.show_claim(sheet())
    return made


def test_without_a_claim_the_panel_says_how_to_come_to_one(panel: ClaimPanel) -> None:
    panel.show_claim(None)
    assert not panel.paper.head.isVisible()


def test_a_click_on_a_rating_judges_and_a_second_withdraws(panel: ClaimPanel, qtbot: QtBot) -> None:
    half = panel.paper.picker._buttons[1]
    with qtbot.waitSignal(panel.wished) as picked:
        qtbot.mouseClick(half, Qt.MouseButton.LeftButton)
    assert picked.args == ["one", JudgeWish("half")]
    assert not half.isChecked()
    panel.show_claim(replace(sheet(), verdict=verdict(1, "half"), verdicts=(verdict(1, "half"),)))
    assert half.isChecked()
    with qtbot.waitSignal(panel.wished) as withdrawn:
        qtbot.mouseClick(half, Qt.MouseButton.LeftButton)
    assert withdrawn.args == ["one", JudgeWish("")]


def test_number_keys_pick_ratings_that_exist(panel: ClaimPanel) -> None:
    picked: list[tuple[str, object]] = []
    panel.wished.connect(lambda claim, wish: picked.append((claim, wish)))
    for number in (0, 3, 4):
        panel.pick_number(number)
    assert picked == [("one", JudgeWish("false"))]


def test_earlier_verdicts_are_folded_with_their_count(panel: ClaimPanel) -> None:
    first, second, third = (
        verdict(1, "true", withdrawn=True),
        verdict(2, "half"),
        verdict(3, "false"),
    )
    panel.show_claim(replace(sheet(), verdict=third, verdicts=(first, second, third)))
    assert panel.paper.earlier_fold.head.accessibleName() == "Earlier verdicts 2"
    assert not panel.paper.earlier_fold.body.isVisible()
    panel.paper.earlier_fold.head.click()
    assert panel.paper.earlier_fold.body.isVisible()
    assert panel.paper.earlier.text().splitlines() == [
        "Half · 2026-07-17",
        "True · 2026-07-17 · withdrawn",
    ]


def test_the_reasoning_is_told_for_its_own_claim_when_another_is_shown(
    panel: ClaimPanel, qtbot: QtBot
) -> None:
    told: list[tuple[str, object]] = []
    panel.wished.connect(lambda claim, text: told.append((claim, text)))
    panel.focus_rationale()
    qtbot.keyClicks(panel.rationale.field, "Because.")
    panel.show_claim(sheet("two", "Another."))
    assert told == [("one", FieldWish("rationale", "Because.", typed=True))]
    assert panel.rationale.field.toPlainText() == "Another."


def test_a_sheet_of_the_same_claim_leaves_what_is_typed_and_the_caret(
    panel: ClaimPanel, qtbot: QtBot
) -> None:
    panel.focus_rationale()
    qtbot.keyClicks(panel.rationale.field, "Because.")
    qtbot.keyClick(panel.rationale.field, Qt.Key.Key_Left)
    panel.show_claim(sheet(rationale="stored"))
    assert panel.rationale.field.toPlainText() == "Because."
    assert panel.rationale.field.textCursor().position() == 7


def test_the_preview_shows_markdown_and_no_html_and_fetches_nothing(panel: ClaimPanel) -> None:
    panel.show_claim(sheet(rationale="**Bold** <b>raw</b> ![x](https://example.org/x.png)"))
    panel.rationale.toggle.click()
    assert "Bold <b>raw</b>" in panel.rationale.preview.toPlainText()
    assert panel.rationale.preview.loadResource(2, "https://example.org/x.png") is None


def test_details_are_saved_as_typed(panel: ClaimPanel, qtbot: QtBot) -> None:
    panel.focus_wording()
    assert panel.paper.details.wording.placeholderText() == "the first time"
    with qtbot.waitSignal(panel.wished) as worded:
        qtbot.keyClicks(panel.paper.details.wording, "First")
        qtbot.keyClick(panel.paper.details.wording, Qt.Key.Key_Return)
    assert worded.args == ["one", FieldWish("wording", "First", typed=True)]
    with qtbot.waitSignal(panel.wished) as claimed:
        panel.paper.details.claimant.setFocus()
        qtbot.keyClicks(panel.paper.details.claimant, "Robin")
        qtbot.keyClick(panel.paper.details.claimant, Qt.Key.Key_Return)
    assert claimed.args == ["one", ClaimantWish("Robin")]


def test_a_kind_is_found_by_typing(panel: ClaimPanel, qtbot: QtBot) -> None:
    panel.paper.details_fold.unfold()
    with qtbot.waitSignal(panel.wished) as picked:
        line = panel.paper.details.kind.lineEdit()
        assert line is not None
        line.setFocus()
        line.selectAll()
        qtbot.keyClicks(line, "superlative")
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert picked.args == ["one", FieldWish("kind", "superlative")]


def test_a_pasted_link_fills_the_form_and_enter_cites(panel: ClaimPanel, qtbot: QtBot) -> None:
    panel.begin_cite()
    form = panel.evidence.form
    form.paste("https://www.example.org/a?utm_medium=x#:~:text=second%20time")
    assert form.url.text() == "https://www.example.org/a"
    assert form.more.container.text() == "example.org"
    assert form.quote.toPlainText() == "second time"
    qtbot.keyClicks(form.title, "Report")
    with qtbot.waitSignal(panel.wished) as cite:
        qtbot.keyClick(form.title, Qt.Key.Key_Return)
    assert cite.args == [
        "one",
        CiteWish(
            title="Report",
            url="https://www.example.org/a",
            stance=Stance.SUPPORTS,
            container="example.org",
            quote="second time",
        ),
    ]
    assert form.isVisible(), "what was typed stays until it is on the desk"
    answered = replace(sheet(), evidence=(cited(),))
    panel.wished.connect(lambda *_wish: panel.show_claim(answered))
    qtbot.keyClick(form.title, Qt.Key.Key_Return)
    assert not form.isVisible()


def test_a_half_filled_form_waits_where_it_was_begun(panel: ClaimPanel, qtbot: QtBot) -> None:
    panel.begin_cite()
    form = panel.evidence.form
    qtbot.keyClicks(form.title, "Almanac")
    form.more.independence.setText("the port")
    other = sheet("two")
    panel.show_claim(other)
    assert not form.isVisible()
    panel.begin_cite()
    panel.show_claim(replace(sheet(), evidence=(cited(),)))
    assert form.isVisible()
    assert (form.title.text(), form.more.independence.text()) == ("Almanac", "the port")
    panel.show_claim(other)
    assert not form.isVisible(), "nothing was filled in here"
    panel.show_claim(replace(sheet(), evidence=(cited(),)))
    qtbot.keyClick(form.title, Qt.Key.Key_Escape)
    panel.show_claim(other)
    panel.show_claim(replace(sheet(), evidence=(cited(),)))
    assert not form.isVisible(), "it was given up"


def test_a_piece_that_is_being_changed_waits_too(panel: ClaimPanel) -> None:
    own = replace(sheet(), evidence=(cited(),))
    panel.show_claim(own)
    panel.evidence.cards[0].edit_wished.emit(panel.evidence.cards[0].cited)
    panel.evidence.form.locator.setText("p. 5")
    panel.show_claim(sheet("two"))
    panel.show_claim(own)
    assert not panel.evidence.cards[0].isVisible()
    assert (panel.evidence.form.wish().evidence, panel.evidence.form.wish().locator) == (
        "e1",
        "p. 5",
    )


def test_escape_gives_the_citing_up(panel: ClaimPanel, qtbot: QtBot) -> None:
    panel.begin_cite()
    with qtbot.assertNotEmitted(panel.wished):
        qtbot.keyClicks(panel.evidence.form.url, "https://example.org")
        qtbot.keyClick(panel.evidence.form.url, Qt.Key.Key_Escape)
    assert not panel.evidence.form.isVisible()
    panel.begin_cite()
    assert not panel.evidence.form.url.text()


def test_an_empty_form_cannot_be_cited(panel: ClaimPanel, qtbot: QtBot) -> None:
    panel.begin_cite()
    with qtbot.assertNotEmitted(panel.wished):
        qtbot.keyClick(panel.evidence.form.url, Qt.Key.Key_Return)


def test_a_known_address_takes_the_known_source(panel: ClaimPanel) -> None:
    known = cited().source
    panel.show_sources([known])
    panel.begin_cite("https://example.org/r?utm_source=mail")
    wish = panel.evidence.form.wish()
    assert (wish.source, wish.title, wish.container) == ("s1", "Annual report", "Port")
    panel.evidence.form.url.setText("https://example.org/other")
    panel.evidence.form._review()
    assert not panel.evidence.form.wish().source


def test_sources_can_be_offered_again_and_again_and_nothing_is_left_over(
    panel: ClaimPanel,
) -> None:
    form = panel.evidence.form
    before = len(form.findChildren(QObject))
    for _ in range(3):
        panel.show_sources([cited().source])
    assert len(form.findChildren(QObject)) == before
    completer = form.title.completer()
    assert completer is not None
    completer.activated.emit("Annual report — Port")
    assert form.wish().source == "s1"


def test_evidence_is_shown_changed_in_place_and_removed(panel: ClaimPanel, qtbot: QtBot) -> None:
    panel.show_claim(replace(sheet(), evidence=(cited(),)))
    assert panel.evidence._title.text() == "Evidence  1"
    edit, remove = (
        button
        for button in panel.evidence.findChildren(QAbstractButton)
        if button.accessibleName() in {"Edit evidence 1", "Remove evidence 1"}
    )
    qtbot.mouseClick(edit, Qt.MouseButton.LeftButton)
    form = panel.evidence.form
    assert form.isVisible()
    form.locator.setText("p. 5")
    form.more.source_class.setCurrentIndex(form.more.source_class.findData(SourceClass.PRIMARY))
    with qtbot.waitSignal(panel.wished) as cite:
        qtbot.keyClick(form.locator, Qt.Key.Key_Return)
    wish = cite.args[1]
    assert (wish.evidence, wish.source, wish.locator) == ("e1", "s1", "p. 5")
    assert wish.stance == Stance.REFUTES
    assert wish.source_class == SourceClass.PRIMARY
    with qtbot.waitSignal(panel.wished) as uncited:
        qtbot.mouseClick(remove, Qt.MouseButton.LeftButton)
    assert uncited.args == ["one", RemovalWish("evidence", "e1")]


def test_evidence_that_comes_in_leaves_a_half_filled_form(panel: ClaimPanel, qtbot: QtBot) -> None:
    panel.begin_cite()
    qtbot.keyClicks(panel.evidence.form.title, "Half")
    panel.show_claim(replace(sheet(), evidence=(cited(),)))
    assert panel.evidence.form.isVisible()
    assert panel.evidence.form.title.text() == "Half"


def test_a_note_is_added_by_enter_and_shown_with_its_writer(
    panel: ClaimPanel, qtbot: QtBot
) -> None:
    panel.focus_note()
    with qtbot.waitSignal(panel.wished) as added:
        qtbot.keyClicks(panel.records.notes.field, "Ask the port")
        qtbot.keyClick(panel.records.notes.field, Qt.Key.Key_Return)
    assert added.args == ["one", NoteWish("Ask the port")]
    note = Note(claim="one", text="Ask the port", checker="me", written=DAY)
    panel.show_claim(replace(sheet(), notes=(note,), checkers={"me": "Mina"}))
    assert panel.records.notes_fold.head.accessibleName() == "Notes 1"


def test_a_click_on_the_quote_leads_to_its_place(panel: ClaimPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.reveal_wished) as wished:
        qtbot.mouseClick(panel.paper.head.quote, Qt.MouseButton.LeftButton)
    assert wished.args == ["one", "at-one"]


def test_the_claimant_of_the_record_is_shown(panel: ClaimPanel) -> None:
    panel.show_claim(replace(sheet(), claimant=Claimant(name="Robin")))
    assert panel.paper.details.claimant.text() == "Robin"
    assert "Robin" in panel.paper.details_fold.head.summary


def test_every_control_has_an_accessible_name(panel: ClaimPanel) -> None:
    panel.show_claim(replace(sheet(), evidence=(cited(),)))
    panel.begin_cite()
    controls: list[QWidget] = []
    for kind in (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox):
        controls += panel.findChildren(kind)
    nameless = [
        control
        for control in controls
        if not control.accessibleName()
        and not (isinstance(control, QAbstractButton) and control.text())
        and not isinstance(control.parent(), (QComboBox, QLineEdit))
    ]
    assert nameless == []


def test_a_half_typed_kind_is_forgotten(panel: ClaimPanel, qtbot: QtBot) -> None:
    panel.focus_wording()
    line = panel.paper.details.kind.lineEdit()
    assert line is not None
    with qtbot.assertNotEmitted(panel.wished):
        panel.paper.details.kind.setFocus()
        qtbot.keyClicks(line, "zzz")
        panel.paper.details.claimant.setFocus()
    assert panel.paper.details.kind.currentText() == "Not said"


def test_ratings_stand_in_two_columns_only_where_their_labels_have_room(
    panel: ClaimPanel, qtbot: QtBot
) -> None:
    tops = {button.y() for button in panel.paper.picker._buttons}
    assert len(tops) == 2
    panel.resize(220, 900)
    qtbot.waitUntil(lambda: len({button.y() for button in panel.paper.picker._buttons}) == 3)
