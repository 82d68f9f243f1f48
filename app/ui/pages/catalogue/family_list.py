"""The families beside the catalogue's table, with how much each has of what is looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QTimer

from app.ui.latest import Latest
from app.ui.presenting.catalogue_rows import family_rows
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.rows import ColumnSpec
from catalog.search import Typing
from catalog.selection import BUNDLES, Selection, family_counts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.ui.page import Surroundings
    from catalog.product_catalog import CatalogContent
    from catalog.search import CatalogIndex

_PAUSE_MS = 120

_ROOMY = 1420
"""Pixels of a window in which names and numbers have room side by side."""


class _Asked(NamedTuple):
    """What is looked for, whatever family is chosen."""

    content: CatalogContent
    typed: str
    wanted: Selection
    looked_in: CatalogIndex | None


class FamilyList(DataTable):
    """Everything, the bundles and each family; what is counted comes a moment after it changed."""

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        """Begin without a catalogue."""
        translate = surroundings.speaker.translate
        columns = (
            ColumnSpec("family", translate("FamilyList", "Family"), 0, "left"),
            ColumnSpec("count", translate("FamilyList", "Count"), 68, min_window=_ROOMY),
        )
        title = translate("FamilyList", "Families")
        super().__init__(columns, title, compact=True, parent=parent)
        self._around = surroundings
        self._all: dict[str, int] = {}
        """How many of each there are, in the order of the catalogue."""
        self._told: dict[str, int] = {}
        self._asked: _Asked | None = None
        self._counts: Latest[dict[str, int]] = Latest(surroundings.tasks, self._show)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._count)

    def show_groups(self, content: CatalogContent) -> None:
        """Show the families of a catalogue, everything counted."""
        self._all, self._told = family_counts(content), {}
        self._show(self._all)
        if not self.currentIndex().isValid():
            self.blockSignals(True)  # nobody chose it
            self.set_current("")
            self.blockSignals(False)

    def count(
        self, content: CatalogContent, typed: str, wanted: Selection, index: CatalogIndex | None
    ) -> None:
        """Count soon, beside the window, what each family has.

        Args:
            content: What is shown.
            typed: What is looked for in it.
            wanted: What is wanted; its family does not matter.
            index: Of the content; what is typed is not counted before it is there.
        """
        self._asked = _Asked(content, typed, wanted, index)
        self._pause.start()

    def _count(self) -> None:
        asked = self._asked
        if asked is None or not self._around.tasks.takes_work:
            return
        content, typed, wanted, index = asked
        if not typed and wanted == Selection(family=wanted.family):
            self._counts.look_up(lambda: self._all)
        elif not typed:
            self._counts.look_up(lambda: family_counts(content, wanted))
        elif index is not None:
            self._counts.look_up(lambda: Typing(index).family_counts(typed, wanted))

    def _show(self, counts: dict[str, int]) -> None:
        if counts == self._told:
            return
        self._told = counts
        families = [family for family in self._all if family != BUNDLES]
        self.blockSignals(True)  # the chosen family stays chosen
        self.set_rows(family_rows(self._around.speaker, families, counts))
        self.blockSignals(False)
