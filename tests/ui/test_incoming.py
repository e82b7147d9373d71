"""Claims of others dropped on the window: asked where to, put there, told what became of them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from tests.exporters.checked_desk import desk as checked_desk
from tests.story import STORY

from factdesk import preferences
from factdesk.desk import annotations as annotating
from factdesk.desk import claims, opening, reports
from factdesk.exporters.registry import format_named
from factdesk.model.article import Article
from factdesk.model.claim import AnchorStatus
from factdesk.model.report import Audience
from factdesk.store.store import Store
from factdesk.text.anchors import locate
from factdesk.ui import long_edit
from factdesk.ui.main_window import MainWindow
from factdesk.ui.widgets.banner import Banner, Tone

HEAD = "quote;who;rating;colour\n"
PLACED = "41 million tonnes;Ada;False;red\n"


def drop(window: MainWindow, *paths: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(300, 300), copy, mime, left, none))


def banner(window: MainWindow, qtbot: QtBot, words: str) -> Banner:
    """Wait until a message with these words stands."""

    def found() -> bool:
        return any(words in one.message for one in window.page.banners.banners)

    qtbot.waitUntil(found, timeout=20_000)
    return next(one for one in window.page.banners.banners if words in one.message)


def press(qtbot: QtBot, told: Banner, words: str) -> None:
    button = next(one for one in told.buttons if words in one.text().replace("&", ""))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def write(folder: Path, name: str, content: str) -> Path:
    path = folder / name
    path.write_text(content, "utf-8")
    return path


def annotations(folder: Path, *quotes: str) -> Path:
    made: list[dict[str, Any]] = [
        {
            "type": "Annotation",
            "target": {"selector": {"type": "TextQuoteSelector", "exact": quote}},
            "bodyValue": "Sure?",
        }
        for quote in quotes
    ]
    return write(folder, "notes.json", json.dumps(made))


def commented(folder: Path, *paragraphs: str) -> Path:
    """A Word file of which the second and third word of each paragraph carry a comment."""
    document = docx.Document()
    for text in paragraphs:
        first, second, third, *others = text.split(" ")
        paragraph = document.add_paragraph(f"{first} ")
        run = paragraph.add_run(f"{second} {third}")
        paragraph.add_run(f" {' '.join(others)}")
        document.add_comment(run, "Says who?", author="Ada Quill")
    path = folder / "draft.docx"
    document.save(str(path))
    return path


@pytest.fixture
def opened(window: MainWindow, story: Article) -> MainWindow:
    window.open_article(story.id)
    return window


def test_annotations_go_onto_the_article_on_the_page_and_one_undo_takes_them_back(
    opened: MainWindow, desk: Store, story: Article, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(opened, annotations(tmp_path, "41 million tonnes", "since 1972", "nowhere at all"))
    told = banner(opened, qtbot, "“notes.json” holds 3 claims")
    assert desk.claims_in(story.id) == []
    press(qtbot, told, "Put them on this article")
    told = banner(opened, qtbot, "3 claims: 2 placed, 1 needs review.")
    assert told.tone is Tone.WARNING
    assert len(desk.claims_in(story.id)) == 3
    assert QApplication.focusWidget() is opened.page.view
    press(qtbot, told, "Undo")
    assert desk.claims_in(story.id) == []


def test_what_is_in_doubt_is_reviewed_from_the_message(
    opened: MainWindow, desk: Store, story: Article, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(opened, annotations(tmp_path, "doubled", "nowhere at all"))
    press(qtbot, banner(opened, qtbot, "holds 2 claims"), "Put them")
    press(qtbot, banner(opened, qtbot, "2 need review"), "Review")
    panel, versions = opened.page.review, opened.page.versions
    assert panel.isVisible()
    assert versions.isVisible()
    qtbot.keyClick(panel, Qt.Key.Key_O)  # the first that waits is nowhere
    qtbot.keyClick(panel, Qt.Key.Key_Return)
    assert panel.isHidden()
    assert versions.isHidden()
    version = desk.latest_version(story.id)
    (anchor,) = desk.anchors_in(version.id)
    assert (anchor.exact, anchor.status) == ("doubled", AnchorStatus.ANCHORED)


def test_all_that_came_is_listed_with_why(opened: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    drop(opened, annotations(tmp_path, "41 million tonnes", "nowhere at all"))
    press(qtbot, banner(opened, qtbot, "holds 2 claims"), "Put them")
    press(qtbot, banner(opened, qtbot, "1 needs review"), "All of them")
    dialog = opened.outcome.dialog
    assert dialog is not None
    text = dialog.text.toPlainText()
    assert "In need of review: 1\nC2  “nowhere at all”: its words are not in the text" in text
    assert "Placed: 1\nC1  “41 million tonnes”" in text
    dialog.accept()


def test_a_table_is_asked_about_its_columns_once_and_remembers(
    opened: MainWindow, desk: Store, story: Article, qtbot: QtBot, tmp_path: Path
) -> None:
    path = write(tmp_path, "claims.csv", HEAD + PLACED + "since 1972;Bo;Dubious;blue\n")
    drop(opened, path)
    press(qtbot, banner(opened, qtbot, "“claims.csv” holds 2 rows"), "Put them")
    dialog = opened.incoming.dialog
    assert dialog is not None
    assert [box.value for box in dialog.boxes] == ["quote", "claimant", "verdict", ""]
    assert "Not taken: colour." in dialog.told.text()
    assert "“Dubious”" in dialog.told.text()
    assert "“False”" not in dialog.told.text()
    dialog.boxes[3].setCurrentIndex(dialog.boxes[3].findData("quote"))
    dialog.boxes[3].activated.emit(dialog.boxes[3].currentIndex())
    assert dialog.boxes[0].value == ""
    dialog.boxes[3].setCurrentIndex(0)
    dialog.boxes[3].activated.emit(0)
    assert not dialog.agree.isEnabled()
    assert "which column holds the claim" in dialog.message.text()
    dialog.boxes[0].setCurrentIndex(dialog.boxes[0].findData("quote"))
    dialog.boxes[0].activated.emit(dialog.boxes[0].currentIndex())
    qtbot.mouseClick(dialog.agree, Qt.MouseButton.LeftButton)
    banner(opened, qtbot, "2 claims: 2 placed.")
    assert [claim.reference for claim in desk.claims_in(story.id)] == ["C1", "C2"]
    (kept,) = preferences.load().columns.values()
    assert kept == {"quote": "quote", "claimant": "who", "verdict": "rating"}


def test_without_an_article_on_the_page_claims_become_one(
    window: MainWindow, desk: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(window, annotations(tmp_path, "Eels are back", "They left again"))
    banner(window, qtbot, "“notes”, 2 claims: 2 placed.")
    (line,) = desk.article_lines()
    assert (line.title, line.claims) == ("notes", 2)
    assert window.opened.article is not None


def test_claims_can_be_made_an_article_though_one_is_on_the_page(
    opened: MainWindow, desk: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(opened, annotations(tmp_path, "Eels are back"))
    press(qtbot, banner(opened, qtbot, "holds 1 claim."), "Make an article")
    banner(opened, qtbot, "“notes”, 1 claim: 1 placed.")
    assert {line.title for line in desk.article_lines()} >= {"notes"}


def test_files_of_claims_among_others_become_articles_unasked(
    opened: MainWindow, desk: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    paths = [
        annotations(tmp_path, "Eels are back"),
        write(tmp_path, "claims.csv", HEAD + PLACED),
        write(tmp_path, "story.txt", "A story\n\nOf eels and of the sea they left.\n"),
    ]
    drop(opened, *paths)
    banner(opened, qtbot, "3 imported")
    assert {"notes", "claims"} <= {line.title for line in desk.article_lines()}


def test_comments_of_a_word_file_are_brought_in_by_one_click(
    window: MainWindow, desk: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(window, commented(tmp_path, "The eels are back in the bay.", "Nobody has counted them."))
    told = banner(window, qtbot, "imported")
    (line,) = desk.article_lines()
    assert line.claims == 0
    press(qtbot, told, "Bring in 2 comments")
    banner(window, qtbot, "2 claims: 2 placed.")
    assert [claim.reference for claim in desk.claims_in(line.article)] == ["C1", "C2"]
    window.session.undo_stack.undo()
    assert desk.claims_in(line.article) == []


def test_a_word_file_of_another_article_is_asked_about(
    opened: MainWindow, desk: Store, story: Article, qtbot: QtBot, tmp_path: Path
) -> None:
    path = commented(tmp_path, "The harbour of Kestrel Bay is full of eels.")
    drop(opened, path)
    told = banner(opened, qtbot, "“draft.docx” holds 1 comment.")
    press(qtbot, told, "Import as an article")
    press(qtbot, banner(opened, qtbot, "imported"), "Bring in 1 comment")
    banner(opened, qtbot, "1 claim: 1 placed.")
    assert desk.claims_in(story.id) == []


def test_of_a_word_file_like_an_article_the_comments_alone_can_be_taken(
    opened: MainWindow, desk: Store, story: Article, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(opened, commented(tmp_path, *STORY, "Eels were not counted."))
    told = banner(opened, qtbot, "looks like a new version")
    press(qtbot, told, "Only the 4 comments")
    banner(opened, qtbot, "4 claims: 3 placed")
    assert desk.version_count(story.id) == 1
    assert len(desk.claims_in(story.id)) == 4


def test_of_a_word_file_that_reads_as_the_article_does_the_comments_are_offered(
    opened: MainWindow, desk: Store, story: Article, qtbot: QtBot, tmp_path: Path
) -> None:
    drop(opened, commented(tmp_path, *STORY))
    press(qtbot, banner(opened, qtbot, "was here already"), "Bring in 3 comments")
    banner(opened, qtbot, "3 claims: 3 placed.")
    assert desk.version_count(story.id) == 1


def test_the_same_word_file_again_offers_its_comments_still(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = commented(tmp_path, "The eels are back in the bay.")
    drop(window, path)
    window.page.banners.dismiss(banner(window, qtbot, "imported"))
    drop(window, path)
    press(qtbot, banner(window, qtbot, "was here already"), "Bring in 1 comment")
    banner(window, qtbot, "1 claim: 1 placed.")


def test_an_article_from_another_desk_is_dropped_like_any_other(
    window: MainWindow, desk: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    theirs, article = checked_desk()
    with theirs:
        form = format_named("json")
        content = reports.rendered(theirs, article, form, Audience.INTERNAL).content
        numbers = [number for _, number in theirs.claim_ids(article.id)]
    path = tmp_path / "article.json"
    path.write_bytes(content)
    drop(window, path)
    banner(window, qtbot, "imported")
    assert desk.article(article.id).title == article.title
    assert [claim.number for claim in desk.claims_in(article.id)] == numbers
    drop(window, path)
    banner(window, qtbot, "was here already")


def test_the_menu_puts_claims_of_a_file_onto_the_article(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = annotations(tmp_path, "since 1972")
    chosen: Callable[..., tuple[str, str]] = lambda *_: (str(path), "")  # noqa: E731
    monkeypatch.setattr(QFileDialog, "getOpenFileName", chosen)
    control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(opened, Qt.Key.Key_O, control)
    banner(opened, qtbot, "1 claim: 1 placed.")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("broken.json", '{"type": "Annotation", "target": [', "no JSON that can be read"),
        ("empty.csv", "quote;rating\n", "no table"),
        ("page.html", "<p>Nothing is claimed.</p>", "neither an annotation nor a ClaimReview"),
    ],
)
def test_a_file_without_claims_is_refused_in_words(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path, name: str, content: str, words: str
) -> None:
    opened.incoming.take_in(write(tmp_path, name, content))
    told = banner(opened, qtbot, words)
    assert told.tone is Tone.FAULT
    assert told.message.startswith(f"{name}: ")


@pytest.fixture
def many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A table whose edit is written in parts."""
    monkeypatch.setattr(long_edit, "PART", 40)
    rows = "".join(f"41 million tonnes;Person {number};False;\n" for number in range(120))
    return write(tmp_path, "many.csv", HEAD + rows)


def begin(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    window.incoming.take_in(path)
    qtbot.waitUntil(lambda: window.incoming.dialog is not None, timeout=20_000)
    dialog = window.incoming.dialog
    assert dialog is not None
    qtbot.mouseClick(dialog.agree, Qt.MouseButton.LeftButton)


def test_many_claims_are_written_in_parts_and_are_one_step_to_undo(
    opened: MainWindow, desk: Store, story: Article, qtbot: QtBot, many: Path
) -> None:
    begin(opened, qtbot, many)
    banner(opened, qtbot, "120 claims: 120 placed.")
    assert len(desk.claims_in(story.id)) == 120
    assert opened.session.undo_stack.count() == 1
    assert opened.claims._model.rowCount() == 120
    opened.session.undo_stack.undo()
    assert desk.claims_in(story.id) == []
    assert opened.claims._model.rowCount() == 0


def test_what_is_broken_off_is_taken_back(
    opened: MainWindow, desk: Store, story: Article, qtbot: QtBot, many: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    written: list[int] = []
    write_part = opened.session.write

    def write_and_cancel(part: Any) -> bool:  # noqa: ANN401 - an Edit
        written.append(len(part.changes))
        if len(written) == 3 and opened.incoming.edit is not None:
            opened.incoming.edit.dialog.reject()
        return write_part(part)

    monkeypatch.setattr(opened.session, "write", write_and_cancel)
    begin(opened, qtbot, many)
    banner(opened, qtbot, "cancelled; nothing came in")
    assert len(written) == 6
    assert desk.claims_in(story.id) == []
    assert opened.session.undo_stack.count() == 0
    assert list(desk.findings()) == []


def test_a_claim_that_was_marked_meanwhile_makes_the_plan_anew(
    opened: MainWindow, desk: Store, story: Article, qtbot: QtBot, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    plan = annotating.put_on

    def marked_meanwhile(*arguments: Any) -> Any:  # noqa: ANN401 - whatever is planned
        planned = plan(*arguments)
        monkeypatch.setattr(annotating, "put_on", plan)
        with opening.open_desk(tmp_path / "desk.factdesk") as other:
            version = other.latest_version(story.id)
            place = locate(version.text, "Mina Okafor")
            other.apply(claims.mark(other, version, place)[1])
        return planned

    monkeypatch.setattr(annotating, "put_on", marked_meanwhile)
    opened.incoming.take_in(annotations(tmp_path, "since 1972"))
    banner(opened, qtbot, "1 claim: 1 placed.")
    assert [claim.reference for claim in desk.claims_in(story.id)] == ["C1", "C2"]
