"""Promises of price schedules: prices of the engine at published thresholds, nothing by hand."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from app.quoting.price_schedule import price_schedule
from app.quoting.revision import PriceStep
from pricing.item import ItemCharge, QuoteItem
from tests.sample import revision_of, sample_case, sample_catalog, sample_rules


def test_quantity_tiers_are_asked_of_the_engine() -> None:
    """MSTP 10M: 3,200.00, 5 % less from 20, 10 % from 50; the 20 % taken off by hand is not."""
    found = price_schedule(revision_of(5), sample_catalog(), sample_rules().pricing)
    installation, rental = found["i2"]
    assert installation == ()
    assert rental == (
        PriceStep(1, 1, Decimal("3200.0000")),
        PriceStep(1, 20, Decimal("3040.0000")),
        PriceStep(1, 50, Decimal("2880.0000")),
    )


def test_items_with_one_price_have_no_steps() -> None:
    """A bundle has a price of its own; a service without published conditions has one."""
    found = price_schedule(revision_of(2), sample_catalog(), sample_rules().pricing)
    assert all(steps == () for charges in found.values() for steps in charges)
    assert set(found) == {"i1", "i2", "i3", "i4"}


def test_term_discounts_are_asked_of_the_engine() -> None:
    """An IDC rack: 5 % less from 24 months, 8 % less from 36."""
    item = QuoteItem("r", "IDCR", charges=(ItemCharge("IDCR.RENT", 1),))
    quote = msgspec.structs.replace(sample_case(5).quote, items=(item,))
    found = price_schedule(revision_of(5, quote), sample_catalog(), sample_rules().pricing)
    (steps,) = found["r"]
    assert [(step.term, step.quantity) for step in steps] == [(1, 1), (24, 1), (36, 1)]
    assert [step.price for step in steps] == [Decimal(5500), Decimal(5225), Decimal(5060)]
