"""The one door through which the program tells the user something or asks for something.

Pages get a ``Messages``; tests hand in a recorder instead of ``WindowMessages``. No other module
opens a message box.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QLineEdit

from app.ui.message_dialog import Choice, MessageDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

Tone = Literal["info", "ok", "warn", "bad"]

_ICONS: Final = {
    "info": ("info", "accent_text"),
    "warn": ("triangle-alert", "warn"),
    "bad": ("octagon-alert", "bad"),
    "ask": ("circle-help", "accent_text"),
}


class Messages(Protocol):
    """What pages may do with the user. Texts arrive in the user's language."""

    def info(self, title: str, text: str = "") -> None:
        """Say that something is done or so; it needs no answer."""

    def warning(self, title: str, text: str = "", detail: str = "") -> None:
        """Say that something needs care."""

    def error(self, title: str, text: str = "", detail: str = "") -> None:
        """Say that something failed; ``detail`` is for whoever helps the user."""

    def ask(self, title: str, text: str = "", initial: str = "") -> str | None:
        """Ask for one line of text; None when the user does not want to give one."""

    def confirm(
        self, title: str, text: str = "", *, yes: str, no: str = "", danger: bool = False
    ) -> bool:
        """Ask for a decision.

        Args:
            title: The question.
            text: What follows from each answer.
            yes: Text of the button that agrees, a verb: "Remove", never "Yes".
            no: Text of the other button; "Cancel" when empty.
            danger: Agreeing destroys something: the button is red and not the default.

        Returns:
            Whether the user agreed.
        """


class WindowMessages:
    """Shows messages over a window: news as a toast, everything else as a dialog."""

    def __init__(
        self, window: QWidget, notify: Callable[[str, Tone], object] | None = None
    ) -> None:
        """Speak over a window.

        Args:
            window: Parent of the dialogs.
            notify: Shows a short text that goes away by itself; without it news is a dialog.
        """
        self._window = window
        self._notify = notify

    def info(self, title: str, text: str = "") -> None:
        """Say that something is done or so."""
        if self._notify is not None:
            self._notify(f"{title}  {text}".strip(), "info")
            return
        self._tell("info", title, text, "")

    def warning(self, title: str, text: str = "", detail: str = "") -> None:
        """Say that something needs care, and wait until it is read."""
        self._tell("warn", title, text, detail)

    def error(self, title: str, text: str = "", detail: str = "") -> None:
        """Say that something failed, and wait until it is read."""
        self._tell("bad", title, text, detail)

    def ask(self, title: str, text: str = "", initial: str = "") -> str | None:
        """Ask for one line of text; an empty answer can not be given."""
        dialog = self._dialog("ask", title, text, "")
        field = QLineEdit(initial)
        field.setAccessibleName(title)
        field.selectAll()
        dialog.add_field(field)
        dialog.add_choices(
            Choice("no", _words("Cancel")), Choice("yes", _words("OK"), "primary", default=True)
        )
        agree = dialog.button("yes")
        agree.setEnabled(bool(initial.strip()))
        field.textChanged.connect(lambda typed: agree.setEnabled(bool(typed.strip())))
        field.setFocus()
        return field.text().strip() if self._answer(dialog) == "yes" else None

    def confirm(
        self, title: str, text: str = "", *, yes: str, no: str = "", danger: bool = False
    ) -> bool:
        """Ask for a decision; closing the dialog is a no."""
        dialog = self._dialog("warn" if danger else "ask", title, text, "")
        dialog.add_choices(
            Choice("no", no or _words("Cancel"), default=danger),
            Choice("yes", yes, "danger" if danger else "primary", default=not danger),
        )
        return self._answer(dialog) == "yes"

    def _tell(self, kind: str, title: str, text: str, detail: str) -> None:
        dialog = self._dialog(kind, title, text, detail)
        dialog.add_choices(Choice("ok", _words("OK"), "primary", default=True))
        self._answer(dialog)

    def _dialog(self, kind: str, title: str, text: str, detail: str) -> MessageDialog:
        icon, color = _ICONS[kind]
        return MessageDialog(self._window, icon, color, title, text, detail)

    @staticmethod
    def _answer(dialog: MessageDialog) -> str:
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        answer = dialog.answer if accepted else ""
        dialog.deleteLater()
        return answer


def _words(text: Literal["Cancel", "OK"]) -> str:
    translate = QCoreApplication.translate
    known = {"Cancel": translate("Messages", "Cancel"), "OK": translate("Messages", "OK")}
    return known[text]
