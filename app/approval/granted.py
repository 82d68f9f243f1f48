"""Granted: a decision that let a revision pass, and what makes it count for nothing any more."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from app.approval.event import Person, author_of
from app.quoting.revision import Revision
from catalog.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pricing.priced import PricedItem


class Granted(msgspec.Struct, frozen=True):
    """A decision of somebody who let a revision pass.

    Attributes:
        revision: The revision as it was frozen.
        decider: Who decided.
        until: Last day on which it holds.
        acting: Levels and functions in which it was decided.
        tolerances: How much worse each criterion may get, in its unit.
        left_out: Keys of dimensions that others had decided before.
    """

    revision: Revision
    decider: Person
    until: date
    acting: tuple[str, ...]
    tolerances: dict[str, Decimal] = {}
    left_out: frozenset[str] = frozenset()


def voids(granted: Granted, revision: Revision, day: date) -> Iterator[Problem]:
    """Why a decision counts for nothing now."""
    before, label = granted.revision, granted.revision.label
    if day > granted.until:
        yield _void("approval.void_expired", label=label, date=str(granted.until))
    old, new = before.customer, revision.customer
    if (old.id, old.name, old.credit_code) != (new.id, new.name, new.credit_code):
        yield _void("approval.void_customer", label=label, customer=old.name)
    for bundle in _dissolved(before, revision):
        yield _void("approval.void_bundle", label=label, bundle=bundle.offering)
    author = author_of(revision.quote)
    if granted.decider.is_the_same_as(author):
        yield _void("approval.void_own", label=label, name=author.name)


def _void(code: str, **parameters: str) -> Problem:
    return Problem(code, Severity.WARNING, parameters=parameters)


def _dissolved(before: Revision, after: Revision) -> Iterator[PricedItem]:
    """Bundles that are gone while parts of them are quoted one by one."""
    bundles = {item.offering for item in after.priced.items if item.is_bundle}
    single = {
        charge.code for item in after.priced.items if not item.is_bundle for charge in item.charges
    }
    seen: set[str] = set()
    for item in before.priced.items:
        if item.is_bundle and item.offering not in bundles | seen:
            seen.add(item.offering)
            if single & {charge.code for charge in item.charges}:
                yield item
