"""add_singles(): each charge that answers a need, taken by itself.

What the customer has is kept without connecting it again. Where he wants more of it than he has,
the connections that are new are a need of their own, so that nothing that is there already can
stand for them. What is bought or rented is a candidate each way where either answers the need.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.quoting.offer.draft import blocking
from app.quoting.offer.installed import installed_at
from app.quoting.offer.problem import Candidate, Need
from app.quoting.offer.template import Template
from catalog.charge import ChargeType
from pricing.item import ItemAction

if TYPE_CHECKING:
    from app.quoting.offer.draft import ProblemDraft
    from catalog.charge import Charge
    from catalog.offering import ProductOffering


def add_singles(draft: ProblemDraft) -> None:
    """Each charge that answers a need, taken by itself."""
    for need in draft.needs:
        for code in need.answers:
            charge, owner = draft.catalog.charge(code), draft.catalog.owner(code)
            if charge is not None and owner is not None:
                _single(draft, need, charge, owner)


def _single(draft: ProblemDraft, need: Need, charge: Charge, owner: ProductOffering) -> None:
    connection = _connection(draft, owner, charge)
    bought = charge.type is ChargeType.ONE_TIME
    had_at = {} if bought else had_there(draft, need, owner.code)
    had = sum(had_at.values())
    usual = {c.id: c.default for c in draft.catalog.characteristics(owner.code) if c.default}
    name = sold.name if (sold := draft.catalog.sold(charge.code)) else owner.name
    covers, quantity = {need.id: 1}, need.quantity
    if charge.most:
        quantity = min(quantity, charge.most)
    if had > 0:
        kept = Template(
            owner.code, (charge.code,), action=ItemAction.NO_CHANGE, characteristics=usual
        )
        one = Candidate(f"{charge.code} kept", 0, covers=covers, name=name, named=False)
        for site, units in had_at.items() if connection else (("", quantity),):
            most = min(units, quantity)
            there = draft.at_site(one, site) if site else one
            at_most = charge.most if connection is None else most
            if there is not None and most:
                _add(draft, there, kept, most, at_most)
    if connection and 0 < had < need.quantity:
        fresh = Need(f"{need.id} new", need.quantity - had, name=need.name, site=need.site)
        draft.newly[connection.code] = fresh
        covers = {**covers, fresh.id: 1}
    if had <= 0 or (connection and had < need.quantity):
        charges = (connection.code, charge.code) if connection else (charge.code,)
        once = {c.code: c.most for c in (connection,) if c is not None and c.most}
        new = Template(owner.code, charges, once, characteristics=usual)
        one = Candidate(charge.code, 0, covers=covers, name=name, named=False)
        _add(draft, one, new, quantity, charge.most)


def had_there(draft: ProblemDraft, need: Need, offering: str) -> dict[str, int]:
    """How many the customer has that are of use for a need, by site; the empty one is anywhere.

    What he has at a site stays there. Where nobody says at which site it is, it is anywhere.
    """
    at, total = draft.demand[need.id], draft.had.get(offering, 0)
    if not any(at) or total <= 0:
        return {"": total} if total > 0 else {}
    found = installed_at(draft.around.customer, offering)
    loose = found.pop("", 0)
    used = {site: min(units, at.get(site, 0)) for site, units in found.items()}
    more = min(at.get("", 0), sum(found.values()) - sum(used.values()))
    for site, units in found.items():
        extra = min(more, units - used[site])
        used[site], more = used[site] + extra, more - extra
    used[""] = min(loose, sum(at.values()) - sum(used.values()))
    return {site: units for site, units in used.items() if units}


def _connection(draft: ProblemDraft, owner: ProductOffering, charge: Charge) -> Charge | None:
    """What is charged once for the first recurring charge of an offering."""
    day = draft.around.quote.price_date
    usual = owner.usual_charges(day)
    if charge not in usual or charge.type is not ChargeType.RECURRING:
        return None
    if charge.code in draft.wish.bare:
        return None
    return next((one for one in usual if one.type is ChargeType.ONE_TIME), None)


def _add(
    draft: ProblemDraft, one: Candidate, template: Template, needed: int, at_most: int
) -> None:
    """A single charge as a candidate, or several where its price changes with the quantity.

    Args:
        draft: To be added to.
        one: All of it but its price.
        template: What it is.
        needed: How many may be of use.
        at_most: How many there may be; 0 for no limit.
    """
    points = draft.price_of(template)
    most = draft.worthwhile(points, needed)
    if at_most and most > at_most:
        most = max(needed, 1)
    alone = draft.asker.priced([template.item("i1", max(most, 1))])
    if not alone.items or blocking(alone):
        return
    draft.take(msgspec.structs.replace(one, most=most), template, points, most)
