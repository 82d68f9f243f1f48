"""Opens the table of what a customer decides by, and how we stand in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.quoting.position import factor_rows, read_factors, set_factors

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.ui.dialogs.rows_dialog import RowsDialog
    from app.ui.presenting.speaker import Speaker
    from app.ui.session import QuoteSession


def show_position(speaker: Speaker, session: QuoteSession, parent: QWidget) -> RowsDialog:
    """Let the user edit the factors of the open quote as a table, in one step of undo."""
    from app.ui.dialogs.rows_dialog import RowsDialog
    from app.ui.presenting.position_table import position_table, wrong_factor

    table, rows = position_table(speaker), factor_rows(session.quote)
    dialog = RowsDialog(table, rows, lambda texts: wrong_factor(speaker, texts), parent)

    def apply() -> None:
        factors, _ = read_factors(dialog.rows.rows())
        session.apply("position", lambda quote: set_factors(quote, factors))

    dialog.accepted.connect(apply)
    dialog.open()
    return dialog
