"""What the customer decides by is typed as a table with the quote, and printed in the briefing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.quoting.buying_factor import BuyingFactor
from app.ui.dialogs.briefing_desk import BriefingDesk
from app.ui.dialogs.rows_dialog import RowsDialog
from tests.journeys.steps import open_quote
from tests.journeys.test_bills import workspace_of

if TYPE_CHECKING:
    from pathlib import Path

    from app.ui.hand import Hand


def test_the_position_stands_with_the_quote_and_in_the_briefing(hand: Hand, tmp_path: Path) -> None:
    """Found with Ctrl+K, pasted, refused with a mark of 9, taken back with Ctrl+Z."""
    session = open_quote(hand, "Q0001")
    hand.shortcut(Qt.Key.Key_K)
    hand.enter("竞争位置")
    hand.wait_idle()
    hand.press(Qt.Key.Key_Return)
    dialog = hand.dialog(RowsDialog)
    QGuiApplication.clipboard().setText("价格\t5\t4\t9\t园长在意\n")
    hand.click(dialog.paste)
    hand.click(dialog.agree)
    assert dialog.isVisible()
    dialog.rows.set_rows((("价格", "5", "4", "2", "园长在意"),))
    hand.click(dialog.agree)
    hand.wait_idle()
    factor = BuyingFactor("价格", 5, 4, 2, "园长在意")
    assert session.quote.buying_factors == (factor,)
    file = tmp_path / "briefing.docx"
    desk = BriefingDesk(hand.window.around, workspace_of(hand), hand.window)
    desk.write(session.quote.customer, session.quote, file, show=False)
    hand.wait_idle()
    texts = [paragraph.text for paragraph in Document(str(file)).paragraphs]
    assert "· 价格：重要 5 × 能力 4 × 关系 2 = 40/125 · 园长在意" in texts
    hand.shortcut(Qt.Key.Key_Z)
    hand.wait_idle()
    assert not session.quote.buying_factors
