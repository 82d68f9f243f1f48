"""The best offer is found, proven, and put into the quote with one click; options stand beside."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.quoting.quote import NeedMet, NeedPriority
from app.ui.dialogs.rows_dialog import RowsDialog
from app.ui.offers.offer_dialog import OfferDialog
from app.ui.offers.question_dialog import QuestionDialog
from tests.journeys.steps import begin_quote, offerings, open_quote

if TYPE_CHECKING:
    from app.ui.hand import Hand


def search(hand: Hand) -> OfferDialog:
    """Open the dialog with its key, find the best offer, and wait for it."""
    hand.shortcut(Qt.Key.Key_J)
    dialog = hand.dialog(OfferDialog)
    hand.click(dialog.begin)
    hand.wait_for(lambda: not dialog.run.busy, "the best offer")
    hand.wait_idle()
    return dialog


def why_not(hand: Hand, dialog: OfferDialog, code: str) -> str:
    """Ask why not a bundle."""
    dialog.found.bundle.setCurrentIndex(dialog.found.bundle.findData(code))
    hand.click(dialog.found.ask)
    hand.wait_for(lambda: not dialog.run.busy, "the answer")
    hand.wait_idle()
    return dialog.found.answer.text()


def test_case_one_is_offered_the_low_plan_and_warned_against_the_high_one(hand: Hand) -> None:
    """An empty quote of the kindergarten: C1-L for 668.00, 40.00 less; C1-H may not be sold."""
    session = begin_quote(hand)
    dialog = search(hand)
    assert "已证明" in dialog.found.proof.text()
    against = why_not(hand, dialog, "B01H")
    assert "不可销售" in against
    assert "379" in against  # typical minutes of long distance, where 400 are asked for
    assert "+¥679.00" in against
    hand.click(dialog.found.take)
    hand.wait_idle()
    assert offerings(session) == ["B01L"]
    saving = session.worked.revision.saving
    assert saving is not None
    assert (saving.today, saving.offered, saving.saving) == (708_00, 668_00, 40_00)
    session.undo()
    assert offerings(session) == []
    hand.click(dialog.found.take)
    hand.wait_idle()
    dialog.found.table.set_current("1")
    hand.click(dialog.found.add)
    hand.wait_idle()
    assert [one.option.letter for one in dialog.options.options] == ["A", "B"]
    dialog.accept()
    hand.wait_idle()


def test_case_two_saves_like_for_like_and_keeps_new_value_apart(hand: Hand) -> None:
    """2,338.00 a month: 406.03 less for the voice, 432.00 of new broadband in no comparison."""
    session = open_quote(hand, "Q0002")
    dialog = search(hand)
    best = dialog.offers[0].revision
    assert best.priced.totals.monthly.net_amount == 2338_00
    assert best.saving is not None
    assert (best.saving.saving, best.saving.new_value) == (406_03, 432_00)
    hand.click(dialog.found.take)
    hand.wait_idle()
    saving = session.worked.revision.saving
    assert saving is not None
    assert (saving.saving, saving.new_value) == (406_03, 432_00)
    assert "合每天不到 77.94 元" in dialog.options.sentences.text()
    dialog.found.table.set_current("1")
    hand.click(dialog.found.add)
    hand.wait_idle()
    before = session.quote
    hand.click(dialog.options.deeds.recommend["B"])
    hand.wait_idle()
    assert session.worked.revision.priced.totals.monthly.net_amount == 2488_00
    session.undo()
    assert session.quote == before
    dialog.accept()
    hand.wait_idle()


def test_answers_lead_to_needs_and_what_meets_them(hand: Hand) -> None:
    """Asked from the open quote: an answer is stored, its need written, an item added; undone."""
    session = open_quote(hand, "Q0002")
    needs = session.quote.needs
    hand.click(hand.window.desk.studio.top.questions)
    dialog = hand.dialog(QuestionDialog)
    assert dialog.needs.add == {}
    hand.click(dialog.questions.boxes["trade.names"])
    hand.wait_idle()
    hand.click(dialog.needs.add["one_bill", "B02"])
    hand.wait_idle()
    assert session.quote.needs == (*needs, "几个户名合在一起管理")
    assert [(one.need, one.offering) for one in session.quote.met] == [
        ("几个户名合在一起管理", "B02")
    ]
    assert len(offerings(session)) == 4  # it was there already
    session.undo()
    assert session.quote.needs == needs
    hand.click(dialog.undo)
    hand.wait_idle()
    assert dialog.customer.interview == ()
    assert dialog.needs.add == {}
    dialog.accept()
    hand.wait_idle()


def test_a_customer_in_sight_is_asked_and_his_file_follows(hand: Hand) -> None:
    """Without a quote nothing can be written into one; an answer is stored at once."""
    hand.shortcut(Qt.Key.Key_2)
    hand.wait_idle()
    hand.window.customers.show_customer("C0004")
    hand.wait_idle()
    hand.wait_for(lambda: hand.window.customers.table.current_key() == "C0004", "the hotel")
    hand.window.actions_by_id["questions"].trigger()
    dialog = hand.dialog(QuestionDialog)
    hand.click(dialog.questions.boxes["hotel.peak"])
    hand.wait_idle()
    assert dialog.needs.add == {}
    workspace = hand.window.workspace
    assert workspace is not None
    stored = workspace.customers.load("C0004")[0].interview
    assert [(one.question, one.agreed) for one in stored] == [("hotel.peak", True)]
    dialog.accept()
    hand.wait_idle()


def test_needs_have_priority_owner_day_and_evidence(hand: Hand) -> None:
    """The customer's words come along as evidence; the table is one step of undo."""
    session = open_quote(hand, "Q0002")
    before = session.quote
    hand.click(hand.window.desk.studio.top.questions)
    dialog = hand.dialog(QuestionDialog)
    field = dialog.questions.fields["trade.names"]
    hand.replace(field, "每月跑三个营业厅")
    hand.press(Qt.Key.Key_Tab)
    hand.wait_idle()
    hand.click(dialog.questions.boxes["trade.names"])
    hand.wait_idle()
    hand.click(dialog.needs.write["one_bill"])
    hand.wait_idle()
    need = "几个户名合在一起管理"
    assert session.quote.need_fact(need).evidence.startswith("每月跑三个营业厅 (")
    hand.click(dialog.details)
    table = hand.dialog(RowsDialog)
    row = session.quote.needs.index(need)
    for column, text in ((1, "高"), (2, "陈经理"), (3, "2026-12-20"), (5, "B02")):
        cell = table.rows.item(row, column)
        assert cell is not None
        cell.setText(text)
    hand.click(table.agree)
    hand.wait_idle()
    fact = session.quote.need_fact(need)
    assert (fact.priority, fact.owner) == (NeedPriority.HIGH, "陈经理")
    assert fact.due == date(2026, 12, 20)
    assert NeedMet(need, "B02") in session.quote.met
    session.undo()
    assert session.quote.need_fact(need).owner == ""
    session.undo()
    assert session.quote == before
    dialog.accept()
    hand.wait_idle()


def test_questions_follow_the_product_that_is_chosen(hand: Hand) -> None:
    """Those of the quote's own products first; another family takes their place."""
    open_quote(hand, "Q0002")
    hand.click(hand.window.desk.studio.top.questions)
    dialog = hand.dialog(QuestionDialog)
    assert "voice.now" in dialog.questions.fields
    assert "conference.now" not in dialog.questions.fields
    box = dialog.choice.by_family
    box.setCurrentIndex(box.findData("CONF"))
    box.activated.emit(box.currentIndex())
    hand.wait_idle()
    assert "conference.now" in dialog.questions.fields
    assert "voice.now" not in dialog.questions.fields
    dialog.accept()
    hand.wait_idle()
