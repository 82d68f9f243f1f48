"""An envelope: a corridor that an approver signs in advance, inside which the manager may print."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import msgspec

from app.approval.signing.signed_file import Moment
from app.quoting.options import commitments
from pricing.concession import measure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from app.quoting.quote import QuoteCondition
    from app.quoting.revision import Revision

BUNDLES = "bundles"
"""In the place of a family: bundles at their published price."""


class Envelope(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an approver grants before the quote is written.

    Attributes:
        nonce: Of the envelope; never the same twice.
        approver: Staff number of who grants it.
        manager: Staff number of who may use it.
        customer: Identifier of the only customer.
        credit_code: Of that customer.
        families: Most percent that may be taken off any charge, by product family; ``bundles`` for
            bundles. What is not named may not be discounted.
        free_months: Most free months of an item.
        shortest: Fewest months of commitment.
        longest: Most months of commitment.
        limits: The most (or least) granted for each criterion of the authority matrix, in its
            unit; 1 for a flag. Others stay within the manager's own authority.
        conditions: Keys, or words, of conditions that may be agreed.
        policy_no: Of the organisation that the approver went by.
        decided: When.
        until: Last day.
    """

    nonce: str
    approver: str
    manager: str
    customer: str
    credit_code: str
    families: dict[str, Decimal]
    free_months: int
    shortest: int
    longest: int
    limits: dict[str, Decimal]
    conditions: tuple[str, ...]
    policy_no: int
    decided: Moment
    until: date


def outside(
    envelope: Envelope, revision: Revision, families: Callable[[str], str]
) -> tuple[str, ...]:
    """In which respects a revision lies outside the corridor; empty when it lies inside.

    The limits of the authority matrix are not looked at here, the gate does that.

    Args:
        envelope: The corridor.
        revision: Worked out.
        families: Product family of a charge by its code; empty for a bundle.
    """
    quote, customer = revision.quote, revision.customer
    found = []
    if quote.manager.id != envelope.manager:
        found.append("manager")
    if (customer.id, customer.credit_code) != (envelope.customer, envelope.credit_code):
        found.append("customer")
    terms = (quote.term, *commitments(quote).values())
    if not envelope.shortest <= min(terms) <= max(terms) <= envelope.longest:
        found.append("months")
    if quote.valid_until > envelope.until:
        found.append("until")
    if any(item.free_months > envelope.free_months for item in revision.priced.items):
        found.append("free_months")
    if any(_said(one) not in envelope.conditions for one in quote.conditions):
        found.append("conditions")
    return (*found, *dict.fromkeys(_too_deep(envelope, revision, families)))


def _said(condition: QuoteCondition) -> str:
    return condition.key or condition.text


def _too_deep(
    envelope: Envelope, revision: Revision, families: Callable[[str], str]
) -> Iterator[str]:
    """Families in which more is taken off than was granted."""
    given = measure(revision.priced)
    # An option that is taken gets the discount on the whole quote besides its own.
    twice = revision.quote.discount is not None and bool(revision.options)
    optional = {item.id for item in revision.priced.items if item.optional and twice}
    for one in (*given.market, *given.guided, *given.fixed, *given.one_time):
        family = families(one.charge) or BUNDLES
        limit = envelope.families.get(family, Decimal(0))
        if not limit.is_finite() or not one.within(Fraction(limit)) or one.item in optional:
            yield family
