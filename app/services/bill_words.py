"""The words by which bills of billing systems are understood, from the data file."""

from __future__ import annotations

import msgspec

from app.paths import resource
from catalog.known_type import known
from pricing.bill_reading.bill_words import BillLayoutWords, BillWords


def load_bill_words() -> BillWords:
    """Headings, charges and sorts of spend, as ``resources/import/bills.toml`` has them."""
    data = resource("import", "bills.toml").read_bytes()
    return BillWords(msgspec.toml.decode(data, type=known(BillLayoutWords)))
