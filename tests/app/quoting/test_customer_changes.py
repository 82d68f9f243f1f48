"""What an import changes is told fact by fact and list by list."""

from __future__ import annotations

import msgspec

from app.quoting.customer import Account, Customer
from app.quoting.customer_changes import FactChange, fact_changes

BEFORE = Customer("c", "甲", "SMB", accounts=(Account("1", "甲"),), arrears=1050)


def test_only_what_differs_is_told() -> None:
    """Amounts as they are typed, lists by their first cells."""
    accounts = tuple(Account(str(at), "甲") for at in range(1, 9))
    after = msgspec.structs.replace(BEFORE, arrears=0, accounts=accounts)
    assert fact_changes(BEFORE, after, {}) == (
        FactChange("arrears", "10.50", ""),
        FactChange("accounts", "1: 1", "8: 1、2、3、4、5、6…"),
    )
    assert fact_changes(after, after, {}) == ()
