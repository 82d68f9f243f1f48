"""Two records of one customer made one: what differs, and the record that comes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import msgspec

from app.quoting.customer_profile import (
    ProfileField,
    profile_text,
    profile_value,
    with_fact,
)
from pricing.bills import Bills

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Iterable

    from app.quoting.customer import Account, Customer, InstalledService, Site
    from pricing.bills import BillComponent

One = TypeVar("One")
_JOINED = (ProfileField.NOTES, ProfileField.FURTHER_SEGMENTS)
"""Facts of which both are kept."""


class Difference(msgspec.Struct, frozen=True):
    """A fact that only one record can have.

    Attributes:
        field: Which fact.
        mine: As the one who stays has it; may be empty.
        theirs: As the one who goes has it; may be empty.
    """

    field: ProfileField
    mine: str
    theirs: str


def differences(kept: Customer, other: Customer) -> tuple[Difference, ...]:
    """The facts in which two records differ and of which one is chosen."""
    found = []
    for field in ProfileField:
        mine, theirs = profile_text(kept, field), profile_text(other, field)
        if mine != theirs and field not in _JOINED and other.id not in (mine, theirs):
            found.append(Difference(field, mine, theirs))
    return tuple(found)


def usual_choice(found: Iterable[Difference]) -> frozenset[ProfileField]:
    """Facts that are taken from who goes unless somebody says otherwise: those missing so far."""
    return frozenset(one.field for one in found if not one.mine)


def needs_reason(kept: Customer, other: Customer) -> bool:
    """Whether accounts come in under another name than the customer's."""
    known = {account.number for account in kept.accounts}
    return any(
        account.number not in known and account.holder != kept.name and not account.reason
        for account in other.accounts
    )


def merged(
    kept: Customer, other: Customer, theirs: Collection[ProfileField], reason: str = ""
) -> Customer:
    """The record that comes of two.

    Args:
        kept: The one who stays.
        other: The one who goes.
        theirs: Facts that are taken from who goes.
        reason: Why accounts under another name belong to the customer.
    """
    replace = msgspec.structs.replace
    customer = kept
    for field in theirs:
        customer = with_fact(customer, field, profile_value(other, field))
    segments = (*kept.further_segments, other.segment, *other.further_segments)
    notes = "\n".join(dict.fromkeys(filter(None, (kept.notes, other.notes))))
    parent = "" if customer.parent in (kept.id, other.id) else customer.parent
    sites, renamed = _sites(kept.sites, other.sites)
    more = tuple(
        replace(service, site=renamed.get(service.site, service.site))
        for service in other.installed
    )
    return replace(
        customer,
        parent=parent,
        further_segments=tuple(
            one for one in dict.fromkeys(segments) if one and one != customer.segment
        ),
        notes=notes,
        accounts=_accounts(customer.name, kept, other, reason),
        contacts=_united(kept.contacts, other.contacts, lambda one: (one.name, one.phone)),
        sites=sites,
        installed=_installed(kept.installed, more),
        competitors=_united(kept.competitors, other.competitors, lambda one: one),
        journal=_united(kept.journal, other.journal, lambda one: one),
        interview=_united(kept.interview, other.interview, lambda one: one.question),
        leaving=_united(
            kept.leaving, other.leaving, lambda one: (one.account, one.account or one.offering)
        ),
        facts={**other.facts, **kept.facts},
        visits=_united(kept.visits, other.visits, lambda one: (one.day, one.about)),
        promises=_united(kept.promises, other.promises, lambda one: (one.text, one.due)),
    )


def merged_bills(kept: Bills, other: Bills) -> Bills:
    """The bills of both; where both know a month of a component, that of who stays counts."""
    return Bills(
        _components(kept.components, other.components), _components(kept.series, other.series)
    )


def _united(
    mine: tuple[One, ...], theirs: tuple[One, ...], key: Callable[[One], Hashable]
) -> tuple[One, ...]:
    known = {key(one) for one in mine}
    return (*mine, *(one for one in theirs if key(one) not in known))


def _accounts(name: str, kept: Customer, other: Customer, reason: str) -> tuple[Account, ...]:
    """Accounts of both; those of who goes bear the reason when their name is another one."""
    theirs = tuple(
        account
        if account.holder == name or account.reason
        else msgspec.structs.replace(account, reason=reason.strip())
        for account in other.accounts
    )
    return _united(kept.accounts, theirs, lambda one: one.number)


def _sites(
    mine: tuple[Site, ...], theirs: tuple[Site, ...]
) -> tuple[tuple[Site, ...], dict[str, str]]:
    """Sites of both, and the new identifiers of those of which both use one for other places.

    Quotes name sites by their identifiers, so no other one is changed.
    """
    by_id = {site.id: site for site in mine}
    taken = set(by_id) | {site.id for site in theirs}
    found, renamed = list(mine), {}
    for site in theirs:
        same = by_id.get(site.id)
        if same is None:
            found.append(site)
        elif (same.name, same.address) != (site.name, site.address):
            new = next(f"S{n}" for n in range(1, len(taken) + 2) if f"S{n}" not in taken)
            taken.add(new)
            renamed[site.id] = new
            found.append(msgspec.structs.replace(site, id=new))
    moved = [
        msgspec.structs.replace(site, parent=renamed.get(site.parent, site.parent))
        if at >= len(mine)
        else site
        for at, site in enumerate(found)
    ]
    return tuple(moved), renamed


def _installed(
    mine: tuple[InstalledService, ...], theirs: tuple[InstalledService, ...]
) -> tuple[InstalledService, ...]:
    """Services of both; the same one at the same place is one service told twice."""
    return _united(mine, theirs, lambda one: one)


def _components(
    mine: tuple[BillComponent, ...], theirs: tuple[BillComponent, ...]
) -> tuple[BillComponent, ...]:
    found = {one.id: one for one in mine}
    for one in theirs:
        same = found.get(one.id)
        if same is not None and (same.account, same.name) == (one.account, one.name):
            amounts, usage = {**one.amounts, **same.amounts}, {**one.usage, **same.usage}
            found[one.id] = msgspec.structs.replace(same, amounts=amounts, usage=usage)
            continue
        fresh, number = one.id, 2
        while fresh in found:
            fresh, number = f"{one.id}-{number}", number + 1
        found[fresh] = msgspec.structs.replace(one, id=fresh)
    return tuple(found.values())
