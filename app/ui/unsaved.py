"""What is said and asked when edits cannot be stored: why, what to do, and before they are lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from app.errors import QuotewrightError

if TYPE_CHECKING:
    from app.ui.messages import Messages
    from app.ui.page import Surroundings
    from app.ui.widgets.toast import Toast


class UnsavedNews(QObject):
    """Tells that edits could not be stored, and stays in sight until they are."""

    def __init__(self, around: Surroundings, parent: QObject) -> None:
        """Begin with everything stored."""
        super().__init__(parent)
        self._around = around
        self._told = ""
        self._toast: Toast | None = None

    def fail(self, failure: Exception) -> str:
        """Tell why edits are not stored; what is told already is not told again.

        Args:
            failure: Why; anything but an expected failure is a bug, and shown as one.

        Returns:
            Why, what to do, and that nothing is lost.
        """
        kept = self.tr("Your edits are kept in this window and stored as soon as that is possible.")
        if not isinstance(failure, QuotewrightError):
            if self._told != kept:
                self._told = kept
                self._around.tasks.crashed.emit(failure)
            return kept
        text, cure = self._around.speaker.failure(failure)
        gap = "" if self._around.speaker.figures.language == "zh" else " "
        told = gap.join((text, cure, kept))
        if told != self._told:
            self.end()
            self._told = told
            self._toast = toast = self._around.toasts.show_news(told, "bad", stays=True)
            toast.gone.connect(lambda: self._forget(toast))
        return told

    def end(self) -> None:
        """Everything is stored, or nothing is open: take the news away."""
        self._told = ""
        if self._toast is not None:
            self._toast.leave()

    def _forget(self, toast: Toast) -> None:
        if self._toast is toast:
            self._toast = None


def may_lose_edits(messages: Messages) -> bool:
    """Ask whether edits that could not be stored may be lost."""
    translate = QCoreApplication.translate
    return messages.confirm(
        translate("UnsavedNews", "Some edits could not be stored"),
        translate(
            "UnsavedNews",
            "Leaving now loses them. Stay, and once what keeps them from being stored is mended"
            " they are stored by themselves.",
        ),
        yes=translate("UnsavedNews", "Lose the edits"),
        no=translate("UnsavedNews", "Stay"),
        danger=True,
    )
