"""Why a charge of a bundle costs something else, in the forms that have no one price."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.figures import Figures
from app.quoting.difference_text import cause_text
from app.quoting.price_causes import Cause, Edition
from app.quoting.repricing import Repricing, reprice
from app.translation import load_words
from catalog.bundle import BundleComponent, BundledOffering, ChildBundle, PricingForm
from catalog.option_group import GroupMember, MemberPricing
from tests.builders import POLICY, a_bundle, a_catalog, a_context, a_group, a_quote, an_item

LINES = (("LINE.RENT", 2),)


def percent_off(percent: str) -> BundledOffering:
    """Two lines at 25.00 with a percentage off."""
    return a_bundle("0", LINES, form=PricingForm.PERCENT_OFF, percent=Decimal(percent))


def own_price(price: str | None) -> BundledOffering:
    """Two lines at a price of their own."""
    own = Decimal(price) if price is not None else None
    part = BundleComponent("LINE.RENT", 2, price=own)
    return a_bundle("0", components=(part,), form=PricingForm.COMPONENT_PRICES)


def chosen(price: str) -> BundledOffering:
    """Two lines that the customer chose, at a price of the group's."""
    member = GroupMember(
        "LINE.RENT", 2, default=1, pricing=MemberPricing.OWN_PRICE, price=Decimal(price)
    )
    return a_bundle("0", components=(), parts=(), form=PricingForm.SUM, groups=(a_group(member),))


def again(old: BundledOffering, new: BundledOffering, *others: BundledOffering) -> Repricing:
    """A quote of the bundle, repriced."""
    before, after = a_catalog(bundles=[old, *others]), a_catalog(bundles=[new, *others])
    quote = a_quote(an_item("PACK"))
    return reprice(quote, a_context(), Edition(before, POLICY), Edition(after, POLICY))


@pytest.mark.parametrize(
    ("old", "new", "net", "cause"),
    [
        (
            percent_off("10"),
            percent_off("20"),
            (45_00, 40_00),
            Cause("bundle_percent", {"old": "10", "new": "20", "bundle": "PACK"}),
        ),
        (
            own_price("20"),
            own_price("22.5"),
            (40_00, 45_00),
            Cause("bundle_component_price", {"old": "20", "new": "22.5", "bundle": "PACK"}),
        ),
        (
            chosen("20"),
            chosen("24"),
            (40_00, 48_00),
            Cause("bundle_component_price", {"old": "20", "new": "24", "bundle": "PACK"}),
        ),
        (
            own_price("20"),
            own_price(None),
            (40_00, 50_00),
            Cause("bundle_terms", {"bundle": "PACK"}),
        ),
        (
            a_bundle("40.00", LINES),
            percent_off("10"),
            (40_00, 45_00),
            Cause("bundle_form", {"bundle": "PACK"}),
        ),
    ],
)
def test_what_a_bundle_publishes_for_a_charge_is_named(
    old: BundledOffering, new: BundledOffering, net: tuple[int, int], cause: Cause
) -> None:
    """Each alone, with the figures that moved."""
    (change,) = again(old, new).changes
    assert (change.old, change.new) == net
    assert change.causes == (cause,)


def test_the_price_of_a_bundle_inside_is_told_with_its_own_name() -> None:
    """The inner bundle has one price, and the outer one adds prices up."""
    outer = a_bundle("0", (), components=(), form=PricingForm.SUM, children=(ChildBundle("IN"),))
    quote = a_quote(an_item("PACK"))
    before, after = (
        a_catalog(bundles=[outer, a_bundle(price, LINES, code="IN")]) for price in ("40", "44")
    )
    found = reprice(quote, a_context(), Edition(before, POLICY), Edition(after, POLICY))
    (change,) = found.changes
    facts = {"old": "40", "new": "44", "bundle": "IN"}
    assert change.causes == (Cause("bundle_price", facts),)


def test_a_percentage_is_said_as_one() -> None:
    """Not as a price."""
    (change,) = again(percent_off("10"), percent_off("20")).changes
    said = cause_text(change.causes[0], load_words("en"), Figures("en"))
    assert said == "percent off in bundle PACK 10 % → 20 %"
