"""What a customer wants: needs and usage, taken from a quote and from his bills."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from app.quoting.offer.asking import Asker
from app.quoting.offer.pooling import site_need
from app.quoting.offer.problem import Goal, Need
from catalog.charge import ChargeType
from catalog.money import round_half_up

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.quoting.offer.asking import Circumstances
    from catalog.product_catalog import ProductCatalog
    from pricing.bills import Bills
    from pricing.priced import PricedQuote
    from pricing.spend import SpendAnalysis, UnusualAmount


class Wish(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the best offer is wanted for, in the words of the catalogue.

    Attributes:
        needs: Units of recurring charges; each charge answers one need at most.
        usage: Units a month by usage charge, the same number of months for each.
        goal: What is best.
        saving: Percent of what is spent today that the customer saves at least; ``None`` for any.
        terms: Commitments to look at, in months; empty for that of the quote.
        exact: No more is sold than is asked for; always so where we want to earn most.
        discounts: Percent that may be tried as taken off by hand, within the author's authority.
        with_approval: Try them beyond his own authority as well.
        bare: Charges that are taken without what is usually charged once with them.
        unavailable: Bundles that are not to be offered.
    """

    needs: tuple[Need, ...]
    usage: dict[str, tuple[int, ...]] = {}
    goal: Goal = Goal.LEAST_COST
    saving: Decimal | None = None
    terms: tuple[int, ...] = ()
    exact: bool = False
    discounts: tuple[Decimal, ...] = ()
    with_approval: bool = False
    bare: tuple[str, ...] = ()
    unavailable: tuple[str, ...] = ()


def wish_of(around: Circumstances, *, typical: bool = True) -> Wish:
    """What a quote offers already, wanted for less: its units, and the usage of the bills.

    Usage that the bills say nothing of is taken to be what the quote includes.

    Args:
        around: The quote with its circumstances.
        typical: Months with unusual amounts are counted as usual ones.
    """
    asker = Asker(around, around.quote.term, around.quote.term, 1)
    priced = asker.priced(around.quote.items)
    usage = usage_of(around.bills, around.analysis, typical=typical)
    months = max((len(units) for units in usage.values()), default=1)
    for code, units in included_usage(priced).items():
        usage.setdefault(code, (units,) * months)
    return Wish(needs_of(priced, around.catalog), usage, bare=bare_in(priced))


def needs_of(priced: PricedQuote, catalog: ProductCatalog) -> tuple[Need, ...]:
    """What a quote holds as needs: each recurring charge with its units, bundles taken apart.

    So is what is bought in the place of renting it. What stands at a site is wanted there.
    """
    units: dict[tuple[str, str], int] = {}
    for item in priced.items:
        for charge in () if item.optional else item.charges:
            wanted = charge.type is ChargeType.RECURRING or _is_choice(catalog, charge.code)
            if wanted and not charge.allowance:
                key = charge.code, item.site
                units[key] = units.get(key, 0) + charge.quantity
    names = {charge.code: charge.name for item in priced.items for charge in item.charges}
    needs = (
        (Need(code, quantity, name=names[code], answers=(code,)), site)
        for (code, site), quantity in units.items()
        if quantity > 0
    )
    return tuple(at_site(need, site) if site else need for need, site in needs)


def at_site(need: Need, site: str) -> Need:
    """The need as one of a site, and a part of what is needed over all."""
    name = site_need(need.id, site)
    return msgspec.structs.replace(need, id=name, site=site, pool=need.id)


def _is_choice(catalog: ProductCatalog, code: str) -> bool:
    """Whether another charge could be paid in the place of one."""
    owner = catalog.owner(code)
    return owner is not None and len(owner.either(code)) > 1


def bare_in(priced: PricedQuote) -> tuple[str, ...]:
    """Recurring charges that a quote holds without anything charged once, outside bundles."""
    found: list[str] = []
    for item in priced.items:
        types = {charge.type for charge in item.charges}
        if not (item.optional or item.is_bundle or ChargeType.ONE_TIME in types):
            found += [c.code for c in item.charges if c.type is ChargeType.RECURRING]
    return tuple(dict.fromkeys(found))


def needs_of_charges(catalog: ProductCatalog, units: Iterable[tuple[str, int]]) -> tuple[Need, ...]:
    """Needs named by hand: ``ADSL2.RENT|ADSL4.RENT`` is answered by either charge.

    ``PSTN.RENT@S1`` is wanted at the site with that identifier.

    Raises:
        KeyError: The catalogue does not have a charge.
    """
    found = []
    for named, quantity in units:
        codes, _, site = named.partition("@")
        answers = tuple(code.strip() for code in codes.split("|"))
        unknown = [code for code in answers if catalog.charge(code) is None]
        if unknown:
            raise KeyError(unknown[0])
        sold = catalog.sold(answers[0])
        if sold is not None:
            need = Need(answers[0], quantity, name=sold.name, answers=answers)
            found.append(at_site(need, site.strip()) if site.strip() else need)
    return tuple(found)


def usage_of(
    bills: Bills, analysis: SpendAnalysis | None, *, typical: bool = True
) -> dict[str, tuple[int, ...]]:
    """Units of each month of the window by usage charge; what is not known of all is left out.

    Args:
        bills: Past bills.
        analysis: What they say.
        typical: Where the amount of a month was unusual, units are counted in proportion to what
            the component usually comes to.
    """
    if analysis is None:
        return {}
    window = [month.month for month in analysis.months]
    unusual = {(one.component, one.month): one for one in analysis.unusual} if typical else {}
    found: dict[str, tuple[int, ...]] = {}
    for component in bills.components:
        if not component.charge or any(month not in component.usage for month in window):
            continue
        units = [
            _units(component.usage[month], unusual.get((component.id, month))) for month in window
        ]
        before = found.get(component.charge, (0,) * len(window))
        found[component.charge] = tuple(a + b for a, b in zip(before, units, strict=True))
    return found


def included_usage(priced: PricedQuote) -> dict[str, int]:
    """Units a month that a quote's bundles include, by usage charge: what is expected to be used.

    Worth asking only where the bills say nothing of the usage.
    """
    units: dict[str, int] = {}
    for item in priced.items:
        for charge in () if item.optional else item.charges:
            if charge.allowance:
                units[charge.code] = units.get(charge.code, 0) + charge.quantity
    return units


def _units(used: int, unusual: UnusualAmount | None) -> int:
    if unusual is None or unusual.amount <= 0:
        return used
    return round_half_up(used * unusual.median, unusual.amount)
