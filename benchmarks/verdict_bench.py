"""How long the verdict of discount authority takes on quotes of 100 and 1,000 items.

Usage: ``python benchmarks/verdict_bench.py [items...]``. Measures what is given away and judges it,
as at every keystroke: with discounts on all items, every fifth one optional, and three other quotes
of the customer. Processor time; the wanted 2 ms are for 100 items.
"""

from __future__ import annotations

import statistics
import sys
import time
from datetime import timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import msgspec

from app.paths import resource
from app.quoting.authority.judging import Surroundings, judge
from app.quoting.authority.recent import recent_quote
from app.quoting.freezing import family_of
from app.quoting.item_edits import add_offering
from app.services.import_cases import read_quote
from app.services.import_catalog import read_catalog_files
from app.services.policies import load_rules, load_tax_classes
from catalog.product_catalog import ProductCatalog
from pricing.alterations.percentage import Percentage
from pricing.concession import measure
from pricing.context import PricingContext
from pricing.engine import price_quote

RUNS = 200
WANTED = {100: 2.0, 1000: 20.0}


def run(items: int) -> tuple[float, float, float]:
    """Milliseconds of measuring and of judging, medians, and the slowest of both together."""
    sample = resource("sample")
    quote = read_quote(sample / "cases" / "1" / "quote.toml")
    day = quote.price_date
    content = read_catalog_files(
        sample / "catalogue.csv", sample / "bundles.toml", load_tax_classes(), day, version="b"
    ).accepted()
    catalog, rules = ProductCatalog(content), load_rules()
    codes = [offering.code for offering in content.offerings]
    quote = msgspec.structs.replace(quote, items=())
    for place in range(items):
        quote = add_offering(quote, catalog, codes[place % len(codes)], 1 + place % 7)
    altered = tuple(
        msgspec.structs.replace(
            item,
            optional=place % 5 == 0,
            charges=tuple(
                msgspec.structs.replace(charge, alteration=Percentage(Decimal(3 + place % 9)))
                for charge in item.charges
            ),
        )
        for place, item in enumerate(quote.items)
    )
    quote = msgspec.structs.replace(quote, items=altered)
    context = PricingContext(day, ("SMB",), quote.term)
    priced = price_quote(catalog, rules.pricing, context, quote.items)
    given = measure(priced)
    recent = tuple(
        recent_quote(f"q{n}", f"QW-{n}", day - timedelta(days=n), given) for n in range(3)
    )
    around = Surroundings(recent, partial(family_of, catalog), day)
    measuring, judging = [], []
    for _ in range(RUNS):
        begun = time.process_time()
        given = measure(priced)
        measured = time.process_time()
        judge(rules.authority, quote, priced, given, around)
        measuring.append(1000 * (measured - begun))
        judging.append(1000 * (time.process_time() - measured))
    slowest = sorted(map(sum, zip(measuring, judging, strict=True)))[int(RUNS * 0.95)]
    return statistics.median(measuring), statistics.median(judging), slowest


def main() -> None:
    """Measure and print."""
    for items in [int(given) for given in sys.argv[1:]] or list(WANTED):
        measuring, judging, slowest = run(items)
        print(
            f"verdict of {items} items: {measuring + judging:.2f} ms (measuring {measuring:.2f},"
            f" judging {judging:.2f}; 95 % within {slowest:.2f} ms;"
            f" wanted {WANTED.get(items, 2.0):.0f})"
        )


if __name__ == "__main__":
    main()
