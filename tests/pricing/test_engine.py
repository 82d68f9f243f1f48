"""What the engine keeps whatever is quoted: properties over random quotes, and its findings."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.charge import ChargeType
from catalog.period import years_of
from pricing.alterations.amount_off import AmountOff
from pricing.alterations.free_months import FreeMonths
from pricing.alterations.percentage import Percentage
from pricing.alterations.target_price import TargetPrice
from pricing.engine import price_again, price_quote
from pricing.item import ItemCharge, QuoteItem
from pricing.priced import Amounts, PricedQuote
from tests.builders import POLICY, a_catalog, a_context, a_line, an_item, codes_of, priced
from tests.pricing.quotes import CATALOG, discounts, items, quotes, terms
from tests.pricing.rule_builders import a_policy, a_rule, volume

if TYPE_CHECKING:
    from collections.abc import Sequence

quoted_items = quotes()
few = settings(max_examples=40)
"""Whole quotes are dear; the small properties take the usual hundred examples."""


def price(of: Sequence[QuoteItem], term: int = 24) -> PricedQuote:
    """A random quote priced."""
    return price_quote(CATALOG, POLICY, a_context(term), of)


def sum_of(parts: Sequence[Amounts]) -> Amounts:
    """Figure by figure."""
    total = Amounts()
    for part in parts:
        total += part
    return total


@few
@given(quoted_items)
def test_steps_close_and_net_and_tax_are_the_price(of: tuple[QuoteItem, ...]) -> None:
    """List amount + all changes = net amount = ex-tax + tax, for every charge."""
    for item in price(of).items:
        for charge in item.charges:
            amount = 0
            for step in charge.steps:
                amount += step.change
                assert step.result == amount
            assert charge.steps[0].result == charge.list_amount
            assert amount == charge.net_amount == charge.net_ex_tax + charge.tax


@few
@given(quoted_items, terms)
def test_totals_are_sums_of_charges(of: tuple[QuoteItem, ...], term: int) -> None:
    """One-time, monthly, yearly and usage; optional items outside; contract and tax rows inside."""
    quote = price(of, term)
    chosen = [item for item in quote.items if not item.optional]
    totals = quote.totals
    for kind in ("one_time", "monthly", "yearly", "usage"):
        found = getattr(totals, kind)
        assert found == sum_of([getattr(item, kind) for item in chosen])
        assert found.net_amount == found.net_ex_tax + found.tax
    free = sum(item.monthly.net_amount * item.free_months for item in chosen)
    assert totals.free.net_amount == free
    assert totals.contract.net_amount == (
        totals.one_time.net_amount
        + totals.monthly.net_amount * term
        + totals.yearly.net_amount * years_of(term)
        - free
    )
    assert totals.contract.net_amount == totals.contract.net_ex_tax + totals.contract.tax
    assert totals.contract.net_ex_tax == sum(row.net_ex_tax for row in totals.tax_rows)
    assert totals.contract.tax == sum(row.tax for row in totals.tax_rows)
    assert [row.rate for row in totals.tax_rows] == sorted(
        {row.rate for row in totals.tax_rows}, reverse=True
    )
    assert totals.contract.cost == (
        totals.one_time.cost + totals.monthly.cost * term + totals.yearly.cost * years_of(term)
    )


@few
@given(quoted_items)
def test_items_are_sums_of_their_charges(of: tuple[QuoteItem, ...]) -> None:
    """Each charge stands in exactly one of the four sums."""
    for item in price(of).items:
        every = item.one_time + item.monthly + item.yearly + item.usage
        assert every.net_amount == sum(charge.net_amount for charge in item.charges)
        assert every.list_amount == sum(charge.list_amount for charge in item.charges)
        assert every.cost == sum(charge.cost_amount for charge in item.charges)
        usage = [charge for charge in item.charges if charge.type is ChargeType.USAGE]
        assert item.usage.net_amount == sum(charge.net_amount for charge in usage)


@few
@given(quoted_items)
def test_shares_of_a_bundle_sum_to_its_price(of: tuple[QuoteItem, ...]) -> None:
    """199.00 or 88.88 for each bundle, less what was taken off by hand."""
    published = {"PACK": 199_00, "PAIR": 88_88}
    for item in price(of).items:
        if item.is_bundle:
            assert item.monthly.published_amount == published[item.offering] * item.quantity
            taken = item.monthly.published_amount - item.monthly.net_amount
            assert 0 <= taken <= item.monthly.published_amount


@few
@given(quoted_items)
def test_no_charge_falls_below_nothing(of: tuple[QuoteItem, ...]) -> None:
    """Subsidies are below zero by their list price, and never below that."""
    for item in price(of).items:
        for charge in item.charges:
            assert charge.net_amount >= min(0, charge.list_amount)


@few
@given(quoted_items.flatmap(lambda of: st.tuples(st.just(of), st.permutations(of))))
def test_the_order_of_items_changes_no_amount(
    pair: tuple[tuple[QuoteItem, ...], list[QuoteItem]],
) -> None:
    """Every item and every total stays; only the order of the printed items follows."""
    of, permuted = pair
    before, after = price(of), price(permuted)
    assert after.totals == before.totals
    assert {item.id: item for item in after.items} == {item.id: item for item in before.items}
    assert sorted(map(repr, after.problems)) == sorted(map(repr, before.problems))


@few
@given(quoted_items)
def test_pricing_changes_nothing_that_it_was_given(of: tuple[QuoteItem, ...]) -> None:
    """Catalogue, context and items are the same values afterwards, and so is a second result."""
    catalog, context = msgspec.json.encode(CATALOG.content), a_context(24, installed={"LINE": 1})
    written = msgspec.json.encode((context, of))
    first = price_quote(CATALOG, POLICY, context, of)
    second = price_quote(CATALOG, POLICY, context, of)
    assert msgspec.json.encode(first) == msgspec.json.encode(second)
    assert msgspec.json.encode((context, of)) == written
    assert msgspec.json.encode(CATALOG.content) == catalog


@few
@given(quoted_items, items("i9"))
def test_an_item_added_and_removed_leaves_no_trace(
    of: tuple[QuoteItem, ...], another: QuoteItem
) -> None:
    """Reusing or not: the quote is priced as before."""
    context = a_context(24)
    before = price_again(None, CATALOG, POLICY, context, of)
    between = price_again(before, CATALOG, POLICY, context, (*of, another))
    after = price_again(between, CATALOG, POLICY, context, of)
    assert after.quote == before.quote


changes = st.lists(
    st.one_of(
        st.tuples(st.just("add"), items("x"), st.integers(0, 9)),
        st.tuples(st.just("remove"), st.integers(0, 9)),
        st.tuples(st.just("discount"), st.integers(0, 9), discounts),
        st.tuples(st.just("quantity"), st.integers(0, 9), st.integers(0, 50)),
        st.tuples(st.just("optional"), st.integers(0, 9)),
        st.tuples(st.just("move"), st.integers(0, 9)),
        st.tuples(st.just("term"), terms),
    ),
    max_size=8,
)


def changed(of: list[QuoteItem], change: tuple[object, ...], number: int) -> list[QuoteItem]:
    """The items after one random edit; an edit of nothing changes nothing."""
    match change:
        case ("add", QuoteItem() as item, int(position)):
            of.insert(position, msgspec.structs.replace(item, id=f"n{number}"))
        case (kind, int(position), *rest) if of:
            position %= len(of)
            old = of.pop(position)
            match kind, rest:
                case "discount", [discount]:
                    charges = tuple(
                        msgspec.structs.replace(quoted, alteration=discount)
                        for quoted in old.charges
                    )
                    of.insert(position, msgspec.structs.replace(old, charges=charges))
                case "quantity", [quantity]:
                    of.insert(position, msgspec.structs.replace(old, quantity=quantity))
                case "optional", _:
                    of.insert(position, msgspec.structs.replace(old, optional=not old.optional))
                case "move", _:
                    of.append(old)
    return of


@settings(max_examples=150)
@given(quoted_items, changes)
def test_reusing_items_gives_what_pricing_from_scratch_gives(
    of: tuple[QuoteItem, ...], edits: list[tuple[object, ...]]
) -> None:
    """Over any sequence of edits: added and lost bundles, other terms, quantities, discounts."""
    now, term = list(of), 24
    run = price_again(None, CATALOG, POLICY, a_context(term), now)
    for number, edit in enumerate(edits):
        if edit[0] == "term" and isinstance(edit[1], int):
            term = edit[1]
        else:
            now = changed(now, edit, number)
        context = a_context(term)
        run = price_again(run, CATALOG, POLICY, context, now)
        assert run.quote == price_quote(CATALOG, POLICY, context, now)


def test_an_item_that_did_not_change_is_not_priced_again() -> None:
    """It is the very same object."""
    one, two = a_line(item_id="i1"), a_line(item_id="i2")
    catalog, context = a_catalog(), a_context()
    run = price_again(None, catalog, POLICY, context, (one, two))
    again = price_again(run, catalog, POLICY, a_context(), (one, a_line(3, item_id="i2")))
    assert again.quote.items[0] is run.quote.items[0]
    assert again.quote.items[1].monthly.net_amount == 75_00


def test_units_that_count_together_price_every_item_again() -> None:
    """A pooled tier of 26 units: the item that did not change gets dearer when the other goes."""
    policy = a_policy(a_rule(volume(pooled=True)))
    one, two = a_line(20, item_id="i1"), a_line(6, item_id="i2")
    run = price_again(None, a_catalog(), policy, a_context(), (one, two))
    same = price_again(run, a_catalog(), policy, a_context(), (one, two))
    assert run.quote.items[0].monthly.net_amount == 400_00  # 20 x 25.00 less 20 %
    assert same.quote == run.quote
    again = price_again(run, run.market.catalog, policy, a_context(), (one,))
    assert again.quote.items[0].monthly.net_amount == 450_00  # 20 units: 10 %
    kept = price_again(again, run.market.catalog, policy, a_context(), (one,))
    assert kept.quote.items[0] is again.quote.items[0]


wild = st.one_of(
    st.decimals(allow_nan=True, allow_infinity=True).map(Percentage),
    st.integers().map(AmountOff),
    st.decimals(allow_nan=True, allow_infinity=True).map(TargetPrice),
)
wild_codes = st.sampled_from(
    ("LINE.RENT", "LINE.GONE", "BOX2.SUBS", "FREE.RENT", "", ".", "PACK", "STATE.RENT")
)
wild_items = st.builds(
    QuoteItem,
    id=st.sampled_from(("i1", "i2")),
    offering=st.sampled_from(("LINE", "PACK", "PAIR", "NOBODY", "")),
    quantity=st.integers(),
    charges=st.lists(
        st.builds(ItemCharge, wild_codes, st.integers(), st.none() | wild), max_size=3
    ).map(tuple),
    alterations=st.lists(wild | st.integers().map(FreeMonths), max_size=3).map(tuple),
    optional=st.booleans(),
)


@few
@given(st.lists(wild_items, max_size=4), st.integers(-100, 1000))
def test_nothing_a_user_enters_raises(of: list[QuoteItem], term: int) -> None:
    """Unknown codes, absurd quantities, terms and alterations: findings, and sums that close."""
    quote = price(of, term)
    for item in quote.items:
        for charge in item.charges:
            assert charge.net_amount == charge.net_ex_tax + charge.tax
            assert charge.steps[-1].result == charge.net_amount
    assert len(quote.items) <= len(of)
    for entered in of:
        if entered.offering in {"NOBODY", ""} or not 1 <= entered.quantity <= 10_000_000:
            assert any(problem.where.subject == entered.id for problem in quote.problems)


@pytest.mark.parametrize(
    ("item", "code"),
    [
        (an_item("NOBODY"), "price.unknown_offering"),
        (an_item("LINE", 0), "price.quantity_out_of_range"),
        (an_item("PACK", -1), "price.quantity_out_of_range"),
        (an_item("PACK", 10**9), "price.quantity_out_of_range"),
        (a_line(code="LINE.GONE"), "price.unknown_charge"),
        (an_item("PACK", alterations=(FreeMonths(25),)), "price.free_months_out_of_range"),
        (an_item("PACK", alterations=(FreeMonths(-1),)), "price.free_months_out_of_range"),
        (an_item("PACK", alterations=(Percentage(Decimal(101)),)), "price.alteration_out_of_range"),
    ],
)
def test_a_mistake_is_told_with_its_item(item: QuoteItem, code: str) -> None:
    """And the item beside it is priced all the same."""
    quote = price((item, a_line(item_id="i2")))
    assert (code, "i1") in [(problem.code, problem.where.subject) for problem in quote.problems]
    beside = quote.item("i2")
    assert beside is not None
    assert beside.monthly.net_amount > 0
    assert quote.item("i3") is None


@pytest.mark.parametrize("term", [0, -5])
def test_a_term_below_a_month_is_told(term: int) -> None:
    """With items; an empty quote has nothing to commit to."""
    assert "price.term_out_of_range" in codes_of(price((a_line(),), term))
    assert codes_of(price((), term)) == []


def test_free_months_beyond_the_term_are_not_applied() -> None:
    """Nobody pays a negative number of months."""
    quote = price((an_item("PACK", alterations=(FreeMonths(25),)),))
    assert quote.items[0].free_months == 0
    assert quote.totals.contract.net_amount == 199_00 * 24 + 50_00


def test_two_items_of_one_identifier_are_both_priced() -> None:
    """Whatever a file says, no item disappears from the sum."""
    quote = priced(a_catalog(), a_line(1), a_line(2))
    assert quote.totals.monthly.net_amount == 75_00


def test_an_empty_quote_comes_to_nothing() -> None:
    """No findings, no tax rows, no division by zero."""
    quote = price(())
    assert quote.totals.contract == Amounts()
    assert quote.totals.tax_rows == ()
    assert quote.problems == ()


def test_the_result_names_what_it_was_priced_with() -> None:
    """Version of the catalogue and of the rules."""
    quote = priced(a_catalog(version="v7"), a_line())
    assert (quote.catalog_version, quote.policy_version) == ("v7", "test")
