"""LibraryDialog: a list of the sales library, typed or pasted; proof is attached as a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from app.quoting.library_sheets import COLUMNS, LibrarySheet
from app.ui.dialogs.rows_dialog import RowsDialog
from app.ui.presenting.library_table import LibraryTable
from app.ui.widgets.parts import make_button

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from app.quoting.sales_library import SalesLibrary
    from app.services.workspace import Workspace
    from app.ui.page import Surroundings
    from app.ui.widgets.rows_edit import Texts
    from catalog.selling_points import Leaflet

_PROOF = "proof"


class LibraryDialog(RowsDialog):
    """Lets the user edit one list of the library."""

    def __init__(
        self,
        around: Surroundings,
        workspace: Workspace,
        library: SalesLibrary,
        sheet: LibrarySheet,
        parent: QWidget,
    ) -> None:
        """Show a list."""
        self._library = LibraryTable(around.speaker, library, sheet, workspace.catalog())
        super().__init__(self._library.table, self._library.rows(), self._library.wrong, parent)
        self._around, self._workspace = around, workspace
        self._proof = COLUMNS[sheet].index(_PROOF) if _PROOF in COLUMNS[sheet] else -1
        self.attach = make_button(self.tr("Attach proof…"), "quiet", icon="upload")
        self.attach.setToolTip(self.tr("PDF, PNG or JPEG, for the row that is chosen"))
        self.attach.setAutoDefault(False)
        self.attach.clicked.connect(self._choose)
        self.attach.setVisible(self._proof >= 0)
        self.buttons.insertWidget(0, self.attach)

    def edit(self) -> Callable[[SalesLibrary], SalesLibrary]:
        """What puts this list, as it stands here now, into a library; it may run on a thread."""
        rows: Texts = self.rows.rows()
        table = self._library
        return lambda library: table.read(library, rows)

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Attach proof"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("PDF or picture (*.pdf *.png *.jpg *.jpeg)"))
        dialog.fileSelected.connect(lambda name: self.bring((Path(name),)))
        dialog.open()

    def bring(self, files: Sequence[Path]) -> None:
        """Keep a file, and name it in the row that is chosen."""
        workspace, row = self._workspace, max(0, self.rows.currentRow())

        def work(_task: object) -> tuple[Leaflet, ...]:
            from app.services.leaflets import keep_leaflets

            return keep_leaflets(workspace, files)

        def done(kept: tuple[Leaflet, ...]) -> None:
            for one in kept:
                self.rows.put(row, self._proof, self._library.keep(one))

        self._around.tasks.run(work, done, self._around.tell)
