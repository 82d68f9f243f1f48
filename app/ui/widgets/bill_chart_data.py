"""What a bill chart shows, as plain values; amounts are whole numbers of one unit, such as fen."""

from __future__ import annotations

from msgspec import Struct


class ChartSeries(Struct, frozen=True):
    """One bill component over the months.

    Attributes:
        id: Names the component.
        label: Its text in the legend.
        values: One amount a month; negative for a credit.
        texts: The amounts, formatted, for the tool tip; may be empty.
        unusual: Which months are out of the ordinary for this component; may be empty.
    """

    id: str
    label: str
    values: tuple[int, ...]
    texts: tuple[str, ...] = ()
    unusual: tuple[bool, ...] = ()

    def is_unusual(self, month: int) -> bool:
        """Whether the component is out of the ordinary in a month."""
        return month < len(self.unusual) and self.unusual[month]


class ChartLine(Struct, frozen=True):
    """A level across the chart: its label, its amount, and the amount formatted."""

    label: str
    value: int
    text: str


class ChartTick(Struct, frozen=True):
    """One mark of the scale at the left."""

    value: int
    text: str


class BillChartData(Struct, frozen=True):
    """A whole chart.

    Attributes:
        months: Texts under the bars, the oldest first.
        series: The components, drawn from the bottom up.
        ticks: Marks of the scale; ``nice_ticks`` proposes values.
        average: The plain average of the months.
        typical: The typical month, unusual component-months left out.
        unusual_label: Text of the legend for unusual component-months.
        title: What a screen reader calls the chart.
    """

    months: tuple[str, ...]
    series: tuple[ChartSeries, ...]
    ticks: tuple[ChartTick, ...] = ()
    average: ChartLine | None = None
    typical: ChartLine | None = None
    unusual_label: str = ""
    title: str = ""

    def lowest(self) -> int:
        """Return the lowest amount that must be in sight, never above zero."""
        sums = [
            sum(min(0, series.values[month]) for series in self.series)
            for month in range(len(self.months))
        ]
        return min([0, *sums])

    def highest(self) -> int:
        """Return the highest amount that must be in sight."""
        sums = [
            sum(max(0, series.values[month]) for series in self.series)
            for month in range(len(self.months))
        ]
        lines = [line.value for line in (self.average, self.typical) if line is not None]
        return max([1, *sums, *lines, *(tick.value for tick in self.ticks)])


def nice_ticks(highest: int, at_most: int = 5) -> tuple[int, ...]:
    """Return round amounts from zero to just above ``highest``.

    Args:
        highest: The largest amount of the chart, positive.
        at_most: How many steps there may be.
    """
    step = 1
    while True:
        for factor in (1, 2, 5):
            if step * factor * at_most >= highest:
                size = step * factor
                count = -(-highest // size)
                return tuple(size * place for place in range(count + 1))
        step *= 10
