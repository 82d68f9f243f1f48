"""The dialog that takes something off the whole quote."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.figures import Figures
from app.translation import load_words
from app.ui.dialogs.discount_dialog import DiscountDialog
from app.ui.presenting.speaker import Speaker
from pricing.quote_wide import QuoteDiscount

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_wrong_text_keeps_the_dialog_open(qtbot: QtBot) -> None:
    """It says what to type; a right text is accepted."""
    window = QWidget()
    qtbot.addWidget(window)
    speaker = Speaker(load_words("en"), Figures("en"), QCoreApplication.translate)
    dialog = DiscountDialog("", speaker, window)
    accepted: list[QuoteDiscount | None] = []
    dialog.accepted.connect(lambda: accepted.append(dialog.discount))
    dialog.open()
    dialog.field.setText("a lot")
    dialog.agree.click()
    assert accepted == []
    assert dialog.isVisible()
    dialog.field.setText("5%")
    dialog.agree.click()
    assert accepted == [QuoteDiscount(percent=Decimal(5))]
