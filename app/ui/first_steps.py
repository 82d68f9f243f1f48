"""FirstSteps: the guided tour, and the check list of one's own data."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.services.setting_up import SetupPart, setup_steps
from app.ui.places import AUTHORITY, CATALOGUE, QUOTES, TEMPLATES
from app.ui.tour.tour import Tour

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMainWindow

    from app.ui.destinations import Destinations
    from app.ui.dialogs.setup_dialog import SetupDialog
    from app.ui.imports import Imports
    from app.ui.page import Surroundings
    from app.ui.quote_desk import QuoteDesk
    from app.ui.settings_desk import SettingsDesk


class FirstSteps(QObject):
    """What leads a newcomer.

    Attributes:
        tour: Through the sample kindergarten.
    """

    def __init__(
        self,
        around: Surroundings,
        desk: QuoteDesk,
        imports: Imports,
        pages: Destinations,
        settings: SettingsDesk,
        window: QMainWindow,
    ) -> None:
        """Work over a window."""
        super().__init__(window)
        self._around = around
        self._desk = desk
        self._imports = imports
        self._pages = pages
        self._settings = settings
        self._window = window
        self._setup: SetupDialog | None = None
        imports.leave_quote = self._leave_quote
        self.tour = Tour(around, desk, imports, pages, window)
        self.tour.setup_wanted.connect(self.show_setup)
        pages.quotes.tour_wanted.connect(self.tour.start)
        pages.quotes.setup_wanted.connect(self.show_setup)
        around.tasks.ended.connect(lambda _task: self._show_anew())

    def show_setup(self) -> None:
        """List what belongs to working with one's own data."""
        from app.ui.dialogs.setup_dialog import SetupDialog

        workspace = self._imports.workspace
        if workspace is None:
            return
        if self._setup is None:
            dialog = self._setup = SetupDialog(setup_steps(workspace), self._window)
            dialog.chosen.connect(self._lead)
            dialog.destroyed.connect(self._forget)
        self._setup.show()
        self._setup.activateWindow()

    def _forget(self) -> None:
        self._setup = None

    def _show_anew(self) -> None:
        """Something was stored, perhaps."""
        workspace = self._imports.workspace
        if self._setup is not None and self._setup.isVisible() and workspace is not None:
            self._setup.show_steps(setup_steps(workspace))

    def _lead(self, part: str) -> None:
        ways: dict[SetupPart, Callable[[], None]] = {
            SetupPart.CATALOGUE: self._imports.import_catalogue,
            SetupPart.RULES: self._show_rules,
            SetupPart.CUSTOMERS: self._imports.choose_customers,
            SetupPart.COMPANY: partial(self._settings.show_settings, "supplier"),
            SetupPart.MANAGER: partial(self._settings.show_settings, "manager"),
            SetupPart.LIMITS: partial(self._pages.place_wanted.emit, AUTHORITY),
            SetupPart.TEMPLATES: partial(self._pages.place_wanted.emit, TEMPLATES),
        }
        ways[SetupPart(part)]()

    def _leave_quote(self) -> bool:
        left = self._desk.leave()
        if left:
            self._pages.place_wanted.emit(QUOTES)
        return left

    def _show_rules(self) -> None:
        self._pages.place_wanted.emit(CATALOGUE)
        self._pages.catalogue.show_tab("rules")
