"""A discount on the whole quote as people type and read it."""

from __future__ import annotations

import unicodedata
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from app.ui.presenting.typed import NotUnderstood, read_discount
from catalog.money import fen
from pricing.alterations.percentage import Percentage
from pricing.quote_wide import QuoteDiscount

if TYPE_CHECKING:
    from app.figures import Figures


def read_quote_discount(text: str) -> QuoteDiscount | None:
    """What is taken off all monthly charges.

    ``5`` or ``5%`` (percent), ``9.5折`` (5 %), ``-100`` (100 yuan), ``=8000`` (what the monthly
    total shall come to).

    Returns:
        The discount, or ``None`` for nothing off.

    Raises:
        NotUnderstood: If it is no discount.
    """
    plain = unicodedata.normalize("NFKC", text).replace(",", "").strip()
    if not plain:
        return None
    if plain.startswith("="):
        return QuoteDiscount(total=_total(plain[1:].strip()))
    discount = read_discount(plain)
    if discount is None:
        return None
    if isinstance(discount, Percentage):
        return QuoteDiscount(percent=discount.percent)
    return QuoteDiscount(amount=getattr(discount, "amount", 0))


def quote_discount_text(figures: Figures, discount: QuoteDiscount | None) -> str:
    """A discount as it would be typed again; empty for none."""
    if discount is None:
        return ""
    if discount.total is not None:
        return f"={figures.money(discount.total)}"
    if discount.amount is not None:
        return f"-{figures.money(discount.amount)}"
    return figures.percent(discount.percent or Decimal(0))


def _total(text: str) -> int:
    try:
        amount = fen(Decimal(text)) if text.isascii() else -1
    except (InvalidOperation, ValueError):
        amount = -1
    if amount < 0:
        raise NotUnderstood("amount")
    return amount
