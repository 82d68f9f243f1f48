"""The menu of an item: what may be done to it beside typing into its row."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from app.quoting import item_edits
from app.ui.dialogs.characteristics_dialog import CharacteristicsDialog
from app.ui.pages.studio.bundle_menu import BundleMenu
from app.ui.pages.studio.item_timing import ItemTiming
from app.ui.pages.studio.several_menu import SeveralMenu
from app.ui.presenting.charges import charges_to_add
from app.ui.presenting.cures import offering_name
from app.ui.theme import current_theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QWidget

    from app.ui.pages.studio.item_block import ItemBlock
    from app.ui.presenting.speaker import Speaker
    from app.ui.session import QuoteSession
    from app.ui.widgets.quote_tree import QuoteTree
    from pricing.item import QuoteItem


class ItemMenu(QObject):
    """Opens the menu of an item and does what is chosen, through the session only."""

    def __init__(
        self, speaker: Speaker, block: ItemBlock, tree: QuoteTree, parent: QWidget
    ) -> None:
        """Belong to the page whose items a tree shows; a block moves them."""
        super().__init__(parent)
        self._speaker = speaker
        self._block = block
        self._widget = parent
        self._tree = tree
        self.timing = ItemTiming(speaker, parent)
        self._several = SeveralMenu(block, self)

    def popup(
        self,
        session: QuoteSession,
        item: QuoteItem,
        point: QPoint,
        remove: Callable[[], None],
        *,
        bundle: Callable[[], None] | None = None,
        marked: tuple[str, ...] = (),
    ) -> QMenu:
        """Open the menu of an item.

        Args:
            session: The open quote.
            item: One of its items.
            point: Where, on the screen.
            remove: Removes what is chosen in the list.
            bundle: Makes a bundle of the marked items, where that can be done.
            marked: Those; the item alone when left out.
        """
        menu = QMenu(self._widget)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        marked = marked or (item.id,)
        count = len(marked)
        if count == 1:
            self._fill(menu, session, item)
        self._several.fill(menu, session, item, marked)
        menu.addSeparator()
        if bundle is not None:
            several = self.tr("Make a bundle of the {count} items").format(count=count)
            text = several if count > 1 else self.tr("Make a bundle of this item")
            menu.addAction(text, bundle).setIcon(current_theme().icon("layers"))
            menu.addSeparator()
        self._finish(menu, marked, self.tr("Remove"), remove)
        self._tree.offer(menu, point)
        return menu

    def popup_section(
        self, section: str, key: str, point: QPoint, remove: Callable[[], None]
    ) -> QMenu:
        """Open the menu of a heading; removing it leaves its items.

        Args:
            section: The heading.
            key: Of its row.
            point: Where, on the screen.
            remove: Takes the heading away.
        """
        menu = QMenu(self._widget)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Rename…"), partial(self._block.rename_section, section))
        self._finish(menu, (key,), self.tr("Take the heading away"), remove)
        self._tree.offer(menu, point)
        return menu

    def _finish(
        self, menu: QMenu, keys: tuple[str, ...], text: str, remove: Callable[[], None]
    ) -> None:
        """What ends every menu: order, and taking away."""
        for name, shown, down in (
            (self.tr("Move up"), "Alt+Up", False),
            (self.tr("Move down"), "Alt+Down", True),
        ):
            action = menu.addAction(name, partial(self._block.move, keys, down))
            action.setShortcut(QKeySequence(shown))
        menu.addSeparator()
        menu.addAction(text, remove).setIcon(current_theme().icon("trash-2"))

    def _fill(self, menu: QMenu, session: QuoteSession, item: QuoteItem) -> None:
        bundle = BundleMenu(session, self._speaker, self._widget.window())
        if bundle.has_options(item.id):
            menu.addAction(self.tr("Choose options…"), partial(bundle.choose, item.id))
        if bundle.is_bundle(item.id):
            menu.addAction(self.tr("Turn into separate items…"), partial(bundle.dissolve, item.id))
        if session.basis.catalog.characteristics(item.offering):
            menu.addAction(self.tr("Characteristics…"), partial(self.describe, session, item))
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


def _add_charge(session: QuoteSession, item: QuoteItem, charge: str) -> None:
    session.apply(
        "item.charges", lambda q: item_edits.add_charge(q, item.id, charge, item.quantity)
    )
