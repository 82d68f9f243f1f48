"""What is known of offerings and items in one quote's circumstances, asked once and kept.

A quote is checked at every keystroke, and nearly all of its items are the ones that they were.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from catalog.problem import Place, Problem
from pricing.offering_eligibility import by_itself, is_plain

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from catalog.offering import ProductOffering
    from catalog.product_catalog import ProductCatalog
    from pricing.context import PricingContext
    from pricing.item import QuoteItem

_NOWHERE, _NOBODY = Place(), frozenset[str]()


class Said(NamedTuple):
    """What is said of an item, whatever is quoted beside it in which number.

    Attributes:
        item: The item as it was looked at.
        problems: The findings.
        counted: Codes of its charges that are counted: none of a bundle, nor of what is unknown.
    """

    item: QuoteItem
    problems: tuple[Problem, ...]
    counted: frozenset[str]


class _Beside(NamedTuple):
    present: set[str]
    measures: Mapping[str, Decimal]
    said: dict[str, Said]


class Standing:
    """What can be said of single offerings in one quote's circumstances without the other items.

    Most offerings may be sold to the customer, need nothing and bear everything beside them. This
    is asked once for each of them, however many items have it and however often it is priced.

    Attributes:
        silent: Offerings that may be sold to the customer, as far as has been asked.
        plain: Offerings without characteristics whose charges hold and that he does not have.
        boundless: Charges that may be had in any number from one and for any term, as far as has
            been asked.
    """

    __slots__ = (
        "_asked",
        "_catalog",
        "_context",
        "_quiet",
        "_said",
        "boundless",
        "plain",
        "silent",
    )

    def __init__(self, catalog: ProductCatalog, context: PricingContext) -> None:
        """Know nothing yet."""
        self._catalog = catalog
        self._context = context
        self._asked: set[str] = set()
        self._quiet: set[str] = set()
        self._said = _Beside(set(), {}, {})
        self.silent: set[str] = set()
        self.plain: set[str] = set()
        self.boundless: set[str] = set()

    def quiet_among(self, codes: set[str]) -> set[str]:
        """The offerings about which no finding is possible, their quantities left aside."""
        for code in codes - self._asked:
            offering = self._catalog.offering(code)
            if offering is not None and self._catalog.bundle(code) is None:
                self._ask(offering)
        self._asked |= codes
        return codes & self._quiet

    def said_beside(self, present: set[str], measures: Mapping[str, Decimal]) -> dict[str, Said]:
        """By identifier, what was said of items beside the same offerings; to be added to.

        Args:
            present: Offerings in the quote, those inside bundles among them.
            measures: What conditions of bundles are measured by; nothing where there are none.
        """
        known = self._said
        if known.present != present or known.measures != measures:
            known = self._said = _Beside(present, measures, {})
        return known.said

    def _ask(self, offering: ProductOffering) -> None:
        """Keep what can never be said of an offering."""
        silent = not any(by_itself(self._context, offering, _NOWHERE, _NOBODY))
        plain = is_plain(self._catalog, self._context, offering)
        if silent:
            self.silent.add(offering.code)
        if plain:
            self.plain.add(offering.code)
        if silent and plain and not offering.requires and not offering.excludes:
            self._quiet.add(offering.code)
