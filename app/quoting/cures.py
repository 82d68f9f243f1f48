"""Cures: the ways to put a finding right that really do, worked out by trying them.

A cure is proposed only if the quote after it has the finding no longer and no blocking finding
that it did not have before. So blocking findings become fewer with every cure, whichever is
chosen: cures never lead in a circle. And there always is one: taking the item out together with
whatever cannot stand without it. ``app/quoting/cure_proposals.py`` says what is worth trying.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import msgspec

from app.quoting.cure_edits import (
    AddOffering,
    Cure,
    KeepInstalled,
    RemoveCharge,
    RemoveItem,
    ReplaceOffering,
    edited,
)
from app.quoting.cure_proposals import constructive, proposals
from app.quoting.measures import FIXED_LINE, pricing_context
from pricing.bundle_content import bundle_content
from pricing.eligibility import check_items
from pricing.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from app.quoting.cure_edits import CureEdit
    from app.quoting.customer import Customer
    from app.quoting.quote import Quote
    from catalog.problem import Problem
    from catalog.product_catalog import ProductCatalog
    from pricing.bills import Bills
    from pricing.spend import SpendAnalysis

    Check: TypeAlias = Callable[[Quote], Sequence[Problem]]
    FindingKey: TypeAlias = tuple[str, ...]

MOST_CURES = 3
"""More ways than a person weighs up at a glance."""
_MOST_FOLLOWING = 8
"""An addition that needs more than so much beside it is no cure for one press."""
FEW = 40
"""With fewer items a check of all of them takes less than a millisecond."""
_TELLING = ("offering", "other", "measure", "requires", "group")


class Configuration:
    """A quote whose findings are to be cured.

    Attributes:
        catalog: Catalogue version.
        quote: The quote as it is now.
    """

    def __init__(self, catalog: ProductCatalog, quote: Quote, check: Check, few: int = FEW) -> None:
        """Look at the quote once.

        Args:
            catalog: Catalogue version.
            quote: The quote as it is now.
            check: Gives the findings of a quote about what may stand in it, in the same
                circumstances.
            few: With fewer items cures are tried on all of them, else on those that matter.
        """
        self.catalog = catalog
        self.quote = quote
        self._check = check
        self._before: frozenset[FindingKey] | None = None
        self._small = quote if len(quote.items) < few else _reduced(catalog, quote)

    def cures_of(self, problem: Problem, most: int = MOST_CURES) -> tuple[Cure, ...]:
        """The cures of a finding, the best first; without an item of its own it may have none."""
        return tuple(cure for cure in self.trials(problem, most) if cure is not None)

    def trials(self, problem: Problem, most: int = MOST_CURES) -> Iterator[Cure | None]:
        """The same one trial at a time, so that somebody else may have a turn between two.

        A trial gives the cure, or ``None`` when it is none. No other finding may be tried between.
        """
        ends: list[Quote] = []
        small = _with_item(self._small, self.quote, problem.where.subject)
        if small is not self._small:
            self._small, self._before = small, None
        for edit in proposals(self.catalog, self._small, problem):
            tried = self._tried(edit, problem)
            if tried is None or tried[1] in ends:
                yield None
                continue
            ends.append(tried[1])
            yield tried[0]
            if len(ends) == most:
                return

    def _tried(self, edit: CureEdit, problem: Problem) -> tuple[Cure, Quote] | None:
        """The edit with what follows from it, and the quote after it; ``None`` if it is no cure."""
        removes = isinstance(edit, RemoveItem | KeepInstalled) or not problem.where.subject
        follow = _removal if removes else self._addition
        most = len(self.quote.items) if removes else _MOST_FOLLOWING
        edits, quote = [edit], edited(self._small, self.catalog, edit)
        if quote is self._small:
            return None
        while True:
            problems = self._check(quote)
            new = [p for p in problems if p.blocks and finding_key(p) not in self.before]
            if not new:
                cured = finding_key(problem) not in map(finding_key, problems)
                return (Cure(tuple(edits)), quote) if cured else None
            further = follow(quote, new[0]) if len(edits) <= most else None
            if further is None:
                return None
            edits.append(further)
            changed = edited(quote, self.catalog, further)
            if changed is quote:
                return None
            quote = changed

    @property
    def before(self) -> frozenset[FindingKey]:
        """What blocks the quote as it is."""
        if self._before is None:
            blocking = (p for p in self._check(self._small) if p.blocks)
            self._before = frozenset(map(finding_key, blocking))
        return self._before

    def _addition(self, quote: Quote, problem: Problem) -> CureEdit | None:
        """What must be there besides; nothing is ever taken away or replaced for it."""
        return next(
            (
                edit
                for edit in constructive(self.catalog, quote, problem)
                if not isinstance(edit, RemoveItem | RemoveCharge | KeepInstalled | ReplaceOffering)
                and not (isinstance(edit, AddOffering) and _is_quoted(quote, edit.offering))
            ),
            None,
        )


def _reduced(catalog: ProductCatalog, quote: Quote) -> Quote:
    """The quote without repeated items that no edit of another one can matter to.

    They need and exclude nothing, nothing that is quoted names them, and they are not counted. In
    a quote of a thousand lines a cure is tried on a few dozen.
    """
    bundles = [known for item in quote.items if (known := catalog.bundle(item.offering))]
    counted = {option.charge for bundle in bundles for option in bundle.options}
    offerings = (catalog.offering(code) for code in {item.offering for item in quote.items})
    named = {FIXED_LINE} | {
        code for known in offerings if known for code in (*known.requires, *known.excludes)
    }.union(*(bundle.excludes for bundle in bundles))
    for item in quote.items:
        bundle = catalog.bundle(item.offering)
        content = bundle_content(catalog, bundle, item.choices) if bundle is not None else None
        owners = (catalog.owner(part.charge) for part in (content.parts if content else ()))
        named.update(code for owner in owners if owner for code in owner.requires + owner.excludes)
    kept, seen = [], set[tuple[str, ...]]()
    for item in quote.items:
        charges = [charge.code for charge in item.charges]
        kind = (item.offering, *charges)
        bound = item.offering in named or not counted.isdisjoint(charges)
        if kind not in seen or bound or _is_bound(catalog, item.offering):
            kept.append(item)
        seen.add(kind)
    return msgspec.structs.replace(quote, items=tuple(kept))


def _is_bound(catalog: ProductCatalog, code: str) -> bool:
    """Whether findings about an item of an offering depend on other items; of a bundle they do."""
    offering = catalog.offering(code)
    return offering is None or bool(
        offering.requires
        or offering.excludes
        or any(charge.least > 1 or charge.most for charge in offering.charges)
    )


def _with_item(small: Quote, whole: Quote, item_id: str) -> Quote:
    """A reduced quote together with one more item of the whole, at its end."""
    item = whole.item(item_id)
    if item is None or small.item(item_id) is not None:
        return small
    return msgspec.structs.replace(small, items=(*small.items, item))


def _removal(_quote: Quote, problem: Problem) -> CureEdit | None:
    """What cannot stand without what was removed goes with it."""
    return RemoveItem(problem.where.subject) if problem.where.subject else None


def _is_quoted(quote: Quote, offering: str) -> bool:
    return any(item.offering == offering for item in quote.items)


def finding_key(problem: Problem) -> FindingKey:
    """What makes two findings the same one, though its figures may have changed."""
    told = (problem.parameters.get(name, "") for name in _TELLING)
    return problem.code, problem.where.subject, problem.where.column, *told


class CustomerCheck:
    """The check of quotes for one customer: what the engine finds about what may stand in one."""

    def __init__(
        self,
        catalog: ProductCatalog,
        customer: Customer,
        bills: Bills,
        analysis: SpendAnalysis | None,
    ) -> None:
        """Know the circumstances that no edit of a quote changes."""
        self._catalog = catalog
        self._customer = customer
        self._bills = bills
        self._analysis = analysis
        self._standing: dict[tuple[date, str], Standing] = {}

    def __call__(self, quote: Quote) -> tuple[Problem, ...]:
        """The findings of a quote."""
        context = pricing_context(quote, self._customer, self._bills, self._analysis)
        known = self._standing.setdefault(
            (quote.price_date, quote.channel), Standing(self._catalog, context)
        )
        return check_items(self._catalog, context, quote.items, known)
