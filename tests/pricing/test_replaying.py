"""A priced quote adds up again from what is written down in it, and a forged one does not."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.charge import ChargeType
from pricing.alterations.free_months import FreeMonths
from pricing.alterations.ramp import Ramp
from pricing.engine import price_quote
from pricing.item import ItemCharge
from pricing.priced import Amounts
from pricing.quote_wide import QuoteDiscount
from pricing.replaying import StepFault, faults, replay_item, replay_steps, replay_totals
from pricing.rule import (
    ContractPrice,
    LineAmountOff,
    PercentOff,
    PercentOfOthers,
    QuantityTiers,
    Scope,
    TermDiscount,
    UnitAmountOff,
    UnitPrice,
)
from pricing.stages import Stage
from pricing.tiers import Tier
from pricing.trail import PriceStep, StepNote, Trail
from tests.builders import a_context, a_line, an_item, priced
from tests.pricing.lint.rules import a_policy, a_promotion, a_rule
from tests.pricing.quotes import CATALOG, quotes, terms
from tests.sample import CASES, revision_of

if TYPE_CHECKING:
    from pricing.item import QuoteItem
    from pricing.priced import PricedQuote
    from pricing.rule import PriceRule

LIST = PriceStep(Stage.LIST, "step.list", "v1", 10_000, 10_000)
LESS = PriceStep(Stage.PROMOTION, "step.rule", "P", -1_500, 8_500)
RECURRING = Scope(types=(ChargeType.RECURRING,))
RULES = (
    a_rule("agreed", ContractPrice(Decimal("23.99"))),
    a_rule("tiers", QuantityTiers((Tier(1, Decimal(0)), Tier(7, Decimal("7.5")))), RECURRING),
    a_rule("slabs", QuantityTiers((Tier(5, unit_price=Decimal(90)),), graduated=True), RECURRING),
    a_rule("term", TermDiscount(((12, Decimal(5)), (36, Decimal("8.25")))), RECURRING),
    a_rule("care", PercentOfOthers(Decimal(8), RECURRING), Scope(charges=("BOX.LEASE",))),
    a_promotion("tenth", PercentOff(Decimal("10.01")), RECURRING, group="season"),
    a_promotion("units", UnitAmountOff(Decimal("1.11")), RECURRING, group="season"),
    a_promotion("once", LineAmountOff(Decimal(20)), Scope(), least_quantity=3, published=False),
    a_promotion("low", UnitPrice(Decimal("19.9")), cap=500),
)
"""One rule of every kind; some may not stand beside each other."""


def test_steps_lead_to_the_net_amount() -> None:
    """100.00 less 15.00 is 85.00."""
    assert replay_steps((LIST, LESS)) == 8_500


def test_no_steps_lead_nowhere() -> None:
    """A charge without a reason has no price."""
    with pytest.raises(StepFault, match=r"^no steps$"):
        replay_steps(())


def test_a_change_that_does_not_lead_to_its_result_is_named() -> None:
    """100.00 less 15.00 is not 84.99."""
    forged = msgspec.structs.replace(LESS, result=8_499)
    with pytest.raises(StepFault, match=r"step 1 step\.rule of P gives 8500, not 8499"):
        replay_steps((LIST, forged))


def test_a_step_before_its_stage_is_named() -> None:
    """A tier after a promotion would be off a price that is already reduced."""
    tier = PriceStep(Stage.VOLUME, "step.rule", "T", -500, 8_000)
    with pytest.raises(StepFault, match="behind a later stage"):
        replay_steps((LIST, LESS, tier))


@given(
    quotes(),
    terms,
    st.none() | st.integers(0, 20_000),
    st.sets(st.sampled_from(range(len(RULES)))),
)
@settings(max_examples=150, deadline=None)
def test_every_random_quote_adds_up(
    items: tuple[QuoteItem, ...], term: int, amount: int | None, chosen: set[int]
) -> None:
    """Whatever is quoted, ruled and given away: steps, items and months give every figure."""
    rules: tuple[PriceRule, ...] = tuple(RULES[number] for number in chosen)
    discount = None if amount is None else QuoteDiscount(amount=amount)
    quote = price_quote(CATALOG, a_policy(*rules), a_context(term), items, discount)
    assert faults(quote) == ()


@pytest.mark.parametrize("number", CASES)
def test_every_worked_case_adds_up(number: int) -> None:
    """The five worked cases give their own totals again."""
    assert faults(revision_of(number).priced) == ()


def test_a_ramp_and_free_months_are_added_up_month_by_month() -> None:
    """25.00 for 24 months, one free, 10 % more in year two: 11 x 25.00 + 12 x 27.50 = 605.00."""
    item = an_item(
        "LINE", 1, ItemCharge("LINE.RENT", 1), alterations=(FreeMonths(1), Ramp(Decimal(10)))
    )
    totals = replay_totals(priced(CATALOG, item, context=a_context(24)).items, 24)
    assert totals.contract.net_amount == 60_500
    assert totals.free.net_amount == 2_500 - 12 * 250
    assert sum(row.net_ex_tax + row.tax for row in totals.tax_rows) == 60_500


def test_a_yearly_charge_counts_once_in_each_year_begun() -> None:
    """300.00 a year over 13 months is 600.00."""
    item = an_item("CARD", 1, ItemCharge("CARD.YEAR", 1))
    quote = priced(CATALOG, item, context=a_context(13))
    assert replay_totals(quote.items, 13).contract.net_amount == 60_000


def test_an_option_counts_only_with_the_options() -> None:
    """25.00 taken and 50.00 on offer: 25.00 a month, 75.00 with all options."""
    quote = priced(CATALOG, a_line(1), a_line(2, item_id="i2", optional=True))
    totals = replay_totals(quote.items, 12)
    assert (totals.monthly.net_amount, totals.with_options) == (2_500, 7_500)


def test_kinds_of_charges_are_never_added_to_each_other() -> None:
    """One line has 100.00 once, 25.00 a month, 0.11 for a minute, and nothing a year."""
    charges = (ItemCharge(f"LINE.{name}", 1) for name in ("RENT", "INST", "LOCAL"))
    (item,) = priced(CATALOG, an_item("LINE", 1, *charges)).items
    once, month, year, usage = replay_item(item)
    assert (once.net_amount, month.net_amount, usage.net_amount) == (10_000, 2_500, 11)
    assert year == Amounts()


def test_a_forged_net_amount_is_found() -> None:
    """A net amount that is a fen less than its steps say, and the sums that follow from it."""
    found = faults(_forged(priced(CATALOG, a_line(1)), net_amount=2_499))
    assert found[0] == "i1 LINE.RENT: steps give 2500, not 2499"
    assert found[1] == "i1 LINE.RENT: net and tax give another amount"
    assert found[2] == "i1: charges give other sums"


def test_a_forged_step_is_found() -> None:
    """A step that leaves another amount, or says nothing of itself, is told with its charge."""
    quote, listed = priced(CATALOG, a_line(1)), StepNote(Stage.LIST, "step.list", "v1")
    (told,) = faults(_forged(quote, trail=Trail((listed,), (2_400,))))
    assert told == "i1 LINE.RENT: steps give 2400, not 2500"
    (told,) = faults(_forged(quote, trail=Trail((listed,), (2_400, 2_500))))
    assert told.startswith("i1 LINE.RENT: zip() argument 2 is longer")


def test_a_wrong_step_hides_no_later_charge() -> None:
    """Both charges of a line are told, though the first has no steps that lead anywhere."""
    quote = priced(
        CATALOG, an_item("LINE", 1, ItemCharge("LINE.RENT", 1), ItemCharge("LINE.INST", 1))
    )
    (item,), wrong = quote.items, Trail((StepNote(Stage.LIST, "step.list", "v1"),), (1,))
    forged = tuple(msgspec.structs.replace(charge, trail=wrong) for charge in item.charges)
    item = msgspec.structs.replace(item, charges=forged)
    assert faults(msgspec.structs.replace(quote, items=(item,))) == (
        "i1 LINE.RENT: steps give 1, not 2500",
        "i1 LINE.INST: steps give 1, not 10000",
    )
    lost = Trail((), ())
    forged = tuple(msgspec.structs.replace(charge, trail=lost) for charge in item.charges)
    item = msgspec.structs.replace(item, charges=forged)
    assert faults(msgspec.structs.replace(quote, items=(item,))) == (
        "i1 LINE.RENT: no steps",
        "i1 LINE.INST: no steps",
    )


def test_forged_totals_are_found() -> None:
    """A contract value that is not the sum of the months."""
    quote = priced(CATALOG, a_line(1))
    totals = msgspec.structs.replace(quote.totals, contract=quote.totals.monthly)
    assert faults(msgspec.structs.replace(quote, totals=totals)) == ("items give other totals",)


def _forged(quote: PricedQuote, **figures: object) -> PricedQuote:
    """The quote with other figures in its only charge."""
    (item,) = quote.items
    charge = msgspec.structs.replace(item.charges[0], **figures)
    return msgspec.structs.replace(quote, items=(msgspec.structs.replace(item, charges=(charge,)),))
