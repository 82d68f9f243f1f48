"""A value of a characteristic fits or says why not, and what does not fit has a nearest one."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.characteristic import (
    Characteristic,
    CharacteristicFault,
    CharacteristicKind,
    Choice,
    number_of,
)
from catalog.local_text import LocalText

NAME = LocalText("速率", "speed")
SPEED = Characteristic(
    "speed",
    NAME,
    CharacteristicKind.NUMBER,
    unit="Mbit/s",
    least=Decimal(10),
    most=Decimal(1000),
    step=Decimal(5),
    required=True,
)
GRADE = Characteristic(
    "grade",
    NAME,
    CharacteristicKind.CHOICE,
    choices=(Choice("gold", LocalText("金牌", "gold")), Choice("silver")),
    default="silver",
)
ROUTES = Characteristic("routes", NAME, CharacteristicKind.YES_NO)
REMARK = Characteristic("remark", NAME)


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        ("10", None),
        ("15", None),
        ("1000", None),
        ("9", CharacteristicFault.BELOW),
        ("1005", CharacteristicFault.ABOVE),
        ("12", CharacteristicFault.STEP),
        ("fast", CharacteristicFault.NOT_A_NUMBER),
        ("NaN", CharacteristicFault.NOT_A_NUMBER),
        ("1e2", CharacteristicFault.NOT_A_NUMBER),
        ("", CharacteristicFault.MISSING),
    ],
)
def test_a_number_lies_in_its_range_on_a_step(value: str, fault: CharacteristicFault) -> None:
    """From 10 to 1000 in steps of 5, both ends included, and it must be said."""
    assert SPEED.fault(value) is fault


def test_a_choice_is_one_of_its_values() -> None:
    """By value, never by name; what is not required may stay open."""
    assert GRADE.fault("gold") is None
    assert GRADE.fault("金牌") is CharacteristicFault.NOT_A_CHOICE
    assert GRADE.fault("") is None
    assert ROUTES.fault("yes") is None
    assert ROUTES.fault("true") is CharacteristicFault.NOT_A_CHOICE


def test_a_text_has_an_end() -> None:
    """200 characters are enough for a remark."""
    assert REMARK.fault("一" * 200) is None
    assert REMARK.fault("一" * 201) is CharacteristicFault.TOO_LONG


@pytest.mark.parametrize(
    ("value", "nearest"), [("9", "10"), ("5000", "1000"), ("12", "10"), ("", "10"), ("99", "95")]
)
def test_the_nearest_number_is_in_the_range(value: str, nearest: str) -> None:
    """Downwards to a step, and up or down to the ends."""
    assert SPEED.fitting(value) == nearest


def test_the_nearest_choice_is_the_default_or_the_first() -> None:
    """A text that must be said has no value that the program could know."""
    assert GRADE.fitting("bronze") == "silver"
    assert ROUTES.fitting("") == "yes"
    assert Characteristic("remark", NAME, required=True).fitting("") == ""
    nowhere = Characteristic("x", NAME, CharacteristicKind.CHOICE, required=True)
    assert nowhere.fitting("a") == ""


def test_values_are_shown_with_unit_or_name() -> None:
    """In the language that is spoken."""
    assert SPEED.shown("100", "zh") == "100 Mbit/s"
    assert GRADE.shown("gold", "zh") == "金牌"
    assert GRADE.shown("gold", "en") == "gold"
    assert GRADE.shown("silver", "en") == "silver"
    assert SPEED.shown("", "zh") == ""


@given(st.text(max_size=30))
def test_what_fits_after_the_cure_fits(value: str) -> None:
    """Whatever is typed, the value proposed instead has no fault, and proposing it again is it."""
    for characteristic in (SPEED, GRADE, ROUTES):
        proposed = characteristic.fitting(value)
        assert characteristic.fault(proposed) is None
        assert characteristic.fitting(proposed) == proposed


def test_a_number_is_plain_digits() -> None:
    """Not endless, and without an exponent."""
    assert number_of("12.50") == Decimal("12.50")
    assert number_of("Infinity") is None
    assert number_of("1" * 19) is None
