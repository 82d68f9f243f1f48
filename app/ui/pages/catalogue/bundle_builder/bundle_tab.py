"""The tab of the bundle builder: it is made, and catches up, when it is shown."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from app.services.workspace import Workspace
    from app.ui.page import Surroundings
    from app.ui.pages.catalogue.bundle_builder.builder_tab import BundleBuilder
    from app.ui.pages.catalogue.draft_desk import DraftDesk
    from catalog.bundle import BundledOffering
    from catalog.product_catalog import ProductCatalog

    BundleMaker: TypeAlias = Callable[[ProductCatalog], BundledOffering]

_MARGIN = "margin"


class BundleTab(QWidget):
    """Holds the builder."""

    def __init__(
        self, surroundings: Surroundings, desk: DraftDesk, parent: QWidget | None = None
    ) -> None:
        """Begin without a builder."""
        super().__init__(parent)
        self._around = surroundings
        self._desk = desk
        self._catalog: ProductCatalog | None = None
        self._builder: BundleBuilder | None = None
        self._waiting: BundleMaker | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        desk.opened.connect(self._follow)
        desk.opened.connect(self._add)
        desk.changed.connect(self._follow)
        desk.closed.connect(self._follow)

    @property
    def builder(self) -> BundleBuilder:
        """The builder, made when it is first asked for."""
        if self._builder is None:
            from app.ui.pages.catalogue.bundle_builder.builder_tab import BundleBuilder

            builder = self._builder = BundleBuilder(self._around, self._desk)
            workspace = self._desk.workspace
            if workspace is not None:
                builder.policy = workspace.rules.pricing
                builder.figures.solutions.margin.setText(f"{least_margin(workspace):f}")
            self._column.addWidget(builder)
        return self._builder

    def show_catalog(self, catalog: ProductCatalog) -> None:
        """Show the newest version while no draft is open."""
        self._catalog = catalog
        self._follow()

    def take(self, make: BundleMaker) -> None:
        """Add a bundle to the draft and show it; the draft begins if there is none."""
        self._waiting = make
        if self._desk.session is None:
            self._desk.begin()
        else:
            self._add()

    def _add(self) -> None:
        make, session = self._waiting, self._desk.session
        if make is not None and session is not None:
            self._waiting = None
            self.builder.take(make(session.catalog))

    def showEvent(self, event: object) -> None:  # noqa: ARG002 - Qt's signature
        """Catch up."""
        self._follow(in_sight=True)

    def _follow(self, *, in_sight: bool = False) -> None:
        if not (in_sight or self.isVisible()):
            return
        session = self._desk.session
        if session is not None:
            self.builder.show_catalog(session.catalog, session)
        elif self._catalog is not None:
            self.builder.show_catalog(self._catalog, None)


def least_margin(workspace: Workspace) -> Decimal:
    """The margin that a price should keep: the policy's floor, or what needs nobody's approval."""
    rules = workspace.rules
    if rules.pricing.floor_margin is not None:
        return rules.pricing.floor_margin
    criteria = (one for one in rules.authority.criteria if one.id == _MARGIN)
    found = next(criteria, None)
    limit = found.limits[0] if found is not None and found.limits else None
    return Decimal(0) if limit is None else limit
