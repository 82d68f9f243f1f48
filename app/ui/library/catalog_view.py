"""The catalogue in force: every offering and bundle with its charges, to look things up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from app.ui.library.list_head import ListHead
from app.ui.presenting.lists import catalogue_columns, catalogue_rows
from app.ui.theme import set_role
from app.ui.tokens import Space
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.parts import make_button, make_label
from catalog.search import CatalogIndex

if TYPE_CHECKING:
    from app.ui.page import Surroundings
    from catalog.product_catalog import ProductCatalog

_MOST = 500


class CatalogView(QWidget):
    """Lists the catalogue; ``import_wanted()`` asks for another version."""

    import_wanted = Signal()

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        """Begin without a catalogue."""
        super().__init__(parent)
        set_role(self, "canvas")
        self._around = surroundings
        self._catalog: ProductCatalog | None = None
        self._index: CatalogIndex | None = None
        bring = make_button(self.tr("Import catalogue"), icon="upload")
        bring.clicked.connect(self.import_wanted)
        self.head = ListHead(self.tr("Catalogue"), self.tr("Name, code or pinyin initials"), bring)
        self.head.search.textChanged.connect(lambda _text: self._find())
        self.table = DataTable(catalogue_columns(surroundings.speaker), self.tr("Catalogue"))
        self._version = make_label("", "caption")
        self._build()

    def _build(self) -> None:
        card = QFrame()
        set_role(card, "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.table)
        listed = QWidget()
        outside = QVBoxLayout(listed)
        outside.setContentsMargins(Space.LG, Space.MD, Space.LG, Space.LG)
        outside.setSpacing(Space.SM)
        outside.addWidget(self._version)
        outside.addWidget(card, 1)
        nothing = EmptyState(
            "package",
            self.tr("No catalogue yet"),
            self.tr("Import a price list as a workbook or a text table."),
            self.tr("Import catalogue"),
        )
        nothing.activated.connect(self.import_wanted)
        self._stack = QStackedWidget()
        self._stack.addWidget(nothing)
        self._stack.addWidget(listed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._stack, 1)

    def show_catalog(self, catalog: ProductCatalog | None) -> None:
        """Show a catalogue version."""
        self._catalog = catalog
        self._stack.setCurrentIndex(0 if catalog is None else 1)
        if catalog is None:
            return
        content = catalog.content
        self._index = CatalogIndex(content)
        said = self.tr("{title} · version {version} · imported {day}")
        self._version.setText(
            said.format(title=content.title, version=content.version, day=content.imported_on)
        )
        self._find()

    def _find(self) -> None:
        if self._catalog is None or self._index is None:
            return
        typed = self.head.search.text().strip()
        content = self._catalog.content
        if typed:
            codes = tuple(hit.code for hit in self._index.find(typed, _MOST))
        else:
            bundles = (bundle.code for bundle in content.bundles)
            codes = (*bundles, *(offering.code for offering in content.offerings))
        rows = catalogue_rows(self._around.speaker, self._catalog, codes)
        self.table.set_rows(rows)
        self.head.show_count(len(rows))
