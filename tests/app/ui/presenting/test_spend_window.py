"""The analysis page in words and rows: what it says is what the months say."""

from __future__ import annotations

from app.quoting.lines_at_risk import lines_at_risk
from app.ui.presenting.reasons import drop_sentences, reason_rows, risk_sentences
from app.ui.presenting.spend_window import group_rows, season_sentences, window_chart, window_lines
from catalog.local_text import LocalText
from pricing.bills import BillComponent, Bills, MonthReason, Standing
from pricing.spend import SpendPolicy
from pricing.spend_groups import Grouping, analysed, grouped
from tests.app.ui.speaking import speaker
from tests.builders import some_bills
from tests.sample import sample_case

POLICY = SpendPolicy()


def test_the_kindergarten_s_rows_say_what_is_stable() -> None:
    """Long distance varies; its typical month is 70.50 beside an average of 114.50."""
    bills = sample_case(1).bills
    analysis = analysed(bills, POLICY, 6)
    assert analysis is not None
    groups = grouped(bills, analysis, Grouping.CHARGE)
    rows = group_rows(speaker(), groups, POLICY)
    last = rows[-1]
    assert [cell.text for cell in last.cells[:2]] == ["114.50", "70.50"]
    assert last.subtitle == "varying"
    assert rows[0].subtitle == "stable"
    (total,) = grouped(bills, analysis, Grouping.TOTAL)
    lines = {line.caption: line.value for line in window_lines(speaker(), analysis, total, POLICY)}
    assert lines["Typical month"] == "¥708.00"
    assert lines["Plain average"] == "¥752.00"
    assert lines["Fluctuation"] == "4.52% · stable"


def test_many_groups_are_eight_series_that_add_up() -> None:
    """Seven largest of twenty, and the others together; no month loses a fen."""
    parts = tuple(
        BillComponent(str(n), LocalText(str(n)), {"2026-01": n * 100, "2026-02": 7}, account=str(n))
        for n in range(1, 21)
    )
    bills = Bills(parts)
    analysis = analysed(bills, POLICY, 2)
    assert analysis is not None
    chart = window_chart(speaker(), grouped(bills, analysis, Grouping.ACCOUNT), analysis)
    assert len(chart.series) == 8
    assert [sum(one.values[at] for one in chart.series) for at in (0, 1)] == [21_000, 140]
    assert chart.series[-1].label == "13 others"


def test_a_season_is_told_of_two_years_only() -> None:
    """160.00 each August: 152.38 % of the average month."""
    year = [100_00] * 7 + [160_00] + [100_00] * 4
    told = season_sentences(speaker(), some_bills([*year, *year], first="2024-01"))
    assert told[0] == "25-12: 100.00, a year before 100.00 (0%)"
    assert told[1] == "Month 8: 152.38% of the average month"
    assert len(told) == 2
    short = season_sentences(speaker(), some_bills(year))
    assert short == ("No season is claimed: fewer than 24 months are known.",)
    even = season_sentences(speaker(), some_bills([1] * 24))
    assert even[-1] == "No month of the year lies apart from the others."


def test_signals_and_lines_at_risk_are_told() -> None:
    """Case two in two parts: what fell, and what hangs on it."""
    case = sample_case(2)
    analysis = analysed(case.bills, POLICY, 6)
    assert analysis is not None
    (drop,) = drop_sentences(speaker(), analysis)
    assert drop.startswith("Red: ")
    assert drop.endswith("fell from 402.02 to 128.72, 67.98%")
    lines = lines_at_risk(case.customer, case.bills, POLICY)
    head, stake = risk_sentences(speaker(), lines)
    assert "4 lines hang together" in head
    assert stake.startswith("¥1,719.00 a month is at stake")
    assert risk_sentences(speaker(), ()) == ()


def test_unusual_months_say_what_is_known_of_them() -> None:
    """Open, special with its reason, and normal."""
    bills = sample_case(1).bills
    said = (("2026-08", 158_40, Standing.SPECIAL), ("2026-09", 171_30, Standing.NORMAL))
    for month, amount, standing in said:
        bills = bills.with_reason(MonthReason("long_distance", month, amount, standing, "招生"))
    analysis = analysed(bills, POLICY, 6)
    assert analysis is not None
    rows = reason_rows(speaker(), analysis)
    assert [row.cells[1].text for row in rows] == ["special", "normal", "open"]
    assert rows[0].subtitle == "usually 65.40 · 招生"
