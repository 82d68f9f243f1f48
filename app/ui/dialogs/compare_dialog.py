"""Differences between two catalogue versions, or between the draft and its base, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from app.ui.dialogs.form_dialog import FormDialog
from app.ui.latest import Latest
from app.ui.presenting.differences import (
    difference_columns,
    difference_rows,
    difference_summary,
)
from app.ui.tokens import Space
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.parts import make_label
from catalog.comparison import compare

if TYPE_CHECKING:
    from app.services.workspace import Workspace
    from app.ui.draft_session import DraftSession
    from app.ui.page import Surroundings
    from catalog.comparison import Difference
    from catalog.product_catalog import ProductCatalog

_SIZE = (880, 420)


class _Differences(FormDialog):
    """A table of differences with their count over it; closed by its one button."""

    def __init__(self, around: Surroundings, title: str, close: str, parent: QWidget) -> None:
        super().__init__(title, close, parent)
        self.only_show()
        self._around = around
        self.summary = make_label("", "second")
        self.summary.setWordWrap(True)
        self.table = DataTable(difference_columns(around.speaker), title)
        self.table.setMinimumSize(*_SIZE)
        self.body.addWidget(self.summary)
        self.body.addWidget(self.table, 1)

    def show_differences(
        self, found: tuple[Difference, ...], old: ProductCatalog, new: ProductCatalog
    ) -> None:
        speaker = self._around.speaker
        same = self.tr("Nothing differs.")
        self.summary.setText(difference_summary(speaker, found) if found else same)
        self.table.set_rows(difference_rows(speaker, found, old, new))


class DraftChanges(_Differences):
    """What the draft changes."""

    def __init__(self, around: Surroundings, session: DraftSession, parent: QWidget) -> None:
        """Compare the draft with the version that it began with."""
        super().__init__(around, self.tr("Changes of the draft"), self.tr("Close"), parent)
        from catalog.product_catalog import ProductCatalog

        found = compare(session.base, session.content)
        self.show_differences(found, ProductCatalog(session.base), session.catalog)


class CompareDialog(_Differences):
    """Any two versions; the newest and the one before it at first."""

    def __init__(self, around: Surroundings, workspace: Workspace, parent: QWidget) -> None:
        """Offer the versions of a workspace."""
        super().__init__(around, self.tr("Compare versions"), self.tr("Close"), parent)
        self._workspace = workspace
        self._found: Latest[tuple[tuple[Difference, ...], ProductCatalog, ProductCatalog]] = Latest(
            around.tasks, lambda done: self.show_differences(*done)
        )
        self.old, self.new = QComboBox(), QComboBox()
        versions = workspace.catalogs.versions()
        for combo, name, first in (
            (self.old, self.tr("Older version"), 1),
            (self.new, self.tr("Newer version"), 0),
        ):
            combo.setAccessibleName(name)
            for one in versions:
                combo.addItem(f"{one.version} · {one.title} · {one.imported_on}", one.version)
            combo.setCurrentIndex(min(first, combo.count() - 1))
            combo.currentIndexChanged.connect(self._compare)
        row = QHBoxLayout()
        row.setSpacing(Space.SM)
        row.addWidget(self.old, 1)
        row.addWidget(make_label("→", "second"))
        row.addWidget(self.new, 1)
        self.body.insertLayout(0, row)
        self._compare()

    def _compare(self) -> None:
        workspace = self._workspace
        old, new = self.old.currentData(), self.new.currentData()
        self.summary.setText(self.tr("Comparing…"))

        def work() -> tuple[tuple[Difference, ...], ProductCatalog, ProductCatalog]:
            before, after = workspace.catalog_version(old), workspace.catalog_version(new)
            return compare(before.content, after.content), before, after

        self._found.look_up(work)
