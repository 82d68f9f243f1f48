"""The views of the program by list, for whoever leads to one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.presenting.approval_list import approval_views
from app.ui.presenting.catalogue_words import catalogue_views
from app.ui.presenting.customer_list import customer_views
from app.ui.presenting.quote_list import quote_views
from app.ui.presenting.template_list import template_views

if TYPE_CHECKING:
    from app.services.list_choices import SavedView
    from app.ui.presenting.speaker import Speaker


def built_in_views(speaker: Speaker) -> dict[str, tuple[SavedView, ...]]:
    """Views of the program by the name of their list, which is that of its page."""
    return {
        "quotes": quote_views(speaker),
        "customers": customer_views(speaker),
        "catalogue": catalogue_views(speaker),
        "approvals": approval_views(speaker),
        "templates": template_views(speaker),
    }
