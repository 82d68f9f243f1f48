"""Accounts of imported bills: whose they are, and which need a reason to be the customer's."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import msgspec

from app.quoting.customer import Account
from app.services.bill_plan import AccountSeen
from catalog.problem import Place, Problem, Severity
from pricing.bill_reading.bill_collecting import accounts_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.quoting.customer import Customer
    from app.services.bill_plan import BillChoices
    from pricing.bill_reading.bill_collecting import FigureKey
    from pricing.bill_reading.bill_figures import BillFigure


def accounts_seen(
    figures: Mapping[FigureKey, BillFigure],
    holders: Mapping[str, tuple[str, ...]],
    customer: Customer,
) -> tuple[AccountSeen, ...]:
    """The accounts of figures, in the order of the files."""
    known = {account.number for account in customer.accounts}
    months: dict[str, dict[str, int]] = {}
    for (account, month, _, contained), figure in figures.items():
        own = months.setdefault(account, {})
        own[month] = own.get(month, 0) + (0 if contained else figure.amount)
    own_name = _plain(customer.name)
    return tuple(
        AccountSeen(
            number,
            ", ".join(holders.get(number, ())),
            min(months[number]),
            max(months[number]),
            len(months[number]),
            sum(months[number].values()),
            number in known or not number,
            any(_plain(name) != own_name for name in holders.get(number, ())),
        )
        for number in accounts_of(figures)
    )


def other_names(accounts: Sequence[AccountSeen], choices: BillChoices) -> list[Problem]:
    """Accounts under other names, which need a reason once."""
    return [
        Problem(
            "bill.holder_differs",
            Severity.HINT if choices.reason.strip() else Severity.ERROR,
            Place(subject=account.number),
            {"account": account.number, "holder": account.holder},
        )
        for account in accounts
        if account.differs and not account.known
    ]


def with_accounts(customer: Customer, accounts: Sequence[AccountSeen], reason: str) -> Customer:
    """The customer with the accounts that are new."""
    new = tuple(
        Account(
            account.number,
            account.holder or customer.name,
            reason.strip() if account.differs else "",
        )
        for account in accounts
        if not account.known
    )
    return msgspec.structs.replace(customer, accounts=(*customer.accounts, *new))


def _plain(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).split()).casefold()
