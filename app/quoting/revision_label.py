"""Letters of revisions: A to Z, then AA, AB and so on."""

from __future__ import annotations

_LETTERS = 26
_FIRST = ord("A")


def next_label(label: str) -> str:
    """The letter after another one; A after none.

    Args:
        label: Capital letters only.
    """
    number = 0
    for letter in label:
        number = number * _LETTERS + ord(letter) - _FIRST + 1
    following = ""
    number += 1
    while number:
        number, place = divmod(number - 1, _LETTERS)
        following = chr(_FIRST + place) + following
    return following
