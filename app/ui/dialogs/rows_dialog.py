"""A wide table in a dialog: typed or pasted from a spreadsheet, taken back, taken as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from app.ui.dialogs.form_dialog import FormDialog
from app.ui.tokens import Space
from app.ui.widgets.checked_rows import CheckedRows
from app.ui.widgets.parts import make_button, make_icon_button, make_label
from app.ui.widgets.rows_edit import RowsEdit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QAbstractButton, QWidget

    from app.ui.presenting.row_table import RowTable
    from app.ui.widgets.checked_rows import WrongCell
    from app.ui.widgets.rows_edit import Texts

_WIDTH = 1080
_LINES = 9


class RowsDialog(FormDialog):
    """Lets the user edit rows; a row without a reading keeps it open."""

    def __init__(
        self,
        table: RowTable,
        rows: Sequence[Sequence[str]],
        check: Callable[[Texts], WrongCell | None],
        parent: QWidget,
    ) -> None:
        """Show rows.

        Args:
            table: Titles, columns and their words.
            rows: As they are.
            check: What is wrong with rows.
            parent: Window that it belongs to.
        """
        super().__init__(table.title, self.tr("Apply"), parent)
        self.setMinimumWidth(min(_WIDTH, parent.width() - 2 * Space.XL))
        self.agree.setDefault(False)  # Enter belongs to the cells
        self.agree.setAutoDefault(False)
        titles = [column.title for column in table.columns]
        words = {at: column.words for at, column in enumerate(table.columns) if column.words}
        widths = {at: column.width for at, column in enumerate(table.columns)}
        self.rows = RowsEdit(titles, table.title, lines=_LINES, words=words, widths=widths)
        self.rows.set_rows(rows)
        self.checked = CheckedRows(self.rows, check)
        about = make_label(table.about, "second")
        about.setWordWrap(True)
        self.body.addWidget(about)
        self.undo = self._tool("undo-2", self.tr("Undo"), QKeySequence.StandardKey.Undo)
        self.redo = self._tool("redo-2", self.tr("Redo"), QKeySequence.StandardKey.Redo)
        self.paste = make_button(self.tr("Paste rows"), "quiet", icon="clipboard-paste")
        self.remove = make_button(self.tr("Remove rows"), "quiet", icon="trash-2")
        self._lay_out()
        self.undo.clicked.connect(self.rows.undo)
        self.redo.clicked.connect(self.rows.redo)
        self.paste.clicked.connect(self._paste)
        self.remove.clicked.connect(self.rows.remove_rows)
        self.rows.edited.connect(self._show_state)
        self._show_state()
        self.rows.setFocus()
        self.rows.setCurrentCell(0, 0)

    def _tool(self, icon: str, text: str, key: QKeySequence.StandardKey) -> QAbstractButton:
        button = make_icon_button(icon, text)
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.activated.connect(button.click)
        return button

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(Space.XS)
        for button in (self.undo, self.redo, self.paste, self.remove):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            tools.addWidget(button)
        tools.addStretch()
        self.body.addLayout(tools)
        self.body.addWidget(self.checked)

    def _paste(self) -> None:
        self.rows.paste(QGuiApplication.clipboard().text())
        self.rows.setFocus()

    def _show_state(self) -> None:
        self.undo.setEnabled(self.rows.can_undo)
        self.redo.setEnabled(self.rows.can_redo)

    def accept(self) -> None:
        """Take the rows, or go to the cell that has no reading."""
        self.setFocus()  # an editor that is still open commits
        wrong = self.checked.wrong()
        if wrong is None:
            super().accept()
            return
        self.rows.setFocus()
        self.rows.setCurrentCell(max(0, wrong.row), max(0, wrong.column))
