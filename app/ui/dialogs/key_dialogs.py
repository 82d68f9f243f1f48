"""Dialogs about the user's own key: unlock it, make one, give it another passphrase."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from app.approval.signing.passphrase import Strength, strength
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.widgets.parts import make_label

if TYPE_CHECKING:
    from pathlib import Path

_WIDTH: Final = 320
_KEEP: Final = (timedelta(minutes=10), timedelta(hours=1), timedelta.max)


class _PassphraseDialog(FormDialog):
    """Asks; ``given()`` fires with the button, and the dialog stays until it is told to close."""

    given = Signal()

    def accept(self) -> None:
        """Hand over what was typed; whoever took it closes the dialog, or says what is wrong."""
        if self.agree.isEnabled():
            self.show_problem("")
            self.show_busy(busy=True)
            self.given.emit()

    def show_busy(self, *, busy: bool) -> None:
        """Say that the passphrase is being stretched, which takes a second on purpose."""
        self.agree.setEnabled(not busy)
        for field in self.findChildren(QLineEdit):
            field.setEnabled(not busy)

    def fail(self, text: str) -> None:
        """Say why it was not taken, and let it be typed again."""
        self.show_busy(busy=False)
        self.show_problem(text)

    def done_with(self) -> None:
        """Close: it was taken."""
        super().accept()


class UnlockDialog(_PassphraseDialog):
    """Asks for the passphrase of a key."""

    def __init__(self, owner: str, parent: QWidget) -> None:
        """Ask for the passphrase of somebody's key."""
        super().__init__(self.tr("Unlock your key"), self.tr("Unlock"), parent)
        hint = self.tr(
            "Key of {owner}. It stays in memory only, and never in a file or a database."
        )
        about = make_label(hint.format(owner=owner), "second")
        about.setWordWrap(True)
        self.body.insertWidget(0, about)
        self.passphrase = _secret()
        self.keep = QComboBox()
        for text in (
            self.tr("10 minutes after its last use"),
            self.tr("1 hour after its last use"),
            self.tr("until the window is closed"),
        ):
            self.keep.addItem(text)
        self.add_field(self.tr("Passphrase"), self.passphrase)
        self.add_field(self.tr("Stays unlocked"), self.keep)
        self.passphrase.textChanged.connect(lambda typed: self.agree.setEnabled(bool(typed)))
        self.agree.setEnabled(False)
        self.passphrase.setFocus()

    def kept_for(self) -> timedelta:
        """How long it stays unlocked after its last use."""
        return _KEEP[self.keep.currentIndex()]


class NewPassphraseDialog(_PassphraseDialog):
    """Asks for a new passphrase twice: for a new key, or for the one that there is."""

    def __init__(self, file: Path, parent: QWidget, *, change: bool) -> None:
        """Ask.

        Args:
            file: Where the key file lies, or will lie.
            parent: Window that it belongs to.
            change: Whether there is a key, whose present passphrase is asked for too.
        """
        title = self.tr("Change the passphrase") if change else self.tr("New key")
        super().__init__(title, self.tr("Change") if change else self.tr("Make the key"), parent)
        text = self.tr(
            "The key lies in this file, behind the passphrase:\n{file}\nKeep a copy of the file on"
            " a medium of your own. Nobody can replace a lost file or a forgotten passphrase; the"
            " administrator would have to list a new key."
        )
        about = make_label(text.format(file=file), "second")
        about.setWordWrap(True)
        self.body.insertWidget(0, about)
        self.present, self.first, self.second = _secret(), _secret(), _secret()
        if change:
            self.add_field(self.tr("Present passphrase"), self.present)
        self.add_field(self.tr("New passphrase"), self.first)
        self.add_field(self.tr("The same again"), self.second)
        self.hint = make_label("", "caption")
        self.form.addRow(make_label("", "second"), self.hint)
        self._change = change
        for field in (self.present, self.first, self.second):
            field.textChanged.connect(lambda _typed: self._follow())
        self._follow()
        (self.present if change else self.first).setFocus()

    def _follow(self) -> None:
        worth = strength(self.first.text())
        told = {
            Strength.SHORT: self.tr("At least 10 characters; several words are best."),
            Strength.WEAK: self.tr("Easily guessed: add words that do not belong together."),
            Strength.FAIR: self.tr("Fair. One or two more words make it good."),
            Strength.GOOD: self.tr("Good."),
        }
        same = self.first.text() == self.second.text()
        text = told[worth]
        if worth is not Strength.SHORT and self.second.text() and not same:
            text = self.tr("The two passphrases differ.")
        self.hint.setText(text)
        ready = worth is not Strength.SHORT and same
        self.agree.setEnabled(ready and (bool(self.present.text()) or not self._change))


def _secret() -> QLineEdit:
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setMinimumWidth(_WIDTH)
    return field
