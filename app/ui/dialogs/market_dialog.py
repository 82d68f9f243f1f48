"""MarketDialog: classes, thresholds, weights and the other tables kept about the market."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget

from app.errors import QuotewrightError
from app.quoting.market.tables import MarketTable
from app.services.market import market_of
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.dialogs.market_editor import MarketEditor
from app.ui.tokens import Space
from app.ui.widgets.parts import make_button, make_icon_button
from app.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton, QWidget

    from app.quoting.market.values import Market
    from app.services.market_exchange import MarketReading
    from app.services.workspace import Workspace
    from app.ui.page import Surroundings

_WIDTH = 1000


class MarketDialog(FormDialog):
    """Edits the tables; each edit is stored when it is made. ``changed()``: something is stored."""

    changed = Signal()

    def __init__(
        self, around: Surroundings, workspace: Workspace, table: MarketTable, parent: QWidget
    ) -> None:
        """Show the tables of a workspace, one of them in front."""
        super().__init__(self.tr("Market tables"), self.tr("Close"), parent)
        self.only_show()
        self.agree.setDefault(False)  # Enter belongs to the cells
        self.agree.setAutoDefault(False)
        self.setMinimumWidth(min(_WIDTH, parent.width() - 2 * Space.XL))
        self._around, self._workspace = around, workspace
        words = around.speaker.words
        names = [(str(one), words(f"market_table.{one}.name")) for one in MarketTable]
        self.tabs = Segmented(names, table, self.tr("Table"))
        self.tabs.chosen.connect(self.show_table)
        self.editors = {str(one): MarketEditor(around.speaker, one) for one in MarketTable}
        self._stack = QStackedWidget()
        for editor in self.editors.values():
            editor.edited.connect(self._store)
            editor.rows.edited.connect(self._show_state)
            self._stack.addWidget(editor)
        self.undo = self._tool("undo-2", self.tr("Undo"), QKeySequence.StandardKey.Undo)
        self.redo = self._tool("redo-2", self.tr("Redo"), QKeySequence.StandardKey.Redo)
        self.undo.clicked.connect(lambda: self._move(back=True))
        self.redo.clicked.connect(lambda: self._move(back=False))
        self.bring = make_button(self.tr("Import…"), "quiet", icon="file-up")
        self.write = make_button(self.tr("Export…"), "quiet", icon="download")
        self.bring.clicked.connect(self._choose_import)
        self.write.clicked.connect(self._choose_export)
        for at, button in enumerate((self.undo, self.redo, self.bring, self.write)):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.buttons.insertWidget(at, button)
        head = QHBoxLayout()
        head.addWidget(self.tabs)
        head.addStretch()
        self.body.addLayout(head)
        self.body.addWidget(self._stack)
        self._show(anew=True)
        self.show_table(table)

    def _tool(self, icon: str, text: str, key: QKeySequence.StandardKey) -> QAbstractButton:
        button = make_icon_button(icon, text)
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.activated.connect(button.click)
        return button

    def show_table(self, table: str) -> None:
        """Bring a table to the front, and the keyboard into it."""
        self.tabs.set_current(table)
        self._stack.setCurrentWidget(self.editors[table])
        self.editors[table].begin()

    def _show(self, *, anew: bool) -> None:
        market = market_of(self._workspace)
        for editor in self.editors.values():
            editor.show_market(market, anew=anew)
        self._show_state()

    def _show_state(self) -> None:
        state = self._workspace.market.state()
        unread = any(editor.checked.wrong() is not None for editor in self.editors.values())
        self.undo.setEnabled(unread or state.undo is not None)
        self.redo.setEnabled(state.redo is not None)

    def _store(self, table: str, before: Market, after: Market) -> None:
        try:
            self._workspace.market.commit(table, before, after, self._around.clock())
        except QuotewrightError as failure:
            self._around.tell(failure)
            self._show(anew=True)
            return
        self._show(anew=False)
        self.changed.emit()

    def _move(self, *, back: bool) -> None:
        if back and any(one.checked.wrong() is not None for one in self.editors.values()):
            self._show(anew=True)  # what has no reading was never stored
            return
        store = self._workspace.market
        try:
            table = store.undo() if back else store.redo()
        except QuotewrightError as failure:
            self._around.tell(failure)
            return
        if table is not None:
            self.show_table(table)
            self._show(anew=True)
            self.changed.emit()

    # ------------------------------------------------------------ files

    def _choose_export(self) -> None:
        asked = QFileDialog(self, self.tr("Export market tables"))
        asked.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        asked.setNameFilters([self.tr("Workbook (*.xlsx)")])
        asked.setDefaultSuffix("xlsx")
        asked.fileSelected.connect(lambda file: self.export_to(Path(file)))
        asked.open()

    def export_to(self, path: Path) -> None:
        """Write every table to a workbook."""
        market, day = market_of(self._workspace), self._around.clock().date()
        words = self._around.speaker.words

        def work(_task: object) -> None:
            from app.services.market_exchange import export_market

            export_market(market, path, day=day, words=words)

        def tell(_none: object) -> None:
            told = self.tr("The tables are written to {file}; the file is internal")
            self._around.toasts.show_news(told.format(file=path.name), "ok")

        self._around.tasks.run(work, tell, self._around.tell)

    def _choose_import(self) -> None:
        asked = QFileDialog(self, self.tr("Import market tables"))
        asked.setFileMode(QFileDialog.FileMode.ExistingFile)
        asked.setNameFilters([self.tr("Tables (*.xlsx *.xls *.csv)")])
        asked.fileSelected.connect(lambda file: self.import_from(Path(file)))
        asked.open()

    def import_from(self, path: Path) -> None:
        """Read tables from a file; one that has a finding changes nothing."""
        workspace = self._workspace

        def work(_task: object) -> MarketReading:
            from app.services.market_exchange import read_market_file

            return read_market_file(workspace, path)

        self._around.tasks.run(work, self._take, self._around.tell)

    def _take(self, reading: MarketReading) -> None:
        from app.services.market_exchange import store_reading

        if reading.problems:
            from app.ui.dialogs.pasted_dialog import PastedDialog

            PastedDialog(self._around, reading.problems, self, from_file=True).open()
            return
        try:
            store_reading(self._workspace, reading, self._around.clock())
        except QuotewrightError as failure:
            self._around.tell(failure)
        self._show(anew=True)
        if reading.tables:
            self.show_table(reading.tables[0])
        self.changed.emit()
        told = self.tr("{count} tables changed").format(count=len(reading.tables))
        self._around.toasts.show_news(told, "ok")
