"""Who is at work: number, name, telephone and level, as they stand in the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from app.errors import QuotewrightError
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.widgets.navigation import Navigation
from app.ui.widgets.parts import make_label

if TYPE_CHECKING:
    from app.quoting.authority import AuthorityMatrix
    from app.services.workspace import Workspace
    from app.settings import Settings
    from app.ui.page import Surroundings
    from app.ui.presenting.speaker import Speaker


class ProfileDialog(FormDialog):
    """Shows and changes the user's own particulars; a quote keeps the author that it has."""

    def __init__(
        self, settings: Settings, matrix: AuthorityMatrix, speaker: Speaker, parent: QWidget
    ) -> None:
        """Show what the settings say.

        Args:
            settings: As they are.
            matrix: Levels and functions to choose from, and who is known in which.
            speaker: Language of the window.
            parent: Window that it belongs to.
        """
        super().__init__(self.tr("Who is at work"), self.tr("Keep"), parent)
        self._settings = settings
        self._staff = matrix.staff
        hint = make_label(
            self.tr("Author of new quotes, and who submits and decides; it goes into the log."),
            "second",
        )
        hint.setWordWrap(True)
        self.body.insertWidget(0, hint)
        self.number = QLineEdit(settings.manager_id)
        self.name = QLineEdit(settings.manager_name)
        self.phone = QLineEdit(settings.manager_phone)
        self.level = QComboBox()
        roles = [(one.id, one.name) for one in matrix.levels]
        roles += [(one.id, one.name) for one in matrix.functions]
        for role, name in roles:
            self.level.addItem(f"{role} {speaker.name(name)}", role)
        if self.level.findData(settings.role) < 0:
            self.level.addItem(settings.role, settings.role)
        self._show_level(settings.role)
        self.add_field(self.tr("Staff number"), self.number)
        self.add_field(self.tr("Name"), self.name)
        self.add_field(self.tr("Telephone"), self.phone)
        self.add_field(self.tr("Level of authority"), self.level)
        self.number.textChanged.connect(self._known)
        for field in (self.number, self.name):
            field.textChanged.connect(self._allow)
        self._allow()

    def settings(self) -> Settings:
        """The settings with what was entered."""
        return replace(
            self._settings,
            manager_id=self.number.text().strip(),
            manager_name=self.name.text().strip(),
            manager_phone=self.phone.text().strip(),
            role=str(self.level.currentData()),
        )

    def _known(self, number: str) -> None:
        """Fill in name and level of somebody on the list of staff."""
        person = self._staff.person(number.strip())
        if person is not None:
            self.name.setText(person.name)
            self._show_level(person.role)

    def _show_level(self, role: str) -> None:
        self.level.setCurrentIndex(max(self.level.findData(role), 0))

    def _allow(self) -> None:
        self.agree.setEnabled(bool(self.number.text().strip() and self.name.text().strip()))


def ask_who(workspace: Workspace | None, around: Surroundings, window: QWidget) -> None:
    """Ask who is at work, keep it, and show it at the foot of the navigation."""
    if workspace is None:
        return
    matrix = workspace.rules.authority_on(around.clock().date())
    begun = workspace.settings
    dialog = ProfileDialog(begun, matrix, around.speaker, window)

    def keep() -> None:
        settings = dialog.settings()
        try:
            workspace.save_settings(settings, begun)
        except QuotewrightError as failure:
            around.messages.error(*around.speaker.failure(failure))
            return
        for navigation in window.findChildren(Navigation):
            navigation.show_user(settings.manager_name, dialog.level.currentText())

    dialog.accepted.connect(keep)
    dialog.open()
