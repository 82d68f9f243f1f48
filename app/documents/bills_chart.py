"""BillsChart: what the chart of a customer's bills shows, as plain values; it draws nothing."""

from __future__ import annotations

import msgspec

from catalog.money import Fen


class ChartSeries(msgspec.Struct, frozen=True):
    """One component of the bills.

    Attributes:
        name: As printed.
        amounts: Fen, one per column.
        unusual: Numbers of the columns in which the amount is unusual.
    """

    name: str
    amounts: tuple[Fen, ...]
    unusual: tuple[int, ...] = ()


class ReferenceLevel(msgspec.Struct, frozen=True):
    """A horizontal line across the columns, with its name and amount in fen."""

    name: str
    amount: Fen


class BillsChart(msgspec.Struct, frozen=True):
    """Stacked columns, one per month.

    Attributes:
        months: Names of the columns.
        series: From the foot of the columns upwards.
        typical: The typical month; drawn strong.
        average: The plain average; drawn faint.
        unit: What the scale counts, such as 元.
        unusual_name: What the mark of an unusual amount means.
    """

    months: tuple[str, ...]
    series: tuple[ChartSeries, ...]
    typical: ReferenceLevel
    average: ReferenceLevel
    unit: str
    unusual_name: str
