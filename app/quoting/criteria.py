"""The words that tables of the market choose from: criteria of the scorecard, kinds of venues."""

from __future__ import annotations

from enum import StrEnum


class Criterion(StrEnum):
    """What makes a customer a large one."""

    SERVICES = "services"
    """Many kinds of service."""
    VOLUME = "volume"
    """Many lines and services."""
    SPEND = "spend"
    """High bills."""
    REGIONS = "regions"
    """Networking across regions."""
    RIVALS = "rivals"
    """Competitors are after him."""
    GROWTH = "growth"
    """His bills rise."""


class VenueKind(StrEnum):
    """What customers have in common who are in one place."""

    MARKET = "market"
    STREET = "street"
    BUILDING = "building"
    ESTATE = "estate"
