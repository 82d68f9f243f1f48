"""Tells a widget how wide its window is, so that narrow windows get a leaner layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


class _WidthWatcher(QObject):
    """Follows the window that a widget is in, also when it moves to another one."""

    def __init__(self, widget: QWidget, fit: Callable[[int], None]) -> None:
        super().__init__(widget)
        self._widget = widget
        self._fit = fit
        self._window: QWidget | None = None
        self._width = -1
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._widget and event.type() in {QEvent.Type.Show, QEvent.Type.Polish}:
            self._follow(self._widget.window())
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._tell(self._window.width())
        return False

    def _follow(self, window: QWidget) -> None:
        if window is not self._window:
            if self._window is not None and self._window is not self._widget:
                self._window.removeEventFilter(self)
            self._window = window
            if window is not self._widget:
                window.installEventFilter(self)
        self._tell(window.width())

    def _tell(self, width: int) -> None:
        if width != self._width:
            self._width = width
            self._fit(width)


def watch_window_width(widget: QWidget, fit: Callable[[int], None]) -> None:
    """Call ``fit`` with the window's width in logical pixels when shown and when it changes."""
    _WidthWatcher(widget, fit)
