"""The panel's smaller editors: each out of sight until it is used, each a wish."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from factdesk.model.article import Mode
from factdesk.model.claim import Anchor, AnchorRole, Claim, WorkState
from factdesk.model.desk import House
from factdesk.model.sheet import ClaimSheet, Missing, Occurrence, Relative, Signed
from factdesk.model.span import Span
from factdesk.model.verdict import Place, Rating, Scale, Verdict
from factdesk.model.wishes import (
    AssignWish,
    ChangeWish,
    ContactAnswer,
    ContactWish,
    CrossOffWish,
    DecisionWish,
    ExceptionWish,
    FieldWish,
    PlaceWish,
    QueryWish,
    RemovalWish,
    SearchWish,
    SignWish,
    StateWish,
    VoteWish,
)
from factdesk.model.workflow import (
    ChangeProposal,
    ContactAttempt,
    Decision,
    Exemption,
    Force,
    Issue,
    Priority,
    Role,
    Rule,
    SearchLog,
    SignOff,
)
from factdesk.ui.widgets.change_section import marked_up
from factdesk.ui.widgets.claim_panel import ClaimPanel
from factdesk.ui.widgets.claim_places import MOST

DAY = "2026-07-17T10:00:00Z"
TRUE = Rating(
    code="true",
    label="True",
    definition="It is so.",
    place=Place.TRUE,
    light="#2478dc",
    dark="#7db2f8",
    glyph="✓",
)
SCALE = Scale(id="one", title="One", ratings=(TRUE,))
VERDICT = Verdict(
    claim="one", number=1, scale="one", rating="true", label="True", place=Place.TRUE, given=DAY
)


def anchor(number: int) -> Anchor:
    return Anchor(
        id=f"a{number}",
        claim="one",
        version="v",
        start=number * 20,
        stop=number * 20 + 7,
        exact="harbour",
        prefix="The ",
        suffix=" of <b>Kestrel</b>",
        role=AnchorRole.REPEAT if number else AnchorRole.STATEMENT,
    )


def sheet(name: str = "one", **fields: object) -> ClaimSheet:
    claim = Claim(id=name, article="a", number=1, marked=DAY)
    offered = tuple(state for state in WorkState if state is not WorkState.REOPENED)
    plain = ClaimSheet(claim, (anchor(0),), SCALE, offered=offered, missing=(Missing("a verdict"),))
    return replace(plain, **fields)  # type: ignore[arg-type]  # each test names fields of it


class Told(list[object]):
    """The wishes of a panel, in their order."""

    def __init__(self, panel: ClaimPanel) -> None:
        super().__init__()
        panel.wished.connect(lambda _claim, wish: self.append(wish))


@pytest.fixture
def panel(qtbot: QtBot) -> ClaimPanel:
    made = ClaimPanel()
    qtbot.addWidget(made)
    made.resize(380, 900)
    made.show()
    made.activateWindow()
    made.show_claim(sheet())
    return made


@pytest.fixture
def told(panel: ClaimPanel) -> Told:
    return Told(panel)


def named(panel: QWidget, name: str) -> QAbstractButton:
    (found,) = [
        button
        for button in panel.findChildren(QAbstractButton)
        if button.accessibleName() == name and button.isVisible()
    ]
    return found


def texts(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_at_first_sight_nothing_is_shown_that_is_not_used(panel: ClaimPanel) -> None:
    assert not any(section.isVisible() for section in panel.records.sections)
    assert not panel.records.notes_fold.isVisible()
    assert not panel.paper.details.isVisible()
    assert not panel.paper.head.places.isVisible()
    assert panel.records.add.isVisible()


def test_before_a_claim_is_chosen_the_keys_do_nothing(qtbot: QtBot) -> None:
    panel = ClaimPanel()
    qtbot.addWidget(panel)
    told = Told(panel)
    for act in (
        *(panel.cross_off, panel.assign_to_me, panel.log_search, panel.record_contact),
        *(panel.ask_writer, panel.propose_change, panel.sign_off_claim, panel.vote),
        *(panel.find_elsewhere, panel.show_history, panel.focus_issues, panel.focus_note),
    ):
        act()
    panel.set_state("final")
    assert told == []


def test_what_is_missing_for_final_is_said_and_may_be_excepted_from(
    panel: ClaimPanel, told: Told, qtbot: QtBot
) -> None:
    lacking = Missing("evidence that supports, refutes or qualifies", Rule.EVIDENCE)
    panel.show_claim(sheet(missing=(Missing("a rationale"), lacking)))
    words = panel.paper.head.final.words.text()
    assert words == (
        "To be final it needs a rationale and evidence that supports, refutes or qualifies."
    )
    (link,) = panel.paper.head.final.links
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert panel.prompt.line.field.hasFocus()
    qtbot.keyClick(panel.prompt.line.field, Qt.Key.Key_Return)
    assert told == []
    qtbot.keyClicks(panel.prompt.line.field, "a birth certificate")
    qtbot.keyClick(panel.prompt.line.field, Qt.Key.Key_Return)
    assert told == [ExceptionWish(Rule.EVIDENCE, "a birth certificate")]
    assert not panel.prompt.isVisible()


def test_a_recorded_exception_is_shown_and_can_be_taken_back(
    panel: ClaimPanel, told: Told, qtbot: QtBot
) -> None:
    kept = Exemption(id="x", claim="one", rule=Rule.EVIDENCE, reason="her card", granted=DAY)
    panel.show_claim(sheet(missing=(), exemptions=(kept,)))
    assert "Excepted from evidence: her card" in texts(panel.paper.head)
    qtbot.mouseClick(named(panel, "Remove the exception from evidence"), Qt.MouseButton.LeftButton)
    assert told == [RemovalWish("exemption", "x")]


def test_final_is_refused_in_place_with_what_is_missing(panel: ClaimPanel, told: Told) -> None:
    panel.set_state("final")
    assert told == []
    assert panel.prompt.words.text() == "⚠ C1 cannot be final yet. It needs a verdict."
    panel.show_claim(sheet(verdict=VERDICT, missing=()))
    assert not panel.prompt.isVisible()
    panel.set_state("final")
    assert told == [StateWish(WorkState.FINAL)]


def test_in_a_line_check_crossing_off_is_a_click_away(panel: ClaimPanel, told: Told) -> None:
    excepted = Exemption(claim="one", rule=Rule.EVIDENCE, reason="her own card", granted=DAY)
    panel.show_claim(sheet(mode=Mode.LINE_CHECK, exemptions=(excepted,)))
    links = panel.paper.head.final.findChildren(QAbstractButton)
    next(link for link in links if link.text() == "Cross off  X").click()
    assert told == [CrossOffWish()]


def test_the_menu_offers_only_what_may_follow(panel: ClaimPanel) -> None:
    panel.show_claim(sheet(offered=(WorkState.REOPENED,), missing=()))
    menu = panel.paper.head.state.menu()
    assert menu is not None
    assert [act.text() for act in menu.actions()] == ["Re&opened"]


def test_a_reason_is_asked_for_and_may_be_left_out(
    panel: ClaimPanel, told: Told, qtbot: QtBot
) -> None:
    panel.set_state("not checked")
    qtbot.keyClicks(panel.prompt.line.field, "no time")
    qtbot.keyClick(panel.prompt.line.field, Qt.Key.Key_Return)
    panel.set_state("withdrawn")
    qtbot.keyClick(panel.prompt.line.field, Qt.Key.Key_Return)
    panel.set_state("withdrawn")
    qtbot.keyClick(panel.prompt.line.field, Qt.Key.Key_Escape)
    assert told == [
        StateWish(WorkState.NOT_CHECKED, "no time"),
        StateWish(WorkState.WITHDRAWN, ""),
    ]


def test_crossing_off_asks_why_no_evidence_is_needed(
    panel: ClaimPanel, told: Told, qtbot: QtBot
) -> None:
    panel.show_claim(sheet(mode=Mode.LINE_CHECK))
    panel.cross_off()
    qtbot.keyClicks(panel.prompt.line.field, "her own card")
    qtbot.keyClick(panel.prompt.line.field, Qt.Key.Key_Return)
    assert told == [CrossOffWish("her own card")]


def test_a_claim_under_review_is_not_crossed_off_unjudged(panel: ClaimPanel, told: Told) -> None:
    panel.cross_off()
    assert "no verdict" in panel.prompt.words.text()
    panel.show_claim(sheet(offered=(WorkState.REOPENED,), missing=()))
    panel.cross_off()
    assert "Reopen it first" in panel.prompt.words.text()
    assert told == []


def test_a_search_is_logged_by_enter_and_the_form_closes_when_it_is_there(
    panel: ClaimPanel, told: Told, qtbot: QtBot
) -> None:
    panel.log_search()
    section = panel.records.searches
    adder = section.adder
    assert adder.fields[0].hasFocus()
    qtbot.keyClicks(adder.fields[0], "archive")
    qtbot.keyClick(adder.fields[0], Qt.Key.Key_Return)
    assert told == []
    qtbot.keyClicks(adder.fields[1], "tonnage")
    qtbot.keyClick(adder.fields[1], Qt.Key.Key_Return)
    assert told == [SearchWish("archive", "tonnage")]
    assert adder.isVisible()
    entry = SearchLog(id="s", claim="one", place="archive", sought="tonnage", searched=DAY)
    panel.wished.connect(lambda *_: panel.show_claim(sheet(searches=(entry,))))
    qtbot.keyClick(adder.fields[1], Qt.Key.Key_Return)
    assert not adder.isVisible()
    assert "archive: tonnage — nothing found" in texts(section)
    assert section.head.accessibleName() == "Searches 1"


def test_a_form_that_opens_is_scrolled_to(panel: ClaimPanel, qtbot: QtBot) -> None:
    panel.resize(380, 300)
    qtbot.wait(1)
    panel.ask_writer()
    form = panel.records.queries.adder
    room = panel._scroll.viewport()
    for part in (form.fields[0], form.save):
        assert room.rect().contains(part.mapTo(room, part.rect().center()))


def test_escape_puts_an_unused_section_away(panel: ClaimPanel, qtbot: QtBot) -> None:
    panel.ask_writer()
    qtbot.keyClick(panel.records.queries.adder.fields[0], Qt.Key.Key_Escape)
    assert not panel.records.queries.isVisible()


def test_what_is_half_typed_waits_for_its_claim(panel: ClaimPanel, qtbot: QtBot) -> None:
    panel.ask_writer()
    adder = panel.records.queries.adder
    qtbot.keyClicks(adder.fields[0], "Where from?")
    panel.show_claim(sheet("two"))
    assert not panel.records.queries.isVisible()
    panel.show_claim(sheet())
    assert adder.isVisible()
    assert adder.wish() == QueryWish("Where from?")


def test_a_contact_has_a_deadline_that_is_a_date(
    panel: ClaimPanel, told: Told, qtbot: QtBot
) -> None:
    panel.record_contact()
    adder = panel.records.contacts.adder
    whom, how, question, deadline = adder.fields[:4]
    for field, text in ((whom, "Press office"), (how, "by mail"), (question, "When?")):
        qtbot.keyClicks(field, text)
    qtbot.keyClicks(deadline, "soon")
    assert not adder.save.isEnabled()
    qtbot.keyClick(deadline, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(deadline, "2026-08")
    qtbot.keyClick(deadline, Qt.Key.Key_Return)
    assert told == [ContactWish("Press office", "by mail", "When?", "2026-08")]


def test_an_overdue_answer_is_said_in_words_and_recorded_in_place(
    panel: ClaimPanel, told: Told, qtbot: QtBot
) -> None:
    asked = ContactAttempt(id="c", claim="one", whom="Port", deadline="2020-01-01", made=DAY)
    panel.show_claim(sheet(contacts=(asked,)))
    section = panel.records.contacts
    assert "1 open · ⚠ 1 overdue" in section.head.summary
    section.unfold()
    assert "⚠ Overdue since 2020-01-01" in texts(section)
    qtbot.mouseClick(named(section, "Answer…: Port"), Qt.MouseButton.LeftButton)
    field = panel.focusWidget()
    qtbot.keyClicks(field, "In 1988.")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told == [ContactAnswer("c", "In 1988.")]


def test_a_change_starts_from_the_words_of_the_article_and_shows_what_differs(
    panel: ClaimPanel, told: Told, qtbot: QtBot
) -> None:
    panel.propose_change()
    adder = panel.records.changes.adder
    field = adder.fields[0]
    assert adder.wish() is None
    qtbot.keyClicks(field, "port")
    assert "<s>harbour</s>" in adder.findChildren(QLabel)[0].text()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told == [ChangeWish("harbour", "port")]


def test_a_difference_shows_by_form_and_holds_no_markup_of_the_text() -> None:
    assert marked_up("a <b> c", "a d c") == "a <s>&lt;b&gt; </s> <u><b>d </b></u>c"


def test_a_change_is_accepted_let_stand_or_opened_again(
    panel: ClaimPanel, told: Told, qtbot: QtBot
) -> None:
    proposal = ChangeProposal(
        id="p", claim="one", original="harbour", replacement="port", force=Force.MUST, proposed=DAY
    )
    panel.show_claim(sheet(proposals=(proposal,)))
    section = panel.records.changes
    section.unfold()
    assert "Sign-off waits" in texts(section)
    name = "Change “harbour” to “port”"
    for act in ("Accept", "Stet"):
        qtbot.mouseClick(named(section, f"{act}: {name}"), Qt.MouseButton.LeftButton)
    stet = proposal.model_copy(update={"decision": Decision.STET, "decided": DAY})
    panel.show_claim(sheet(proposals=(stet,)))
    assert "Stet: the text stands" in texts(section)
    qtbot.mouseClick(named(section, f"Reopen: {name}"), Qt.MouseButton.LeftButton)
    assert told == [
        DecisionWish("p", Decision.ACCEPTED),
        DecisionWish("p", Decision.STET),
        DecisionWish("p", Decision.OPEN),
    ]


def test_a_sign_off_is_valid_or_stale_in_words(panel: ClaimPanel, told: Told, qtbot: QtBot) -> None:
    signed = SignOff(
        article="a", claim="one", role=Role.EDITOR, checker="me", sha256="0", signed=DAY
    )
    signoffs = (Signed(signed, valid=True), Signed(signed, valid=False))
    panel.show_claim(sheet("two", signoffs=signoffs, checkers={"me": "Mina"}, roles=(Role.LEGAL,)))
    section = panel.records.signoffs
    section.unfold()
    assert "✓ Valid" in texts(section)
    assert "⚠ Stale: the claim has changed since" in texts(section)
    panel.sign_off_claim()
    qtbot.keyClick(panel.focusWidget(), Qt.Key.Key_Return)
    assert told == [SignWish(Role.LEGAL)]


def test_votes_are_cast_where_the_house_wants_them(
    panel: ClaimPanel, told: Told, qtbot: QtBot
) -> None:
    panel.vote()
    assert not panel.records.votes.isVisible()
    panel.show_claim(sheet(house=House(id="house", votes=2), verdict=VERDICT))
    assert panel.records.votes.head.summary == "0 of 2 for the verdict"
    panel.vote()
    qtbot.keyClick(panel.focusWidget(), Qt.Key.Key_Return)
    assert told == [VoteWish("true")]


def test_a_claim_is_taken_and_given_back(panel: ClaimPanel, told: Told) -> None:
    mine = sheet(checker="me", checkers={"me": "Mina"})
    panel.show_claim(mine)
    panel.assign_to_me()
    taken = mine.claim.model_copy(update={"assignee": "me"})
    panel.show_claim(replace(mine, claim=taken))
    assert panel.paper.head.assignee.text() == "Mina"
    panel.assign_to_me()
    assert told == [AssignWish("me"), AssignWish("")]


def test_places_are_shown_with_their_surroundings_and_removed_one_by_one(
    panel: ClaimPanel, told: Told, qtbot: QtBot
) -> None:
    panel.show_claim(sheet(anchors=(anchor(0), anchor(1))))
    places = panel.paper.head.places
    assert places.head.text() == "Stands in 2 places"
    places.unfold()
    assert "…The <b>harbour</b> of &lt;b&gt;Kestrel&lt;/b&gt;…" in texts(places)
    remove = [
        button
        for button in places.findChildren(QAbstractButton)
        if button.accessibleName() == "Remove: Place: harbour"
    ]
    qtbot.mouseClick(remove[1], Qt.MouseButton.LeftButton)
    assert told == [RemovalWish("anchor", "a1")]


def test_enter_takes_one_proposed_place_after_the_other(
    panel: ClaimPanel, told: Told, qtbot: QtBot
) -> None:
    proposed = [Occurrence(Span(at, at + 7), "the ", "harbour", " of") for at in (20, 40)]
    panel.show_elsewhere(proposed)
    places = panel.paper.head.places
    assert places.offers[0].hasFocus()
    qtbot.keyClick(places.offers[0], Qt.Key.Key_Space)
    panel.show_claim(sheet(anchors=(anchor(0), anchor(1))))
    assert len(places.offers) == 1
    assert places.offers[0].hasFocus()
    assert told == [PlaceWish((Span(20, 27),))]


def test_many_places_are_marked_at_once_and_few_of_them_listed(
    panel: ClaimPanel, told: Told
) -> None:
    proposed = [Occurrence(Span(at, at + 7), "", "harbour", " of") for at in range(20, 2020, 10)]
    panel.show_elsewhere(proposed)
    places = panel.paper.head.places
    assert len(places.offers) == MOST
    assert f"and {200 - MOST} more" in texts(places)
    links = places.findChildren(QAbstractButton)
    next(link for link in links if link.text() == "Mark all 200").click()
    assert told == [PlaceWish(tuple(one.span for one in proposed))]


def test_words_that_stand_nowhere_else_are_told(panel: ClaimPanel) -> None:
    panel.show_elsewhere([])
    assert "nowhere else" in panel.prompt.words.text()


def test_a_part_leads_to_its_whole_and_back(panel: ClaimPanel, qtbot: QtBot) -> None:
    whole, part = Relative("w", "C7", "all"), Relative("p", "C9", "a part")
    panel.show_claim(sheet(whole=whole, parts=(part,)))
    wished: list[str] = []
    panel.claim_wished.connect(wished.append)
    for link in panel.paper.head.kin.links:
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert wished == ["w", "p"]


def test_issues_are_found_by_typing_and_taken_away_by_backspace(
    panel: ClaimPanel, told: Told, qtbot: QtBot
) -> None:
    panel.focus_issues()
    field = panel.paper.reasons.issues.field
    qtbot.keyClicks(field, "outd")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told == [FieldWish("issues", (Issue.OUTDATED,))]
    claim = sheet().claim.model_copy(update={"issues": (Issue.OUTDATED, Issue.AMBIGUOUS)})
    panel.show_claim(sheet(claim=claim))
    assert panel.paper.reasons.head.summary == "outdated, ambiguous"
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert told[1:] == [FieldWish("issues", (Issue.OUTDATED,))]


def test_choices_differ_before_they_are_told_and_the_wheel_changes_none(
    panel: ClaimPanel, told: Told, qtbot: QtBot
) -> None:
    panel.paper.details_fold.unfold()
    box = panel.paper.details.priority
    assert box.value == Priority.SUPPORTING
    qtbot.keyClick(box, Qt.Key.Key_Up)
    assert told == [FieldWish("priority", "central")]


def test_the_short_wording_is_counted_and_never_cut(
    panel: ClaimPanel, told: Told, qtbot: QtBot
) -> None:
    panel.paper.details_fold.unfold()
    panel.paper.details.readers_fold.unfold()
    readers = panel.paper.details.readers
    qtbot.keyClicks(readers.short, "x" * 80)
    qtbot.keyClick(readers.short, Qt.Key.Key_Return)
    assert readers.count.text() == "80 of 75 characters: 5 more than advised"
    assert told == [FieldWish("short", "x" * 80, typed=True)]


def test_tab_goes_through_rows_that_came_later_as_the_eye_does(
    panel: ClaimPanel, qtbot: QtBot
) -> None:
    entry = SearchLog(id="s", claim="one", place="archive", sought="tonnage", searched=DAY)
    kept = Exemption(id="x", claim="one", rule=Rule.EVIDENCE, reason="her card", granted=DAY)
    issues = sheet().claim.model_copy(update={"issues": (Issue.OUTDATED, Issue.AMBIGUOUS)})
    panel.show_claim(
        sheet(claim=issues, searches=(entry,), exemptions=(kept,), anchors=(anchor(0), anchor(1)))
    )
    panel.records.searches.unfold()
    panel.paper.head.places.unfold()
    panel.paper.reasons.unfold()
    qtbot.wait(1)
    stops = [widget for widget in panel.paper.findChildren(QWidget) if _is_stop(widget)]
    at, found = stops[0].nextInFocusChain(), [stops[0]]
    while at is not None and at is not stops[0]:
        found += [at] if at in stops else []
        at = at.nextInFocusChain()
    tops = [stop.mapTo(panel.paper, stop.rect().center()).y() for stop in found]
    assert len(found) == len(stops) > 20
    assert all(other > one - 40 for one, other in pairwise(tops)), "a row is 40 pixels high"


def _is_stop(widget: QWidget) -> bool:
    return widget.isVisible() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
