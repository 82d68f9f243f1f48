"""add_bundles(): bundles that are of any use, and what costs less beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from app.quoting.offer.choosing import selections
from app.quoting.offer.draft import blocking
from app.quoting.offer.problem import Candidate, Goal
from app.quoting.offer.template import Template

if TYPE_CHECKING:
    from app.quoting.offer.draft import ProblemDraft
    from catalog.bundle import BundledOffering
    from pricing.priced import PricedQuote

PROBE = 10_000
"""Units of usage whose fen are the price of one in 0.000001 yuan."""
_MOST_BUNDLES = 60


def add_bundles(draft: ProblemDraft) -> None:
    """Each bundle that is of any use, with what it offers beside itself."""
    segments = draft.asker.segments
    for bundle in draft.catalog.content.bundles:
        if bundle.code in draft.wish.unavailable:
            continue
        chosen, whole = selections(draft.catalog, bundle, _wanted(draft), segments)
        known: list[_Worth] = []
        for choices in chosen:
            _add(draft, bundle, Template(bundle.code, choices=choices), known)
        if known and not whole:
            draft.partly.append(bundle.code)


def _add(
    draft: ProblemDraft, bundle: BundledOffering, template: Template, known: list[_Worth]
) -> None:
    """A bundle with one selection, with what it offers beside itself.

    Args:
        draft: To be added to.
        bundle: The bundle.
        template: It with the selection.
        known: What selections of it that were taken are worth; those that are worth no more than
            one of them are left out.
    """
    alone = draft.asker.priced([template.item("i1", 1)])
    one = _held(draft, bundle, template, alone)
    if one is None:
        return
    against = blocking(alone)
    if against:
        if not template.choices:
            draft.left_out[bundle.code] = against
        if bundle.code not in draft.anyway:
            return
    elif template.choices:
        draft.left_out.pop(bundle.code, None)
    cost, margin = draft.asker.points(alone)
    worth = _Worth((one.covers, one.allowances, one.rates), cost, margin)
    if any(worth.is_beaten(other, draft.wish.goal) for other in known):
        return
    known.append(worth)
    points = draft.price_of(template)
    units = {charge.quantity for charge in alone.items[0].charges}
    most = draft.worthwhile(points, most_of(draft, one), units)
    for placed in _places(draft, bundle, one):
        for name in draft.take(placed, template, points, most):
            _options(draft, bundle, name, alone)


def _places(draft: ProblemDraft, bundle: BundledOffering, one: Candidate) -> list[Candidate]:
    """A bundle that may span sites as it is; any other one at each site where it is of use."""
    if not (bundle.one_site and draft.sites):
        return [one]
    there = (draft.at_site(one, site) for site in draft.sites)
    return [at for at in there if at is not None]


class _Worth(NamedTuple):
    """What a selection covers and brings, and the points of one bundle with it."""

    use: tuple[dict[str, int], dict[str, int], dict[str, int]]
    cost: int
    margin: int

    def is_beaten(self, other: _Worth, goal: Goal) -> bool:
        """Whether another selection does the same for no more."""
        cheaper = other.cost <= self.cost
        richer = goal is Goal.LEAST_COST or other.margin >= self.margin
        return self.use == other.use and cheaper and richer


def _wanted(draft: ProblemDraft) -> dict[str, int]:
    """Units that may be of use, by charge."""
    wanted = {code: draft.units[need] for code, need in draft.need_of.items()}
    return wanted | {usage.id: max(usage.months, default=0) for usage in draft.usage}


def _called(template: Template) -> str:
    """What a selection is called: `B18 (GEYE.SD 1)`."""
    some = ", ".join(f"{one.charge} {one.quantity}" for one in template.choices if one.quantity)
    return f"{template.offering} ({some or '-'})" if template.choices else template.offering


def most_of(draft: ProblemDraft, one: Candidate) -> int:
    """How many bundles may be of use."""
    needed = [
        -(-draft.units[need] // units) for need, units in one.covers.items() if need in draft.units
    ]
    needed += [
        -(-max(usage.months) // units)
        for usage in draft.usage
        if (units := one.allowances.get(usage.id, 0)) and usage.months
    ]
    return min(max(needed, default=1), _MOST_BUNDLES) or 1


def _held(
    draft: ProblemDraft, bundle: BundledOffering, template: Template, alone: PricedQuote
) -> Candidate | None:
    """What one of a bundle covers and includes; ``None`` where it is of no use."""
    item = alone.items[0] if alone.items else None
    if item is None:
        return None
    covers: dict[str, int] = {}
    allowances: dict[str, int] = {}
    used = {usage.id for usage in draft.usage}
    for charge in item.charges:
        need = draft.need_of.get(charge.code)
        if charge.allowance:
            if charge.code in used:
                allowances[charge.code] = allowances.get(charge.code, 0) + charge.quantity
        elif charge.code in draft.newly:
            fresh = draft.newly[charge.code].id
            covers[fresh] = covers.get(fresh, 0) + charge.quantity
        elif need is not None:
            covers[need] = covers.get(need, 0) + charge.quantity
    rates = _rates(draft, bundle, template, allowances)
    if not (covers or allowances or rates):
        return None
    name = _called(template)
    while any(f"{name}{at}" in draft.found for at in ("", *(f" @{site}" for site in draft.sites))):
        name += "'"  # the same charge chosen in another group
    return Candidate(name, 0, 0, covers, bundle.name, allowances=allowances, rates=rates)


def _rates(
    draft: ProblemDraft, bundle: BundledOffering, template: Template, included: dict[str, int]
) -> dict[str, int]:
    """What a unit beyond the allowance costs beside a bundle, where that is another price."""
    rates = {}
    for usage in draft.usage:
        if not any(one.charge == usage.id for one in bundle.overage):
            continue
        beside = [template.item("i1", 1)]
        units = included.get(usage.id, 0) + PROBE
        rate = draft.asker.usage_fen(beside, {usage.id: units})
        if rate < usage.rate:
            rates[usage.id] = rate
    return rates


def _options(draft: ProblemDraft, bundle: BundledOffering, beside: str, alone: PricedQuote) -> None:
    """What costs less beside a bundle: what it offers, and what it has connected already."""
    connected = {one.charge for one in bundle.one_time}
    offered = {option.charge: option.most for option in bundle.options}
    held = {charge.code: charge.quantity for charge in alone.items[0].charges}
    for name, template in list(draft.templates.items()):
        single = draft.found[name]
        if single.within or not template.charges:
            continue
        if _is_full(draft, template, held):
            barred = (*single.excludes, beside)
            draft.found[name] = msgspec.structs.replace(single, excludes=barred)
            continue
        if single.least > 1:
            continue
        spared = [code for code in template.charges if code in template.once and code in connected]
        charges = tuple(code for code in template.charges if code not in spared)
        most = next((offered[code] for code in charges if code in offered), None)
        if spared or most is not None:
            barred = (*single.excludes, beside) if spared or most else single.excludes
            draft.found[name] = msgspec.structs.replace(single, excludes=barred)
            less = msgspec.structs.replace(template, charges=charges)
            _beside(draft, beside, single, less, most or 0)


def _is_full(draft: ProblemDraft, template: Template, held: dict[str, int]) -> bool:
    """Whether a bundle holds already as much of a charge as a customer may have."""
    for code in template.charges:
        charge = draft.catalog.charge(code)
        if (
            charge is not None
            and code not in template.once
            and 0 < charge.most <= held.get(code, 0)
        ):
            return True
    return False


def _beside(
    draft: ProblemDraft,
    beside: str,
    single: Candidate,
    template: Template,
    per_one: int,
) -> None:
    """A charge beside a bundle, at what it costs there."""
    asker, first = draft.asker, draft.templates[beside].item("i1", 1)
    alone = asker.points(asker.priced([first]))

    def points(quantity: int) -> tuple[int, int]:
        both = asker.points(asker.priced([first, template.item("i2", quantity)]))
        return both[0] - alone[0], both[1] - alone[1]

    one = Candidate(
        f"{beside} / {single.id}",
        0,
        covers=single.covers,
        name=single.name,
        named=False,
        within=beside,
        per_one=per_one,
        most=single.most,
    )
    need = draft.need_of[template.charges[-1]]
    draft.take(one, template, points, min(draft.units[need], single.most or 10**6))
