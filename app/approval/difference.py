"""What differs commercially between two revisions: items, prices, terms and totals, row by row."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from app.quoting.options import option_terms
from catalog.local_text import LocalText

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from app.quoting.authority import CriterionVerdict
    from app.quoting.clause import QuoteClause
    from app.quoting.quote import Quote
    from app.quoting.revision import Revision
    from pricing.priced import PricedCharge, PricedItem

Value: TypeAlias = int | Decimal | date | str | None
"""As the row's unit says; ``None`` where there was or is nothing."""


class Change(StrEnum):
    """What happened."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class Row(msgspec.Struct, frozen=True):
    """One difference.

    Attributes:
        change: What happened.
        part: What it is about: ``item``, ``charge``, ``term``, ``condition``, ``clause``,
            ``total``, ``customer`` or ``measure``.
        subject: Name of the item, charge or measure; empty where the field says all.
        field: What of it, such as ``quantity``, ``discount``, ``net``; empty for a whole item.
        unit: ``count``, ``percent``, ``months``, ``fen``, ``date``, ``days``, ``yuan`` or ``text``.
        was: Before.
        value: Now.
    """

    change: Change
    part: str
    subject: LocalText
    field: str
    unit: str
    was: Value
    value: Value


_NOBODY = LocalText()


def differences(before: Revision, after: Revision) -> tuple[Row, ...]:
    """Every commercial difference: party and terms, items in printed order, totals, measures."""
    return (
        *_terms(before, after),
        *_items(before.priced.items, after.priced.items),
        *_totals(before, after),
        *_measures(before.verdict.criteria, after.verdict.criteria),
    )


def _changed(
    part: str, subject: LocalText, field: str, unit: str, was: Value, value: Value
) -> Iterator[Row]:
    if was != value:
        yield Row(Change.CHANGED, part, subject, field, unit, was, value)


def _terms(before: Revision, after: Revision) -> Iterator[Row]:
    old, new = before.quote, after.quote
    yield from _changed(
        "customer", _NOBODY, "name", "text", before.customer.name, after.customer.name
    )
    codes = before.customer.credit_code, after.customer.credit_code
    yield from _changed("customer", _NOBODY, "credit_code", "text", *codes)
    yield from _changed("term", _NOBODY, "months", "months", old.term, new.term)
    yield from _option_terms(old, new)
    yield from _changed("term", _NOBODY, "valid_until", "date", old.valid_until, new.valid_until)
    yield from _changed("term", _NOBODY, "price_date", "date", old.price_date, new.price_date)
    versions = before.priced.catalog_version, after.priced.catalog_version
    yield from _changed("term", _NOBODY, "catalogue", "text", *versions)
    rules = before.priced.policy_version, after.priced.policy_version
    yield from _changed("term", _NOBODY, "rules", "text", *rules)
    promised = {one.key or one.text: one.days for one in old.conditions}
    promises = {one.key or one.text: one.days for one in new.conditions}
    for name in dict.fromkeys((*promised, *promises)):
        was, value = promised.get(name), promises.get(name)
        yield from _appeared("condition", LocalText(name, name), "days", "days", was, value)
    yield from _clauses(old.clauses, new.clauses)


def _option_terms(old: Quote, new: Quote) -> Iterator[Row]:
    """Commitments of options that both have, by heading."""
    before, after = option_terms(old), option_terms(new)
    for heading, months in after.items():
        if heading in before:
            name = LocalText(heading, heading)
            yield from _changed("term", name, "months", "months", before[heading], months)


def _clauses(before: Sequence[QuoteClause], after: Sequence[QuoteClause]) -> Iterator[Row]:
    """Clauses of the contract with their words, of which the Chinese prevail."""
    old, new = ({one.id: one for one in side} for side in (before, after))
    for key in dict.fromkeys((*old, *new)):
        was, value = (
            "".join(text.zh for text in side[key].texts) if key in side else None
            for side in (old, new)
        )
        name = (new.get(key) or old[key]).name
        yield from _appeared("clause", name, "", "text", was, value)


def _appeared(
    part: str, subject: LocalText, field: str, unit: str, was: Value, value: Value
) -> Iterator[Row]:
    """A thing that was added, removed or changed."""
    if was is None and value is not None:
        yield Row(Change.ADDED, part, subject, "", unit, None, value)
    elif value is None and was is not None:
        yield Row(Change.REMOVED, part, subject, "", unit, was, None)
    else:
        yield from _changed(part, subject, field, unit, was, value)


def _items(before: Sequence[PricedItem], after: Sequence[PricedItem]) -> Iterator[Row]:
    """Items by identifier; one that was deleted and added again by what it is and where."""
    pairs = _paired(before, after)
    known = {id(old) for old in pairs.values() if old is not None}
    for new in after:
        old = pairs[new.id]
        if old is None:
            yield Row(Change.ADDED, "item", new.name, "", "count", None, new.quantity)
            yield from _amounts(None, new)
        else:
            yield from _item(old, new)
    for old in before:
        if id(old) not in known:
            yield Row(Change.REMOVED, "item", old.name, "", "count", old.quantity, None)


def _paired(
    before: Sequence[PricedItem], after: Sequence[PricedItem]
) -> dict[str, PricedItem | None]:
    by_id = {item.id: item for item in before}
    found: dict[str, PricedItem | None] = {}
    for new in after:
        old = by_id.get(new.id)
        found[new.id] = old if old is not None and old.offering == new.offering else None
    taken = {old.id for old in found.values() if old is not None}
    left: dict[tuple[str, str], list[PricedItem]] = defaultdict(list)
    for old in before:
        if old.id not in taken:
            left[old.offering, old.site].append(old)
    for new in after:
        waiting = left[new.offering, new.site]
        if found[new.id] is None and waiting:
            found[new.id] = waiting.pop(0)
    return found


def _item(old: PricedItem, new: PricedItem) -> Iterator[Row]:
    name = new.name
    yield from _changed("item", name, "quantity", "count", old.quantity, new.quantity)
    yield from _changed("item", name, "free_months", "months", old.free_months, new.free_months)
    percents = old.extra_discount or Decimal(0), new.extra_discount or Decimal(0)
    yield from _changed("item", name, "discount", "percent", *percents)
    if old.optional != new.optional:
        field = "made_optional" if new.optional else "made_firm"
        yield Row(Change.CHANGED, "item", name, field, "text", "", "")
    yield from _charges(old.charges, new.charges)
    yield from _amounts(old, new)


def _charges(before: Sequence[PricedCharge], after: Sequence[PricedCharge]) -> Iterator[Row]:
    """Charges that a manager decides about; shares of a bundle follow from its price."""
    known = {charge.code: charge for charge in before}
    for new in after:
        old = known.pop(new.code, None)
        if new.is_share:
            continue
        if old is None:
            yield Row(Change.ADDED, "charge", new.name, "", "count", None, new.quantity)
            continue
        yield from _changed("charge", new.name, "quantity", "count", old.quantity, new.quantity)
        percents = old.discount or Decimal(0), new.discount or Decimal(0)
        yield from _changed("charge", new.name, "discount", "percent", *percents)
    for old in known.values():
        if not old.is_share:
            yield Row(Change.REMOVED, "charge", old.name, "", "count", old.quantity, None)


def _amounts(old: PricedItem | None, new: PricedItem) -> Iterator[Row]:
    for field in ("one_time", "monthly", "yearly", "usage"):
        was = getattr(old, field).net_amount if old is not None else 0
        value = getattr(new, field).net_amount
        yield from _changed("item", new.name, field, "fen", was, value)


def _totals(before: Revision, after: Revision) -> Iterator[Row]:
    for field in ("one_time", "monthly", "yearly", "usage", "contract"):
        was = getattr(before.priced.totals, field).net_amount
        value = getattr(after.priced.totals, field).net_amount
        yield from _changed("total", _NOBODY, field, "fen", was, value)


def _measures(
    before: Sequence[CriterionVerdict], after: Sequence[CriterionVerdict]
) -> Iterator[Row]:
    """What discount authority looks at; a flag is raised or not."""
    old, new = {one.id: one for one in before}, {one.id: one for one in after}
    for key in dict.fromkeys((*old, *new)):
        one = new.get(key) or old[key]
        was, value = (_value(found.get(key)) for found in (old, new))
        yield from _appeared("measure", one.name, "value", one.unit, was, value)


def _value(verdict: CriterionVerdict | None) -> Value:
    if verdict is None:
        return None
    return verdict.value if verdict.value is not None else ""
