"""Characteristics: what is settled about an offering when it is quoted, such as a circuit's speed.

A value is kept as text, whatever its kind: a number as plain digits, a choice by its ``value``, a
yes-no as ``yes`` or ``no``. So a quote keeps what was chosen even when a later catalogue changes
the characteristic; what no longer fits is a finding.
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from catalog.local_text import LocalText

if TYPE_CHECKING:
    from catalog.local_text import Language

YES, NO = "yes", "no"
_LONGEST = 200
_MOST_DIGITS = 18


class CharacteristicKind(StrEnum):
    """What kind of value a characteristic has."""

    TEXT = "text"
    NUMBER = "number"
    CHOICE = "choice"
    YES_NO = "yes_no"


class CharacteristicFault(StrEnum):
    """Why a value does not fit."""

    MISSING = "missing"
    NOT_A_NUMBER = "not_a_number"
    BELOW = "below"
    ABOVE = "above"
    STEP = "step"
    NOT_A_CHOICE = "not_a_choice"
    TOO_LONG = "too_long"


class Choice(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One of the values that may be chosen.

    Attributes:
        value: What a quote keeps.
        name: For people; empty when the value speaks for itself.
    """

    value: str
    name: LocalText = LocalText()


class Characteristic(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something about an offering that has a value in each quote (TMF620).

    Attributes:
        id: Unique among the characteristics of an offering, such as ``speed``.
        name: For people.
        kind: What kind of value it has.
        unit: Of a number, such as ``Mbit/s``.
        least: Smallest number, included; ``None`` means no limit.
        most: Largest number, included; ``None`` means no limit.
        step: Numbers are whole multiples of it above ``least`` (or above 0); 0 means any.
        choices: What may be chosen, in order.
        default: Value that a new item starts with; empty for none.
        required: A quote must say it.
    """

    id: str
    name: LocalText
    kind: CharacteristicKind = CharacteristicKind.TEXT
    unit: str = ""
    least: Decimal | None = None
    most: Decimal | None = None
    step: Decimal = Decimal(0)
    choices: tuple[Choice, ...] = ()
    default: str = ""
    required: bool = False

    def fault(self, value: str) -> CharacteristicFault | None:
        """Why a value does not fit; ``None`` when it does. Empty is missing only if required."""
        if not value:
            return CharacteristicFault.MISSING if self.required else None
        if self.kind is CharacteristicKind.NUMBER:
            return self._number_fault(value)
        if self.kind is CharacteristicKind.TEXT:
            return CharacteristicFault.TOO_LONG if len(value) > _LONGEST else None
        return None if value in self.allowed() else CharacteristicFault.NOT_A_CHOICE

    def allowed(self) -> tuple[str, ...]:
        """The values that may be chosen; of a text or a number there is no list."""
        if self.kind is CharacteristicKind.YES_NO:
            return YES, NO
        return tuple(choice.value for choice in self.choices)

    def fitting(self, value: str) -> str:
        """The value that fits and is nearest to one that does not; empty when there is none.

        Of a number that is the next one in the range, else the default, else the first choice.
        """
        if value and self.fault(value) is None:
            return value
        candidates = (self._nearest(value), self.default, *self.allowed(), self._nearest("0"))
        return next((text for text in candidates if text and self.fault(text) is None), "")

    def shown(self, value: str, language: Language) -> str:
        """A value as people read it, with its unit or its choice's name."""
        named = next((c.name for c in self.choices if c.value == value), LocalText())
        text = named.spoken(language) or value
        return f"{text} {self.unit}" if text and self.unit else text

    def _number_fault(self, value: str) -> CharacteristicFault | None:
        number = number_of(value)
        if number is None:
            return CharacteristicFault.NOT_A_NUMBER
        if self.least is not None and number < self.least:
            return CharacteristicFault.BELOW
        if self.most is not None and number > self.most:
            return CharacteristicFault.ABOVE
        if self.step > 0 and (number - (self.least or 0)) % self.step:
            return CharacteristicFault.STEP
        return None

    def _nearest(self, value: str) -> str:
        """The next number in the range, downwards to a step; empty for what is no number."""
        number = number_of(value) if self.kind is CharacteristicKind.NUMBER else None
        if number is None:
            return ""
        if self.most is not None:
            number = min(number, self.most)
        if self.least is not None:
            number = max(number, self.least)
        if self.step > 0:
            number -= (number - (self.least or 0)) % self.step
        return f"{number.normalize():f}"


def number_of(text: str) -> Decimal | None:
    """A plain decimal number; ``None`` for anything else, be it infinite or out of all bounds."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    if not number.is_finite() or len(text) > _MOST_DIGITS or "e" in text.casefold():
        return None
    return number
