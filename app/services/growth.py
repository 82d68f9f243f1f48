"""Growth signals of a customer, with what is proposed for them; rules are data."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from app.errors import UnknownFormat
from app.paths import resource
from app.quoting.growth import GrowthRule, GrowthSignal, grown_needs, growth_signals
from app.services.question_bank import load_questions
from catalog.known_type import known

if TYPE_CHECKING:
    from pathlib import Path

    from app.quoting.customer import Customer
    from app.quoting.interview import FoundNeed
    from catalog.product_catalog import ProductCatalog
    from pricing.bills import Bills

_FILE = "growth.toml"


class _Rules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    rules: tuple[GrowthRule, ...]


class Growth(NamedTuple):
    """A signal, and the need with what may meet it."""

    signal: GrowthSignal
    need: FoundNeed


def load_growth(file: Path | None = None) -> tuple[GrowthRule, ...]:
    """The rules.

    Args:
        file: Where they stand; the program's own when not given.

    Raises:
        UnknownFormat: The file is not what it should be; it names the place.
    """
    path = file or resource("policy", _FILE)
    try:
        return msgspec.toml.decode(path.read_bytes(), type=known(_Rules)).rules
    except (msgspec.DecodeError, UnicodeDecodeError) as failure:
        detail, _, place = str(failure).partition(" - at ")
        raise UnknownFormat(record=path.name, place=place.strip("`"), detail=detail) from failure


def growth_of(
    customer: Customer, bills: Bills, catalog: ProductCatalog | None
) -> tuple[Growth, ...]:
    """What has outgrown what a customer has; nothing without a catalogue to propose from.

    Raises:
        UnknownFormat: The rules or the question bank are not what they should be.
    """
    signals = growth_signals(customer, bills, load_growth())
    if not signals or catalog is None:
        return ()
    needs = {one.need.id: one for one in grown_needs(load_questions(), signals, catalog)}
    return tuple(Growth(one, needs[one.need]) for one in signals if one.need in needs)
