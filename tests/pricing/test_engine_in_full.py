"""The engine's own part, one small quote for each: what it calls, with what, and in which order."""

from __future__ import annotations

from datetime import date

import pytest

from catalog.bundle import ChildBundle, PricingForm
from catalog.charge import ChargeType
from catalog.component_kind import ComponentKind
from catalog.period import BillingPeriod, ValidityPeriod
from pricing.alterations.free_months import FreeMonths
from pricing.engine import price_again, price_quote
from pricing.item import ItemCharge, QuoteItem
from pricing.quote_wide import QuoteDiscount
from pricing.rule import (
    ContractPrice,
    Level,
    PercentOfOthers,
    PriceRule,
    QuoteAmountOff,
    Scope,
    When,
)
from pricing.stages import Stage
from tests.builders import (
    POLICY,
    a_bundle,
    a_catalog,
    a_charge,
    a_context,
    a_line,
    a_part,
    an_item,
    an_offering,
)
from tests.pricing.rule_builders import a_policy, a_promotion, a_rule, d, percent_off, volume

CALLS, RECURRING, SUM = "LINE.CALLS", ChargeType.RECURRING, PricingForm.SUM
CATALOG = a_catalog(
    an_offering(
        a_charge("LINE.RENT", "100.00"),
        a_charge(CALLS, "0.20", period=BillingPeriod.PER_USE),
    ),
    an_offering(a_charge("CARE.RENT", "0.00")),
    an_offering(a_charge("NET.RENT", "100.00", tax_included=False)),
    bundles=[
        a_bundle(
            "80.00",
            components=(a_part("LINE.RENT", 1), a_part(CALLS, 100, ComponentKind.ALLOWANCE)),
            most_extra_discount=d(50),
        )
    ],
)
CONTEXT = a_context()
LINE, NET = a_line(item_id="a"), a_line(code="NET.RENT", item_id="n")
FREE = QuoteItem("a", "LINE", 1, (ItemCharge("LINE.RENT", 1),), (FreeMonths(2),))


def nets(*items: QuoteItem, rules: tuple[PriceRule, ...] = ()) -> list[int]:
    """Net fen of every charge."""
    quote = price_quote(CATALOG, a_policy(*rules), CONTEXT, items)
    return [charge.net_amount for item in quote.items for charge in item.charges]


def care(percent: int) -> PriceRule:
    """A service that costs a percentage of the line."""
    others = Scope(offerings=("LINE",))
    return a_rule(PercentOfOthers(d(percent), others), "C", scope=Scope(offerings=("CARE",)))


def test_what_depends_on_others_is_priced_after_them_and_kept_at_list_price() -> None:
    """8 % of 100.00; the run keeps what it was before, to be used again."""
    service = a_line(code="CARE.RENT", item_id="c")
    policy = a_policy(care(8))
    run = price_again(None, CATALOG, policy, CONTEXT, (LINE, service))
    assert [item.monthly.net_amount for item in run.quote.items] == [10_000, 800]
    kept = run.outcomes["c"].priced
    assert kept is not None
    assert kept.monthly.net_amount == 0
    more = price_again(run, CATALOG, policy, CONTEXT, (a_line(2, item_id="a"), service))
    assert [item.monthly.net_amount for item in more.quote.items] == [20_000, 1_600]


def test_limits_are_shared_out_and_what_depends_follows() -> None:
    """10 % of 100.00 and of 7.20 is 10.72 a month, 128.64 in all, and half of that is left.

    The line has 60.00 of the 64.32, which is 5.00 a month; the service 4.32, which is 0.36. It
    costs 8 % of 95.00, 7.60, less 0.36.
    """
    promoted = a_promotion(percent_off(10), quote_cap=6_432)
    service = a_line(code="CARE.RENT", item_id="c")
    quote = price_quote(CATALOG, a_policy(care(8), promoted), CONTEXT, (LINE, service))
    (use,) = quote.promotions
    assert (use.rule, use.limit, use.wanted, use.taken) == ("P", "quote_cap", 12_864, 6_432)
    assert [item.monthly.net_amount for item in quote.items] == [9_500, 724]


@pytest.mark.parametrize(
    ("items", "expected", "stage"),
    [
        ((LINE, NET), [10_000, 10_900], Stage.TAX),
        ((NET,), [10_900], Stage.TAX_LAST),
    ],
)
def test_vat_comes_on_top_before_the_quote_or_last(
    items: tuple[QuoteItem, ...], expected: list[int], stage: Stage
) -> None:
    """100.00 without VAT is 109.00, beside what includes it and alone."""
    quote = price_quote(CATALOG, POLICY, CONTEXT, items)
    assert [item.monthly.net_amount for item in quote.items] == expected
    assert quote.items[-1].charges[0].steps[-1].stage is stage
    assert quote.totals.monthly.net_amount == sum(expected)


def test_vat_on_top_reaches_the_months_of_the_schedule() -> None:
    """Two of twelve months free at 109.00: 1,090.00, alone and beside a line."""
    charges = (ItemCharge("NET.RENT", 1),)
    net = QuoteItem("n", "NET", 1, charges, (FreeMonths(2),))
    for items in ((net,), (net, LINE)):
        (item, *_) = price_quote(CATALOG, POLICY, CONTEXT, items).items
        assert [part.amounts.net_amount for part in item.schedule] == [0, 10_900]


def test_a_discount_on_the_quote_reaches_the_months_of_the_schedule() -> None:
    """10 % of 100.00; in ten of twelve months. What it was before and after is kept."""
    discount = QuoteDiscount(percent=d(10))
    run = price_again(None, CATALOG, POLICY, CONTEXT, (FREE,), discount)
    (item,) = run.quote.items
    assert [part.amounts.net_amount for part in item.schedule] == [0, 9_000]
    assert [one.monthly.net_amount for one in run.begun] == [10_000]
    assert [one.charges[0].net_amount for one in run.done] == [9_000]
    assert run.quote.totals.contract.net_amount == 90_000
    again = price_again(run, CATALOG, POLICY, CONTEXT, (FREE,), discount)
    assert again.quote == run.quote
    assert again.done[0] is run.done[0]  # the same share: written once
    other = price_again(run, CATALOG, POLICY, CONTEXT, (FREE,), QuoteDiscount(percent=d(20)))
    assert other.quote.totals.monthly.net_amount == 8_000
    plain = price_again(run, CATALOG, POLICY, CONTEXT, (FREE,))
    assert (plain.begun, plain.done) == ((), ())
    assert plain.quote.totals.monthly.net_amount == 10_000


def test_promotions_on_the_quote_are_told_with_those_that_have_limits() -> None:
    """10 % within a cap, then 5.00 off the quote; what lacks an amount is told as well."""
    rules = (
        a_promotion(percent_off(10), quote_cap=100_000),
        a_promotion(QuoteAmountOff(d(5)), "Q", level=Level.QUOTE),
        a_promotion(percent_off(1), "W", level=Level.QUOTE, when=When(least_total=99_999_00)),
    )
    quote = price_quote(CATALOG, a_policy(*rules), CONTEXT, (LINE,))
    assert quote.totals.monthly.net_amount == 8_500
    assert [(use.rule, use.taken) for use in quote.promotions] == [("P", 12_000), ("Q", 6_000)]
    assert [(one.rule, one.reason) for one in quote.rejected] == [("W", "least_total")]


def test_a_discount_that_is_refused_is_told() -> None:
    """More than all."""
    quote = price_quote(CATALOG, POLICY, CONTEXT, (LINE,), QuoteDiscount(amount=10_001))
    assert [problem.code for problem in quote.problems] == ["price.quote_discount_too_large"]


def test_codes_are_told_unless_what_they_bring_is_seen_somewhere() -> None:
    """A limited promotion, an amount off the quote, one that lacks an amount; one is unknown."""
    rules = (
        a_promotion(percent_off(10), quote_cap=99_999, when=When(codes=("ONE",))),
        a_promotion(QuoteAmountOff(d(5)), "Q", level=Level.QUOTE, when=When(codes=("TWO",))),
        a_promotion(
            percent_off(1),
            "W",
            level=Level.QUOTE,
            when=When(codes=("THREE",), least_total=99_999_00),
        ),
    )
    context = a_context(codes=("ONE", "TWO", "THREE", "FOUR"))
    quote = price_quote(CATALOG, a_policy(*rules), context, (LINE,))
    assert [(problem.code, problem.parameters["code"]) for problem in quote.problems] == [
        ("promotion.code_unknown", "FOUR")
    ]
    without = price_quote(CATALOG, a_policy(*rules), context, ())
    assert [(problem.code, problem.parameters["code"]) for problem in without.problems] == [
        ("promotion.code_without_effect", "ONE"),  # on the quote, no charge is a reason of its own
        ("promotion.code_unknown", "FOUR"),
    ]


def test_findings_come_in_the_order_of_the_calculation() -> None:
    """A charge's own, what may not be sold, and an agreement that has ended."""
    ended = When(valid=ValidityPeriod(None, date(2020, 1, 31)), customers=("c1",))
    agreed = a_rule(ContractPrice(d(90)), "A", when=ended)
    items = (LINE, a_line(0, code="LINE.RENT", item_id="b"), an_item("GONE", item_id="g"))
    quote = price_quote(CATALOG, a_policy(agreed), a_context(0, customer="c1"), items)
    assert [(problem.code, problem.where.subject) for problem in quote.problems] == [
        ("price.quantity_out_of_range", "b"),
        ("price.unknown_offering", "g"),
        ("price.term_out_of_range", ""),
        ("price.contract_price_expired", "a"),
        ("price.contract_price_expired", "b"),
    ]


def test_another_policy_or_customer_prices_everything_again() -> None:
    """An equal policy and an equal context keep the same objects."""
    tenth = a_policy(a_promotion(percent_off(10), when=When(segments=("SMB",))))
    run = price_again(None, CATALOG, tenth, CONTEXT, (LINE,))
    assert run.quote.totals.monthly.net_amount == 9_000
    equal = a_policy(a_promotion(percent_off(10), when=When(segments=("SMB",))))
    for policy, context in ((equal, CONTEXT), (tenth, a_context()), (equal, a_context())):
        same = price_again(run, CATALOG, policy, context, (LINE,))
        assert same.quote.items[0] is run.quote.items[0]
        assert same.market is run.market
    fifth = a_policy(a_promotion(percent_off(20)))
    assert (
        price_again(run, CATALOG, fifth, CONTEXT, (LINE,)).quote.items[0].charges[0].net_amount
        == 8_000
    )
    other = price_again(run, CATALOG, tenth, a_context(segments=("KEY",)), (LINE,))
    assert other.quote.totals.monthly.net_amount == 10_000


def test_what_a_firm_bundle_includes_is_shared_and_an_optional_one_s_is_not() -> None:
    """100 of 150 units are included: 50 x 0.20; with the bundle as an option all cost 30.00."""
    usage = QuoteItem("u", "LINE", 1, (ItemCharge(CALLS, 150),))
    pack, option = an_item("PACK", item_id="p"), an_item("PACK", item_id="p", optional=True)
    quote = price_quote(CATALOG, POLICY, CONTEXT, (pack, usage))
    assert quote.items[1].usage.net_amount == 1_000
    assert price_quote(CATALOG, POLICY, CONTEXT, (option, usage)).items[1].usage.net_amount == 3_000
    run = price_again(None, CATALOG, POLICY, CONTEXT, (pack, usage))
    again = price_again(run, CATALOG, POLICY, CONTEXT, (pack, usage, LINE))
    assert again.quote.items[1] is run.quote.items[1]
    two = price_again(run, CATALOG, POLICY, CONTEXT, (an_item("PACK", 2, item_id="p"), usage))
    assert two.quote.items[1].usage.net_amount == 0


@pytest.mark.parametrize(
    ("beside", "net"),
    [
        (a_line(16, item_id="b"), 80_000),  # 26 units: 20 %
        (a_line(15, item_id="b"), 90_000),  # 25 units: 10 %
        (a_line(16, item_id="b", optional=True), 100_000),
        (a_line(16, code="CARE.RENT", item_id="b"), 100_000),
        (an_item("LINE", 10**9, ItemCharge("LINE.RENT", 16), item_id="b"), 100_000),
        (an_item("LINE", 1, ItemCharge("LINE.RENT", 10**9), item_id="b"), 100_000),
        (an_item("LINE", 1, ItemCharge("LINE.GONE", 16), item_id="b"), 100_000),
    ],
)
def test_units_count_together_where_they_are_meant(beside: QuoteItem, net: int) -> None:
    """Ten lines at 100.00, and what stands beside them."""
    pooled = a_rule(volume(pooled=True), scope=Scope(charges=("LINE.RENT",)))
    assert nets(a_line(10, item_id="a"), beside, rules=(pooled,))[0] == net


def test_units_count_together_by_family_and_included_ones_by_the_bundles_inside() -> None:
    """26 lines of the family; 150 units beside a bundle that holds another with 100 of them."""
    pooled = a_rule(volume(pooled=True), scope=Scope(families=("VOICE",), types=(RECURRING,)))
    assert nets(a_line(10, item_id="a"), a_line(16, item_id="b"), rules=(pooled,)) == [
        80_000,
        128_000,
    ]
    outer = a_bundle("0", parts=(), code="OUTER", form=SUM, children=(ChildBundle("PACK"),))
    catalog = a_catalog(*CATALOG.content.offerings, bundles=[*CATALOG.content.bundles, outer])
    usage = QuoteItem("u", "LINE", 1, (ItemCharge(CALLS, 150),))
    quote = price_quote(catalog, POLICY, CONTEXT, (an_item("OUTER", item_id="p"), usage))
    assert quote.items[1].usage.net_amount == 1_000
