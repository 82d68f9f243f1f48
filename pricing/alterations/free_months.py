"""FreeMonths: the first months of the term at no charge.

Worked example: 7,680.00 a month, 36 months, 2 free: 34 x 7,680.00 are charged. The price of a
month stays what it is; the waiver counts for depth, margin and approval (vector V33).
"""

from __future__ import annotations

import msgspec


class FreeMonths(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="free_months", tag_field="kind"
):
    """So many months of the term are not charged; cost runs on.

    Attributes:
        months: From 0 to the term.
    """

    months: int
