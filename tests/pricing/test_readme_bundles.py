"""The bundles of ``pricing/README.md`` are read as our text format and priced by the engine."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest

from app.services.import_catalog import BundleFile
from catalog.money import fen
from tests.builders import a_catalog, a_charge, an_item, an_offering, priced

GUIDE = (Path(__file__).parents[2] / "pricing" / "README.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```bundle\n(.*?)```\s+```parts\n(.*?)\n```", GUIDE, re.DOTALL)


@pytest.mark.parametrize(("text", "line"), EXAMPLES, ids=lambda one: one.splitlines()[-1])
def test_a_bundle_of_the_guide_comes_out_as_written(text: str, line: str) -> None:
    """Each part and the sum of a month, to the fen."""
    (bundle,) = msgspec.toml.decode(text, type=BundleFile).bundle
    listed, _, result = line.partition(": ")
    charges: dict[str, list[tuple[str, str]]] = {}
    for code, price in (one.split() for one in listed.split(", ")):
        charges.setdefault(code.partition(".")[0], []).append((code, price))
    offerings = (an_offering(*(a_charge(*one) for one in some)) for some in charges.values())
    (item,) = priced(a_catalog(*offerings, bundles=[bundle]), an_item(bundle.code)).items
    parts, _, total = result.partition(" = ")
    assert [c.net_amount for c in item.charges] == [fen(Decimal(p)) for p in parts.split(" + ")]
    assert item.monthly.net_amount == fen(Decimal(total))


def test_every_form_but_the_plain_sum_has_an_example() -> None:
    """So that this test reads something."""
    assert len(EXAMPLES) == 4
