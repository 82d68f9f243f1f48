"""What is known of offerings and items in one quote's circumstances, asked once and kept.

A quote is checked at every keystroke, and nearly all of its items are the ones that they were.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from catalog.problem import Place, Problem
from pricing.offering_eligibility import by_itself, is_plain

if TYPE_CHECKING:
    from collections.abc import Mapping

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


class Counted(NamedTuple):
    """What is said of the numbers of an item's charges."""

    item: QuoteItem
    problems: tuple[Problem, ...]


class _Beside(NamedTuple):
    present: set[str]
    facts: tuple[object, ...]
    said: dict[str, Said]


class _Numbers(NamedTuple):
    counts: Mapping[str, int]
    term: int
    said: dict[str, Counted]


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
        "_numbers",
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
        self._said = _Beside(set(), (), {})
        self._numbers = _Numbers({}, 0, {})
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

    def said_beside(
        self, present: set[str], context: PricingContext, *, bundles: bool
    ) -> dict[str, Said]:
        """By identifier, what was said of items beside the same offerings; to be added to.

        Args:
            present: Offerings in the quote, those inside bundles among them.
            context: Circumstances that may differ in term, measures and words only.
            bundles: Whether there are bundles, whose conditions these decide about.
        """
        facts = (context.term, context.measures, context.words) if bundles else ()
        known = self._said
        if known.present != present or known.facts != facts:
            known = self._said = _Beside(present, facts, {})
        return known.said

    def said_of(self, counts: Mapping[str, int], term: int) -> dict[str, Counted]:
        """By identifier, what was said of numbers while all of them were these."""
        known = self._numbers
        if known.counts != counts or known.term != term:
            known = self._numbers = _Numbers(counts, term, {})
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
