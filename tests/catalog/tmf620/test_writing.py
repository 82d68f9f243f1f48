"""A catalogue version becomes one list that the published definitions allow, and comes back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from catalog.consistency import check_content
from catalog.period import BillingPeriod
from catalog.tmf620.reading import read_tmf620
from catalog.tmf620.writing import resources, write_tmf620
from tests.builders import DAY, TAX_CLASSES, a_charge, a_content, an_offering
from tests.catalog.detailed import detailed_content
from tests.catalog.tmf620.samples import full_content, without_cost
from tests.sample import FIGURES, QUOTE_DAY, sample_import

if TYPE_CHECKING:
    from collections.abc import Callable

    from catalog.product_catalog import CatalogContent

DEFINITIONS: dict[str, Any] = json.loads(
    (FIGURES / "tmf620-required.json").read_text(encoding="utf-8")
)
"""Required members and types of the standard's definitions that we use, copied by hand."""
TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "date-time": (str,),
    "boolean": (bool,),
    "integer": (int,),
    "number": (int, float),
    "any": (object,),
}
CLASSES = {"Catalog", "ProductSpecification", "ProductOffering", "ProductOfferingPrice"}


def faults(value: object, kind: str | list[str], path: str) -> list[str]:
    """Where a value is not what a definition says; our extension must be announced."""
    if isinstance(kind, list):
        entries = value if isinstance(value, list) else [None]
        return [f for n, v in enumerate(entries) for f in faults(v, kind[0], f"{path}[{n}]")]
    if kind in TYPES:
        wrong = not isinstance(value, TYPES[kind]) or (
            isinstance(value, bool) and kind in {"integer", "number"}
        )
        return [path] if wrong else []
    if not isinstance(value, dict):
        return [path]
    definition = DEFINITIONS[kind]
    missing = [f"{path} needs {name}" for name in definition["required"] if name not in value]
    known = {"@type": "string", "@baseType": "string", **definition["members"]}
    inside = []
    for name, member in value.items():
        if name == "quotewright":
            announced = (value.get("@type"), value.get("@baseType")) == (f"Quotewright{kind}", kind)
            inside += [] if announced else [f"{path}.{name}"]
        else:
            inside += faults(member, known[name], f"{path}.{name}") if name in known else [name]
    return missing + inside


def exported(content: CatalogContent, *, with_cost: bool = True) -> list[dict[str, Any]]:
    """The list as a stranger's JSON parser sees it."""
    listed: list[dict[str, Any]] = json.loads(write_tmf620(content, DAY, with_cost=with_cost))
    return listed


def again(content: CatalogContent, data: bytes) -> CatalogContent:
    """What was read from the bytes, as a version of the same name; nothing may be found."""
    read = read_tmf620(data, content.tax_classes, DAY)
    assert [problem for problem in read.problems if problem.blocks] == []
    return msgspec.structs.replace(
        content,
        version=read.version,
        title=read.title,
        offerings=read.offerings,
        bundles=read.bundles,
        price_records=read.price_records,
    )


def without_initials(content: CatalogContent) -> CatalogContent:
    """An import works the pinyin out again."""
    replace = msgspec.structs.replace
    return msgspec.structs.replace(
        content,
        offerings=tuple(replace(o, initials="", pinyin="") for o in content.offerings),
        bundles=tuple(replace(b, initials="", pinyin="") for b in content.bundles),
    )


@pytest.mark.parametrize(
    "make", [full_content, detailed_content, lambda: sample_import().accepted()]
)
def test_every_resource_is_what_the_standard_defines(make: Callable[[], CatalogContent]) -> None:
    """Required members are there, types are right, nothing unknown outside our extension."""
    listed = exported(make())
    kinds = [resource.get("@baseType", resource["@type"]) for resource in listed]
    assert set(kinds) == CLASSES
    found = [
        fault
        for position, (kind, resource) in enumerate(zip(kinds, listed, strict=True))
        for fault in faults(resource, kind, f"$[{position}]")
    ]
    assert found == []


def test_the_validator_sees_what_is_wrong() -> None:
    """A missing name, text for a number, an unknown member, an extension nobody announced."""
    price = {"price": {"unit": "CNY", "value": "25"}, "colour": 1, "quotewright": {}}
    assert faults(price, "ProductOfferingPrice", "$") == [
        "$ needs name",
        "$.price.value",
        "colour",
        "$.quotewright",
    ]
    assert faults({"name": "x", "tax": {}}, "ProductOfferingPrice", "$") == ["$.tax[0]"]


def test_identifiers_are_unique_in_their_class_and_every_reference_leads_somewhere() -> None:
    """Of the sample, with its prices by bundle."""
    listed = exported(sample_import().accepted())
    by_class: dict[str, list[str]] = {}
    for resource in listed:
        kind = resource.get("@baseType", resource["@type"])
        by_class.setdefault(kind, []).append(resource["id"])
    assert all(len(set(names)) == len(names) for names in by_class.values())
    assert {kind: len(names) for kind, names in by_class.items()} == {
        "Catalog": 1,
        "ProductSpecification": 162 + 2,
        "ProductOffering": 162 + 20,
        "ProductOfferingPrice": 344 + 17 + 55,
    }
    prices = set(by_class["ProductOfferingPrice"])
    offerings = set(by_class["ProductOffering"])
    for resource in listed:
        assert {price["id"] for price in resource.get("productOfferingPrice", [])} <= prices
        assert {part["id"] for part in resource.get("bundledProductOffering", [])} <= offerings


@pytest.mark.parametrize("with_cost", [False, True])
def test_every_field_comes_back(with_cost: bool) -> None:
    """Of a catalogue that uses them all; the cost only when it was told."""
    content = full_content()
    data = write_tmf620(content, DAY, with_cost=with_cost)
    wanted = content if with_cost else without_cost(content)
    assert again(content, data) == wanted
    assert write_tmf620(again(content, data), DAY, with_cost=with_cost) == data


@pytest.mark.parametrize("with_cost", [False, True])
def test_the_sample_comes_back(with_cost: bool) -> None:
    """Equal, and to the same bytes when it leaves again."""
    content = without_initials(sample_import().accepted())
    data = write_tmf620(content, QUOTE_DAY, with_cost=with_cost)
    wanted = content if with_cost else without_cost(content)
    assert again(content, data) == wanted
    assert write_tmf620(again(content, data), QUOTE_DAY, with_cost=with_cost) == data


def test_the_content_that_uses_every_field_hangs_together() -> None:
    """So that what is proved of it is proved of a catalogue that an import accepts."""
    assert [problem for problem in check_content(full_content()) if problem.blocks] == []


def test_no_cost_leaves_unless_asked_for() -> None:
    """Not by any name: no member of the whole file is called so."""
    content = full_content()
    assert b'"cost"' not in write_tmf620(content, DAY)
    assert b'"cost": 0.02' in write_tmf620(content, DAY, with_cost=True)


def test_prices_are_numbers_with_their_own_digits() -> None:
    """0.0353 stays 0.0353 and 25.00 keeps its zeros: no binary fraction is ever made."""
    text = write_tmf620(full_content(), DAY).decode()
    assert '"value": 0.0353\n' in text
    assert '"value": 25.00\n' in text
    assert '"value": -400.00\n' in text


def test_any_one_of_several_is_not_all_of_them() -> None:
    """The standard's requires means all; ours says by its name that one is enough."""
    line, net = (
        resource
        for resource in resources(full_content(), DAY)
        if resource["id"] in {"LINE", "NET"} and "isSellable" in resource
    )
    relations = [line["productOfferingRelationship"], net["productOfferingRelationship"]]
    assert [[r["relationshipType"] for r in related] for related in relations] == [  # type: ignore[attr-defined]  # lists, as written
        ["requiresAnyOf", "requiresAnyOf", "excludes"],
        ["requires"],
    ]


def test_an_empty_catalogue_is_a_list_with_its_head() -> None:
    """Nothing else is needed."""
    content = msgspec.structs.replace(a_content(), offerings=())
    assert resources(content, DAY) == [
        {
            "id": "v1",
            "name": "",
            "version": "v1",
            "catalogType": "ProductCatalog",
            "@type": "Catalog",
        }
    ]
    assert read_tmf620(write_tmf620(content, DAY), TAX_CLASSES, DAY).offerings == ()


def test_prices_without_vat_come_back_so() -> None:
    """Charges and price records alike; all others stay with VAT."""
    content = full_content()
    offerings = tuple(
        msgspec.structs.replace(
            one,
            charges=tuple(msgspec.structs.replace(c, tax_included=False) for c in one.charges),
        )
        for one in content.offerings
    )
    records = tuple(
        msgspec.structs.replace(record, tax_included=False) for record in content.price_records
    )
    assert records
    changed = msgspec.structs.replace(content, offerings=offerings, price_records=records)
    read = again(changed, write_tmf620(changed, DAY, with_cost=True))
    assert read.offerings == offerings
    assert not any(record.tax_included for record in read.price_records)


def test_what_is_paid_instead_comes_back() -> None:
    """Buying in the place of renting, in the extension of the price."""
    bought = a_charge("LINE.BUY", period=BillingPeriod.ONCE, instead_of="LINE.RENT")
    content = a_content(an_offering(a_charge("LINE.RENT"), bought))
    read = again(content, write_tmf620(content, DAY, with_cost=True))
    assert [one.instead_of for one in read.offerings[0].charges] == ["", "LINE.RENT"]


def test_a_bundle_for_one_site_comes_back() -> None:
    """The others may span several."""
    content = full_content()
    bundles = tuple(msgspec.structs.replace(one, one_site=True) for one in content.bundles[:1])
    changed = msgspec.structs.replace(content, bundles=(*bundles, *content.bundles[1:]))
    read = again(changed, write_tmf620(changed, DAY, with_cost=True))
    assert [one.one_site for one in read.bundles] == [one.one_site for one in changed.bundles]
    assert read.bundles[0].one_site
