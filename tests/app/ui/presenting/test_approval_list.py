"""Quotes on their way are told apart and sorted."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from app.approval.life import Life
from app.approval.state import QuoteState
from app.services.approvals import ApprovalRow, Group
from app.services.listing import QuoteRow
from app.ui.presenting.approval_list import (
    approval_facets,
    approval_facts,
    approval_views,
    sorted_approvals,
)
from app.ui.widgets.facets import narrow
from tests.app.ui.speaking import speaker

DAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)


def a_row(name: str, contract: int | None, days: int, waiting: tuple[str, ...] = ()) -> ApprovalRow:
    """A quote that something happened to so many days ago."""
    quote = QuoteRow(name, name, name, "c", "客户", "李", DAY, NOON, None, contract, "A")
    state = QuoteState.PENDING if waiting else QuoteState.APPROVED
    life = Life(state, label="A", waiting=waiting, changed=NOON - timedelta(days))
    return ApprovalRow(quote, life, state, (Group.MINE,), contract)


ROWS = (
    a_row("甲", 900_000, 1, ("L2",)),
    a_row("乙", 200_000_000, 9, ("L3",)),
    a_row("丙", None, 40),
)


def found_by(wants: dict[str, tuple[str, ...]], sort: tuple[str, bool] = ("", False)) -> str:
    """Titles of those that are left, one character each."""
    facts = approval_facts(speaker(), ROWS, DAY)
    places = narrow(facts, approval_facets(speaker()), wants).places
    shown = sorted_approvals(speaker(), [ROWS[place] for place in places], sort)
    return "".join(row.quote.title for row in shown)


def test_approvals_are_narrowed() -> None:
    """By who is waited for, the size of the contract, and when it moved last."""
    waits = approval_facts(speaker(), ROWS, DAY)[0][2]
    assert found_by({"waits": waits}) == "甲"
    assert found_by({"state": ("pending",)}) == "甲乙"
    assert found_by({"contract": ("3",)}) == "乙"
    assert found_by({"since": ("week",)}) == "甲"
    assert found_by({"since": ("month",)}) == "甲乙"


def test_columns_sort_by_what_they_mean() -> None:
    """The largest contract first; the one that moved longest ago first."""
    assert found_by({}, ("contract", True)) == "乙甲丙"
    assert found_by({}, ("at", False)) == "丙乙甲"


def test_views_of_the_program_find_what_they_say() -> None:
    """Of the last week; the largest first."""
    views = {view.id: view for view in approval_views(speaker())}
    assert found_by(views[":week"].wants) == "甲"
    look = views[":large"].look
    assert found_by(views[":large"].wants, (look.sort, look.descending)) == "乙甲丙"
