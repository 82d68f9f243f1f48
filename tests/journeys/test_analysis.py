"""What the bills say, in the real window: months are explained and the quote follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from app.ui.presenting.reasons import found_months, key_of
from pricing.bills import Standing

if TYPE_CHECKING:
    from app.ui.hand import Hand
    from app.ui.library.analysis_view import AnalysisView

KINDERGARTEN, SHOPS = "Q0001", "Q0002"


def open_quote(hand: Hand, quote: str) -> None:
    """A sample quote in the studio."""
    hand.window.imports.import_sample()
    hand.wait_idle()
    hand.window.desk.open(quote)
    hand.wait_for(lambda: hand.window.desk.session is not None, "the quote")
    hand.wait_idle()


def analyse(hand: Hand) -> AnalysisView:
    """Ctrl+Shift+A: the bills of the customer of the open quote."""
    hand.press(
        Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    view = hand.window.pages.analysis
    hand.wait_for(lambda: view.analysis is not None, "the analysis")
    hand.wait_idle()
    assert hand.window.stack.currentWidget() is view
    return view


def typical(hand: Hand) -> int:
    """Typical month of the open quote, in fen."""
    session = hand.window.desk.session
    assert session is not None
    analysis = session.worked.revision.analysis
    assert analysis is not None
    return analysis.typical


def stored(hand: Hand) -> list[tuple[str, Standing, str]]:
    """Reasons as they are in the database."""
    workspace, session = hand.window.workspace, hand.window.desk.session
    assert workspace is not None
    assert session is not None
    bills = workspace.customers.load(session.basis.customer.id)[1]
    return [(one.month, one.standing, one.text) for one in bills.reasons]


def test_unusual_months_are_explained_and_the_quote_follows(hand: Hand) -> None:
    """Case one: two special months, one that belongs to normal; the third finding is gone.

    Typical month 708.00; with October as billed it is 708.00 + 65.10 / 6 = 718.85.
    """
    open_quote(hand, KINDERGARTEN)
    findings = hand.window.desk.studio.side.findings
    assert [f.row.key for f in findings._found] == ["spend.unexplained::"]
    view = analyse(hand)
    assert view.analysis is not None
    assert (view.analysis.average, view.analysis.typical) == (752_00, 708_00)
    for month in ("2026-08", "2026-09"):
        assert view.reasons.table.current_key().startswith(month)
        hand.replace(view.reasons.text, "招生")
        hand.press(Qt.Key.Key_Return)
        hand.wait_idle()
    assert view.reasons.table.current_key().startswith("2026-10")
    hand.replace(view.reasons.text, "家长会每年都有")
    hand.click(view.reasons.normal)
    hand.wait_idle()
    assert (typical(hand), view.analysis.typical) == (718_85, 718_85)
    assert stored(hand) == [
        ("2026-08", Standing.SPECIAL, "招生"),
        ("2026-09", Standing.SPECIAL, "招生"),
        ("2026-10", Standing.NORMAL, "家长会每年都有"),
    ]
    view.left.emit(view.customer)
    assert hand.window.stack.currentWidget() is hand.window.desk.studio
    assert findings._found == ()


def test_what_was_said_is_taken_back_and_said_again(hand: Hand) -> None:
    """Ctrl+Z and Ctrl+Y work on the reasons while the analysis is in front."""
    open_quote(hand, KINDERGARTEN)
    view = analyse(hand)
    assert view.analysis is not None
    view.reasons.table.set_current(key_of(found_months(view.analysis)[2]))
    hand.click(view.reasons.normal)
    hand.wait_idle()
    assert typical(hand) == 718_85
    hand.shortcut(Qt.Key.Key_Z)
    hand.wait_idle()
    assert (typical(hand), stored(hand)) == (708_00, [])
    hand.shortcut(Qt.Key.Key_Y)
    hand.wait_idle()
    assert (typical(hand), len(stored(hand))) == (718_85, 1)
    view.reasons.table.set_current(key_of(found_months(view.analysis)[2]))
    hand.click(view.reasons.open)
    hand.wait_idle()
    assert stored(hand) == []


def test_shops_show_the_red_signal_and_the_lines_at_risk(hand: Hand) -> None:
    """Case two: 67.98 %, and 1,719.00 a month at stake; by account, over twelve months."""
    open_quote(hand, SHOPS)
    view = analyse(hand)
    told = view.risk.text()
    assert "67.98%" in told
    assert "¥1,719.00" in told
    for choice, option in ((view._grouping, "account"), (view._window, "12")):
        choice._buttons[option].click()
        hand.wait_idle()
    assert len(view.chart._data.months if view.chart._data else ()) == 6
    hand.window.pages.analysis.chart.setFocus()
    hand.press(Qt.Key.Key_Home)
    assert "2,244.86" in view.readout.text()
    hand.press(Qt.Key.Key_Right)
    assert "2,244.52" in view.readout.text()


@pytest.mark.parametrize("place", ["finding", "card", "customer"])
def test_the_analysis_is_reached_from_where_bills_are(hand: Hand, place: str) -> None:
    """The cure of the finding, the studio's card, the customer's page."""
    open_quote(hand, KINDERGARTEN)
    studio = hand.window.desk.studio
    if place == "finding":
        studio.side.findings.analysis_wanted.emit()
    elif place == "card":
        studio.savings.analyse.click()
    else:
        hand.shortcut(Qt.Key.Key_2)
        hand.wait_idle()
        hand.click(hand.window.customers.detail.overview.analyse)
    hand.wait_idle()
    view = hand.window.pages.analysing
    assert view is not None
    assert view.analysis is not None
