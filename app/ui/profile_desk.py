"""ProfileDesk: opens another profile in the place of the one in use, makes one, moves its data."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QDialog, QWidget

from app.errors import QuotewrightError
from app.services.profiles import (
    add_profile,
    has_several,
    last_profile,
    move_data,
    profiles,
    remember_profile,
    rename_profile,
)
from app.ui.language import install_translation, read_early, scheme_of, window_language
from app.ui.one_instance import OneInstance
from app.ui.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.services.profiles import Profile
    from app.ui.shell import Shell


class ProfileDesk(QObject):
    """What is done with profiles by one program that runs.

    Attributes:
        profile: The one in use.
    """

    def __init__(self, base: Path, profile: Profile, instance: OneInstance) -> None:
        """Begin with a profile whose folder is held.

        Args:
            base: The first data folder.
            profile: Which one is opened.
            instance: Holds its folder for this program.
        """
        super().__init__()
        self.profile = profile
        self._base = base
        self._instance = instance
        self._shell: Shell | None = None

    def attach(self, shell: Shell) -> None:
        """Serve the windows of a shell; a second start brings them to the front."""
        self._shell = shell
        shell.profiles_wanted.connect(self.show)
        self._instance.asked.connect(shell.bring_to_front)

    def titled(self, title: str) -> str:
        """The title of a window: with the name of the profile, where it has one."""
        return f"{title} · {self.profile.name}" if self.profile.name else title

    def show(self) -> None:
        """List the profiles over the window in front."""
        from app.ui.dialogs.profiles_dialog import ProfilesDialog

        if self._shell is None:
            return
        dialog = ProfilesDialog(profiles(self._base), self.profile.id, self._shell.front)
        dialog.chosen.connect(lambda key: QTimer.singleShot(0, lambda: self.open(key)))
        dialog.added.connect(
            lambda name, trial: QTimer.singleShot(0, lambda: self.add(name, trial=trial))
        )
        dialog.named.connect(self.rename)
        dialog.move_wanted.connect(
            lambda folder: QTimer.singleShot(0, lambda: self.ask_to_move(Path(folder)))
        )
        dialog.open()

    def open(self, key: str) -> bool:
        """Open another profile in the place of this one; gives whether it did."""
        wanted = next(one for one in profiles(self._base) if one.id == key)
        shell, instance = self._shell, OneInstance(wanted.folder, self)
        if shell is None or not instance.claim():
            return False  # another program has it open, and has come to the front

        def between() -> None:
            self._instance.release()
            self._hold(instance)
            self.profile = wanted

        if not shell.renew(between, elsewhere=True):
            instance.release()
            return False
        self._try(lambda: remember_profile(self._base, wanted))
        return True

    def add(self, name: str, *, trial: bool = False) -> None:
        """Make a profile and open it; one for trying things out gets the sample data."""
        made: list[Profile] = []
        if not self._try(lambda: made.append(add_profile(self._base, name, trial=trial))):
            return
        if self.open(made[0].id) and trial and self._shell is not None:
            window = self._shell.window
            window.ready.connect(window.imports.import_sample)

    def rename(self, key: str, name: str) -> None:
        """Call a profile otherwise."""
        self._try(lambda: rename_profile(self._base, key, name))

    def move_data(self, target: Path) -> None:
        """Close the data, copy them into another folder, and go on there."""
        shell, before = self._shell, self.profile
        if shell is None:
            return
        failures: list[QuotewrightError] = []

        def between() -> None:
            try:
                now = datetime.now().astimezone()
                self.profile = move_data(self._base, before, target, now)
            except QuotewrightError as failure:
                failures.append(failure)
                return
            self._instance.release()
            instance = OneInstance(target, self)
            instance.claim()
            self._hold(instance)

        if shell.renew(between):
            window = shell.window
            for failure in failures:
                window.ready.connect(lambda told=failure: window.tell_failure(told))

    def ask_to_move(self, target: Path) -> None:
        """Say what moving the data does, and do it where the user agrees."""
        if self._shell is not None and self._shell.front.around.messages.confirm(
            self.tr("Move the data folder?"),
            self.tr(
                "The windows close, everything is copied to {folder}, and the program goes on"
                " there. What is here stays; its database is called moved-….db."
            ).format(folder=target),
            yes=self.tr("Move"),
        ):
            self.move_data(target)

    def _hold(self, instance: OneInstance) -> None:
        self._instance = instance
        if self._shell is not None:
            instance.asked.connect(self._shell.bring_to_front)

    def _try(self, deed: Callable[[], object]) -> bool:
        try:
            deed()
        except QuotewrightError as failure:
            if self._shell is not None:
                self._shell.front.tell_failure(failure)
            return False
        return True


def choose_profile(base: Path) -> Profile | None:
    """The profile to begin with: asked where there are several.

    Args:
        base: The first data folder.

    Returns:
        ``None`` when the user gives up.
    """
    last = last_profile(base)
    if not has_several(base):
        return last
    from app.ui.dialogs.profiles_dialog import ProfilesDialog

    known = profiles(base)
    early = read_early(last.folder)
    install_translation(window_language(early.language))
    current_theme().use(scheme_of(early.theme))
    nothing = QWidget()
    dialog = ProfilesDialog(known, last.id, nothing, in_use=False)
    wanted = [last.id]
    made: list[Profile] = []
    dialog.chosen.connect(wanted.append)
    dialog.added.connect(lambda name, trial: made.append(add_profile(base, name, trial=trial)))
    dialog.named.connect(lambda key, name: rename_profile(base, key, name))
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return None
    chosen = made[0] if made else next(one for one in profiles(base) if one.id == wanted[-1])
    remember_profile(base, chosen)
    return chosen
