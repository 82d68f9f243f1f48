"""Promises of keeping each charge once."""

from __future__ import annotations

from pricing.bill_reading.bill_collecting import (
    Twice,
    accounts_of,
    collect_figures,
    joined_reads,
)
from tests.pricing.bill_reading.tables import read

HEAD = "号码|账期|费用项|金额\n"
FIRST = "65550101|202605|月租费|25.00\n"


def amounts(text: str, twice: Twice = Twice.REFUSE) -> tuple[list[int], list[str]]:
    """Fen kept, and codes told."""
    collected = collect_figures(read(HEAD + text), twice)
    kept = [figure.amount for figure in collected.figures.values()]
    return kept, [problem.code for problem in collected.problems]


def test_the_same_row_twice_counts_once_and_is_told() -> None:
    """In one file or in two."""
    assert amounts(FIRST + FIRST) == ([2500], ["bill.twice_same"])
    both = joined_reads([read(HEAD + FIRST, "a.csv"), read(HEAD + FIRST, "b.csv")])
    collected = collect_figures(both)
    assert len(collected.figures) == 1
    assert collected.problems[0].where.file == "b.csv"


def test_different_amounts_are_a_question() -> None:
    """Refused, added, or the last one, as somebody says."""
    text = FIRST + FIRST.replace("25.00", "5.00")
    kept, told = amounts(text)
    assert (kept, told) == ([2500], ["bill.twice_different"])
    assert amounts(text, Twice.ADD) == ([3000], [])
    assert amounts(text, Twice.LAST) == ([500], [])


def test_a_summary_beside_its_charges_is_checked_not_added() -> None:
    """One sheet of whole amounts beside one of charges, 1.00 apart."""
    whole = read("号码|账期|费用合计\n65550101|202605|26.00", "sum.csv")
    collected = collect_figures(joined_reads([read(HEAD + FIRST), whole]))
    assert [figure.amount for figure in collected.figures.values()] == [2500]
    assert [check.difference for check in collected.totals] == [100]
    assert [problem.code for problem in collected.problems] == ["bill.summary_aside"]


def test_accounts_come_in_the_order_of_the_files() -> None:
    """Each once."""
    figures = collect_figures(read(HEAD + FIRST.replace("101", "102") + FIRST)).figures
    assert accounts_of(figures) == ("65550102", "65550101")


def test_one_charge_in_marks_of_two_widths_counts_once() -> None:
    """月租(固话) and 月租（固话） of one month and number are the same charge."""
    row = "65550101|202605|月租(固话)|25.00\n"
    assert amounts(row + row.replace("(", "（").replace(")", "）")) == ([2500], ["bill.twice_same"])
