"""Fields of the offer: what the customer needs, gets, promises, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.documents.fields.price import charge_name, period_text
from app.documents.fields.units import quantity_text, unit_text
from app.documents.kind import Field

if TYPE_CHECKING:
    from app.documents.kind import FieldValue
    from app.figures import Figures
    from app.quoting.quote import QuoteCondition
    from app.quoting.revision import CustomerRevision, PaperItem
    from app.translation import Words

_NAMED = 3
"""How many plans and services are named in one line."""

SITES_GUIDE = (
    Field("sites", "安装地点", "Sites", is_list=True),
    Field("sites[].name", "名称", "Name"),
    Field("sites[].address", "地址", "Address"),
    Field("accounts", "计费账户", "Billing accounts", is_list=True),
    Field("accounts[].number", "号码", "Number"),
    Field("accounts[].holder", "户名", "Holder"),
)

OFFER_GUIDE = (
    Field("needs", "客户需求，每条一句", "The customer's needs", is_list=True),
    Field("items", "所提供的套餐和业务", "Plans and services offered", is_list=True),
    Field("items[].name", "名称", "Name"),
    Field("items[].is_bundle", "是套餐", "It is a bundle", is_choice=True),
    Field("items[].benefit", "给客户带来什么；可能为空", "What it brings; may be empty"),
    Field("items[].site", "安装地点；可能为空", "Site; may be empty"),
    Field("items[].filing", "备案号；可能为空", "Filing number; may be empty"),
    Field("items[].discount", "优惠说明；可能为空", "Discount; may be empty"),
    Field("items[].free_months", "免费月份说明；可能为空", "Free months; may be empty"),
    Field(
        "items[].charges", "包含的项目；可选项列在选项组名称之后", "What it contains", is_list=True
    ),
    Field("items[].charges[].name", "名称", "Name"),
    Field("items[].charges[].quantity", "数量及单位", "Quantity with unit"),
    Field("items[].charges[].period", "计费方式", "How it is billed"),
    Field("items[].overage", "超出包含用量后的单价", "Prices beyond allowances", is_list=True),
    Field("items[].overage[].name", "名称", "Name"),
    Field("items[].overage[].price", "单价，如 0.10 元/分钟", "Unit price"),
    Field("has_plans", "有套餐", "There are bundles", is_choice=True),
    Field("has_services", "有套餐以外的业务", "There are services beside bundles", is_choice=True),
    Field("plan_names", "套餐和业务名称；较多时写前三个和项数", "Names; of many the first three"),
    Field("has_overage", "有超出资费", "There are overage prices", is_choice=True),
    *SITES_GUIDE,
    Field("conditions", "客户的承诺", "What the customer promises", is_list=True),
    Field("conditions[].text", "内容", "Text"),
    Field("conditions[].due", "期限", "By when"),
)


def offer_fields(
    revision: CustomerRevision, words: Words, figures: Figures
) -> dict[str, FieldValue]:
    """The fields ``needs``, ``items``, ``sites``, ``accounts`` and ``conditions``."""
    items = [item for item in revision.items if not item.optional]
    return {
        "needs": list(revision.needs),
        "items": [_item(item, revision, words, figures) for item in items],
        "has_plans": any(item.is_bundle for item in items),
        "has_services": any(not item.is_bundle for item in items),
        "plan_names": _plan_names(items, words, figures),
        "has_overage": any(item.overage for item in items),
        **sites_fields(revision),
        "conditions": [
            {"text": condition_text(condition, words), "due": _due(condition, words, figures)}
            for condition in revision.conditions
        ],
    }


def sites_fields(revision: CustomerRevision) -> dict[str, FieldValue]:
    """The fields ``sites`` and ``accounts``."""
    return {
        "sites": [{"name": site.name, "address": site.address} for site in revision.sites],
        "accounts": [
            {"number": account.number, "holder": account.holder} for account in revision.accounts
        ],
    }


def _plan_names(items: list[PaperItem], words: Words, figures: Figures) -> str:
    """The names in one line; of many only the first, with how many there are."""
    shown = words("paper.list_comma").join(figures.text(item.name) for item in items[:_NAMED])
    if len(items) <= _NAMED:
        return shown
    return words("paper.and_more", names=shown, count=figures.quantity(len(items)))


def condition_text(condition: QuoteCondition, words: Words) -> str:
    """A promise of the customer: a known clause by its key, else the text typed."""
    key = f"paper.condition.{condition.key}"
    return words(key) if condition.key and key in words else condition.text


def _item(
    item: PaperItem, revision: CustomerRevision, words: Words, figures: Figures
) -> FieldValue:
    site = next((site.name for site in revision.sites if site.id == item.site), "")
    return {
        "name": figures.text(item.name),
        "is_bundle": item.is_bundle,
        "benefit": figures.text(item.benefit).rstrip("。."),
        "site": site,
        "filing": item.filing_number,
        "discount": ""
        if item.extra_discount is None
        else words("paper.extra_discount", percent=figures.percent(item.extra_discount)),
        "free_months": words("paper.free_months", count=figures.quantity(item.free_months))
        if item.free_months
        else "",
        "charges": _charges(item, words, figures),
        "overage": [
            {
                "name": figures.text(name),
                "price": words(
                    "paper.unit_price", price=figures.price(price), unit=unit_text(unit, 1, words)
                ),
            }
            for name, unit, price in item.overage
        ],
    }


def _charges(item: PaperItem, words: Words, figures: Figures) -> list[FieldValue]:
    """What is always in it, then what was chosen, each under the heading of its option group."""
    headings = dict.fromkeys(figures.text(charge.group) for charge in item.charges)
    headings = {"": None, **headings}
    found: list[FieldValue] = []
    for heading in headings:
        if heading:
            named = words("paper.option_heading", name=heading)
            found.append({"name": named, "quantity": "", "period": ""})
        found += [
            {
                "name": charge_name(charge, words, figures),
                "quantity": quantity_text(charge.quantity, charge.unit, words, figures),
                "period": period_text(charge.period, words),
            }
            for charge in item.charges
            if figures.text(charge.group) == heading
        ]
    return found


def _due(condition: QuoteCondition, words: Words, figures: Figures) -> str:
    if not condition.days:
        return words("paper.due_at_signing")
    key = f"paper.due.{condition.key}"
    if condition.key and key in words:
        return words(key, count=figures.quantity(condition.days))
    return words("paper.due_in_days", count=figures.quantity(condition.days))
