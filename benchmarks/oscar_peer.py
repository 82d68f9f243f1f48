"""django-oscar 4.2.1 pricing the same basket; run by the interpreter of its own environment.

Reads ``{"prices": [...], "quantities": [...], "offers": n, "times": n}`` from standard input
(prices as text in yuan) and prints one line of JSON: milliseconds of processor time of applying
the offers and adding up, the best of so many runs, with the total and what was applied. Offers are
percentage, absolute, three for two, three at a fixed price, and coverage by turns; each knows a
quarter of the products, as oscar's ranges are meant to be used.
"""

from __future__ import annotations

import importlib
import json
import random
import sys
import time
import warnings
from decimal import Decimal
from typing import Any

KINDS = (
    ("Count", 1, "Percentage", 10),
    ("Value", 10, "Absolute", 5),
    ("Count", 3, "Multibuy", None),
    ("Count", 3, "Fixed price", 20),
    ("Coverage", 5, "Percentage", 5),
)
"""Condition, its value, benefit, its value."""


class _NoMigrations(dict[str, None]):
    """Makes tables straight from the models."""

    def __contains__(self, _key: object) -> bool:
        return True

    def __getitem__(self, _key: str) -> None:
        return None


def prepare() -> None:
    """Set django up with oscar's own defaults and a database in memory."""
    defaults = importlib.import_module("oscar.defaults")
    oscar = importlib.import_module("oscar")
    settings = {name: getattr(defaults, name) for name in dir(defaults) if name.isupper()}
    settings |= {
        "SECRET_KEY": "benchmark",
        "USE_TZ": True,
        "SITE_ID": 1,
        "ROOT_URLCONF": "none",
        "DATABASES": {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        "MIGRATION_MODULES": _NoMigrations(),
        "DEFAULT_AUTO_FIELD": "django.db.models.AutoField",
        "HAYSTACK_CONNECTIONS": {
            "default": {"ENGINE": "haystack.backends.simple_backend.SimpleEngine"}
        },
        "STATIC_URL": "/static/",
        "INSTALLED_APPS": oscar.INSTALLED_APPS,
    }
    importlib.import_module("django.conf").settings.configure(**settings)
    importlib.import_module("django").setup()
    importlib.import_module("django.core.management").call_command(
        "migrate", run_syncdb=True, verbosity=0
    )


def model(app: str, name: str) -> Any:  # noqa: ANN401 (a class of a library that is not installed here)
    """One of oscar's models."""
    return importlib.import_module("oscar.core.loading").get_model(app, name)


def stock(prices: list[str]) -> list[tuple[Any, Any]]:
    """A product and its stock record for each price."""
    kind = model("catalogue", "ProductClass").objects.create(
        name="service", track_stock=False, requires_shipping=False
    )
    partner = model("partner", "Partner").objects.create(name="operator")
    made = []
    for number, price in enumerate(prices):
        product = model("catalogue", "Product").objects.create(
            title=f"P{number}", product_class=kind, structure="standalone"
        )
        record = model("partner", "StockRecord").objects.create(
            product=product,
            partner=partner,
            partner_sku=f"s{number}",
            price=Decimal(price),
            price_currency="CNY",
        )
        made.append((product, record))
    return made


def make_offers(count: int, products: list[Any]) -> None:
    """Offers of every kind by turns, each for a quarter of the products."""
    chosen = random.Random(7)  # noqa: S311 (the same offers every time)
    for number in range(count):
        bound, least, benefit, value = KINDS[number % len(KINDS)]
        range_ = model("offer", "Range").objects.create(name=f"range {number}")
        for product in chosen.sample(products, max(5, len(products) // 4)):
            range_.add_product(product)
        model("offer", "ConditionalOffer").objects.create(
            name=f"offer {number}",
            condition=model("offer", "Condition").objects.create(
                range=range_, type=bound, value=least
            ),
            benefit=model("offer", "Benefit").objects.create(
                range=range_, type=benefit, value=value
            ),
            priority=1_000 - number,
            offer_type="Site",
            exclusive=True,
        )


def fill(stocked: list[tuple[Any, Any]], quantities: list[int]) -> int:
    """A basket with every product; gives its key."""
    basket = model("basket", "Basket").objects.create()
    line = model("basket", "Line")
    line.objects.bulk_create(
        line(
            basket=basket,
            line_reference=f"l{number}",
            product=product,
            stockrecord=record,
            quantity=quantity,
            price_currency="CNY",
            price_excl_tax=record.price,
            price_incl_tax=record.price,
        )
        for number, ((product, record), quantity) in enumerate(
            zip(stocked, quantities, strict=True)
        )
    )
    return int(basket.pk)


def apply_offers(key: int) -> tuple[float, str, int]:
    """Milliseconds of pricing the stored basket, its total, and how often offers were used."""
    basket = model("basket", "Basket").objects.get(pk=key)
    basket.strategy = importlib.import_module("oscar.apps.partner.strategy").Default()
    applicator = importlib.import_module("oscar.core.loading").get_class(
        "offer.applicator", "Applicator"
    )
    begin = time.process_time()
    applicator().apply(basket)
    total = str(basket.total_excl_tax)
    taken = (time.process_time() - begin) * 1e3
    applied = basket.offer_applications.applications.values()
    return taken, total, sum(one["freq"] for one in applied)


def main() -> None:
    """Price the basket that comes in."""
    warnings.filterwarnings("ignore")
    asked = json.load(sys.stdin)
    prepare()
    stocked = stock(asked["prices"])
    make_offers(asked["offers"], [product for product, _ in stocked])
    key = fill(stocked, asked["quantities"])
    runs = [apply_offers(key) for _ in range(asked["times"])]
    taken, total, applications = min(runs)
    print(json.dumps({"ms": taken, "total": total, "applications": applications}))


if __name__ == "__main__":
    main()
