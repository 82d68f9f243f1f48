"""What frozen quotes use of promotions that have a limit over customers or campaigns.

The newest frozen revision of a quote is what counts of it: an earlier one was replaced. Quotes that
are not frozen use nothing yet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, func, select

from app.storage.schema import PROMOTION_USES, REVISIONS
from pricing.context import Used

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.quoting.revision import Revision

_COLUMNS = PROMOTION_USES.c


def add(connection: Connection, quote_id: str, revision: Revision) -> None:
    """Write down what a revision that is frozen takes of each promotion."""
    taken: dict[str, int] = {}
    for use in revision.priced.promotions:
        taken[use.rule] = taken.get(use.rule, 0) + use.taken
    for rule, amount in taken.items():
        connection.execute(
            PROMOTION_USES.insert().values(
                quote=quote_id,
                label=revision.label,
                rule=rule,
                customer=revision.customer.id,
                taken=amount,
            )
        )


def used(connection: Connection, customer: str, but: str) -> dict[str, Used]:
    """What other quotes have used of each promotion.

    Args:
        connection: Open.
        customer: Whose quotes are counted apart.
        but: Identifier of the quote that is being priced.
    """
    frozen = REVISIONS.c
    newest = (
        select(frozen.quote, func.max(frozen.sequence).label("sequence"))
        .group_by(frozen.quote)
        .subquery()
    )
    rows = connection.execute(
        select(_COLUMNS.rule, _COLUMNS.customer, func.sum(_COLUMNS.taken))
        .join(REVISIONS, and_(frozen.quote == _COLUMNS.quote, frozen.label == _COLUMNS.label))
        .join(newest, and_(newest.c.quote == frozen.quote, newest.c.sequence == frozen.sequence))
        .where(_COLUMNS.quote != but)
        .group_by(_COLUMNS.rule, _COLUMNS.customer)
    )
    found: dict[str, Used] = {}
    for rule, whose, taken in rows:
        known = found.get(rule, Used())
        mine = taken if whose == customer else 0
        found[rule] = Used(known.customer + mine, known.everybody + taken)
    return found
