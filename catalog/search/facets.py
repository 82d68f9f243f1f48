"""Facets: the rows of each family, segment, area, state and price, for narrowing a search."""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from catalog.bundle import BundledOffering
from catalog.charge import ChargeType
from catalog.offering import EVERY_SEGMENT, Lifecycle
from catalog.selection import BUNDLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from decimal import Decimal

    from catalog.offering import ProductOffering
    from catalog.selection import Selection

_EVERYWHERE = ""


class Facets:
    """Rows by what they are; a selection is the rows that every part of it leaves.

    Attributes:
        families: Rows of each family, and of the bundles under ``BUNDLES``.
    """

    __slots__ = ("_areas", "_prices", "_segments", "_states", "families")

    def __init__(self, rows: Sequence[ProductOffering | BundledOffering]) -> None:
        """Sort the rows into their facets."""
        self.families: dict[str, array[int]] = {}
        self._segments: dict[str, array[int]] = {}
        self._areas: dict[str, array[int]] = {}
        self._states: dict[str, array[int]] = {}
        priced: dict[ChargeType, list[tuple[Decimal, int]]] = {kind: [] for kind in ChargeType}
        for row, sold in enumerate(rows):
            if isinstance(sold, BundledOffering):
                _add(self.families, (BUNDLES,), row)
                _add(self._states, (Lifecycle.ON_SALE,), row)
                _add(self._areas, (_EVERYWHERE,), row)
                priced[ChargeType.RECURRING].append((sold.price, row))
            else:
                _add(self.families, (sold.family,), row)
                _add(self._states, (sold.lifecycle,), row)
                _add(self._areas, sold.areas or (_EVERYWHERE,), row)
                for charge in sold.charges:
                    priced[charge.type].append((charge.list_price, row))
            _add(self._segments, sold.segments, row)
        self._prices: dict[ChargeType, tuple[list[Decimal], array[int]]] = {}
        for kind, pairs in priced.items():
            pairs.sort()
            self._prices[kind] = ([price for price, _ in pairs], array("I", (r for _, r in pairs)))

    @property
    def size(self) -> int:
        """Bytes in memory; the prices themselves belong to the catalogue."""
        tables = (self.families, self._segments, self._areas, self._states)
        rows = sum(sys.getsizeof(one) for table in tables for one in table.values())
        prices = sum(sys.getsizeof(p) + sys.getsizeof(r) for p, r in self._prices.values())
        return rows + prices

    def rows(self, wanted: Selection) -> frozenset[int] | None:
        """The rows wanted; ``None`` when nothing is narrowed."""
        parts = sorted(self._parts(wanted), key=len)
        return frozenset.intersection(*map(frozenset, parts)) if parts else None

    def _parts(self, wanted: Selection) -> Iterator[Sequence[int] | set[int]]:
        if wanted.family:
            yield self.families.get(wanted.family, ())
        if wanted.segment:
            yield _either(self._segments, wanted.segment, EVERY_SEGMENT)
        if wanted.area:
            yield _either(self._areas, wanted.area, _EVERYWHERE)
        if wanted.lifecycle is not None:
            yield self._states.get(wanted.lifecycle, ())
        if (wanted.kind, wanted.lowest, wanted.highest) != (None, None, None):
            yield self._charged(wanted)

    def _charged(self, wanted: Selection) -> set[int]:
        """Rows with a charge of the kind and in the range of prices."""
        found: set[int] = set()
        for kind in [wanted.kind] if wanted.kind is not None else ChargeType:
            prices, rows = self._prices[kind]
            first = 0 if wanted.lowest is None else bisect_left(prices, wanted.lowest)
            last = len(prices) if wanted.highest is None else bisect_right(prices, wanted.highest)
            found.update(rows[first:last])
        return found


def _add(table: dict[str, array[int]], keys: Iterable[str], row: int) -> None:
    for key in keys:
        known = table.get(key)
        if known is None:
            known = table[key] = array("I")
        known.append(row)


def _either(table: dict[str, array[int]], key: str, every: str) -> set[int]:
    return {*table.get(key, ()), *table.get(every, ())}
