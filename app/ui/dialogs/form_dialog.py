"""The frame of our dialogs: a title, fields, and two buttons that name deeds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.ui.tokens import Space
from app.ui.widgets.parts import make_button, make_label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QShowEvent

_ENTER: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class FormDialog(QDialog):
    """A dialog with fields; Enter accepts, in a text of several lines Ctrl+Enter; Escape gives up.

    Use ``dialog.open()``, which returns at once, and the signals ``accepted`` and ``rejected``.
    """

    def __init__(self, title: str, agree: str, parent: QWidget) -> None:
        """Make a dialog without fields.

        Args:
            title: What is asked.
            agree: Text of the button that agrees, a verb.
            parent: Window that it belongs to.
        """
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.body = QVBoxLayout()
        self.body.setSpacing(Space.MD)
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(Space.LG)
        self.form.setVerticalSpacing(Space.SM)
        self.form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.body.addLayout(self.form)
        self._problem = make_label("", "error")
        self._problem.setWordWrap(True)
        self._problem.hide()
        self.agree = make_button(agree, "primary")
        self.agree.setDefault(True)
        self.agree.clicked.connect(self.accept)
        self._cancel_button = cancel = make_button(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(Space.SM)
        self.buttons.addStretch()
        self.buttons.addWidget(cancel)
        self.buttons.addWidget(self.agree)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.LG)
        column.setSpacing(Space.LG)
        column.addWidget(make_label(title, "title"))
        column.addLayout(self.body)
        column.addWidget(self._problem)
        column.addLayout(self.buttons)

    def showEvent(self, event: QShowEvent) -> None:
        """Bring the keyboard to the first field, unless it was brought somewhere."""
        super().showEvent(event)
        if self.focusWidget() is None:
            for field in self.findChildren(QWidget):
                if _is_typed_into(field) and field.isVisibleTo(self):
                    field.setFocus()
                    return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Agree by Ctrl+Enter where Enter alone begins another line."""
        ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if ctrl and event.key() in _ENTER:
            self.agree.click()
        else:
            super().keyPressEvent(event)

    def only_show(self) -> None:
        """Take the second button away: there is nothing to decide."""
        self._cancel_button.hide()

    def add_field(self, caption: str, field: QWidget) -> None:
        """Add a field with its caption, which is also its spoken name."""
        label: QLabel = make_label(caption, "second")
        label.setBuddy(field)
        field.setAccessibleName(caption)
        self.form.addRow(label, field)

    def show_problem(self, text: str) -> None:
        """Say why the fields cannot be taken; an empty text withdraws it."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        if text:
            self.grow()

    def grow(self) -> None:
        """Be as high as the texts need: lines that are wrapped do not make a dialog grow."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            wanted = max(layout.totalHeightForWidth(self.width()), self.sizeHint().height())
            self.resize(self.width(), max(self.height(), wanted))


def _is_typed_into(field: QWidget) -> bool:
    """Whether a widget takes what the user enters; tables and buttons keep Enter for themselves."""
    if not field.isEnabled() or field.focusPolicy() == Qt.FocusPolicy.NoFocus:
        return False
    if isinstance(field, QLineEdit | QPlainTextEdit):
        return not field.isReadOnly()
    return isinstance(field, QComboBox | QAbstractSpinBox)
