"""Promises of the chart's values."""

from __future__ import annotations

from app.documents.fields.spend import CHART_NAME
from app.documents.kinds import KINDS
from tests.app.documents.case_one import CASE_ONE
from tests.app.documents.papers import FIGURES, changed, chinese


def test_chart_of_case_one_names_months_and_unusual_columns() -> None:
    """Long distance is unusual in the last three of six months."""
    chart = KINDS["proposal"].charts(CASE_ONE, chinese(), FIGURES)[CHART_NAME]
    assert chart.months == ("5月", "6月", "7月", "8月", "9月", "10月")
    assert [series.name for series in chart.series] == ["月租", "来电显示", "宽带", "市话", "长途"]
    assert chart.series[4].unusual == (3, 4, 5)
    assert chart.series[4].amounts[4] == 171_30
    assert (chart.typical.amount, chart.average.amount) == (708_00, 752_00)


def test_no_bills_no_chart() -> None:
    """A chart of nothing is not drawn."""
    assert KINDS["proposal"].charts(changed(analysis=None), chinese(), FIGURES) == {}
