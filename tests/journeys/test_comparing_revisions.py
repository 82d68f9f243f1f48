"""The open quote is compared with its frozen revisions in the studio; Escape leads back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.services.quote_life import labelled
from app.ui.pages.studio.revision_desk import RevisionDesk
from tests.journeys.conftest import NOON
from tests.journeys.steps import add, open_quote, session_of
from tests.journeys.test_analysis import KINDERGARTEN

if TYPE_CHECKING:
    from app.ui.hand import Hand
    from app.ui.pages.studio.revision_panel import RevisionPanel


def freeze(hand: Hand) -> None:
    """Keep the open quote as its next revision."""
    workspace, session = hand.window.workspace, session_of(hand)
    assert workspace is not None
    revision = labelled(workspace, session.committed.revision)
    workspace.quotes.freeze(session.quote.id, revision, now=NOON)


def test_the_menu_beside_the_next_step_leads_there_too(hand: Hand) -> None:
    """For those who do not know the key."""
    open_quote(hand, KINDERGARTEN)
    freeze(hand)
    menu = hand.window.desk.studio.top.life.menu()
    next(one for one in menu.actions() if one.text().startswith("与早先版本")).trigger()
    hand.wait_idle()
    assert panel_of(hand).isVisible()


def press_compare(hand: Hand) -> None:
    """Ctrl+Shift+R in the studio."""
    hand.press(
        Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    hand.wait_idle()


def panel_of(hand: Hand) -> RevisionPanel:
    """The comparison."""
    return hand.window.desk.studio.findChildren(RevisionDesk)[0].panel


def told(panel: RevisionPanel) -> list[tuple[str, str, str, str]]:
    """Each row of the table: what happened, what, before and now."""
    model = panel.table.model()
    rows = [panel.table._table.row_at(model.index(n, 0)) for n in range(model.rowCount())]
    return [(row.badge, row.title, row.cells[0].text, row.cells[1].text) for row in rows]


def test_what_was_added_changed_and_removed_is_told_against_any_revision(hand: Hand) -> None:
    """A is the sample, B has a line more: 25.00 a month; then the line is taken out again."""
    session = open_quote(hand, KINDERGARTEN)
    freeze(hand)
    add(hand, "PSTN")
    freeze(hand)
    press_compare(hand)
    panel = panel_of(hand)
    assert panel.isVisible()
    assert not hand.window.desk.studio.items.isVisible()
    assert panel.rows == ()
    assert panel.choice is not None
    assert panel.choice.current == "B"
    panel.choice._choose("A")
    hand.wait_idle()
    rows = told(panel)
    assert rows[0][0] == "新增"
    assert rows[0][1:] == ("固定电话", "–", "1")
    assert ("变更", "合计·月租", "668.00", "693.00") in [
        (one, what.replace(" · ", "·"), was, now) for one, what, was, now in rows
    ]
    assert "固定电话" in panel.sentences.toPlainText()
    hand.shortcut(Qt.Key.Key_Z)
    hand.wait_idle()
    assert panel.rows == ()
    panel.choice._choose("B")
    hand.wait_idle()
    assert told(panel)[0][0] in {"删除", "变更"}
    assert any(row[0] == "删除" and row[1] == "固定电话" for row in told(panel))
    panel.table.setFocus()
    hand.press(Qt.Key.Key_Escape)
    hand.wait_idle()
    assert not panel.isVisible()
    assert hand.window.desk.studio.items.isVisible()
    assert [item.offering for item in session.quote.items] == ["B01L"]


def test_the_same_key_leads_back_and_another_quote_is_shown_with_its_items(hand: Hand) -> None:
    """A comparison belongs to one quote."""
    open_quote(hand, KINDERGARTEN)
    freeze(hand)
    press_compare(hand)
    assert panel_of(hand).isVisible()
    press_compare(hand)
    assert not panel_of(hand).isVisible()
    press_compare(hand)
    assert panel_of(hand).isVisible()
    hand.window.desk.leave()
    assert panel_of(hand).isHidden()
    assert not hand.window.desk.studio.items.isHidden()


def test_without_a_revision_it_is_said(hand: Hand) -> None:
    """The items stay."""
    open_quote(hand, KINDERGARTEN)
    press_compare(hand)
    assert panel_of(hand).isHidden()
    assert any("还没有" in text for text in hand.texts(hand.window))
