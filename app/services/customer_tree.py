"""Headquarters and branches: who belongs to whom, without circles."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.errors import RecordMissing
from catalog.cell_text import CellFault

if TYPE_CHECKING:
    from app.services.workspace import Workspace

_LARGEST = 200
"""Members of a family that are shown."""


def headquarters_named(workspace: Workspace, customer_id: str, typed: str) -> str:
    """The identifier of who is named as the headquarters of a customer; empty for nobody.

    Args:
        workspace: The user's data.
        customer_id: Whose headquarters it would be.
        typed: The full name or the identifier.

    Raises:
        CellFault: Nobody is called so, or it is the customer itself or one that belongs to it.
    """
    wanted = typed.strip()
    if not wanted:
        return ""
    rows = workspace.customers.search(wanted)
    found = next((row.id for row in rows if wanted in (row.id, row.name)), "")
    if not found:
        raise CellFault("customer.headquarters_unknown", value=typed)
    if customer_id in above(workspace, found):
        raise CellFault("customer.headquarters_circle", value=typed)
    return found


class FamilyMember(NamedTuple):
    """A customer among those that belong together.

    Attributes:
        id: Of the customer.
        name: Of the customer.
        level: How many stand above.
    """

    id: str
    name: str
    level: int


def family_of(workspace: Workspace, customer_id: str) -> tuple[FamilyMember, ...]:
    """The highest headquarters with all that belongs to it, each branch below its own.

    Empty where a customer stands alone; of a very large family the first members.
    """
    top = above(workspace, customer_id)[-1]
    found: dict[str, FamilyMember] = {}
    waiting = [FamilyMember(top, name_of(workspace, top), 0)]
    while waiting and len(found) < _LARGEST:
        member = waiting.pop()
        if member.id in found:
            continue
        found[member.id] = member
        below = workspace.customers.branches(member.id)
        waiting.extend(FamilyMember(one.id, one.name, member.level + 1) for one in reversed(below))
    return tuple(found.values()) if len(found) > 1 else ()


def above(workspace: Workspace, customer_id: str) -> tuple[str, ...]:
    """A customer and those that it belongs to, up to the highest."""
    chain: list[str] = []
    while customer_id and customer_id not in chain:
        chain.append(customer_id)
        try:
            customer_id = workspace.customers.customer(customer_id).parent
        except RecordMissing:
            break
    return tuple(chain)


def name_of(workspace: Workspace, customer_id: str) -> str:
    """Name of a customer; the identifier when he is not stored, empty for nobody."""
    if not customer_id:
        return ""
    try:
        return workspace.customers.customer(customer_id).name
    except RecordMissing:
        return customer_id
