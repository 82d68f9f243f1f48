"""Case one from the file of bills on disk to the proposal on paper, by keys and clicks alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.ui.dialogs.plans_dialog import PlansDialog
from app.ui.dialogs.sources_dialog import SourcesDialog
from app.ui.offers.offer_dialog import OfferDialog
from tests.journeys.bill_files import kindergarten
from tests.journeys.by_hand import (
    missing,
    press_button,
    press_keys,
    rows_shown,
    shown,
    wait_closed,
    write,
)
from tests.journeys.cases_by_hand import (
    analyse,
    begin_from_analysis,
    enter_customer,
    open_files,
    search,
    take_best,
    why_not,
    write_paper,
)

if TYPE_CHECKING:
    from pathlib import Path

    from app.ui.hand import Hand
    from app.ui.library.analysis_view import AnalysisView

ANALYSED = (
    *("典型月¥708.00", "简单月均¥752.00", "中位数¥753.25", "708.55–796.15(11.65%)", "4.52%"),
    *("26-08国内长途通话费|平常65.40|158.40|待说明", "26-09国内长途通话费|平常65.40|171.30|待说明"),
    "26-10国内长途通话费|平常65.40|130.50|待说明",
)
ON_PAPER = (
    *("752.00", "708.00", "4.52%", "158.40", "171.30", "130.50", "65.40"),
    *("726.00", "668.00", "612.85", "55.15", "8,016.00", "7,354.20", "661.80"),
    *("40.00", "5.65%", "480.00", "84.00", "合每天不到22.27元"),
    *("4,512.00", "4,232.00", "280.00", "750.75", "688.50", "740.00", "716.75"),
)


def explain_months(hand: Hand, view: AnalysisView) -> None:
    """Each month is said to be special, with its reason; Enter goes on to the next."""
    for reason in ("暑期招生咨询", "开学联系外地家长", "秋游联系"):
        write(hand, "异常原因", reason, view)
        hand.press(Qt.Key.Key_Return)
        hand.wait_idle()
    told = rows_shown(view.reasons.table)
    assert [text.rpartition("|")[2].strip() for text in told.values()] == ["特殊"] * 3
    assert missing(("暑期招生咨询", "开学联系外地家长", "秋游联系"), "\n".join(told.values())) == []


def tell_sources(hand: Hand, view: AnalysisView) -> None:
    """The long distance of August stands in row 62 of the file; the dialog lists the others."""
    keys = [key for key, text in rows_shown(view.table).items() if "国内长途" in text]
    hand.click_row(view.table, keys[0])
    view.chart.setFocus()
    hand.press(Qt.Key.Key_End)
    for _ in range(2):
        hand.press(Qt.Key.Key_Left)
    hand.wait_idle()
    place = "幼苗幼儿园账单.xlsx工作表“费用明细”第62行"
    assert missing((place,), shown(view.sources)) == []
    press_button(hand, "出处", view)
    dialog = hand.dialog(SourcesDialog)
    assert missing(("2026年8月", place, "158.40", "费用明细"), shown(dialog)) == []
    press_button(hand, "关闭", dialog)
    wait_closed(hand, dialog)


def compare_plans(hand: Hand) -> None:
    """C1-L is recommended; C1-H costs 20.00 more than a typical month and cannot be taken."""
    press_keys(hand, Qt.Key.Key_L)
    plans = hand.dialog(PlansDialog)
    low, high = rows_shown(plans.table).values()
    assert missing(("C1-L", "推荐", "668.00", "40.00", "4,232.00", "280.00", "750.75"), low) == []
    assert missing(("C1-H", "不宜推荐", "728.00", "-20.00", "4,368.00", "144.00"), high) == []
    assert plans.agree.isEnabled()
    hand.press(Qt.Key.Key_Down)
    assert missing(("比典型月(708.00)多¥20.00", "只因异常月份拉高平均", "379"), shown(plans)) == []
    assert not plans.agree.isEnabled()
    press_button(hand, "取消", plans)
    wait_closed(hand, plans)


def test_case_one_from_the_file_to_the_paper(hand: Hand, tmp_path: Path) -> None:
    """752.00 on average, 708.00 in a typical month: C1-L for 668.00, never C1-H for 728.00."""
    enter_customer(
        hand,
        {"单位名称": "幼苗幼儿园", "客户群": "SMB", "行业": "education"},
        {"现有业务": (("PSTN", "4"), ("ADSL2", "1"))},
    )
    dialog = open_files(hand, [kindergarten(tmp_path)])
    assert (
        missing(("读入60行,0行未读入", "新增12份月账单", "13个合计中13个相符"), shown(dialog)) == []
    )
    press_button(hand, "导入", dialog)
    wait_closed(hand, dialog)
    detail = hand.window.customers.detail
    assert missing(("典型月¥708.00", "算术平均¥752.00"), shown(detail)) == []
    view = analyse(hand)
    assert missing(ANALYSED, shown(view)) == []
    tell_sources(hand, view)
    explain_months(hand, view)
    begin_from_analysis(hand, view)
    compare_plans(hand)
    hand.shortcut(Qt.Key.Key_J)
    best = hand.dialog(OfferDialog)
    search(hand, best)
    assert missing(("已证明:没有更优的方案", "B01L", "668.00"), shown(best)) == []
    assert missing(("不可销售", "379", "+¥679.00"), why_not(hand, best, "B01H")) == []
    take_best(hand, best)
    studio = hand.window.desk.studio
    assert {"合同总额（12 个月，含税） ¥8,016.00", "每月节省 ¥40.00", "毛利率（内部） 57.3%"} < set(
        hand.figures()
    )
    saved = ("典型月¥708.00", "¥40.00(5.65%)", "12个月共节省¥480.00", "¥84.00(11.17%)", "没有需要")
    assert missing(saved, shown(studio)) == []
    press_button(hand, "显示 按本方案", studio)
    replayed = rows_shown(studio.savings.replay)
    assert missing(("796.15", "750.75", "45.40"), replayed["2026-09"]) == []
    papers = write_paper(hand, "建议书")
    assert {ending: missing(ON_PAPER, said) for ending, said in papers.items()} == {
        "docx": [],
        "pdf": [],
    }
    assert all("728.00" not in said for said in papers.values())
