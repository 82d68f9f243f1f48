"""KeyDesk: the user's own key in the window; scrypt runs beside it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from app.errors import QuotewrightError

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from app.services.own_key import OwnKey
    from app.services.workspace import Workspace
    from app.ui.dialogs.key_dialogs import NewPassphraseDialog, UnlockDialog
    from app.ui.page import Surroundings


class KeyDesk(QObject):
    """Keeps the key at hand.

    * ``changed()``: it was made, unlocked or locked.
    """

    changed = Signal()

    def __init__(self, around: Surroundings, window: QWidget) -> None:
        """Work over a window; ``workspace`` is set when it is open."""
        super().__init__(window)
        self.workspace: Workspace | None = None
        self._around = around
        self._window = window

    @property
    def needed(self) -> bool:
        """Whether only what is signed counts here."""
        return self.workspace is not None and self.workspace.signing.required(())

    def key(self) -> OwnKey | None:
        """What is known of the user's key; ``None`` while nobody is at work."""
        from app.services.own_key import own_key

        if self.workspace is None or not self.workspace.settings.manager_id.strip():
            return None
        return own_key(self.workspace, self.workspace.settings.manager_id, self._around.clock())

    def with_key(self, then: Callable[[], None]) -> None:
        """Have the key at hand, asking for its passphrase where it is locked; then go on."""
        if not self.needed:
            then()
            return
        key = self.key()
        if key is None:
            self.ask_who()
        elif not key.public:
            self.show()
        elif key.unlocked:
            then()
        else:
            self._unlock(key, then)

    def ask_who(self) -> None:
        """Ask who is at work."""
        from app.ui.dialogs.profile_dialog import ask_who

        ask_who(self.workspace, self._around, self._window)

    # ------------------------------------------------------------ showing

    def show(self) -> None:
        """Show the user's key."""
        from app.ui.dialogs.key_dialog import KeyDialog

        key = self.key()
        if key is None:
            self.ask_who()
            return
        dialog = KeyDialog(key, self._window)
        dialog.wanted.connect(lambda deed: self._do(deed, key))
        dialog.open()

    def _do(self, deed: str, key: OwnKey) -> None:
        if deed == "unlock":
            self._unlock(key, self.show)
        elif deed == "lock":
            self.lock()
        elif deed == "take":
            self._choose()
        else:
            self._new(key, change=deed == "change")

    def lock(self) -> None:
        """Forget the key that is at hand."""
        if self.workspace is not None:
            self.workspace.signing.lock()
            self.changed.emit()

    # ------------------------------------------------------------ deeds

    def _unlock(self, key: OwnKey, then: Callable[[], None]) -> None:
        from app.ui.dialogs.key_dialogs import UnlockDialog

        workspace = self.workspace
        dialog = UnlockDialog(key.owner, self._window)

        def give() -> None:
            typed, keep, now = dialog.passphrase.text(), dialog.kept_for(), self._around.clock()

            def work() -> None:
                from app.services.own_key import unlock_own

                if workspace is not None:
                    unlock_own(workspace, key.owner, typed, now, keep)

            self._run(work, dialog, then)

        dialog.given.connect(give)
        dialog.open()

    def _new(self, key: OwnKey, *, change: bool) -> None:
        from app.ui.dialogs.key_dialogs import NewPassphraseDialog

        workspace = self.workspace
        dialog = NewPassphraseDialog(key.path, self._window, change=change)

        def give() -> None:
            old, new = dialog.present.text(), dialog.first.text()

            def work() -> None:
                from app.services.own_key import change_passphrase, make_key

                if workspace is None:
                    return
                if change:
                    change_passphrase(workspace, key.owner, old, new)
                else:
                    make_key(workspace, key.owner, new)

            self._run(work, dialog, self.show)

        dialog.given.connect(give)
        dialog.open()

    def _run(
        self,
        work: Callable[[], None],
        dialog: UnlockDialog | NewPassphraseDialog,
        then: Callable[[], None],
    ) -> None:
        def done() -> None:
            dialog.done_with()
            self.changed.emit()
            then()

        def fail(failure: Exception) -> None:
            if isinstance(failure, QuotewrightError):
                dialog.fail(self._around.speaker.failure(failure)[0])
            else:
                dialog.done_with()
                self._around.tasks.crashed.emit(failure)

        self._around.tasks.run(lambda _task: work(), lambda _done: done(), fail)

    # ------------------------------------------------------------ an existing file

    def _choose(self) -> None:
        dialog = QFileDialog(self._window, self.tr("Key file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter("*.qkey")
        dialog.fileSelected.connect(lambda name: self.take(Path(name)))
        dialog.open()

    def take(self, file: Path) -> None:
        """Take over a key file that lies elsewhere."""
        workspace, key = self.workspace, self.key()
        if workspace is None or key is None:
            self.ask_who()
            return
        owner = key.owner

        def work() -> None:
            from app.services.arrivals import read_arrival
            from app.services.own_key import take_key

            take_key(workspace, owner, read_arrival(file)[1])

        def fail(failure: Exception) -> None:
            if isinstance(failure, QuotewrightError):
                self._around.messages.error(*self._around.speaker.failure(failure))
            else:
                self._around.tasks.crashed.emit(failure)

        def done(_done: None) -> None:
            self.changed.emit()
            self.show()

        self._around.tasks.run(lambda _task: work(), done, fail)
