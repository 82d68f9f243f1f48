"""Prices over the versions, of bundles in every form."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from app.ui.pages.catalogue.price_history import PriceOfVersion, history_sections
from tests.app.ui.speaking import speaker

DAY = date(2026, 11, 1)


def told(*prices: PriceOfVersion) -> list[tuple[str, tuple[str, ...]]]:
    """Each price with how it moved, the newest first."""
    (section,) = history_sections(speaker(), prices)
    return [(entry.title, entry.marks) for entry in section.entries]


def test_a_price_is_told_with_how_it_moved() -> None:
    """From 25.00 to 20.00."""
    new, old = (PriceOfVersion(v, DAY, Decimal(p)) for v, p in (("v2", "20"), ("v1", "25")))
    assert told(new, old) == [("¥20.00", ("−5.00",)), ("¥25.00", ())]


def test_a_percentage_is_never_told_as_a_price() -> None:
    """A bundle that had one price has 15 % off its components now, after 10 %."""
    new = PriceOfVersion("v3", DAY, Decimal(15), is_percent=True)
    middle = PriceOfVersion("v2", DAY, Decimal(10), is_percent=True)
    old = PriceOfVersion("v1", DAY, Decimal(199))
    assert told(new, middle, old) == [("−15%", ("+5%",)), ("−10%", ()), ("¥199.00", ())]
