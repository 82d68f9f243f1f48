"""ReducedMonths: some months of the term at a reduced price.

Worked example: 199.00 a month, months 4 to 6 at half price: three months at 99.50 (vector V33).
"""

from __future__ import annotations

from decimal import Decimal

import msgspec


class ReducedMonths(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="reduced_months", tag_field="kind"
):
    """Percent off the months from the first to the last, both included.

    Attributes:
        first: From 1.
        last: At most the term.
        percent: From 0 to 100.
    """

    first: int
    last: int
    percent: Decimal
