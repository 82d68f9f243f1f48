"""User: presses keys, types and clicks through the X server, and counts what he does."""

from __future__ import annotations

import subprocess
import time
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tests.journeys.on_screen.eyes import NotSeenError

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from tests.journeys.on_screen.eyes import Eyes

_KEYS_APART_MS = "6"


class Action(NamedTuple):
    """One thing that the user did.

    Attributes:
        kind: ``key``, ``text`` or ``click``.
        what: The keys, the text, or what was clicked.
        why: What for.
        step: The part of the journey that it belongs to.
    """

    kind: str
    what: str
    why: str
    step: str = ""


class User:
    """Works in one window as somebody before a screen does.

    Attributes:
        eyes: What he sees.
        actions: What he did; keys typed into one field are one action.
        step: The part of the journey that he is at.
    """

    def __init__(self, eyes: Eyes) -> None:
        """Begin without having done anything."""
        self.eyes = eyes
        self.actions: list[Action] = []
        self.step = ""

    def press(self, keys: str, why: str, times: int = 1) -> None:
        """Press keys together, such as ``ctrl+k``; each time is an action."""
        for _ in range(times):
            self._attend()
            self.actions.append(Action("key", keys, why, self.step))
            _xdotool("key", "--clearmodifiers", keys)
            self.eyes.settle()

    def type(self, text: str, why: str) -> None:
        """Type a text into the field that has the keyboard."""
        self._attend()
        self.actions.append(Action("text", text, why, self.step))
        for number, line in enumerate(text.split("\n")):
            if number:
                _xdotool("key", "Return")
            _xdotool("type", "--delay", _KEYS_APART_MS, line)
        self.eyes.settle()

    def click(self, point: QPoint, what: str, why: str, *, button: int = 1, times: int = 1) -> None:
        """Click a point of the screen."""
        self._attend()
        self.actions.append(Action("click", what, why, self.step))
        at = (str(point.x()), str(point.y()))
        _xdotool("mousemove", *at, "click", "--repeat", str(times), "--delay", "20", str(button))
        self.eyes.settle()

    def turn_wheel(self, point: QPoint, *, down: bool) -> None:
        """Turn the wheel by one notch over a point of the screen; no action of its own."""
        at = (str(point.x()), str(point.y()))
        _xdotool("mousemove", *at, "click", "5" if down else "4")
        self.eyes.settle()

    def _attend(self) -> None:
        """Do what a window manager does: the dialog or window in front gets the keyboard."""
        window = self.eyes.see(self._unattended)
        if window:
            _xdotool("windowfocus", "--sync", str(window))
            self.eyes.settle()
            end = time.monotonic() + 5
            while self.eyes.see(self._unattended):
                if time.monotonic() > end:
                    raise NotSeenError("the window in front to have the keyboard")
                time.sleep(0.01)

    def _unattended(self) -> int:
        """The window in front where it has not the keyboard; zero where it has."""
        if QApplication.activePopupWidget() is not None:  # it takes the keys by itself
            return 0
        front = QApplication.activeModalWidget()
        if front is None:
            active = QApplication.activeWindow()
            front = active if active is not None and active.isVisible() else self.eyes.window
        handle = front.windowHandle()
        return 0 if handle is None or QGuiApplication.focusWindow() is handle else front.winId()


def _xdotool(*words: str) -> None:
    subprocess.run(["xdotool", *words], check=True)
