"""Where the figures of a customer's bills come from: file, sheet and row of every import."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from app.storage.bill_imports import FigurePlace, FigureSources
from catalog.search.folding import folded
from pricing.spend_groups import charge_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from catalog.money import Fen
    from catalog.period import Month
    from pricing.bills import BillComponent


SourcePlace: TypeAlias = FigurePlace
"""File, sheet and row."""
BillSources: TypeAlias = FigureSources
"""Places by account and month, then by charge."""


class SourcedFigure(NamedTuple):
    """A figure of the bills.

    Attributes:
        component: What it belongs to.
        month: When.
        amount: Fen.
        places: Where it stands, several where rows were added up; none where it was entered by
            hand, or came with sample data.
    """

    component: BillComponent
    month: Month
    amount: Fen
    places: tuple[SourcePlace, ...]


def sourced_figures(
    sources: BillSources, components: Sequence[BillComponent], month: Month
) -> Iterator[SourcedFigure]:
    """The figures of a month with their places, in the order of the bill."""
    for component in components:
        amount = component.amounts.get(month)
        if amount is not None:
            known = sources.get((component.account, month), {})
            yield SourcedFigure(component, month, amount, _places(known, component))


def _places(
    known: Mapping[str, tuple[SourcePlace, ...]], component: BillComponent
) -> tuple[SourcePlace, ...]:
    """Those of the charge, whatever the width of marks in its name."""
    name = charge_name(component).zh
    found = known.get(name)
    if found is None:
        same = folded(name)
        found = next((places for spelled, places in known.items() if folded(spelled) == same), ())
    return found
