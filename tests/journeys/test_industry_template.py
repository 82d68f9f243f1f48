"""A new quote begins with the template of an industry, in the real window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.offers.industry_dialog import IndustryDialog
from tests.journeys.steps import begin_quote, offerings, session_of

if TYPE_CHECKING:
    from app.ui.hand import Hand


def test_an_empty_quote_offers_the_template_of_the_customers_industry(hand: Hand) -> None:
    """Nothing is ticked; two ticks become one edit, and one undo takes it back."""
    session = begin_quote(hand)
    before = session.quote
    hand.click(hand.button("从行业模板开始…", hand.window.desk.studio.items))
    hand.wait_idle()
    dialog = hand.dialog(IndustryDialog)
    assert dialog.industry.currentData() == "education"
    boxes = (*dialog.needs, *dialog.offers, *dialog.chapters)
    assert not any(box.isChecked() for box in boxes)
    dialog.industry.setCurrentIndex(dialog.industry.findData("catering"))
    dialog.show_template()
    assert any("4008" in box.text() for box in dialog.offers)
    dialog.industry.setCurrentIndex(dialog.industry.findData("education"))
    dialog.show_template()
    dialog.needs[0].click()
    next(box for box in dialog.offers if "(B10)" in box.text()).click()
    hand.click(dialog.agree)
    hand.wait_idle()
    assert offerings(session) == ["B10"]
    assert session.quote.needs == ("学生到校离校，家长及时知道",)
    session.undo()
    hand.wait_idle()
    assert session_of(hand).quote == before
