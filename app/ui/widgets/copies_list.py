"""CopiesList: things in an order that can be changed, each with a number of copies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from app.ui.tokens import Space
from app.ui.widgets.number_field import NumberField
from app.ui.widgets.parts import make_icon_button, make_label

if TYPE_CHECKING:
    from collections.abc import Mapping


class CopiesList(QWidget):
    """Rows with a spin box and arrows; ``changed()`` when anything was."""

    changed = Signal()

    def __init__(
        self,
        names: Mapping[str, str],
        copies: Mapping[str, int],
        most: int,
        parent: QWidget | None = None,
    ) -> None:
        """List things.

        Args:
            names: For people, by key.
            copies: How many of which, in order; the others follow with none.
            most: Copies that can be asked for.
            parent: Parent widget.
        """
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.XS)
        self._order: list[str] = []
        self._rows: dict[str, QWidget] = {}
        self.counts: dict[str, QSpinBox] = {}
        ordered = [key for key in copies if key in names]
        for key in [*ordered, *(one for one in names if one not in copies)]:
            self._add(key, names[key], copies.get(key, 0), most)

    def copies(self) -> dict[str, int]:
        """How many of which, in order; without what nobody wants."""
        counts = {key: self.counts[key].value() for key in self._order}
        return {key: count for key, count in counts.items() if count}

    def shift(self, key: str, by: int) -> None:
        """Move a thing up (-1) or down (1)."""
        at = self._order.index(key)
        to = min(max(at + by, 0), len(self._order) - 1)
        self._order.insert(to, self._order.pop(at))
        self._column.removeWidget(self._rows[key])
        self._column.insertWidget(to, self._rows[key])
        self.changed.emit()

    def _add(self, key: str, name: str, count: int, most: int) -> None:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.SM)
        spin = NumberField()
        spin.setRange(0, most)
        spin.setValue(count)
        spin.setSpecialValueText(self.tr("none"))
        spin.setAccessibleName(self.tr("Copies: {name}").format(name=name))
        spin.valueChanged.connect(lambda _count: self.changed.emit())
        row.addWidget(make_label(name), 1)
        row.addWidget(spin)
        arrows = ((-1, "arrow-up", self.tr("Earlier")), (1, "arrow-down", self.tr("Later")))
        for by, icon, told in arrows:
            button = make_icon_button(icon, f"{told}: {name}")
            button.clicked.connect(lambda _=False, step=by: self.shift(key, step))
            row.addWidget(button)
        self._order.append(key)
        self._rows[key], self.counts[key] = holder, spin
        self._column.addWidget(holder)
