"""Opens what belongs to needs and offers; the rest of the folder is loaded when it is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.ui.page import Surroundings
    from app.ui.pages.studio.studio_page import StudioPage


def show_offer(around: Surroundings, studio: StudioPage) -> None:
    """Show needs, the best offer for them, and the options of the open quote."""
    from app.ui.offers.offer_dialog import OfferDialog

    if studio.session is not None:
        OfferDialog(around, studio.session, studio.window()).open()
