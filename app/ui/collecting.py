"""Garbage in cycles is collected in the window's thread alone.

Python looks for cycles on whichever thread happens to make the object that passes its threshold.
Widgets, icons and painters that lie in a cycle would then be destroyed beside the window that is
painting with others of their kind, which Qt does not allow: only objects without a screen may end
on another thread (https://doc.qt.io/qt-6/threads-qobject.html). So Python's own turn is switched
off, and the window takes it, by the same thresholds, whenever it has nothing else to do.
"""

from __future__ import annotations

import gc
from time import perf_counter
from typing import Final

from PySide6.QtCore import QObject, QTimer

THRESHOLDS: Final = (20_000, 10, 10)
"""Objects made until the young, and times until the older ones, are searched for cycles.

A quote, its history and a catalogue are millions of values without a cycle. By Python's own
thresholds following them took a tenth of the time of an edit.
"""
_OLDEST: Final = 2
_LOOK_MS: Final = 1000
_SHARE: Final = 0.01
"""Most of the time that may go to searching everything."""


class Collecting(QObject):
    """Collects garbage in the thread it was made in, in the place of Python's own collector."""

    def __init__(self, parent: QObject) -> None:
        """Switch Python's collector off; ``parent``, the application, is the owner."""
        super().__init__(parent)
        gc.disable()
        self._not_before = 0.0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_LOOK_MS)

    def look(self) -> None:
        """Collect the oldest generation that has passed its threshold, if one has."""
        generation = due(gc.get_count())
        begun = perf_counter()
        if generation == _OLDEST and begun < self._not_before:
            generation = _OLDEST - 1
        if generation is None:
            return
        gc.collect(generation)
        if generation == _OLDEST:
            ended = perf_counter()
            self._not_before = ended + (ended - begun) / _SHARE


def due(counts: tuple[int, int, int]) -> int | None:
    """The oldest of three generations whose count has passed its threshold; nothing if none has.

    As with Python's own collector, the older ones are asked only when the youngest is due.
    """
    passed = [
        n for n, (count, most) in enumerate(zip(counts, THRESHOLDS, strict=True)) if count > most
    ]
    return passed[-1] if 0 in passed else None
