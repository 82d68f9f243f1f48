"""What an import of bills would do, in sentences and rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.widgets.rows import Cell, ColumnSpec, TableRow
from pricing.bill_reading.bill_mapping import BillColumn

if TYPE_CHECKING:
    from app.services.bill_plan import AccountSeen, BillPlan
    from app.ui.presenting.speaker import Speaker


def column_names(speaker: Speaker) -> tuple[tuple[BillColumn, str], ...]:
    """What a column of a bill can mean, in the order in which it is offered."""
    translate = speaker.translate
    return (
        (BillColumn.NUMBER, translate("Bills", "Number")),
        (BillColumn.ACCOUNT, translate("Bills", "Account")),
        (BillColumn.HOLDER, translate("Bills", "Account holder")),
        (BillColumn.YEAR, translate("Bills", "Year")),
        (BillColumn.MONTH, translate("Bills", "Month")),
        (BillColumn.COMPONENT, translate("Bills", "Charge")),
        (BillColumn.AMOUNT, translate("Bills", "Amount")),
        (BillColumn.USAGE, translate("Bills", "Usage")),
        (BillColumn.UNIT, translate("Bills", "Unit of usage")),
        (BillColumn.PART, translate("Bills", "Amount of this charge")),
        (BillColumn.PART_USAGE, translate("Bills", "Usage of this charge")),
        (BillColumn.IN_MONTH, translate("Bills", "Amount in this month")),
        (BillColumn.OF_NUMBER, translate("Bills", "Amount of this number")),
        (BillColumn.CONTAINED, translate("Bills", "Part of another charge")),
        (BillColumn.DISCOUNT, translate("Bills", "Discount, taken off")),
        (BillColumn.TOTAL, translate("Bills", "Total, to be checked")),
    )


def plan_summary(speaker: Speaker, plan: BillPlan) -> str:
    """How much was read, and how it stands to what is known."""
    translate = speaker.translate
    quantity = speaker.figures.quantity
    read = translate("Bills", "{rows} rows read, {rejected} rejected")
    news = translate("Bills", "{added} monthly bills new, {replaced} replaced, {same} as stored")
    right = translate("Bills", "{right} of {count} totals of the bill are right")
    checked = len(plan.totals)
    parts = [
        read.format(rows=quantity(plan.rows), rejected=plan.rejected),
        news.format(added=quantity(plan.added), replaced=plan.replaced, same=plan.same),
        right.format(right=checked - len(plan.wrong_totals), count=checked),
    ]
    if plan.bills is None:
        blocked = translate("Bills", "{errors} errors: nothing is imported until they are mended.")
        parts.append(blocked.format(errors=plan.errors))
    return " · ".join(parts)


def account_text(speaker: Speaker, account: AccountSeen) -> str:
    """One account on one line: number, holder, months, sum, marks."""
    translate = speaker.translate
    span = translate("Bills", "{months} months, {first} to {last}").format(
        months=account.months, first=account.first, last=account.last
    )
    marks = [
        translate("Bills", "new") if not account.known else "",
        translate("Bills", "another name") if account.differs else "",
    ]
    number = account.number or translate("Bills", "without a number")
    parts = [number, account.holder, span, speaker.figures.money(account.total), *marks]
    return "   ".join(part for part in parts if part)


def total_columns(speaker: Speaker) -> tuple[ColumnSpec, ...]:
    """Columns of the list of totals."""
    translate = speaker.translate
    return (
        ColumnSpec("label", translate("Bills", "Total of the bill"), 0, "left"),
        ColumnSpec("row", translate("Bills", "Row"), 60),
        ColumnSpec("stated", translate("Bills", "Stated"), 120),
        ColumnSpec("summed", translate("Bills", "Sum of the rows"), 120),
        ColumnSpec("difference", translate("Bills", "Difference"), 110),
    )


def total_rows(speaker: Speaker, plan: BillPlan) -> tuple[TableRow, ...]:
    """One row a total, those that differ first."""
    money = speaker.figures.money
    checks = sorted(plan.totals, key=lambda check: not check.difference)
    return tuple(
        TableRow(
            key=str(place),
            title=f"{check.label} {check.column}".strip(),
            icon="triangle-alert" if check.difference else "check",
            subtitle=" / ".join(part for part in (check.source.file, check.source.sheet) if part),
            cells=(
                Cell(str(check.row) if check.row else ""),
                Cell(money(check.stated)),
                Cell(money(check.summed)),
                Cell(money(check.difference), tone="bad" if check.difference else "muted"),
            ),
        )
        for place, check in enumerate(checks)
    )
