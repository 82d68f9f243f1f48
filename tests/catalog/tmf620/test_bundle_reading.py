"""Bundles come back with their charges, or are made of the offerings that anybody names."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import msgspec
import pytest

from catalog.bundle import BundleComponent, BundleOneTime
from catalog.component_kind import ComponentKind
from catalog.local_text import LocalText
from catalog.option_group import GroupMember, MemberPricing, OptionGroup
from catalog.tmf620.bundle_reading import is_bundle
from catalog.tmf620.writing import write_tmf620
from tests.builders import DAY
from tests.catalog.tmf620.samples import (
    a_node,
    counted,
    found,
    full_content,
    read,
    standard_offering,
    standard_price,
)


def number_of(offering: str, **numbers: int) -> dict[str, Any]:
    """How many of an offering a bundle holds; nothing is said without numbers."""
    named = {
        "Default": "numberRelOfferDefault",
        "Lower": "numberRelOfferLowerLimit",
        "Upper": "numberRelOfferUpperLimit",
    }
    given = {named[key]: number for key, number in numbers.items()}
    return {"id": offering, "bundledProductOfferingOption": given} if given else {"id": offering}


def standard_file(*parts: dict[str, Any], **members: object) -> list[dict[str, Any]]:
    """Two offerings and a bundle of them at 40 a month, as the standard says it."""
    prices = members.pop("prices", ("90",))
    assert isinstance(prices, tuple)
    bundle = standard_offering("B", *prices, isBundle=True, bundledProductOffering=list(parts))
    return [
        {**bundle, **members},
        standard_offering("7", "31", "32"),
        standard_offering("8", "33"),
        standard_price("31"),
        standard_price("32", name="Installation", priceType="oneTime"),
        standard_price("33", name="Address", recurringChargePeriodType="year"),
        standard_price("90", name="Together", price={"unit": "CNY", "value": 40}, tax=[]),
    ]


def ours(**changes: object) -> list[dict[str, Any]]:
    """Our own full file with other members in its first bundle."""
    listed: list[dict[str, Any]] = json.loads(write_tmf620(full_content(), DAY))
    bundle = next(resource for resource in listed if resource["id"] == "PACK")
    bundle.update(changes)
    return listed


def test_a_bundle_of_anybody_holds_the_recurring_charges_of_its_offerings() -> None:
    """As many as it says: the usual number, or else the least, or else one."""
    parts = (number_of("7", Default=3, Lower=2), number_of("8"))
    term = [{"duration": {"amount": 1, "units": "year"}}]
    file = read(standard_file(*parts, productOfferingTerm=term))
    assert found(file) == []
    (bundle,) = file.bundles
    assert (bundle.code, bundle.price, bundle.term) == ("B", Decimal(40), 12)
    assert bundle.components == (
        BundleComponent("7.31", 3),
        BundleComponent("8.33", 1, ComponentKind.YEARLY),
    )
    assert bundle.options == ()
    assert bundle.most_extra_discount == 0
    least = read(standard_file(number_of("7", Lower=2)))
    assert least.bundles[0].components == (BundleComponent("7.31", 2),)
    assert least.bundles[0].term == 1


def test_what_may_be_added_is_a_choice_at_its_list_price() -> None:
    """The standard has no price of a choice; that it is the list price is told."""
    file = read(standard_file(number_of("7"), number_of("8", Lower=0, Upper=4)))
    assert found(file) == []
    (bundle,) = file.bundles
    assert [part.charge for part in bundle.components] == ["7.31"]
    member = GroupMember("8.33", most=4, kind=ComponentKind.YEARLY)
    assert bundle.groups == (OptionGroup("optional", LocalText("可选项", "Options"), (member,)),)
    assert (member.pricing, member.default) == (MemberPricing.LIST, 0)
    assert counted(file)["exchange.optional_at_list_price"] == "1"


def test_what_may_be_added_comes_back_from_our_own_file() -> None:
    """Read from anybody, written by us and read again, the choice is the same."""
    file = read(standard_file(number_of("7"), number_of("8", Lower=0, Upper=4)))
    content = msgspec.structs.replace(
        full_content(),
        offerings=file.offerings,
        bundles=file.bundles,
        price_records=(),
        specifications=(),
    )
    again = read(json.loads(write_tmf620(content, DAY)))
    assert again.bundles[0].groups == file.bundles[0].groups


def test_an_offering_that_is_usually_there_is_held_though_there_may_be_none() -> None:
    """Its usual number is one; so the bundle has it, as before anybody chose."""
    file = read(standard_file(number_of("7", Lower=0, Default=1)))
    assert [part.quantity for part in file.bundles[0].components] == [1]
    assert file.bundles[0].groups == ()


def test_more_than_the_usual_number_has_no_price_either() -> None:
    """Of two lines of at most five, two are in the bundle; the limit is told as not kept."""
    file = read(standard_file(number_of("7", Default=2, Upper=5), number_of("8", Upper=1)))
    assert [part.quantity for part in file.bundles[0].components] == [2, 1]
    assert counted(file)["exchange.not_kept numberRelOfferUpperLimit"] == "1"


def test_an_offering_without_monthly_price_adds_nothing_to_the_month() -> None:
    """Told as well."""
    file = read(
        [
            *standard_file(number_of("7"), number_of("9")),
            standard_offering("9", "35"),
            standard_price("35", priceType="oneTime"),
        ]
    )
    assert [part.charge for part in file.bundles[0].components] == ["7.31"]
    assert counted(file)["exchange.part_not_recurring"] == "1"


@pytest.mark.parametrize(
    ("part", "code"),
    [("gone", "exchange.unknown_reference"), ("B", "exchange.nested_bundle")],
)
def test_a_bundle_holds_single_offerings_of_the_file(part: str, code: str) -> None:
    """No bundle, and none that is not there."""
    file = read(standard_file(number_of(part)))
    assert found(file) == [(code, "$[0].bundledProductOffering[0].id")]


@pytest.mark.parametrize(
    ("prices", "wanted"),
    [
        (("90", "90"), [("exchange.bundle_month", "$[0].productOfferingPrice")]),
        (("90", "32"), [("exchange.bundle_price", "$[4].priceType")]),
        (("90", "33"), [("exchange.bundle_price", "$[5].priceType")]),
        (
            ("33",),
            [
                ("exchange.bundle_price", "$[5].priceType"),
                ("exchange.bundle_month", "$[0].productOfferingPrice"),
            ],
        ),
        (
            ("gone",),
            [
                ("exchange.unknown_reference", "$[0].productOfferingPrice[0].id"),
                ("exchange.bundle_month", "$[0].productOfferingPrice"),
            ],
        ),
    ],
)
def test_a_bundle_has_one_monthly_price(
    prices: tuple[str, ...], wanted: list[tuple[str, str]]
) -> None:
    """Which charge any other price belongs to is unknown, so it is never dropped silently."""
    assert found(read(standard_file(number_of("7"), prices=prices))) == wanted


def test_a_bundle_in_another_currency_is_refused() -> None:
    """Prices are yuan."""
    file = standard_file(number_of("7"))
    file[-1]["price"]["unit"] = "EUR"
    assert found(read(file)) == [("exchange.currency", "$[6].price.unit")]


def test_our_own_bundle_comes_back() -> None:
    """With its one-time prices by charge."""
    bundle, other, chosen = read(ours()).bundles
    assert bundle == full_content().bundles[0]
    assert bundle.one_time == (BundleOneTime("LINE.INST", 4, Decimal("0.00")),)
    assert (other, chosen) == full_content().bundles[1:]


def test_numbers_that_contradict_our_charges_are_a_finding() -> None:
    """Somebody corrected one and forgot the other; neither is believed."""
    changed = ours()
    at = next(n for n, resource in enumerate(changed) if resource["id"] == "PACK")
    line = changed[at]["bundledProductOffering"][0]
    line["bundledProductOfferingOption"]["numberRelOfferDefault"] = 5
    changed[at]["bundledProductOffering"].append({"id": "EXTRA"})
    file = read(changed)
    place = f"$[{at}].bundledProductOffering"
    assert found(file) == [("exchange.bundle_contradicts", place)]
    assert [p.parameters["offering"] for p in file.problems if p.blocks] == ["LINE"]


@pytest.mark.parametrize(
    ("extension", "code", "place"),
    [
        ({"components": [{"charge": "A.B"}]}, "exchange.member_missing", "components[0].kind"),
        (
            {"components": [{"charge": "A.B", "kind": "weekly", "quantity": 1}]},
            "import.unknown_word",
            "components[0].kind",
        ),
        ({"options": [{"charge": "A.B"}]}, "import.price_missing", "options[0].price"),
        ({"overage": [{"price": 1}]}, "exchange.member_missing", "overage[0].charge"),
        ({"conditions": [{"least": 1}]}, "exchange.member_missing", "conditions[0].measure"),
        ({"clauses": "one"}, "exchange.wrong_type", "clauses"),
    ],
)
def test_a_fault_in_our_extension_has_its_place(
    extension: dict[str, object], code: str, place: str
) -> None:
    """Hand-written files are told what they miss."""
    file = read(standard_file(number_of("7"), quotewright=extension))
    assert (code, f"$[0].quotewright.{place}") in found(file)


def test_what_is_in_a_bundle_tells_that_it_is_one() -> None:
    """Unless the file says otherwise."""
    assert is_bundle(a_node(isBundle=True))
    assert is_bundle(a_node(bundledProductOffering=[{"id": "7"}]))
    assert not is_bundle(a_node(isBundle=False, bundledProductOffering=[{"id": "7"}]))
    assert not is_bundle(a_node())
