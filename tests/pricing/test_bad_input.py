"""Bad input to a quote: a finding with a place and a cure, no exception, no silent zero."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.condition import Condition
from catalog.period import ValidityPeriod
from catalog.price_list import PriceRecord
from catalog.product_catalog import ProductCatalog
from catalog.tax_class import DatedRate
from pricing.alterations.amount_off import AmountOff
from pricing.alterations.free_months import FreeMonths
from pricing.alterations.percentage import Percentage
from pricing.alterations.ramp import Ramp
from pricing.alterations.reduced_months import ReducedMonths
from pricing.alterations.target_price import TargetPrice
from pricing.item import ItemCharge, QuoteItem
from pricing.quote_wide import QuoteDiscount, Target
from pricing.rule import When
from tests.builders import TAX_CLASSES, a_bundle, a_catalog, a_context, a_line, an_item, codes_of
from tests.pricing.quotes import CATALOG
from tests.pricing.random_quotes import price, replaced, seldom
from tests.pricing.reference.quotes import random_quote
from tests.pricing.rule_builders import a_policy, a_rule, d, percent_off, priced_by

if TYPE_CHECKING:
    from pricing.alterations import Alteration


@pytest.mark.parametrize(
    ("item", "code", "column"),
    [
        (an_item("NOWHERE", 1), "price.unknown_offering", ""),
        (a_line(code="LINE.NONE"), "price.unknown_charge", "LINE.NONE"),
        (an_item("LINE", 0), "price.quantity_out_of_range", ""),
        (an_item("LINE", -1), "price.quantity_out_of_range", ""),
        (an_item("LINE", 10**9), "price.quantity_out_of_range", ""),
        (
            an_item("LINE", 1, ItemCharge("LINE.RENT", -1)),
            "price.quantity_out_of_range",
            "LINE.RENT",
        ),
        (
            an_item("LINE", 1, ItemCharge("LINE.RENT", 10**9)),
            "price.quantity_out_of_range",
            "LINE.RENT",
        ),
        (an_item("LINE", 1, ItemCharge("LINE.RENT", 0)), "charge.too_few", "LINE.RENT"),
    ],
)
def test_a_quote_item_without_sense_is_told(item: QuoteItem, code: str, column: str) -> None:
    """It blocks, names the item, and no charge is priced at zero beside it."""
    quote = priced_by(a_policy(), a_catalog(), item)
    problem = next(p for p in quote.problems if p.code == code)
    assert problem.blocks
    assert (problem.where.subject, problem.where.column) == ("i1", column)
    assert all(charge.quantity == 0 for i in quote.items for charge in i.charges)


@pytest.mark.parametrize("quantity", [0, -5, 10**9])
def test_a_bundle_in_a_quantity_without_sense_has_no_price(quantity: int) -> None:
    """No component is priced."""
    quote = priced_by(a_policy(), CATALOG, an_item("PAIR", quantity))
    assert codes_of(quote)[0] == "price.quantity_out_of_range"
    assert quote.items == ()


def test_a_discount_with_nothing_to_work_on_is_told() -> None:
    """On an offering, whose charges bear discounts, or a second one on a bundle."""
    ten, five = Percentage(d(10)), AmountOff(500)
    line = an_item("LINE", 1, ItemCharge("LINE.RENT", 1), alterations=(ten,))
    quote = priced_by(a_policy(), a_catalog(), line)
    assert codes_of(quote) == ["price.alteration_misplaced"]
    assert quote.problems[0].where.subject == "i1"
    assert quote.totals.monthly.net_amount == 2_500
    catalog = a_catalog(bundles=[a_bundle(most_extra_discount=d(10))])
    for alterations, codes in (((ten,), []), ((ten, five), ["price.alteration_misplaced"])):
        quote = priced_by(a_policy(), catalog, an_item("PACK", alterations=alterations))
        assert codes_of(quote) == codes
        assert quote.totals.monthly.net_amount == 17_910


def test_a_day_before_every_tax_rate_has_no_price() -> None:
    """Neither for a charge nor for the components of a bundle."""
    late = [
        replaced(tax, rates=(DatedRate(d("0.09"), ValidityPeriod(date(2027, 1, 1))),))
        for tax in TAX_CLASSES
    ]
    catalog = ProductCatalog(replaced(CATALOG.content, tax_classes=tuple(late)))
    quote = priced_by(a_policy(), catalog, a_line(), an_item("PACK", item_id="i2"))
    assert {"price.no_tax_rate"} == {c for c in codes_of(quote) if c.startswith("price.")}
    assert {p.where.subject for p in quote.problems if p.code == "price.no_tax_rate"} == {
        "i1",
        "i2",
    }
    assert all(item.charges == () for item in quote.items)


def test_a_component_without_a_list_price_on_the_day_is_told_as_such() -> None:
    """The charge is known; its record has ended."""
    ended = PriceRecord("r", "NET.RENT", d(1), ValidityPeriod(None, date(2020, 1, 1)))
    catalog = ProductCatalog(replaced(CATALOG.content, price_records=(ended,)))
    quote = priced_by(a_policy(), catalog, an_item("PAIR"))
    (problem,) = [p for p in quote.problems if p.code.startswith("price.")]
    assert problem.code == "price.no_list_price"
    assert problem.parameters == {"charge": "NET.RENT"}


numbers = st.decimals(allow_nan=True, allow_infinity=True)
anything = st.one_of(
    numbers.map(Percentage),
    numbers.map(TargetPrice),
    st.integers().map(AmountOff),
    st.integers(-5, 200).map(FreeMonths),
    numbers.map(Ramp),
    st.builds(ReducedMonths, st.integers(-5, 200), st.integers(-5, 200), numbers),
)
discounts = st.one_of(
    st.none(),
    st.builds(QuoteDiscount, st.sampled_from(Target), percent=st.none() | numbers),
    st.builds(QuoteDiscount, st.sampled_from(Target), amount=st.integers()),
    st.builds(QuoteDiscount, st.sampled_from(Target), total=st.integers()),
)


@seldom
@given(
    st.integers(),
    st.integers(),
    st.lists(anything, max_size=3),
    discounts,
    st.integers(-3, 10**12),
    st.sampled_from(["LINE", "PACK", "NOWHERE", "STATE"]),
)
def test_no_number_that_a_user_may_enter_raises(
    quantity: int,
    units: int,
    altered: list[Alteration],
    discount: QuoteDiscount | None,
    term: int,
    offering: str,
) -> None:
    """Whatever stands in quantities, percentages, months, terms and discounts."""
    by_hand = [a for a in altered if isinstance(a, Percentage | TargetPrice | AmountOff)]
    charge = ItemCharge(f"{offering}.RENT", units, by_hand[0] if by_hand else None)
    charges = () if offering == "PACK" else (charge,)
    item = QuoteItem("i1", offering, quantity, charges, tuple(altered))
    quote = priced_by(a_policy(), CATALOG, item, context=a_context(term), discount=discount)
    assert all(c.net_amount >= 0 for i in quote.items for c in i.charges)


@seldom
@given(st.integers(0, 2**40))
def test_every_finding_has_a_place(number: int) -> None:
    """An item of the quote, or the discount, the codes, or the whole quote's term."""
    quote = random_quote(number)
    known = {item.id for item in quote.items}
    for problem in price(quote).problems:
        where = problem.where
        assert where.subject in known or where.column in {"discount", "codes"}


@pytest.mark.parametrize("value", ["NaN", "sNaN"])
def test_a_fact_that_is_no_number_is_not_known(value: str) -> None:
    """A rule that needs it does not apply, and nothing raises."""
    rule = a_rule(percent_off(10), when=When(conditions=(Condition("lines", least=d(1)),)))
    context = a_context(measures={"lines": Decimal(value)})
    quote = priced_by(a_policy(rule), a_catalog(), a_line(), context=context)
    assert quote.totals.monthly.net_amount == 2_500
    assert Condition("lines", least=d(1)).verdict({"lines": Decimal(value)}) is None


@pytest.mark.parametrize(("term", "told"), [(0, True), (1, False), (120, False), (121, True)])
def test_a_term_is_from_one_month_to_ten_years(term: int, *, told: bool) -> None:
    """Anything else is a typing error, told at the term."""
    quote = priced_by(a_policy(), a_catalog(), a_line(), context=a_context(term))
    found = [p.where.column for p in quote.problems if p.code == "price.term_out_of_range"]
    assert found == ["term"] * told


def test_explanations_can_be_told_of_every_finding() -> None:
    """The texts and cures of findings are in both languages."""
    import tomllib

    from app.paths import resource

    told = {
        language: tomllib.loads(
            resource("locale", language, "findings.toml").read_text(encoding="utf-8")
        )
        for language in ("en", "zh_CN")
    }
    codes = {p.code for number in range(300) for p in price(random_quote(number)).problems}
    codes |= {"price.term_out_of_range", "price.contract_price_expired", "price.tied_records"}
    for code in codes:
        group, _, name = code.partition(".")
        for texts in told.values():
            assert texts[group][name]["text"]
            assert texts[group][name]["cure"]
