"""A catalogue without findings can be priced; one with a wrong code or number says where."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from catalog.bundle import BundleOneTime, BundleOption, OverageRate
from catalog.condition import Condition
from catalog.consistency import check_content
from catalog.pace import WHOLE
from tests.builders import a_bundle, a_charge, a_content, a_part, an_offering
from tests.sample import sample_catalog

if TYPE_CHECKING:
    from catalog.bundle import BundledOffering
    from catalog.offering import ProductOffering


def findings(
    *offerings: ProductOffering, bundles: tuple[BundledOffering, ...] = ()
) -> list[tuple[str, str, dict[str, str]]]:
    """Code, subject and parameters of what is found."""
    found = check_content(a_content(*offerings, bundles=bundles))
    return [(problem.code, problem.where.subject, problem.parameters) for problem in found]


def test_the_sample_catalogue_hangs_together() -> None:
    """344 charges and 20 bundles, nothing to say."""
    assert check_content(sample_catalog().content) == ()


def test_a_requirement_that_does_not_exist_is_only_a_warning() -> None:
    """The offering it names may have been withdrawn since."""
    content = a_content(an_offering(requires=("GONE",), excludes=("LOST", "LINE")))
    first, second = check_content(content)
    assert [first.code, second.code] == ["catalog.unknown_offering"] * 2
    assert [first.parameters, second.parameters] == [{"offering": "GONE"}, {"offering": "LOST"}]
    assert not first.blocks


def test_one_offering_may_stand_in_one_place_only() -> None:
    """Two sheets with the same offering would hide the charges of one of them."""
    assert findings(an_offering(), an_offering(a_charge("LINE.CLIP"))) == [
        ("catalog.duplicate_offering", "LINE", {"value": "LINE"})
    ]


def test_a_bundle_needs_a_code_of_its_own() -> None:
    """Neither an offering's nor another bundle's."""
    twice = (a_bundle(), a_bundle(), a_bundle(code="LINE"))
    assert findings(bundles=twice) == [
        ("catalog.duplicate_bundle", "PACK", {"value": "PACK"}),
        ("catalog.duplicate_bundle", "LINE", {"value": "LINE"}),
    ]


def test_every_charge_that_a_bundle_names_must_exist() -> None:
    """Components, one-time charges, overages, options and what options waive."""
    bundle = a_bundle(
        parts=[("A.RENT", 1)],
        one_time=(BundleOneTime("B.INST", 1, Decimal(0)),),
        overage=(OverageRate("C.USE", Decimal("0.1")),),
        options=(BundleOption("D.RENT", Decimal(1), waives=("E.INST",)),),
    )
    named = ["A.RENT", "B.INST", "C.USE", "D.RENT", "E.INST"]
    assert findings(bundles=(bundle,)) == [
        ("catalog.unknown_charge", "PACK", {"charge": code}) for code in named
    ]


def test_a_bundle_without_components_has_nothing_to_spread_its_price_over() -> None:
    """It is refused."""
    assert [code for code, _, _ in findings(bundles=(a_bundle(parts=()),))] == [
        "catalog.empty_bundle"
    ]


def test_a_tax_class_must_be_known() -> None:
    """The finding names the charge."""
    assert findings(an_offering(a_charge(tax_class="eleven"))) == [
        ("catalog.unknown_tax_class", "LINE.RENT", {"value": "eleven"})
    ]


@pytest.mark.parametrize(
    ("fields", "field", "value"),
    [
        ({"price": "199.005"}, "price", "199.005"),
        ({"price": "-1"}, "price", "-1"),
        ({"price": "NaN"}, "price", "NaN"),
        ({"term": 0}, "term", "0"),
        ({"most_extra_discount": Decimal(101)}, "most_extra_discount", "101"),
        ({"most_extra_discount": Decimal("NaN")}, "most_extra_discount", "NaN"),
        ({"components": (a_part("LINE.RENT", 0),)}, "components LINE.RENT quantity", "0"),
        (
            {"one_time": (BundleOneTime("LINE.RENT", 0, Decimal(0)),)},
            "one_time LINE.RENT quantity",
            "0",
        ),
        (
            {"one_time": (BundleOneTime("LINE.RENT", 1, Decimal("0.001")),)},
            "one_time LINE.RENT price",
            "0.001",
        ),
        (
            {"options": (BundleOption("LINE.RENT", Decimal("0.0000001")),)},
            "options LINE.RENT price",
            "1E-7",
        ),
        (
            {"overage": (OverageRate("LINE.RENT", Decimal("Infinity")),)},
            "overage LINE.RENT price",
            "Infinity",
        ),
        (
            {"conditions": (Condition("lines", most=Decimal("NaN")),)},
            "conditions lines",
            "NaN",
        ),
    ],
)
def test_a_bundle_holds_only_numbers_that_can_be_priced(
    fields: dict[str, Any], field: str, value: str
) -> None:
    """The finding names the field and what stands there."""
    assert findings(bundles=(a_bundle(**fields),)) == [
        ("catalog.bundle_number", "PACK", {"field": field, "value": value})
    ]


def test_a_subsidy_cannot_be_a_component() -> None:
    """A price cannot be spread over a weight below zero; as an option it may stand."""
    subsidy = an_offering(a_charge("PHONE.SUBS", "-400.00"))
    option = BundleOption("PHONE.SUBS", Decimal(-400))
    assert findings(
        an_offering(),
        subsidy,
        bundles=(a_bundle(parts=[("PHONE.SUBS", 1)], options=(option,)),),
    ) == [
        (
            "catalog.bundle_number",
            "PACK",
            {"field": "components PHONE.SUBS list_price_cny", "value": "-400.00"},
        )
    ]


def test_a_check_says_how_far_it_is_and_can_be_stopped_in_between() -> None:
    """Never backwards, to the end; what the listener raises ends it."""
    content = sample_catalog().content
    shares: list[int] = []
    check_content(content, shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == WHOLE
    assert len(shares) > 8

    def stop(share: int) -> None:
        if share > WHOLE // 2:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        check_content(content, stop)
