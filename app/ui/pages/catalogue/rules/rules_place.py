"""RulesPlace: the place of the rules on the catalogue's page; they are built when first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import QuotewrightError
from app.ui.widgets.page_fault import PageFault

if TYPE_CHECKING:
    from app.services.workspace import Workspace
    from app.ui.page import Surroundings
    from app.ui.pages.catalogue.rules.rules_tab import RulesTab
    from catalog.product_catalog import ProductCatalog


class RulesPlace(QWidget):
    """Holds the rules; ``published(policy)`` and ``failed(failure)`` are theirs."""

    published = Signal(object)
    failed = Signal(object)
    counted = Signal(int)

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._around = surroundings
        self._tab: RulesTab | None = None
        self._workspace: Workspace | None = None
        self._catalog: ProductCatalog | None = None
        self._fault = PageFault(self, surroundings.speaker.failure, 0)
        self._fault.retry_wanted.connect(self._read)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def tab(self) -> RulesTab:
        """The rules, built when they are first wanted."""
        if self._tab is None:
            from app.ui.pages.catalogue.rules.rules_tab import RulesTab

            tab = self._tab = RulesTab(self._around)
            tab.published.connect(self.published)
            tab.failed.connect(self._refuse)
            tab.desk.opened.connect(self._fault.withdraw)
            tab.counted.connect(self.counted)
            self._column.addWidget(tab)
            if self._catalog is not None:
                tab.show_catalog(self._catalog)
            if self._workspace is not None:
                tab.attach(self._workspace)
        return self._tab

    def attach(self, workspace: Workspace) -> None:
        """Work with the user's data."""
        self._workspace = workspace
        if self._tab is not None:
            self._tab.attach(workspace)

    def _read(self) -> None:
        if self._workspace is not None:
            self.tab.attach(self._workspace)

    def _refuse(self, failure: Exception) -> None:
        """What could not even be opened is told on the page; anything else in the window."""
        unread = self._tab is None or self._tab.desk.session is None
        if unread and isinstance(failure, QuotewrightError):
            self._fault.tell(failure)
        else:
            self.failed.emit(failure)

    def show_catalog(self, catalog: ProductCatalog) -> None:
        """Name and pick what is in a catalogue."""
        self._catalog = catalog
        if self._tab is not None:
            self._tab.show_catalog(catalog)

    def store_draft(self) -> bool:
        """Try at once to store what is left; gives whether everything is."""
        return self._tab is None or self._tab.desk.store_draft()

    def close_draft(self) -> None:
        """Close the draft, which stays without edits that could not be stored."""
        if self._tab is not None:
            self._tab.desk.close()
