"""Findings are told at once; their cures follow when nothing is edited for a moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from app.quoting import header_edits, item_edits
from app.ui.dialogs.bundle_dialog import DissolveDialog
from app.ui.pages.studio.findings_card import FindingsCard
from app.ui.session import Basis, QuoteSession, Step
from app.ui.widgets.problem_list import _ProblemView
from pricing.bills import Bills, MonthReason, Standing
from pricing.item import Choice, QuoteItem
from tests.app.ui.speaking import speaker
from tests.sample import SUPPLIER, sample_case, sample_catalog, sample_rules

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.quoting.quote import Quote


def with_frozen(quote: Quote) -> Quote:
    """A telephone that is no longer sold, besides."""
    return item_edits.add_offering(quote, sample_catalog(), "PHS")


def explained(bills: Bills) -> Bills:
    """Bills of the kindergarten of which every unusual month is explained."""
    for month in ("2026-08", "2026-09", "2026-10"):
        amount = next(c for c in bills.components if c.id == "long_distance").amounts[month]
        bills = bills.with_reason(MonthReason("long_distance", month, amount, Standing.SPECIAL))
    return bills


@pytest.fixture
def session(qapp: object) -> QuoteSession:
    """Case one with a telephone that is no longer sold, without a store."""
    _ = qapp
    case = sample_case(1)
    basis = Basis(case.customer, explained(case.bills), sample_catalog(), sample_rules(), SUPPLIER)
    quote = with_frozen(case.quote)
    steps = (Step(0, "", "", quote),)
    return QuoteSession(basis, basis.work_out(quote), steps, 0, None, str)


@pytest.fixture
def card(qtbot: QtBot, session: QuoteSession) -> FindingsCard:
    """The card of that session, on the screen."""
    made = FindingsCard(speaker())
    qtbot.addWidget(made)
    made.show()
    session.changed.connect(lambda: made.advise(session))
    made.advise(session)
    return made


def buttons(card: FindingsCard) -> list[str]:
    """The cures as they can be read."""
    return [button.text() for button in card.findChildren(QPushButton) if not button.isHidden()]


def first(card: FindingsCard) -> _ProblemView:
    """The gravest finding."""
    return card.findChildren(_ProblemView)[0]


def codes(session: QuoteSession) -> list[str]:
    """What is quoted."""
    return [item.offering for item in session.quote.items]


def test_words_come_at_once_and_cures_after_a_pause(qtbot: QtBot, card: FindingsCard) -> None:
    """Nobody who types waits for what is only read afterwards."""
    assert "小灵通" in first(card).accessibleName()
    assert card.blocks
    assert card.working
    assert buttons(card) == []
    qtbot.waitUntil(lambda: not card.working)
    assert buttons(card)[0] == "Replace by 天翼商务套餐59 and 1 more"


def test_buttons_stay_while_the_quote_is_edited(
    qtbot: QtBot, card: FindingsCard, session: QuoteSession
) -> None:
    """They are worked out again, and as they are the same nothing flickers."""
    qtbot.waitUntil(lambda: not card.working)
    before = buttons(card), card.findChildren(QPushButton)
    session.apply("title", lambda quote: header_edits.set_title(quote, "anders"))
    assert card.working
    assert (buttons(card), card.findChildren(QPushButton)) == before
    qtbot.waitUntil(lambda: not card.working)
    assert (buttons(card), card.findChildren(QPushButton)) == before


def test_enter_cures_without_waiting(card: FindingsCard, session: QuoteSession) -> None:
    """The first cure is worked out when it is asked for: the plan and the card it needs."""
    assert buttons(card) == []
    QTest.keyClick(first(card), Qt.Key.Key_Return)
    assert codes(session) == ["B01L", "TY59", "TY"]


def test_a_press_cures_the_quote_as_it_is(
    qtbot: QtBot, card: FindingsCard, session: QuoteSession
) -> None:
    """What was edited between the working out and the press stays."""
    qtbot.waitUntil(lambda: not card.working)
    session.apply("title", lambda quote: header_edits.set_title(quote, "anders"))
    card.findChildren(QPushButton)[0].click()
    assert codes(session) == ["B01L", "TY59", "TY"]
    assert session.quote.title == "anders"


def test_what_is_no_cure_any_more_is_not_done(
    qtbot: QtBot, card: FindingsCard, session: QuoteSession
) -> None:
    """To take out the plan i2 cures its exclusion, until another one like it stands there as i3."""
    one = item_edits.add_offering(sample_case(1).quote, sample_catalog(), "B01H")
    two = item_edits.add_offering(one, sample_catalog(), "B01H")
    again = item_edits.remove_items(two, {"i2"})
    session.apply("", lambda _quote: one)
    qtbot.waitUntil(lambda: not card.working)
    finding = first(card).problem
    assert finding.key == "offering.excluded:i1:"
    assert [cure.id.count('"i2"') for cure in finding.cures] == [1, 0]
    session.apply("", lambda _quote: again)
    assert first(card).problem.cures == finding.cures
    card.findChildren(QPushButton)[0].click()
    assert session.quote is again
    assert [cure.id.count('"i3"') for cure in first(card).problem.cures] == [1, 0]


def test_a_hidden_card_works_nothing_out(qtbot: QtBot, card: FindingsCard) -> None:
    """What nobody sees is worked out when it is shown."""
    card.hide()
    card.advise(card._session or pytest.fail("no session"))
    assert not card.working
    assert buttons(card) == []
    card.show()
    qtbot.waitUntil(lambda: not card.working)
    assert buttons(card)


def test_a_closed_quote_is_left_alone(card: FindingsCard, session: QuoteSession) -> None:
    """No cure is worked out or applied after the session is gone."""
    before = session.quote
    card.forget()
    assert not card.working
    QTest.keyClick(first(card), Qt.Key.Key_Return)
    assert session.quote is before


def test_space_shows_the_item_of_a_finding(card: FindingsCard) -> None:
    """The page goes to its row."""
    wanted: list[str] = []
    card.item_wanted.connect(wanted.append)
    QTest.keyClick(first(card), Qt.Key.Key_Space)
    assert wanted == ["i2"]


def test_a_bundle_is_turned_into_items_only_after_both_prices_were_seen(qtbot: QtBot) -> None:
    """The low tier's four lines are altered to five, which its one price does not allow."""
    case = sample_case(1)
    basis = Basis(case.customer, case.bills, sample_catalog(), sample_rules(), SUPPLIER)
    altered = Choice("PSTN.RENT", 5)
    item = QuoteItem("b1", "B01L", choices=(altered,))
    quote = msgspec.structs.replace(case.quote, items=(item,))
    session = QuoteSession(basis, basis.work_out(quote), (Step(0, "", "", quote),), 0, None, str)
    card = FindingsCard(speaker())
    qtbot.addWidget(card)
    card.show()
    card.advise(session)
    qtbot.waitUntil(lambda: not card.working)
    button = next(one for one in card.findChildren(QPushButton) if "separate" in one.text().lower())
    button.click()
    assert codes(session) == ["B01L"]
    dialog = card.findChild(DissolveDialog)
    assert dialog is not None
    dialog.agree.click()
    assert "B01L" not in codes(session)


def test_unexplained_months_open_the_analysis(qtbot: QtBot) -> None:
    """The quote of case one stays as it is."""
    case = sample_case(1)
    basis = Basis(case.customer, case.bills, sample_catalog(), sample_rules(), SUPPLIER)
    steps = (Step(0, "", "", case.quote),)
    session = QuoteSession(basis, basis.work_out(case.quote), steps, 0, None, str)
    card = FindingsCard(speaker())
    qtbot.addWidget(card)
    card.advise(session)
    with qtbot.waitSignal(card.analysis_wanted):
        QTest.keyClick(first(card), Qt.Key.Key_Return)
    assert session.quote is case.quote
