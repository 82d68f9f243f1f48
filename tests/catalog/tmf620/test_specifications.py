"""Specifications: an offering's own, shared ones, and those of somebody else."""

from __future__ import annotations

from decimal import Decimal

from catalog.product_catalog import ProductCatalog
from catalog.tmf620.intake import Intake
from catalog.tmf620.reading import read_tmf620
from catalog.tmf620.specifications import (
    own_specification,
    shared_specification,
    shared_specifications,
    specified,
)
from catalog.tmf620.writing import write_tmf620
from tests.builders import DAY
from tests.catalog.detailed import CIRCUIT, EVERY_KIND, detailed_content
from tests.catalog.tmf620.samples import (
    a_node,
    counted,
    found,
    read,
    standard_offering,
    standard_price,
)


def test_everything_said_of_an_offering_comes_back() -> None:
    """Specifications, characteristics, places, channels, texts, leaflets; and leaves the same."""
    content = detailed_content()
    data = write_tmf620(content, DAY, with_cost=True)
    file = read_tmf620(data, content.tax_classes, DAY)
    assert file.problems == ()
    assert file.offerings == content.offerings
    assert file.specifications == content.specifications
    assert file.price_records == ()
    assert write_tmf620(content, DAY, with_cost=True) == data


def test_an_own_specification_names_the_shared_one() -> None:
    """By a relationship, so that others find its characteristics."""
    catalog = ProductCatalog(detailed_content())
    written = own_specification(catalog.content.offerings[0], catalog)
    assert written["id"] == "LINE"
    assert written["productSpecificationRelationship"] == [
        {"id": "circuit", "name": "专线", "relationshipType": "basedOn"}
    ]
    described = written["productSpecCharacteristic"]
    assert isinstance(described, list)
    assert [one["id"] for one in described] == [known.id for known in EVERY_KIND]
    shared = shared_specification(CIRCUIT, catalog)
    assert (shared["id"], shared["brand"], shared["description"]) == ("circuit", "翼", "两点之间")


def test_a_specification_of_somebody_else_is_shared() -> None:
    """With its characteristics; two offerings that name it have both of them."""
    specification = {
        "id": "s1",
        "name": "Access",
        "brand": "Own",
        "productNumber": "77",
        "productSpecCharacteristic": [
            {
                "name": "Bandwidth",
                "valueType": "number",
                "minCardinality": 1,
                "productSpecCharacteristicValue": [
                    {"valueFrom": 10, "valueTo": 100, "unitOfMeasure": "Mbps"},
                    {"value": 50, "isDefault": True},
                ],
            },
            {
                "name": "Colour",
                "valueType": "string",
                "productSpecCharacteristicValue": [{"value": "red"}, {"value": "blue"}],
            },
            {"name": "Managed", "valueType": "boolean"},
        ],
        "@type": "ProductSpecification",
    }
    reference = {"productSpecification": {"id": "s1"}}
    file = read(
        [specification, *(standard_offering(one, **reference) for one in "78"), standard_price()]
    )
    assert found(file) == []
    assert [offering.specification for offering in file.offerings] == ["s1", "s1"]
    (shared,) = file.specifications
    speed, colour, managed = shared.characteristics
    assert (speed.id, speed.kind, speed.unit, speed.default) == (
        "Bandwidth",
        "number",
        "Mbps",
        "50",
    )
    assert (speed.least, speed.most, speed.required) == (Decimal(10), Decimal(100), True)
    assert (colour.kind, colour.allowed(), colour.required) == ("choice", ("red", "blue"), False)
    assert managed.kind == "yes_no"
    assert counted(file)["exchange.not_kept productNumber"] == "1"


def test_a_reference_to_nothing_says_nothing() -> None:
    """Many files name specifications that they do not hold."""
    intake = Intake(a_node().findings)
    assert specified(a_node(productSpecification={"id": "gone"}), intake) == ("", ())
    assert specified(a_node(), intake) == ("", ())
    assert shared_specifications(intake) == ()
