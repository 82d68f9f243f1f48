"""What a customer is to give up of what he has from us: marked, taken back, and left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from app.quoting.customer import Customer, Leaving
    from pricing.bills import Bills


def staying_bills(customer: Customer, bills: Bills) -> Bills:
    """Bills of what stays: what is given up is neither saved nor paid on; the same if all stays."""
    gone = [one.account for one in customer.leaving if one.account]
    return bills.without_accounts(gone) if gone else bills


def with_leaving(customer: Customer, leaving: Leaving) -> Customer:
    """The customer who is to give something up; what was said of it before is replaced."""
    others = without_leaving(customer, leaving.account, leaving.offering).leaving
    return msgspec.structs.replace(customer, leaving=(*others, leaving))


def without_leaving(customer: Customer, account: str, offering: str = "") -> Customer:
    """The customer who keeps an account, or an offering that no account stands for."""
    kept = tuple(one for one in customer.leaving if not _is(one, account, offering))
    if len(kept) == len(customer.leaving):
        return customer
    return msgspec.structs.replace(customer, leaving=kept)


def leaving_of(customer: Customer, account: str, offering: str = "") -> Leaving | None:
    """What was said of an account, or of an offering that no account stands for."""
    return next((one for one in customer.leaving if _is(one, account, offering)), None)


def _is(one: Leaving, account: str, offering: str) -> bool:
    return one.account == account and (bool(account) or one.offering == offering)
