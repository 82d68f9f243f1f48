"""What stands beside the heading of a whole option, and what options are called in menus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.quoting.options import options_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.quoting.options import QuoteOption
    from app.quoting.quote import Quote
    from app.ui.presenting.speaker import Speaker
    from catalog.product_catalog import ProductCatalog


def option_marks(speaker: Speaker, quote: Quote, catalog: ProductCatalog) -> dict[str, str]:
    """Letters by heading, with the commitment where it is another than the quote's."""
    letter = speaker.translate("Options", "Option {letter}")
    longer = speaker.translate("Options", "Option {letter} · {months} months")
    options = options_of(quote, lambda code: catalog.bundle(code) is not None)
    return {
        one.section: (letter if one.term == quote.term else longer).format(
            letter=one.letter, months=one.term
        )
        for one in options
        if one.exclusive
    }


def free_letter(options: Sequence[QuoteOption]) -> str:
    """The letter of the option that would come next."""
    return chr(ord("A") + max(1, len(options)))
