"""Fields of alternatives: what the customer may choose in place of the offer, side by side.

Optional bundles, and optional items that stand under a heading of their own, are alternatives to
what is offered. The offer is option A, each alternative the next letter. None of them is in the
totals, and nothing here adds up: every amount is an item's own.
"""

from __future__ import annotations

from string import ascii_uppercase
from typing import TYPE_CHECKING

from app.documents.fields.price import charge_name, is_by_use
from app.documents.fields.story import told_option
from app.documents.fields.units import quantity_text
from app.documents.kind import Field, PrintedFigure
from app.quoting.own_headings import option_groups

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.documents.kind import FieldValue
    from app.figures import Figures
    from app.quoting.revision import CustomerRevision, PaperItem
    from app.translation import Words

_ABREAST = 3
"""As many as stand side by side on a page."""
_LISTED = 8
"""Parts of an option that are named; a row that is taller than a page cannot be compared."""
_TOLD = 10
"""Contents of an option's only part that are named."""

ALTERNATIVES_GUIDE = (
    Field("alternatives", "并列的方案，三个一排；没有则为空", "Options abreast", is_list=True),
    Field("alternatives[].is_pair", "这一排只有两个", "Two abreast", is_choice=True),
    Field("alternatives[].options", "一排中的方案", "Options side by side", is_list=True),
    Field("alternatives[].options[].letter", "字母 A、B、C", "Letter A, B, C"),
    Field("alternatives[].options[].is_offer", "即本方案", "It is the offer", is_choice=True),
    Field("alternatives[].options[].parts", "所含套餐和业务", "Parts", is_list=True),
    Field("alternatives[].options[].parts[].name", "名称", "Name"),
    Field("alternatives[].options[].parts[].monthly", "每月", "A month"),
    Field("alternatives[].options[].parts[].one_time", "一次性；没有则为空", "Once, or empty"),
    Field("alternatives[].options[].parts[].benefit", "给客户带来什么", "What it brings"),
    Field("alternatives[].options[].parts[].contents", "所含项目及数量", "Contents, or empty"),
    Field("alternatives[].options[].totals", "方案合计，逐句", "What it comes to", is_list=True),
    Field("alternatives[].options[].more", "没有列出的项数；可能为空", "How many more, or empty"),
)


def alternatives_of(revision: CustomerRevision) -> tuple[tuple[PaperItem, ...], ...]:
    """The offer and its alternatives, each as its items; empty where there is nothing to choose.

    The offer stands with its bundles, or with all its items where it has none, or where another
    whole offer stands beside it under a heading.
    """
    groups = [
        (group.heading, told)
        for group in option_groups(revision.items, lambda item: item.is_bundle)
        if (told := tuple(item for item in group.items if not _is_usage(item)))
    ]
    if not groups:
        return ()
    firm = tuple(item for item in revision.items if not (item.optional or _is_usage(item)))
    whole = any(heading for heading, _ in groups)
    offer = firm if whole else tuple(item for item in firm if item.is_bundle) or firm
    return (offer, *(told for _, told in groups))


def _is_usage(item: PaperItem) -> bool:
    """Whether an item is nothing but expected usage, which stands among the totals."""
    return bool(item.charges) and all(is_by_use(charge) for charge in item.charges)


def alternatives_fields(
    revision: CustomerRevision, words: Words, figures: Figures
) -> dict[str, FieldValue]:
    """The field ``alternatives``: rows of at most three, and no row of a single one."""
    totals = {one.letter: one for one in revision.story.options}
    options: list[FieldValue] = [
        {
            "letter": letter,
            "is_offer": letter == ascii_uppercase[0],
            "parts": [
                _part(item, words, figures, alone=len(items) == 1) for item in items[:_LISTED]
            ],
            "more": words("paper.further", count=figures.quantity(len(items) - _LISTED))
            if len(items) > _LISTED
            else "",
            "totals": list(told_option(totals[letter], words, figures)) if letter in totals else [],
        }
        for letter, items in zip(ascii_uppercase, alternatives_of(revision), strict=False)
    ]
    return {
        "alternatives": [
            {"is_pair": len(row) < _ABREAST, "options": list(row)} for row in _rows(options)
        ]
    }


def _rows(options: list[FieldValue]) -> Iterator[list[FieldValue]]:
    """Four stand two and two: an option by itself is compared with nothing."""
    left = list(options)
    while left:
        abreast = 2 if len(left) in {2, _ABREAST + 1} else _ABREAST
        yield left[:abreast]
        left = left[abreast:]


def printed_alternatives(revision: CustomerRevision, figures: Figures) -> tuple[PrintedFigure, ...]:
    """Each alternative with what it costs a month."""
    return tuple(
        PrintedFigure(
            "alternative", (figures.text(item.name), figures.money(item.monthly.net_amount))
        )
        for items in alternatives_of(revision)
        for item in items[:_LISTED]
    )


def _part(item: PaperItem, words: Words, figures: Figures, *, alone: bool) -> FieldValue:
    """A part of an option; only one that is alone says what it holds and brings."""
    return {
        "name": figures.text(item.name),
        "monthly": figures.money(item.monthly.net_amount),
        "one_time": figures.money(item.one_time.net_amount) if item.one_time.list_amount else "",
        "benefit": figures.text(item.benefit).rstrip("。.") if alone else "",
        "contents": _contents(item, words, figures) if alone else "",
    }


def _contents(item: PaperItem, words: Words, figures: Figures) -> str:
    """What an item holds in one line; of many charges the first, with how many there are."""
    held = [
        words(
            "paper.content",
            name=charge_name(charge, words, figures),
            quantity=quantity_text(charge.quantity, charge.unit, words, figures),
        )
        for charge in item.charges
        if not is_by_use(charge)
    ]
    shown = words("paper.list_semicolon").join(held[:_TOLD])
    if len(held) <= _TOLD:
        return shown
    return words("paper.and_more", names=shown, count=figures.quantity(len(held)))
