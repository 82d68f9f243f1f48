"""The small values of the catalogue: texts, charges, segments, conditions, tax classes, lookups."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import msgspec
import pytest

from catalog.bundle import BundleOption
from catalog.characteristic import Characteristic
from catalog.charge import PriceRegulation, RegulationPeriod
from catalog.condition import Condition
from catalog.local_text import LocalText
from catalog.period import ValidityPeriod
from catalog.problem import Problem, Severity
from catalog.product_catalog import ProductCatalog
from catalog.selling_points import Fabe, Pitch
from catalog.specification import ProductSpecification
from catalog.tax_class import DatedRate, TaxClass
from tests.builders import a_bundle, a_catalog, a_charge, a_content, an_offering


def test_a_text_speaks_the_other_language_rather_than_nothing() -> None:
    """Nobody sees an empty name because a translation is missing."""
    assert LocalText("宽带", "broadband").spoken("zh") == "宽带"
    assert LocalText("宽带", "broadband").spoken("en") == "broadband"
    assert LocalText(zh="宽带").spoken("en") == "宽带"
    assert LocalText(en="broadband").spoken("zh") == "broadband"


def test_a_charge_belongs_to_the_offering_in_its_code() -> None:
    """The last part names the charge, whatever stands before."""
    assert a_charge("LINE.RENT").offering == "LINE"
    assert a_charge("LINE.2M.RENT").offering == "LINE.2M"


@pytest.mark.parametrize("sold", [an_offering(segments=("SMB",)), a_bundle(segments=("SMB",))])
def test_something_is_sold_to_its_segments(sold: object) -> None:
    """Any one of the customer's segments is enough."""
    assert isinstance(sold, type(an_offering()) | type(a_bundle()))
    assert sold.sold_to(("GROUP", "SMB"))
    assert not sold.sold_to(("GROUP",))
    assert not sold.sold_to(())


def test_all_segments_means_everybody() -> None:
    """Even a customer whose segment is not known."""
    assert an_offering(segments=("ALL",)).sold_to(())
    assert a_bundle(segments=("ALL",)).sold_to(())


def test_a_bundle_knows_its_options_and_what_they_waive() -> None:
    """The option price for a charge, and the one-time charges that come free with it."""
    option = BundleOption("LINE.RENT", Decimal(20), waives=("LINE.INST",))
    bundle = a_bundle(options=(option,))
    assert bundle.option_for("LINE.RENT") is option
    assert bundle.option_for("LINE.INST") is None
    assert bundle.waives("LINE.INST")
    assert not bundle.waives("LINE.RENT")


LINES = Condition("lines", least=Decimal(3), most=Decimal(5))
TRADES = Condition("industry", one_of=("hotel", "school"))


@pytest.mark.parametrize(
    ("condition", "value", "verdict"),
    [
        (LINES, Decimal("2.99"), False),
        (LINES, Decimal(3), True),
        (LINES, Decimal(5), True),
        (LINES, Decimal("5.01"), False),
        (Condition("lines", least=Decimal(3)), Decimal(1000), True),
        (Condition("lines", most=Decimal(3)), Decimal(-1), True),
        (Condition("lines"), Decimal(7), True),
        (TRADES, "school", True),
        (TRADES, "bank", False),
    ],
)
def test_a_condition_holds_within_its_bounds(
    condition: Condition, value: Decimal | str, verdict: bool
) -> None:
    """Bounds are included; words must be among those named."""
    assert condition.verdict({condition.measure: value}) is verdict


def test_a_fact_that_is_not_known_is_neither_true_nor_false() -> None:
    """The user is told that nobody has looked."""
    assert LINES.verdict({}) is None
    assert LINES.verdict({"lines": Decimal("NaN")}) is None


def test_a_tax_class_changes_its_rate_on_a_day() -> None:
    """6 % until the end of 2025, 9 % from 2026; a class without rates has none."""
    broadband = TaxClass(
        "broadband",
        LocalText("宽带"),
        (
            DatedRate(Decimal("0.06"), ValidityPeriod(last=date(2025, 12, 31))),
            DatedRate(Decimal("0.09"), ValidityPeriod(first=date(2026, 1, 1))),
        ),
    )
    assert broadband.rate_on(date(2025, 12, 31)) == Decimal("0.06")
    assert broadband.rate_on(date(2026, 1, 1)) == Decimal("0.09")
    assert TaxClass("empty", LocalText(), ()).rate_on(date(2026, 1, 1)) is None


def test_only_errors_block() -> None:
    """Warnings and hints are told and block nothing."""
    assert Problem("x").blocks
    assert not Problem("x", Severity.WARNING).blocks
    assert not Problem("x", Severity.HINT).blocks


def test_a_catalogue_finds_everything_by_code() -> None:
    """Offerings, bundles, charges with their owners, tax classes; nothing for an unknown code."""
    offering = an_offering(a_charge("LINE.RENT"), a_charge("LINE.CLIP", "6.00"))
    catalog = a_catalog(offering, bundles=[a_bundle()], version="v7")
    assert catalog.version == "v7"
    assert catalog.offering("LINE") is offering
    assert catalog.charge("LINE.CLIP") is offering.charges[1]
    assert catalog.owner("LINE.CLIP") is offering
    assert catalog.bundle("PACK") is catalog.content.bundles[0]
    assert catalog.tax_class("nine") is catalog.content.tax_classes[0]
    for found in (
        catalog.offering("PACK"),
        catalog.bundle("LINE"),
        catalog.charge("LINE"),
        catalog.owner("LINE.NONE"),
        catalog.tax_class("ten"),
    ):
        assert found is None


def test_the_first_of_two_equal_codes_wins() -> None:
    """The import refuses such files; a lookup must still be certain."""
    first, second = an_offering(a_charge(price="1.00")), an_offering(a_charge(price="2.00"))
    catalog = a_catalog(first, second)
    assert catalog.offering("LINE") is first
    assert catalog.charge("LINE.RENT") is first.charges[0]


def test_a_price_may_be_set_free_on_a_day() -> None:
    """Guided until the end of 2026, the market's from then on; a charge without dates is itself."""
    freed = RegulationPeriod(PriceRegulation.MARKET, ValidityPeriod(first=date(2027, 1, 1)))
    charge = a_charge(regulation=PriceRegulation.GUIDED, regulations=(freed,))
    assert charge.on(date(2026, 12, 31)).regulation is PriceRegulation.GUIDED
    assert charge.on(date(2027, 1, 1)).regulation is PriceRegulation.MARKET
    plain = a_charge()
    assert plain.on(date(2027, 1, 1)) is plain


def test_an_offering_shares_the_characteristics_of_its_specification() -> None:
    """Its own come first and hold where both have the same one."""
    own = Characteristic("speed", LocalText("速率"))
    shared = (Characteristic("speed", LocalText("带宽")), Characteristic("sla", LocalText("等级")))
    offering = an_offering(specification="circuit", characteristics=(own,))
    content = msgspec.structs.replace(
        a_content(offering, an_offering(a_charge("NET.RENT"), characteristics=(own,))),
        specifications=(
            ProductSpecification("circuit", LocalText("电路"), characteristics=shared),
        ),
    )
    catalog = ProductCatalog(content)
    assert catalog.characteristics("LINE") == (own, shared[1])
    assert catalog.characteristics("NET") == (own,)
    assert catalog.characteristics("GONE") == ()
    found = catalog.specification("circuit")
    assert found is not None
    assert found.characteristics == shared
    assert catalog.specification("other") is None


def test_selling_points_that_say_nothing_are_none() -> None:
    """So a page need not show four empty headings."""
    assert not Fabe()
    assert Fabe(evidence=LocalText("十年零中断"))
    assert not Pitch()
    assert Pitch(example=LocalText("比如一家酒店"))
