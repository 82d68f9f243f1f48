"""Which service centre looks after a customer: by industry, else grouping, else segment."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.quoting.customer import Customer
    from app.quoting.market.values import Market

_BETWEEN = re.compile(r"[、,，;；/\s]+")


def team_for(market: Market, customer: Customer) -> str:
    """The team that the tables say for a customer; empty where they say none."""
    segments = (customer.segment, *customer.further_segments)
    for one in market.teams:
        if customer.industry and customer.industry in _words(one.industries):
            return one.name
    for one in market.teams:
        if one.grouping is not None and one.grouping is customer.sales.grouping:
            return one.name
    for segment in segments:
        for one in market.teams:
            if segment in _words(one.segments):
                return one.name
    return ""


def _words(text: str) -> tuple[str, ...]:
    return tuple(filter(None, _BETWEEN.split(text)))
