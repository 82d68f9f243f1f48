"""Characteristics in the standard's own members, as far as it has them."""

from __future__ import annotations

from decimal import Decimal

from catalog.tmf620.characteristics import characteristics_read, characteristics_written
from tests.catalog.detailed import GRADE, ROUTES, SPEED
from tests.catalog.tmf620.samples import a_node, codes


def test_a_number_has_its_range_in_whole_numbers_and_exactly() -> None:
    """The standard counts ends as integers: 1000.5 is only in our extension."""
    (written,) = characteristics_written((SPEED,))
    assert written["valueType"] == "number"
    assert (written["minCardinality"], written["maxCardinality"]) == (1, 1)
    assert written["productSpecCharacteristicValue"] == [
        {"valueFrom": 10, "rangeInterval": "closed", "unitOfMeasure": "Mbit/s"},
        {"value": Decimal(100), "isDefault": True, "unitOfMeasure": "Mbit/s"},
    ]
    extension = written["quotewright"]
    assert isinstance(extension, dict)
    assert (extension["most"], extension["step"]) == (Decimal("1000.5"), Decimal("0.5"))


def test_a_choice_names_its_values() -> None:
    """The usual one is marked; a yes-no is true or false."""
    grade, routes = characteristics_written((GRADE, ROUTES))
    assert grade["productSpecCharacteristicValue"] == [
        {"value": "gold", "isDefault": False},
        {"value": "silver", "isDefault": True},
    ]
    assert routes["productSpecCharacteristicValue"] == [{"value": False, "isDefault": True}]


def test_a_characteristic_without_a_name_is_told_and_left_out() -> None:
    """And so is a second one of the same name."""
    node = a_node(productSpecCharacteristic=[{"valueType": "string"}, {"name": "A"}, {"name": "A"}])
    assert [known.id for known in characteristics_read(node)] == ["A"]
    assert codes(node) == ["exchange.not_kept"]
