"""DraftSession: the open draft of the next catalogue version with its undo, kept edit by edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.ui.draft_history import DraftHistory
from catalog.differing import differing
from catalog.draft import Patch, apply_patch
from catalog.draft_findings import DraftFindings
from catalog.product_catalog import CatalogContent, ProductCatalog

if TYPE_CHECKING:
    from msgspec import Struct
    from PySide6.QtCore import QObject

    from app.services.catalog_drafts import OpenDraft
    from app.ui.keeping import Keeper
    from catalog.problem import Problem


class KnownDraft(NamedTuple):
    """What looking at every part of a draft gives, which is worked out beside the window.

    Attributes:
        findings: What is wrong; it follows from one state of the draft to another.
        catalog: The draft, indexed.
    """

    findings: DraftFindings
    catalog: ProductCatalog


def known_of(content: CatalogContent) -> KnownDraft:
    """Look at every part of a draft: a second for 100,000 offerings."""
    findings = DraftFindings()
    findings.of(content)
    return KnownDraft(findings, ProductCatalog(content))


class DraftSession(DraftHistory[CatalogContent, Patch]):
    """Holds the draft of a catalogue; ``changed()`` as in ``DraftHistory``."""

    def __init__(
        self,
        draft: OpenDraft,
        keeper: Keeper | None,
        parent: QObject | None = None,
        known: KnownDraft | None = None,
    ) -> None:
        """Open a draft as it was left.

        Args:
            draft: The draft.
            keeper: Stores edits; ``None`` keeps them in memory only.
            parent: Owner.
            known: What was worked out about it already; now, when not given.
        """
        super().__init__(draft.base, draft.stored, apply_patch, keeper, parent)
        self._findings = known.findings if known is not None else DraftFindings()
        self._catalog = known.catalog if known is not None else None
        self._offerings = {offering.code: offering for offering in draft.base.offerings}

    @property
    def catalog(self) -> ProductCatalog:
        """The same, indexed."""
        known = self._catalog
        if known is None:
            known = ProductCatalog(self.content)
        elif known.content is not self.content:
            known = known.edited(self.content)
        self._catalog = known
        return known

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with it; worked out when it is first asked for."""
        return self._findings.of(self.content)

    def changed_keys(self) -> frozenset[str]:
        """Codes of the charges and bundles that differ from the published version."""
        found: set[str] = set()
        for offering in differing(self.base.offerings, self.content.offerings).come:
            old = self._offerings.get(offering.code)
            same = old is not None and _without_charges(old) == _without_charges(offering)
            former = {charge.code: charge for charge in old.charges} if old and same else {}
            found |= {one.code for one in offering.charges if former.get(one.code) != one}
        come = differing(self.base.bundles, self.content.bundles).come
        found |= {bundle.code for bundle in come}
        return frozenset(found | self._charges_of_changed_records())

    def _charges_of_changed_records(self) -> set[str]:
        edit = differing(self.base.price_records, self.content.price_records)
        old = {record.id: record for record in edit.gone}
        new = {record.id: record for record in edit.come}
        changed = [name for name in old.keys() | new.keys() if old.get(name) != new.get(name)]
        return {one.charge for name in changed for one in (old.get(name), new.get(name)) if one}


def _without_charges(offering: Struct) -> tuple[object, ...]:
    return tuple(
        getattr(offering, name) for name in offering.__struct_fields__ if name != "charges"
    )
