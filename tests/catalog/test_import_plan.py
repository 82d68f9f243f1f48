"""A plan says what an import adds, changes, withdraws and leaves, before anything is stored."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from catalog.comparison import Change, Part
from catalog.import_plan import plan_import
from catalog.problem import Problem, Severity
from tests.builders import a_charge, a_content, an_offering

OLD = a_content(an_offering(a_charge("LINE.RENT"), a_charge("LINE.MOVE")))


def test_each_charge_is_added_changed_withdrawn_or_unchanged() -> None:
    """With the old and the new value of every field that changes."""
    dearer = msgspec.structs.replace(a_charge("LINE.RENT"), list_price=Decimal("26.50"))
    new = a_content(an_offering(dearer, a_charge("LINE.NEW"), a_charge("LINE.NEWER")))
    plan = plan_import(new, (), 3, OLD)
    assert plan.content is new
    assert plan.count(Change.ADDED) == 2
    assert plan.count(Change.CHANGED) == 1
    assert plan.count(Change.WITHDRAWN) == 1
    assert plan.unchanged == 0
    (changed,) = plan.of(Change.CHANGED)
    old = f"{a_charge('LINE.RENT').list_price:f}".rstrip("0").rstrip(".")
    assert (changed.field, changed.old, changed.new) == (("list_price",), old, "26.5")


def test_an_import_of_the_same_changes_nothing() -> None:
    """Every charge is unchanged."""
    plan = plan_import(OLD, (), 2, OLD)
    assert plan.differences == ()
    assert plan.unchanged == 2


def test_a_first_import_adds_everything() -> None:
    """There is nothing to compare it with."""
    plan = plan_import(OLD, (), 2, None)
    assert plan.count(Change.ADDED) == 2
    assert plan.count(Change.ADDED, Part.OFFERING) == 1
    assert plan.unchanged == 0


def test_a_blocked_import_plans_nothing() -> None:
    """Only its findings are told."""
    found = (Problem("import.cell_missing"), Problem("import.note_aside", Severity.HINT))
    plan = plan_import(None, found, 2, OLD)
    assert (plan.content, plan.differences, plan.errors) == (None, (), 1)
    assert plan.problems == found
