"""KeyboardDialog: every action with its keys; other keys are pressed, checked, and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QKeySequenceEdit, QLineEdit, QWidget

from app.services.own_keys import can_be_key, holder_of, keys_of
from app.ui.dialogs.form_dialog import FormDialog
from app.ui.theme import set_role
from app.ui.tokens import Space
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.parts import make_button, make_label
from app.ui.widgets.rows import Cell, ColumnSpec, TableRow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.ui.actions import ActionSpec

_SIZE = (640, 420)


class KeyboardDialog(FormDialog):
    """Shows the keys; ``own`` is what the user chose, by the identifier of the action."""

    def __init__(
        self, specs: Sequence[ActionSpec], own: Mapping[str, str], parent: QWidget
    ) -> None:
        """List every action with the keys that it has now."""
        super().__init__(self.tr("Keyboard"), self.tr("Keep"), parent)
        self.own = dict(own)
        self._specs = tuple(specs)
        self._usual = {spec.id: spec.keys for spec in specs}
        self.search = QLineEdit()
        set_role(self.search, "search")
        self.search.setPlaceholderText(self.tr("Action or key"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.textChanged.connect(lambda _text: self._show())
        columns = (
            ColumnSpec("action", self.tr("Action"), 0, "left"),
            ColumnSpec("keys", self.tr("Keys"), 190, "left"),
            ColumnSpec("usual", self.tr("Usual keys"), 160, "left"),
        )
        self.table = DataTable(columns, self.tr("Actions and keys"), compact=True)
        self.table.setMinimumSize(*_SIZE)
        self.table.opened.connect(lambda _key: self._want())
        self.table.current_changed.connect(lambda _key: self._begin())
        self.keys = QKeySequenceEdit()
        self.keys.setMaximumSequenceLength(1)
        self.keys.setAccessibleName(self.tr("New keys"))
        self.keys.editingFinished.connect(self.take)
        self.nothing = make_button(self.tr("No keys"))
        self.nothing.clicked.connect(lambda: self._set(""))
        self.usual = make_button(self.tr("Usual keys"))
        self.usual.clicked.connect(self.go_back)
        self.all_usual = make_button(self.tr("All as usual"))
        self.all_usual.clicked.connect(self._forget_all)
        self._build()
        self._show()

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(Space.SM)
        row.addWidget(make_label(self.tr("New keys"), "second"))
        row.addWidget(self.keys, 1)
        for button in (self.nothing, self.usual, self.all_usual):
            button.setAutoDefault(False)
            row.addWidget(button)
        self.body.addWidget(self.search)
        self.body.addWidget(self.table)
        self.body.addLayout(row)

    def _want(self) -> None:
        self.keys.setFocus()

    def take(self) -> None:
        """Give the keys that were pressed to the chosen action, unless they cannot be its."""
        keys = self.keys.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        action = self.table.current_key()
        if not keys or not action:
            return
        other = holder_of(keys, action, self._usual, self.own)
        if not can_be_key(keys):
            told = self.tr("{keys} cannot be used: it is typed or has a meaning of its own.")
            self.show_problem(told.format(keys=keys))
        elif other:
            told = self.tr("{keys} belongs to “{other}”. Give that one other keys first.")
            self.show_problem(told.format(keys=keys, other=self._name(other)))
        else:
            self._set(keys)

    def go_back(self) -> None:
        """Let the chosen action have its usual keys again, where nobody has them meanwhile."""
        action = self.table.current_key()
        for keys in self._usual.get(action, ()):
            if other := holder_of(keys, action, self._usual, self.own):
                told = self.tr("{keys} belongs to “{other}”. Give that one other keys first.")
                self.show_problem(told.format(keys=keys, other=self._name(other)))
                return
        self.own.pop(action, None)
        self._begin()
        self._show()

    def _set(self, keys: str) -> None:
        action = self.table.current_key()
        if action:
            self.own[action] = keys
            self._begin()
            self._show()

    def _forget_all(self) -> None:
        self.own.clear()
        self._begin()
        self._show()

    def _begin(self) -> None:
        self.keys.clear()
        self.show_problem("")

    def _show(self) -> None:
        words = self.search.text().casefold().split()
        rows = [self._row(spec) for spec in self._specs]
        shown = [row for row in rows if all(word in _text(row) for word in words)]
        self.table.set_rows(shown)
        if shown and not self.table.current_key():
            self.table.set_current(shown[0].key)

    def _row(self, spec: ActionSpec) -> TableRow:
        now = "  ".join(keys_of(spec.id, spec.keys, self.own))
        changed = spec.id in self.own
        usual = "  ".join(spec.keys) if changed else ""
        return TableRow(
            spec.id,
            spec.text.rstrip("…"),
            cells=(Cell(now or "–", tone="strong" if changed else "normal"), Cell(usual)),
        )

    def _name(self, action: str) -> str:
        return next(spec.text.rstrip("…") for spec in self._specs if spec.id == action)


def _text(row: TableRow) -> str:
    return f"{row.title} {row.cells[0].text}".casefold()
