"""What frozen quotes use of promotions that have a limit over customers or campaigns.

The newest revision of a quote that was issued is what counts of it: an earlier one was replaced.
Quotes that are not issued use nothing yet. A revision that takes nothing has one row without a
rule, which says that it was issued.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, func, select

from app.storage import customer_merges
from app.storage.schema import PROMOTION_USES, REVISIONS
from pricing.context import Used

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.quoting.revision import Revision

_COLUMNS = PROMOTION_USES.c
_NOTHING = ""
"""Stands for a rule where a revision takes of none."""
_ISSUED = PROMOTION_USES.alias("issued")


def add(connection: Connection, quote_id: str, revision: Revision) -> None:
    """Write down what a revision takes of each promotion; once it is issued it counts."""
    taken: dict[str, int] = {} if revision.priced.promotions else {_NOTHING: 0}
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


def is_counted(connection: Connection, quote_id: str, label: str) -> bool:
    """Whether what a revision takes counts already."""
    query = select(_COLUMNS.rule).where(_COLUMNS.quote == quote_id, _COLUMNS.label == label)
    return connection.execute(query.limit(1)).one_or_none() is not None


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
        .join(_ISSUED, and_(_ISSUED.c.quote == frozen.quote, _ISSUED.c.label == frozen.label))
        .group_by(frozen.quote)
        .subquery()
    )
    rows = connection.execute(
        select(_COLUMNS.rule, _COLUMNS.customer, func.sum(_COLUMNS.taken))
        .join(REVISIONS, and_(frozen.quote == _COLUMNS.quote, frozen.label == _COLUMNS.label))
        .join(newest, and_(newest.c.quote == frozen.quote, newest.c.sequence == frozen.sequence))
        .where(_COLUMNS.quote != but, _COLUMNS.rule != _NOTHING)
        .group_by(_COLUMNS.rule, _COLUMNS.customer)
    )
    same = customer_merges.all_of(connection, customer)
    found: dict[str, Used] = {}
    for rule, whose, taken in rows:
        known = found.get(rule, Used())
        mine = taken if whose in same else 0
        found[rule] = Used(known.customer + mine, known.everybody + taken)
    return found
