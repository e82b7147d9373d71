"""How a report is wanted: document, format, layout, reader, language."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from factdesk.model.export import Order
from factdesk.model.report import Audience, Part
from factdesk.ui.theme import GAP
from factdesk.ui.widgets.choice_box import ChoiceBox
from factdesk.ui.widgets.parts import bare, heading

_AUDIENCES = {Audience.INTERNAL: "The desk (internal)", Audience.PUBLIC: "The public"}
_PARTS = {
    Part.REPORT: "Fact-check report",
    Part.COPY: "Annotated copy",
    Part.MEMO: "Changes memo",
    Part.CHANGES: "Changed since checked",
}
_INTERNAL = {Part.MEMO, Part.CHANGES}
_WHOLE = {
    "md": "Fact-check report",
    "docx": "Annotated copy and report",
}
_BUILT_IN = "Built in"


class Format(NamedTuple):
    """A format that reports are written in: its name, what the user reads, its suffix.

    A ``worded`` one is written in a language and holds documents; ``layouts`` are the templates
    that lay it out, by their names and files.
    """

    name: str
    title: str
    suffix: str
    worded: bool = False
    layouts: tuple[tuple[str, str], ...] = ()


class ReportChoice(QWidget):
    """Choices beside one another; what does not go together cannot be chosen."""

    changed = Signal()

    def __init__(
        self,
        formats: Sequence[Format],
        languages: Mapping[str, str],
        wanted: Order,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._formats = {one.name: one for one in formats}
        self.form = self._box("Format", ((one.title, one.name) for one in formats))
        self.part = self._box("Document", ())
        self.audience = self._box("Audience", ((words, who) for who, words in _AUDIENCES.items()))
        self.language = self._box("Language", ((name, code) for code, name in languages.items()))
        self.layout_box = self._box("Layout", ())
        self._layout_words = heading("La&yout", self.layout_box)
        self._lay_out()
        self._show(wanted)
        for box in (self.form, self.part, self.audience, self.language, self.layout_box):
            box.currentIndexChanged.connect(self._review)

    @property
    def format(self) -> Format:
        """The format that is chosen."""
        return self._formats[self.form.value]

    @property
    def order(self) -> Order:
        """What is chosen."""
        form, layout = self.format, self.layout_box.value
        part = Part(self.part.value) if self.part.value and not layout else None
        return Order(
            format=form.name,
            audience=Audience(self.audience.value),
            part=part,
            language=self.language.value if form.worded else "",
            template=layout,
        )

    def _box(self, name: str, choices: Iterable[tuple[str, str]]) -> ChoiceBox:
        box = ChoiceBox(name, ())
        box.offer(choices)
        return box

    def _show(self, wanted: Order) -> None:
        self.form.show_value(wanted.format)
        self.audience.show_value(wanted.audience)
        self.language.show_value(wanted.language)
        self._offer_parts()
        self._offer_layouts()
        self.part.show_value(wanted.part)
        self.layout_box.show_value(wanted.template)
        self._offer_parts()
        self._allow()

    def _review(self) -> None:
        """Let choices follow one another, and tell once."""
        boxes = (self.form, self.part, self.audience, self.language, self.layout_box)
        for box in boxes:
            box.blockSignals(True)
        self._offer_layouts()
        self._offer_parts()
        self._allow()
        for box in boxes:
            box.blockSignals(False)
        self.changed.emit()

    def _offer_layouts(self) -> None:
        chosen = self.layout_box.value
        layouts = [(f"Template “{name}”", file) for name, file in self.format.layouts]
        self.layout_box.offer([(_BUILT_IN, ""), *layouts])
        self.layout_box.show_value(chosen)

    def _offer_parts(self) -> None:
        """Offer the documents; some are not for the public."""
        form, chosen = self.format, self.part.value
        whole = _WHOLE.get(form.name, "Report and annotated copy")
        public = self.audience.value == Audience.PUBLIC
        parts = [
            (words, part.value)
            for part, words in _PARTS.items()
            if not (public and part in _INTERNAL)
            and not (part is Part.REPORT and form.name == "md")
        ]
        self.part.offer([(whole, ""), *parts] if form.worded else [("All it holds", "")])
        self.part.show_value(chosen)

    def _allow(self) -> None:
        form, layout = self.format, self.layout_box.value
        self.part.setEnabled(form.worded and not layout)
        self.language.setEnabled(form.worded)
        for part in (self._layout_words, self.layout_box):
            part.setVisible(bool(form.layouts))

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        bare(grid, GAP)
        grid.setHorizontalSpacing(2 * GAP)
        rows = (
            (("Forma&t", self.form), ("&Document", self.part)),
            (("&For", self.audience), ("&Language", self.language)),
        )
        for row, fields in enumerate(rows):
            for column, (name, field) in enumerate(fields):
                grid.addWidget(heading(name, field), row, 2 * column)
                grid.addWidget(field, row, 2 * column + 1)
                grid.setColumnStretch(2 * column + 1, 1)
        grid.addWidget(self._layout_words, len(rows), 0)
        grid.addWidget(self.layout_box, len(rows), 1)
