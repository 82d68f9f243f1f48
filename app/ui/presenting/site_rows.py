"""Rows of a customer's sites, as a tree with levels, and of his accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.quoting.site_tree import paying_account, site_tree
from app.ui.widgets.rows import Cell, ColumnSpec, TableRow

if TYPE_CHECKING:
    from app.quoting.customer import Customer
    from app.ui.presenting.speaker import Speaker

ALL_SITES, USUAL = "§all", "§usual"
"""Keys of the rows that name no site and no account."""
_STEP = "　"
_ELBOW = "└ "


def site_columns(speaker: Speaker) -> tuple[ColumnSpec, ...]:
    """Site, and the account that usually pays there."""
    translate = speaker.translate
    return (
        ColumnSpec("site", translate("Sites", "Site"), 0, "left"),
        ColumnSpec("account", translate("Sites", "Usually paid by"), 170, "left"),
    )


def indented(name: str, level: int) -> str:
    """A name below others."""
    return f"{_STEP * (level - 1)}{_ELBOW}{name}" if level else name


def site_rows(speaker: Speaker, customer: Customer, typed: str = "") -> tuple[TableRow, ...]:
    """The sites in which every word typed occurs, below the row for all of them.

    A site that is found brings those above it, so that it is seen where it belongs.
    """
    words = typed.split()
    upper = {site.id: site.parent for site in customer.sites}
    wanted = set[str]()
    for found in sites_found(customer, typed):
        name = found
        while name and name not in wanted:
            wanted.add(name)
            name = upper.get(name, "")
    every = TableRow(ALL_SITES, speaker.translate("Sites", "All sites"))
    rows = [
        TableRow(
            one.site.id,
            indented(one.site.name, one.level),
            subtitle=f"{_STEP * one.level}{one.site.address}",
            cells=(
                Cell(
                    paying_account("", one.site.id, customer.sites, customer.accounts),
                    tone="normal" if one.site.account else "muted",
                ),
            ),
        )
        for one in site_tree(customer.sites)
        if one.site.id in wanted
    ]
    return (*(() if words else (every,)), *rows)


def sites_found(customer: Customer, typed: str) -> tuple[str, ...]:
    """Identifiers of the sites in whose name or address every word typed occurs, in their order."""
    words = typed.casefold().split()
    return tuple(
        one.site.id
        for one in site_tree(customer.sites)
        if all(word in f"{one.site.name} {one.site.address}".casefold() for word in words)
    )


def account_columns(speaker: Speaker) -> tuple[ColumnSpec, ...]:
    """Account and holder."""
    return (ColumnSpec("account", speaker.translate("Sites", "Paid by"), 0, "left"),)


def account_rows(speaker: Speaker, customer: Customer) -> tuple[TableRow, ...]:
    """The accounts, below the row for the usual one."""
    usual = TableRow(
        USUAL,
        speaker.translate("Sites", "The usual account"),
        subtitle=speaker.translate("Sites", "that of the site, or the customer's only one"),
    )
    return (
        usual,
        *(TableRow(one.number, one.number, subtitle=one.holder) for one in customer.accounts),
    )
