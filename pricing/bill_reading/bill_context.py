"""BillContext: what lines above and between the rows, the sheet and the file say of all of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from catalog.cell_text import CellFault
from catalog.period import Month
from pricing.bill_reading.months import is_month, month_in, read_month, year_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pricing.bill_reading.bill_words import BillWords

_BETWEEN = re.compile(r"\s{2,}|\t|\n|[;,\uff1b\uff0c、]\s*")
_NUMBER = re.compile(
    r"(?<![0-9])(?!20[0-9]{2}[01][0-9](?:[0-3][0-9])?(?![0-9]))[0-9]{7,12}(?![0-9])"
)
"""A number of a telephone or an account in the name of a sheet or a file; no day."""
_TELLS_BILLS = re.compile("账|帐|费|bill|invoice|charge", re.IGNORECASE)


class BillContext(msgspec.Struct, frozen=True):
    """What holds for rows that do not say it themselves.

    Attributes:
        account: Number or account.
        holder: Who it is registered under.
        month: When.
        year: Four digits, for months without one.
        stated: Totals of the bill as texts, with the number of their row.
    """

    account: str = ""
    holder: str = ""
    month: Month = ""
    year: str = ""
    stated: tuple[tuple[int, str], ...] = ()


def context_of(
    lines: Sequence[tuple[int, Sequence[str]]], sheet: str, file: str, words: BillWords
) -> BillContext:
    """What is said around a table.

    Args:
        lines: Number and cells of the lines above it, from the top.
        sheet: Name of its sheet.
        file: Name of the file, without folders.
        words: Words of bills.
    """
    titles = [text for _, cells in lines for text in cells if text.strip()]
    year = next((y for text in (*titles, sheet, file) if (y := year_in(text))), "")
    context = BillContext(year=year)
    for number, cells in lines:
        context = with_line(context, number, cells, words)
    if not context.account:
        numbers = (found.group() for text in (sheet, file) if (found := _NUMBER.search(text)))
        context = msgspec.structs.replace(context, account=next(numbers, ""))
    if context.month:
        return context
    told = [text for text in titles if _TELLS_BILLS.search(text) or is_month(text)]
    for text in (*told, sheet, file):
        if month := month_in(text, year):
            return msgspec.structs.replace(context, month=month)
    return context


def with_line(
    context: BillContext, number: int, cells: Sequence[str], words: BillWords
) -> BillContext:
    """The context with what a line says: ``户名:幼苗幼儿园``, or a month alone.

    Args:
        context: So far.
        number: Of the row.
        cells: Its cells.
        words: Words of bills.
    """
    changed: dict[str, str] = {}
    stated = list(context.stated)
    texts = [part for cell in cells for part in _BETWEEN.split(cell) if part.strip()]
    for at, text in enumerate(texts):
        beside = texts[at + 1].strip() if at + 1 < len(texts) else ""
        field, value = words.section(text)
        if not field and beside:
            field, value = words.section(f"{text}:{beside}") if ":" not in text else ("", "")
        if field == "month":
            changed["month"] = _month(value, context.year) or changed.get("month", "")
        elif field in ("number", "account"):
            if field == "number" or "account" not in changed:
                changed["account"] = value.strip()
        elif field == "holder":
            changed["holder"] = value.strip()
        elif is_month(text) and len(texts) == 1:
            changed["month"] = _month(text, context.year)
        stating = words.stated_total(text) or (
            words.stated_total(f"{text}:{beside}") if beside else ""
        )
        if stating and (number, stating) not in stated:
            stated.append((number, stating))
    return msgspec.structs.replace(
        context, stated=tuple(stated), **{key: text for key, text in changed.items() if text}
    )


def _month(text: str, year: str) -> Month:
    try:
        return read_month(text, year)
    except CellFault:
        return month_in(text, year)
