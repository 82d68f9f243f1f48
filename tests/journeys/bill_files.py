"""Cases 1 and 2 of the worked cases, written as billing systems export them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.paths import resource
from app.services.import_cases import read_bills
from pricing.bill_reading.bill_rows import yuan

if TYPE_CHECKING:
    from pathlib import Path

    from pricing.bills import BillComponent

_CHARGES = {
    "rent": "月租费",
    "clip": "来电显示费",
    "broadband": "宽带包月费",
    "local": "市话费",
    "long_distance": "国内长途通话费",
}


def kindergarten(folder: Path) -> Path:
    """Case 1: a workbook of a row a charge, with a subtotal a month and a total of all.

    The bills before May tell local and long-distance calls alone, as the case has them.
    """
    from openpyxl import Workbook

    known = read_bills(resource("sample", "cases", "1", "bills.csv")).components
    months = sorted({month for component in known for month in component.amounts})
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "费用明细"
    sheet.append(["电信业务费用明细(2025年11月至2026年10月)"])
    sheet.append(["客户名称:幼苗幼儿园", None, None, "打印日期:2026-11-20"])
    sheet.append(["合同号", "账期", "费用项目", "通话时长(分钟)", "金额(元)"])
    whole = 0
    for month in months:
        summed = 0
        for component in known:
            # Rent, caller display and broadband are the same in every month.
            amount = component.amounts.get(month, component.amounts["2026-05"])
            if component.id not in _CHARGES:
                continue
            summed += amount
            row = ["A8800123", month.replace("-", ""), _CHARGES[component.id]]
            sheet.append([*row, component.usage.get(month), yuan(amount)])
        whole += summed
        sheet.append([None, None, "小计", None, yuan(summed)])
    sheet.append(["合计", None, None, None, yuan(whole)])
    path = folder / "幼苗幼儿园账单.xlsx"
    book.save(path)
    return path


def shops(folder: Path) -> list[Path]:
    """Case 2: a text file a month, in GBK, five lines under five names, a column a charge."""
    bills = read_bills(resource("sample", "cases", "2", "bills.csv"))
    watched = {series.account: series for series in bills.series}
    paths = []
    for month in bills.months():
        lines = ["业务号码,户名,费用合计(元),其中:长途费(元)"]
        lines += [_shop(line, watched.get(line.account), month) for line in bills.components]
        total = sum(line.amounts[month] for line in bills.components)
        lines.append(f"合计,,{yuan(total)},")
        path = folder / f"账单_{month.replace('-', '')}.csv"
        path.write_bytes("\r\n".join(lines).encode("gbk"))
        paths.append(path)
    return paths


def _shop(line: BillComponent, watched: BillComponent | None, month: str) -> str:
    part = yuan(watched.amounts[month]) if watched is not None else ""
    return f"{line.account},{line.name.zh},{yuan(line.amounts[month])},{part}"
