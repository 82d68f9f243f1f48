"""Promises of laying files over the bills that are known."""

from __future__ import annotations

from catalog.local_text import LocalText
from pricing.bill_reading.bill_collecting import collect_figures
from pricing.bill_reading.bill_merging import MergedBills, merge_bills, months_missing
from pricing.bills import BillComponent, Bills
from tests.pricing.bill_reading.tables import WORDS, read

HEAD = "号码|账期|月租费|长途费|长途时长(分钟)\n"
MAY = "65550101|202605|25.00|66.30|221\n"
JUNE = "65550101|202606|25.00|-|\n"


def merged(text: str, stored: Bills | None = None, *, absent_is_zero: bool = False) -> MergedBills:
    """Bills after an import."""
    figures = collect_figures(read(HEAD + text)).figures
    return merge_bills(stored or Bills(), figures, WORDS, {}, absent_is_zero=absent_is_zero)


def codes(result: MergedBills) -> list[str]:
    """What was told."""
    return [problem.code for problem in result.problems]


def test_a_charge_that_is_not_on_a_bill_was_nothing() -> None:
    """So the month is complete for the analysis; sort of spend and usage charge follow."""
    result = merged(MAY + JUNE)
    rent, calls = result.bills.components
    assert rent.amounts == {"2026-05": 2500, "2026-06": 2500}
    assert calls.amounts == {"2026-05": 6630, "2026-06": 0}
    assert calls.usage == {"2026-05": 221}
    assert (calls.kind, calls.charge, calls.account) == ("long_distance", "LD.DOM", "65550101")
    assert (result.added, result.replaced, result.same) == (2, 0, 0)


def test_the_same_month_again_changes_nothing() -> None:
    """Nothing is doubled."""
    first = merged(MAY + JUNE).bills
    again = merged(MAY + JUNE, first)
    assert again.bills == first
    assert (again.added, again.replaced, again.same) == (0, 0, 2)


def test_a_corrected_month_replaces_the_former_as_a_whole() -> None:
    """Told with both totals; a charge that is gone is gone."""
    again = merged("65550101|202605|30.00|-|\n", merged(MAY).bills)
    assert [component.amounts for component in again.bills.components] == [{"2026-05": 3000}]
    assert [p.parameters["before"] for p in again.problems] == ["91.30"]
    assert (again.added, again.replaced, again.same) == (0, 1, 0)


def test_missing_months_are_found_by_number() -> None:
    """Gaps, and numbers whose bills end before the others'."""
    other = "65550102|202608|25.00|-|\n"
    result = merged(MAY + JUNE.replace("06", "07") + other)
    assert codes(result) == ["bill.months_missing", "bill.ends_early"]
    assert result.problems[0].parameters["months"] == "2026-06"
    assert result.bills.months() == ()


def test_numbers_not_in_use_may_count_as_nothing() -> None:
    """Then every month of any number is complete."""
    other = "65550102|202606|25.00|-|\n"
    result = merged(MAY + JUNE + other, absent_is_zero=True)
    assert result.bills.months() == ("2026-05", "2026-06")
    assert codes(result) == []


def test_several_numbers_tell_their_charges_apart() -> None:
    """By the number in front; alone it is not needed."""
    alone = merged(MAY).bills
    assert alone.components[0].name == LocalText("月租费", "Monthly rent")
    both = merged(MAY.replace("101", "102"), alone).bills
    assert [component.name.zh for component in both.components[::2]] == [
        "65550101 月租费",
        "65550102 月租费",
    ]
    assert merged(MAY, both).bills.components[0].name.zh == "65550101 月租费"


def test_bills_by_number_beside_bills_of_the_whole_are_refused() -> None:
    """They would count twice."""
    whole = Bills((BillComponent("rent", LocalText("月租"), {"2026-05": 2500}),))
    result = merged(MAY, whole)
    assert [problem.code for problem in result.problems if problem.blocks] == ["bill.merged_known"]


def test_an_unknown_charge_keeps_its_name_and_is_asked_about() -> None:
    """Unless somebody has said what it is."""
    figures = collect_figures(read("号码|账期|费用项|金额\n65550101|202605|神秘费|1.00")).figures
    asked = merge_bills(Bills(), figures, WORDS, {})
    assert (asked.unknown, codes(asked)) == (("神秘费",), ["bill.kind_unknown"])
    known = merge_bills(Bills(), figures, WORDS, {"神秘费": "data"})
    assert (known.unknown, known.bills.components[0].kind) == ((), "data")


def test_nothing_is_missing_of_nothing() -> None:
    """A customer without bills has no gaps."""
    assert months_missing(Bills()) == []


def test_marks_of_another_width_are_the_same_charge() -> None:
    """A bill that says 长途费(国内) goes on with 长途费（国内）, under the stored name."""
    known = BillComponent(
        "x",
        LocalText("长途费（国内）"),
        {"2026-05": 2500},
        account="65550101",
        kind="long_distance",
    )
    news = collect_figures(read("号码|账期|费用项|金额\n65550101|202606|长途费(国内)|30.00\n"))
    (only,) = merge_bills(Bills((known,)), news.figures, WORDS, {}).bills.components
    assert (only.id, only.name.zh) == ("x", "长途费（国内）")
    assert only.amounts == {"2026-05": 2500, "2026-06": 3000}
