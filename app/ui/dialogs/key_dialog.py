"""What is known of the user's key: where it lies, what to send to the administrator, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.ui.dialogs.form_dialog import FormDialog
from app.ui.tokens import Space
from app.ui.widgets.parts import make_button, make_label, name_button

if TYPE_CHECKING:
    from app.services.own_key import OwnKey

_WIDTH: Final = 520


class KeyDialog(FormDialog):
    """Shows a key; ``wanted(deed)``: ``make``, ``take``, ``unlock``, ``lock``, ``change``."""

    wanted = Signal(str)

    def __init__(self, key: OwnKey, parent: QWidget) -> None:
        """Show what is known of a key."""
        super().__init__(self.tr("My key"), self.tr("Close"), parent)
        self.only_show()
        self.key = key
        self.state = make_label(self._told(key), "second")
        self.state.setWordWrap(True)
        self.body.insertWidget(0, self.state)
        self.public, self.mark = QLineEdit(key.public), QLineEdit(key.mark)
        self.file = QLineEdit(str(key.path))
        fields = [(self.tr("Key file"), self.file)]
        if key.public:
            fields.append((self.tr("Public key"), self.public))
            fields.append((self.tr("Its letters"), self.mark))
        for caption, field in fields:
            field.setReadOnly(True)
            field.setMinimumWidth(_WIDTH)
            field.setCursorPosition(0)
            self.add_field(caption, field)
        self._add_deeds(key)

    def _told(self, key: OwnKey) -> str:
        if not key.public:
            return self.tr(
                "There is no key for {owner} yet. Make one, or bring in a copy that you kept."
            ).format(owner=key.owner)
        if not key.listed:
            return self.tr(
                "Send the public key to the administrator. Tell him its letters on another way, by"
                " telephone say, so that he can compare. Sign once the organisation lists it."
            )
        if key.unlocked:
            return self.tr("The organisation lists this key. It is unlocked.")
        return self.tr("The organisation lists this key. It is locked.")

    def _add_deeds(self, key: OwnKey) -> None:
        row = QHBoxLayout()
        row.setSpacing(Space.SM)
        if key.public:
            lock = "lock" if key.unlocked else "unlock"
            texts = {
                lock: self.tr("Lock") if key.unlocked else self.tr("Unlock…"),
                "change": self.tr("Change the passphrase…"),
                "copy": self.tr("Copy the public key"),
            }
        else:
            texts = {"make": self.tr("Make a key…"), "take": self.tr("Bring in a key file…")}
        self.deeds = {name: make_button(text) for name, text in texts.items()}
        for name, button in self.deeds.items():
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, wanted=name: self._do(wanted))
            row.addWidget(button)
        row.addStretch()
        self.body.addLayout(row)

    def _do(self, deed: str) -> None:
        if deed == "copy":
            text = f"{self.key.owner}\n{self.key.public}\n{self.key.mark}"
            QGuiApplication.clipboard().setText(text)
            name_button(self.deeds["copy"], self.tr("Copied"))
            return
        self.reject()
        self.wanted.emit(deed)
