"""TourStep: what is said, what is pointed at, and how it is known to be done."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMainWindow, QWidget

    from app.ui.destinations import Destinations
    from app.ui.quote_desk import QuoteDesk
    from app.ui.widgets.navigation import Navigation


class Sight(NamedTuple):
    """What a tour sees of a window."""

    window: QMainWindow
    navigation: Navigation
    pages: Destinations
    desk: QuoteDesk


class TourStep(NamedTuple):
    """One step; everything is asked of the window as it is.

    Attributes:
        id: Name in the program; kept, so that a tour is taken up again.
        title: What is done, for people.
        text: How; actions in braces stand for their keys.
        target: The control that is pointed at; ``None`` while it is not in sight.
        done: Whether the user did it, given what ``mark`` said when the step began.
        possible: Whether it can be done where the user is; else the step before is shown.
        help: Does it for the user; ``None`` where there is nothing to do.
        mark: What ``done`` compares with.
    """

    id: str
    title: str
    text: str
    target: Callable[[Sight], QWidget | None]
    done: Callable[[Sight, object], bool]
    possible: Callable[[Sight], bool]
    help: Callable[[Sight], None] | None = None
    mark: Callable[[Sight], object] = lambda _sight: None
