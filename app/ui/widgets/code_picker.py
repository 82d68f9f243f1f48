"""CodePicker: codes as chips that can be taken away, and a field that finds more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.tokens import Space
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.parts import make_button
from app.ui.widgets.pass_undo import pass_undo
from app.ui.widgets.search_popup import SearchPopup

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.ui.widgets.search_hits import SearchHit

_SHOWN = 24
_LONGEST = 22


class CodePicker(QWidget):
    """Shows the codes that are picked; ``picked(codes)`` fires with all of them after a change."""

    picked = Signal(tuple)

    def __init__(
        self,
        placeholder: str,
        name: str,
        find: Callable[[str], tuple[SearchHit, ...] | None],
        told: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        """Begin with nothing picked.

        Args:
            placeholder: Shown in the empty field.
            name: What a screen reader calls the field.
            find: Hits of a word, whose keys are codes; ``None`` when they come later by
                ``search.set_hits``, also of no word.
            told: What a code is called.
            parent: Parent widget.
        """
        super().__init__(parent)
        self.setAccessibleName(name)
        self._find, self._told = find, told
        self._codes: tuple[str, ...] = ()
        self._chips = QWidget()
        self._flow = FlowLayout(Space.XS)
        self._chips.setLayout(self._flow)
        self.search = SearchPopup(placeholder, name)
        pass_undo(self.search)
        self.search.query_changed.connect(self._look_up)
        self.search.chosen.connect(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self._chips)
        column.addWidget(self.search)
        self._chips.hide()

    @property
    def codes(self) -> tuple[str, ...]:
        """What is picked, in order."""
        return self._codes

    def set_codes(self, codes: Sequence[str]) -> None:
        """Show what is picked."""
        if tuple(codes) == self._codes:
            return
        self._codes = tuple(codes)
        while (place := self._flow.takeAt(0)) is not None:
            widget = place.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for code in self._codes[:_SHOWN]:
            self._flow.addWidget(self._chip(code))
        self._chips.setVisible(bool(codes))
        self._chips.updateGeometry()

    def _chip(self, code: str) -> QWidget:
        name = self._told(code)
        short = name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
        chip = make_button(f"{short}  ×", "cure")
        text = self.tr("Take {name} out").format(name=name)
        chip.setAccessibleName(text)
        chip.setToolTip(f"{name} {code}\n{text}" if name != code else text)
        chip.clicked.connect(lambda: self._remove(code))
        return chip

    def _look_up(self, text: str) -> None:
        hits = self._find(text) if text else ()
        if hits is not None:
            self.search.set_hits(hits)

    def tell_again(self) -> None:
        """Show the chips with what their codes are called now."""
        codes, self._codes = self._codes, ()
        self.set_codes(codes)

    def _add(self, code: str) -> None:
        if code not in self._codes:
            self._tell((*self._codes, code))

    def _remove(self, code: str) -> None:
        self._tell(tuple(one for one in self._codes if one != code))
        self.search.setFocus()

    def _tell(self, codes: tuple[str, ...]) -> None:
        self.set_codes(codes)
        self.picked.emit(codes)
