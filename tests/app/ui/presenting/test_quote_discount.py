"""A discount on the whole quote, as typed and as shown."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.figures import Figures
from app.ui.presenting.quote_discount import quote_discount_text, read_quote_discount
from app.ui.presenting.typed import NotUnderstood
from pricing.quote_wide import QuoteDiscount


@pytest.mark.parametrize(
    ("typed", "discount"),
    [
        ("", None),
        ("5", QuoteDiscount(percent=Decimal(5))),
        ("5%", QuoteDiscount(percent=Decimal(5))),
        ("９.５折", QuoteDiscount(percent=Decimal(5))),
        ("-100", QuoteDiscount(amount=100_00)),
        ("=8,000.50", QuoteDiscount(total=8_000_50)),
    ],
)
def test_what_is_typed_is_taken_off(typed: str, discount: QuoteDiscount | None) -> None:
    """Percent, tenths, an amount, or the total wanted; full-width digits too."""
    assert read_quote_discount(typed) == discount


@pytest.mark.parametrize("typed", ["abc", "=", "=-5", "=1.005", "120%"])
def test_what_makes_no_sense_is_refused(typed: str) -> None:
    """Nothing is guessed."""
    with pytest.raises(NotUnderstood):
        read_quote_discount(typed)


@pytest.mark.parametrize("typed", ["5%", "-100.00", "=8,000.50", ""])
def test_a_discount_is_shown_as_it_would_be_typed(typed: str) -> None:
    """The dialog opens with what it would take again."""
    assert quote_discount_text(Figures("zh"), read_quote_discount(typed)) == typed
