"""SourcesStrip: under the chart, which file and row the figures that are chosen come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.services.bill_sources import sourced_figures
from app.ui.latest import Latest
from app.ui.presenting.sources import source_sentence
from app.ui.tokens import Space
from app.ui.widgets.parts import make_button, make_label

if TYPE_CHECKING:
    from app.services.bill_sources import BillSources, SourcedFigure
    from app.services.workspace import Workspace
    from app.ui.page import Surroundings
    from catalog.period import Month
    from pricing.bills import BillComponent


class SourcesStrip(QWidget):
    """Says it in a line, and shows every figure with its place in a dialog.

    The places of all figures of a customer are read once, beside the window.
    """

    def __init__(self, around: Surroundings) -> None:
        """Begin without a customer."""
        super().__init__()
        self._around = around
        self.workspace: Workspace | None = None
        self._customer = ""
        self._asked = ""
        self._sources: BillSources | None = None
        self._components: tuple[BillComponent, ...] = ()
        self._month: Month = ""
        self._looked_up: Latest[tuple[str, BillSources]] = Latest(around.tasks, self._take)
        self.told = make_label("", "caption")
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.more = make_button(self.tr("Where from?"), "link", icon="file-search")
        self.more.setToolTip(self.tr("File, sheet and row of every figure of the month"))
        self.more.clicked.connect(self.show_all)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.SM)
        row.addWidget(self.told, 1)
        row.addWidget(self.more)

    def forget(self, customer: str) -> None:
        """Have another customer, or the same one whose bills may be other ones now."""
        self._customer, self._asked, self._sources = customer, "", None

    def show_figures(self, components: tuple[BillComponent, ...], month: Month) -> None:
        """Say where the figures of some components in a month come from."""
        self._components, self._month = components, month
        workspace, customer = self.workspace, self._customer
        if self._sources is None and workspace is not None and self._asked != customer:
            self._asked = customer
            self._looked_up.look_up(lambda: (customer, workspace.bill_imports.sources(customer)))
        self._tell()

    def figures(self) -> tuple[SourcedFigure, ...]:
        """The figures that are chosen with their places, as far as they are known."""
        return tuple(sourced_figures(self._sources or {}, self._components, self._month))

    def show_all(self) -> None:
        """Show every figure of the month with file, sheet and row."""
        from app.ui.dialogs.sources_dialog import SourcesDialog

        dialog = SourcesDialog(self._around.speaker, self._month, self.figures(), self.window())
        dialog.open()

    def _take(self, found: tuple[str, BillSources]) -> None:
        customer, sources = found
        if customer == self._customer:
            self._sources = sources
            self._tell()

    def _tell(self) -> None:
        known = self._sources is not None
        text = source_sentence(self._around.speaker, self.figures()) if known else ""
        self.told.setText(text)
        self.more.setEnabled(known and bool(self._components))
