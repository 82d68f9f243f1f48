"""DraftFindings: the findings of ``check_draft``, worked out again only where an edit reaches.

An edit of one price among 100,000 offerings may change findings about that offering, about those
that name it, and about the bundles and price records that name its charges; nothing else is looked
at again. A draft in which a code occurs twice is checked as a whole every time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.consistency import (
    charges_named,
    one_bundle_problems,
    record_problems,
    reference_problems,
    tax_problems,
)
from catalog.differing import differing
from catalog.draft_check import check_draft, check_offering
from catalog.offering_consistency import (
    detail_problems,
    specification_problems,
    successor_problems,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalog.bundle import BundledOffering
    from catalog.charge import Charge
    from catalog.differing import Differing
    from catalog.offering import ProductOffering
    from catalog.problem import Problem
    from catalog.product_catalog import CatalogContent

_OWN, _REFERENCES, _TAXES, _DETAILS, _SUCCESSORS = range(5)
"""Groups of findings about offerings, in the order of ``check_draft``."""


class DraftFindings:
    """Follows a draft from one content to the next; any content may come after any other."""

    def __init__(self) -> None:
        """Begin without a content."""
        self._content: CatalogContent | None = None
        self._found: tuple[Problem, ...] = ()
        self._forget()

    def of(self, content: CatalogContent) -> tuple[Problem, ...]:
        """Every finding about a content, the same and in the same order as ``check_draft``."""
        if content is not self._content:
            followed = self._follow(content)
            if not followed:
                self._begin(content)
            self._content = content
            self._found = self._joined(content) if self._plain else check_draft(content)
        return self._found

    # ------------------------------------------------------------ beginning

    def _forget(self) -> None:
        self._plain = False
        """Whether every code occurs once."""
        self._offerings: dict[str, ProductOffering] = {}
        self._charges: dict[str, Charge] = {}
        self._bundles: dict[str, BundledOffering] = {}
        self._places: dict[str, int] = {}
        self._named_by: dict[str, set[str]] = {}
        """Codes of the offerings that name a code, by that code."""
        self._groups: tuple[dict[str, tuple[Problem, ...]], ...] = ({}, {}, {}, {}, {})
        """Findings by group and code of the offering; those without are left out."""
        self._of_bundles: dict[str, tuple[Problem, ...]] = {}
        self._in_bundles: dict[str, frozenset[str]] = {}
        """Charges that each bundle names, by its code."""
        self._of_records: tuple[Problem, ...] = ()
        self._of_shared: tuple[Problem, ...] = ()
        self._taxes: frozenset[str] = frozenset()
        self._shared: frozenset[str] = frozenset()

    def _begin(self, content: CatalogContent) -> None:
        self._forget()
        self._taxes = frozenset(tax.id for tax in content.tax_classes)
        self._shared = frozenset(one.id for one in content.specifications)
        self._bundles = {bundle.code: bundle for bundle in content.bundles}
        codes_once = len(self._bundles) == len(content.bundles)
        self._plain = codes_once and self._take_in(content.offerings)
        if not self._plain:
            return
        self._number(content)
        for offering in content.offerings:
            self._look_at(offering)
            self._look_around(offering)
        self._look_at_bundles(self._bundles)
        self._look_at_records(content)
        self._of_shared = tuple(specification_problems(content, self._offerings))

    def _take_in(self, offerings: Iterable[ProductOffering]) -> bool:
        """Know these offerings as well; False when a code is taken."""
        for offering in offerings:
            if offering.code in self._offerings:
                return False
            self._offerings[offering.code] = offering
            for charge in offering.charges:
                if charge.code in self._charges:
                    return False
                self._charges[charge.code] = charge
            for code in _named(offering):
                self._named_by.setdefault(code, set()).add(offering.code)
        return True

    def _give_up(self, offering: ProductOffering) -> None:
        del self._offerings[offering.code]
        for charge in offering.charges:
            del self._charges[charge.code]
        for code in _named(offering):
            self._named_by[code].discard(offering.code)
        for group in self._groups:
            group.pop(offering.code, None)

    def _number(self, content: CatalogContent) -> None:
        self._places = {offering.code: at for at, offering in enumerate(content.offerings)}

    # ------------------------------------------------------------ following

    def _follow(self, content: CatalogContent) -> bool:
        """Look again at what an edit reaches; False when the whole must be looked at."""
        old = self._content
        if old is None or not self._plain:
            return False
        if old.tax_classes != content.tax_classes or old.specifications != content.specifications:
            return False
        edit = differing(old.offerings, content.offerings)
        for offering in edit.gone:
            self._give_up(offering)
        if not self._take_in(edit.come):
            return False
        went, came = [one.code for one in edit.gone], [one.code for one in edit.come]
        names = set(went) ^ set(came)
        if went != came or not edit.in_place:
            self._number(content)
            self._of_shared = tuple(specification_problems(content, self._offerings))
        for offering in edit.come:
            self._look_at(offering)
        self._look_at_those_around(edit, names)
        charges = {charge.code for one in (*edit.gone, *edit.come) for charge in one.charges}
        if not self._follow_bundles(old, content, names, charges):
            return False
        if charges or old.price_records is not content.price_records:
            self._look_at_records(content)
        return True

    def _follow_bundles(
        self, old: CatalogContent, content: CatalogContent, names: set[str], charges: set[str]
    ) -> bool:
        """Look at the bundles that an edit reaches; False when a code occurs twice now."""
        if old.bundles is not content.bundles or names & self._bundles.keys():
            self._bundles = {bundle.code: bundle for bundle in content.bundles}
            if len(self._bundles) != len(content.bundles):
                return False
            self._of_bundles, self._in_bundles = {}, {}
            self._look_at_bundles(self._bundles)
        elif charges:
            reached = [
                code for code, named in self._in_bundles.items() if not charges.isdisjoint(named)
            ]
            self._look_at_bundles(reached)
        return True

    def _look_at_those_around(self, edit: Differing[ProductOffering], names: set[str]) -> None:
        """The offerings that came, those that name one of them, and everything with successors."""
        reached = {one.code for one in edit.come}
        for code in names:
            reached |= self._named_by.get(code, set())
        former = {one.code: one for one in edit.gone}
        if names or any(_leads_elsewhere(former[one.code], one) for one in edit.come):
            reached |= {code for code, one in self._offerings.items() if one.migrates_to}
        for code in reached & self._offerings.keys():
            self._look_around(self._offerings[code])

    # ------------------------------------------------------------ looking

    def _look_at(self, offering: ProductOffering) -> None:
        """Find what needs no other offering."""
        self._put(_OWN, offering, check_offering(offering))
        self._put(_TAXES, offering, tax_problems(offering, self._taxes))
        self._put(_DETAILS, offering, detail_problems(offering, self._shared))

    def _look_around(self, offering: ProductOffering) -> None:
        """Find what depends on others."""
        self._put(_REFERENCES, offering, reference_problems(offering, self._offerings.keys()))
        self._put(_SUCCESSORS, offering, successor_problems(offering, self._offerings))

    def _put(self, group: int, offering: ProductOffering, found: Iterable[Problem]) -> None:
        problems = tuple(found)
        if problems:
            self._groups[group][offering.code] = problems
        else:
            self._groups[group].pop(offering.code, None)

    def _look_at_bundles(self, codes: Iterable[str]) -> None:
        for code in codes:
            bundle = self._bundles[code]
            self._in_bundles[code] = frozenset(charges_named(bundle))
            taken = self._offerings.keys()
            self._of_bundles[code] = tuple(
                one_bundle_problems(bundle, self._charges, self._bundles, taken)
            )

    def _look_at_records(self, content: CatalogContent) -> None:
        self._of_records = tuple(record_problems(content.price_records, self._charges))

    # ------------------------------------------------------------ joining

    def _joined(self, content: CatalogContent) -> tuple[Problem, ...]:
        in_order = [self._in_order(group) for group in self._groups]
        bundles = [p for bundle in content.bundles for p in self._of_bundles[bundle.code]]
        return (
            *in_order[_OWN],
            *in_order[_REFERENCES],
            *bundles,
            *in_order[_TAXES],
            *self._of_records,
            *self._of_shared,
            *in_order[_DETAILS],
            *in_order[_SUCCESSORS],
        )

    def _in_order(self, group: dict[str, tuple[Problem, ...]]) -> list[Problem]:
        codes = sorted(group, key=self._places.__getitem__)
        return [problem for code in codes for problem in group[code]]


def _named(offering: ProductOffering) -> tuple[str, ...]:
    return (*offering.requires, *offering.excludes, *offering.migrates_to)


def _leads_elsewhere(old: ProductOffering, new: ProductOffering) -> bool:
    return old.migrates_to != new.migrates_to or old.lifecycle is not new.lifecycle
