"""Vectors V1 to V10: list and contract prices, tiers, terms, the fixed price of a bundle."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from catalog.money import decimal_percent, percent_of
from catalog.period import ValidityPeriod
from catalog.price_list import PriceRecord
from catalog.product_catalog import ProductCatalog
from pricing.rule import ContractPrice, QuantityTiers, Scope, When
from pricing.tiers import Tier, volume_amount
from pricing.usage_rating import UsagePlan, rate_usage
from tests.builders import (
    a_bundle,
    a_catalog,
    a_charge,
    a_content,
    a_context,
    a_line,
    an_item,
    an_offering,
    codes_of,
    only_charge,
    priced,
)
from tests.pricing.rule_builders import (
    PERCENT_TIERS,
    a_line_at,
    a_policy,
    a_rule,
    d,
    one_line,
    percent_off,
    priced_by,
    term_discount,
    volume,
)


@pytest.mark.parametrize(("day", "net"), [(date(2025, 12, 31), 19_900), (date(2026, 1, 1), 20_900)])
def test_v1_the_price_changes_with_the_year(day: date, net: int) -> None:
    """199 to the last day of 2025, 209 from the first day of 2026; both days belong to one."""
    records = (
        PriceRecord("A", "LINE.RENT", d(199), ValidityPeriod(date(2025, 1, 1), date(2025, 12, 31))),
        PriceRecord("B", "LINE.RENT", d(209), ValidityPeriod(date(2026, 1, 1))),
    )
    content = msgspec.structs.replace(a_content(), price_records=records)
    quote = priced(ProductCatalog(content), a_line(), context=a_context(day=day))
    assert only_charge(quote).net_amount == net


@pytest.mark.parametrize(
    ("day", "net", "codes"),
    [
        (date(2026, 6, 30), 17_000, []),
        (date(2026, 7, 1), 19_900, ["price.contract_price_expired"]),
    ],
)
def test_v2_a_contract_price_ends_on_its_last_day(day: date, net: int, codes: list[str]) -> None:
    """170 to 2026-06-30; then the list price of 199, and it is told."""
    until = When(valid=ValidityPeriod(None, date(2026, 6, 30)), customers=("c1",))
    policy = a_policy(a_rule(ContractPrice(d(170)), when=until))
    context = a_context(day=day, customer="c1")
    quote = priced_by(policy, a_line_at("199.00"), a_line(), context=context)
    assert only_charge(quote).net_amount == net
    assert codes_of(quote) == codes
    assert all(p.parameters["date"] == "2026-06-30" for p in quote.problems)


def test_v3_a_contract_price_of_a_bundle_does_not_reach_its_components() -> None:
    """A price agreed for PACK leaves the component at its list price of 25.00."""
    catalog = a_catalog(bundles=[a_bundle()])
    policy = a_policy(a_rule(ContractPrice(d(1)), scope=Scope(offerings=("PACK",))))
    quote = priced_by(policy, catalog, an_item("PACK"), a_line(item_id="i2"))
    assert [item.monthly.net_amount for item in quote.items] == [19_900, 2_500]


def _both(quantity: int) -> tuple[int, int]:
    graduated = QuantityTiers(PERCENT_TIERS, graduated=True)
    nets = [
        one_line(a_rule(tiers), quantity=quantity).net_amount for tiers in (volume(), graduated)
    ]
    return nets[0], nets[1]


def test_v4_ten_units_reach_no_tier() -> None:
    """1,000.00 by volume and by slices."""
    assert _both(10) == (100_000, 100_000)


def test_v5_twenty_five_units_take_the_second_tier() -> None:
    """25 at 10 % off: 2,250.00; 10 at 100 and 15 at 90: 2,350.00."""
    assert _both(25) == (225_000, 235_000)


def test_v6_twenty_six_units_cost_less_than_twenty_five() -> None:
    """26 at 20 % off: 2,080.00; 1,000 + 1,350 + 80: 2,430.00."""
    assert _both(26) == (208_000, 243_000)


def test_v7_thirty_units() -> None:
    """30 at 20 % off: 2,400.00; 1,000 + 1,350 + 400: 2,750.00."""
    assert _both(30) == (240_000, 275_000)


def test_v8a_usage_with_a_fixed_part() -> None:
    """65,000 calls at 0.0006 and 10.00: 49.00."""
    assert rate_usage(UsagePlan(d("0.0006"), fixed=1_000), 65_000) == 4_900


def _three(*prices: str) -> tuple[Tier, ...]:
    bounds = (1, 1_001, 10_001)
    return tuple(Tier(least, unit_price=d(p)) for least, p in zip(bounds, prices, strict=True))


def test_v8b_usage_by_slices_and_by_volume() -> None:
    """15,000 units at 0.10, 0.05, 0.01: 100 + 450 + 50 = 600.00; all at 0.01: 150.00."""
    tiers = _three("0.10", "0.05", "0.01")
    assert rate_usage(UsagePlan(d("0.10"), tiers=tiers), 15_000) == 60_000
    assert rate_usage(UsagePlan(d("0.10"), tiers=tiers, graduated=False), 15_000) == 15_000


def test_v8c_usage_by_slices() -> None:
    """15,000 at 0.01, 0.008, 0.005: 10 + 72 + 25 = 107.00."""
    tiers = _three("0.01", "0.008", "0.005")
    assert rate_usage(UsagePlan(d("0.01"), tiers=tiers), 15_000) == 10_700


def test_v8d_units_beyond_the_discounted_ones_cost_the_full_price() -> None:
    """Half price for five units from two on: eight cost 5 x 50 + 3 x 100 = 550, one costs 100."""
    half = QuantityTiers((Tier(1, percent=d(50)), Tier(6, percent=d(0))), graduated=True)
    rule = a_rule(half, when=When(least_quantity=2))
    assert one_line(rule, quantity=8).net_amount == 55_000
    assert one_line(rule, quantity=1).net_amount == 10_000


def test_v8e_a_block_has_one_price_for_any_quantity_in_it() -> None:
    """1 to 10 cost 500, 11 to 25 cost 900: twelve cost 900, not twelve times 900."""
    blocks = (Tier(1, block=d(500)), Tier(11, block=d(900)))
    assert volume_amount(blocks, 100_000_000, 12, 12) == 90_000
    assert one_line(a_rule(volume(*blocks)), quantity=12).net_amount == 90_000


def test_v9a_ten_and_five_percent_chained_and_added() -> None:
    """100 less 10 % less 5 %: 85.50; less 15 %: 85.00."""
    tier = a_rule(volume(Tier(1, percent=d(10))), "A")
    chained = one_line(tier, a_rule(term_discount(12, 5), "B"))
    added = one_line(tier, a_rule(term_discount(12, 5, additive=True), "B"))
    assert (chained.net_amount, added.net_amount) == (8_550, 8_500)


def test_v9b_volume_and_term_chained_and_added() -> None:
    """30 units for 36 months, 20 % and 10 %: 2,160.00 chained, 2,100.00 added."""
    nets = [
        one_line(
            a_rule(volume(), "A"),
            a_rule(term_discount(36, 10, additive=additive), "B"),
            quantity=30,
            context=a_context(36),
        ).net_amount
        for additive in (False, True)
    ]
    assert nets == [216_000, 210_000]


def test_v10_the_price_of_a_bundle_is_shared_by_list_weight() -> None:
    """129, 100 and 20 in a bundle at 199: 103.10, 79.92, 15.98; 50.00 or 20.08 % saved."""
    offerings = [
        an_offering(a_charge(f"{code}.RENT", price))
        for code, price in (("A", "129.00"), ("B", "100.00"), ("C", "20.00"))
    ]
    bundle = a_bundle(parts=[("A.RENT", 1), ("B.RENT", 1), ("C.RENT", 1)])
    (item,) = priced(a_catalog(*offerings, bundles=[bundle]), an_item("PACK")).items
    assert [charge.net_amount for charge in item.charges] == [10_310, 7_992, 1_598]
    saved = item.monthly.list_amount - item.monthly.net_amount
    assert saved == 5_000
    assert decimal_percent(percent_of(saved, item.monthly.list_amount)) == d("20.08")


def test_v10b_a_percentage_off_components_is_taken_off_each() -> None:
    """10 % of 129, 100 and 20: 116.10, 90.00, 18.00."""
    nets = [one_line(a_rule(percent_off(10)), price=p).net_amount for p in ("129", "100", "20")]
    assert nets == [11_610, 9_000, 1_800]
