"""Holds: what windows on the same data know of each other: open quotes, settings that changed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Holds(QObject):
    """What one window holds; windows on the same data know of each other.

    * ``asked()``: another window wants what is open here: this one is to come to the front.
    * ``settings_stored()``: a window on the same data stored settings, this one included.

    Attributes:
        quote: Identifier of the open quote; empty while there is none.
    """

    asked = Signal()
    settings_stored = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin alone."""
        super().__init__(parent)
        self.quote = ""
        self._windows: list[Holds] = [self]

    def join(self, other: Holds) -> None:
        """Know of the windows that another one knows of."""
        self._windows = other._windows
        self._windows.append(self)

    def leave(self) -> None:
        """Be gone: nothing is held any more."""
        self.quote = ""
        if self in self._windows:
            self._windows.remove(self)
        self._windows = [self]

    def tell_settings(self) -> None:
        """Tell every window that settings were stored."""
        for one in tuple(self._windows):
            one.settings_stored.emit()

    def is_elsewhere(self, quote: str) -> bool:
        """Whether another window has a quote open, which then comes to the front."""
        holder = next(
            (one for one in self._windows if one is not self and one.quote == quote), None
        )
        if holder is None:
            return False
        holder.asked.emit()
        return True
