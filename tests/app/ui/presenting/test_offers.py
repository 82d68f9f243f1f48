"""Needs are listed with their units, and with the site where they are wanted."""

from __future__ import annotations

from app.quoting.offer.problem import Need
from app.quoting.offer.wish import at_site
from app.ui.presenting.offers import need_rows
from catalog.local_text import LocalText
from tests.app.ui.speaking import speaker


def test_a_need_says_at_which_site_it_is_wanted() -> None:
    """By the name of the site; what is wanted anywhere says nothing."""
    need = Need("LINE.RENT", 2, name=LocalText("电话", "telephone"))
    rows = need_rows(speaker(), (need, at_site(need, "S1"), at_site(need, "S9")), {"S1": "总部"})
    assert [(row.key, row.badge, row.cells[0].text) for row in rows] == [
        ("LINE.RENT", "", "2"),
        ("LINE.RENT @S1", "总部", "2"),
        ("LINE.RENT @S9", "S9", "2"),
    ]
