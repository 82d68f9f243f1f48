"""The menu of an item: what may be done to it beside typing into its row."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMenu

from app.quoting import item_edits
from app.ui.dialogs.characteristics_dialog import CharacteristicsDialog
from app.ui.pages.studio.bundle_menu import BundleMenu
from app.ui.pages.studio.item_timing import ItemTiming
from app.ui.presenting.charges import charges_to_add
from app.ui.presenting.cures import offering_name
from app.ui.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QWidget

    from app.ui.presenting.speaker import Speaker
    from app.ui.session import QuoteSession
    from pricing.item import QuoteItem


class ItemMenu(QObject):
    """Opens the menu of an item and does what is chosen, through the session only."""

    def __init__(self, speaker: Speaker, parent: QWidget) -> None:
        """Belong to the page whose items these are."""
        super().__init__(parent)
        self._speaker = speaker
        self._widget = parent
        self.timing = ItemTiming(speaker, parent)

    def popup(
        self,
        session: QuoteSession,
        item: QuoteItem,
        point: QPoint,
        remove: Callable[[], None],
        *,
        bundle: Callable[[], None] | None = None,
        marked: int = 1,
    ) -> QMenu:
        """Open the menu of an item.

        Args:
            session: The open quote.
            item: One of its items.
            point: Where, on the screen.
            remove: Removes what is chosen in the list.
            bundle: Makes a bundle of the marked items, where that can be done.
            marked: How many those are.
        """
        menu = QMenu(self._widget)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill(menu, session, item)
        menu.addSeparator()
        if bundle is not None:
            several = self.tr("Make a bundle of the {count} items").format(count=marked)
            text = several if marked > 1 else self.tr("Make a bundle of this item")
            menu.addAction(text, bundle).setIcon(current_theme().icon("layers"))
            menu.addSeparator()
        menu.addAction(self.tr("Move up"), partial(move_item, session, item.id, -1))
        menu.addAction(self.tr("Move down"), partial(move_item, session, item.id, 1))
        menu.addSeparator()
        menu.addAction(self.tr("Remove"), remove).setIcon(current_theme().icon("trash-2"))
        menu.popup(point)
        return menu

    def _fill(self, menu: QMenu, session: QuoteSession, item: QuoteItem) -> None:
        bundle = BundleMenu(session, self._speaker, self._widget.window())
        if bundle.has_options(item.id):
            menu.addAction(self.tr("Choose options…"), partial(bundle.choose, item.id))
        if bundle.is_bundle(item.id):
            menu.addAction(self.tr("Turn into separate items…"), partial(bundle.dissolve, item.id))
        if session.basis.catalog.characteristics(item.offering):
            menu.addAction(self.tr("Characteristics…"), partial(self.describe, session, item))
        text = self.tr("Make firm") if item.optional else self.tr("Make optional")
        menu.addAction(text, partial(_set_optional, session, item.id, optional=not item.optional))
        self.timing.fill(menu, session, item)
        missing = charges_to_add(session.basis.catalog, item)
        if not missing:
            return
        further = menu.addMenu(self.tr("Add charge"))
        for charge in missing:
            name = self._speaker.figures.text(charge.name)
            further.addAction(name, partial(_add_charge, session, item, charge.code))

    def describe(self, session: QuoteSession, item: QuoteItem) -> CharacteristicsDialog:
        """Ask for the values of an item's characteristics."""
        catalog = session.basis.catalog
        dialog = CharacteristicsDialog(
            offering_name(self._speaker, catalog, item.offering),
            catalog.characteristics(item.offering),
            item.characteristics,
            self._speaker,
            self._widget.window(),
        )

        def apply() -> None:
            session.apply(
                "item.characteristics",
                lambda quote: item_edits.set_characteristics(quote, item.id, dialog.values),
            )

        dialog.accepted.connect(apply)
        dialog.open()
        return dialog


def move_item(session: QuoteSession, item: str, by: int) -> None:
    """Move an item up (negative) or down."""
    places = [quoted.id for quoted in session.quote.items]
    place = places.index(item) + by
    if 0 <= place < len(places):
        session.apply("item.move", lambda quote: item_edits.move_item(quote, item, place))


def _add_charge(session: QuoteSession, item: QuoteItem, charge: str) -> None:
    session.apply(
        "item.charges", lambda q: item_edits.add_charge(q, item.id, charge, item.quantity)
    )


def _set_optional(session: QuoteSession, item: str, *, optional: bool) -> None:
    session.apply("item.optional", lambda q: item_edits.set_optional(q, item, optional=optional))
