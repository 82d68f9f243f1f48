"""Which class a customer is of, and which thresholds hold for him: those of his area, if any."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.quoting.market.values import HighThreshold, Market
    from catalog.money import Fen


def class_of(market: Market, monthly: Fen, area: str) -> str:
    """The class of who pays so many fen a month in an area; empty for none.

    An area with classes of its own has no others.
    """
    own = [one for one in market.classes if one.area == area]
    known = own or [one for one in market.classes if not one.area]
    reached = [one for one in known if 0 < monthly >= one.least]
    return max(reached, key=lambda one: one.least).name if reached else ""


def threshold_of(market: Market, area: str) -> HighThreshold | None:
    """The thresholds of an area, else those of every area; ``None`` where nobody has set any."""
    by_area = {one.area: one for one in market.thresholds}
    return by_area.get(area, by_area.get(""))
