"""What replaces lines of others asks for a promise, where a bundle comes with one."""

from __future__ import annotations

from app.quoting.offer.promising import wants_lines_cancelled, with_lines_cancelled
from app.quoting.quote import QuoteCondition
from pricing.item import QuoteItem
from tests.sample import sample_case, sample_catalog


def test_the_bundle_of_the_shops_wants_it_and_the_kindergartens_does_not() -> None:
    """B02 is published with the condition; C1-L and a single line are not."""
    catalog = sample_catalog()
    assert wants_lines_cancelled(catalog, (QuoteItem("a", "PSTN"), QuoteItem("b", "B02")))
    assert not wants_lines_cancelled(catalog, (QuoteItem("a", "PSTN"), QuoteItem("b", "B01L")))


def test_it_is_promised_once() -> None:
    """Thirty days after signing; a quote that has it stays the same value."""
    quote = sample_case(1).quote
    promised = with_lines_cancelled(quote)
    assert promised.conditions == (QuoteCondition("competitor_line_cancelled", days=30),)
    assert with_lines_cancelled(promised) is promised
