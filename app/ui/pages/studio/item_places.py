"""Asks where marked items are installed and who pays for them, and puts it into the quote."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app.quoting.item_places import place_items
from app.ui.presenting.cures import offering_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from app.ui.dialogs.places_dialog import PlacesDialog
    from app.ui.presenting.speaker import Speaker
    from app.ui.session import QuoteSession


def ask_places(
    speaker: Speaker, session: QuoteSession, item_ids: Sequence[str], parent: QWidget
) -> PlacesDialog | None:
    """Show the customer's sites and accounts for some items; ``None`` where there are no items."""
    from app.ui.dialogs.places_dialog import PlacesDialog

    items = [item for item in session.quote.items if item.id in item_ids]
    if not items:
        return None
    names = [offering_name(speaker, session.basis.catalog, item.offering) for item in items]
    dialog = PlacesDialog(speaker, session.basis.customer, items, names, parent)
    marked = tuple(item.id for item in items)

    def apply() -> None:
        sites, account = dialog.chosen_sites(), dialog.chosen_account()
        session.apply(
            "item.place", partial(place_items, item_ids=marked, sites=sites, account=account)
        )

    dialog.accepted.connect(apply)
    dialog.open()
    return dialog
