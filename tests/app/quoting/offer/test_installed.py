"""What the customer has, by site."""

from __future__ import annotations

from msgspec.structs import replace

from app.quoting.customer import InstalledService, Leaving
from app.quoting.offer.installed import installed_at
from tests.app.quoting.offer.sites import SITES
from tests.builders import a_customer


def test_what_is_given_up_is_taken_first_from_where_nobody_knows() -> None:
    """Three at the head office, two at the branch, two anywhere; three are given up."""
    had = (
        InstalledService("LINE", 3, "S1"),
        InstalledService("LINE", 2, "分店"),
        InstalledService("LINE", 2),
        InstalledService("NET", 1, "S1"),
    )
    customer = replace(a_customer(), sites=SITES, installed=had)
    assert installed_at(customer, "LINE") == {"S1": 3, "S2": 2, "": 2}
    leaving = replace(customer, leaving=(Leaving("", "LINE", 3),))
    assert installed_at(leaving, "LINE") == {"S1": 2, "S2": 2}
    assert installed_at(customer, "OTHER") == {}
