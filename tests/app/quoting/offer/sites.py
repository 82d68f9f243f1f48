"""A small price list and a customer with a head office and a branch, for needs by site."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.quoting.customer import InstalledService, Site
from app.quoting.offer.asking import Circumstances
from app.quoting.offer.problem import Need
from app.quoting.offer.wish import Wish, at_site
from catalog.bundle import BundleOneTime
from catalog.period import BillingPeriod
from pricing.bills import Bills
from pricing.policy import PricingPolicy
from tests.builders import a_bundle, a_catalog, a_charge, a_customer, a_quote, an_offering

if TYPE_CHECKING:
    from pricing.rulebook import RuleSet

SITES = (Site("S1", "总部"), Site("S2", "分店"))
LINE = an_offering(
    a_charge("LINE.INST", "100.00", period=BillingPeriod.ONCE), a_charge("LINE.RENT", "25.00")
)


def two_sites(
    price: str,
    *installed: InstalledService,
    one_site: bool,
    rules: RuleSet | None = None,
) -> Circumstances:
    """Lines at 25.00 a month and 100.00 once, and three of them in a bundle with nothing once."""
    free = (BundleOneTime("LINE.INST", 3, Decimal(0)),)
    bundle = a_bundle(price, (("LINE.RENT", 3),), one_time=free, one_site=one_site)
    customer = replace(a_customer(), sites=SITES, installed=installed)
    policy = PricingPolicy("test") if rules is None else PricingPolicy("test", rules=rules)
    quote = a_quote(term=12)
    return Circumstances(quote, customer, Bills(), None, a_catalog(LINE, bundles=[bundle]), policy)


def lines(**at: int) -> Wish:
    """So many lines at sites; ``none`` is anywhere."""
    need = Need("LINE.RENT", 0, answers=("LINE.RENT",))
    whole = [(replace(need, quantity=units), site) for site, units in at.items()]
    return Wish(tuple(one if site == "none" else at_site(one, site) for one, site in whole))
