"""Captions with their figures at the right, as a card shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui.tokens import Space
from app.ui.widgets.parts import make_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel


class Line(NamedTuple):
    """One figure: its caption, the figure, and whether it is the one that counts."""

    caption: str
    value: str
    strong: bool = False


class FigureLines(QWidget):
    """Shows lines; their labels are reused, so that figures change without flicker."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without lines."""
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.MD)
        self._grid.setVerticalSpacing(Space.XS)
        self._grid.setColumnStretch(0, 1)
        self._labels: list[tuple[QLabel, QLabel]] = []
        self._lines: tuple[Line, ...] = ()
        self.hide()

    def set_lines(self, lines: tuple[Line, ...]) -> None:
        """Show these lines from top to bottom."""
        if lines == self._lines:
            return
        if [line.strong for line in lines] != [line.strong for line in self._lines]:
            self._rebuild(lines)
        self._lines = lines
        for line, (caption, value) in zip(lines, self._labels, strict=True):
            caption.setText(line.caption)
            value.setText(line.value)
            value.setAccessibleName(f"{line.caption} {line.value}")
        self.setVisible(bool(lines))

    def texts(self) -> dict[str, str]:
        """The figures by caption, as shown."""
        return {line.caption: line.value for line in self._lines}

    def _rebuild(self, lines: tuple[Line, ...]) -> None:
        for pair in self._labels:
            for label in pair:
                self._grid.removeWidget(label)
                label.deleteLater()
        self._labels = []
        for row, line in enumerate(lines):
            caption = make_label("", "strong" if line.strong else "second")
            value = make_label("", "strong" if line.strong else "body")
            self._grid.addWidget(caption, row, 0)
            self._grid.addWidget(value, row, 1, Qt.AlignmentFlag.AlignRight)
            self._labels.append((caption, value))
