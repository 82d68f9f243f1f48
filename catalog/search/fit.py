"""Fit: how well a word fits a row; smaller is better."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class Fit(IntEnum):
    """Where a word was found."""

    CODE = 0
    """It is the code."""
    CODE_START = 1
    NAME_START = 2
    """A name begins with it, in either language."""
    NAME = 3
    """It is somewhere in a name or in the code."""
    INITIALS = 4
    """The pinyin initials begin with it."""
    PINYIN = 5
    """Syllables that follow one another, each whole or only begun: kd, kuandai, kdai."""
    TEXT = 6
    """Family, benefit, selling points, characteristics, charges."""


GROUPS = (Fit.NAME, Fit.PINYIN, Fit.TEXT)
"""How well several words fit: all in names and code, or some as pinyin, or some in the texts."""


def joint_fit(fits: Sequence[Fit]) -> Fit:
    """How well several words fit a row, in whatever order they stand; one as it fits alone."""
    worst = max(fits)
    if len(fits) == 1:
        return worst
    return next(group for group in GROUPS if worst <= group)
