"""ComponentKind: how a charge inside a bundle counts in a month."""

from __future__ import annotations

from enum import StrEnum


class ComponentKind(StrEnum):
    """How a component counts in the monthly price of a bundle."""

    MONTHLY = "monthly"
    YEARLY = "yearly"
    """Yearly price divided by twelve."""
    ALLOWANCE = "allowance"
    """Included usage, valued at its list price."""
