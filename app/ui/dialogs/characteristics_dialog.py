"""Asks for the values of an item's characteristics, with one field for each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from app.ui.dialogs.form_dialog import FormDialog
from app.ui.presenting.characteristic_values import range_text, typed_value, value_text
from app.ui.presenting.characteristics import fault_of_value
from catalog.characteristic import NO, YES, CharacteristicKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.ui.presenting.speaker import Speaker
    from catalog.characteristic import Characteristic

_WIDTH = 280


class CharacteristicsDialog(FormDialog):
    """A form made of an offering's characteristics; a value that does not fit keeps it open.

    Attributes:
        fields: The field of each characteristic by its identifier.
        values: What was accepted: values by identifier, without those that are left open.
    """

    def __init__(
        self,
        title: str,
        described: Sequence[Characteristic],
        present: Mapping[str, str],
        speaker: Speaker,
        parent: QWidget,
    ) -> None:
        """Show the present values; where there is none the usual one."""
        super().__init__(title, self.tr("Apply"), parent)
        self._described = tuple(described)
        self._speaker = speaker
        self.values: dict[str, str] = {}
        self.fields: dict[str, QWidget] = {}
        for known in self._described:
            value = present.get(known.id) or known.default
            field = self.fields[known.id] = self._field(known, value)
            field.setMinimumWidth(_WIDTH)
            mark = " *" if known.required else ""
            self.add_field(f"{speaker.name(known.name)}{mark}", field)
        if self.fields:
            next(iter(self.fields.values())).setFocus()

    def _field(self, known: Characteristic, value: str) -> QWidget:
        if known.kind is CharacteristicKind.YES_NO:
            box = QCheckBox()
            box.setTristate(not value and not known.required)
            box.setCheckState(_STATES.get(value, Qt.CheckState.PartiallyChecked))
            if not box.isTristate() and not value:
                box.setCheckState(Qt.CheckState.Unchecked)
            return box
        if known.kind is CharacteristicKind.CHOICE:
            return self._choices(known, value)
        number = known.kind is CharacteristicKind.NUMBER
        line = QLineEdit(typed_value(self._speaker, known, value) if number else value)
        line.setPlaceholderText(range_text(self._speaker, known))
        return line

    def _choices(self, known: Characteristic, value: str) -> QComboBox:
        """The choices; an open one first where it may stay open, a foreign value last."""
        combo = QComboBox()
        if not known.required or not value:
            combo.addItem(self.tr("(not chosen)"), "")
        for choice in known.choices:
            shown = value_text(self._speaker, known, choice.value)
            combo.addItem(shown, choice.value)
        if value and combo.findData(value) < 0:
            combo.addItem(value, value)
        combo.setCurrentIndex(max(combo.findData(value), 0))
        return combo

    def accept(self) -> None:
        """Take the values, or say which one does not fit and go there."""
        values = {known.id: self._typed(known) for known in self._described}
        for known in self._described:
            fault = known.fault(values[known.id])
            if fault is not None:
                self.show_problem(fault_of_value(self._speaker, known, fault))
                self.fields[known.id].setFocus()
                return
        self.values = {name: value for name, value in values.items() if value}
        super().accept()

    def _typed(self, known: Characteristic) -> str:
        """The value of a field; of a number in the catalogue's unit, whichever was typed."""
        value = _value(self.fields[known.id])
        if known.kind is not CharacteristicKind.NUMBER:
            return value
        return self._speaker.figures.read_measured(value, known.unit)


_STATES = {YES: Qt.CheckState.Checked, NO: Qt.CheckState.Unchecked}


def _value(field: QWidget) -> str:
    if isinstance(field, QCheckBox):
        state = field.checkState()
        return next((value for value, known in _STATES.items() if known == state), "")
    if isinstance(field, QComboBox):
        return str(field.currentData())
    return field.text().strip() if isinstance(field, QLineEdit) else ""
