"""What an approver can choose from when he writes an envelope."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from app.services.envelopes import sign_envelope
from app.services.received_requests import received

if TYPE_CHECKING:
    from datetime import datetime

    from app.approval.signing.keys import SigningKey
    from app.approval.signing.organisation import Member
    from app.quoting.authority import Criterion
    from app.services.envelopes import Corridor
    from app.services.workspace import Workspace


class Buyer(NamedTuple):
    """A customer to choose; ``credit_code`` is looked up later where it is ``None``."""

    id: str
    name: str
    credit_code: str | None = None


class EnvelopeChoices(NamedTuple):
    """What can be chosen.

    Attributes:
        buyers: Customers of received requests first, under the identifiers that their managers
            use, then one's own.
        managers: Everybody else in the organisation.
        families: Product families of the newest price list.
        criteria: Of the authority matrix in force.
        most_days: Longest time that anything signed holds, in days.
    """

    buyers: tuple[Buyer, ...]
    managers: tuple[Member, ...]
    families: tuple[str, ...]
    criteria: tuple[Criterion, ...]
    most_days: int


def envelope_choices(workspace: Workspace, owner: str, now: datetime) -> EnvelopeChoices:
    """What somebody can choose from.

    Raises:
        SignatureRefused: The organisation file does not hold.
    """
    organisation = workspace.signing.organisation(workspace.life.log())
    buyers: dict[str, Buyer] = {}
    for one in received(workspace):
        customer = one.asked.revision.customer
        buyers.setdefault(customer.id, Buyer(customer.id, customer.name, customer.credit_code))
    for row in (*workspace.customers.recent(), *workspace.customers.search()):
        buyers.setdefault(row.id, Buyer(row.id, row.name))
    catalog = workspace.catalog()
    offerings = catalog.content.offerings if catalog is not None else ()
    return EnvelopeChoices(
        buyers=tuple(buyers.values()),
        managers=tuple(one for one in organisation.members if one.id != owner),
        families=tuple(dict.fromkeys(one.family for one in offerings if one.family)),
        criteria=organisation.matrix_on(now.date()).criteria,
        most_days=organisation.max_days,
    )


def seal_envelope(
    workspace: Workspace, corridor: Corridor, buyer: Buyer, key: SigningKey, now: datetime
) -> bytes:
    """The envelope file for a customer.

    Raises:
        SignatureRefused: The key is nobody's in the organisation.
        RecordMissing: The customer is gone.
    """
    code = buyer.credit_code
    if code is None:
        code = workspace.customers.customer(buyer.id).credit_code
    full = msgspec.structs.replace(corridor, customer=buyer.id, credit_code=code)
    return sign_envelope(full, workspace.signing.organisation(), key, now)
