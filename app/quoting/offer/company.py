"""in_company(): what candidates need beside them and cannot stand beside, by the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from catalog.problem import Place, Problem
from pricing.bundle_content import bundle_content

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from app.quoting.offer.problem import Candidate
    from app.quoting.offer.template import Template
    from catalog.product_catalog import ProductCatalog


def in_company(
    catalog: ProductCatalog,
    had: Collection[str],
    candidates: Sequence[Candidate],
    templates: Mapping[str, Template],
) -> tuple[list[Candidate], dict[str, tuple[Problem, ...]]]:
    """The candidates with their requirements and exclusions, and what is left out for want of one.

    Args:
        catalog: Catalogue version.
        had: Offerings that the customer has.
        candidates: All that were gathered.
        templates: What they are.
    """
    present = {one.id: _present(catalog, templates[one.id]) for one in candidates}
    kept: list[Candidate] = []
    missing: dict[str, tuple[Problem, ...]] = {}
    for one in candidates:
        own = present[one.id] | present.get(one.within, frozenset())
        groups: list[tuple[str, ...]] = []
        excludes = list(one.excludes)
        for code in sorted(present[one.id]):
            offering, bundle = catalog.offering(code), catalog.bundle(code)
            barred = (
                *(offering.excludes if offering else ()),
                *(bundle.excludes if bundle else ()),
            )
            excludes += [
                other.id
                for other in candidates
                if other.id not in (one.id, one.within) and not present[other.id].isdisjoint(barred)
            ]
            wanted = offering.requires if offering is not None else ()
            if wanted and own.isdisjoint(wanted) and not set(wanted) & set(had):
                group = [o.id for o in candidates if not present[o.id].isdisjoint(wanted)]
                groups.append(tuple(group))
                if not group:
                    named = {"offering": code, "requires": " | ".join(wanted)}
                    where = Place(subject=code)
                    problem = Problem("offering.requirement_missing", where=where, parameters=named)
                    missing[templates[one.id].offering] = (problem,)
        if all(groups):
            kept.append(
                msgspec.structs.replace(
                    one, requires=tuple(groups), excludes=tuple(dict.fromkeys(excludes))
                )
            )
    return kept, missing


def _present(catalog: ProductCatalog, template: Template) -> frozenset[str]:
    """Codes that stand in a quote with a template: the offering, and what a bundle holds."""
    bundle = catalog.bundle(template.offering)
    if bundle is None:
        return frozenset({template.offering})
    parts = bundle_content(catalog, bundle, template.choices).parts
    return frozenset({template.offering, *(part.charge.rpartition(".")[0] for part in parts)})
