"""Discounts on the whole quote, floors, what counts as given away, and larger quantities."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING

from hypothesis import assume, event, given
from hypothesis import strategies as st

from catalog.charge import ChargeType, PriceRegulation
from catalog.product_catalog import ProductCatalog
from pricing.alterations import Discount
from pricing.alterations.free_months import FreeMonths
from pricing.alterations.percentage import Percentage
from pricing.concession import measure
from pricing.engine import price_quote
from pricing.item import ItemCharge, QuoteItem
from pricing.lint.case import LintCase
from pricing.lint.cliffs import cliff_findings
from pricing.quote_wide import QuoteDiscount, Target
from pricing.rule import PercentOfOthers, QuantityTiers
from pricing.stages import Stage
from tests.pricing.random_quotes import (
    charges_of,
    price,
    random_quotes,
    replaced,
    seldom,
    vat_inside,
    with_items,
    with_rules,
    without_whole,
)
from tests.pricing.situations import (
    discount_shared,
    discounted,
    quotes_where,
    refused,
    rules_together,
    tiered,
)

if TYPE_CHECKING:
    from catalog.money import Fen
    from pricing.priced import PricedCharge, PricedQuote
    from pricing.rule import PriceRule
    from tests.pricing.reference.quotes import RandomQuote

with_discount = (
    quotes_where(discounted) | quotes_where(discount_shared) | quotes_where(refused)
).map(vat_inside)
percents = st.integers(0, 100).map(Decimal)


def _asked(discount: QuoteDiscount, net: Fen) -> Fen:
    """Fen that a discount asks for, of what it may be taken off."""
    if discount.total is not None:
        return max(0, net - discount.total)
    if discount.amount is not None:
        return discount.amount
    return floor(Fraction(discount.percent or 0) / 100 * net + Fraction(1, 2))


def _sum(quote: PricedQuote, discount: QuoteDiscount) -> Fen:
    """Net fen of what a discount may be taken off; one-time prices of bundles stay as published."""
    if discount.target is Target.MONTHLY:
        return quote.totals.monthly.net_amount
    firm = [item for item in quote.items if not item.optional and not item.is_bundle]
    return sum(item.one_time.net_amount for item in firm)


@seldom
@given(with_discount)
def test_03b_a_discount_is_taken_to_the_fen_or_not_at_all(quote: RandomQuote) -> None:
    """The shares sum to what was asked for, none is negative; a refusal names a smaller most."""
    quote = without_whole(quote)  # a promotion on the quote may be better, which is told
    discount = quote.discount
    assert discount is not None
    before, after = price(quote._replace(discount=None)), price(quote)
    asked = _asked(discount, _sum(before, discount))
    problem = next((p for p in after.problems if p.where.column == "discount"), None)
    event("refused" if problem else "taken")
    if problem is None:
        assert _sum(before, discount) - _sum(after, discount) == max(0, asked)
    else:
        assert after.items == before.items
        most = int(problem.parameters["most"])
        assert most < asked
        granted = price(quote._replace(discount=QuoteDiscount(discount.target, amount=most)))
        assert _sum(before, discount) - _sum(granted, discount) == most
    full = charges_of(before)
    for place, charge in charges_of(after).items():
        last = charge.steps[-1]
        if last.stage is Stage.QUOTE_WIDE:
            # the odd fen of a bundle's price is shared out anew
            least = -1 if _is_bundle(after, place[0]) else 1
            assert least <= -last.change <= full[place].net_amount


def _is_bundle(quote: PricedQuote, item_id: str) -> bool:
    item = quote.item(item_id)
    return item is not None and item.is_bundle


@seldom
@given(with_discount)
def test_10b_no_discount_on_the_quote_goes_below_a_floor(quote: RandomQuote) -> None:
    """State prices stay, guided ones keep their band, bundles their most, others their margin."""
    before, after = price(quote._replace(discount=None)), price(quote)
    bundles = {bundle.code: bundle for bundle in quote.content.bundles}
    for old, new in zip(before.items, after.items, strict=True):
        if new.is_bundle:
            published = new.monthly.published_amount
            most = Fraction(bundles[new.offering].most_extra_discount) * published / 100
            if old.monthly.net_amount == published:  # nothing was taken off it by hand as well
                assert published - new.monthly.net_amount <= most
            continue
        for one, other in zip(old.charges, new.charges, strict=True):
            if other.net_amount != one.net_amount:
                assert other.net_amount >= _floor(quote, one)


def _floor(quote: RandomQuote, charge: PricedCharge) -> Fen:
    """The least fen of a charge that a discount on the quote may leave."""
    assert charge.regulation is not PriceRegulation.FIXED
    least = 0
    if charge.regulation is PriceRegulation.GUIDED:
        offered = [step.result for step in charge.steps if step.stage is Stage.BUNDLE]
        full = offered[0] if offered else charge.list_amount
        least = ceil(Fraction(100 - quote.policy.guided_band) * full / 100)
    margin = quote.policy.floor_margin
    if margin is not None and charge.type is ChargeType.RECURRING:
        needed = ceil(Fraction(charge.cost_amount * 100) / (100 - Fraction(margin)))
        # the least gross amount whose net, rounded half up, is what is needed
        least = max(
            least, ceil((Fraction(needed) - Fraction(1, 2)) * (1 + Fraction(charge.tax_rate)))
        )
    return least


@seldom
@given(random_quotes, st.data(), st.tuples(percents, percents).map(sorted))
def test_20b_a_deeper_discount_is_never_measured_as_less(
    quote: RandomQuote, data: st.DataObject, both: list[Decimal]
) -> None:
    """On a charge or a bundle, whatever promotions, agreed prices and option prices there are.

    But for promotions on the whole quote and limits: a deeper discount may leave too little for
    the threshold of one, and what it took off other items is then truly given no more. Where a
    discount in the place of a promotion raises the price, nothing is given.
    """
    quote = without_whole(quote)._replace(discount=None)
    place = data.draw(st.sampled_from(range(len(quote.items))))
    shallow, deep = (price(_lowered(quote, place, percent)) for percent in both)
    one, other = measure(shallow), measure(deep)
    event("more was given" if other != one else "nothing changed")
    assert max(one.cumulative, Fraction(0)) <= max(other.cumulative, Fraction(0))
    assert one.one_time_waived <= other.one_time_waived
    for before, after in zip(
        (*one.market, *one.guided), (*other.market, *other.guided), strict=True
    ):
        assert before.depth <= after.depth or before.published != after.published


def _lowered(quote: RandomQuote, place: int, percent: Decimal) -> RandomQuote:
    """The quote with so many percent off one item, in place of what was taken off it."""
    item = quote.items[place]
    charges = tuple(replaced(one, alteration=Percentage(percent)) for one in item.charges)
    rest = tuple(one for one in item.alterations if not isinstance(one, Discount))
    altered = rest if charges else (Percentage(percent), *rest)
    changed = replaced(item, charges=charges, alterations=altered)
    items = (*quote.items[:place], changed, *quote.items[place + 1 :])
    return with_items(quote, *items)


@seldom
@given(random_quotes, st.integers(0, 4), st.integers(0, 4))
def test_20c_more_free_months_are_never_measured_as_less(
    quote: RandomQuote, few: int, more: int
) -> None:
    """Whatever else happens to the months."""
    assume(quote.context.term >= few + more)

    def measured(months: int) -> Fraction:
        items = [
            replaced(
                item,
                alterations=(
                    *(one for one in item.alterations if not isinstance(one, FreeMonths)),
                    FreeMonths(months),
                ),
            )
            for item in quote.items
        ]
        return measure(price(with_items(quote, *items)._replace(discount=None))).cumulative

    assert measured(few) <= measured(few + more)


@seldom
@given(quotes_where(discounted), percents, percents)
def test_20d_a_larger_discount_on_the_quote_is_never_measured_as_less(
    quote: RandomQuote, one: Decimal, other: Decimal
) -> None:
    """As long as the floors allow it."""
    less, more = sorted((one / 5, other / 5))
    shallow, deep = (
        price(quote._replace(discount=QuoteDiscount(percent=percent))) for percent in (less, more)
    )
    assume(not refused(quote, deep))
    event("spread" if deep != shallow else "nothing to spread")
    assert measure(shallow).cumulative <= measure(deep).cumulative


@seldom
@given(quotes_where(tiered) | quotes_where(rules_together), st.data())
def test_16b_a_larger_quantity_costs_less_only_where_a_cliff_is_reported(
    quote: RandomQuote, data: st.DataObject
) -> None:
    """Under any one rule: a charge alone at a quantity, and at one more.

    The check looks at one set of circumstances, so there is one price list for all of them.
    """
    stepped = [one for one in quote.policy.rules.rules if _has_threshold(one)]
    assume(stepped)
    rule = data.draw(st.sampled_from(stepped))
    quote = with_rules(quote, rule)._replace(discount=None)
    catalog = ProductCatalog(replaced(quote.content, price_records=()))
    told = {
        int(found.problem.parameters["quantity"])
        for found in cliff_findings(LintCase(catalog, quote.policy, quote.context.price_date))
    }
    falls = 0
    for offering in quote.content.offerings:
        for charge in offering.charges:
            for quantity in (1, 4, 9, 10, 29, 40):
                now, following = (
                    _alone(quote, catalog, charge.code, count) for count in (quantity, quantity + 1)
                )
                if now is None or following is None or now.list_amount < 0:
                    continue
                if following.net_amount < now.net_amount:
                    falls += 1
                    assert quantity + 1 in told
    event("falls" if falls else "never falls")


def _has_threshold(rule: PriceRule) -> bool:
    """A percentage of others is no price by quantity, whatever it begins at."""
    if isinstance(rule.alteration, PercentOfOthers):
        return False
    return isinstance(rule.alteration, QuantityTiers) or rule.when.least_quantity > 1


def _alone(
    quote: RandomQuote, catalog: ProductCatalog, code: str, quantity: int
) -> PricedCharge | None:
    """One charge by itself, if it has a price."""
    item = QuoteItem("alone", code.rpartition(".")[0], 1, (ItemCharge(code, quantity),))
    items = price_quote(catalog, quote.policy, quote.context, (item,)).items
    charges = items[0].charges if items else ()
    return charges[0] if charges else None
