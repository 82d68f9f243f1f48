"""Bundles that ask for an average of every line: which lines reach it, and whether all do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from catalog.local_text import LocalText
from catalog.money import Fen, fen

if TYPE_CHECKING:
    from decimal import Decimal

    from app.quoting.customer import Customer
    from catalog.bundle import BundledOffering
    from catalog.product_catalog import ProductCatalog
    from pricing.bills import Bills
    from pricing.spend import SpendAnalysis

_AVERAGE, _LINES = "least_line_average", "fixed_lines"
_LINE = "line"


class LineAverage(msgspec.Struct, frozen=True):
    """A line with its average bill over the window in fen."""

    name: LocalText
    average: Fen


class LineEligibility(msgspec.Struct, frozen=True):
    """What a bundle asks of each line, and what the lines come to.

    Attributes:
        bundle: Code of the bundle.
        name: Its name.
        least: Fen a month that every line has to come to on average.
        wanted: How many lines it asks for; 0 where it asks for none in particular.
        lines: The lines of the bills, in their order.
    """

    bundle: str
    name: LocalText
    least: Fen
    wanted: int
    lines: tuple[LineAverage, ...]

    @property
    def short(self) -> tuple[LineAverage, ...]:
        """The lines that fall short."""
        return tuple(one for one in self.lines if one.average < self.least)

    @property
    def eligible(self) -> bool:
        """Whether there are lines enough and each of them reaches the average."""
        return len(self.lines) >= self.wanted and not self.short


def line_eligibility(
    customer: Customer, bills: Bills, analysis: SpendAnalysis | None, catalog: ProductCatalog
) -> tuple[LineEligibility, ...]:
    """The bundles of a customer's segments that ask for an average of every line.

    Where the bills know fewer lines than a bundle asks for, nothing is said of it. Its other
    conditions are checked when it is quoted.

    Args:
        customer: Whom.
        bills: Past bills, with a component for each line.
        analysis: What they say; ``None`` without bills.
        catalog: What is sold.
    """
    if analysis is None:
        return ()
    lines = tuple(
        LineAverage(one.name, analysis.component_averages[one.id])
        for one in bills.components
        if one.kind == _LINE and one.id in analysis.component_averages
    )
    if not lines:
        return ()
    mine = (customer.segment, *customer.further_segments)
    found = []
    for code in dict.fromkeys(bundle.code for bundle in catalog.content.bundles):
        bundle = catalog.bundle(code)
        least = _least(bundle, _AVERAGE) if bundle is not None else None
        if bundle is None or least is None or not bundle.sold_to(mine):
            continue
        wanted = int(_least(bundle, _LINES) or 0)
        if len(lines) >= wanted:
            found.append(LineEligibility(code, bundle.name, fen(least), wanted, lines))
    return tuple(found)


def _least(bundle: BundledOffering, measure: str) -> Decimal | None:
    """The smallest value that a bundle asks of a measure."""
    bounds = [one.least for one in bundle.conditions if one.measure == measure]
    return next((one for one in bounds if one is not None), None)
