"""An item with its charges, its sums, and what of it is charged in which months."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec
import pytest

from catalog.period import BillingPeriod
from pricing.alterations.free_months import FreeMonths
from pricing.alterations.percentage import Percentage
from pricing.alterations.ramp import Ramp
from pricing.alterations.reduced_months import ReducedMonths
from pricing.engine import price_quote
from pricing.item import ItemCharge
from pricing.item_pricing import price_item, with_charges
from pricing.market import Market
from tests.builders import (
    POLICY,
    a_bundle,
    a_catalog,
    a_charge,
    a_context,
    a_line,
    an_item,
    an_offering,
)

if TYPE_CHECKING:
    from pricing.alterations import Timed
    from pricing.item import QuoteItem
    from pricing.item_pricing import Outcome

CATALOG = a_catalog(
    an_offering(
        a_charge("LINE.RENT", "109.00"),
        a_charge("LINE.INST", "106.00", period=BillingPeriod.ONCE),
        a_charge("LINE.YEAR", "113.00", period=BillingPeriod.YEAR),
        a_charge("LINE.CALLS", "0.10", period=BillingPeriod.PER_USE),
    ),
    bundles=[a_bundle("100.00", [("LINE.RENT", 1)], term=24, filing_number="F1")],
)


def outcome_of(item: QuoteItem, term: int = 12) -> Outcome:
    """The outcome for one item."""
    context = a_context(term)
    return price_item(Market(CATALOG, context), POLICY, context, item)


def test_every_field_of_an_item_is_its_own() -> None:
    """Identity, place and sums of an offering; term, filing number and discount of a bundle."""
    item = msgspec.structs.replace(
        an_item(
            "LINE",
            3,
            ItemCharge("LINE.INST", 1),
            ItemCharge("LINE.RENT", 3),
            ItemCharge("LINE.YEAR", 2),
            ItemCharge("LINE.CALLS", 500),
            item_id="i7",
            alterations=(FreeMonths(2),),
            optional=True,
        ),
        site="S1",
        section="一",
    )
    priced = outcome_of(item).priced
    assert priced is not None
    assert (priced.id, priced.offering, priced.quantity, priced.is_bundle) == (
        "i7",
        "LINE",
        3,
        False,
    )
    assert priced.name.zh == "产品LINE"
    assert (priced.site, priced.section, priced.optional) == ("S1", "一", True)
    assert [sums.net_amount for sums in (priced.one_time, priced.monthly)] == [106_00, 327_00]
    assert [sums.net_amount for sums in (priced.yearly, priced.usage)] == [226_00, 50_00]
    assert (priced.free_months, priced.extra_discount) == (2, None)
    assert (priced.term, priced.filing_number) == (0, "")
    bundle = outcome_of(an_item("PACK", alterations=(Percentage(Decimal(10)),))).priced
    assert bundle is not None
    assert (bundle.is_bundle, bundle.term, bundle.filing_number) == (True, 24, "F1")
    assert (bundle.extra_discount, bundle.monthly.net_amount) == (Decimal(10), 90_00)
    assert (bundle.schedule, bundle.free_months) == ((), 0)


@pytest.mark.parametrize(
    ("timed", "code"),
    [
        (FreeMonths(-1), "price.free_months_out_of_range"),
        (FreeMonths(13), "price.free_months_out_of_range"),
        (ReducedMonths(0, 3, Decimal(50)), "price.schedule_out_of_range"),
        (ReducedMonths(4, 3, Decimal(50)), "price.schedule_out_of_range"),
        (ReducedMonths(4, 13, Decimal(50)), "price.schedule_out_of_range"),
        (ReducedMonths(4, 6, Decimal(101)), "price.schedule_out_of_range"),
        (ReducedMonths(4, 6, Decimal("NaN")), "price.schedule_out_of_range"),
        (Ramp(Decimal(-100)), "price.schedule_out_of_range"),
        (Ramp(Decimal(1001)), "price.schedule_out_of_range"),
    ],
)
def test_months_without_sense_are_told_and_none_is_applied(timed: Timed, code: str) -> None:
    """Not even the sensible one beside it."""
    line = an_item("LINE", 1, *a_line().charges, alterations=(timed, FreeMonths(1)))
    outcome = outcome_of(line)
    assert [problem.code for problem in outcome.problems] == [code]
    assert outcome.priced is not None
    assert (outcome.priced.free_months, outcome.priced.schedule) == (0, ())


def test_an_item_with_other_charges_has_their_sums() -> None:
    """With the same charges it is the very same item."""
    item = a_line(2)
    priced, other = outcome_of(item).priced, outcome_of(a_line(5)).priced
    assert priced is not None
    assert other is not None
    assert with_charges(priced, item, priced.charges, 12) is priced
    changed = with_charges(priced, item, other.charges, 12)
    assert changed.monthly == other.monthly
    assert changed.quantity == 2


def test_months_are_refused_where_nothing_is_billed_by_the_month() -> None:
    """V34: 350.00 a year with reduced months stays 350.00, and the finding says why."""
    yearly = a_charge("CARE.YEAR", "350.00", period=BillingPeriod.YEAR)
    item = an_item(
        "CARE",
        1,
        ItemCharge("CARE.YEAR", 1),
        alterations=(ReducedMonths(1, 4, Decimal(40)),),
    )
    quote = price_quote(a_catalog(an_offering(yearly)), POLICY, a_context(), (item,))
    assert [problem.code for problem in quote.problems] == ["price.schedule_without_months"]
    assert quote.totals.contract.net_amount == 350_00
    assert quote.items[0].schedule == ()
