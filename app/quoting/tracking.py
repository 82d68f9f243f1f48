"""What a sale promised the customer to save, beside what his bills say after it, like for like.

A quote that was accepted promised a saving on what it replaces. The bills of the months after its
start, without the components that it left alone and without what it brought new, are what
replaces it really costs; less than today's amount by that is the real saving.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from catalog.local_text import LocalText
from catalog.money import Fen
from catalog.period import Month, month_after, month_of
from pricing.spend_analysis import mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from app.quoting.customer import Customer
    from app.quoting.revision import Revision
    from pricing.bills import BillComponent, Bills
    from pricing.spend import SpendPolicy

_PEAK = Decimal("1.2")
"""So many times the mean of the others a month lies above them to be named."""
_CAUSES = 3
_HUNDRED = 100


class PromisedSaving(msgspec.Struct, frozen=True):
    """What an accepted quote promised.

    Attributes:
        quote: Identifier of the quote.
        events: How many entries its log had when this was worked out.
        number: As printed.
        title: Short name of the solution.
        customer: Identifier of the customer.
        begins: First whole month with the offer.
        before: Fen a month that is replaced, a competitor included.
        offered: Fen a month that replaces it.
        new_value: Fen a month of what replaces nothing.
        competitor: Of that, what a competitor was paid.
        replaced: Identifiers of the bill components that are replaced.
        kept: Identifiers of those that the offer left alone.
    """

    quote: str
    events: int
    number: str
    title: str
    customer: str
    begins: Month
    before: Fen
    offered: Fen
    new_value: Fen
    competitor: Fen = 0
    replaced: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()

    @property
    def saving(self) -> Fen:
        """Fen a month."""
        return self.before - self.offered


class CauseKind(StrEnum):
    """Why the real saving may be smaller."""

    NOTED = "noted"
    """Somebody wrote down why a month was unusual."""
    RIVAL = "rival"
    """What a competitor was paid is in the promise, and he is still listed."""
    PEAK = "peak"
    """One month lies far above the others."""
    STILL = "still"
    """Something that was replaced, and is not paid by use, is still billed."""


class Cause(msgspec.Struct, frozen=True):
    """One of the causes.

    Attributes:
        kind: Which.
        name: Of the component, or of the competitor; empty for a month.
        amount: Fen a month; of a month its bill.
        month: Of what was noted, and of the peak.
        text: As it was noted.
    """

    kind: CauseKind
    name: LocalText = LocalText()
    amount: Fen = 0
    month: Month = ""
    text: str = ""


class Standing(StrEnum):
    """How a promised saving stands."""

    WAITING = "waiting"
    """There are not enough bills yet."""
    KEPT = "kept"
    MISSED = "missed"
    """Less was saved than promised, beyond the tolerance."""


class TrackedSaving(msgspec.Struct, frozen=True):
    """What was promised beside what came of it.

    Attributes:
        promised: What was promised.
        months: Those after the start that there are bills of.
        offered: Fen a month that what replaces really costs, on average.
        saving: Real saving in fen a month.
        standing: How it stands.
        causes: Where less was saved, why it may be so.
    """

    promised: PromisedSaving
    months: tuple[Month, ...]
    offered: Fen
    saving: Fen
    standing: Standing
    causes: tuple[Cause, ...] = ()


def promised_saving(revision: Revision, signed: date, events: int = 0) -> PromisedSaving | None:
    """What a revision promised; ``None`` where it promised no saving.

    Args:
        revision: That which was accepted.
        signed: Day of the acceptance; the offer begins then where it names no day.
        events: How many entries the log of the quote has.
    """
    quote, found = revision.quote, revision.saving
    if found is None or found.saving <= 0:
        return None
    starts = quote.activation or signed
    chosen = quote.like_for_like
    known = [one.id for one in revision.bills.components]
    replaced = [one for one in known if not chosen.components or one in chosen.components]
    return PromisedSaving(
        quote=quote.id,
        events=events,
        number=quote.number,
        title=quote.title,
        customer=quote.customer,
        begins=month_after(month_of(starts), 0 if starts.day == 1 else 1),
        before=found.offered + found.saving,
        offered=found.offered,
        new_value=found.new_value,
        competitor=chosen.competitor,
        replaced=tuple(replaced),
        kept=tuple(one for one in known if one not in replaced),
    )


def tracked(
    promises: Iterable[PromisedSaving], customer: Customer, bills: Bills, policy: SpendPolicy
) -> tuple[TrackedSaving, ...]:
    """Every promise beside the bills, the latest start first.

    Months from which a later quote holds count for that one alone.
    """
    ordered = sorted(promises, key=lambda one: (one.begins, one.number), reverse=True)
    found, until = [], ""
    for one in ordered:
        found.append(_track(one, customer, bills, policy, until))
        until = one.begins
    return tuple(found)


def _track(
    promised: PromisedSaving, customer: Customer, bills: Bills, policy: SpendPolicy, until: Month
) -> TrackedSaving:
    counted = [one for one in bills.components if one.id not in promised.kept]
    known = {month for one in counted for month in one.amounts}
    months = tuple(
        month
        for month in sorted(known)
        if month >= promised.begins and (not until or month < until)
    )
    totals = {month: sum(one.amounts.get(month, 0) for one in counted) for month in months}
    offered = mean(list(totals.values())) - promised.new_value if months else 0
    saving = promised.before - offered if months else 0
    least = promised.saving * (_HUNDRED - policy.saving_tolerance)
    standing = Standing.WAITING
    if len(months) >= policy.saving_months:
        standing = Standing.MISSED if saving * _HUNDRED < least else Standing.KEPT
    causes: tuple[Cause, ...] = ()
    if months and saving < promised.saving:
        causes = tuple(_causes(promised, customer, bills, counted, totals))[:_CAUSES]
    return TrackedSaving(promised, months, offered, saving, standing, causes)


def _causes(
    promised: PromisedSaving,
    customer: Customer,
    bills: Bills,
    counted: list[BillComponent],
    totals: dict[Month, Fen],
) -> Iterator[Cause]:
    names = {one.id: one.name for one in counted}
    for reason in bills.reasons:
        if reason.month in totals and reason.component in names and reason.text:
            name = names[reason.component]
            yield Cause(CauseKind.NOTED, name, reason.amount, reason.month, reason.text)
    if promised.competitor:
        for rival in customer.competitors:
            name = LocalText(rival.operator, rival.operator)
            yield Cause(CauseKind.RIVAL, name, rival.monthly)
    highest = max(totals, key=lambda month: totals[month])
    others = [amount for month, amount in totals.items() if month != highest]
    if others and totals[highest] > _PEAK * mean(others):
        yield Cause(CauseKind.PEAK, amount=totals[highest], month=highest)
    still = [
        (mean([one.amounts.get(month, 0) for month in totals]), one.name)
        for one in counted
        if one.id in promised.replaced and not one.charge
    ]
    for amount, name in sorted(still, key=lambda one: -one[0]):
        if amount > 0:
            yield Cause(CauseKind.STILL, name, amount)
