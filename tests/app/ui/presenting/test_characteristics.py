"""Characteristics in words, as rows and forms tell them."""

from __future__ import annotations

import msgspec
import pytest

from app.ui.presenting.characteristic_values import range_text, typed_value, value_text
from app.ui.presenting.characteristics import described, fault_of_value
from catalog.characteristic import CharacteristicFault
from tests.app.ui.speaking import speaker
from tests.builders import a_catalog, an_item, an_offering
from tests.catalog.detailed import EVERY_KIND, GRADE, OPEN_END, PLACE, ROUTES, SPEED


def test_a_row_tells_what_is_not_as_usual() -> None:
    """And what must be said in any case; a yes by its name, a no not at all."""
    catalog = a_catalog(an_offering(characteristics=EVERY_KIND))
    values = {"speed": "100", "grade": "gold", "routes": "yes", "place": "1号楼"}
    item = msgspec.structs.replace(an_item(), characteristics=values)
    assert described(speaker(), catalog, item) == ("100 Mbit/s", "金牌", "双路由")
    usual = msgspec.structs.replace(an_item(), characteristics={"grade": "silver", "routes": "no"})
    assert described(speaker(), catalog, usual) == ()


def test_values_and_ranges_are_told_with_their_unit() -> None:
    """An open end stays open."""
    assert value_text(speaker(), ROUTES, "yes") == "yes"
    assert value_text(speaker(), SPEED, "20") == "20 Mbit/s"
    assert range_text(speaker(), SPEED) == "10–1000.5 Mbit/s"
    assert range_text(speaker(), OPEN_END) == "km"
    assert range_text(speaker(), PLACE) == "楼"


@pytest.mark.parametrize(
    ("fault", "text"),
    [
        (CharacteristicFault.MISSING, "速率 must be said"),
        (CharacteristicFault.NOT_A_NUMBER, "速率 is a number"),
        (CharacteristicFault.STEP, "速率 goes in steps of 0.5 Mbit/s"),
        (CharacteristicFault.ABOVE, "速率: allowed is 10–1000.5 Mbit/s"),
    ],
)
def test_a_fault_says_what_is_allowed(fault: CharacteristicFault, text: str) -> None:
    """With the name of the characteristic, as the catalogue's language of these tests has it."""
    assert fault_of_value(speaker(), SPEED, fault) == text


def test_choices_are_listed_by_name() -> None:
    """As the form offers them."""
    told = fault_of_value(speaker(), GRADE, CharacteristicFault.NOT_A_CHOICE)
    assert told == "等级: allowed is 金牌、silver"


def test_a_speed_is_told_in_the_unit_chosen() -> None:
    """Range, steps and what stands in the field; a grade stays a grade."""
    spoken = speaker()
    gbps = spoken._replace(figures=msgspec.structs.replace(spoken.figures, speeds="gbps"))
    assert value_text(gbps, SPEED, "500") == "0.5 Gbps"
    assert typed_value(gbps, SPEED, "500") == "0.5 Gbps"
    assert typed_value(spoken, SPEED, "500") == "500"
    # 1000.5 Mbit/s are 1.0005 Gbps, with one decimal too many.
    assert range_text(gbps, SPEED) == "0.01 Gbps–1000.5 Mbit/s"
    assert value_text(gbps, GRADE, "gold") == "金牌"
    assert typed_value(gbps, SPEED, "10.25") == "10.25 Mbit/s"
