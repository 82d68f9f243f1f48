"""Promises of proposing what columns of bills mean."""

from __future__ import annotations

from pricing.bill_reading.bill_headings import bill_fingerprint, heading_month
from pricing.bill_reading.bill_mapping import BillMapping, heading_charge, propose_bills
from tests.pricing.bill_reading.tables import WORDS, surveyed


def columns(text: str) -> list[str]:
    """The meanings that are proposed, and unsure ones with a question mark."""
    (one,) = surveyed(text)
    return [
        meaning.value + ("?" if at in one.unsure else "")
        for at, meaning in enumerate(one.mapping.columns)
    ]


def test_a_row_a_charge() -> None:
    """Any order, what the customer pays before what it was before discounts."""
    assert columns("实收金额|应收金额|费用项|备注|账期|号码\n1.00|2.00|月租费|x|202608|6555") == [
        "amount",
        "",
        "component",
        "",
        "month",
        "number",
    ]


def test_a_column_a_charge() -> None:
    """Unknown amounts beside known ones are charges to be confirmed."""
    assert columns("号码|月租费|长途费|神秘|合计\n65550101|1.00|2.00|3.00|6.00") == [
        "number",
        "part",
        "part",
        "part?",
        "total",
    ]


def test_a_column_a_month() -> None:
    """With the charge in the row."""
    assert columns("号码|费用项目|202605|2026年6月\n65550101|月租费|1.00|2.00") == [
        "number",
        "component",
        "in_month",
        "in_month",
    ]


def test_a_month_may_stand_in_front_of_a_heading() -> None:
    """In one cell, with what the column is behind it; usage of a month is not read."""
    text = "号码|费用项|2026-05 金额|2026-05 用量|2026-06 金额\n65550101|长途费|66.30|221|63.90"
    assert columns(text) == ["number", "component", "in_month", "", "in_month"]


def test_of_two_names_of_a_charge_the_finer_one_counts() -> None:
    """A sort of charge beside its name."""
    text = "号码|账期|费用类型|费用名称|金额\n1|202605|固定|月租费|1.00\n1|202605|固定|来显|1.00"
    assert columns(text) == ["number", "month", "", "component", "amount"]


def test_a_total_alone_is_the_amount_and_what_it_contains_is_watched() -> None:
    """其中 is never added up."""
    assert columns("号码|账期|费用合计|其中:长途费\n65550101|202605|531.16|411.16") == [
        "number",
        "month",
        "amount",
        "contained",
    ]


def test_layouts_are_known_again_in_other_months() -> None:
    """The months of headings do not count; the charges do."""
    first, second, third = (
        surveyed(f"号码|费用项目|{month}\n65550101|月租费|1.00")[0].table
        for month in ("202605", "202606", "本月")
    )
    assert bill_fingerprint(first) == bill_fingerprint(second)
    assert bill_fingerprint(first) != bill_fingerprint(third)


def test_headings_tell_month_and_charge() -> None:
    """One below the other as well; 金额 is no charge."""
    assert heading_month("2026年5月 / 月租费") == "2026年5月"
    assert heading_charge("2026年5月 / 月租费(元)", WORDS) == "月租费"
    assert heading_charge("2026年5月 / 金额", WORDS) == ""
    assert heading_charge("其中:长途费", WORDS) == "长途费"


def test_a_mapping_is_complete_when_amounts_belong_to_somebody() -> None:
    """A number, or a named charge with its month."""
    (one,) = surveyed("费用项|账期|金额\n月租费|202605|1.00")
    assert propose_bills(one.table, WORDS).mapping.complete()
    assert not BillMapping(one.mapping.columns[:2]).complete()
