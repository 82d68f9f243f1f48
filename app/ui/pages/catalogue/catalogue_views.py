"""The views of the catalogue's table: family, conditions, words, order and columns by one name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.services.list_choices import SavedView
from app.ui.list_memory import memory_of
from app.ui.presenting.catalogue_words import catalogue_views
from app.ui.tokens import Space
from app.ui.widgets.parts import make_icon_button
from app.ui.widgets.view_menu import ViewMenu

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QLineEdit

    from app.ui.page import Surroundings
    from app.ui.pages.catalogue.catalogue_table import CatalogueTable

_NAME, _FAMILY = "catalogue", "family"


class CatalogueViews(QWidget):
    """Stands beside the tabs of the catalogue.

    Attributes:
        views: The views.
    """

    def __init__(
        self, surroundings: Surroundings, listed: CatalogueTable, search: QLineEdit
    ) -> None:
        """Serve the table for looking things up.

        Args:
            surroundings: What every page may use.
            listed: The table with its families and conditions.
            search: The field that is typed into.
        """
        super().__init__()
        self._listed = listed
        self._search = search
        self._choice = listed.looking.choice
        self._choice.name = _NAME
        built_in = catalogue_views(surroundings.speaker)
        self.views = ViewMenu(_NAME, built_in, self._present, surroundings.messages, self)
        self.views.chosen.connect(self._show_view)
        columns = make_icon_button("columns-3", self.tr("Columns (Ctrl+Shift+K)"))
        columns.clicked.connect(lambda: listed.table.choice.popup(columns))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, Space.LG, 0)
        row.setSpacing(Space.SM)
        row.addWidget(self.views.button)
        row.addWidget(columns)
        search.textChanged.connect(lambda _text: self.views.tell())
        listed.filters.changed.connect(self.views.tell)
        listed.families.current_changed.connect(lambda _key: self.views.tell())
        self._choice.changed.connect(self.views.tell)

    def beside(self, tabs: QWidget) -> QHBoxLayout:
        """A row with the tabs at the left and the views at the right."""
        row = QHBoxLayout()
        row.addWidget(tabs, 1)
        row.addWidget(self)
        return row

    def show_view(self, view_id: str) -> None:
        """Show a view; one that is gone changes nothing."""
        self._find_memory()
        view = self.views.find(view_id)
        if view is not None:
            self.views.choose(view)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the view that the user wants to begin with."""
        super().showEvent(event)
        self._find_memory()

    def _find_memory(self) -> None:
        memory = memory_of(self)
        if self.views.memory is None and memory is not None:
            self.views.memory = memory
            if self.views.first.id != self.views.current.id:
                self.views.choose(self.views.first)

    def _present(self) -> SavedView:
        family = self._listed.families.current_key()
        wants = self._listed.filters.wants | ({_FAMILY: (family,)} if family else {})
        return SavedView("", "", wants, self._search.text().strip(), self._choice.look)

    def _show_view(self, view: SavedView) -> None:
        own, look = self.views.is_own, view.look
        if not own and self.views.memory is not None:
            usual = self.views.memory.look(_NAME)
            look = replace(usual, sort=look.sort, descending=look.descending)
        self._choice.keeps = False
        self._choice.show(look)
        self._choice.keeps = not own
        self._listed.families.set_current(view.wants.get(_FAMILY, ("",))[0])
        self._listed.filters.want(view.wants)
        self._search.setText(view.typed)
