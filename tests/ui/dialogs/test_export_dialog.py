from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from factdesk.model.export import Order
from factdesk.model.report import Audience, LeftOutClaim, Part
from factdesk.ui.dialogs.export import ExportDialog
from factdesk.ui.widgets import report_preview
from factdesk.ui.widgets.report_choice import Format
from factdesk.ui.widgets.report_preview import Preview

FORMATS = (
    Format("md", "Markdown", ".md", worded=True, layouts=(("short", "short.md.j2"),)),
    Format("html", "Web page", ".html", worded=True),
    Format("csl", "CSL", ".csl.json"),
    Format("claimreview", "ClaimReview", ".claimreview.json"),
)
LANGUAGES = {"en": "English", "de": "Deutsch"}
LAST = Order("md", Audience.INTERNAL, language="en")


def made(qtbot: QtBot, place: Path, wanted: Order = LAST, articles: int = 3) -> ExportDialog:
    dialog = ExportDialog(FORMATS, LANGUAGES, wanted, place, articles)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path) -> ExportDialog:
    return made(qtbot, tmp_path / "bears")


def orders(dialog: ExportDialog) -> list[Order]:
    asked: list[Order] = []
    dialog.preview_wished.connect(asked.append)
    return asked


def test_the_preview_follows_every_choice_and_is_asked_for_once_each(dialog: ExportDialog) -> None:
    asked = orders(dialog)
    dialog.begin()
    dialog.choice.form.setCurrentIndex(1)
    dialog.choice.audience.setCurrentIndex(1)
    dialog.choice.language.setCurrentIndex(1)
    dialog.choice.part.setCurrentIndex(2)
    assert asked == [
        LAST,
        LAST._replace(format="html"),
        Order("html", Audience.PUBLIC, language="en"),
        Order("html", Audience.PUBLIC, language="de"),
        Order("html", Audience.PUBLIC, Part.COPY, "de"),
    ]


def test_what_was_chosen_last_is_chosen_again(qtbot: QtBot, tmp_path: Path) -> None:
    for wanted in (
        Order("html", Audience.INTERNAL, Part.MEMO, "de"),
        Order("md", Audience.PUBLIC, None, "de", "short.md.j2"),
        Order("claimreview", Audience.PUBLIC),
    ):
        assert made(qtbot, tmp_path / "bears", wanted).choice.order == wanted


def test_the_dialog_has_the_room_that_it_asks_for(dialog: ExportDialog) -> None:
    assert dialog.size() == dialog.sizeHint()
    dialog.show_message("A message that is wrapped. " * 9)
    dialog.show()
    assert dialog.height() >= dialog.sizeHint().height()


def test_what_does_not_go_together_cannot_be_chosen(dialog: ExportDialog) -> None:
    choice = dialog.choice
    choice.part.setCurrentIndex(choice.part.findData(Part.MEMO.value))
    assert choice.part.value == Part.MEMO.value
    choice.audience.setCurrentIndex(1)
    assert choice.part.value == ""
    assert choice.part.findData(Part.MEMO.value) == -1
    choice.layout_box.setCurrentIndex(1)
    assert (choice.order.template, choice.part.isEnabled()) == ("short.md.j2", False)
    choice.form.setCurrentIndex(2)
    assert choice.order == Order("csl", Audience.PUBLIC)
    assert [box.isEnabled() for box in (choice.part, choice.language)] == [False, False]
    assert choice.layout_box.isHidden()


def test_a_folder_that_was_typed_stays_when_the_format_changes(
    dialog: ExportDialog, tmp_path: Path
) -> None:
    dialog.all.setChecked(True)
    dialog.place.setText(str(tmp_path / "reports"))
    dialog.choice.form.setCurrentIndex(2)
    assert dialog.place.text() == str(tmp_path / "reports")
    dialog.all.setChecked(False)
    assert dialog.place.text() == str(tmp_path / "reports" / "bears.csl.json")


def test_nothing_can_be_exported_before_it_is_seen(dialog: ExportDialog) -> None:
    dialog.begin()
    assert not dialog.export.isEnabled()
    dialog.show_preview(Preview(source="# Bears"))
    assert dialog.export.isEnabled()
    assert dialog.preview.text() == "# Bears"
    dialog.show_fault("There is nothing to say.")
    assert not dialog.export.isEnabled()
    assert dialog.message.text() == "There is nothing to say."


def test_a_page_is_shown_as_its_reader_sees_it_or_as_it_lies_in_the_file(
    dialog: ExportDialog,
) -> None:
    dialog.show_preview(Preview("<style>p {}</style><h1>Bears</h1>", "# Bears"))
    assert dialog.preview.text() == "Bears"
    dialog.preview.as_source.setChecked(True)
    assert dialog.preview.text() == "# Bears"
    dialog.show_preview(Preview(page="<h1>Bees</h1>"))
    assert (dialog.preview.text(), dialog.preview.as_source.isEnabled()) == ("Bees", False)


def test_a_page_that_is_too_long_is_shown_as_it_lies_in_the_file(
    dialog: ExportDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report_preview, "LONGEST", 5)
    dialog.show_preview(Preview("<h1>Bears</h1>", "# Bears"))
    assert dialog.preview.text() == "# Bears"
    assert dialog.preview.words.text()


def test_a_page_fetches_nothing(dialog: ExportDialog, tmp_path: Path) -> None:
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"no picture")
    page = dialog.preview.page
    for name in ("https://example.org/a.png", picture.as_uri(), str(picture)):
        assert page.loadResource(2, name) is None


def test_export_names_the_order_and_the_file(
    dialog: ExportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog.choice.form.setCurrentIndex(1)
    dialog.show_preview(Preview("<h1>Bears</h1>"))
    wanted = LAST._replace(format="html")
    with qtbot.waitSignal(dialog.export_wished) as wished:
        qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    assert wished.args == [wanted, str(tmp_path / "bears.html"), False]
    with qtbot.waitSignal(dialog.copy_wished) as copied:
        qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert copied.args == [wanted]


def test_all_articles_go_into_a_folder(dialog: ExportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    dialog.show_preview(Preview(source="# Bears"))
    dialog.all.setChecked(True)
    assert dialog.place.text() == str(tmp_path)
    assert not dialog.copy.isEnabled()
    with qtbot.waitSignal(dialog.all_wished) as wished:
        qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    assert wished.args == [LAST, str(tmp_path)]
    dialog.all.setChecked(False)
    assert dialog.place.text() == str(tmp_path / "bears.md")


def test_while_articles_are_written_closing_leaves_the_rest(
    dialog: ExportDialog, qtbot: QtBot
) -> None:
    dialog.show_progress(1, 3)
    assert (dialog.bar.isVisible(), dialog.close_button.text()) == (True, "Cancel")
    with qtbot.waitSignal(dialog.cancel_wished):
        dialog.reject()
    assert dialog.isVisible()
    dialog.show_progress(3, 3)
    assert (dialog.bar.isVisible(), dialog.close_button.text()) == (False, "Close")
    dialog.reject()
    assert not dialog.isVisible()


def test_a_single_article_has_no_choice_of_all(qtbot: QtBot, tmp_path: Path) -> None:
    assert not made(qtbot, tmp_path / "bears", articles=1).all.isVisible()


def test_a_file_for_each_claim_can_be_had_where_that_is_the_custom(
    dialog: ExportDialog, qtbot: QtBot
) -> None:
    assert not dialog.singles.isVisible()
    dialog.choice.form.setCurrentIndex(3)
    dialog.show_preview(Preview(source="[]"))
    dialog.singles.setChecked(True)
    with qtbot.waitSignal(dialog.export_wished) as wished:
        qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    assert wished.args[2] is True


def test_an_export_without_a_file_is_refused_in_words(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.show_preview(Preview(source="# Bears"))
    dialog.place.clear()
    with qtbot.assertNotEmitted(dialog.export_wished):
        qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    assert dialog.message.text() == "Say where the report goes to."


def test_it_is_said_before_what_is_there_is_replaced(dialog: ExportDialog, tmp_path: Path) -> None:
    assert dialog.export.text() == "&Export"
    (tmp_path / "other.md").write_text("mine")
    dialog.place.setText(str(tmp_path / "other.md"))
    assert dialog.export.text() == "&Replace"


def test_claims_left_out_are_listed_with_the_reason(dialog: ExportDialog) -> None:
    dialog.show_left_out([LeftOutClaim(reference="C3", reason="not judged")])
    assert dialog.left_out.toPlainText() == "Left out, because\nC3: not judged"
    few = dialog.left_out.height()
    dialog.show_left_out([LeftOutClaim(reference="C3", reason="not judged")] * 500)
    assert dialog.left_out.height() < 6 * few
    dialog.show_left_out([])
    assert not dialog.left_out.isVisible()


def test_a_suffix_of_two_parts_is_replaced_whole(dialog: ExportDialog) -> None:
    for index, name in ((2, "bears.csl.json"), (0, "bears.md"), (3, "bears.claimreview.json")):
        dialog.choice.form.setCurrentIndex(index)
        assert Path(dialog.place.text()).name == name
