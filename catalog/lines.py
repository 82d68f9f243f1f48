"""Entry and Lines: what a list shows of a catalogue, one line a charge or a bundle.

A list of a large catalogue has hundreds of thousands of lines, of which a screen shows thirty:
the lines are two lists of what is there already, and an entry is made when one is asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple, cast, overload

from catalog.bundle import BundledOffering

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from catalog.charge import Charge
    from catalog.offering import ProductOffering


class Entry(NamedTuple):
    """One line of a list: a charge with its offering, or a bundle."""

    key: str
    offering: ProductOffering | None = None
    charge: Charge | None = None
    bundle: BundledOffering | None = None

    @property
    def price(self) -> Decimal:
        """Yuan per unit, or per month of a bundle."""
        if self.bundle is not None:
            return self.bundle.price
        return self.charge.list_price if self.charge is not None else Decimal(0)

    @property
    def cost(self) -> Decimal:
        """Yuan per unit; a bundle has none of its own."""
        return self.charge.cost if self.charge is not None else Decimal(0)

    @property
    def name(self) -> str:
        """Chinese name with the offering's."""
        if self.bundle is not None:
            return self.bundle.name.zh
        if self.offering is None or self.charge is None:
            return ""
        return f"{self.offering.name.zh} {self.charge.name.zh}"


class Lines(Sequence[Entry]):
    """Lines in an order."""

    __slots__ = ("_charges", "_sold")

    def __init__(
        self,
        bundles: Iterable[BundledOffering] = (),
        offerings: Sequence[ProductOffering] = (),
        wanted: Callable[[Charge], bool] | None = None,
    ) -> None:
        """Have a line for each bundle and, behind them, one for each charge.

        Args:
            bundles: In their order.
            offerings: In their order.
            wanted: Whether a charge is shown; every one is, when not given.
        """
        sold: list[ProductOffering | BundledOffering] = list(bundles)
        charges: list[Charge | None] = [None] * len(sold)
        if wanted is None:
            sold += [one for one in offerings for _ in one.charges]
            charges += [charge for one in offerings for charge in one.charges]
        else:
            for offering in offerings:
                shown = [charge for charge in offering.charges if wanted(charge)]
                charges += shown
                sold += [offering] * len(shown)
        self._sold, self._charges = sold, charges

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Lines:
        """Lines of entries, in their order."""
        made = cls()
        for entry in entries:
            made._sold.append(_sold(entry))
            made._charges.append(entry.charge)
        return made

    def __len__(self) -> int:
        """How many there are."""
        return len(self._sold)

    @overload
    def __getitem__(self, place: int) -> Entry: ...
    @overload
    def __getitem__(self, place: slice) -> Lines: ...
    def __getitem__(self, place: int | slice) -> Entry | Lines:
        """The line at a place."""
        if isinstance(place, slice):
            return self._arranged(range(len(self._sold))[place])
        sold, charge = self._sold[place], self._charges[place]
        if isinstance(sold, BundledOffering):
            return Entry(sold.code, bundle=sold)
        charge = cast("Charge", charge)
        return Entry(charge.code, sold, charge)

    def keys(self) -> tuple[str, ...]:
        """The key of each line."""
        pairs = zip(self._sold, self._charges, strict=True)
        return tuple([sold.code if charge is None else charge.code for sold, charge in pairs])

    def replaced(self, others: Iterable[tuple[int, Entry]]) -> Lines:
        """The same lines with others in some places."""
        made = Lines()
        made._sold, made._charges = self._sold.copy(), self._charges.copy()
        for place, entry in others:
            made._sold[place] = _sold(entry)
            made._charges[place] = entry.charge
        return made

    def by_price(self, *, descending: bool = False) -> Lines:
        """Sorted by what one of each costs the customer; equal ones keep their order."""
        pairs = zip(self._sold, self._charges, strict=True)
        prices = [
            cast("BundledOffering", sold).price if charge is None else charge.list_price
            for sold, charge in pairs
        ]
        return self._sorted(prices, descending=descending)

    def by_cost(self, *, descending: bool = False) -> Lines:
        """Sorted by what one of each costs us."""
        nothing = Decimal(0)
        costs = [nothing if charge is None else charge.cost for charge in self._charges]
        return self._sorted(costs, descending=descending)

    def by_name(self, *, descending: bool = False) -> Lines:
        """Sorted by the Chinese name with the offering's."""
        pairs = zip(self._sold, self._charges, strict=True)
        names = [
            sold.name.zh if charge is None else f"{sold.name.zh} {charge.name.zh}"
            for sold, charge in pairs
        ]
        return self._sorted(names, descending=descending)

    def _sorted(self, values: Sequence[Any], *, descending: bool) -> Lines:
        places = range(len(values))
        return self._arranged(sorted(places, key=values.__getitem__, reverse=descending))

    def _arranged(self, places: Sequence[int]) -> Lines:
        made = Lines()
        made._sold = list(map(self._sold.__getitem__, places))
        made._charges = list(map(self._charges.__getitem__, places))
        return made


def _sold(entry: Entry) -> ProductOffering | BundledOffering:
    """The offering or the bundle of a line, which has one of them."""
    sold = entry.bundle if entry.bundle is not None else entry.offering
    return cast("ProductOffering | BundledOffering", sold)
