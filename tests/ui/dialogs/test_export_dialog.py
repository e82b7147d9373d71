from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from factdesk.model.report import Audience, LeftOutClaim
from factdesk.ui.dialogs.export import ExportDialog, Format

FORMATS = (Format("markdown", "Markdown", ".md"), Format("html", "Web page", ".html"))


class Asked(list[tuple[str, Audience]]):
    """Remembers what previews were asked for."""

    def __call__(self, name: str, audience: Audience) -> None:
        self.append((name, audience))


@pytest.fixture
def asked() -> Asked:
    return Asked()


@pytest.fixture
def dialog(qtbot: QtBot, asked: Asked, tmp_path: Path) -> ExportDialog:
    made = ExportDialog(FORMATS, tmp_path / "bears", asked)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_preview_follows_format_and_audience(dialog: ExportDialog, asked: Asked) -> None:
    assert asked == [("markdown", Audience.INTERNAL)]
    dialog.format.setCurrentIndex(1)
    dialog.audience.setCurrentIndex(1)
    assert asked[1:] == [("html", Audience.INTERNAL), ("html", Audience.PUBLIC)]


def test_nothing_can_be_exported_before_it_is_seen(dialog: ExportDialog) -> None:
    assert not dialog.export.isEnabled()
    dialog.show_preview("# Bears")
    assert dialog.export.isEnabled()
    assert dialog.preview.toPlainText() == "# Bears"


def test_export_names_format_audience_and_file(
    dialog: ExportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog.show_preview("# Bears")
    dialog.format.setCurrentIndex(1)
    dialog.show_preview("<h1>Bears</h1>")
    with qtbot.waitSignal(dialog.export_wished) as wished:
        qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    assert wished.args == ["html", "internal", str(tmp_path / "bears.html")]
    with qtbot.waitSignal(dialog.copy_wished) as copied:
        qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert copied.args == ["html", "internal"]


def test_an_export_without_a_file_is_refused_in_words(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.show_preview("# Bears")
    dialog.place.clear()
    with qtbot.assertNotEmitted(dialog.export_wished):
        qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    assert dialog.message.text() == "Say which file the report goes to."


def test_claims_left_out_are_listed_with_the_reason(dialog: ExportDialog) -> None:
    dialog.show_left_out([LeftOutClaim(reference="C3", reason="not judged")])
    assert dialog.left_out.text() == "Left out, because\nC3: not judged"
    dialog.show_left_out([])
    assert not dialog.left_out.isVisible()


def test_a_suffix_of_two_parts_is_replaced_whole(qtbot: QtBot, tmp_path: Path) -> None:
    forms = (Format("md", "Markdown", ".md"), Format("csl", "CSL", ".csl.json"))
    made = ExportDialog(forms, tmp_path / "bears", lambda _form, _audience: None)
    qtbot.addWidget(made)
    for index, name in ((1, "bears.csl.json"), (0, "bears.md")):
        made.format.setCurrentIndex(index)
        assert Path(made.place.text()).name == name
