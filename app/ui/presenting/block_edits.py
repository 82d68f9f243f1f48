"""The edits of several rows at once: filled down, emptied, pasted over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.quoting import item_edits
from app.quoting.item_block import discount_item, discount_of
from app.ui.presenting.cell_edits import cell_edit
from app.ui.presenting.items import DISCOUNT, NET_PRICE
from app.ui.presenting.row_keys import read_key

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.quoting.quote import Quote
    from catalog.product_catalog import ProductCatalog
    from pricing.alterations import Discount
    from pricing.priced import PricedQuote

    Edit = Callable[[Quote], Quote]


def typed_into(
    priced: PricedQuote, cells: Sequence[tuple[str, int, str]]
) -> Callable[[Quote], Quote]:
    """What texts typed into several cells do; cells that cannot be typed into are passed over.

    Args:
        priced: The quote with its prices.
        cells: Key of the row, column and text.

    Raises:
        NotUnderstood: If a text is no such figure.
    """
    wanted = [cell_edit(priced, key, column, text) for key, column, text in cells]
    edits = [one.edit for one in wanted if one is not None and one.part is None]
    return lambda quote: _all(quote, edits)


def emptied(keys: Sequence[str], catalog: ProductCatalog) -> Callable[[Quote], Quote]:
    """Nothing is taken off several rows by hand any more."""
    return lambda quote: _all(quote, [_given(key, None, catalog) for key in keys])


def filled(
    priced: PricedQuote,
    keys: Sequence[str],
    column: int,
    text: str,
    quote: Quote,
    catalog: ProductCatalog,
) -> Callable[[Quote], Quote]:
    """What stands in the first row, in the others too.

    A discount is taken over as it was given (percent, yuan or a price), not as it is shown.

    Raises:
        NotUnderstood: If the first row shows no figure.
    """
    first, *others = keys
    if column not in (DISCOUNT, NET_PRICE):
        return typed_into(priced, [(key, column, text) for key in others])
    row = read_key(first)
    item = quote.item(row.item)
    given = discount_of(item, row.charge, catalog) if item is not None else None
    if column == NET_PRICE and given is None:
        return typed_into(priced, [(key, column, text) for key in others])
    return lambda quote: _all(quote, [_given(key, given, catalog) for key in others])


def _given(key: str, discount: Discount | None, catalog: ProductCatalog) -> Edit:
    """A discount on what a row stands for; parts of a bundle stay as they are."""
    row = read_key(key)

    def edit(quote: Quote) -> Quote:
        item = quote.item(row.item)
        if item is None or (row.charge and not item.charges):
            return quote
        if row.charge:
            return item_edits.set_discount(quote, row.item, row.charge, discount)
        return discount_item(quote, catalog, row.item, discount)

    return edit


def _all(quote: Quote, edits: Sequence[Edit]) -> Quote:
    for edit in edits:
        quote = edit(quote)
    return quote
