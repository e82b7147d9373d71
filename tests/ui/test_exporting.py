"""Reports asked for in the window: shown, written, remembered, on record."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from factdesk.desk import articles, claims, houses, verdicts
from factdesk.desk.exports import Written, record
from factdesk.importers.base import Document, Draft, DraftBlock
from factdesk.model.article import Article
from factdesk.model.edit import Edit, birth
from factdesk.model.export import Order
from factdesk.model.report import Audience, Part
from factdesk.model.span import BlockKind, Span
from factdesk.store.store import Store
from factdesk.ui import exports
from factdesk.ui.dialogs.export import ExportDialog
from factdesk.ui.main_window import MainWindow


@pytest.fixture
def judged(story: Article, desk: Store) -> Article:
    claim, edit = claims.mark(desk, desk.latest_version(story.id), Span(0, 11))
    desk.apply(edit)
    scale, rating = verdicts.find_rating(desk, story, "true")
    desk.apply(verdicts.judge(desk, claim, scale, rating))
    return story


def others(desk: Store, count: int) -> None:
    for number in range(count):
        draft = Draft(
            title=f"Other {number}",
            blocks=(DraftBlock(BlockKind.PARAGRAPH, f"It rained {number} times."),),
        )
        document = Document(name=f"{number}.txt", content=f"{number}".encode())
        desk.apply(articles.add(desk, document, draft)[1])


def asked(window: MainWindow, article: Article, qtbot: QtBot) -> ExportDialog:
    window.exporting.ask(article.id)
    dialog = window.exporting.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.export.isEnabled() or bool(dialog.message.text()), timeout=5000)
    return dialog


def choose(dialog: ExportDialog, form: str, qtbot: QtBot) -> None:
    dialog.choice.form.setCurrentIndex(dialog.choice.form.findData(form))
    qtbot.waitUntil(lambda: dialog.export.isEnabled() or bool(dialog.message.text()), timeout=5000)


def test_a_report_that_was_written_is_on_record_and_no_undo_takes_it_back(
    window: MainWindow, judged: Article, desk: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = asked(window, judged, qtbot)
    before = window.session.undo_stack.count()
    dialog.place.setText(str(tmp_path / "r.md"))
    dialog.export.click()
    qtbot.waitUntil(lambda: bool(desk.exports(judged.id)), timeout=5000)
    assert window.session.undo_stack.count() == before
    window.session.undo_stack.undo()
    (kept,) = desk.exports(judged.id)
    assert (kept.file, kept.format, kept.language) == ("r.md", "md", "en")
    assert (
        "Last: Export r.md (Markdown) for the house" in asked(window, judged, qtbot).earlier.text()
    )


def test_the_choice_of_last_time_is_offered_again(
    window: MainWindow, judged: Article, desk: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = asked(window, judged, qtbot)
    choose(dialog, "html", qtbot)
    dialog.choice.part.setCurrentIndex(dialog.choice.part.findData(Part.COPY.value))
    dialog.choice.audience.setCurrentIndex(1)
    dialog.choice.language.setCurrentIndex(dialog.choice.language.findData("fr"))
    qtbot.waitUntil(dialog.export.isEnabled, timeout=5000)
    dialog.place.setText(str(tmp_path / "r.html"))
    dialog.export.click()
    qtbot.waitUntil(lambda: bool(desk.exports(judged.id)), timeout=5000)
    assert '<html lang="fr">' in (tmp_path / "r.html").read_text("utf-8")
    assert asked(window, judged, qtbot).choice.order == Order(
        "html", Audience.PUBLIC, Part.COPY, "fr"
    )


def test_the_first_report_speaks_the_language_of_the_desk(
    window: MainWindow, judged: Article, desk: Store, qtbot: QtBot
) -> None:
    desk.apply(houses.describe(desk, language="de"))
    dialog = asked(window, judged, qtbot)
    assert dialog.choice.order.language == "de"
    assert dialog.preview.text().startswith("Faktencheck: ")


def test_what_is_left_out_is_said_before_anything_is_written(
    window: MainWindow, judged: Article, desk: Store, qtbot: QtBot
) -> None:
    desk.apply(articles.describe(judged, review_url="https://checks.example/a"))
    open_claim, edit = claims.mark(desk, desk.latest_version(judged.id), Span(12, 20))
    desk.apply(edit)
    dialog = asked(window, judged, qtbot)
    assert not dialog.left_out.isVisible()
    desk.apply(houses.describe(desk, name="Checks", publisher_url="https://checks.example"))
    choose(dialog, "claimreview", qtbot)
    told = f"{dialog.left_out.toPlainText()} {dialog.message.text()}"
    assert f"{open_claim.reference}: it has no verdict" in told


def test_a_word_file_is_shown_as_a_page(window: MainWindow, judged: Article, qtbot: QtBot) -> None:
    dialog = asked(window, judged, qtbot)
    choose(dialog, "docx", qtbot)
    assert dialog.preview.text().startswith("Fact-check: ")
    assert not dialog.preview.as_source.isEnabled()
    choose(dialog, "zip", qtbot)
    assert "SHA256SUMS" in dialog.preview.text()


def test_all_articles_are_written_and_kept_on_record_in_one_step(
    window: MainWindow, judged: Article, desk: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    others(desk, 3)
    dialog = asked(window, judged, qtbot)
    dialog.all.setChecked(True)
    dialog.place.setText(str(tmp_path))
    edits = desk.edit_count()
    dialog.export.click()
    qtbot.waitUntil(lambda: "4 reports written." in dialog.message.text(), timeout=9000)
    assert len(list(tmp_path.glob("*.md"))) == 4
    assert desk.edit_count() == edits + 1
    assert all(desk.exports(key) for key in desk.article_ids())


def test_the_rest_can_be_left_and_what_fails_is_named(
    window: MainWindow,
    judged: Article,
    desk: Store,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    others(desk, 3)
    dialog = asked(window, judged, qtbot)
    dialog.all.setChecked(True)
    dialog.place.setText(str(tmp_path / "nowhere"))
    dialog.export.click()
    qtbot.waitUntil(lambda: dialog.message.text().endswith("4 not written."), timeout=9000)
    head, *lines = dialog.left_out.toPlainText().split("\n")
    assert (head, len(lines)) == ("Not written, because", 4)
    assert any(line.startswith("Other 0: ") for line in lines)
    write = exports._write_one

    def slowly(*given: object) -> None:
        write(*given)  # type: ignore[arg-type]
        window.exporting._exports.stop()

    monkeypatch.setattr(exports, "_write_one", slowly)
    dialog.place.setText(str(tmp_path))
    dialog.export.click()
    told = "1 report written. 3 left, as you wished."
    qtbot.waitUntil(lambda: told in dialog.message.text(), timeout=9000)
    assert len(list(tmp_path.glob("*.md"))) == 1


def test_a_template_that_is_gone_is_forgotten(
    window: MainWindow, judged: Article, desk: Store, qtbot: QtBot
) -> None:
    written = [Written(judged.id, "r.md", "0")]
    order = Order("md", template="report.md.j2")
    desk.apply(record(desk, order, written, None))
    assert asked(window, judged, qtbot).choice.order.template == "report.md.j2"
    last = desk.last_export()
    assert last is not None
    gone = last.model_copy(update={"id": "gone", "template": "gone.md.j2"})
    desk.apply(Edit("Export", (birth(gone),)))
    assert asked(window, judged, qtbot).choice.order.template == ""
