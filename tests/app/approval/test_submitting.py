"""Who is asked when a revision is handed in, and which earlier decisions are taken along."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from msgspec.structs import replace

from app.approval.deciding import Ruling, decide
from app.approval.event import Asked, Carried, Event
from app.approval.granted import Granted
from app.approval.life import Decision, Life
from app.approval.state import Deed
from app.approval.submitting import counts_unsigned, granted_of, is_intact, submit
from app.approval.unsigned import decide_on_paper
from app.quoting.authority import ApprovalStep
from catalog.local_text import LocalText
from catalog.problem import Problem
from tests.app.approval.quotes import AUTHOR, DAY, HEAD, LAST, LEADER, MATRIX, NOON, doing, revision
from tests.app.approval.test_life import CAMPUS, approved, submitted
from tests.app.approval.test_unsigned import GENEROUS, PAPER, YES
from tests.app.quoting.test_negotiation_ladders import campus

BETTER = revision(3, campus(1, 0, 5), "B")
"""One free month of 7,680.00 yuan less than the campus quote, which was 313,044.00."""


def asked_without_criteria(*steps: ApprovalStep) -> tuple[str, ...]:
    """Who is asked where no criterion asks for anybody and the author may not decide alone."""
    verdict = replace(CAMPUS.verdict, criteria=(), steps=steps)
    (event,) = submit(Life(), replace(CAMPUS, verdict=verdict), {}, MATRIX, doing(AUTHOR)).events
    return event.roles


def test_what_is_handed_in_is_written_down_whole() -> None:
    """Which dimensions are asked, and of whom."""
    (event,) = submit(Life(), CAMPUS, {}, MATRIX, doing(AUTHOR)).events
    assert event == Event(
        quote=CAMPUS.quote.id,
        deed=Deed.SUBMITTED,
        person=AUTHOR,
        at=NOON,
        operation="101-0",
        revision="A",
        fingerprint=CAMPUS.fingerprint,
        roles=("L2", "L3"),
        asked=(
            Asked("free_months:B10", ("L2",)),
            Asked("margin", ("L2",)),
            Asked("contract_value", ("L3",)),
        ),
    )


def test_without_a_criterion_the_steps_say_who_is_asked() -> None:
    """Each once, in the place of whom nobody stands; without a step the level of the quote."""
    step = ApprovalStep(1, "L2", LocalText(), ())
    instead = ApprovalStep(2, "L5", LocalText(), (), instead_of="L4")
    assert asked_without_criteria(step, instead, step) == ("L2", "L4")
    assert asked_without_criteria() == ("L3",)


def test_what_only_became_better_is_carried_over_whole() -> None:
    """Both events say what is carried, from which letter and from where to where."""
    course = approved()
    first, second = submit(course.life, BETTER, course.frozen, MATRIX, doing(AUTHOR, 1)).events
    kept = {one.key: (one.label, one.was, one.value) for one in first.carried}
    assert kept == {"contract_value": ("A", "313044.00", "320724.00")}
    assert (second.deed, second.carried, second.until) == (
        Deed.CARRIED_OVER,
        first.carried,
        LAST,
    )
    assert (first.roles, first.asked) == ((), ())
    assert all(isinstance(one, Carried) for one in first.carried)


DECIDED = Decision(
    label="A",
    fingerprint=CAMPUS.fingerprint,
    decider=HEAD,
    deed=Deed.APPROVED,
    until=LAST,
    acting=("L3",),
    tolerances={"margin": Decimal(2)},
    left_out=frozenset({"gifts"}),
)


def test_an_earlier_decision_is_taken_along_whole() -> None:
    """With its room, its last day, its roles and what others had decided."""
    life = Life(decisions=(DECIDED, replace(DECIDED, label="Z")))
    assert granted_of(life, {"A": CAMPUS}, MATRIX) == (
        Granted(CAMPUS, HEAD, LAST, ("L3",), {"margin": Decimal(2)}, frozenset({"gifts"})),
    )
    forged = replace(CAMPUS, fingerprint="0" * 64)
    assert granted_of(life, {"A": forged}, MATRIX) == ()


def test_a_paper_that_nobody_signed_is_taken_along_up_to_the_limit() -> None:
    """Handed in again with one free month less: while the limit stands nobody is asked."""
    course = submitted()
    paper = decide_on_paper(course.life, CAMPUS, YES, GENEROUS, PAPER, doing(AUTHOR))
    course.do(paper)
    for matrix, roles in ((GENEROUS, ()), (MATRIX, ("L3",))):
        first, *_ = submit(course.life, BETTER, course.frozen, matrix, doing(AUTHOR, 1)).events
        assert first.roles == roles


@pytest.mark.parametrize(
    ("worth", "limit", "counts"),
    [(1, 1, True), (2, 1, False), (1, 0, False), (0, 0, False), (0, 5, False), (-1, 5, False)],
)
def test_what_is_worth_something_up_to_the_limit_needs_no_signature(
    worth: int, limit: int, counts: bool
) -> None:
    """One fen is something; nothing, or less, is a figure that somebody has made."""
    totals = CAMPUS.priced.totals
    contract = replace(totals.contract, published_amount=worth)
    priced = replace(CAMPUS.priced, totals=replace(totals, contract=contract))
    matrix = replace(MATRIX, unsigned_limit=limit)
    assert counts_unsigned(replace(CAMPUS, priced=priced), matrix) is counts


def test_a_revision_is_intact_where_all_three_say_the_same() -> None:
    """What it is, what it says of itself, and what was logged."""
    assert is_intact(CAMPUS, CAMPUS.fingerprint)
    assert not is_intact(CAMPUS, BETTER.fingerprint)
    assert not is_intact(replace(CAMPUS, fingerprint=BETTER.fingerprint), CAMPUS.fingerprint)
    assert not is_intact(replace(CAMPUS, fingerprint=BETTER.fingerprint), BETTER.fingerprint)


def test_a_paper_is_written_down_by_who_brought_it() -> None:
    """Who is said to have decided is named beside; it settles nothing for anybody."""
    answer = decide_on_paper(submitted().life, CAMPUS, YES, MATRIX, PAPER, doing(AUTHOR))
    (event,) = answer.events
    assert event == Event(
        quote=CAMPUS.quote.id,
        deed=Deed.APPROVED,
        person=AUTHOR,
        at=NOON,
        operation="101-0",
        revision="A",
        fingerprint=CAMPUS.fingerprint,
        acting=("L3",),
        until=LAST,
        named=HEAD,
        papers=("ab" * 32,),
    )


@pytest.mark.parametrize("requester", [None, AUTHOR, LEADER])
def test_a_name_on_paper_is_refused_to_who_wrote_or_handed_it_in(requester: object) -> None:
    """By the name alone; another name is not."""
    life = replace(submitted().life, requester=requester)

    def refused(name: str) -> tuple[Problem, ...]:
        paper = PAPER._replace(approver=replace(HEAD, name=name))
        return decide_on_paper(life, CAMPUS, YES, MATRIX, paper, doing(AUTHOR)).problems

    own = [AUTHOR.name, *([LEADER.name] if requester is LEADER else [])]
    for name in own:
        assert refused(name) == (Problem("approval.own_quote", parameters={"name": name}),)
    assert refused(HEAD.name) == ()


def test_a_decision_until_a_day_is_carried_until_that_day() -> None:
    """A week was given; the next revision holds no longer."""
    course = submitted()
    week = DAY + timedelta(days=7)
    ruling = Ruling(Deed.APPROVED, until=week)
    course.do(decide(course.life, CAMPUS, ruling, MATRIX, doing(HEAD)))
    _, kept = submit(course.life, BETTER, course.frozen, MATRIX, doing(AUTHOR, 1)).events
    assert kept.until == week
