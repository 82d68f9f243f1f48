"""A column of fields that are checked while they are typed, each with its reason under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QWidget

from app.ui.tokens import Space
from app.ui.widgets.parts import make_label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_LEAST_LETTERS = 6
_LEAST_WIDTH = 80


class FormField(Struct, frozen=True):
    """One field.

    Attributes:
        name: By which the field is known.
        caption: For people; also its spoken name.
        text: What stands in it.
        words: Pairs of word and text, where only some words can be chosen.
        fault: What is wrong with what stands in it.
    """

    name: str
    caption: str
    text: str
    words: tuple[tuple[str, str], ...] = ()
    fault: str = ""


class TypedForm(QWidget):
    """Shows fields; ``edited(name, text)`` fires when a text that has a reading was committed."""

    edited = Signal(str, str)

    def __init__(
        self,
        check: Callable[[str, str], str],
        parent: QWidget | None = None,
        *,
        live: Callable[[str], bool] = lambda _name: False,
        captions: int = 0,
    ) -> None:
        """Begin without fields.

        Args:
            check: Why the text of a field cannot be taken; empty when it can.
            parent: Parent widget.
            live: Whether ``edited`` fires for a field at every key, as soon as its text has a
                reading.
            captions: Least width of the captions in pixels, so that several forms line up.
        """
        super().__init__(parent)
        self._check = check
        self._live = live
        self._fields: tuple[FormField, ...] = ()
        self._editors: dict[str, QLineEdit | QComboBox] = {}
        self._faults: dict[str, QLabel] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.MD)
        self._grid.setVerticalSpacing(Space.XS)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnMinimumWidth(0, captions)

    def editor(self, name: str) -> QLineEdit | QComboBox:
        """The editor of a field."""
        return self._editors[name]

    def set_fields(self, fields: Sequence[FormField]) -> None:
        """Show these fields; what stands where the keyboard is stays while it is typed."""
        shape = [(field.name, field.caption, field.words) for field in fields]
        if shape != [(field.name, field.caption, field.words) for field in self._fields]:
            self._rebuild(fields)
        self._fields = tuple(fields)
        for field in fields:
            self._show(field)

    def _show(self, field: FormField) -> None:
        editor = self._editors[field.name]
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(field.text))
        elif not (editor.hasFocus() and editor.isModified()) and editor.text() != field.text:
            editor.setText(field.text)
            editor.setCursorPosition(0)
        if not self._is_half_typed(field.name):
            self._tell(field.name, field.fault)

    def _is_half_typed(self, name: str) -> bool:
        """Whether what stands in a field is not in the fields that were given."""
        editor = self._editors[name]
        if not (isinstance(editor, QLineEdit) and editor.hasFocus() and editor.isModified()):
            return False
        return not self._live(name) or bool(self._check(name, editor.text()))

    def _rebuild(self, fields: Sequence[FormField]) -> None:
        while (place := self._grid.takeAt(0)) is not None:
            widget = place.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._editors, self._faults = {}, {}
        for row, field in enumerate(fields):
            editor = self._make(field)
            editor.setAccessibleName(field.caption)
            label = make_label(field.caption, "second")
            label.setBuddy(editor)
            fault = make_label("", "error")
            fault.setWordWrap(True)
            fault.hide()
            self._grid.addWidget(label, 2 * row, 0)
            self._grid.addWidget(editor, 2 * row, 1)
            self._grid.addWidget(fault, 2 * row + 1, 1)
            self._editors[field.name], self._faults[field.name] = editor, fault

    def _make(self, field: FormField) -> QLineEdit | QComboBox:
        if field.words:
            combo = QComboBox()
            combo.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            combo.setMinimumContentsLength(_LEAST_LETTERS)
            for word, text in field.words:
                combo.addItem(text, word)
            combo.activated.connect(
                lambda _=0, name=field.name: self.edited.emit(name, combo.currentData())
            )
            return combo
        line = QLineEdit()
        line.setMinimumWidth(_LEAST_WIDTH)
        line.textEdited.connect(lambda text, name=field.name: self._type(name, text))
        line.editingFinished.connect(lambda name=field.name: self._commit(name))
        return line

    def _type(self, name: str, text: str) -> None:
        why = self._check(name, text)
        self._tell(name, why)
        if not why and self._live(name):
            self.edited.emit(name, text)

    def _commit(self, name: str) -> None:
        editor = self._editors.get(name)
        if not isinstance(editor, QLineEdit) or not editor.isModified():
            return
        text = editor.text()
        if self._check(name, text):
            return
        editor.setModified(False)
        self.edited.emit(name, text)

    def _tell(self, name: str, fault: str) -> None:
        label, editor = self._faults[name], self._editors[name]
        label.setText(fault)
        label.setVisible(bool(fault))
        if editor.property("invalid") is not bool(fault):
            editor.setProperty("invalid", bool(fault))
            editor.style().unpolish(editor)
            editor.style().polish(editor)
