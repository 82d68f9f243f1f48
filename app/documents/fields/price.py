"""Fields of the price: what is offered, what it costs, with VAT and in capital figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.documents.fields.units import quantity_text
from app.documents.kind import Field
from app.quoting.own_headings import own_headings
from catalog.period import BillingPeriod

if TYPE_CHECKING:
    from app.documents.kind import FieldValue
    from app.figures import Figures
    from app.quoting.revision import (
        CustomerRevision,
        PaperAmounts,
        PaperBill,
        PaperCharge,
        PaperItem,
    )
    from app.translation import Words


def _amounts_guide(name: str, zh: str, en: str) -> tuple[Field, ...]:
    return (
        Field(f"{name}.list", f"{zh}：标准价", f"{en}: at list price"),
        Field(f"{name}.net", f"{zh}：含税应付", f"{en}: charged, VAT included"),
        Field(f"{name}.ex_tax", f"{zh}：不含税", f"{en}: without VAT"),
        Field(f"{name}.tax", f"{zh}：增值税", f"{en}: VAT"),
        Field(f"{name}.capital", f"{zh}：含税应付的大写", f"{en}: in capital figures"),
        Field(f"{name}.words", f"{zh}：含税应付的英文写法", f"{en}: in English words"),
    )


PRICE_GUIDE = (
    Field("price.rows", "价格表的行", "Rows of the price table", is_list=True),
    Field("price.rows[].is_plan", "套餐行", "The row is a bundle", is_choice=True),
    Field("price.rows[].is_component", "套餐所含项目", "Part of a bundle", is_choice=True),
    Field("price.rows[].name", "项目名称", "Name"),
    Field("price.rows[].quantity", "数量及单位", "Quantity with unit"),
    Field("price.rows[].unit_price", "标准单价", "List price per unit"),
    Field("price.rows[].period", "计费方式", "How it is billed"),
    Field("price.rows[].list", "标准价合计", "Amount at list price"),
    Field("price.rows[].net", "应付，或“含”“免收”“按用量”", "Charged; or included, free, by use"),
    Field("price.options", "可选项目，未计入合计", "Optional, not in totals", is_list=True),
    Field("price.options[].name", "名称", "Name"),
    Field("price.options[].quantity", "数量", "Quantity"),
    Field("price.options[].net", "应付", "Charged"),
    Field("price.options[].period", "计费方式", "How it is billed"),
    *_amounts_guide("price.monthly", "每月", "Monthly"),
    *_amounts_guide("price.one_time", "一次性", "One-time"),
    *_amounts_guide("price.yearly", "每年", "Yearly"),
    *_amounts_guide("price.contract", "合同总额", "Contract value"),
    Field("price.summary", "费用汇总的行，不含总额", "Rows before the total", is_list=True),
    Field("price.summary[].name", "名称", "Name"),
    Field("price.summary[].net", "含税", "VAT included"),
    Field("price.summary[].ex_tax", "不含税", "Without VAT"),
    Field("price.summary[].tax", "增值税", "VAT"),
    Field(
        "price.bills",
        "首张账单、平均每月、每月保底",
        "First invoice, average, least usage",
        is_list=True,
    ),
    Field("price.bills[].name", "名称", "Name"),
    Field("price.bills[].net", "含税", "VAT included"),
    Field("price.bills[].ex_tax", "不含税", "Without VAT"),
    Field("price.bills[].tax", "增值税", "VAT"),
    Field("price.has_one_time", "有一次性费用", "There are one-time charges", is_choice=True),
    Field("price.has_yearly", "有年费", "There are yearly charges", is_choice=True),
    Field("price.free_months", "免费月份的价值；没有则为空", "Worth of free months, or empty"),
    Field("price.usage", "预计每月用量费；没有则为空", "Expected usage a month, or empty"),
    Field("price.expected_bill", "预计每月账单", "Expected monthly bill"),
    Field("price.tax_rows", "按税率的增值税", "VAT by rate", is_list=True),
    Field("price.tax_rows[].rate", "税率", "Rate"),
    Field("price.tax_rows[].ex_tax", "不含税金额", "Without VAT"),
    Field("price.tax_rows[].tax", "税额", "VAT"),
    Field("price.formula", "总额如何得出；较复杂时为空", "How the total arises, or empty"),
)


def price_fields(
    revision: CustomerRevision, words: Words, figures: Figures
) -> dict[str, FieldValue]:
    """The group ``price``."""
    return {
        "price": {
            "rows": _rows(revision, words, figures),
            "options": _options(revision, words, figures),
            "monthly": _amounts(revision.monthly, figures),
            "one_time": _amounts(revision.one_time, figures),
            "yearly": _amounts(revision.yearly, figures),
            "contract": _amounts(revision.contract, figures),
            "summary": _summary(revision, words, figures),
            "bills": _bills(revision, words, figures),
            "has_one_time": bool(revision.one_time.list_amount),
            "has_yearly": bool(revision.yearly.list_amount),
            "free_months": figures.money(revision.free_value) if revision.free_value > 0 else "",
            "usage": figures.money(revision.usage_monthly) if revision.usage_monthly else "",
            "expected_bill": figures.money(revision.expected_bill),
            "tax_rows": [
                {
                    "rate": figures.rate(row.rate),
                    "ex_tax": figures.money(row.net_ex_tax),
                    "tax": figures.money(row.tax),
                }
                for row in revision.tax_rows
            ],
            "formula": _formula(revision, words, figures),
        }
    }


def charge_name(charge: PaperCharge, words: Words, figures: Figures) -> str:
    """What a charge is called; an allowance says that it is included usage.

    Where the price list says its price without VAT, that price is named: all others include it.
    """
    name = figures.text(charge.name)
    if charge.price_without_tax is not None:
        price = figures.price(charge.price_without_tax)
        name = words("paper.price_without_tax", name=name, price=price)
    return words("paper.allowance", name=name) if charge.allowance else name


def is_by_use(charge: PaperCharge) -> bool:
    """Usage that is paid by the bill; an allowance is usage that the price includes."""
    return charge.usage and not charge.allowance


def period_text(period: BillingPeriod, words: Words) -> str:
    """How often a charge is billed."""
    return words(f"paper.period.{period.value}")


def _amounts(amounts: PaperAmounts, figures: Figures) -> dict[str, FieldValue]:
    return {
        "list": figures.money(amounts.list_amount),
        "net": figures.money(amounts.net_amount),
        "ex_tax": figures.money(amounts.net_ex_tax),
        "tax": figures.money(amounts.tax),
        "capital": figures.capital(amounts.net_amount),
        "words": figures.words(amounts.net_amount),
    }


def _rows(revision: CustomerRevision, words: Words, figures: Figures) -> list[FieldValue]:
    rows: list[FieldValue] = []
    for item in revision.items:
        if item.optional:
            continue
        if item.is_bundle:
            rows.append(plan_row(item, words, figures))
        rows += [charge_row(item, charge, words, figures) for charge in item.charges]
    return rows


def plan_row(item: PaperItem, words: Words, figures: Figures) -> dict[str, FieldValue]:
    """The row of a bundle, before those of its parts."""
    return {
        "is_plan": True,
        "is_component": False,
        "name": timed_name(figures.text(item.name), item, words),
        "quantity": words("paper.plans", count=figures.quantity(item.quantity)),
        "unit_price": "",
        "period": period_text(BillingPeriod.MONTH, words),
        "list": figures.money(item.monthly.list_amount),
        "net": figures.money(item.monthly.net_amount),
    }


def timed_name(name: str, item: PaperItem, words: Words) -> str:
    """A name with what changes over the term: 宽带 月租（第1-3个月免收）."""
    told = [words(timing.code, **timing.parameters) for timing in item.timings]
    if not told:
        return name
    key = "paper.timed_bundle" if item.is_bundle else "paper.timed"
    return words(key, name=name, told=words("paper.list_comma").join(told))


def charge_row(
    item: PaperItem, charge: PaperCharge, words: Words, figures: Figures
) -> dict[str, FieldValue]:
    """The row of a charge; part of a bundle's price it is included."""
    component = item.is_bundle and charge.period is BillingPeriod.MONTH
    name = charge_name(charge, words, figures)
    if not item.is_bundle and charge.period is BillingPeriod.MONTH and not charge.usage:
        name = timed_name(name, item, words)
    if component:
        net = words("paper.included")
    elif is_by_use(charge):
        net = words("paper.by_use")
    elif item.gift:
        net = words("timing.gift")
    elif charge.free or not charge.net_amount:
        net = words("paper.free")
    else:
        net = figures.money(charge.net_amount)
    return {
        "is_plan": False,
        "is_component": item.is_bundle,
        "name": name,
        "quantity": quantity_text(charge.quantity, charge.unit, words, figures),
        "unit_price": figures.price(charge.list_price),
        "period": period_text(charge.period, words),
        "list": figures.money(charge.list_amount),
        "net": net,
    }


def _options(revision: CustomerRevision, words: Words, figures: Figures) -> list[FieldValue]:
    whole = own_headings(revision.items)
    return [
        {
            "name": charge_name(charge, words, figures),
            "quantity": quantity_text(charge.quantity, charge.unit, words, figures),
            "net": figures.money(charge.net_amount),
            "period": period_text(charge.period, words),
        }
        for item in revision.items
        if item.optional and not item.is_bundle and item.section not in whole
        for charge in item.charges
    ]


def _summary(revision: CustomerRevision, words: Words, figures: Figures) -> list[FieldValue]:
    kinds = (
        ("one_time", revision.one_time),
        ("monthly", revision.monthly),
        ("yearly", revision.yearly),
    )
    return [
        {
            "name": words(f"paper.summary.{name}"),
            "net": figures.money(amounts.net_amount),
            "ex_tax": figures.money(amounts.net_ex_tax),
            "tax": figures.money(amounts.tax),
        }
        for name, amounts in kinds
        if amounts.list_amount
    ]


def _bills(revision: CustomerRevision, words: Words, figures: Figures) -> list[FieldValue]:
    """First invoice, average month (not what the monthly total says), and least usage."""
    first = words("paper.first_invoice.full")
    if revision.activation is not None:
        first = words("paper.first_invoice.dated", date=figures.date(revision.activation))
    bills = (
        (first, revision.first_invoice),
        (words("paper.summary.average"), revision.average_month),
    )
    told = [(name, bill) for name, bill in bills if bill.net_amount != revision.monthly.net_amount]
    least = revision.committed_month
    if least.net_amount:
        told.append((words("paper.committed"), least))
    return [{"name": name, **bill_texts(bill, figures)} for name, bill in told]


def bill_texts(bill: PaperBill, figures: Figures) -> dict[str, FieldValue]:
    """An amount with its VAT."""
    return {
        "net": figures.money(bill.net_amount),
        "ex_tax": figures.money(bill.net_ex_tax),
        "tax": figures.money(bill.tax),
    }


def _formula(revision: CustomerRevision, words: Words, figures: Figures) -> str:
    """How the contract value arises, where one short line can say it."""
    if revision.yearly.list_amount or revision.free_value or not revision.monthly.net_amount:
        return ""
    parameters = {
        "monthly": figures.money(revision.monthly.net_amount),
        "term": figures.quantity(revision.term),
        "one_time": figures.money(revision.one_time.net_amount),
        "total": figures.money(revision.contract.net_amount),
    }
    key = "with_one_time" if revision.one_time.net_amount else "monthly_only"
    return words(f"paper.formula.{key}", **parameters)
