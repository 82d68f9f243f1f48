"""An envelope looks at options as the customer would get them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.approval.signing.envelope import outside
from app.quoting.freezing import work_out
from pricing.quote_wide import QuoteDiscount
from tests.app.approval.negotiation import CATALOG, RULES
from tests.app.approval.signing.test_envelope import OFFER, envelope, family

if TYPE_CHECKING:
    from app.quoting.quote import Quote
    from app.quoting.revision import Revision


def again(quote: Quote) -> Revision:
    """The offer's customer and supplier with another quote."""
    made = work_out(quote, OFFER.customer, OFFER.bills, CATALOG, RULES, OFFER.supplier)
    return made.revision


def with_option(months: int) -> Quote:
    """Its first item once more as option B."""
    quote = OFFER.quote
    other = replace(quote.items[0], id="i9", optional=True, section="B", commitment=months)
    return replace(quote, items=(*quote.items, other))


def test_an_option_has_to_keep_the_months_too() -> None:
    """24 are inside, whether the quote says so or the option; 12 and 36 are not."""
    assert outside(envelope(), again(with_option(0)), family) == ()
    assert outside(envelope(), again(with_option(24)), family) == ()
    assert outside(envelope(), again(with_option(12)), family) == ("months",)
    assert outside(envelope(longest=35), again(with_option(36)), family) == ("months",)
    assert outside(envelope(longest=36), again(with_option(36)), family) == ()


def test_a_discount_on_the_whole_quote_comes_on_top_of_that_of_an_option() -> None:
    """Nothing is off here, so that 1 % lies inside of 9 %; with an option of its family not."""
    bare = tuple(
        replace(
            item, alterations=(), charges=tuple(replace(c, alteration=None) for c in item.charges)
        )
        for item in OFFER.quote.items
    )
    off = QuoteDiscount(percent=Decimal(1))
    plain = replace(OFFER.quote, items=bare, discount=off)
    assert outside(envelope(), again(plain), family) == ()
    option = replace(bare[0], id="i9", optional=True, section="B")
    assert outside(envelope(), again(replace(plain, items=(*bare, option))), family) == ("DATA",)
