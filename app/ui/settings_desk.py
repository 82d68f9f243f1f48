"""SettingsDesk: shows the settings, keeps them, and lets the window follow what it can at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.errors import QuotewrightError
from app.ui.language import scheme_of, window_language
from app.ui.theme import current_theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.services.workspace import Workspace
    from app.settings import Settings
    from app.ui.dialogs.settings_dialog import SettingsDialog
    from app.ui.page import Surroundings
    from app.ui.widgets.navigation import Navigation


class SettingsDesk(QObject):
    """What is done with the settings of a window.

    ``language_changed()``: the window is to be made anew, in another language or unit.
    """

    language_changed = Signal()

    def __init__(self, around: Surroundings, navigation: Navigation, window: QWidget) -> None:
        """Work over a window; ``attach`` gives it the user's data."""
        super().__init__(window)
        self._around = around
        self._navigation = navigation
        self._window = window
        self.workspace: Workspace | None = None
        around.holds.settings_stored.connect(self._follow)

    def attach(self, workspace: Workspace) -> None:
        """Work on the user's data, and tell other windows on them of settings that are stored."""
        self.workspace = workspace
        workspace.settings_kept = self._around.holds.tell_settings

    def _follow(self) -> None:
        """Know what any window stored, and show whose quotes these are."""
        if self.workspace is None:
            return
        self.workspace.reread_settings()
        own = self.workspace.settings
        self._navigation.show_user(own.manager_name, own.role)

    def show_settings(self, group: str = "window", setting: str = "") -> None:
        """Show the settings, beginning with a group and one in it, and keep what is entered."""
        from app.ui.dialogs.settings_dialog import SettingsDialog

        workspace = self.workspace
        if workspace is None:
            return
        matrix = workspace.rules.authority_on(self._around.clock().date())
        begun = workspace.settings
        dialog = SettingsDialog(begun, matrix, self._around.speaker, self._window, group=group)
        dialog.accepted.connect(lambda: self._keep(dialog, workspace, begun))
        dialog.open()
        if setting:
            dialog.editor(setting).setFocus()

    def _keep(self, dialog: SettingsDialog, workspace: Workspace, before: Settings) -> None:
        settings = dialog.settings()
        if settings == before:
            return
        try:
            workspace.save_settings(settings, before)
        except QuotewrightError as failure:
            self._around.messages.error(*self._around.speaker.failure(failure))
            return
        if settings.theme != before.theme:
            current_theme().use(scheme_of(settings.theme))
        current_theme().set_dense(dense=workspace.settings.density == "compact")
        self._around.toasts.show_news(self.tr("Settings kept"), "ok")
        if _spoken(settings) != _spoken(before):
            self.language_changed.emit()


def _spoken(settings: Settings) -> tuple[str, ...]:
    """What every text of the window depends on."""
    units = settings.amounts, settings.speeds, settings.volumes
    return window_language(settings.language), *units
