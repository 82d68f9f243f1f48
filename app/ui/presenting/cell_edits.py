"""The edit that a text typed into a cell of the item tree means."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.quoting import item_edits
from app.ui.presenting.items import DISCOUNT, NET_PRICE, QUANTITY
from app.ui.presenting.main_charge import main_charge
from app.ui.presenting.row_keys import read_key
from app.ui.presenting.typed import read_discount, read_quantity, read_target_price
from catalog.charge import ChargeType

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.quoting.quote import Quote
    from pricing.alterations import Discount
    from pricing.priced import PricedItem, PricedQuote


class PartDiscount(NamedTuple):
    """What is taken off one charge of a bundle."""

    item: str
    charge: str
    discount: Discount | None


class CellEdit(NamedTuple):
    """An edit with its label and the key by which repeated typing is one step.

    Attributes:
        label: Identifier of the edit.
        merge_key: Edits of one key are one step of undo.
        edit: The next quote; for a part of a bundle it is what happens to the whole bundle.
        part: The part of a bundle that was meant, where that is not the whole.
    """

    label: str
    merge_key: str
    edit: Callable[[Quote], Quote]
    part: PartDiscount | None = None


def cell_edit(priced: PricedQuote, key: str, column: int, text: str) -> CellEdit | None:
    """What a typed text does; ``None`` for a cell that cannot be typed into.

    Raises:
        NotUnderstood: If the text is no such figure.
    """
    row = read_key(key)
    item = priced.item(row.item)
    if item is None:
        return None
    merge = f"{key}.{column}"
    if column == QUANTITY:
        count = read_quantity(text, 0 if _is_usage(item, row.charge) else 1)
        return CellEdit("item.quantity", merge, _quantity(item, row.charge, count))
    if column not in (DISCOUNT, NET_PRICE):
        return None
    label = "item.discount" if column == DISCOUNT else "item.price"
    discount = read_discount(text) if column == DISCOUNT else read_target_price(text)
    part = PartDiscount(item.id, row.charge, discount) if item.is_bundle and row.charge else None
    return CellEdit(label, merge, _discount(item, row.charge, discount), part)


def _is_usage(item: PricedItem, code: str) -> bool:
    """Whether a row counts expected usage, of which there may be none."""
    main = main_charge(item)
    code = code or (main.code if main is not None and not item.is_bundle else "")
    return any(one.code == code and one.type is ChargeType.USAGE for one in item.charges)


def _quantity(item: PricedItem, charge: str, quantity: int) -> Callable[[Quote], Quote]:
    main = main_charge(item)
    if charge:
        return lambda quote: item_edits.set_charge_quantity(quote, item.id, charge, quantity)
    if item.is_bundle or main is None or (quantity and main.quantity == item.quantity):
        return lambda quote: item_edits.set_quantity(quote, item.id, quantity)
    return lambda quote: item_edits.set_charge_quantity(quote, item.id, main.code, quantity)


def _discount(item: PricedItem, charge: str, discount: Discount | None) -> Callable[[Quote], Quote]:
    main = main_charge(item)
    if item.is_bundle:
        return lambda quote: item_edits.set_item_discount(quote, item.id, discount)
    code = charge or (main.code if main is not None else "")
    return lambda quote: item_edits.set_discount(quote, item.id, code, discount)
