"""Which list price holds in a quote's circumstances, and what bundles publish for usage."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from catalog.bundle import BundleOneTime, BundleOption, OverageRate
from catalog.charge import PriceRegulation, RegulationPeriod
from catalog.component_kind import ComponentKind
from catalog.local_text import LocalText
from catalog.period import BillingPeriod, ValidityPeriod
from catalog.price_list import PriceRecord
from catalog.product_catalog import ProductCatalog
from catalog.tax_class import DatedRate, TaxClass
from pricing.market import Market, PublishedOverage
from tests.builders import (
    a_bundle,
    a_catalog,
    a_charge,
    a_content,
    a_context,
    a_part,
    an_offering,
)
from tests.pricing.random_quotes import replaced

CALLS = "LINE.CALLS"
USAGE = a_charge(CALLS, "0.20", period=BillingPeriod.PER_USE, tax_included=False)


def listed_at(
    *records: PriceRecord, area: str = "", currency: str = "CNY"
) -> tuple[Decimal, str] | None:
    """List price of a line and where it comes from; 25.00 of the catalogue without records."""
    catalog = ProductCatalog(replaced(a_content(), price_records=records))
    found = Market(catalog, a_context(area=area, currency=currency)).listed("LINE.RENT")
    return None if found is None else (found.list_price, found.note.source)


def test_a_price_by_area_holds_there() -> None:
    """21.00 in SH, 25.00 elsewhere."""
    records = (
        PriceRecord("all", "LINE.RENT", Decimal("25.00")),
        PriceRecord("sh", "LINE.RENT", Decimal("21.00"), areas=("SH",)),
    )
    assert listed_at(*records, area="SH") == (Decimal("21.00"), "sh")
    assert listed_at(*records, area="BJ") == (Decimal("25.00"), "all")


def test_a_price_holds_in_its_currency_and_the_catalogue_s_own_in_yuan() -> None:
    """Where no record fits there is no price, and never another currency's."""
    dollars = PriceRecord("usd", "LINE.RENT", Decimal("4.00"), currency="USD")
    assert listed_at(dollars, currency="USD") == (Decimal("4.00"), "usd")
    assert listed_at(dollars) is None
    assert listed_at() == (Decimal("25.00"), "v1")
    assert listed_at(currency="USD") is None


def test_records_between_which_only_the_name_decides_are_told() -> None:
    """All but the one that holds, in their order; a single one has nothing to tell."""
    tied = [PriceRecord(name, "LINE.RENT", Decimal("25.00")) for name in ("c", "a", "b")]
    for records, problems in (
        (tied, (("price.tied_records", {"record": "a", "others": "b, c"}),)),
        (tied[:1], ()),
    ):
        catalog = ProductCatalog(replaced(a_content(), price_records=tuple(records)))
        found = Market(catalog, a_context()).listed("LINE.RENT")
        assert found is not None
        assert found.problems == problems


def test_a_charge_is_regulated_as_on_the_price_date() -> None:
    """Guided from December on."""
    dated = RegulationPeriod(PriceRegulation.GUIDED, ValidityPeriod(date(2026, 12, 1)))
    catalog = a_catalog(an_offering(a_charge(regulations=(dated,))))
    for day, regulation in (
        (date(2026, 11, 30), PriceRegulation.MARKET),
        (date(2026, 12, 1), PriceRegulation.GUIDED),
    ):
        found = Market(catalog, a_context(day=day)).listed("LINE.RENT")
        assert found is not None
        assert found.charge.regulation is regulation


def test_a_rate_of_nothing_leaves_an_amount_as_it_is() -> None:
    """Exempt is a rate, not a missing one."""
    exempt = TaxClass("nine", LocalText("免税"), (DatedRate(Decimal(0)),))
    catalog = ProductCatalog(replaced(a_content(), tax_classes=(exempt,)))
    found = Market(catalog, a_context()).listed("LINE.RENT")
    assert found is not None
    assert (found.rate, found.tax_ratio) == (Decimal(0), (1, 1))


@pytest.mark.parametrize("published", ["option", "waiver", "usage"])
def test_whatever_a_bundle_publishes_for_a_charge_puts_its_vat_inside(published: str) -> None:
    """A price, a waiver or an allowance: 0.218 with 9 %, and an amount of 109 has 9 of VAT."""
    line = BundleOption("LINE.RENT", Decimal(20), waives=(CALLS,) if published == "waiver" else ())
    option = BundleOption(CALLS, Decimal("0.10")) if published == "option" else line
    parts = [a_part("LINE.RENT", 1)]
    if published == "usage":
        parts.append(a_part(CALLS, 100, ComponentKind.ALLOWANCE))
    bundle = a_bundle(components=tuple(parts), options=(option,))
    catalog = a_catalog(an_offering(a_charge(), USAGE), bundles=[bundle])
    found = Market(catalog, a_context(), frozenset({"PACK"})).listed(CALLS)
    assert found is not None
    assert (found.list_price, found.rate) == (Decimal("0.218"), Decimal("0.09"))
    assert (found.tax_ratio, found.on_top) == ((109, 100), None)
    alone = Market(catalog, a_context()).listed(CALLS)
    assert alone is not None
    assert (alone.tax_ratio, alone.on_top) == ((1, 1), Decimal("0.09"))


@pytest.mark.parametrize(
    ("first", "second", "code"), [("0.08", "0.10", "A"), ("0.10", "0.08", "B"), ("0.1", "0.1", "A")]
)
def test_of_several_prices_beyond_the_allowance_the_lowest_holds(
    first: str, second: str, code: str
) -> None:
    """As low: that of the bundle with the earlier code."""
    parts = (a_part("LINE.RENT", 1), a_part(CALLS, 100, ComponentKind.ALLOWANCE))
    bundles = [
        a_bundle(code=name, components=parts, overage=(OverageRate(CALLS, Decimal(price)),))
        for name, price in (("A", first), ("B", second))
    ]
    market = Market(a_catalog(bundles=bundles), a_context(), frozenset({"A", "B"}))
    found = market.overage(CALLS)
    assert found is not None
    assert (found.bundle.code, found.price) == (code, Decimal(min(first, second)))


def test_an_allowance_without_a_price_beyond_it_leaves_the_list_price() -> None:
    """Until another bundle publishes one."""
    plain = a_bundle(code="A", components=(a_part(CALLS, 100, ComponentKind.ALLOWANCE),))
    priced = a_bundle(
        code="B",
        one_time=(BundleOneTime("LINE.INST", 1, Decimal(0)),),
        overage=(OverageRate(CALLS, Decimal("0.10")),),
    )
    catalog = a_catalog(bundles=[plain, priced])
    alone = Market(catalog, a_context(), frozenset({"A"}))
    assert alone.overage(CALLS) == PublishedOverage(plain, None, 0)
    both = Market(catalog, a_context(), frozenset({"A", "B"}))
    assert both.overage(CALLS) == PublishedOverage(priced, Decimal("0.10"), 100_000)
