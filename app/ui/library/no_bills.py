"""What the analysis says of a customer without bills."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.ui.widgets.empty_state import EmptyState


class NoBills(EmptyState):
    """Offers to import bills."""

    def __init__(self) -> None:
        """Say what belongs here."""
        translate = QCoreApplication.translate
        super().__init__(
            "chart-column",
            translate("NoBills", "No bills yet"),
            translate("NoBills", "Import bills of the customer to see what they say."),
            translate("NoBills", "Import bills"),
        )
