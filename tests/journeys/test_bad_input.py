"""What makes no sense is told where it was typed, with what to do; nothing is priced silently."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QLabel

from app.paths import resource
from app.ui.dialogs.fact_dialogs import DateDialog
from app.ui.dialogs.pasted_dialog import PastedDialog
from app.ui.presenting.items import QUANTITY
from tests.journeys.steps import offerings, open_quote
from tests.journeys.test_rules import rules_of, session_of

if TYPE_CHECKING:
    from pathlib import Path

    from app.ui.hand import Hand


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("0", "请输入 1 至 1,000,000"),
        ("-1", "请输入整数"),
        ("1000000000", "请输入 1 至 1,000,000"),
    ],
)
def test_a_quantity_without_sense_is_not_taken(hand: Hand, typed: str, told: str) -> None:
    """The reason stands in a note, and quantity and price stay as they were."""
    session = open_quote(hand, "Q0005")
    before = session.quote, session.worked.revision.priced.totals
    tree = hand.window.desk.studio.items.tree
    hand.edit_cell(tree, "i2", QUANTITY, typed)
    hand.wait_idle()
    assert told in hand.window.around.toasts.texts()
    assert (session.quote, session.worked.revision.priced.totals) == before


def test_an_offering_that_nobody_knows_is_not_found(hand: Hand) -> None:
    """Nothing is added, and the quote stays as it is."""
    session = open_quote(hand, "Q0001")
    hand.shortcut(Qt.Key.Key_I)
    hand.enter("NOWHERE", hand.window.desk.studio.items.search)
    hand.wait_idle()
    assert hand.hits() == []
    hand.press(Qt.Key.Key_Return)
    hand.wait_idle()
    assert offerings(session) == ["B01L"]


def test_a_day_outside_every_price_list_is_a_finding_with_a_cure(hand: Hand) -> None:
    """1980 has no VAT rate and no such bundle: it blocks, names what is missing, and says why."""
    session = open_quote(hand, "Q0001")
    hand.click(hand.fact("price_date"))
    dialog = hand.dialog(DateDialog)
    dialog.day.setDate(QDate(1980, 1, 1))
    hand.click(dialog.agree)
    hand.wait_idle()
    codes = {problem.code for problem in session.worked.revision.priced.problems}
    assert codes == {"price.no_tax_rate", "bundle.not_started"}
    card = hand.window.desk.studio.side.findings
    assert card.blocks
    shown = " ".join(label.text() for label in card.findChildren(QLabel))
    assert "没有适用的增值税率" in shown
    assert "请产品经理为其税类补充该日期的税率" in shown


def test_a_rule_file_with_a_misspelt_field_is_told_where_it_stands(
    hand: Hand, tmp_path: Path
) -> None:
    """With the likely field; none of its rules is taken, and there is no draft."""
    tab = rules_of(hand)
    text = resource("policy", "rules.toml").read_text(encoding="utf-8")
    file = tmp_path / "typo.toml"
    file.write_text(text.replace('"percent_off", percent', '"percent_off", percnt'), "utf-8")
    before = session_of(tab).content
    tab.desk.bring(str(file))
    dialog = hand.dialog(PastedDialog)
    assert dialog.windowTitle() == "文件未采用" or "文件未采用" in hand.texts(dialog)
    model = dialog.findings.model()
    row = [str(model.index(0, column).data()) for column in range(model.columnCount())]
    assert "percnt" in row[0]
    assert "percent" in row[0]
    assert "typo.toml" in row[1]
    assert any("alteration" in cell for cell in row)
    dialog.reject()
    assert session_of(tab).content is before
    assert not tab.desk.is_draft
