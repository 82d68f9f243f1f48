"""reprice(): the same quote with two catalogues and rules; what differs, in fen, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.quoting.price_causes import Cause, Editions, causes_of
from catalog.local_text import LocalText
from catalog.money import Fen
from catalog.period import BillingPeriod
from catalog.problem import Problem
from pricing.engine import price_quote
from pricing.priced import PricedCharge, PricedItem, PricedQuote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.quoting.price_causes import Edition
    from app.quoting.quote import Quote
    from pricing.context import PricingContext


class ChargeChange(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One charge of one item that costs something else, or is taxed otherwise.

    Attributes:
        item: Identifier of the quote item.
        item_name: Its name.
        optional: The item is not in the totals.
        charge: Code of the charge.
        name: Its name with its offering.
        period: How often it is billed.
        old: Net fen of one period; ``None`` when it had no price.
        new: Likewise now.
        causes: Why, at least one.
    """

    item: str
    item_name: LocalText
    optional: bool
    charge: str
    name: LocalText
    period: BillingPeriod
    old: Fen | None
    new: Fen | None
    causes: tuple[Cause, ...]

    @property
    def difference(self) -> Fen:
        """Fen more than before; what has no price counts as nothing."""
        return (self.new or 0) - (self.old or 0)


class Repricing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A quote priced twice.

    Attributes:
        old: With the catalogue and rules it was made with.
        new: With the others.
        changes: Charges that differ, in the order of the quote.
        unchanged: How many charges do not.
        problems: Findings that it did not have before.
    """

    old: PricedQuote
    new: PricedQuote
    changes: tuple[ChargeChange, ...]
    unchanged: int
    problems: tuple[Problem, ...]

    @property
    def same(self) -> bool:
        """Whether the quote is what it was: no other price and no new finding."""
        return not self.changes and not self.problems


def reprice(quote: Quote, context: PricingContext, old: Edition, new: Edition) -> Repricing:
    """Price a quote twice and compare.

    Args:
        quote: The quote.
        context: Its circumstances; the price date stays.
        old: Catalogue and rules that it was made with.
        new: The others.
    """
    before, after = (
        price_quote(edition.catalog, edition.policy, context, quote.items, quote.discount)
        for edition in (old, new)
    )
    return compare_prices(before, after, Editions.of(old, new))


def compare_prices(old: PricedQuote, new: PricedQuote, editions: Editions) -> Repricing:
    """Compare two prices of one quote.

    Args:
        old: As it was.
        new: As it is.
        editions: What they were priced with.
    """
    changes: list[ChargeChange] = []
    unchanged = 0
    for before, after in _pairs(old, new):
        for was, now in _charge_pairs(before, after):
            if _same(was, now):
                unchanged += 1
            else:
                changes.append(_change(before or after, was, now, editions))
    known = set(map(_key, old.problems))
    problems = tuple(problem for problem in new.problems if _key(problem) not in known)
    return Repricing(old, new, tuple(changes), unchanged, problems)


def _pairs(
    old: PricedQuote, new: PricedQuote
) -> Iterator[tuple[PricedItem | None, PricedItem | None]]:
    """Items of both prices; one that has no price at all is missing in one of them."""
    after = {item.id: item for item in new.items}
    for item in old.items:
        yield item, after.pop(item.id, None)
    for item in after.values():
        yield None, item


def _charge_pairs(
    old: PricedItem | None, new: PricedItem | None
) -> Iterator[tuple[PricedCharge | None, PricedCharge | None]]:
    """Charges of both, matched by code and, where a bundle has one twice, by their order."""
    after: dict[tuple[str, int], PricedCharge] = _numbered(new)
    for key, charge in _numbered(old).items():
        yield charge, after.pop(key, None)
    for charge in after.values():
        yield None, charge


def _numbered(item: PricedItem | None) -> dict[tuple[str, int], PricedCharge]:
    found: dict[tuple[str, int], PricedCharge] = {}
    for charge in item.charges if item is not None else ():
        count = 0
        while (charge.code, count) in found:
            count += 1
        found[charge.code, count] = charge
    return found


def _same(old: PricedCharge | None, new: PricedCharge | None) -> bool:
    return (
        old is not None
        and new is not None
        and old.net_amount == new.net_amount
        and old.tax_rate == new.tax_rate
        and old.quantity == new.quantity
    )


def _change(
    item: PricedItem | None,
    old: PricedCharge | None,
    new: PricedCharge | None,
    editions: Editions,
) -> ChargeChange:
    shown = old or new
    assert item is not None  # noqa: S101 (for the type checker: one of the two always is)
    assert shown is not None  # noqa: S101 (as above)
    return ChargeChange(
        item=item.id,
        item_name=item.name,
        optional=item.optional,
        charge=shown.code,
        name=shown.name,
        period=shown.period,
        old=None if old is None else old.net_amount,
        new=None if new is None else new.net_amount,
        causes=causes_of(item.offering, old, new, editions),
    )


def _key(problem: Problem) -> tuple[str, str, str, str]:
    facts = ";".join(f"{name}={value}" for name, value in sorted(problem.parameters.items()))
    return problem.code, problem.where.subject, problem.where.column, facts
