"""What makes a decision count for nothing: another day, customer, bundle or decider."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from app.approval.event import Person
from app.approval.granted import Granted, voids
from catalog.problem import Problem, Severity
from tests.app.approval.quotes import AUTHOR, DAY, HEAD, LAST, revision
from tests.app.quoting.test_negotiation_ladders import campus

if TYPE_CHECKING:
    from app.quoting.revision import Revision
    from pricing.priced import PricedItem

CAMPUS = revision(3, campus(2, 0, 5))
"""A bundle B10 with eleven charges, 150 campus lines, messages."""
BUNDLE, LINES, *MESSAGES = CAMPUS.priced.items


def void(code: str, **facts: str) -> Problem:
    """A reason; it names the revision that was decided."""
    return Problem(f"approval.{code}", Severity.WARNING, parameters={"label": "A", **facts})


def found(
    now: Revision = CAMPUS, day: date = DAY, decider: Person = HEAD, before: Revision = CAMPUS
) -> list[Problem]:
    """Why a decision about the campus quote counts for nothing for revision B."""
    granted = Granted(before, decider, LAST, (decider.role,))
    return list(voids(granted, replace(now, label="B"), day))


def with_items(*items: PricedItem) -> Revision:
    """The campus quote with other items."""
    return replace(CAMPUS, priced=replace(CAMPUS.priced, items=items))


def test_a_decision_stands_until_its_last_day() -> None:
    """The last day included; then it says which it was."""
    assert found() == []
    assert found(day=LAST) == []
    assert found(day=LAST + timedelta(days=1)) == [void("void_expired", date="2026-12-31")]


@pytest.mark.parametrize("field", ["id", "name", "credit_code"])
def test_another_customer_is_another_deal(field: str) -> None:
    """By number, name or credit code; whom it was about is told."""
    customer = replace(CAMPUS.customer, **{field: "另一家"})
    told = [void("void_customer", customer=CAMPUS.customer.name)]
    assert found(replace(CAMPUS, customer=customer)) == told
    assert found(replace(CAMPUS, customer=replace(CAMPUS.customer, address="别处"))) == []


def test_a_bundle_that_is_sold_in_parts_is_dissolved() -> None:
    """Its campus lines are quoted by themselves, and it is gone."""
    dissolved = [void("void_bundle", bundle="B10")]
    assert found(with_items(LINES, *MESSAGES)) == dissolved
    assert found(with_items(*MESSAGES)) == []
    assert found(with_items(BUNDLE, LINES)) == []


def test_a_bundle_inside_another_bundle_is_not_sold_in_parts() -> None:
    """The same charges in another bundle are quoted together still."""
    other = replace(BUNDLE, offering="B11")
    assert found(with_items(other)) == []


def test_a_dissolved_bundle_is_told_once() -> None:
    """Though it was quoted twice; and each of two is told."""
    assert LINES.charges[0].code in {charge.code for charge in BUNDLE.charges}
    before = with_items(BUNDLE, replace(BUNDLE, id="i9"), replace(BUNDLE, offering="B11"))
    told = [void("void_bundle", bundle="B10"), void("void_bundle", bundle="B11")]
    assert found(with_items(LINES), before=before) == told


@pytest.mark.parametrize(
    ("decider", "own"),
    [
        (AUTHOR, True),
        (Person(AUTHOR.id, "王五", "L5"), True),
        (Person("", AUTHOR.name, "L5"), True),
        (Person("", "王五", AUTHOR.role), False),
        (Person("999", AUTHOR.name, AUTHOR.role), False),
    ],
)
def test_nobody_lets_his_own_quote_pass(decider: Person, own: bool) -> None:
    """By number, and by name where there is no number; a namesake with one is another."""
    told = [void("void_own", name=AUTHOR.name)] if own else []
    assert found(decider=decider) == told
