"""How hard a passphrase is to guess, roughly: a hint for whoever chooses one, never a refusal."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from app.approval.signing.keys import LEAST_PASSPHRASE

_FAIR: Final = 400
_GOOD: Final = 600
_ASCII: Final = 128
"""Tenths of a bit."""


class Strength(StrEnum):
    """What a passphrase is worth against scrypt at a second for each guess."""

    SHORT = "short"
    """It is refused."""
    WEAK = "weak"
    FAIR = "fair"
    GOOD = "good"


def strength(passphrase: str) -> Strength:
    """The strength of a passphrase.

    Letters of words count 2.5 bits each, digits 3.3, signs 4, Chinese characters 7; what repeats
    or goes on in order (``aaa``, ``123``, ``abab``) counts one bit a character.
    """
    if len(passphrase) < LEAST_PASSPHRASE:
        return Strength.SHORT
    worth, seen = 0, set[str]()
    for place, sign in enumerate(passphrase):
        before = passphrase[place - 1] if place else ""
        pair = before + sign
        follows = bool(before) and abs(ord(sign) - ord(before)) <= 1
        worth += 10 if follows or pair in seen else _worth(sign)
        seen.add(pair)
    if worth >= _GOOD:
        return Strength.GOOD
    return Strength.FAIR if worth >= _FAIR else Strength.WEAK


def _worth(sign: str) -> int:
    """Tenths of a bit that a character adds."""
    if ord(sign) >= _ASCII:
        return 70
    if sign.isdigit():
        return 33
    return 25 if sign.isalpha() else 40
