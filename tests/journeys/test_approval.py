"""From a discount beyond one's own authority to a contract: two people, one database."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from app.approval.signing.ticket import short_code
from app.approval.state import Deed
from app.documents.passages import squeezed
from app.documents.readback import pdf_pages
from app.quoting.item_edits import set_free_months
from app.services.quote_library import open_quote as load
from app.services.workspace import Workspace
from app.ui.dialogs.clash_dialog import ClashDialog
from app.ui.dialogs.decision_dialog import DecisionDialog
from app.ui.dialogs.profile_dialog import ProfileDialog
from app.ui.message_dialog import MessageDialog
from app.ui.presenting.life import FINAL
from tests.journeys.conftest import NOON
from tests.journeys.steps import open_quote, session_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.ui.hand import Hand

QUOTE, NUMBER = "Q0003", "QW-20261123-0003"
PICTURES = os.environ.get("QUOTEWRIGHT_PICTURES", "")
"""Folder for pictures of the way, to be looked at; none are taken without."""


def picture(hand: Hand, name: str, dialog: bool = False) -> None:
    """Keep what is shown."""
    if PICTURES:
        shown = QApplication.activeModalWidget() if dialog else hand.window
        (shown or hand.window).grab().save(f"{PICTURES}/{name}.png")


def become(profile: Path, number: str, name: str, role: str) -> None:
    """Somebody else sits down at the computer."""
    workspace = Workspace.open(profile)
    settings = replace(workspace.settings, manager_id=number, manager_name=name, role=role)
    workspace.save_settings(settings)
    workspace.close()


@pytest.fixture
def campus(profile: Path) -> Path:
    """The campus quote, which needs L3, valid for a hundred years."""
    workspace = Workspace.open(profile)
    opened = load(workspace, QUOTE)
    quote = replace(opened.quote, valid_until=opened.quote.price_date.replace(year=2126))
    workspace.quotes.commit_edit(QUOTE, opened.revision, "op", "x", "", quote, now=NOON)
    workspace.close()
    return profile


def come_in(open_window: Callable[[Path], Hand], campus: Path) -> Hand:
    """Open the window as large as a small screen."""
    hand = open_window(campus)
    hand.window.resize(1366, 768)
    return hand


def leave(hand: Hand) -> None:
    """Close the window."""
    hand.wait_idle()
    assert hand.window.close()
    QApplication.processEvents()


def answering(hand: Hand, press: str, act: Callable[[], object], name: str = "") -> list[str]:
    """Do something that a message follows, and press a button of it; gives what it said."""
    said: list[str] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, MessageDialog):
            QTimer.singleShot(20, answer)
            return
        said.extend(hand.texts(dialog))
        if name:
            picture(hand, name, dialog=True)
        hand.click(dialog.button(press))

    QTimer.singleShot(0, answer)
    act()
    hand.wait_for(lambda: bool(said), "a message")
    hand.wait_idle()
    return said


def take(hand: Hand, step: str) -> None:
    """Take a step from the menu of the studio."""
    hand.window.desk.studio.top.life.wanted.emit(step)
    hand.wait_idle()


def state(hand: Hand) -> str:
    """What the chip beside the title says."""
    return hand.window.desk.studio.top.life.chip.text()


def settled(hand: Hand, text: str) -> None:
    """Wait until the chip says so."""
    hand.wait_for(lambda: state(hand) == text, f"{text}, not {state(hand)}", 20)


def contract(campus: Path) -> list[str]:
    """The pages of the newest contract, without spaces."""
    folder = campus.parent / "papers" / NUMBER
    newest = max(folder.glob("contract*.pdf"), key=lambda path: path.stat().st_mtime_ns)
    return [squeezed(page) for page in pdf_pages(newest.read_bytes())]


def test_a_quote_beyond_authority_becomes_a_contract(
    open_window: Callable[[Path], Hand], campus: Path
) -> None:
    """Refused, submitted, approved by somebody else, issued, worsened, improved."""
    hand = come_in(open_window, campus)
    open_quote(hand, QUOTE)
    settled(hand, "编制中")
    picture(hand, "1-in-progress")
    said = answering(hand, "ok", lambda: take(hand, FINAL), "2-refused")
    assert any("还没有批准" in text for text in said)
    assert not (campus.parent / "papers" / NUMBER).exists()
    hand.click(hand.button("提交审批"))
    settled(hand, "待审批 A")
    picture(hand, "3-pending")
    leave(hand)
    become(campus, "M102", "陈志远", "L3")
    approve(come_in(open_window, campus))
    become(campus, "M001", "李明轩", "L1")
    hand = come_in(open_window, campus)
    open_quote(hand, QUOTE)
    settled(hand, "已批准 A")
    take(hand, FINAL)
    pages = contract(campus)
    life = hand.window.desk.life
    assert life is not None
    assert life.life is not None
    workspace = hand.window.workspace
    assert workspace is not None
    entries = reversed(workspace.life.history(QUOTE).entries)
    event = next(one.event for one in entries if one.event.deed is Deed.SUBMITTED)
    shown = short_code(event.fingerprint, event.operation)
    assert all(shown in page for page in pages)
    assert not any("草稿" in page for page in pages)
    worsen_and_improve(hand, campus)


def approve(hand: Hand) -> None:
    """Somebody else opens what waits for him and lets it pass."""
    hand.shortcut(Qt.Key.Key_4)
    hand.wait_idle()
    table = hand.window.approvals.table
    assert table.set_current(QUOTE)
    picture(hand, "4-waiting")
    table.setFocus()
    hand.press(Qt.Key.Key_Return)
    dialog = hand.dialog(DecisionDialog)
    picture(hand, "5-decision", dialog=True)
    hand.click(dialog.agree)
    hand.wait_idle()
    assert not table.set_current(QUOTE)
    leave(hand)


def worsen_and_improve(hand: Hand, campus: Path) -> None:
    """A third free month is refused by the gate; one in place of two is carried over."""
    session = session_of(hand)
    session.apply("free_months", lambda quote: set_free_months(quote, "i1", 3))
    settled(hand, "已批准 A · 已改动")
    picture(hand, "6-changed")
    said = answering(hand, "ok", lambda: take(hand, FINAL))
    assert any("与已批准的版本 A 不同" in text for text in said)
    hand.click(hand.button("提交审批"))
    settled(hand, "待审批 B")

    def improve() -> None:
        session.apply("free_months", lambda quote: set_free_months(quote, "i1", 1))

    answering(hand, "yes", improve, "7-recall")
    settled(hand, "编制中")
    hand.click(hand.button("提交审批"))
    settled(hand, "已批准 C")
    take(hand, FINAL)
    hand.click(hand.dialog(ClashDialog).agree)  # the papers of A are kept beside those of C
    hand.wait_idle()
    assert not any("草稿" in page for page in contract(campus))
    picture(hand, "8-carried-over")
    workspace = hand.window.workspace
    assert workspace is not None
    assert [one.event.deed for one in workspace.life.history(QUOTE).entries] == [
        Deed.SUBMITTED,
        Deed.APPROVED,
        Deed.ISSUED,
        Deed.SUBMITTED,
        Deed.RECALLED,
        Deed.SUBMITTED,
        Deed.CARRIED_OVER,
        Deed.ISSUED,
    ]


def test_a_pending_quote_is_not_edited_without_recalling_it(
    open_window: Callable[[Path], Hand], campus: Path
) -> None:
    """No to the question leaves the very same quote, and undo asks as well."""
    hand = open_window(campus)
    session = open_quote(hand, QUOTE)
    session.apply("free_months", lambda quote: set_free_months(quote, "i1", 1))
    settled(hand, "编制中")
    hand.click(hand.button("提交审批"))
    settled(hand, "待审批 A")
    before = session.quote
    answering(
        hand,
        "no",
        lambda: session.apply("free_months", lambda quote: set_free_months(quote, "i1", 2)),
    )
    assert session.quote is before
    answering(hand, "no", session.undo)
    assert session.quote is before
    answering(hand, "yes", session.undo)
    assert session.quote is not before
    settled(hand, "编制中")


def test_nobody_at_work_is_asked_who_it_is(
    open_window: Callable[[Path], Hand], campus: Path
) -> None:
    """A fresh installation: submitting says what is missing, and the dialog takes it."""
    become(campus, "", "", "L1")
    hand = open_window(campus)
    open_quote(hand, QUOTE)
    settled(hand, "编制中")
    said = answering(hand, "ok", lambda: hand.click(hand.button("提交审批")))
    assert any("没有工号或姓名" in text for text in said)
    dialog = hand.dialog(ProfileDialog)
    hand.replace(dialog.number, "M001")
    picture(hand, "9-who", dialog=True)
    hand.click(dialog.agree)
    hand.wait_idle()
    hand.click(hand.button("提交审批"))
    settled(hand, "待审批 A")
