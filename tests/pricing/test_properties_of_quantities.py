"""Properties 16 to 18, 20, 23, 24: tiers, splits, concessions, tax, terms. By number."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from catalog.money import round_half_up, yuan
from catalog.period import BillingPeriod
from catalog.tax_class import DatedRate
from pricing.alterations.percentage import Percentage
from pricing.concession import measure
from pricing.item import ItemCharge
from pricing.quote_wide import QuoteDiscount
from pricing.rounding import tax_on
from pricing.rule import QuantityTiers
from pricing.tax import without_tax
from pricing.tiers import Tier, cheaper_quantity, graduated_amount, tier_of, volume_amount
from pricing.usage_rating import UsagePlan, rate_usage
from tests.builders import a_catalog, a_charge, a_context, a_line, an_item, an_offering
from tests.pricing.random_quotes import (
    charges_of,
    price,
    random_quotes,
    replaced,
    seldom,
    vat_inside,
)
from tests.pricing.rule_builders import a_policy, a_rule, one_line, priced_by, term_discount

if TYPE_CHECKING:
    from tests.pricing.reference.quotes import RandomQuote

prices = st.integers(1, 99_999)
micros = st.integers(0, 10**9)


@st.composite
def percent_tiers(draw: st.DrawFn) -> tuple[Tier, ...]:
    """Tiers whose percentages grow with the quantity, as a price book has them."""
    bounds = sorted(draw(st.sets(st.integers(1, 60), min_size=1, max_size=4)))
    shares = sorted(draw(st.lists(st.integers(0, 100), min_size=4, max_size=4)))
    return tuple(
        Tier(least, percent=Decimal(share)) for least, share in zip(bounds, shares, strict=False)
    )


@seldom
@given(percent_tiers(), prices)
def test_16_a_volume_price_falls_only_at_a_tier_and_it_is_told(
    tiers: tuple[Tier, ...], fen: int
) -> None:
    """The unit never costs more in a larger quantity; the first unit of a tier belongs to it."""

    def total(quantity: int) -> int:
        return volume_amount(tiers, fen * 10_000, quantity, quantity)

    bounds = {tier.least for tier in tiers}
    for quantity in range(1, 70):
        now, following = total(quantity), total(quantity + 1)
        assert Fraction(following - 1, quantity + 1) <= Fraction(now + 1, quantity)
        if following < now:
            assert quantity + 1 in bounds
            assert cheaper_quantity(tiers, quantity, total) is not None
        found = tier_of(tiers, quantity)
        assert (found.least <= quantity) if found else quantity < min(bounds)


@seldom
@given(percent_tiers(), prices, st.integers(0, 70), st.integers(0, 70))
def test_17_a_graduated_total_never_falls_and_adds_up(
    tiers: tuple[Tier, ...], fen: int, one: int, more: int
) -> None:
    """Each further unit costs the rate of its own tier, within a fen of rounding."""
    now, later = (graduated_amount(tiers, fen * 10_000, n) for n in (one, one + more))
    assert now <= later
    exact = Fraction(0)
    for unit in range(one + 1, one + more + 1):
        tier = tier_of(tiers, unit)
        exact += Fraction(fen) * (100 - Fraction(tier.percent or 0 if tier else 0)) / 100
    assert abs(later - now - exact) <= 1


@seldom
@given(micros, st.integers(1, 9))
def test_18_so_many_lines_of_one_are_one_line_within_half_a_fen_each(
    micro: int, count: int
) -> None:
    """Prices below a fen are rounded on the line; whole fen are the same to the fen."""
    unit = Decimal(micro).scaleb(-6)
    catalog = a_catalog(an_offering(a_charge("LINE.RENT", str(unit), cost="0")))
    lines = [a_line(1, item_id=f"i{n}") for n in range(count)]
    apart = priced_by(a_policy(), catalog, *lines).totals.monthly.net_amount
    together = priced_by(a_policy(), catalog, a_line(count)).totals.monthly.net_amount
    assert 2 * abs(apart - together) <= count
    if micro % 10_000 == 0:
        assert apart == together


@seldom
@given(st.lists(prices, min_size=1, max_size=5), st.integers(0, 100))
def test_20_moving_a_discount_to_the_order_hides_nothing(of: list[int], percent: int) -> None:
    """What is given away counts the same within half a fen a line, and so does half and half."""
    catalog = a_catalog(
        *(an_offering(a_charge(f"P{n}.FEE", str(yuan(p)), cost="0")) for n, p in enumerate(of))
    )
    off = Percentage(Decimal(percent))
    plain = [a_line(code=f"P{n}.FEE", item_id=f"i{n}") for n in range(len(of))]
    lowered = [a_line(1, off, code=f"P{n}.FEE", item_id=f"i{n}") for n in range(len(of))]
    on_lines = measure(priced_by(a_policy(), catalog, *lowered)).recurring_taken
    discount = QuoteDiscount(percent=off.percent)
    on_order = measure(priced_by(a_policy(), catalog, *plain, discount=discount)).recurring_taken
    term = a_context().term
    assert 2 * abs(on_lines - on_order) <= term * (len(of) + 1)


@seldom
@given(random_quotes, st.sampled_from(["0", "0.03", "0.13", "0.17"]))
def test_23_another_tax_rate_changes_no_price_that_includes_it(
    quote: RandomQuote, rate: str
) -> None:
    """Prices include VAT: net and tax shift inside an amount that stays."""
    quote = vat_inside(quote._replace(policy=replaced(quote.policy, floor_margin=None)))
    known = [tax for tax in quote.content.tax_classes if tax.id != "ended"]
    changed = [replaced(tax, rates=(DatedRate(Decimal(rate)),)) for tax in known]
    ended = [tax for tax in quote.content.tax_classes if tax.id == "ended"]
    content = replaced(quote.content, tax_classes=(*changed, *ended))
    before, after = charges_of(price(quote)), charges_of(price(quote._replace(content=content)))
    assert before.keys() == after.keys()
    for place, charge in after.items():
        assert charge.net_amount == before[place].net_amount
        assert charge.net_ex_tax + charge.tax == charge.net_amount


@seldom
@given(st.integers(-(10**9), 10**9), st.integers(0, 30))
def test_23b_tax_on_top_is_rounded_once(net: int, percent: int) -> None:
    """Half up, and tax inside the gross amount gives the net amount back where it can."""
    rate = Decimal(percent) / 100
    assert tax_on(net, rate) == round_half_up(net * percent, 100)
    assert abs(without_tax(net + tax_on(net, rate), rate) - net) <= 1


@seldom
@given(prices, st.integers(1, 20))
def test_24b_a_term_discount_touches_recurring_charges_only(fen: int, quantity: int) -> None:
    """Neither what is paid once nor usage."""
    text = str(yuan(fen))
    catalog = a_catalog(
        an_offering(
            a_charge("LINE.INST", text, period=BillingPeriod.ONCE),
            a_charge("LINE.LOCAL", text, period=BillingPeriod.PER_USE),
            a_charge("LINE.RENT", text),
            a_charge("LINE.YEAR", text, period=BillingPeriod.YEAR),
        )
    )
    codes = ("LINE.INST", "LINE.LOCAL", "LINE.RENT", "LINE.YEAR")
    item = an_item("LINE", quantity, *(ItemCharge(code, quantity) for code in codes))
    (priced,) = priced_by(a_policy(a_rule(term_discount(12, 50))), catalog, item).items
    changed = [c.code for c in priced.charges if len(c.steps) > 1]
    assert changed == (["LINE.RENT", "LINE.YEAR"] if fen * quantity > 0 else [])


@seldom
@given(st.integers(0, 999), st.integers(0, 999), st.none() | st.integers(0, 999))
def test_24c_usage_of_nothing_costs_the_declared_minimum(
    fixed: int, commitment: int, cap: int | None
) -> None:
    """The fixed part or the commitment, at most the cap."""
    plan = UsagePlan(Decimal("0.5"), fixed=fixed, commitment=commitment, cap=cap)
    least = max(fixed, commitment)
    assert rate_usage(plan, 0) == (least if cap is None else min(least, cap))


@seldom
@given(prices)
def test_18b_a_threshold_counts_one_line_not_all(fen: int) -> None:
    """Ten units in one line reach a tier that ten lines of one do not, unless they are pooled."""
    tiers = (Tier(10, percent=Decimal(50)),)
    text = str(yuan(fen))
    whole = one_line(a_rule(_tiers(tiers, pooled=False)), price=text, quantity=10)
    catalog = a_catalog(an_offering(a_charge("LINE.RENT", text, cost="0")))
    lines = [a_line(1, item_id=f"i{n}") for n in range(10)]
    apart = priced_by(a_policy(a_rule(_tiers(tiers, pooled=False))), catalog, *lines)
    pooled = priced_by(a_policy(a_rule(_tiers(tiers, pooled=True))), catalog, *lines)
    assert whole.net_amount == fen * 10 - round_half_up(fen * 10, 2)
    assert apart.totals.monthly.net_amount == fen * 10
    assert pooled.totals.monthly.net_amount == (fen - round_half_up(fen, 2)) * 10


def _tiers(tiers: tuple[Tier, ...], *, pooled: bool) -> QuantityTiers:
    return QuantityTiers(tiers, pooled=pooled)
