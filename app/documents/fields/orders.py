"""Fields of service orders: one for each item, with where it is installed and what it costs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.documents.fields.heading import contract_number
from app.documents.fields.places import account_text, ordered_quantity
from app.documents.fields.price import charge_name, is_by_use, period_text, timed_name
from app.documents.fields.units import quantity_text
from app.documents.kind import Field
from app.quoting.site_tree import paying_account
from pricing.item import ItemAction

if TYPE_CHECKING:
    from app.documents.kind import FieldValue
    from app.figures import Figures
    from app.quoting.revision import CustomerRevision, PaperCharge, PaperItem
    from app.translation import Words

_FEW = 4
"""Places that have a row each, with room for a contact on site."""

ORDERS_GUIDE = (
    Field("orders", "业务受理单，每项业务一张", "Orders, one for each service", is_list=True),
    Field("orders[].number", "受理单编号", "Number of the order"),
    Field("orders[].name", "业务名称", "Service"),
    Field("orders[].quantity", "数量", "Quantity"),
    Field("orders[].adds", "新装", "It is new", is_choice=True),
    Field("orders[].changes", "变更", "It changes what there is", is_choice=True),
    Field("orders[].ends", "拆除", "It ends what there is", is_choice=True),
    Field("orders[].opening", "开通时限；没有承诺则为空", "Days until it works, or empty"),
    Field("orders[].discount", "优惠说明；可能为空", "Discount; may be empty"),
    Field("orders[].payer", "付费账户；未指明则为空", "Paying account, or empty"),
    Field("orders[].places", "安装地点；较多时为空", "Where it is installed; few", is_list=True),
    Field("orders[].places[].name", "名称", "Name"),
    Field("orders[].places[].address", "地址", "Address"),
    Field("orders[].pairs", "安装地点较多时，两个一行", "Many places, two in a row", is_list=True),
    Field("orders[].pairs[].left", "左边的地点", "The one on the left"),
    Field("orders[].pairs[].left_address", "其地址", "Its address"),
    Field("orders[].pairs[].right", "右边的地点；可能为空", "The one on the right, or empty"),
    Field("orders[].pairs[].right_address", "其地址", "Its address"),
    Field("orders[].charges", "资费", "Charges", is_list=True),
    Field("orders[].charges[].name", "名称", "Name"),
    Field("orders[].charges[].quantity", "数量及单位", "Quantity with unit"),
    Field("orders[].charges[].period", "计费方式", "How it is billed"),
    Field("orders[].charges[].unit_price", "标准单价", "List price per unit"),
    Field("orders[].charges[].net", "含税应付", "Charged"),
    Field("orders[].charges[].ex_tax", "不含税", "Without VAT"),
    Field("orders[].charges[].rate", "税率", "VAT rate"),
    Field("orders[].charges[].tax", "税额", "VAT"),
    Field("orders[].one_time", "一次性合计", "Charged once"),
    Field("orders[].monthly", "每月合计", "Charged monthly"),
    Field("orders[].yearly", "每年合计；没有则为空", "Charged yearly, or empty"),
)


def orders_fields(
    revision: CustomerRevision, words: Words, figures: Figures
) -> dict[str, FieldValue]:
    """The field ``orders``."""
    firm = [item for item in revision.items if not item.optional]
    return {
        "orders": [
            _order(place, item, revision, (words, figures))
            for place, item in enumerate(firm, start=1)
        ]
    }


def order_number(revision: CustomerRevision, place: int) -> str:
    """The number of the document with the place of the order in it: QW-20261123-0001-A/02."""
    return f"{contract_number(revision)}/{place:02d}"


def payer_of(item: PaperItem, revision: CustomerRevision, words: Words) -> str:
    """The account that pays for an item as it is said of it or of its site; empty for neither."""
    number = paying_account(item.bill_to, item.site, revision.sites, ())
    return account_text(number, revision, words) if number else ""


def _order(
    place: int, item: PaperItem, revision: CustomerRevision, told: tuple[Words, Figures]
) -> FieldValue:
    words, figures = told
    places = _places(item, revision, words)
    return {
        "number": order_number(revision, place),
        "name": figures.text(item.name),
        "quantity": ordered_quantity(item, words, figures),
        "adds": item.action is ItemAction.ADD,
        "changes": item.action in {ItemAction.MODIFY, ItemAction.NO_CHANGE},
        "ends": item.action is ItemAction.DELETE,
        "opening": words("paper.service.opening.promise", days=str(item.lead_time))
        if item.lead_time
        else "",
        "discount": ""
        if item.extra_discount is None
        else words("paper.extra_discount", percent=figures.percent(item.extra_discount)),
        "payer": payer_of(item, revision, words),
        "places": [
            {"name": name, "address": address} for name, address in places if len(places) <= _FEW
        ],
        "pairs": _pairs(places) if len(places) > _FEW else [],
        "charges": [_charge(item, charge, words, figures) for charge in item.charges],
        "one_time": figures.money(item.one_time.net_amount),
        "monthly": figures.money(item.monthly.net_amount),
        "yearly": figures.money(item.yearly.net_amount) if item.yearly.list_amount else "",
    }


def _places(item: PaperItem, revision: CustomerRevision, words: Words) -> list[tuple[str, str]]:
    """Names and addresses: the site of the item; all sites where none is named; the customer's."""
    named = [site for site in revision.sites if site.id == item.site]
    address = revision.customer_address
    places = [
        (site.name, _billed(site.address or address, item.bill_to or site.account, words))
        for site in named or revision.sites
    ]
    return places or [(revision.customer_name, _billed(address, item.bill_to, words))]


def _billed(address: str, account: str, words: Words) -> str:
    """An address with the account that pays for what is installed there, where one is named."""
    if not account:
        return address
    return " ".join(filter(None, (address, words("paper.billed_to", account=account))))


def _pairs(places: list[tuple[str, str]]) -> list[FieldValue]:
    """Two places in a row, so that an order with many stays on its page."""
    rows: list[FieldValue] = []
    for at in range(0, len(places), 2):
        left = places[at]
        right = places[at + 1] if at + 1 < len(places) else ("", "")
        rows.append(
            {
                "left": left[0],
                "left_address": left[1],
                "right": right[0],
                "right_address": right[1],
            }
        )
    return rows


def _charge(item: PaperItem, charge: PaperCharge, words: Words, figures: Figures) -> FieldValue:
    name = charge_name(charge, words, figures)
    if charge.period.value == "month" and not item.is_bundle and not charge.usage:
        name = timed_name(name, item, words)
    shown = {
        "name": name,
        "quantity": quantity_text(charge.quantity, charge.unit, words, figures),
        "period": period_text(charge.period, words),
        "unit_price": figures.price(charge.list_price),
        "rate": figures.rate(charge.tax_rate),
    }
    if is_by_use(charge):
        return shown | {"net": words("paper.by_use"), "ex_tax": "", "tax": ""}
    return shown | {
        "net": figures.money(charge.net_amount),
        "ex_tax": figures.money(charge.net_ex_tax),
        "tax": figures.money(charge.tax),
    }
