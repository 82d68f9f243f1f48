"""Reasons for unusual months are stored with the bills, and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.errors import RecordMissing
from app.services.month_reasons import explain_month
from pricing.bills import MonthReason, Standing
from tests.app.services.conftest import NOON

if TYPE_CHECKING:
    from app.services.workspace import Workspace

MONTH = "2026-08"


def test_a_reason_is_stored_and_taken_back(sample: Workspace) -> None:
    """With the amount that it was given for; spaces around it are no part of it."""
    customer = sample.quotes.load("Q0001").quote.customer
    before = sample.customers.load(customer)[1]
    bills = explain_month(
        sample, customer, "long_distance", MONTH, Standing.SPECIAL, " 招生 ", NOON
    )
    reason = MonthReason("long_distance", MONTH, 158_40, Standing.SPECIAL, "招生")
    assert bills.reasons == (reason,)
    assert sample.customers.load(customer)[1] == bills
    explain_month(sample, customer, "long_distance", MONTH, None, "", NOON)
    assert sample.customers.load(customer)[1] == before


@pytest.mark.parametrize(("component", "month"), [("nothing", MONTH), ("local", "2020-01")])
def test_what_was_never_billed_is_not_explained(
    sample: Workspace, component: str, month: str
) -> None:
    """An unknown component, or a month without it."""
    customer = sample.quotes.load("Q0001").quote.customer
    with pytest.raises(RecordMissing):
        explain_month(sample, customer, component, month, Standing.NORMAL, "", NOON)
