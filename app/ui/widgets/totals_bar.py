"""The bar at the foot of a quote: figures, a hero figure, and the progress of long work."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.ui.theme import set_role
from app.ui.tokens import Height, Space
from app.ui.widgets.parts import make_label, make_rule
from app.ui.widgets.progress_strip import ProgressStrip
from app.ui.widgets.window_width import watch_window_width

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_ROLES = {"normal": "figure", "warn": "figure-warn", "bad": "figure-bad", "hero": "hero-accent"}


class Total(Struct, frozen=True):
    """One figure of the bar.

    Attributes:
        id: Names the figure for as long as the bar lives.
        caption: What it is.
        value: The figure, formatted.
        tone: ``hero`` figures stand at the right end, large.
        hint: Tool tip, such as how the figure comes about.
        min_window: Hidden while the window is narrower, in logical pixels; and the greater, the
            sooner it gives way where the words of all figures have no room. 0: it always stays.
    """

    id: str
    caption: str
    value: str
    tone: Literal["normal", "warn", "bad", "hero"] = "normal"
    hint: str = ""
    min_window: int = 0


class _Figure(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.caption: QLabel = make_label("", "caption")
        self.value: QLabel = make_label("", "figure")
        self.value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.value.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XXS)
        column.addStretch()
        column.addWidget(self.caption)
        column.addWidget(self.value)
        column.addStretch()

    def show_total(self, total: Total) -> None:
        if self.caption.text() != total.caption:
            self.caption.setText(total.caption)
        if self.value.text() != total.value:
            self.value.setText(total.value)
        set_role(self.value, _ROLES[total.tone])
        self.setToolTip(total.hint)
        self.value.setAccessibleName(f"{total.caption} {total.value}")


class TotalsBar(QFrame):
    """Shows totals; ``cancel_requested`` fires while a progress is shown."""

    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without figures."""
        super().__init__(parent)
        set_role(self, "totals")
        self.setFixedHeight(Height.TOTALS)
        self._totals: tuple[Total, ...] = ()
        self._figures: dict[str, _Figure] = {}
        self._rules: dict[str, QFrame] = {}
        self._width = 10_000
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.XL, 0, Space.XL, 0)
        row.setSpacing(Space.XL)
        self._left, self._middle, self._right = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for part in (self._left, self._middle, self._right):
            part.setSpacing(Space.XL)
        self._progress = ProgressStrip()
        self._progress.cancelled.connect(self.cancel_requested)
        self._progress.hide()
        row.addLayout(self._left)
        row.addStretch()
        row.addWidget(self._progress)
        row.addLayout(self._middle)
        row.addLayout(self._right)
        watch_window_width(self, self._fit_window)

    def add_control(self, control: QWidget) -> None:
        """Put a control, such as the choice with or without tax, before the hero figures."""
        self._middle.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)

    def set_totals(self, totals: tuple[Total, ...]) -> None:
        """Show these figures in order; figures with a known id are only rewritten."""
        if tuple(total.id for total in totals) != tuple(total.id for total in self._totals):
            self._rebuild(totals)
            self._totals = ()
        before, self._totals = {total.id: total for total in self._totals}, totals
        for total in totals:
            if total != before.get(total.id):
                self._figures[total.id].show_total(total)
        self._fit_window(self._width)

    def show_progress(self, text: str, per_mille: int) -> None:
        """Show how far long work is; -1 means it cannot be said."""
        self._progress.show_progress(text, per_mille)
        self._progress.show()

    def hide_progress(self) -> None:
        """Take the progress away."""
        self._progress.hide()

    def _rebuild(self, totals: tuple[Total, ...]) -> None:
        for widget in (*self._figures.values(), *self._rules.values()):
            widget.setParent(None)
            widget.deleteLater()
        self._figures.clear()
        self._rules.clear()
        for total in totals:
            hero = total.tone == "hero"
            place = self._right if hero else self._left
            figure = self._figures[total.id] = _Figure()
            if hero or len(self._figures) > 1:
                rule = self._rules[total.id] = make_rule(vertical=True)
                place.addWidget(rule)
            place.addWidget(figure)

    def _fit_window(self, width: int) -> None:
        self._width = width
        shown = [total for total in self._totals if width >= total.min_window]
        room = self.width() - self._middle.sizeHint().width() - 3 * Space.XL
        while shown and self._needed(shown) > room:
            last = max(shown, key=lambda total: total.min_window)
            if not last.min_window:
                break
            shown.remove(last)
        for total in self._totals:
            self._figures[total.id].setVisible(total in shown)
            if total.id in self._rules:
                self._rules[total.id].setVisible(total in shown)

    def _needed(self, totals: list[Total]) -> int:
        """Pixels that figures need side by side, with the rules between them."""
        between = 2 * Space.XL + 1
        return sum(self._figures[total.id].sizeHint().width() + between for total in totals)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many figures as there is room for."""
        super().resizeEvent(event)
        self._fit_window(self._width)
