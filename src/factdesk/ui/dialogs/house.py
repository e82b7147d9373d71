"""Whose desk it is, and its policy."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QCheckBox, QLineEdit, QSpinBox, QWidget

from factdesk.model.desk import House
from factdesk.model.remark import BLOCKABLE
from factdesk.model.verdict import Scale
from factdesk.ui.dialogs.form import FormDialog
from factdesk.ui.widgets.article_status import MODES
from factdesk.ui.widgets.choice_box import ChoiceBox
from factdesk.ui.widgets.logo_box import LogoBox
from factdesk.ui.widgets.parts import heading
from factdesk.ui.widgets.several_box import SeveralBox

_CHECKS = {
    "four_eyes": ("A &second checker must sign each claim", "Four eyes"),
    "archive_required": ("Each cited link needs an &archived copy", "Archive"),
}


class HouseDialog(FormDialog):
    """Shows what the desk says of itself and what it demands, to be changed."""

    def __init__(
        self,
        house: House,
        scales: Sequence[Scale],
        languages: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Desk settings", "&Save", parent)
        self.name, self.publisher, self.corrections = QLineEdit(), QLineEdit(), QLineEdit()
        self.form.addRow(heading("The house"))
        self.add_field("&Name", self.name)
        self.add_field("&Publisher's address", self.publisher)
        self.add_field("&Corrections policy", self.corrections)
        self.methodology = QLineEdit()
        self.add_field("&How the house works", self.methodology)
        self.mode = ChoiceBox("Mode", [])
        self.mode.offer([(words, mode.value) for mode, words in MODES.items()])
        self.scale = ChoiceBox("Scale", [])
        self.scale.offer([(scale.title, scale.id) for scale in scales])
        self._add_reports(languages)
        self.form.addRow(heading("New articles"))
        self.add_field("&Mode", self.mode)
        self.add_field("Sca&le of a claim review", self.scale)
        self._add_policy()
        self._show(house)

    def fields(self) -> dict[str, object]:
        """Give what is in the fields."""
        return {
            "name": self.name.text().strip(),
            "publisher_url": self.publisher.text().strip(),
            "corrections_url": self.corrections.text().strip(),
            "methodology_url": self.methodology.text().strip(),
            "language": self.language.value,
            "templates": self.templates.text().strip(),
            "logo": self.logo.value,
            "mode": self.mode.value,
            "scale": self.scale.value,
            "independent_sources": self.sources.value(),
            "votes": self.votes.value(),
            "blocking": self.blocking.chosen,
        } | {name: check.isChecked() for name, check in self.checks.items()}

    def _add_reports(self, languages: Mapping[str, str]) -> None:
        self.language, self.templates, self.logo = ChoiceBox("Language", []), QLineEdit(), LogoBox()
        self.language.offer([(name, code) for code, name in languages.items()])
        self.templates.setPlaceholderText("templates, beside the desk's file")
        self.form.addRow(heading("Reports"))
        self.add_field("Lan&guage of reports", self.language)
        self.add_field("Folder of &templates", self.templates)
        self.add_field("L&ogo", self.logo)

    def _add_policy(self) -> None:
        self.form.addRow(heading("Before a claim is final"))
        self.sources, self.votes = QSpinBox(), QSpinBox()
        self.sources.setRange(0, 9)
        self.votes.setRange(0, 9)
        self.votes.setSpecialValueText("no votes")
        self.add_field("&Independent sources of a central claim", self.sources)
        self.add_field("&Votes of one mind", self.votes)
        self.blocking = SeveralBox([rule.value for rule in BLOCKABLE], "None")
        self.add_field("&Remarks put right or set aside", self.blocking)
        self.checks: dict[str, QCheckBox] = {}
        for name, (words, told) in _CHECKS.items():
            check = self.checks[name] = QCheckBox(words)
            check.setAccessibleName(words.replace("&", ""))
            check.setAccessibleDescription(told)
            self.form.addRow("", check)

    def _show(self, house: House) -> None:
        self.name.setText(house.name)
        self.publisher.setText(house.publisher_url)
        self.corrections.setText(house.corrections_url)
        self.methodology.setText(house.methodology_url)
        self.language.show_value(house.language)
        self.templates.setText(house.templates)
        self.logo.show_value(house.logo)
        self.mode.show_value(house.mode)
        self.scale.show_value(house.scale)
        self.sources.setValue(house.independent_sources)
        self.votes.setValue(house.votes)
        self.blocking.choose(house.blocking)
        for name, check in self.checks.items():
            check.setChecked(getattr(house, name))

    def sizeHint(self) -> QSize:
        """Wish for room for an address."""
        return QSize(560, super().sizeHint().height())
