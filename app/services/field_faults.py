"""field_faults(): every wrong field of plain data, where the decoder stops at the first.

What is wrong is noted and taken out, and the rest is tried again. What is only missing because it
was taken out is no fault of its own.
"""

from __future__ import annotations

import copy
import re
from typing import Any, NamedTuple

import msgspec

from catalog.known_type import known

_STEP = re.compile(r"\.([^.\[]+)|\[([0-9]+)\]|\[\.\.\.\]")
_MISSING = re.compile(r"missing required field `([^`]+)`")
_UNKNOWN = re.compile(r"unknown field `([^`]+)`")
_MOST = 500
"""Faults that are looked for; who has more has another kind of file."""


class FieldFault(NamedTuple):
    """One wrong field: where, as ``$.bundle[0].term``, and what is wrong."""

    place: str
    fault: str


def field_faults(plain: object, kind: object) -> tuple[FieldFault, ...]:
    """Every fault of plain data, in the order in which they are found.

    Args:
        plain: What a TOML or JSON text says; it is left as it is.
        kind: Type that it should become.
    """
    search = _Search(copy.deepcopy(plain))
    for _ in range(2 * _MOST):
        try:
            msgspec.convert(search.plain, known(kind))
        except msgspec.ValidationError as failure:
            if not search.take_out(str(failure)) or len(search.faults) >= _MOST:
                break
        else:
            break
    return tuple(search.faults)


class _Search:
    """Plain data that loses its faults one by one."""

    def __init__(self, plain: object) -> None:
        self.plain = plain
        self.faults: list[FieldFault] = []
        self._taken: set[tuple[int, str]] = set()
        self._places: dict[int, list[int]] = {}
        self._kept: list[object] = []

    def take_out(self, failure: str) -> bool:
        """Note a fault and take it out; false when nothing can be taken out any more."""
        message, _, place = failure.partition(" - at ")
        steps = [name or int(index or 0) for name, index in _STEP.findall(place.strip("`"))]
        missing, unknown = _MISSING.search(message), _UNKNOWN.search(message)
        holder, shown = self._follow(steps)
        if missing and (id(holder), missing.group(1)) in self._taken:
            return self._remove(steps)
        self.faults.append(FieldFault(shown, message))
        return self._remove([*steps, unknown.group(1)] if unknown else steps)

    def _follow(self, steps: list[str | int]) -> tuple[Any, str]:
        """What stands at a place, and the place as it was before anything was taken out."""
        at: Any = self.plain
        shown = "$"
        for step in steps:
            if isinstance(step, int) and isinstance(at, list):
                shown += f"[{self._indexes(at)[step]}]"
                at = at[step]
            elif isinstance(at, dict):
                shown += f".{step}"
                at = at.get(step)
        return at, shown

    def _indexes(self, items: list[Any]) -> list[int]:
        """Former places of the items of a list."""
        known = self._places.get(id(items))
        if known is None:
            self._kept.append(items)  # while it is kept, its identity is its own
            known = self._places[id(items)] = list(range(len(items)))
        return known

    def _remove(self, steps: list[str | int]) -> bool:
        if not steps:
            return False
        holder, _ = self._follow(steps[:-1])
        last = steps[-1]
        if isinstance(holder, list) and isinstance(last, int):
            indexes = self._indexes(holder)
            del holder[last], indexes[last]
        elif isinstance(holder, dict) and last in holder:
            del holder[last]
            self._kept.append(holder)
            self._taken.add((id(holder), str(last)))
        else:
            return False
        return True
