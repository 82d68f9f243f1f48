"""Limits as written to limits as numbers; a limit may be told by its distance from another's."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

UNLIMITED = "none"
_NUMBER = re.compile(r"[0-9]{1,12}(?:\.[0-9]{1,4})?")
_RELATIVE = re.compile(
    r"(?P<level>[A-Za-z][A-Za-z0-9_]{0,20})\s*(?P<sign>[+-])\s*(?P<by>[0-9]{1,12}(?:\.[0-9]{1,4})?)"
)


class LimitFault(NamedTuple):
    """What is wrong with a limit: the code of the finding, its place in the list, its facts."""

    code: str
    position: int
    facts: dict[str, str]


class Limits(NamedTuple):
    """Limits per level, lowest first, ``None`` for no bound; complete only without faults."""

    bounds: tuple[Decimal | None, ...]
    faults: tuple[LimitFault, ...]


def read_number(text: str) -> Decimal | None:
    """A plain number; anything else, NaN above all, is none."""
    return Decimal(text) if _NUMBER.fullmatch(text) else None


def read_limits(levels: Sequence[str], written: Sequence[str], *, smallest: bool) -> Limits:
    """The limits of one criterion.

    Args:
        levels: Identifiers of the levels, lowest first.
        written: A number, ``none`` or a distance from another level's limit, per level.
        smallest: Limits are minimums: a higher level has the lower one.
    """
    faults = [
        LimitFault("authority.limit_missing", position, {"level": level})
        for position, level in enumerate(levels)
        if position >= len(written)
    ]
    if len(written) > len(levels):
        facts = {"count": str(len(written)), "levels": str(len(levels))}
        faults.append(LimitFault("authority.too_many_limits", len(levels), facts))
    bounds: list[Decimal | None] = []
    for position, text in enumerate(written[: len(levels)]):
        try:
            bounds.append(_resolved(text, levels, written, (position,)))
        except _Wrong as wrong:
            faults.append(LimitFault(wrong.code, position, wrong.facts))
    if not faults:
        faults.extend(_falling(levels, bounds, smallest=smallest))
    return Limits(tuple(bounds), tuple(faults))


class _Wrong(ValueError):
    """A limit cannot be understood; names the finding and its facts."""

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code)
        self.code, self.facts = code, facts


def _resolved(
    text: str, levels: Sequence[str], written: Sequence[str], way: tuple[int, ...]
) -> Decimal | None:
    """A bound; ``None`` for no bound. ``way`` holds the positions that led here."""
    plain = text.strip()
    if plain == UNLIMITED:
        return None
    relative = _RELATIVE.fullmatch(plain)
    if relative is None:
        number = read_number(plain)
        if number is None:
            raise _Wrong("authority.limit_wrong", limit=text)
        return number
    level = relative["level"]
    base = levels.index(level) if level in levels else len(written)
    if base >= len(written):
        raise _Wrong("authority.limit_of_unknown_level", limit=text, level=level)
    if base in way:
        raise _Wrong("authority.limit_in_a_circle", limit=text)
    found = _resolved(written[base], levels, written, (*way, base))
    if found is None:
        raise _Wrong("authority.limit_of_no_bound", limit=text, level=level)
    by = Decimal(relative["by"])
    bound = found - by if relative["sign"] == "-" else found + by
    if bound < 0:
        raise _Wrong("authority.limit_below_zero", limit=text, bound=str(bound))
    return bound


def _falling(
    levels: Sequence[str], bounds: Sequence[Decimal | None], *, smallest: bool
) -> list[LimitFault]:
    """A higher level that may do less than a lower one: a request would climb past its answer."""
    found = []
    for position in range(1, len(bounds)):
        lower, higher = bounds[position - 1], bounds[position]
        if higher is None:
            continue
        if lower is None or (higher > lower if smallest else higher < lower):
            facts = {"level": levels[position], "lower": levels[position - 1]}
            found.append(LimitFault("authority.limits_fall", position, facts))
    return found
