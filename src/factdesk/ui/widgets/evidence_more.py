"""What is seldom said of a piece of evidence and of its source."""

from collections.abc import Iterable

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from factdesk.model.sheet import CiteWish
from factdesk.model.source import Source, SourceClass, Visibility
from factdesk.ui.theme import GAP
from factdesk.ui.widgets.adder import line, paragraph
from factdesk.ui.widgets.choice_box import ChoiceBox
from factdesk.ui.widgets.day_line import DayLine
from factdesk.ui.widgets.field_grid import FieldGrid
from factdesk.ui.widgets.parts import bare, completing


class EvidenceMore(QWidget):
    """Fields that may all stay empty; an empty day of access is today."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.container = line("Newspaper, site, series …", "What the source is part of")
        self.source_class = ChoiceBox(
            "Primary or secondary source", SourceClass, none="Not classed"
        )
        self.archive = line("Link of a kept copy", "Archive link")
        self.independence = line("Whoever it goes back to", "Independence group")
        self.independence.setToolTip("Pieces of one origin count once")
        self._groups = QStringListModel(self)
        self.independence.setCompleter(completing(self._groups, self))
        self.visibility = ChoiceBox("Who may read this evidence", Visibility)
        self.accessed = DayLine("Today", "Day on which you read it")
        self.note = paragraph("Never in a public report", "Note on this evidence")
        self.confidential = QCheckBox("Con&fidential source")
        self.confidential.setToolTip("Neither the source nor what it says is in a public report")
        whole = QVBoxLayout(self)
        bare(whole, GAP)
        whole.addWidget(
            FieldGrid(
                (
                    ("Part of", self.container),
                    ("Class", self.source_class),
                    ("Archive", self.archive),
                    ("Origin", self.independence),
                    ("Read on", self.accessed),
                    ("Visible", self.visibility),
                    ("Note", self.note),
                    ("", self.confidential),
                )
            )
        )
        self.clear()

    def offer_groups(self, groups: Iterable[str]) -> None:
        """Offer the claim's independence groups for completion."""
        self._groups.setStringList(sorted(set(filter(None, groups))))

    def clear(self) -> None:
        """Make ready for a new piece."""
        for field in (self.container, self.archive, self.independence, self.note):
            field.clear()
        self.accessed.load("")
        self.source_class.show_value("")
        self.visibility.show_value(Visibility.PUBLIC)
        self.confidential.setChecked(False)

    def show_source(self, source: Source) -> None:
        """Fill in what is known of a source."""
        self.container.setText(source.container or source.publisher)
        self.archive.setText(source.archive_url)
        self.source_class.show_value(source.source_class)
        self.confidential.setChecked(source.confidential)

    def show_wish(self, wish: CiteWish) -> None:
        """Fill in what a wish says besides."""
        self.container.setText(wish.container)
        self.archive.setText(wish.archive_url)
        self.source_class.show_value(wish.source_class)
        self.confidential.setChecked(wish.confidential)
        self.independence.setText(wish.independence)
        self.accessed.load(wish.accessed or "")
        self.visibility.show_value(wish.visibility)
        self.note.setPlainText(wish.note)

    def complete(self, wish: CiteWish) -> CiteWish:
        """Say the rest of a wish."""
        classed = self.source_class.value
        return wish._replace(
            container=self.container.text().strip(),
            source_class=SourceClass(classed) if classed else None,
            confidential=self.confidential.isChecked(),
            archive_url=self.archive.text().strip(),
            independence=self.independence.text().strip(),
            visibility=Visibility(self.visibility.value),
            note=self.note.toPlainText().strip(),
            accessed=self.accessed.day or None,
        )
