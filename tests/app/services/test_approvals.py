"""Lists of quotes on their way through approval, and one as its approver sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from app.approval.event import Person
from app.approval.state import QuoteState
from app.errors import RecordMissing
from app.services.approvals import Group, approval_rows, case_of
from app.services.quote_life import decide, doing, submit
from tests.app.quoting.test_negotiation_ladders import campus
from tests.app.services.conftest import NOON
from tests.app.services.test_issue_documents import edited
from tests.app.services.test_quote_life import HEAD, SELLER, YES, stored

if TYPE_CHECKING:
    from app.services.workspace import Workspace

LEADER = Person("M101", "周敏", "L2")
DAY = NOON.date()


def groups(workspace: Workspace, person: Person) -> dict[str, tuple[Group, ...]]:
    """In which lists the quotes stand for somebody."""
    return {row.quote.id: row.groups for row in approval_rows(workspace, person, DAY)}


def test_a_quote_waits_for_those_who_may_decide_it(sample: Workspace) -> None:
    """For both levels; not for the author, not for a stranger; afterwards for nobody."""
    assert approval_rows(sample, HEAD, DAY) == ()
    submit(sample, stored(sample), doing(SELLER, NOON))
    assert groups(sample, HEAD) == groups(sample, LEADER) == {"Q0003": (Group.WAITING,)}
    assert groups(sample, SELLER) == {"Q0003": (Group.MINE,)}
    assert groups(sample, Person("M999", "自封", "L5")) == {"Q0003": (Group.OTHER,)}
    (waiting,) = approval_rows(sample, HEAD, DAY)
    assert waiting.contract == 313_044_00
    decide(sample, "Q0003", YES, doing(LEADER, NOON))
    assert groups(sample, LEADER) == {"Q0003": (Group.DECIDED,)}
    assert groups(sample, HEAD) == {"Q0003": (Group.WAITING,)}
    decide(sample, "Q0003", YES, doing(HEAD, NOON))
    assert groups(sample, HEAD) == {"Q0003": (Group.DECIDED,)}
    (row,) = approval_rows(sample, SELLER, DAY)
    assert row.contract == row.quote.contract
    assert (row.state, row.quote.number) == (QuoteState.APPROVED, "QW-20261123-0003")


def test_an_approver_sees_what_differs_from_what_was_decided(sample: Workspace) -> None:
    """The first time there is nothing to compare with; then each dimension that got worse."""
    with pytest.raises(RecordMissing):
        case_of(sample, "Q0003", NOON)
    submit(sample, stored(sample), doing(SELLER, NOON))
    first = case_of(sample, "Q0003", NOON)
    assert (first.before, first.rows) == (None, ())
    assert [one.key for one in first.worse] == ["free_months:B10", "margin", "contract_value"]
    decide(sample, "Q0003", YES, doing(HEAD, NOON))
    edited(sample, lambda quote: replace(quote, items=campus(3, 0, 5).items), "Q0003")
    submit(sample, stored(sample), doing(SELLER, NOON))
    case = case_of(sample, "Q0003", NOON)
    assert case.before is not None
    assert (case.before.label, case.revision.label) == ("A", "B")
    assert {"free_months", "contract"} <= {row.field for row in case.rows}
    months = next(one for one in case.worse if one.key == "free_months:B10")
    assert [str(one) for one in (months.was, months.value, months.by)] == ["2.00", "3.00", "1.00"]
    assert len(case.entries) == 3
