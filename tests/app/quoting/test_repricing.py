"""A quote priced twice: what differs in fen, why, and what stays."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import msgspec
from hypothesis import given

from app.figures import Figures
from app.quoting.difference_text import cause_text
from app.quoting.price_causes import Cause, Edition
from app.quoting.repricing import Repricing, reprice
from app.translation import load_words
from catalog.bundle import BundleOneTime, BundleOption
from catalog.period import BillingPeriod
from catalog.product_catalog import ProductCatalog
from catalog.tax_class import DatedRate
from pricing.alterations.percentage import Percentage
from pricing.policy import PricingPolicy
from pricing.quote_wide import QuoteDiscount
from pricing.rulebook import RuleSet
from tests.builders import (
    POLICY,
    a_bundle,
    a_catalog,
    a_charge,
    a_context,
    a_line,
    a_quote,
    an_item,
    an_offering,
)
from tests.pricing.random_quotes import random_quotes, seldom
from tests.pricing.rule_builders import a_promotion, percent_off

if TYPE_CHECKING:
    from app.quoting.quote import Quote
    from pricing.rule import PriceRule
    from tests.pricing.reference.quotes import RandomQuote


def again(
    quote: Quote,
    old: ProductCatalog,
    new: ProductCatalog,
    policy: PricingPolicy = POLICY,
    newer: PricingPolicy | None = None,
) -> Repricing:
    """The quote repriced from one catalogue and policy to others."""
    return reprice(quote, a_context(), Edition(old, policy), Edition(new, newer or policy))


def told(found: Repricing) -> list[tuple[str, int | None, int | None, list[str]]]:
    """Charge, old and new fen, and causes."""
    return [(c.charge, c.old, c.new, [cause.code for cause in c.causes]) for c in found.changes]


def lines(price: str = "25.00", *, tax_class: str = "nine") -> ProductCatalog:
    """A catalogue of one telephone line."""
    return a_catalog(an_offering(a_charge(price=price, tax_class=tax_class)))


def rules(*found: PriceRule) -> PricingPolicy:
    """A policy with these rules."""
    return PricingPolicy("rules", rules=RuleSet("rules", rules=found))


def test_another_list_price_is_told_in_fen_with_its_cause() -> None:
    """Ten lines at 25.00 cost 250.00, at 30.00 300.00; nothing else differs."""
    found = again(a_quote(a_line(10)), lines(), lines("30.00"))
    assert told(found) == [("LINE.RENT", 25_000, 30_000, ["list_price"])]
    assert found.changes[0].causes[0].parameters == {"old": "25.00", "new": "30.00"}
    assert found.changes[0].difference == 5_000
    assert (found.unchanged, found.problems) == (0, ())


def test_what_costs_the_same_is_counted() -> None:
    """Only the second of three charges differs."""
    charges = [a_charge("A.RENT"), a_charge("B.RENT"), a_charge("C.RENT")]
    old = a_catalog(*(an_offering(charge) for charge in charges))
    charges[1] = a_charge("B.RENT", "20.00")
    new = a_catalog(*(an_offering(charge) for charge in charges))
    items = [a_line(code=charge.code, item_id=charge.code) for charge in charges]
    found = again(a_quote(*items), old, new)
    assert told(found) == [("B.RENT", 2_500, 2_000, ["list_price"])]
    assert found.unchanged == 2


def test_the_same_catalogue_changes_nothing() -> None:
    """And the quote is called the same."""
    assert again(a_quote(a_line(10)), lines(), lines()).same


def test_a_withdrawn_offering_has_no_price_any_more() -> None:
    """The finding that the engine makes is new and told as well."""
    found = again(a_quote(a_line(2)), lines(), a_catalog(an_offering(a_charge("OTHER.RENT"))))
    assert told(found) == [("LINE.RENT", 5_000, None, ["offering_withdrawn"])]
    assert found.changes[0].difference == -5_000
    assert [problem.code for problem in found.problems] == ["price.unknown_offering"]
    assert not found.same


def test_a_withdrawn_charge_is_told_apart_from_its_offering() -> None:
    """The offering is still there; and backwards the charge has a price now."""
    old = a_catalog(an_offering(a_charge(), a_charge("LINE.CLIP")))
    quote = a_quote(a_line(code="LINE.CLIP"))
    assert told(again(quote, old, lines())) == [("LINE.CLIP", 2_500, None, ["charge_withdrawn"])]
    assert told(again(quote, lines(), old)) == [("LINE.CLIP", None, 2_500, ["priced_now"])]


def test_a_charge_without_tax_rate_has_no_price() -> None:
    """It is in the catalogue all the same."""
    found = again(a_quote(a_line()), lines(), lines(tax_class="none"))
    assert told(found) == [("LINE.RENT", 2_500, None, ["no_price"])]


def test_another_tax_rate_is_a_change_though_the_price_stays() -> None:
    """25.00 with 6 % instead of 9 % VAT."""
    old, content = lines(), lines().content
    rate = msgspec.structs.replace(content.tax_classes[0], rates=(DatedRate(Decimal("0.06")),))
    taxes = (rate, *content.tax_classes[1:])
    new = ProductCatalog(msgspec.structs.replace(content, tax_classes=taxes))
    found = again(a_quote(a_line()), old, new)
    assert told(found) == [("LINE.RENT", 2_500, 2_500, ["tax_rate"])]
    words, figures = load_words("en"), Figures("en")
    assert cause_text(found.changes[0].causes[0], words, figures) == "VAT rate 9 % → 6 %"


def test_a_price_that_loses_its_tax_is_told_as_such() -> None:
    """25.00 with 9 % VAT on top is 27.25, which is also the list price that one pays."""
    without = a_catalog(an_offering(a_charge(tax_included=False)))
    found = again(a_quote(a_line()), lines(), without)
    assert told(found) == [("LINE.RENT", 2_500, 2_725, ["list_price", "tax_basis"])]


def test_promotions_begin_end_and_change() -> None:
    """10 % off 25.00 is 22.50, 20 % off is 20.00; a rule may be gone or only end."""
    ten, twenty = a_promotion(percent_off(10)), a_promotion(percent_off(20))
    ended = msgspec.structs.replace(
        ten, when=msgspec.structs.replace(ten.when, segments=("NOBODY",))
    )
    quote, catalog = a_quote(a_line()), lines()
    cases = {
        ((), (ten,)): (2_500, 2_250, ["rule_added"]),
        ((ten,), ()): (2_250, 2_500, ["rule_removed"]),
        ((ten,), (ended,)): (2_250, 2_500, ["rule_ended"]),
        ((ten,), (twenty,)): (2_250, 2_000, ["rule_changed"]),
    }
    for (before, after), (was, now, why) in cases.items():
        found = again(quote, catalog, catalog, rules(*before), rules(*after))
        assert told(found) == [("LINE.RENT", was, now, why)]
        assert found.changes[0].causes[0].parameters["name_en"] == "rule P"


def two_lines(
    price: str,
    first: str = "25.00",
    **fields: Any,  # noqa: ANN401 (the bundle's own fields)
) -> ProductCatalog:
    """A bundle of two equal lines, A and B, and what it is sold with."""
    charges = [a_charge("A.RENT", first), a_charge("B.RENT")]
    extra = a_charge("A.INST", "80.00", period=BillingPeriod.ONCE)
    bundle = a_bundle(price, [("A.RENT", 1), ("B.RENT", 1)], **fields)
    offerings = [an_offering(charges[0], extra), an_offering(charges[1])]
    return a_catalog(*offerings, bundles=[bundle])


def test_a_bundle_price_is_the_cause_for_all_its_components() -> None:
    """40.00 is 20.00 each, 30.00 is 15.00 each."""
    found = again(a_quote(an_item("PACK")), two_lines("40.00"), two_lines("30.00"))
    assert told(found) == [
        ("A.RENT", 2_000, 1_500, ["bundle_price"]),
        ("B.RENT", 2_000, 1_500, ["bundle_price"]),
    ]
    assert found.changes[0].causes[0].parameters == {
        "old": "40.00",
        "new": "30.00",
        "bundle": "PACK",
    }


def test_another_list_price_shares_a_bundle_out_differently() -> None:
    """40.00 over 75.00 and 25.00 is 30.00 and 10.00; the bundle itself costs the same."""
    found = again(a_quote(an_item("PACK")), two_lines("40.00"), two_lines("40.00", "75.00"))
    assert told(found) == [
        ("A.RENT", 2_000, 3_000, ["list_price"]),
        ("B.RENT", 2_000, 1_000, ["bundle_share"]),
    ]
    assert found.old.totals.monthly.net_amount == found.new.totals.monthly.net_amount == 4_000


def test_one_time_prices_of_a_bundle_are_told() -> None:
    """Installation for 50.00 instead of 20.00."""
    once = [
        two_lines("40.00", one_time=(BundleOneTime("A.INST", 1, Decimal(p)),)) for p in (20, 50)
    ]
    found = again(a_quote(an_item("PACK")), once[0], once[1])
    assert told(found) == [("A.INST", 2_000, 5_000, ["bundle_one_time"])]
    assert found.unchanged == 2


def test_components_come_and_go_with_their_bundle() -> None:
    """The bundle of two lines becomes one of the first alone."""
    old = two_lines("40.00")
    content = old.content
    alone = a_bundle("40.00", [("A.RENT", 1)])
    new = ProductCatalog(msgspec.structs.replace(content, bundles=(alone,)))
    quote = a_quote(an_item("PACK"))
    assert told(again(quote, old, new)) == [
        ("A.RENT", 2_000, 4_000, ["bundle_share"]),
        ("B.RENT", 2_000, None, ["bundle_removed"]),
    ]
    assert told(again(quote, new, old))[1] == ("B.RENT", None, 2_000, ["bundle_added"])


def test_option_prices_and_waivers_of_a_bundle_are_causes_elsewhere() -> None:
    """B costs 25.00, as an option of the bundle 15.00 or 10.00; installation is free with it."""
    options = [(BundleOption("B.RENT", Decimal(price), waives=("A.INST",)),) for price in (15, 10)]
    none, fifteen, ten = (two_lines("40.00", options=o) for o in ((), *options))
    item = a_line(code="B.RENT", item_id="b")
    once = a_line(code="A.INST", item_id="once")
    quote = a_quote(an_item("PACK", item_id="pack"), item, once)
    assert told(again(quote, none, fifteen)) == [
        ("B.RENT", 2_500, 1_500, ["option_added"]),
        ("A.INST", 8_000, 0, ["waiver_added"]),
    ]
    assert told(again(quote, fifteen, ten)) == [("B.RENT", 1_500, 1_000, ["option_price"])]
    assert told(again(quote, fifteen, none)) == [
        ("B.RENT", 1_500, 2_500, ["option_removed"]),
        ("A.INST", 0, 8_000, ["waiver_removed"]),
    ]


def test_a_discount_by_hand_follows_the_list_price_and_is_no_cause() -> None:
    """A tenth off 25.00 is 22.50, off 30.00 it is 27.00."""
    quote = a_quote(a_line(1, Percentage(Decimal(10))))
    found = again(quote, lines(), lines("30.00"))
    assert told(found) == [("LINE.RENT", 2_250, 2_700, ["list_price"])]


def test_a_discount_on_the_whole_quote_is_shared_out_anew() -> None:
    """A tenth off two lines at 25.00, of which one becomes 75.00: 2.50 each, then 7.50 and 2.50."""
    old = a_catalog(an_offering(a_charge("A.RENT")), an_offering(a_charge("B.RENT")))
    new = a_catalog(an_offering(a_charge("A.RENT", "75.00")), an_offering(a_charge("B.RENT")))
    quote = a_quote(
        a_line(code="A.RENT", item_id="a"),
        a_line(code="B.RENT", item_id="b"),
        discount=QuoteDiscount(percent=Decimal(10)),
    )
    found = again(quote, old, new)
    assert told(found) == [("A.RENT", 2_250, 6_750, ["list_price", "quote_discount"])]
    assert found.unchanged == 1


def test_every_cause_has_a_text() -> None:
    """Whatever its parameters are, in both languages."""
    cause = Cause("list_price", {"old": "1234.5", "new": "0.065"})
    assert cause_text(cause, load_words("en"), Figures("en")) == "list price 1,234.50 → 0.065"
    assert cause_text(cause, load_words("zh"), Figures()) == "目录价 1,234.50 → 0.065"


@seldom
@given(random_quotes, random_quotes)
def test_changes_add_up_to_what_the_items_differ_by(one: RandomQuote, other: RandomQuote) -> None:
    """Nothing is left out or told twice, and each change has a cause with a text."""
    old = Edition(ProductCatalog(one.content), one.policy)
    new = Edition(ProductCatalog(other.content), other.policy)
    quote = a_quote(*one.items, discount=one.discount)
    found = reprice(quote, one.context, old, new)
    sums = [
        sum(charge.net_amount for item in price.items for charge in item.charges)
        for price in (found.old, found.new)
    ]
    assert sum(change.difference for change in found.changes) == sums[1] - sums[0]
    counts = [sum(len(i.charges) for i in price.items) for price in (found.old, found.new)]
    came = sum(change.old is None for change in found.changes)
    assert len(found.changes) + found.unchanged == counts[0] + came
    words, figures = load_words("zh"), Figures()
    for change in found.changes:
        assert all(cause_text(cause, words, figures) for cause in change.causes)
        assert change.causes


@seldom
@given(random_quotes)
def test_a_quote_repriced_on_its_own_version_is_the_same(one: RandomQuote) -> None:
    """Whatever it holds."""
    edition = Edition(ProductCatalog(one.content), one.policy)
    found = reprice(a_quote(*one.items, discount=one.discount), one.context, edition, edition)
    assert found.same
    assert found.unchanged == sum(len(item.charges) for item in found.new.items)
