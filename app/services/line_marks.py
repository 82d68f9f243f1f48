"""What is said of lines and services where they are listed: to be cancelled, at risk."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeAlias

from app.quoting.customer_sheets import SheetName
from app.quoting.leaving import leaving_of
from app.quoting.lines_at_risk import lines_at_risk

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from app.quoting.customer import Customer, Leaving
    from app.services.workspace import Workspace
    from app.translation import Words

    Risks: TypeAlias = Mapping[str, Collection[str]]

NO_RISKS: Final[Risks] = MappingProxyType({})


def risks_of(workspace: Workspace, customers: Sequence[Customer]) -> dict[str, frozenset[str]]:
    """Numbers of the accounts that may be lost, by customer; one account alone hangs on none.

    Raises:
        StorageError: The database failed.
    """
    found = {}
    for customer in customers:
        if len(customer.accounts) > 1:
            _, bills = workspace.customers.load(customer.id)
            gone = {one.account for one in customer.leaving}
            lines = lines_at_risk(customer, bills, workspace.rules.spend, gone)
            found[customer.id] = frozenset(line.account for line in lines)
    return found


def line_marks(
    customers: Sequence[Customer], sheet: SheetName, risks: Risks, words: Words
) -> Iterator[str]:
    """A text for each row of the accounts or services of customers; empty for most.

    Args:
        customers: In the order of the rows.
        sheet: Accounts or installed services.
        risks: Accounts of each customer that may be lost.
        words: Language of the texts.
    """
    for customer in customers:
        if sheet is SheetName.ACCOUNTS:
            for account in customer.accounts:
                told = _told(leaving_of(customer, account.number), words)
                at_risk = account.number in risks.get(customer.id, ())
                yield told or (words("customer_mark.at_risk") if at_risk else "")
        else:
            for service in customer.installed:
                gone = (one for one in customer.leaving if one.offering == service.offering)
                yield _told(next(gone, None), words)


def _told(leaving: Leaving | None, words: Words) -> str:
    if leaving is None:
        return ""
    if leaving.reason:
        return words("customer_mark.leaving_because", reason=leaving.reason)
    return words("customer_mark.leaving")
