"""Where one can go in the window, and the bar that leads there."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QCoreApplication

from app.ui.widgets.navigation import Navigation, NavItem

TODAY = "today"
"""The start page, Ctrl+0."""
QUOTES, CUSTOMERS, CATALOGUE, APPROVALS = "quotes", "customers", "catalogue", "approvals"
TEMPLATES = "templates"
"""In the order of the bar and of Ctrl+1 to Ctrl+5."""
AUTHORITY = f"{APPROVALS}/limits"
"""Limits and people: behind the approvals, which are marked in the bar meanwhile."""
PLACES = (TODAY, QUOTES, CUSTOMERS, CATALOGUE, APPROVALS, TEMPLATES, AUTHORITY)
STUDIO = "studio"
"""The open quote; not in the bar."""
ANALYSIS = "analysis"
"""What a customer's bills say."""
PAPER = "paper"
"""The same while a paper is shown beside it."""

MANUAL_PAGES: Final = MappingProxyType(
    {
        TODAY: "first-steps",
        QUOTES: "quotes",
        CUSTOMERS: "customers",
        CATALOGUE: "catalogue",
        APPROVALS: "approval",
        TEMPLATES: "templates",
        AUTHORITY: "discounts",
        STUDIO: "items",
        ANALYSIS: "analysis",
        PAPER: "papers",
    }
)
"""The page of the manual that belongs to each place."""


def make_navigation(name: str, level: str) -> Navigation:
    """The bar for a user of a name and level."""
    translate = QCoreApplication.translate
    items = (
        NavItem(TODAY, translate("MainWindow", "Today"), "house"),
        NavItem(QUOTES, translate("MainWindow", "Quotes"), "file-text"),
        NavItem(CUSTOMERS, translate("MainWindow", "Customers"), "users"),
        NavItem(CATALOGUE, translate("MainWindow", "Catalogue"), "package"),
        NavItem(APPROVALS, translate("MainWindow", "Approvals"), "file-check"),
        NavItem(TEMPLATES, translate("MainWindow", "Templates"), "layout-template"),
    )
    brand = translate("MainWindow", "Quotewright")
    motto = translate("MainWindow", "Proposals and quotes")
    post = translate("MainWindow", "Account manager")
    return Navigation(brand, motto, name or post, f"{post} {level}".strip(), items)
