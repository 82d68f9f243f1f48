"""DayWatch: notices, while a window stays open, that it is another day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

LOOK_MS: Final = 20_000
"""A computer that slept over midnight shows yesterday for no longer."""


class DayWatch(QObject):
    """Looks at the clock.

    * ``turned()``: the day is another one, a later one or, where the clock was set, an earlier.
    """

    turned = Signal()

    def __init__(self, clock: Callable[[], datetime], parent: QObject) -> None:
        """Begin when ``start`` is called.

        Args:
            clock: The moment, with its time zone.
            parent: Owner.
        """
        super().__init__(parent)
        self._clock = clock
        self._day = clock().date()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Look from now on."""
        self._day = self._clock().date()
        self._timer.start()

    def look(self) -> None:
        """Say whether the day is another one than at the last look."""
        day = self._clock().date()
        if day != self._day:
            self._day = day
            self.turned.emit()
