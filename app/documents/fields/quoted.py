"""Fields of what is quoted, grouped by how it is billed: once, monthly, yearly, by use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.documents.fields.price import charge_row, is_by_use, plan_row
from app.documents.kind import Field
from catalog.period import BillingPeriod

if TYPE_CHECKING:
    from app.documents.kind import FieldValue
    from app.figures import Figures
    from app.quoting.revision import CustomerRevision, PaperAmounts, PaperCharge, PaperItem
    from app.translation import Words

QUOTED_GUIDE = (
    Field("quoted", "报价项目，按计费方式分组", "What is quoted, by period", is_list=True),
    Field("quoted[].title", "组名", "Heading"),
    Field("quoted[].has_total", "有合计行", "It has a total", is_choice=True),
    Field("quoted[].list", "合计：标准价", "Total at list price"),
    Field("quoted[].net", "合计：应付", "Total charged"),
    Field("quoted[].rows", "行", "Rows", is_list=True),
    Field("quoted[].rows[].is_plan", "套餐行", "The row is a bundle", is_choice=True),
    Field("quoted[].rows[].is_component", "套餐所含项目", "Part of a bundle", is_choice=True),
    Field("quoted[].rows[].name", "项目名称", "Name"),
    Field("quoted[].rows[].quantity", "数量及单位", "Quantity with unit"),
    Field("quoted[].rows[].unit_price", "标准单价", "List price per unit"),
    Field("quoted[].rows[].period", "计费方式", "How it is billed"),
    Field("quoted[].rows[].list", "标准价", "At list price"),
    Field("quoted[].rows[].net", "应付，或“含”“免收”“按用量”", "Charged; or included, free"),
)


def quoted_fields(
    revision: CustomerRevision, words: Words, figures: Figures
) -> dict[str, FieldValue]:
    """The field ``quoted``."""
    totals: dict[BillingPeriod, PaperAmounts | None] = {
        BillingPeriod.ONCE: revision.one_time,
        BillingPeriod.MONTH: revision.monthly,
        BillingPeriod.YEAR: revision.yearly,
        BillingPeriod.PER_USE: None,
    }
    groups: list[FieldValue] = []
    for period, total in totals.items():
        rows = [
            row
            for item in revision.items
            if not item.optional
            for row in _rows(item, period, words, figures)
        ]
        if rows:
            groups.append(
                {
                    "title": words(f"paper.annex.{period.value}"),
                    "has_total": total is not None,
                    "list": figures.money(total.list_amount) if total else "",
                    "net": figures.money(total.net_amount) if total else "",
                    "rows": rows,
                }
            )
    return {"quoted": groups}


def group_of(charge: PaperCharge) -> BillingPeriod:
    """Where a charge stands; usage beside the plans is paid by the bill."""
    return BillingPeriod.PER_USE if is_by_use(charge) else charge.period


def _rows(
    item: PaperItem, period: BillingPeriod, words: Words, figures: Figures
) -> list[FieldValue]:
    charges = [charge for charge in item.charges if group_of(charge) is period]
    rows = [charge_row(item, charge, words, figures) for charge in charges]
    if item.is_bundle and period is BillingPeriod.MONTH and rows:
        return [plan_row(item, words, figures), *rows]
    return [row | {"is_component": False} for row in rows]
