"""What one does with the lines of a draft: type, duplicate, add, withdraw, remove, paste."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from app.ui.presenting.catalogue_rows import EDITED, edit_columns
from app.ui.presenting.draft_fields import why_not
from app.ui.presenting.pasted_items import cells_of, is_figure
from app.ui.tokens import Space
from app.ui.widgets.parts import make_button
from catalog.cell_text import CellFault
from catalog.draft_fields import CHARGE_FIELDS, TypedCell, set_charge_field, typed_cells

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from app.ui.page import Surroundings
    from app.ui.pages.catalogue.draft_desk import DraftDesk
    from app.ui.widgets.data_table import DataTable
    from catalog.problem import Problem


class DraftTools(QWidget):
    """Buttons over the table of the draft, its keys and its menu; edits go to the desk."""

    def __init__(
        self,
        surroundings: Surroundings,
        desk: DraftDesk,
        table: DataTable,
        parent: QWidget | None = None,
    ) -> None:
        """Work on a table."""
        super().__init__(parent)
        self._around = surroundings
        self._desk = desk
        self._table = table
        self._names = tuple(column.id for column in edit_columns(surroundings.speaker))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XXS)
        named = (
            ("copy", self.tr("Duplicate"), "Ctrl+D", self._duplicate),
            ("plus", self.tr("Add charge"), "", self._add_charge),
            ("flag", self.tr("Withdraw or sell again"), "", self._withdraw),
            ("clipboard-paste", self.tr("Paste rows"), "Ctrl+V", self._paste),
        )
        self.buttons = {}
        for icon, text, keys, deed in named:
            button = make_button(text, "quiet", icon=icon)
            button.setToolTip(f"{text} ({keys})" if keys else text)
            button.clicked.connect(deed)
            row.addWidget(button)
            self.buttons[icon] = button
        row.addStretch()
        self.hide()
        self._connect()

    def _connect(self) -> None:
        table = self._table
        table.cell_typing.connect(self._check)
        table.cell_edited.connect(self._edit)
        table.remove_requested.connect(self._remove)
        table.menu_requested.connect(self._menu)
        self._desk.refused.connect(self._refuse)
        for keys, deed in (("Ctrl+D", self._duplicate), ("Ctrl+V", self._paste)):
            shortcut = QShortcut(QKeySequence(keys), table)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(deed)

    def _check(self, _key: str, column: int, text: str) -> None:
        name = self._names[column]
        if name in EDITED:
            self._table.show_cell_problem(why_not(self._around.speaker, CHARGE_FIELDS[name], text))

    def _edit(self, key: str, column: int, text: str) -> None:
        session, name = self._desk.session, self._names[column]
        if session is None or name not in EDITED:
            return
        owner, charge = session.catalog.owner(key), session.catalog.charge(key)
        if owner is None or charge is None:
            return
        try:
            patch = set_charge_field(owner, charge, CHARGE_FIELDS[name], text)
        except CellFault as fault:
            self._tell(fault)
            return
        self._desk.apply("charge.field", patch)

    def _duplicate(self) -> None:
        self._go_to(self._desk.duplicate(self._table.current_key()))

    def _add_charge(self) -> None:
        self._go_to(self._desk.duplicate_charge(self._table.current_key()))

    def _go_to(self, made: str) -> None:
        if made:
            self._table.set_current(made)

    def _withdraw(self) -> None:
        self._desk.withdraw(self._table.current_key())

    def _remove(self, keys: tuple[str, ...]) -> None:
        for key in keys:
            self._desk.remove(key)

    def _paste(self) -> None:
        text = QGuiApplication.clipboard().text()
        if not self._paste_figures(text):
            self._desk.paste(text, self._table.current_key())

    def _paste_figures(self, text: str) -> bool:
        """Figures alone go into the cells from the keyboard's place on, as they are seen."""
        session, table = self._desk.session, self._table
        rows, index = cells_of(text), table.currentIndex()
        typed = bool(index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable)
        if session is None or not typed or not all(is_figure(one) for row in rows for one in row):
            return False
        sight = table.choice.in_sight()
        columns = [self._names[at] for at in sight[sight.index(index.column()) :]]
        keys = table.keys_from(index.row(), len(rows))
        wanted = [
            TypedCell(key, name, cell)
            for key, row in zip(keys, rows, strict=False)
            for name, cell in zip(columns, row, strict=False)
            if name in EDITED and cell
        ]
        try:
            patch = typed_cells(session.catalog, wanted)
        except CellFault as fault:
            self._tell(fault)
            return True
        self._desk.apply("paste", patch)
        return True

    def _tell(self, fault: CellFault) -> None:
        wrong, cure = self._around.speaker.finding(fault.code, fault.parameters)
        self._around.toasts.show_news(f"{wrong} {cure}", "bad")

    def _refuse(self, problems: tuple[Problem, ...]) -> None:
        from app.ui.dialogs.pasted_dialog import PastedDialog

        PastedDialog(self._around, problems, self.window()).open()

    def _menu(self, key: str, point: QPoint) -> None:
        if not key:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Duplicate"), self._duplicate)
        menu.addAction(self.tr("Add charge"), self._add_charge)
        menu.addAction(self.tr("Withdraw or sell again"), self._withdraw)
        menu.addSeparator()
        menu.addAction(self.tr("Remove charge"), lambda: self._remove((key,)))
        self._table.offer(menu, point)
