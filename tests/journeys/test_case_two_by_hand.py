"""Case two from six files of bills on disk to the proposal on paper, by keys and clicks alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.ui.dialogs.fact_dialogs import TermDialog
from app.ui.offers.offer_dialog import OfferDialog
from tests.journeys.bill_files import shops
from tests.journeys.by_hand import (
    missing,
    press_button,
    row_starting,
    rows_shown,
    shown,
    tick,
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
    write_paper,
)

if TYPE_CHECKING:
    from pathlib import Path

    from app.ui.hand import Hand


SHOPS = ("454.33", "418.17", "440.33", "406.17")
ANALYSED = (
    *("典型月¥2,125.63", "简单月均¥2,125.63", "中位数¥2,137.07", "1,980.72–2,244.86(12.43%)"),
    *("5.04%", "各项费用各月均无异常", *SHOPS, "406.63"),
    *("红色预警:65550101", "由402.02降至128.72,下降67.98%", "每月¥1,719.00有流失风险"),
)
NEEDED = (
    *(("固定电话 月租", 6), ("固定电话 来电显示", 6), ("网络快车（ADSL） 1M", 4)),
    *(("ADSL调制解调器", 4), ("固定电话 本地通话费", 9000), ("国内国际长途直拨", 3600)),
)
ON_PAPER = (
    *("2,125.63", "5.04%", "2,244.86", "1,980.72", "531.16", "240.92"),
    *("2,225.00", "1,880.00", "2,338.00", "2,143.65", "194.35", "2,848.00"),
    *("56,112.00", "51,447.60", "4,664.40", "合每天不到77.94元"),
    *("2,312.03", "1,906.00", "406.03", "17.56%", "9,744.72"),
    *("新增业务，每月432.00元，不参与上述比较", "甲方拆除其在其他电信业务经营者处使用的固定电话"),
)


def import_bills(hand: Hand, folder: Path) -> None:
    """Six files; five other names are no obstacle once it is said why they belong to him."""
    dialog = open_files(hand, shops(folder))
    told = ("读入30行,0行未读入", "6个合计中6个相符", "5处错误", "65550104的户名是“专卖店4”")
    assert missing(told, shown(dialog)) == []
    write(hand, "户名不同的账号为何属于该客户", "同一家服装公司的五个店铺", dialog)
    press_button(hand, "重新核算", dialog)
    press_button(hand, "导入", dialog)
    wait_closed(hand, dialog)
    told = ("¥2,125.63", "−67.98%", "65550105", "同一家服装公司的五个店铺")
    assert missing(told, shown(hand.window.customers.detail)) == []


def ask_for_the_best(hand: Hand) -> OfferDialog:
    """Six lines, four of broadband with modems, calls as estimated, in the place of X's line."""
    hand.shortcut(Qt.Key.Key_J)
    best = hand.dialog(OfferDialog)
    needs, field = best.form.needs, best.form.search
    hand.click_row(needs, row_starting(needs, "小灵通（存量） 月租"))
    hand.press(Qt.Key.Key_Delete)
    for typed in ("PSTN.CLIP", "ADSL1", "MODEM.LEASE", "LD"):
        hand.click(field)
        hand.enter(typed, field)
        hand.wait_for(lambda code=typed: hand.hits()[:1] == [code], f"{typed} to be found")  # type: ignore[misc] # a default keeps the loop's value
        hand.press(Qt.Key.Key_Return)
        hand.wait_idle()
    for title, units in NEEDED:
        hand.edit_cell(needs, row_starting(needs, title), 1, str(units))
    tick(hand, "取代X通：每月 ¥186.40", best)
    search(hand, best)
    return best


def test_case_two_from_the_files_to_the_paper(hand: Hand, tmp_path: Path) -> None:
    """Long distance fell by 67.98 %; 406.03 less like for like, 432.00 of new value apart."""
    enter_customer(
        hand,
        {"单位名称": "玫瑰商场服饰", "客户群": "SMB", "行业": "trade"},
        {
            "现有业务": (("PSTN", "5"), ("PHS", "2")),
            "竞争对手": (("X通", "固定电话", "1", "186.40"),),
        },
    )
    import_bills(hand, tmp_path)
    view = analyse(hand)
    press_button(hand, "查看方式 按账号", view)
    assert missing(ANALYSED, shown(view)) == []
    begin_from_analysis(hand, view)
    hand.click(hand.fact("term"))
    press_button(hand, "24 个月", hand.dialog(TermDialog))
    hand.press(Qt.Key.Key_Return)
    hand.wait_idle()
    best = ask_for_the_best(hand)
    first = next(iter(rows_shown(best.found.table).values()))
    assert missing(("商贸直通车（B02）", "最优", "406.03", "432.00", "L1"), first) == []
    assert missing(("已证明:没有更优的方案",), shown(best)) == []
    take_best(hand, best)
    studio = hand.window.desk.studio
    figures = {"月租合计 ¥2,338.00", "合同总额（24 个月，含税） ¥56,112.00", "其中税额 ¥4,664.40"}
    assert figures < set(hand.figures())
    saved = ("¥2,312.03", "¥1,906.00", "¥406.03(17.56%)", "¥9,744.72", "新增业务每月¥432.00")
    assert missing((*saved, "没有需要处理的问题"), shown(studio)) == []
    assert studio.side.gauge.headline == "在本人权限内"
    papers = write_paper(hand, "建议书")
    assert {ending: missing(ON_PAPER, said) for ending, said in papers.items()} == {
        "docx": [],
        "pdf": [],
    }
