"""A dialog of fields that stays open until what is in them was taken."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from factdesk.errors import FactdeskError
from factdesk.ui.theme import GAP, MARGIN
from factdesk.ui.widgets.parts import button, muted, primary


class FormDialog(QDialog):
    """Fields one below the other; `take` is called with the agreement and may refuse in words."""

    def __init__(self, title: str, agree: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.take: Callable[[], None] = lambda: None
        self.form = QFormLayout()
        self.form.setSpacing(GAP)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.message = QLabel()
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setWordWrap(True)
        self.message.hide()
        self.agree = primary(agree, self._agree)
        self.agree.setDefault(True)
        self.leave = button("Cancel", self.reject)
        self.body = QVBoxLayout()
        self.body.setSpacing(GAP)
        self.body.addLayout(self.form)
        end = QHBoxLayout()
        end.setSpacing(GAP)
        end.addStretch()
        end.addWidget(self.leave)
        end.addWidget(self.agree)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        whole.setSpacing(GAP + 4)
        whole.addLayout(self.body, 1)
        whole.addWidget(self.message)
        whole.addLayout(end)

    def add_field(self, words: str, field: QWidget, hint: str = "") -> None:
        """Put a field under the others; its words are its name for screen readers too."""
        field.setAccessibleName(words.replace("&", ""))
        self.form.addRow(words, field)
        if self.focusWidget() is None:
            field.setFocus()
        if hint:
            told = muted(hint, wraps=True)
            self.form.addRow("", told)
            field.setAccessibleDescription(hint)

    def tell(self, message: str) -> None:
        """Say why it was not taken."""
        self.message.setText(f"⚠ {message}" if message else "")
        self.message.setVisible(bool(message))

    def _agree(self) -> None:
        try:
            self.take()
        except FactdeskError as error:
            self.tell(str(error))
        else:
            self.accept()
