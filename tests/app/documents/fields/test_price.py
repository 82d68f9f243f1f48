"""Promises of the fields of the price."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import msgspec

from app.documents.fields.price import price_fields
from app.quoting.revision import CustomerRevision, PaperAmounts, PaperBill
from app.quoting.timing import Timing
from catalog.period import BillingPeriod
from tests.app.documents.case_one import CASE_ONE, PLAN
from tests.app.documents.papers import FIGURES, changed, chinese


def _price(revision: CustomerRevision) -> Any:  # noqa: ANN401 (a tree of texts)
    return price_fields(revision, chinese(), FIGURES)["price"]


def _alone(**charge: object) -> CustomerRevision:
    """Case one with a single offering instead of the plan: four lines of caller display."""
    single = msgspec.structs.replace(PLAN.charges[1], **charge)
    return changed(items=(msgspec.structs.replace(PLAN, is_bundle=False, charges=(single,)),))


def test_plan_stands_above_its_components() -> None:
    """One price for the plan, its components are included."""
    rows = _price(CASE_ONE)["rows"]
    assert [row["is_plan"] for row in rows] == [True, False, False, False, False, False]
    assert (rows[0]["list"], rows[0]["net"]) == ("726.00", "668.00")
    assert rows[1] == {
        "is_plan": False,
        "is_component": True,
        "name": "固定电话 月租",
        "quantity": "4 线",
        "unit_price": "25.00",
        "period": "每月",
        "list": "100.00",
        "net": "含",
    }
    assert rows[4]["name"] == "固定电话 本地通话费（包含用量）"
    assert rows[4]["quantity"] == "3,000 分钟"


def test_single_offering_shows_its_own_price() -> None:
    """No plan row where there is no plan."""
    (row,) = _price(_alone(net_amount=22_08))["rows"]
    assert (row["is_plan"], row["is_component"], row["net"]) == (False, False, "22.08")


def test_free_and_usage_charges_say_so() -> None:
    """Never 0.00 without a word."""
    (free,) = _price(_alone(net_amount=0, period=BillingPeriod.ONCE))["rows"]
    assert (free["net"], free["period"]) == ("免收", "一次性")
    (usage,) = _price(_alone(usage=True, period=BillingPeriod.PER_USE))["rows"]
    assert (usage["net"], usage["period"]) == ("按用量", "按用量")


def test_optional_items_are_kept_apart() -> None:
    """What is not in the totals is not among the rows."""
    option = msgspec.structs.replace(
        PLAN, id="i2", optional=True, is_bundle=False, charges=PLAN.charges[:1]
    )
    price = _price(changed(items=(PLAN, option)))
    assert len(price["rows"]) == 6
    assert [row["name"] for row in price["options"]] == ["固定电话 月租"]


def test_totals_with_vat_and_capital_figures() -> None:
    """The sums of the revision, formatted and not computed."""
    assert _price(CASE_ONE)["contract"] == {
        "list": "8,712.00",
        "net": "8,016.00",
        "ex_tax": "7,354.20",
        "tax": "661.80",
        "capital": "捌仟零壹拾陆元整",
        "words": "eight thousand and sixteen yuan only",
    }


def test_summary_lists_only_what_there_is() -> None:
    """No row of zeros."""
    assert [row["name"] for row in _price(CASE_ONE)["summary"]] == ["每月费用"]
    once = changed(one_time=PaperAmounts(100_00, 100_00, 91_74, 8_26))
    assert [row["name"] for row in _price(once)["summary"]] == ["一次性费用", "每月费用"]


def test_formula_only_where_one_line_can_say_it() -> None:
    """Yearly charges and free months make it too long to be honest."""
    assert _price(CASE_ONE)["formula"] == "668.00 元/月 × 12 个月 = 8,016.00 元"
    assert _price(changed(free_value=200_00))["formula"] == ""
    assert _price(changed(yearly=PaperAmounts(1, 1, 1, 0)))["formula"] == ""


def test_first_invoice_and_average_month_stand_where_they_say_something_new() -> None:
    """Case one is 668.00 every month; activated on 24 December, 8 of 31 days are 172.39."""
    assert _price(CASE_ONE)["bills"] == []
    day, bill = date(2026, 12, 24), PaperBill(172_39, 158_16, 14_23)
    assert _price(changed(activation=day, first_invoice=bill))["bills"] == [
        {
            "name": "首张账单（2026年12月24日开通）",
            "net": "172.39",
            "ex_tax": "158.16",
            "tax": "14.23",
        }
    ]
    average = PaperBill(700_00, 642_20, 57_80)
    (row,) = _price(changed(average_month=average))["bills"]
    assert (row["name"], row["net"]) == ("平均每月（合同总额按月平均）", "700.00")


def test_what_changes_over_the_term_stands_behind_the_name() -> None:
    """A plan says it once; a gift says that it is one."""
    timing = Timing("timing.reduced", {"first": "4", "last": "6", "percent": "50"})
    plan = msgspec.structs.replace(PLAN, timings=(timing,))
    rows = _price(changed(items=(plan,)))["rows"]
    assert [row["name"] for row in rows if "50%" in row["name"]] == [rows[0]["name"]]
    assert rows[0]["name"].endswith("（整个套餐：第4-6个月优惠50%）")
    single = msgspec.structs.replace(plan, is_bundle=False, charges=(PLAN.charges[1],), gift=True)
    (row,) = _price(changed(items=(single,)))["rows"]
    assert row["name"].endswith("（第4-6个月优惠50%）")
    assert row["net"] == "赠送"


def test_a_list_price_without_vat_is_told_beside_the_one_with_it() -> None:
    """25.00 with VAT, of which the price list says 22.94 without."""
    (row,) = _price(_alone(price_without_tax=Decimal("22.94")))["rows"]
    assert row["name"].endswith("（标准单价不含税 22.94）")
    assert "不含税" not in _price(_alone())["rows"][0]["name"]


def test_a_committed_minimum_is_a_row_of_its_own() -> None:
    """20.00 a month, with its VAT; without one there is no such row."""
    least = PaperBill(20_00, 18_35, 1_65)
    rows = _price(changed(committed_month=least))["bills"]
    (row,) = [row for row in rows if row["net"] == "20.00"]
    assert row["name"].startswith("每月保底承诺")
    assert (row["ex_tax"], row["tax"]) == ("18.35", "1.65")
    assert not any("保底" in row["name"] for row in _price(CASE_ONE)["bills"])
