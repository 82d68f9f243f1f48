"""The start page tells what needs somebody, once, with the days counted by hand."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from app.approval.deciding import Ruling
from app.approval.state import Deed
from app.services.mailing import write_reminder
from app.services.quote_life import decide, doing, submit, take_step
from app.services.today import AtHand, Need, NeedKind, needs_of, today_of, toggle_pin
from tests.app.services.conftest import NOON
from tests.app.services.test_issue_documents import edited
from tests.app.services.test_quote_life import HEAD, SELLER, stored

if TYPE_CHECKING:
    from app.approval.event import Person
    from app.services.workspace import Workspace


def told(workspace: Workspace, person: Person, days: int) -> dict[str, tuple[NeedKind, int, str]]:
    """What is said of each quote so many days after the samples were imported."""
    needs = today_of(workspace, person, NOON + timedelta(days=days)).needs
    found = {need.quote.id: (need.kind, need.days, need.reason) for need in needs}
    assert len(found) == len(needs), "a quote is told once"
    return found


def test_a_quote_is_asked_about_when_it_was_not_touched_for_three_days(sample: Workspace) -> None:
    """Not on the second day; what was edited since counts anew."""
    assert told(sample, SELLER, 2) == {}
    edited(sample, lambda quote: replace(quote, title="新标题"), "Q0002")
    row = next(row for row in sample.quotes.search() if row.id == "Q0002")
    changed = replace(row, updated=NOON + timedelta(days=2))
    rows = [changed if one.id == "Q0002" else one for one in sample.quotes.search()]
    found = needs_of((), rows, NOON + timedelta(days=3))
    assert [need.kind for need in found] == [NeedKind.FINISH] * 4
    assert {need.days for need in found} == {3}
    assert "Q0002" not in {need.quote.id for need in found}


def test_days_are_those_of_the_calendar_where_the_user_is(sample: Workspace) -> None:
    """Noon of the 23rd in UTC is the 23rd in Shanghai: three nights later is the 26th there."""
    shanghai = ZoneInfo("Asia/Shanghai")
    rows = sample.quotes.search()
    late = datetime(2026, 11, 25, 23, 30, tzinfo=shanghai)
    assert needs_of((), rows, late) == ()
    assert len(needs_of((), rows, late + timedelta(hours=1))) == 5


def test_a_submitted_quote_waits_for_its_approver_only(sample: Workspace) -> None:
    """And its author is not asked to finish it."""
    submit(sample, stored(sample), doing(SELLER, NOON))
    assert told(sample, HEAD, 4)["Q0003"] == (NeedKind.DECIDE, 4, "")
    assert "Q0003" not in told(sample, SELLER, 4)


def test_a_returned_quote_comes_back_with_its_reason_until_it_is_submitted(
    sample: Workspace,
) -> None:
    """The reason is the approver's own words."""
    submit(sample, stored(sample), doing(SELLER, NOON))
    ruling = Ruling(Deed.RETURNED, reason="免月租过多")
    decide(sample, "Q0003", ruling, doing(HEAD, NOON + timedelta(days=1)))
    assert told(sample, SELLER, 2)["Q0003"] == (NeedKind.RETURNED, 1, "免月租过多")
    submit(sample, stored(sample), doing(SELLER, NOON + timedelta(days=2)))
    assert "Q0003" not in told(sample, SELLER, 2)


def test_papers_without_an_answer_are_asked_about_until_the_offer_ends(sample: Workspace) -> None:
    """Sent on the 23rd, valid until the 8th of December: 5 days without answer, 7 to the end."""
    submit(sample, stored(sample, "Q0001"), doing(SELLER, NOON))
    take_step(sample, "Q0001", Deed.SENT, doing(SELLER, NOON))
    row = next(row for row in sample.quotes.search() if row.id == "Q0001")
    assert str(row.valid_until) == "2026-12-08"
    assert "Q0001" not in told(sample, SELLER, 2)
    assert told(sample, SELLER, 5)["Q0001"] == (NeedKind.UNANSWERED, 5, "")
    assert told(sample, SELLER, 8)["Q0001"] == (NeedKind.EXPIRING, 7, "")
    assert told(sample, SELLER, 16)["Q0001"] == (NeedKind.EXPIRING, -1, "")
    assert told(sample, SELLER, 22)["Q0001"] == (NeedKind.EXPIRING, -7, "")
    assert "Q0001" not in told(sample, SELLER, 23)
    take_step(sample, "Q0001", Deed.ACCEPTED, doing(SELLER, NOON + timedelta(days=3)))
    assert "Q0001" not in told(sample, SELLER, 8)


def test_what_is_decided_comes_before_what_is_finished(sample: Workspace) -> None:
    """Kinds in the order of the page, and of unfinished quotes the freshest first."""
    submit(sample, stored(sample), doing(SELLER, NOON))
    needs = today_of(sample, HEAD, NOON + timedelta(days=9)).needs
    assert needs[0].kind is NeedKind.DECIDE
    row = needs[1].quote
    older = replace(row, id="old", updated=NOON - timedelta(days=30))
    found = needs_of((), (older, row), NOON + timedelta(days=9))
    assert found == (Need(NeedKind.FINISH, row, 9), Need(NeedKind.FINISH, older, 39))


def test_pinned_records_stand_above_recent_ones_once(sample: Workspace) -> None:
    """The one pinned last first; an unknown one is left out; a second press takes the pin off."""
    customer = sample.quotes.load("Q0001").quote.customer
    sample.customers.mark_used(customer, NOON)
    assert toggle_pin(sample, "quotes", "Q0004")
    assert toggle_pin(sample, "quotes", "Q0001")
    assert toggle_pin(sample, "customers", customer)
    assert toggle_pin(sample, "quotes", "gone")
    assert toggle_pin(sample, "customers", "gone")
    found = today_of(sample, SELLER, NOON).at_hand
    assert [(one.kind, one.id) for one in found[:3]] == [
        ("quotes", "Q0001"),
        ("quotes", "Q0004"),
        ("customers", customer),
    ]
    assert [one.pinned for one in found] == [True] * 3 + [False] * 3
    assert found[0] == AtHand(
        "quotes", "Q0001", "幼苗幼儿园包月通信方案", "QW-20261123-0001 · 幼苗幼儿园", pinned=True
    )
    assert not toggle_pin(sample, "quotes", "Q0004")
    assert not next(
        one for one in today_of(sample, SELLER, NOON).at_hand if one.id == "Q0004"
    ).pinned


def test_a_reminder_is_a_mail_without_papers(sample: Workspace) -> None:
    """To be sent by hand; it names the offer and its last day."""
    from email import message_from_bytes, policy

    mail = message_from_bytes(write_reminder(sample, "Q0001").read_bytes(), policy=policy.default)
    assert mail["X-Unsent"] == "1"
    assert mail["Subject"] == "关于幼苗幼儿园包月通信方案（QW-20261123-0001）"
    assert not mail.is_multipart()
    assert "2026年12月8日" in mail.get_content()
