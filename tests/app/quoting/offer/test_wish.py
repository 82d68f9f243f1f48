"""Needs and usage are read off a quote and the bills."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.quoting.offer.wish import needs_of_charges, usage_of, wish_of
from pricing.bills import Bills
from pricing.item import ItemCharge
from pricing.spend_analysis import analyse
from tests.app.quoting.offer.sample_offers import circumstances
from tests.sample import sample_case, sample_catalog, sample_rules


def test_a_quotes_bundles_are_taken_apart() -> None:
    """C1-L holds four lines with caller display and a connection; allowances are no need."""
    wish = wish_of(circumstances(1))
    assert {need.id: need.quantity for need in wish.needs} == {
        "PSTN.RENT": 4,
        "PSTN.CLIP": 4,
        "ADSL2.RENT": 1,
    }


def test_single_items_add_to_what_bundles_hold() -> None:
    """Five lines in the bundle and a sixth; the modems come without buying them."""
    wish = wish_of(circumstances(2))
    assert {need.id: need.quantity for need in wish.needs} == {
        "PSTN.RENT": 6,
        "PSTN.CLIP": 6,
        "ADSL1.RENT": 4,
        "MODEM.LEASE": 4,
    }
    assert wish.bare == ("MODEM.LEASE",)


def test_unusual_months_are_counted_as_usual_ones() -> None:
    """158.40 for 528 minutes where 65.40 is usual: 218 minutes; local calls stay as they were."""
    case, rules = sample_case(1), sample_rules()
    analysis = analyse(case.bills, rules.spend)
    usual = usage_of(case.bills, analysis)
    assert usual["LD.DOM"] == (221, 213, 322, 218, 218, 218)
    assert usual["PSTN.LOCAL"] == (2930, 2915, 2925, 2780, 2735, 2815)
    real = usage_of(case.bills, analysis, typical=False)
    assert real["LD.DOM"] == (221, 213, 322, 528, 571, 435)


def test_usage_that_nobody_has_billed_is_what_the_quote_includes() -> None:
    """The bills of case 2 tell lines, not minutes."""
    assert wish_of(circumstances(2)).usage == {"PSTN.LOCAL": (9000,), "LD.DOM": (3600,)}
    assert usage_of(Bills(), None) == {}


def test_needs_may_be_named_by_hand() -> None:
    """Either of two charges; one that nobody knows is told."""
    (need,) = needs_of_charges(sample_catalog(), [("ADSL2.RENT | ADSL4.RENT", 2)])
    assert (need.id, need.quantity) == ("ADSL2.RENT", 2)
    assert need.answers == ("ADSL2.RENT", "ADSL4.RENT")
    with pytest.raises(KeyError, match=r"NONE\.RENT"):
        needs_of_charges(sample_catalog(), [("NONE.RENT", 1)])


def test_what_a_quote_sells_instead_of_renting_it_is_needed() -> None:
    """Four modems that are bought; what is paid once beside a rental is no need."""
    around = circumstances(2)
    items = [
        replace(item, charges=(ItemCharge("MODEM.EQP", 4),)) if item.offering == "MODEM" else item
        for item in around.quote.items
    ]
    wish = wish_of(around._replace(quote=replace(around.quote, items=tuple(items))))
    needs = {need.id: need.quantity for need in wish.needs}
    assert needs["MODEM.EQP"] == 4
    assert not needs.keys() & {"MODEM.LEASE", "PSTN.INST", "ADSL1.INST"}


def test_what_stands_at_a_site_is_wanted_there() -> None:
    """The sixth line of case 2 at the market; what the bundle holds is anywhere."""
    around = circumstances(2)
    items = [
        replace(item, site="S1") if item.offering == "PSTN" else item for item in around.quote.items
    ]
    wish = wish_of(around._replace(quote=replace(around.quote, items=tuple(items))))
    found = {need.id: (need.quantity, need.site, need.pool) for need in wish.needs}
    assert found["PSTN.RENT"] == (5, "", "")
    assert found["PSTN.RENT @S1"] == (1, "S1", "PSTN.RENT")


def test_needs_named_by_hand_may_have_a_site() -> None:
    """Three lines at S1 and two anywhere."""
    named = [("PSTN.RENT@S1", 3), ("PSTN.RENT", 2)]
    at, anywhere = needs_of_charges(sample_catalog(), named)
    assert (at.id, at.site, at.pool, at.quantity) == ("PSTN.RENT @S1", "S1", "PSTN.RENT", 3)
    assert (anywhere.id, anywhere.site, anywhere.quantity) == ("PSTN.RENT", "", 2)
