"""Opens the table of a quote's needs: priority, owner, day, evidence, and what answers each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.quoting.need_edits import set_needs_with_facts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.ui.dialogs.rows_dialog import RowsDialog
    from app.ui.presenting.speaker import Speaker
    from app.ui.session import QuoteSession


def show_needs(speaker: Speaker, session: QuoteSession, parent: QWidget) -> RowsDialog:
    """Let the user edit the needs of the open quote as a table, in one step of undo."""
    from app.ui.dialogs.rows_dialog import RowsDialog
    from app.ui.presenting.need_table import NeedTable

    table = NeedTable(speaker, session.quote, session.basis.catalog)
    dialog = RowsDialog(table.table, table.rows(), table.wrong, parent)

    def apply() -> None:
        facts, met = table.read(dialog.rows.rows())
        session.apply("needs", lambda quote: set_needs_with_facts(quote, facts, met))

    dialog.accepted.connect(apply)
    dialog.open()
    return dialog
