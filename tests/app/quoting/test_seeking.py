"""The largest discount on a whole quote that keeps a margin, on the worked cases."""

from __future__ import annotations

from decimal import Decimal

from app.quoting.header_edits import set_quote_discount
from app.quoting.seeking import discount_for_margin, prospect_of
from pricing.quote_wide import QuoteDiscount
from tests.sample import revision_of, sample_case, sample_catalog, sample_rules


def test_a_discount_that_the_quote_has_already_is_left_aside() -> None:
    """The answer is the same with and without one."""
    quote = set_quote_discount(sample_case(4).quote, QuoteDiscount(amount=10_00))
    policy = sample_rules().pricing
    found = [
        discount_for_margin(revision, sample_catalog(), policy, Decimal(41))
        for revision in (revision_of(4), revision_of(4, quote))
    ]
    assert found[0] is not None
    assert found[0] == found[1]


def test_a_margin_that_nothing_reaches_gives_no_discount() -> None:
    """Case four has 41.50 % without any."""
    policy = sample_rules().pricing
    assert discount_for_margin(revision_of(4), sample_catalog(), policy, Decimal(42)) is None


def test_what_a_quote_comes_to_is_said_with_who_approves() -> None:
    """Case one: 668.00 a month within the manager's own authority."""
    prospect = prospect_of(revision_of(1))
    assert (prospect.monthly, prospect.within_own, prospect.refused) == (668_00, True, None)
