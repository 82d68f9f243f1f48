"""Where a quote stands in the words of the window, and the step that is offered next."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace

from app.approval.life import Life
from app.approval.state import Deed, QuoteState
from app.ui.presenting.life import FAST_TRACK, SUBMIT, standing_of, step_text
from tests.app.approval.quotes import DAY, HEAD
from tests.app.ui.speaking import speaker

LIFE = Life(label="A", fingerprint="f", until=DAY)


@pytest.mark.parametrize(
    ("state", "text", "step"),
    [
        (QuoteState.IN_PROGRESS, "编制中", SUBMIT),
        (QuoteState.PENDING, "待审批 A", Deed.RECALLED),
        (QuoteState.APPROVED, "已批准 A", Deed.SENT),
        (QuoteState.SENT, "已发出 A", Deed.ACCEPTED),
        (QuoteState.ACCEPTED, "客户已接受 A", Deed.CONTRACTED),
        (QuoteState.DECLINED, "客户已谢绝 A", Deed.REVISED),
        (QuoteState.CONTRACTED, "已签约 A", ""),
        (QuoteState.CANCELLED, "已取消 A", ""),
    ],
)
def test_each_state_has_a_name_and_a_next_step(state: QuoteState, text: str, step: str) -> None:
    """What is next is possible in that state, and named once."""
    life = replace(LIFE, state=state)
    shown = standing_of(speaker(), life, DAY, changed=False)
    assert (shown.text, shown.next) == (text, step)
    assert shown.next not in shown.others
    possible = {deed.value for deed in life.possible(DAY)} | {""}
    if Deed.SUBMITTED in life.possible(DAY):
        possible.add(SUBMIT)
    if Deed.FAST_TRACKED in life.possible(DAY):
        possible.add(FAST_TRACK)
    assert {shown.next, *shown.others} <= possible
    assert all(step_text(speaker(), one) for one in shown.others)


def test_an_approved_quote_that_was_edited_says_so_and_offers_to_submit() -> None:
    """A pending one cannot be edited, so it never says so."""
    approved = replace(LIFE, state=QuoteState.APPROVED)
    shown = standing_of(speaker(), approved, DAY, changed=True)
    assert (shown.text, shown.next, shown.tone) == ("已批准 A · changed since", SUBMIT, "warn")
    assert Deed.SENT in shown.others
    pending = replace(LIFE, state=QuoteState.PENDING)
    assert standing_of(speaker(), pending, DAY, changed=True).text == "待审批 A"


def test_an_expired_approval_is_told() -> None:
    """The day after the last one."""
    approved = replace(LIFE, state=QuoteState.APPROVED)
    shown = standing_of(speaker(), approved, DAY + timedelta(days=1), changed=False)
    assert (shown.text, shown.next, shown.tone) == ("已过期 A", SUBMIT, "bad")


def test_the_hint_says_who_is_waited_for_or_until_when_it_holds() -> None:
    """A written confirmation before levels, levels before conditions, conditions before the day."""
    life = replace(LIFE, state=QuoteState.APPROVED)

    def hint(**fields: object) -> str:
        return standing_of(speaker(), replace(life, **fields), DAY, changed=False).hint

    assert hint() == "Holds until 2026年11月23日"
    assert hint(conditions=("预付",)) == "Conditions: 预付"
    assert hint(waiting=("L2", "L3")) == "Waits for L2、L3"
    assert hint(to_confirm=DAY, named=HEAD, waiting=("L3",)) == (
        "赵军 confirms in writing by 2026年11月23日"
    )
