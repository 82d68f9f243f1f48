"""shorter_terms(): options and items whose months got fewer since they were approved.

Months are compared by heading and by item, so that neither another heading, nor another option,
nor a place in the offer, nor deleting an item and adding it again makes a commitment shorter
unseen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.quoting.options import commitments, option_terms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.quoting.quote import Quote


class Shorter(NamedTuple):
    """Months of an option or of an item in the offer, as they were approved and as they are.

    Attributes:
        subject: The heading, or the code of the offering of a firm item.
        was: Months approved.
        months: Months now, fewer.
    """

    subject: str
    was: int
    months: int


def shorter_terms(before: Quote, after: Quote) -> Iterator[Shorter]:
    """Each option and firm item for fewer months; what follows the quote's own months is not told.

    Args:
        before: As it was approved.
        after: As it is now.
    """
    old, new = option_terms(before), option_terms(after)
    # What stands under a new heading may be what stood under one that is gone.
    gone = [months for heading, months in old.items() if heading not in new]
    was = {h: old.get(h, max([before.term, *gone])) for h in new}
    now = dict(new)
    by_item = commitments(before)
    own = commitments(after)
    known = {item.id: by_item.get(item.id, before.term) for item in before.items}
    left = {item.id for item in after.items}
    # What is deleted and added again has another identifier, and is the same offering.
    deleted: dict[str, int] = {}
    for item in before.items:
        if item.id not in left:
            deleted[item.offering] = max(deleted.get(item.offering, 0), known[item.id])
    for item in after.items if by_item else ():
        approved = known.get(item.id) or deleted.get(item.offering)
        if approved is None:
            continue
        subject = item.section if item.section in new and item.optional else item.offering
        months = own.get(item.id, after.term)
        was[subject] = max(was.get(subject, 0), approved)
        now[subject] = min(now.get(subject, months), months)
    for subject, months in now.items():
        follows = months == after.term and was[subject] == before.term
        if months < was[subject] and not follows:
            yield Shorter(subject, was[subject], months)
