"""What is found about single offerings: where, through whom, and how they may be sold."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec
import pytest

from catalog.characteristic import Characteristic, CharacteristicKind
from catalog.local_text import LocalText
from catalog.offering import Lifecycle
from catalog.period import ValidityPeriod
from catalog.problem import Place, Severity
from pricing.eligibility import check_items
from pricing.item import ItemCharge
from pricing.offering_eligibility import as_quoted, beside, by_itself
from pricing.standing import Standing
from tests.builders import DAY, a_catalog, a_charge, a_context, an_item, an_offering

if TYPE_CHECKING:
    from catalog.offering import ProductOffering
    from pricing.context import PricingContext

SPEED = Characteristic(
    "speed",
    LocalText("速率"),
    CharacteristicKind.NUMBER,
    "Mbit/s",
    least=Decimal(10),
    most=Decimal(100),
    required=True,
)


def alone(offering: ProductOffering, context: PricingContext) -> list[tuple[str, Severity]]:
    """Codes of what is found about an offering by itself, and how much they matter."""
    return [(p.code, p.severity) for p in by_itself(context, offering, Place(), frozenset())]


@pytest.mark.parametrize(
    ("area", "found"),
    [
        ("SH", []),
        ("BJ", [("offering.not_for_area", Severity.ERROR)]),
        ("", [("offering.area_unknown", Severity.WARNING)]),
    ],
)
def test_an_offering_is_sold_in_its_areas(area: str, found: list[tuple[str, Severity]]) -> None:
    """Where nobody knows the customer's area, nobody can forbid it."""
    assert alone(an_offering(areas=("SH", "JS")), a_context(area=area)) == found
    assert alone(an_offering(), a_context(area=area)) == []


@pytest.mark.parametrize(
    ("channel", "found"),
    [("direct", []), ("", []), ("agent", [("offering.not_for_channel", Severity.ERROR)])],
)
def test_an_offering_is_sold_through_its_channels(
    channel: str, found: list[tuple[str, Severity]]
) -> None:
    """A quote whose channel nobody has named is the manager's own."""
    assert alone(an_offering(channels=("direct",)), a_context(channel=channel)) == found


@pytest.mark.parametrize("state", [Lifecycle.PLANNED, Lifecycle.WITHDRAWN])
def test_what_is_not_sold_is_told_once(state: Lifecycle) -> None:
    """Though it is out of its time as well."""
    past = ValidityPeriod(last=DAY.replace(year=2025))
    offering = an_offering(lifecycle=state, valid=past)
    assert alone(offering, a_context()) == [("offering.not_on_sale", Severity.ERROR)]


def test_values_of_characteristics_are_looked_at() -> None:
    """Missing, out of range, unknown; the usual value counts where none is given."""
    catalog = a_catalog(an_offering(characteristics=(SPEED,)))
    offering, item, context = catalog.content.offerings[0], an_item(), a_context()
    (missing,) = as_quoted(catalog, context, offering, item)
    assert (missing.code, missing.where.column) == ("characteristic.missing", "speed")
    wrong = msgspec.structs.replace(item, characteristics={"speed": "500", "b": "1", "a": "1"})
    first, *unknown = as_quoted(catalog, context, offering, wrong)
    assert first.code == "characteristic.does_not_fit"
    assert first.parameters["value"] == "500"
    assert first.parameters["allowed"] == "10–100 Mbit/s"
    assert [(p.code, p.where.column, p.blocks) for p in unknown] == [
        ("characteristic.unknown", "a", False),
        ("characteristic.unknown", "b", False),
    ]
    usual = msgspec.structs.replace(SPEED, default="20")
    filled = a_catalog(an_offering(characteristics=(usual,)))
    assert not list(as_quoted(filled, context, filled.content.offerings[0], item))


def test_a_characteristic_that_a_quiet_offering_does_not_have_is_told_all_the_same() -> None:
    """Nothing else can be said of the offering; others of the quote stay quiet."""
    item = msgspec.structs.replace(an_item(), characteristics={"speed": "20"})
    other = msgspec.structs.replace(an_item(), id="i2")
    (problem,) = check_items(a_catalog(), a_context(), (item, other))
    assert (problem.code, problem.where.subject) == ("characteristic.unknown", "i1")
    assert check_items(a_catalog(), a_context(), (other,)) == ()


def test_who_has_all_that_there_may_be_is_told() -> None:
    """One switchboard function a customer; what has no limit is simply quoted once more."""
    item = an_item("LINE", 1, ItemCharge("LINE.RENT", 1))
    for most, installed, codes in (
        (1, 1, ["offering.already_installed"]),
        (2, 1, []),
        (0, 1, []),
        (1, 0, []),
    ):
        catalog = a_catalog(an_offering(a_charge(most=most)))
        found = check_items(catalog, a_context(installed={"LINE": installed}), (item,))
        assert [problem.code for problem in found] == codes
    frozen = a_catalog(an_offering(a_charge(most=1), lifecycle=Lifecycle.FROZEN))
    assert check_items(frozen, a_context(installed={"LINE": 1}), (item,)) == ()


def test_who_has_none_yet_may_have_the_only_one() -> None:
    """One a customer, none installed, and a characteristic that makes the item be looked at."""
    size = msgspec.structs.replace(SPEED, default="20")
    catalog = a_catalog(an_offering(a_charge(most=1), characteristics=(size,)))
    item = an_item("LINE", 1, ItemCharge("LINE.RENT", 1))
    assert check_items(catalog, a_context(), (item,)) == ()


def test_a_charge_is_charged_within_its_time() -> None:
    """A charge that ended last year blocks; one that is not quoted does not matter."""
    past = ValidityPeriod(last=DAY.replace(year=2025))
    catalog = a_catalog(an_offering(a_charge(), a_charge("LINE.OLD", valid=past)))
    quoted = an_item("LINE", 1, ItemCharge("LINE.OLD", 1))
    (found,) = check_items(catalog, a_context(), (quoted,))
    assert (found.code, found.where.column) == ("charge.not_valid", "LINE.OLD")
    assert (
        check_items(catalog, a_context(), (an_item("LINE", 1, ItemCharge("LINE.RENT", 1)),)) == ()
    )


def test_quiet_means_that_nothing_can_be_found() -> None:
    """Each reason for a finding makes an offering one that must be looked at."""
    past = ValidityPeriod(last=DAY.replace(year=2025))
    context = a_context()
    quiet = an_offering()
    assert Standing(a_catalog(quiet), context).quiet_among({"LINE"}) == {"LINE"}
    had = a_context(installed={"LINE": 1})
    assert Standing(a_catalog(quiet), had).quiet_among({"LINE"}) == set()
    for loud in (
        an_offering(requires=("NET",)),
        an_offering(excludes=("NET",)),
        an_offering(areas=("SH",)),
        an_offering(segments=("GOV",)),
        an_offering(characteristics=(SPEED,)),
        an_offering(a_charge(valid=past)),
    ):
        assert Standing(a_catalog(loud), context).quiet_among({"LINE"}) == set()


def test_what_is_known_of_offerings_holds_for_any_term() -> None:
    """The first check found nothing; a shorter term after it is too short."""
    bound = an_offering(a_charge(least_term=12))
    catalog = a_catalog(bound)
    standing = Standing(catalog, a_context(24))
    line = an_item("LINE", 1, ItemCharge("LINE.RENT", 1))
    assert check_items(catalog, a_context(24), (line,), standing) == ()
    (short,) = check_items(catalog, a_context(6), (line,), standing)
    assert short.code == "charge.term_too_short"


def test_what_is_needed_may_be_installed() -> None:
    """In the quote, or with the customer; what excludes it only warns when it is installed."""
    offering = an_offering(requires=("NET",), excludes=("ADSL",))
    assert [p.code for p in beside(offering, Place(), set(), {"ADSL"})] == [
        "offering.requirement_missing",
        "offering.excluded_installed",
    ]
    assert [p.code for p in beside(offering, Place(), {"NET", "ADSL"}, set())] == [
        "offering.excluded"
    ]
