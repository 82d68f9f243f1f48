"""The same basket in another engine, and what others were found to take.

django-oscar runs in an environment of its own (``.venv-peers``, made by ``.ci/setup peers``), so
that none of its packages is near the product. Where it is missing, that is said.
"""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import pricing_basket as basket

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).resolve().parent.parent
PEER = ROOT / os.environ.get("PEERS", ".venv-peers") / "bin" / "python"
OFFERS = 25
RUNS = {10: 5, 100: 2}
"""How often the other engine prices a basket of so many lines; it takes its time."""

RECORDED = (
    ("pretix 2026.8.0, 25 discounts", 14.0, 14.0, 24.0),
    ("Tryton 8.2, price list only", 4.0, 42.0, 390.0),
    ("Tryton 8.2, 25 promotions", 1_782.0, 4_354.0, 33_557.0),
    ("Odoo 16, order with 25 rules", 48.0, 333.0, 3_846.0),
    ("ERPNext, 10 rules (a lower bound)", 1.4, 13.0, 118.0),
    ("django-oscar 4.2.1, 25 mixed offers", 629.0, 10_375.0, None),
)
"""Milliseconds at 10, 100 and 1,000 lines on a shared machine with two cores, Python 3.11."""


def print_peers(own: Mapping[int, float]) -> None:
    """Print another engine's time beside ours, from the same run, and the recorded figures.

    Args:
        own: Our milliseconds by number of items, 25 rules each.
    """
    for count, ms in own.items():
        found = _oscar(count)
        if found is None:
            print("django-oscar: not installed here (.ci/setup peers); recorded figures only")
            break
        print(
            f"{count:8} lines: django-oscar {found['ms']:10.1f} ms, {found['applications']}"
            f" applications of {OFFERS} offers; ours {ms:.3f} ms with {count * basket.TOUCHING}:"
            f" {found['ms'] / ms:,.0f} x"
        )
    print("recorded earlier, not in this run: milliseconds at 10 / 100 / 1,000 lines")
    for name, *figures in RECORDED:
        shown = " ".join(f"{'> 120,000' if ms is None else f'{ms:,.1f}':>10}" for ms in figures)
        print(f"    {name:40} {shown}")


def _oscar(count: int) -> dict[str, float] | None:
    """What django-oscar takes for the basket; ``None`` when it cannot be imported."""
    if not PEER.exists():
        return None
    asked = {
        "prices": [str(basket.list_price(number)) for number in range(count)],
        "quantities": [basket.quantity(number) for number in range(count)],
        "offers": OFFERS,
        "times": RUNS[count],
    }
    script = Path(__file__).with_name("oscar_peer.py")
    done = subprocess.run(  # noqa: S603 (our own script in an environment that we made)
        [PEER, script], input=json.dumps(asked), capture_output=True, text=True, check=False
    )
    if done.returncode:
        print(f"django-oscar stopped: {done.stderr.strip().splitlines()[-1:]}")
        return None
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found
