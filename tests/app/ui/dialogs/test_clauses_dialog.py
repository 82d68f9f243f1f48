"""The dialog of clauses: alternatives, clauses that do not apply, versions, what needs approval."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.figures import Figures
from app.services.clause_library import load_clauses
from app.translation import load_words
from app.ui.dialogs.clauses_dialog import ClausesDialog
from app.ui.presenting.speaker import Speaker

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.quoting.clause import QuoteClause

LIBRARY = load_clauses()
BY_ID = {one.clause.id: one.clause for one in LIBRARY}


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """What the dialog belongs to; it must outlive it."""
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def _opened(window: QWidget, *chosen: QuoteClause) -> ClausesDialog:
    speaker = Speaker(load_words("en"), Figures("en"), QCoreApplication.translate)
    dialog = ClausesDialog(chosen, LIBRARY, {"offering": ("LINE",)}, speaker, window)
    dialog.open()
    return dialog


def test_of_alternatives_only_the_last_one_ticked_is_taken(window: QWidget) -> None:
    """Two clauses on payment cannot stand in one contract."""
    dialog = _opened(window, BY_ID["payment_45"])
    assert dialog.boxes["payment_45"].isChecked()
    dialog.boxes["payment_quarter"].setChecked(True)
    dialog.boxes["data_security"].setChecked(True)
    assert {one.id for one in dialog.clauses()} == {"payment_quarter", "data_security"}


def test_clause_that_does_not_apply_cannot_be_ticked_but_can_be_taken_out(window: QWidget) -> None:
    """Credits for a service level need the service level."""
    free = _opened(window).boxes["sla_credit"]
    assert not free.isEnabled()
    assert free.text().endswith("does not apply to this quote")
    assert _opened(window, BY_ID["sla_credit"]).boxes["sla_credit"].isEnabled()


def test_what_needs_approval_and_what_is_old_is_told(window: QWidget) -> None:
    """Before it is ticked; a chosen version stays as it was chosen."""
    old = msgspec.structs.replace(BY_ID["data_security"], version=0)
    dialog = _opened(window, old)
    assert "needs approval" in dialog.boxes["payment_45"].text()
    assert "needs approval" in dialog.boxes["data_security"].text()  # no text of the library
    assert "version 0, the library has 1" in dialog.boxes["data_security"].text()
    assert "needs approval" not in dialog.boxes["regulated_price"].text()
    assert dialog.clauses() == (old,)
