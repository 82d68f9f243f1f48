"""Fields of alternatives: what the customer may choose in place of the offer, side by side.

Optional bundles, and optional items that stand under a heading of their own, are alternatives to
what is offered. The offer is option A, each alternative the next letter. None of them is in the
totals, and nothing here adds up: every amount is an item's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.documents.fields.price import charge_name, is_alternative, is_by_use
from app.documents.fields.units import quantity_text
from app.documents.kind import Field, PrintedFigure

if TYPE_CHECKING:
    from app.documents.kind import FieldValue
    from app.figures import Figures
    from app.quoting.revision import CustomerRevision, PaperItem
    from app.translation import Words

_LETTERS = "ABCD"
"""As many as stand side by side on a page."""

ALTERNATIVES_GUIDE = (
    Field("alternatives", "并列比较的方案；没有备选则为空", "Options side by side", is_list=True),
    Field("alternatives[].letter", "字母 A、B、C", "Letter A, B, C"),
    Field("alternatives[].is_offer", "即本方案，已计入合计", "It is the offer", is_choice=True),
    Field("alternatives[].parts", "所含套餐和业务", "What it consists of", is_list=True),
    Field("alternatives[].parts[].name", "名称", "Name"),
    Field("alternatives[].parts[].monthly", "每月", "A month"),
    Field("alternatives[].parts[].one_time", "一次性；没有则为空", "Once, or empty"),
    Field("alternatives[].parts[].benefit", "给客户带来什么", "What it brings"),
    Field("alternatives[].parts[].contents", "所含项目及数量", "Contents", is_list=True),
)


def alternatives_of(revision: CustomerRevision) -> tuple[tuple[PaperItem, ...], ...]:
    """The offer and its alternatives, each as its items; empty where there is nothing to choose.

    The offer stands with its bundles, or with all its items where it has none.
    """
    groups: dict[str, list[PaperItem]] = {}
    for item in revision.items:
        if is_alternative(item):
            groups.setdefault(item.section or item.id, []).append(item)
    if not groups:
        return ()
    firm = [item for item in revision.items if not item.optional]
    offer = [item for item in firm if item.is_bundle] or firm
    return (tuple(offer), *(tuple(group) for group in groups.values()))[: len(_LETTERS)]


def alternatives_fields(
    revision: CustomerRevision, words: Words, figures: Figures
) -> dict[str, FieldValue]:
    """The field ``alternatives``."""
    found = alternatives_of(revision)
    return {
        "alternatives": [
            {
                "letter": letter,
                "is_offer": letter == _LETTERS[0],
                "parts": [_part(item, words, figures) for item in items],
            }
            for letter, items in zip(_LETTERS, found, strict=False)
        ]
    }


def printed_alternatives(revision: CustomerRevision, figures: Figures) -> tuple[PrintedFigure, ...]:
    """Each alternative with what it costs a month."""
    return tuple(
        PrintedFigure(
            "alternative", (figures.text(item.name), figures.money(item.monthly.net_amount))
        )
        for items in alternatives_of(revision)
        for item in items
    )


def _part(item: PaperItem, words: Words, figures: Figures) -> FieldValue:
    return {
        "name": figures.text(item.name),
        "monthly": figures.money(item.monthly.net_amount),
        "one_time": figures.money(item.one_time.net_amount) if item.one_time.list_amount else "",
        "benefit": figures.text(item.benefit).rstrip("。."),
        "contents": [
            words(
                "paper.content",
                name=charge_name(charge, words, figures),
                quantity=quantity_text(charge.quantity, charge.unit, words, figures),
            )
            for charge in item.charges
            if not is_by_use(charge)
        ],
    }
