"""Each measure gives the value that was worked out by hand, in its scope."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from app.quoting.authority import Consultation, Criterion, FlagRule, Function, Scope
from app.quoting.authority.judging import Surroundings, UnknownCriterion, judge
from app.quoting.authority.measuring import MEASURES, UNITS
from app.quoting.freezing import family_of
from app.quoting.quote import QuoteCondition
from catalog.charge import ChargeType, PriceRegulation
from catalog.local_text import LocalText
from catalog.period import BillingPeriod
from pricing.alterations.free_months import FreeMonths
from pricing.alterations.percentage import Percentage
from pricing.concession import measure
from pricing.item import ItemCharge, QuoteItem
from tests.builders import (
    a_bundle,
    a_catalog,
    a_charge,
    a_context,
    a_matrix,
    a_quote,
    an_item,
    an_offering,
    priced,
)

if TYPE_CHECKING:
    from app.quoting.authority import CriterionVerdict

CATALOG = a_catalog(
    an_offering(
        a_charge("LINE.RENT", "100.00"),
        a_charge("LINE.INST", "400.00", period=BillingPeriod.ONCE, cost="0"),
        family="LEASED",
    ),
    an_offering(a_charge("VOICE.RENT", "50.00", regulation=PriceRegulation.GUIDED), family="VOICE"),
    bundles=[a_bundle("80.00", [("LINE.RENT", 1)], most_extra_discount=Decimal(100))],
)


def off(percent: int) -> Percentage:
    """So many percent."""
    return Percentage(Decimal(percent))


ITEMS = (
    an_item(
        "LINE",
        1,
        ItemCharge("LINE.RENT", 1, off(10)),
        ItemCharge("LINE.INST", 1, off(60)),
        item_id="line",
    ),
    an_item("VOICE", 1, ItemCharge("VOICE.RENT", 1, off(20)), item_id="voice"),
    an_item("PACK", item_id="pack", alterations=(off(5),)),
)


def found(
    measured: str,
    *items: QuoteItem,
    scope: Scope | None = None,
    conditions: tuple[QuoteCondition, ...] = (),
) -> CriterionVerdict:
    """What one measure finds of items in a quote of twelve months."""
    limits = (Decimal(0), Decimal(5), None)
    known = MEASURES[measured]
    criterion = Criterion(
        "own", LocalText(), limits, unit=known.unit, measure=measured, scope=scope or Scope()
    )
    result = priced(CATALOG, *items, context=a_context(12))
    around = Surroundings(families=lambda code: family_of(CATALOG, code))
    quote = a_quote(*items, conditions=conditions)
    return judge(a_matrix(criterion), quote, result, measure(result), around).criteria[0]


@pytest.mark.parametrize(
    ("scope", "value", "item"),
    [
        (Scope(), "20.00", "voice"),
        (Scope(families=("LEASED",)), "10.00", "line"),
        (Scope(families=("bundles",)), "5.00", "pack"),
        (Scope(families=("LEASED", "VOICE")), "20.00", "voice"),
        (Scope(regulations=(PriceRegulation.MARKET,)), "10.00", "line"),
        (Scope(charges=(ChargeType.ONE_TIME,)), "60.00", "line"),
        (Scope(charges=(ChargeType.RECURRING, ChargeType.ONE_TIME)), "60.00", "line"),
        (Scope(charges=(ChargeType.USAGE,)), "0.00", ""),
        (Scope(("LEASED",), (PriceRegulation.GUIDED,)), "0.00", ""),
    ],
)
def test_a_discount_is_looked_at_in_its_scope(scope: Scope, value: str, item: str) -> None:
    """By family, by who sets the price, by kind of charge."""
    told = found("discount", *ITEMS, scope=scope)
    assert (str(told.value), told.deepest) == (value, item)


def test_the_effective_discount_is_that_of_an_item_over_the_term() -> None:
    """10 % off 1,200.00 and 60 % off 400.00: 360 of 1,600, 22.5 %."""
    told = found("effective_discount", *ITEMS)
    assert (str(told.value), told.deepest) == ("22.50", "line")
    voice = found("effective_discount", *ITEMS, scope=Scope(families=("VOICE",)))
    assert str(voice.value) == "20.00"


def test_gifts_are_counted_as_published() -> None:
    """A line for nothing: 1,200.00 and 400.00; one for 1 % is no gift, and an option counts."""
    free = (ItemCharge("LINE.RENT", 1, off(100)), ItemCharge("LINE.INST", 1, off(100)))
    gift = an_item("LINE", 1, *free, item_id="gift")
    nearly = an_item("LINE", 1, ItemCharge("LINE.RENT", 1, off(99)), item_id="nearly")
    option = an_item("LINE", 1, *free, item_id="option", optional=True)
    assert str(found("gifts", gift, nearly).value) == "1600.00"
    told = found("gifts", gift, option)
    assert (str(told.value), told.worst) == ("3200.00", ("option",))
    assert str(found("gifts", *ITEMS).value) == "0.00"


def test_what_the_quote_says_is_measured() -> None:
    """Its term, the days for paying, and clauses in words of one's own."""
    conditions = (
        QuoteCondition("payment_due", days=60),
        QuoteCondition("competitor_line_cancelled", days=90),
        QuoteCondition("", "two months' notice"),
        QuoteCondition("made_up", "no notice"),
    )
    assert str(found("term", *ITEMS, conditions=conditions).value) == "12.00"
    assert str(found("payment_days", *ITEMS, conditions=conditions).value) == "60.00"
    assert str(found("special_clauses", *ITEMS, conditions=conditions).value) == "2.00"
    assert str(found("payment_days", *ITEMS).value) == "0.00"


def test_clauses_raise_flags_and_ask_functions() -> None:
    """A payment condition asks finance in parallel with its level."""
    flag = FlagRule("payment", LocalText(), "L2", clauses=("payment_due",), consult=("finance",))
    matrix = a_matrix(flags=(flag,), functions=(Function("finance", LocalText()),))
    result = priced(CATALOG, *ITEMS)

    def steps(*conditions: QuoteCondition) -> list[tuple[int, str]]:
        quote = a_quote(*ITEMS, conditions=conditions)
        verdict = judge(matrix, quote, result, measure(result))
        return [(step.order, step.role) for step in verdict.steps]

    assert steps(QuoteCondition("payment_due")) == [(1, "L2"), (1, "finance")]
    assert steps() == []


def test_a_function_is_asked_beyond_its_value() -> None:
    """From the first fraction beyond it, not at it."""
    limits = (Decimal(50), Decimal(50), Decimal(50))
    asked = (Consultation("finance", Decimal(20)),)
    criterion = Criterion("guided_discount", LocalText(), limits, consult=asked)
    matrix = a_matrix(criterion, functions=(Function("finance", LocalText()),))

    def steps(percent: str) -> list[str]:
        charge = ItemCharge("VOICE.RENT", 100, Percentage(Decimal(percent)))
        item = an_item("VOICE", 100, charge)
        result = priced(CATALOG, item)
        verdict = judge(matrix, a_quote(item), result, measure(result))
        assert verdict.within_own is (not verdict.steps)
        return [step.role for step in verdict.steps]

    assert steps("20") == []
    assert steps("20.1") == ["finance"]


def test_free_months_are_those_of_the_item_with_most() -> None:
    """Not their sum."""
    items = tuple(
        an_item(
            "LINE", 1, ItemCharge("LINE.RENT", 1), item_id=f"i{n}", alterations=(FreeMonths(n),)
        )
        for n in (2, 3)
    )
    assert str(found("free_months", *items).value) == "3.00"


def test_every_measure_has_a_unit_that_is_known() -> None:
    """And one that nobody knows is an error."""
    assert {known.unit for known in MEASURES.values()} <= set(UNITS)
    unknown, nothing = a_matrix(Criterion("x", LocalText(), (None,) * 3)), priced(CATALOG)
    with pytest.raises(UnknownCriterion):
        judge(unknown, a_quote(), nothing, measure(nothing))
