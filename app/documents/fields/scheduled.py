"""Fields of a price schedule: unit prices as offered, and published ones by quantity and term."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.documents.fields.price import charge_name, is_by_use, period_text
from app.documents.fields.units import unit_text
from app.documents.kind import Field, PrintedFigure
from catalog.period import BillingPeriod

if TYPE_CHECKING:
    from app.documents.kind import FieldValue
    from app.figures import Figures
    from app.quoting.revision import CustomerRevision, PaperCharge, PaperItem, PriceStep
    from app.translation import Words

_BUNDLE_UNIT = "套"

SCHEDULE_GUIDE = (
    Field("schedule", "价格附表，每项业务一组", "Price schedule, by item", is_list=True),
    Field("schedule[].name", "业务名称", "Service"),
    Field("schedule[].is_plan", "套餐", "It is a bundle", is_choice=True),
    Field("schedule[].is_optional", "可选", "It is optional", is_choice=True),
    Field("schedule[].rows", "各项费用", "Its charges", is_list=True),
    Field("schedule[].rows[].name", "名称", "Name"),
    Field("schedule[].rows[].unit", "计量单位", "Unit"),
    Field("schedule[].rows[].period", "计费方式", "How it is billed"),
    Field("schedule[].rows[].rate", "税率", "VAT rate"),
    Field("schedule[].rows[].list", "标准单价", "List price per unit"),
    Field("schedule[].rows[].net", "本次单价", "Price per unit as offered"),
    Field("schedule[].rows[].steps", "按数量和合同期的单价", "By quantity and term", is_list=True),
    Field("schedule[].rows[].steps[].name", "数量和合同期", "Quantity and term"),
    Field("schedule[].rows[].steps[].price", "单价", "Price"),
    Field("has_steps", "有随数量或合同期变化的单价", "Some prices have steps", is_choice=True),
)


def schedule_fields(
    revision: CustomerRevision, words: Words, figures: Figures
) -> dict[str, FieldValue]:
    """The fields ``schedule`` and ``has_steps``."""
    return {
        "schedule": [_group(item, revision, words, figures) for item in revision.items],
        "has_steps": any(steps for charges in revision.schedule.values() for steps in charges),
    }


def printed_schedule(
    revision: CustomerRevision, words: Words, figures: Figures
) -> tuple[PrintedFigure, ...]:
    """Every charge with its list price and the price offered, and every step."""
    found: list[PrintedFigure] = []
    for item in revision.items:
        if item.is_bundle:
            monthly = figures.money(item.monthly.net_amount)
            found.append(PrintedFigure("plan", (figures.text(item.name), monthly)))
            continue
        for charge, steps in _stepped(item, revision):
            name = figures.text(charge.name)
            found.append(PrintedFigure("price", (name, figures.price(charge.list_price))))
            found.append(PrintedFigure("offered price", (name, figures.price(charge.net_price))))
            found += [
                PrintedFigure(
                    "step", (_step_name(step, charge, words, figures), _price(step, figures))
                )
                for step in steps
            ]
    return tuple(found)


def _group(
    item: PaperItem, revision: CustomerRevision, words: Words, figures: Figures
) -> FieldValue:
    rows = (
        [_plan_row(item, words, figures)]
        if item.is_bundle
        else [_row(charge, steps, words, figures) for charge, steps in _stepped(item, revision)]
    )
    return {
        "name": figures.text(item.name),
        "is_plan": item.is_bundle,
        "is_optional": item.optional,
        "rows": rows,
    }


def _stepped(
    item: PaperItem, revision: CustomerRevision
) -> list[tuple[PaperCharge, tuple[PriceStep, ...]]]:
    """The charges with their steps; none where the revision carries no schedule."""
    steps = revision.schedule.get(item.id) or ((),) * len(item.charges)
    return list(zip(item.charges, steps, strict=True))


def _plan_row(item: PaperItem, words: Words, figures: Figures) -> FieldValue:
    """A bundle has one price, for all of it; its parts have none of their own."""
    rates = dict.fromkeys(figures.rate(charge.tax_rate) for charge in item.charges)
    return {
        "name": words(
            "paper.plan_price",
            name=figures.text(item.name),
            count=figures.quantity(item.quantity),
        ),
        "unit": unit_text(_BUNDLE_UNIT, item.quantity, words),
        "period": words(f"paper.period.{BillingPeriod.MONTH.value}"),
        "rate": words("paper.list_comma").join(rates),
        "list": figures.money(item.monthly.list_amount),
        "net": figures.money(item.monthly.net_amount),
        "steps": [],
    }


def _row(
    charge: PaperCharge, steps: tuple[PriceStep, ...], words: Words, figures: Figures
) -> FieldValue:
    return {
        "name": charge_name(charge, words, figures),
        "unit": unit_text(charge.unit, 1, words),
        "period": words("paper.by_use") if is_by_use(charge) else period_text(charge.period, words),
        "rate": figures.rate(charge.tax_rate),
        "list": figures.price(charge.list_price),
        "net": figures.price(charge.net_price),
        "steps": [
            {"name": _step_name(step, charge, words, figures), "price": _price(step, figures)}
            for step in steps
        ],
    }


def _price(step: PriceStep, figures: Figures) -> str:
    return figures.price(step.price)


def _step_name(step: PriceStep, charge: PaperCharge, words: Words, figures: Figures) -> str:
    parts = ("quantity",) * (step.quantity > 1) + ("term",) * (step.term > 1)
    return words(
        f"paper.step.{'_and_'.join(parts) or 'any'}",
        count=figures.quantity(step.quantity),
        unit=unit_text(charge.unit, step.quantity, words),
        term=figures.quantity(step.term),
    )
