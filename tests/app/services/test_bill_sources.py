"""Figures of a month with their places."""

from __future__ import annotations

from app.services.bill_sources import sourced_figures
from app.storage.bill_imports import FigurePlace, FigureSources
from catalog.local_text import LocalText
from pricing.bills import BillComponent

RENT = BillComponent("a", LocalText("655 月租费"), {"2026-05": 25_00}, account="655")
CALLS = BillComponent("b", LocalText("市话费"), {"2026-05": 30_00, "2026-06": 1})
PLACE = FigurePlace("a.csv", "", 2)


def test_a_charge_is_found_without_the_account_before_its_name() -> None:
    """Of a month that a component does not have nothing is told; what is unknown has no place."""
    sources: FigureSources = {("655", "2026-05"): {"月租费": (PLACE,)}}
    found = list(sourced_figures(sources, (RENT, CALLS), "2026-05"))
    assert [(one.component.id, one.amount, one.places) for one in found] == [
        ("a", 25_00, (PLACE,)),
        ("b", 30_00, ()),
    ]
    assert [one.component.id for one in sourced_figures(sources, (RENT, CALLS), "2026-06")] == ["b"]


def test_a_charge_is_found_whatever_the_width_of_its_marks() -> None:
    """The file said 市话费(区内), the stored name is 市话费（区内）."""
    local = BillComponent("c", LocalText("市话费（区内）"), {"2026-05": 30_00})
    sources: FigureSources = {("", "2026-05"): {"市话费(区内)": (PLACE,)}}
    assert [one.places for one in sourced_figures(sources, (local,), "2026-05")] == [(PLACE,)]
