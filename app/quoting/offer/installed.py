"""installed_at(): how many of an offering the customer has at each site."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.quoting.customer import Customer


def installed_at(customer: Customer, offering: str) -> dict[str, int]:
    """Quantities by identifier of the site; under the empty one what nobody says the site of.

    What is given up is taken from that first, because nobody says where it is either.
    """
    found: dict[str, int] = {}
    names = {site.name: site.id for site in customer.sites}
    for one in customer.installed:
        if one.offering == offering:
            site = names.get(one.site, one.site)
            found[site] = found.get(site, 0) + one.quantity
    gone = sum(found.values()) - customer.installed_quantities().get(offering, 0)
    for site in sorted(found):
        less = min(found[site], gone)
        found[site], gone = found[site] - less, gone - less
    return {site: units for site, units in found.items() if units > 0}
