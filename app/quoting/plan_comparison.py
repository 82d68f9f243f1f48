"""Plans that the customer could have, each with the past months as they would have been.

A candidate takes the place of the bundle in the quote (the first that replaces what the bills
show), or is added where there is none. It must hold at least what that bundle holds, charge by
charge, or else what the customer has installed: a plan that leaves the broadband out is cheaper
and no alternative. A plan whose conditions the customer does not meet is shown with the reason, so
that nobody offers it by hand; whatever else blocks leaves a plan out.

Break-even of a usage charge: the most units of it in a month at which the plan comes to no more
than today's typical month, with all other usage as in a typical month. C1-L of case 1 has 240
minutes and 40.00 to spare at 0.25: 240 + 160 = 400 long-distance minutes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.quoting.item_edits import add_offering
from app.quoting.measures import pricing_context
from app.quoting.offer.wish import usage_of
from app.quoting.quote import Quote
from app.quoting.revision import ReplayMonth, Saving
from app.quoting.savings import plan_of, replay, saving
from catalog.local_text import LocalText
from catalog.money import Fen, amount_of, round_half_up, unit_micro
from catalog.problem import Problem
from pricing.engine import price_quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.quoting.customer import Customer
    from app.quoting.freezing import Rulebook
    from catalog.bundle import BundledOffering
    from catalog.product_catalog import ProductCatalog
    from pricing.bills import Bills
    from pricing.priced import PricedQuote
    from pricing.replay import Plan
    from pricing.spend import SpendAnalysis


NOT_ELIGIBLE = "bundle.not_eligible"


class BreakEven(msgspec.Struct, frozen=True):
    """Usage at which a plan costs what is paid today.

    Attributes:
        charge: Code of the usage charge.
        name: Name of the bill component.
        typical: Units of a typical month.
        units: The most units; ``None`` where the plan is dearer even without any.
    """

    charge: str
    name: LocalText
    typical: int
    units: int | None


class PlanReplay(msgspec.Struct, frozen=True):
    """One plan and the past months under it.

    Attributes:
        code: Of the bundle.
        name: For people.
        quote: The quote with this plan.
        current: It is the one in the quote.
        monthly: Monthly net amount of the whole quote in fen.
        months: Each month of the window.
        saving: Like for like against the typical month.
        break_even: By usage charge.
        recommended: It costs least in a typical month, and less than today.
        unmet: Conditions of the plan that the customer does not meet.
    """

    code: str
    name: LocalText
    quote: Quote
    current: bool
    monthly: Fen
    months: tuple[ReplayMonth, ...]
    saving: Saving
    break_even: tuple[BreakEven, ...] = ()
    recommended: bool = False
    unmet: tuple[Problem, ...] = ()

    @property
    def planned(self) -> Fen:
        """Sum of the months under the plan."""
        return sum(month.planned for month in self.months)

    @property
    def saved(self) -> Fen:
        """Sum of what the months would have saved."""
        return sum(month.saving for month in self.months)

    @property
    def best(self) -> ReplayMonth:
        """The smallest month under the plan, the earliest of equal ones."""
        return min(self.months, key=lambda month: month.planned)

    @property
    def worst(self) -> ReplayMonth:
        """The largest month under the plan, the earliest of equal ones."""
        return max(self.months, key=lambda month: month.planned)

    @property
    def dearer(self) -> int:
        """Months that would have cost more than they did."""
        return sum(month.saving < 0 for month in self.months)

    @property
    def warned(self) -> bool:
        """Not to be offered: it costs more than a typical month, or may not be had."""
        return self.saving.saving < 0 or bool(self.unmet)


def compare_plans(
    quote: Quote,
    customer: Customer,
    bills: Bills,
    analysis: SpendAnalysis | None,
    catalog: ProductCatalog,
    rules: Rulebook,
) -> tuple[PlanReplay, ...]:
    """Every plan that could stand in the quote, what is cheapest in a typical month first.

    Nothing without bills or usage. Promotions with a budget are priced as if nobody else had used
    them; the quote tells what is left once the plan is in it.
    """
    if analysis is None:
        return ()
    current = _priced(quote, customer, bills, analysis, catalog, rules)
    place = _place(quote, catalog)
    needed = _needed(quote, current, customer, place)
    found = []
    for code, tried in _tried(quote, catalog, place):
        priced = (
            current if tried is quote else _priced(tried, customer, bills, analysis, catalog, rules)
        )
        same = tried is quote
        blocking = tuple(problem for problem in priced.problems if problem.blocks)
        unmet = tuple(problem for problem in blocking if problem.code == NOT_ELIGIBLE)
        if not same and (len(unmet) < len(blocking) or not _holds(priced, needed, catalog)):
            continue
        one = _replayed(code, tried, priced, bills, analysis, catalog)
        if one is not None:
            found.append(msgspec.structs.replace(one, current=same, unmet=unmet))
    found.sort(key=lambda one: (one.saving.offered, one.planned, one.code))
    best = next((one for one in found if one.saving.saving > 0 and not one.unmet), None)
    return tuple(
        msgspec.structs.replace(one, recommended=True) if one is best else one for one in found
    )


def _place(quote: Quote, catalog: ProductCatalog) -> int | None:
    """Position of the bundle that is exchanged; ``None`` where one is added."""
    chosen = quote.like_for_like.items
    for position, item in enumerate(quote.items):
        counts = not item.optional and (not chosen or item.id in chosen)
        if counts and catalog.bundle(item.offering) is not None:
            return position
    return None


def _tried(quote: Quote, catalog: ProductCatalog, place: int | None) -> Iterator[tuple[str, Quote]]:
    """Quotes with each bundle in its place; the quote itself for the one it has."""
    for bundle in catalog.content.bundles:
        if place is not None and quote.items[place].offering == bundle.code:
            yield bundle.code, quote
            continue
        if not _has_usage(bundle):
            continue
        added = add_offering(quote, catalog, bundle.code)
        if added is quote:
            continue
        *others, new = added.items
        if place is not None:
            old = quote.items[place]
            kept = {"id": old.id, "site": old.site, "section": old.section}
            others[place] = msgspec.structs.replace(new, quantity=old.quantity, **kept)
            added = msgspec.structs.replace(added, items=tuple(others))
        yield bundle.code, msgspec.structs.replace(added, term=max(quote.term, bundle.term))


def _has_usage(bundle: BundledOffering) -> bool:
    """Whether a bundle says anything of usage; others cannot be replayed against another."""
    return bool(bundle.overage)


def _priced(
    quote: Quote,
    customer: Customer,
    bills: Bills,
    analysis: SpendAnalysis,
    catalog: ProductCatalog,
    rules: Rulebook,
) -> PricedQuote:
    context = pricing_context(quote, customer, bills, analysis)
    return price_quote(catalog, rules.pricing, context, quote.items, quote.discount)


def _needed(
    quote: Quote, priced: PricedQuote, customer: Customer, place: int | None
) -> dict[str, int]:
    """What a candidate must hold: units by charge of the bundle, or by installed offering."""
    if place is None:
        return customer.installed_quantities()
    item = priced.item(quote.items[place].id)
    charges = item.charges if item is not None else ()
    return {one.code: one.quantity for one in charges if not one.allowance}


def _holds(priced: PricedQuote, needed: dict[str, int], catalog: ProductCatalog) -> bool:
    held: dict[str, int] = {}
    for item in priced.items:
        for charge in () if item.optional else item.charges:
            if not charge.allowance:
                held[charge.code] = held.get(charge.code, 0) + charge.quantity
                owner = catalog.owner(charge.code)
                if owner is not None:
                    held[owner.code] = max(held.get(owner.code, 0), charge.quantity)
    return all(held.get(code, 0) >= quantity for code, quantity in needed.items())


def _replayed(
    code: str,
    quote: Quote,
    priced: PricedQuote,
    bills: Bills,
    analysis: SpendAnalysis,
    catalog: ProductCatalog,
) -> PlanReplay | None:
    months = replay(quote, catalog, priced, bills, analysis)
    compared = saving(quote, priced, bills, analysis, catalog)
    plan = plan_of(quote, catalog, priced, bills)
    bundle = catalog.bundle(code)
    if not months or compared is None or plan is None or bundle is None:
        return None
    return PlanReplay(
        code=code,
        name=bundle.name,
        quote=quote,
        current=False,
        monthly=priced.totals.monthly.net_amount,
        months=months,
        saving=compared,
        break_even=tuple(_break_even(plan, bills, analysis, compared.offered + compared.saving)),
    )


def _break_even(
    plan: Plan, bills: Bills, analysis: SpendAnalysis, today: Fen
) -> Iterator[BreakEven]:
    typical = {
        charge: round_half_up(sum(units), len(units))
        for charge, units in usage_of(bills, analysis).items()
        if charge in plan.rates
    }
    names = {one.charge: one.name for one in reversed(bills.components) if one.charge}
    for charge, units in typical.items():
        others = sum(
            _beyond(plan, other, used) for other, used in typical.items() if other != charge
        )
        room = today - plan.monthly - others
        yield BreakEven(charge, names[charge], units, _most_units(plan, charge, room))


def _beyond(plan: Plan, charge: str, units: int) -> Fen:
    """What usage beyond the allowance costs."""
    beyond = units - plan.allowances.get(charge, 0)
    return amount_of(unit_micro(plan.rates[charge]), beyond) if beyond > 0 else 0


def _most_units(plan: Plan, charge: str, room: Fen) -> int | None:
    """The most units that cost no more than some fen; ``None`` below zero."""
    micro = unit_micro(plan.rates[charge])
    if room < 0 or micro <= 0:
        return None
    # An amount is rounded half up to the fen: 0.4 fen more than there is costs nothing more.
    beyond = (room * 10_000 + 4_999) // micro
    return plan.allowances.get(charge, 0) + int(beyond)
