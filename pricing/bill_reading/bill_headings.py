"""What headings of bills hold besides the names of fields: months, numbers, and their owners."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from catalog.layout.found_table import layout_fingerprint
from catalog.layout.words import JOINED
from pricing.bill_reading.bill_words import heading_number, heading_parts
from pricing.bill_reading.months import is_month

if TYPE_CHECKING:
    from catalog.layout.found_table import FoundTable


def bill_fingerprint(table: FoundTable) -> str:
    """The same for every table of this layout, whatever months and numbers its headings name."""
    return layout_fingerprint([_without_values(column.heading) for column in table.columns])


def heading_month(heading: str) -> str:
    """The part of a heading that names a month; nothing when none does."""
    return next((part for part in heading_parts(heading) if is_month(part)), "")


def heading_owner(heading: str) -> tuple[str, str]:
    """The number that a heading names, and whose it is as told beside it; empty texts for none."""
    for part in heading_parts(heading):
        if number := heading_number(part):
            rest = unicodedata.normalize("NFKC", part).replace(number, "")
            return number, rest.strip(_BETWEEN)
    return "", ""


_BETWEEN = " ()[]:·-—/\n"


def _without_values(heading: str) -> str:
    return JOINED.join(_kind(part) for part in heading_parts(heading))


def _kind(part: str) -> str:
    if is_month(part):
        return "*"
    return "#" if heading_number(part) else part
