"""Page: one part of the window that shows the open quote; and what every page is given."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QWidget

from app.errors import QuotewrightError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from app.quoting.freezing import Worked
    from app.quoting.quote import Quote
    from app.ui.finding import Indexes
    from app.ui.holds import Holds
    from app.ui.messages import Messages
    from app.ui.presenting.speaker import Speaker
    from app.ui.session import QuoteSession
    from app.ui.tasks import Tasks
    from app.ui.widgets.toast import Toasts


class Surroundings(NamedTuple):
    """What every page may use; nothing is looked up globally.

    Attributes:
        speaker: Texts and figures in the window's language.
        messages: Tells and asks the user.
        toasts: News that goes away by itself.
        tasks: Work beside the window.
        clock: The moment, with its time zone.
        paper_folder: Where the papers of a quote are written.
        indexes: What can be found in catalogues.
        holds: Which quotes are open in other windows.
    """

    speaker: Speaker
    messages: Messages
    toasts: Toasts
    tasks: Tasks
    clock: Callable[[], datetime]
    paper_folder: Callable[[Quote], Path]
    indexes: Indexes
    holds: Holds

    def tell(self, failure: Exception) -> None:
        """Tell an expected failure in words; anything else is a bug."""
        if isinstance(failure, QuotewrightError):
            self.messages.error(*self.speaker.failure(failure))
        else:
            self.tasks.crashed.emit(failure)


class Page(QWidget):
    """Shows the quote of a session and edits it through the session only."""

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        """Begin without a quote."""
        super().__init__(parent)
        self.around = surroundings
        self.session: QuoteSession | None = None

    def attach(self, session: QuoteSession) -> None:
        """Show the quote of a session from now on."""
        self.detach()
        self.session = session
        session.changed.connect(self.show_change)
        self.show_change(None, session.worked)

    def detach(self) -> None:
        """Show no quote any more."""
        if self.session is not None:
            self.session.changed.disconnect(self.show_change)
            self.session = None

    def show_change(self, before: Worked | None, after: Worked) -> None:
        """Show what differs; ``before`` is ``None`` when everything is new."""
        raise NotImplementedError
