"""Thousands of attempts: none prints what nobody approved, nothing legitimate is refused."""

from __future__ import annotations

from datetime import timedelta
from random import Random
from time import perf_counter
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from app.approval.gate import hindrances
from tests.app.approval.quotes import DAY, NOON
from tests.app.approval.signing.attempts import tried

if TYPE_CHECKING:
    from app.quoting.revision import Revision
    from tests.app.approval.signing.attempts import Gate
    from tests.app.approval.signing.parties import SignedCourse


def gate(course: SignedCourse, in_hand: Revision, days: int) -> bool:
    """The real one."""
    return not course.why(in_hand, days)


def believing_the_log(course: SignedCourse, in_hand: Revision, days: int) -> bool:
    """A planted hole: signatures are not looked at."""
    day = DAY + timedelta(days=days)
    return not hindrances(course.life, in_hand, course.frozen, course.matrix, day)


def believing_the_clock(course: SignedCourse, in_hand: Revision, days: int) -> bool:
    """A planted hole: the day is that of the computer."""
    day = DAY + timedelta(days=days)
    evidence = course.evidence(days)
    found = hindrances(course.life, in_hand, course.frozen, course.matrix, day, evidence=evidence)
    return not found


def forgetting_the_revoked(course: SignedCourse, in_hand: Revision, days: int) -> bool:
    """A planted hole: a stolen key counts like any other."""
    course.organisation = replace(course.organisation, revoked=())
    return gate(course, in_hand, days)


def drawn_from(seed: int) -> Random:
    """The same attempts at every run."""
    return Random(seed)  # noqa: S311 -- draws attempts, no keys


def test_hundreds_of_attempts_fail() -> None:
    """Of six hundred attempts none succeeds, and what is allowed is printed."""
    outcome = tried(gate, drawn_from(20261123), 600)
    assert (outcome.holes, outcome.refused) == ({}, {})
    assert len(outcome.tried) >= 15
    assert outcome.tried["honest"] > 20


@pytest.mark.parametrize(
    ("leaky", "trick"),
    [
        (believing_the_log, "borrowed"),
        (believing_the_clock, "clock"),
        (forgetting_the_revoked, "revoked"),
    ],
)
def test_a_planted_hole_is_found(leaky: Gate, trick: str) -> None:
    """The attempts find what they are meant to find."""
    assert tried(leaky, drawn_from(7), 300).holes.get(trick, 0) > 0


@pytest.mark.prove
def test_ten_thousand_attempts_fail() -> None:
    """The long proof."""
    started = perf_counter()
    outcome = tried(gate, drawn_from(NOON.toordinal()), 10_000)
    told = ", ".join(f"{name} {count}" for name, count in sorted(outcome.tried.items()))
    print(f"10000 attempts in {perf_counter() - started:.0f} s: {told}")  # noqa: T201 -- the proof
    assert (outcome.holes, outcome.refused) == ({}, {})
