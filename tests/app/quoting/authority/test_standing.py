"""What an approval still covers after a quote has changed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.quoting.authority import ApprovalStep, CriterionVerdict, Verdict
from app.quoting.authority.standing import Approved, approved_by, still_needed
from catalog.local_text import LocalText
from tests.builders import a_matrix

MATRIX = a_matrix()


def a_verdict(role: str, **exact: str | None) -> Verdict:
    """A verdict with one step that decides about criteria with values."""
    found = tuple(
        CriterionVerdict(
            key,
            LocalText(),
            None,
            "percent",
            role,
            smallest=key == "margin",
            exact=None if value is None else Decimal(value),
        )
        for key, value in exact.items()
    )
    step = ApprovalStep(1, role, LocalText(), tuple(exact))
    return Verdict(role, LocalText(), "L1", False, (), found, "test", (step,))


def open_criteria(verdict: Verdict, *approved: Approved) -> list[str]:
    """Criteria that no approval covers."""
    return [key for step in still_needed(MATRIX, verdict, approved) for key in step.criteria]


@pytest.mark.parametrize(("now", "asked"), [("20", False), ("25", False), ("19.99", True)])
def test_a_margin_is_worse_when_it_is_smaller(now: str, asked: bool) -> None:
    """Where limits are minimums, more is better."""
    approved = Approved("L2", {"margin": Decimal(20)})
    assert bool(open_criteria(a_verdict("L2", margin=now), approved)) is asked


@pytest.mark.parametrize(
    ("role", "asked"), [("L1", True), ("L2", False), ("L3", False), ("finance", True)]
)
def test_a_higher_level_stands_for_a_lower_one(role: str, asked: bool) -> None:
    """Not the other way round, and a function for none."""
    approved = Approved(role, {"depth": Decimal(9)})
    assert bool(open_criteria(a_verdict("L2", depth="9"), approved)) is asked


def test_a_function_stands_for_itself_only() -> None:
    """No level decides for finance."""
    verdict = a_verdict("finance", depth="9")
    assert open_criteria(verdict, Approved("L3", {"depth": Decimal(9)})) == ["depth"]
    assert open_criteria(verdict, Approved("finance", {"depth": Decimal(9)})) == []


def test_a_flag_is_covered_once_it_was_approved() -> None:
    """It has no value; one that was not there is asked for."""
    verdict = a_verdict("L2", tender=None)
    assert open_criteria(verdict, Approved("L2", {"tender": None})) == []
    assert open_criteria(verdict, Approved("L2", {"tender": Decimal(1)})) == ["tender"]
    assert open_criteria(verdict, Approved("L2", {})) == ["tender"]


def test_what_a_step_approves_is_what_it_was_shown() -> None:
    """And so it covers the quote as it was."""
    verdict = a_verdict("L2", depth="9", margin="20", tender=None)
    approved = approved_by(verdict.steps[0], verdict)
    assert approved.values == {"depth": Decimal(9), "margin": Decimal(20), "tender": None}
    assert open_criteria(verdict, approved) == []


def test_only_open_criteria_are_asked_again() -> None:
    """The margin was approved, the depth was not: the step is about the depth alone."""
    verdict = a_verdict("L2", margin="20", depth="9")
    (step,) = still_needed(MATRIX, verdict, [Approved("L2", {"margin": Decimal(20)})])
    assert step == ApprovalStep(1, "L2", LocalText(), ("depth",))


def test_each_level_stands_for_every_lower_one() -> None:
    """The lowest too; a role that nobody ranks stands for no other such."""
    for role in ("L1", "L2", "L3"):
        approved = Approved(role, {"depth": Decimal(9)})
        assert open_criteria(a_verdict("L1", depth="9"), approved) == []
    approved = Approved("legal", {"depth": Decimal(9)})
    assert open_criteria(a_verdict("finance", depth="9"), approved) == ["depth"]


def test_a_tolerance_counts_up_to_itself() -> None:
    """Two points of it: 11 % of 9 % is kept, 11.01 % is not."""
    approved = Approved("L2", {"depth": Decimal(9)}, {"depth": Decimal(2)})
    assert open_criteria(a_verdict("L2", depth="11"), approved) == []
    assert open_criteria(a_verdict("L2", depth="11.01"), approved) == ["depth"]
