"""Targets of a negotiation are kept in the real window, compared, used and taken back."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.services.quote_life import labelled
from app.ui.message_dialog import MessageDialog
from app.ui.offers.scenario_dialog import ScenarioDialog
from pricing.quote_wide import QuoteDiscount
from tests.journeys.steps import open_quote, session_of
from tests.journeys.test_analysis import KINDERGARTEN

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.ui.hand import Hand
    from app.ui.offers.scenario_board import ScenarioBoard


def scenarios(hand: Hand) -> ScenarioDialog:
    """Ctrl+Shift+N in the studio."""
    hand.press(
        Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    return hand.dialog(ScenarioDialog)


def column(dialog: ScenarioDialog, place: int) -> dict[str, str]:
    """The figures of a column by row."""
    model = dialog.scenarios.variants.table.model()
    rows = dialog.scenarios.variants.table
    return {
        row.key: row.cells[place].text
        for row in (rows._table.row_at(model.index(n, 0)) for n in range(model.rowCount()))
    }


def settled(hand: Hand, dialog: ScenarioDialog) -> None:
    """Wait until it is known how far one may go alone."""
    hand.wait_for(lambda: not dialog.scenarios.variants.working, "the largest concession")


def choose(board: ScenarioBoard, scenario: str) -> None:
    """Press a scenario among those below the table."""
    assert board.choice is not None
    board.choice._choose(scenario)


def names(hand: Hand) -> list[str]:
    """What the quote keeps."""
    return [one.name for one in session_of(hand).quote.scenarios]


def test_three_targets_are_made_compared_and_one_is_used(hand: Hand) -> None:
    """The bundle may have 3 % of the manager's own: 668.00 becomes 647.96; undo leads back."""
    session = open_quote(hand, KINDERGARTEN)
    before = session.quote
    dialog = scenarios(hand)
    assert not dialog.scenarios.use.isVisible()
    dialog.scenarios.three.click()
    settled(hand, dialog)
    assert names(hand) == ["理想", "现实", "底线"]
    assert column(dialog, 0)["monthly"] == "668.00"
    fallback = column(dialog, 3)
    assert (fallback["discount"], fallback["monthly"]) == ("3%", "647.96")
    assert (fallback["contract"], fallback["room"]) == ("7,775.52", "3%")
    board = dialog.scenarios
    choose(board, "s3")
    board.use.click()
    hand.wait_idle()
    assert session.quote.discount == QuoteDiscount(percent=Decimal(3))
    assert session.worked.revision.priced.totals.monthly.net_amount == 647_96
    dialog.reject()
    hand.shortcut(Qt.Key.Key_Z)
    hand.wait_idle()
    assert session.worked.revision.priced.totals.monthly.net_amount == 668_00
    assert names(hand) == ["理想", "现实", "底线"]
    hand.shortcut(Qt.Key.Key_Z)
    hand.wait_idle()
    assert session.quote == before


def test_a_figure_is_typed_into_a_scenario_and_the_quote_stays(hand: Hand) -> None:
    """36 months, one of them free, in the last column; the first is as it was."""
    session = open_quote(hand, KINDERGARTEN)
    dialog = scenarios(hand)
    dialog.scenarios.three.click()
    settled(hand, dialog)
    table = dialog.scenarios.variants.table
    hand.edit_cell(table, "term", 4, "36")
    hand.wait_idle()
    hand.edit_cell(dialog.scenarios.variants.table, "free", 4, "1")
    settled(hand, dialog)
    assert [one.term for one in session.quote.scenarios] == [12, 12, 36]
    assert session.quote.term == 12
    changed = column(dialog, 3)
    assert (changed["term"], changed["free"]) == ("36", "1")
    assert column(dialog, 0)["term"] == "12"
    dialog.reject()


def test_what_the_engine_refuses_is_told_with_its_reason(hand: Hand) -> None:
    """90 % off the bundle is more than its floor allows: the price stays, and it is said why."""
    open_quote(hand, KINDERGARTEN)
    dialog = scenarios(hand)
    dialog.scenarios.three.click()
    settled(hand, dialog)
    assert not dialog.scenarios.variants.refused.isVisible()
    hand.edit_cell(dialog.scenarios.variants.table, "discount", 2, "90")
    settled(hand, dialog)
    refused = column(dialog, 1)
    assert (refused["blocking"], refused["monthly"]) == ("1", "668.00")
    assert dialog.scenarios.variants.refused.text().startswith("理想：")
    dialog.reject()


def test_scenarios_are_kept_renamed_and_deleted_and_stored(
    open_window: Callable[[Path], Hand], profile: Path
) -> None:
    """A name is asked; what is kept is there when the window is opened again."""
    hand = open_window(profile)
    open_quote(hand, KINDERGARTEN)
    dialog = scenarios(hand)
    _answer(hand, "给王园长", dialog.scenarios.keep.click)
    assert names(hand) == ["给王园长"]
    _answer(hand, "底线", dialog.scenarios.rename.click)
    assert names(hand) == ["底线"]
    dialog.accept()
    hand.wait_idle()
    hand.window.close()
    again = open_window(profile)
    open_quote(again, KINDERGARTEN)
    assert names(again) == ["底线"]
    dialog = scenarios(again)
    dialog.scenarios.delete.click()
    again.wait_idle()
    assert names(again) == []
    dialog.reject()


def _answer(hand: Hand, text: str, ask: Callable[[], None]) -> None:
    """Press what asks for a line of text, and type it."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QLineEdit

    def type_it() -> None:
        dialog = hand.dialog(MessageDialog)
        dialog.findChildren(QLineEdit)[0].setText(text)
        dialog.button("yes").click()

    QTimer.singleShot(100, type_it)
    ask()
    hand.wait_idle()


def test_what_would_be_signed_is_the_same_until_a_target_is_used(hand: Hand) -> None:
    """What would be signed is the same; only using one changes it."""
    session = open_quote(hand, KINDERGARTEN)
    workspace = hand.window.workspace
    assert workspace is not None
    before = labelled(workspace, session.committed.revision).fingerprint
    dialog = scenarios(hand)
    dialog.scenarios.three.click()
    settled(hand, dialog)
    assert labelled(workspace, session.committed.revision).fingerprint == before
    choose(dialog.scenarios, "s3")
    dialog.scenarios.take()
    hand.wait_idle()
    assert labelled(workspace, session.committed.revision).fingerprint != before
    dialog.reject()
