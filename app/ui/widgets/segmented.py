"""A choice of a few, all in sight: exactly one is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from app.ui.theme import set_role
from app.ui.tokens import Height, Space

if TYPE_CHECKING:
    from collections.abc import Sequence


class Segmented(QFrame):
    """Shows its options side by side; ``chosen(id)`` fires when the user takes another one."""

    chosen = Signal(str)

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        current: str,
        name: str,
        parent: QWidget | None = None,
        *,
        tight: bool = False,
    ) -> None:
        """Show the options.

        Args:
            options: Pairs of identifier and text, in display order.
            current: Identifier of the option that is on.
            name: What a screen reader calls the choice.
            parent: Parent widget.
            tight: Whether the options stand close, where there is little room for them.
        """
        super().__init__(parent)
        set_role(self, "segmented")
        self.setProperty("tight", tight)
        self.setAccessibleName(name)
        self.setFixedHeight(Height.CONTROL)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.XXS, Space.XXS, Space.XXS, Space.XXS)
        row.setSpacing(Space.XXS)
        for identifier, text in options:
            button = QToolButton()
            button.setText(text)
            button.setAccessibleName(f"{name} {text}")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setChecked(identifier == current)
            button.clicked.connect(lambda _=False, which=identifier: self._choose(which))
            if tight:
                button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self._group.addButton(button)
            self._buttons[identifier] = button
            row.addWidget(button)
        self._current = current

    @property
    def current(self) -> str:
        """Identifier of the option that is on."""
        return self._current

    def set_current(self, identifier: str) -> None:
        """Turn an option on without telling anybody."""
        self._buttons[identifier].setChecked(True)
        self._current = identifier

    def _choose(self, identifier: str) -> None:
        if identifier != self._current:
            self._current = identifier
            self.chosen.emit(identifier)
