"""VariantTable: variants of a quote side by side; how far one may go alone follows by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.quoting.freezing import trial_of
from app.quoting.negotiation import most_alone
from app.ui.presenting.variants import told_refusals, variant_columns, variant_rows
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.parts import make_label

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from decimal import Decimal

    from app.quoting.negotiation import Variant
    from app.ui.presenting.speaker import Speaker
    from app.ui.session import QuoteSession

_HIGH = 400


class VariantTable(QWidget):
    """Shows variants; ``typed(key, row, text)`` fires when a figure of one was typed.

    The largest concession within own authority is found one trial at a time, so that nobody waits.
    """

    typed = Signal(str, str, str)

    def __init__(self, speaker: Speaker, session: QuoteSession, name: str, parent: QWidget) -> None:
        """Begin without variants."""
        super().__init__(parent)
        self._speaker, self._session, self._name = speaker, session, name
        self._titles: tuple[str, ...] = ()
        self._typed: tuple[str, ...] = ()
        self.variants: tuple[Variant, ...] = ()
        self.room: dict[str, Decimal | None] = {}
        self._known: dict[str, tuple[Variant, Decimal | None]] = {}
        self.table = DataTable(variant_columns(speaker, ("",)), name, compact=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.table)
        self.refused = make_label("", "error")
        self.refused.setWordWrap(True)
        self._column.addWidget(self.refused)
        self._steps: Generator[None, None, None] | None = None
        self._pause = QTimer(self)
        self._pause.setInterval(0)
        self._pause.timeout.connect(self._step)
        self.setMinimumHeight(_HIGH)

    @property
    def working(self) -> bool:
        """Whether something is still to be found."""
        return self._pause.isActive()

    def show_variants(
        self, variants: Sequence[Variant], titles: Sequence[str], typed: Sequence[str]
    ) -> None:
        """Show these; rows named in ``typed`` can be typed into but for the first column."""
        self.variants, self._typed = tuple(variants), tuple(typed)
        if tuple(titles) != self._titles:
            self._titles = tuple(titles)
            self._replace_table()
        self.room = {
            one.key: known[1]
            for one in self.variants
            if (known := self._known.get(one.key)) is not None and known[0].worked is one.worked
        }
        self._show()
        catalog = self._session.basis.catalog
        self.refused.setText(told_refusals(self._speaker, catalog, self.variants, self._titles))
        self.refused.setVisible(bool(self.refused.text()))
        self._steps = self._find_room()
        self._pause.start()

    def forget(self) -> None:
        """Look for nothing any more."""
        self._pause.stop()
        self._steps = None

    def _replace_table(self) -> None:
        """Other columns need another table."""
        key, column = self.table.current_key(), self.table.current_column()
        before = self.table
        self.table = DataTable(
            variant_columns(self._speaker, self._titles), self._name, compact=True
        )
        self.table.cell_edited.connect(self._relay)
        self._column.replaceWidget(before, self.table)
        before.hide()
        before.deleteLater()
        if key:
            QTimer.singleShot(0, self.table, lambda: self.table.set_current(key, column))

    def _relay(self, row: str, column: int, text: str) -> None:
        if 0 < column <= len(self.variants):
            self.typed.emit(self.variants[column - 1].key, row, text)

    def _show(self) -> None:
        if self.variants:
            rows = variant_rows(self._speaker, self.variants, self._typed, self.room)
            self.table.set_rows(rows)

    def _step(self) -> None:
        if self._steps is None or next(self._steps, self) is self:
            self._pause.stop()

    def _find_room(self) -> Generator[None, None, None]:
        for one in self.variants:
            if one.key in self.room:
                continue
            basis = self._session.basis.of(one.worked.revision.quote)
            trial = trial_of(one.worked, basis.catalog, basis.rules, basis.around)
            found = yield from most_alone(trial)
            self.room[one.key] = found
            self._known[one.key] = (one, found)
            self._show()
