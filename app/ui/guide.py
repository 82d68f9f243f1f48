"""Guide: leads from the palette to what was taken there, and to the page of the manual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from app.errors import QuotewrightError
from app.services.list_choices import ListChoices
from app.services.own_keys import load_keys, save_keys
from app.ui.actions import action_specs
from app.ui.customer_deeds import CustomerDeeds
from app.ui.dialogs.briefing_desk import BriefingDesk
from app.ui.help_key import HelpKey
from app.ui.list_memory import memory_of
from app.ui.offers.opening import show_questions
from app.ui.own_keys import give_keys, tell_keys
from app.ui.palette.ranking import Sort
from app.ui.palette.row_deeds import RowDeeds
from app.ui.places import (
    ANALYSIS,
    APPROVALS,
    CATALOGUE,
    CUSTOMERS,
    MANUAL_PAGES,
    PAPER,
    PLACES,
    QUOTES,
    STUDIO,
    TEMPLATES,
    TODAY,
)
from app.ui.sales.sales_desk import SalesDesk, Sight

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QAction, QKeySequence
    from PySide6.QtWidgets import QWidget

    from app.services.workspace import Workspace
    from app.ui.destinations import Destinations
    from app.ui.dialogs.manual_dialog import ManualDialog
    from app.ui.page import Surroundings
    from app.ui.palette.command_palette import CommandPalette
    from app.ui.palette.known_hits import KnownHit
    from app.ui.palette.palette_finder import Asked
    from app.ui.quote_desk import QuoteDesk

_ITSELF = "palette"


class Guide(QObject):
    """Holds the palette of a window.

    * ``customer_wanted(id)``: show a customer. * ``place_wanted(place)``: go there.
    * ``setting_wanted(group, setting)``: show a setting.
    """

    customer_wanted = Signal(str)
    place_wanted = Signal(str)
    setting_wanted = Signal(str, str)

    def __init__(
        self, around: Surroundings, desk: QuoteDesk, pages: Destinations, window: QWidget
    ) -> None:
        """Begin without a palette; it is built when it is first wanted."""
        super().__init__(window)
        self._around = around
        self._desk = desk
        self._pages = pages
        self._window = window
        self._palette: CommandPalette | None = None
        self._manual: ManualDialog | None = None
        self._own: dict[str, str] = {}
        self.customer_deeds = CustomerDeeds(around, self._customer_in_sight, pages, window)
        self.customer_deeds.customer_wanted.connect(self.customer_wanted)
        self._help = HelpKey(window, self._manual_keys, self._help_over)
        self.sales = SalesDesk(around, self._sight, window)
        self.sales.customer_changed.connect(lambda _customer: pages.customers.refresh())
        self.workspace: Workspace | None = None
        self.actions: Mapping[str, QAction] = {}
        self._row_deeds = RowDeeds(window)
        self._usable: Mapping[str, QAction] = {}

    @property
    def palette(self) -> CommandPalette:
        """The palette."""
        if self._palette is None:
            # With it comes the search in everything, which nobody needs before the first paint.
            from app.ui.palette.command_palette import CommandPalette

            self._palette = CommandPalette(self._around, self._where, self._window)
            self._palette.chosen.connect(self._lead)
        return self._palette

    def deeds(self) -> dict[str, Callable[[], None]]:
        """What leads somewhere, by the identifier of its action."""
        return {
            "palette": self.open_palette,
            "questions": self.ask_questions,
            "briefing": self.choose_briefing,
            **self.customer_deeds.deeds(),
            "manual": self.show_manual,
            "keyboard": self.show_keyboard,
            **self.sales.deeds(),
        }

    def open_palette(self) -> None:
        """Let the user type what he wants."""
        self.palette.open_palette()

    def _sight(self) -> Sight:
        """The open quote with its customer, or else the customer in sight."""
        session = self._desk.session if self._writing() else None
        return Sight(self.workspace, self._customer_in_sight(), session)

    def ask_questions(self) -> None:
        """Show the questions for the customer of the open quote, or for the one in sight."""
        _workspace, customer, session = self._sight()

        def stored() -> None:
            if session is None:
                self._pages.customers.refresh()

        show_questions(self._around, self.workspace, customer, session, self._window, stored)

    def _customer_in_sight(self) -> str:
        """Identifier of the customer of the open quote, or of the one in sight; may be empty."""
        session = self._desk.session if self._writing() else None
        return session.quote.customer if session is not None else self._pages.chosen_customer

    def choose_briefing(self) -> None:
        """Ask for a file and write the briefing for a visit to the customer in sight."""
        workspace, customer, session = self._sight()
        if workspace is not None and customer:
            quote = session.quote if session is not None else None
            BriefingDesk(self._around, workspace, self._window).choose(customer, quote)

    def attach(self, workspace: Workspace) -> None:
        """Find in a workspace, and let actions have the keys that its user chose."""
        self.workspace = self.customer_deeds.workspace = workspace
        self._own = load_keys(workspace.folder)
        if self._own:
            give_keys(self.actions, self._own)
        self._pages.stack.currentChanged.connect(lambda _index: self._tell_keys())
        self._tell_keys()

    def show_keyboard(self) -> None:
        """Show every action with its keys, and keep what the user chooses."""
        from app.ui.dialogs.keyboard_dialog import KeyboardDialog

        dialog = KeyboardDialog(action_specs(), self._own, self._window)
        dialog.accepted.connect(lambda: self._keep_keys(dialog.own))
        dialog.open()

    def _keep_keys(self, own: dict[str, str]) -> None:
        if self.workspace is None or own == self._own:
            return
        try:
            save_keys(self.workspace.folder, own)
        except QuotewrightError as failure:
            self._around.messages.error(*self._around.speaker.failure(failure))
            return
        self._own = own
        give_keys(self.actions, own)
        tell_keys(self._window, own)

    def _tell_keys(self) -> None:
        tell_keys(self._window, self._own)

    def show_manual(self, page: str = "") -> None:
        """Open the manual at a page, or at the one that belongs to what is in front."""
        from app.ui.dialogs.manual_dialog import ManualDialog

        if self._manual is None:
            self._manual = ManualDialog(self._around.speaker.figures.language, self._window)
        self._manual.show_page(page or MANUAL_PAGES[self.place])

    def _manual_keys(self) -> list[QKeySequence]:
        return self.actions["manual"].shortcuts()

    def _help_over(self, page: str, dialog: QWidget) -> None:
        """Open the manual over a dialog, which lets nothing be used but what belongs to it."""
        from app.ui.dialogs.manual_dialog import ManualDialog

        manual = ManualDialog(self._around.speaker.figures.language, dialog)
        manual.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        manual.show_page(page or MANUAL_PAGES[self.place])

    @property
    def place(self) -> str:
        """Where the user is, as the manual has it."""
        if self._pages.analysing is not None:
            return ANALYSIS
        if not self._writing():
            return next((one for one in PLACES if self._pages.is_in_front(one)), TODAY)
        return PAPER if self._desk.studio.top.preview.isChecked() else STUDIO

    def _writing(self) -> bool:
        """Whether the open quote is in front."""
        return self._desk.session is not None and self._pages.stack.currentWidget() is (
            self._desk.studio
        )

    def _where(self) -> Asked:
        from app.ui.palette.known_hits import setting_hits
        from app.ui.palette.palette_finder import Asked

        session = self._desk.session if self._writing() else None
        newest = self.workspace.catalog() if self.workspace is not None else None
        usable = {
            spec.id: self.actions[spec.id]
            for spec in action_specs()
            if spec.id in self.actions and spec.id != _ITSELF and (session or not spec.of_quote)
        }
        usable |= self._row_deeds.actions()
        catalog = session.basis.catalog if session is not None else newest
        self._usable = usable
        known = (*self._views(), *setting_hits(self._around.speaker))
        return Asked(self.workspace, catalog, usable, adding=session is not None, known=known)

    def _views(self) -> tuple[KnownHit, ...]:
        from app.ui.palette.known_hits import view_hits

        memory = memory_of(self._window)
        choices = memory.choices if memory is not None else ListChoices()
        return view_hits(self._around.speaker, choices)

    def show_view(self, place: str, view: str) -> None:
        """Go to a list, and show a view of it."""
        self.place_wanted.emit(place)
        pages = self._pages
        if place == QUOTES:
            pages.quotes.bar.show_view(view)
        elif place == CUSTOMERS:
            pages.customers.bar.show_view(view)
        elif place == APPROVALS:
            pages.approvals.bar.show_view(view)
        elif place == TEMPLATES:
            pages.templates.bar.show_view(view)
        else:
            pages.catalogue.show_view(view)

    def _show_papers(self, quote_id: str) -> None:
        """Show the papers of a quote without opening it."""
        from app.ui.dialogs.papers_dialog import PapersDialog

        if self.workspace is not None:
            quote = self.workspace.quotes.load(quote_id).quote
            PapersDialog(self.workspace, self._around, quote, self._window).open()

    def _lead(self, sort: Sort, name: str) -> None:
        from app.ui.palette.known_hits import IN_LIST

        if sort is Sort.ACTION:
            self._usable[name].trigger()
        elif sort is Sort.QUOTE:
            self._desk.open(name)
        elif sort is Sort.CUSTOMER:
            self.customer_wanted.emit(name)
        elif sort is Sort.VIEW:
            self.show_view(*name.split(IN_LIST, 1))
        elif sort is Sort.SETTING:
            self.setting_wanted.emit(*name.split(IN_LIST, 1))
        elif sort is Sort.MANUAL:
            self.show_manual(name)
        elif sort is Sort.PAPER:
            self._show_papers(name)
        elif self._writing():
            self._desk.studio.items.add(name)
        else:
            self.place_wanted.emit(CATALOGUE)
            self._pages.catalogue.head.search.setText(name)
