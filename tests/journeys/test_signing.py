"""From a locked key to a verified contract: two windows that share nothing but signed files."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import SMTP
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from app.services.verifying_any import plain_letters
from app.ui.dialogs.decision_dialog import DecisionDialog
from app.ui.dialogs.hand_over_dialog import HandOverDialog
from app.ui.dialogs.key_dialog import KeyDialog
from app.ui.dialogs.key_dialogs import NewPassphraseDialog
from app.ui.dialogs.organisation_dialog import OrganisationDialog
from app.ui.dialogs.submit_dialog import SubmitDialog
from app.ui.dialogs.verify_dialog import VerifyDialog
from app.ui.presenting.decisions import TOLERANCE
from app.ui.presenting.life import FINAL
from tests.journeys.signing import MARK, Parties, equip, sit_down, unlock
from tests.journeys.steps import open_quote
from tests.journeys.test_approval import (
    QUOTE,
    answering,
    campus,
    come_in,
    contract,
    picture,
    settled,
    take,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.ui.hand import Hand

__all__ = ["campus"]


@pytest.fixture
def parties(campus: Path, sample_profile: Path, tmp_path: Path) -> Parties:
    """The manager with the campus quote, the approver with the same price list."""
    return sit_down(campus, sample_profile, tmp_path)


def drop(hand: Hand, file: Path) -> None:
    """Drop a file anywhere on the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    keys = Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(400, 400), action, data, button, keys)
    QApplication.sendEvent(hand.window, entering)
    assert entering.isAccepted()
    dropping = QDropEvent(QPointF(400, 400), action, data, button, keys)
    QApplication.sendEvent(hand.window, dropping)
    assert dropping.isAccepted()
    hand.wait_idle()


def install(hand: Hand, parties: Parties) -> None:
    """Take the organisation by its root's letters; others are refused on the screen."""
    drop(hand, parties.desk / "o.qorg")
    dialog = hand.dialog(OrganisationDialog)
    assert not dialog.agree.isEnabled()
    hand.enter("ABCDE-ABCDE-ABCDE-ABCDE", dialog.told)
    hand.click(dialog.agree)
    hand.wait_idle()
    assert any("与管理员告知的不一致" in text for text in hand.texts(dialog))
    picture(hand, "signing-1-organisation", dialog=True)
    hand.replace(dialog.told, MARK)
    hand.click(dialog.agree)
    hand.wait_idle()
    assert "第 7 号" in hand.window.room.status()[0]


def bring_key(hand: Hand, file: Path) -> None:
    """Take over a key file; the dialog shows what to send to the administrator."""
    drop(hand, file)
    dialog = hand.dialog(KeyDialog)
    assert len(plain_letters(dialog.mark.text())) == 20
    picture(hand, "signing-2-key", dialog=True)
    dialog.reject()


def handed_over(hand: Hand, name: str) -> Path:
    """The file that was written for somebody else."""
    dialog = hand.dialog(HandOverDialog)
    picture(hand, name, dialog=True)
    hand.click(dialog.copy)
    assert QApplication.clipboard().mimeData().urls() == [QUrl.fromLocalFile(str(dialog.path))]
    path = dialog.path
    drafts: list[QUrl] = []
    hand.window.room.outgoing.open_file = drafts.append
    hand.click(dialog.mail)
    hand.wait_for(lambda: bool(drafts), "a draft")
    mail = message_from_bytes(Path(drafts[0].toLocalFile()).read_bytes(), policy=SMTP)
    (attached,) = mail.iter_attachments()
    assert attached.get_content() == path.read_bytes()
    dialog.reject()
    hand.wait_idle()
    return path


def submit_signed(hand: Hand) -> Path:
    """Submit the campus quote with a signature; gives the request file."""
    open_quote(hand, QUOTE)
    settled(hand, "编制中")
    hand.click(hand.button("提交审批"))
    dialog = hand.dialog(SubmitDialog)
    picture(hand, "signing-3-submit", dialog=True)
    hand.click(dialog.agree)
    picture(hand, "signing-4-unlock", dialog=True)
    unlock(hand)
    request = handed_over(hand, "signing-5-request")
    settled(hand, "待审批 A")
    return request


def decide(hand: Hand, request: Path) -> Path:
    """The approver drops the request, lets one free month more pass, and signs."""
    drop(hand, request)
    table = hand.window.approvals.table
    hand.wait_for(lambda: table.model().rowCount() == 1, "the request to be listed")
    picture(hand, "signing-6-waiting")
    table.setFocus()
    hand.press(Qt.Key.Key_Home)
    hand.press(Qt.Key.Key_Return)
    dialog = hand.dialog(DecisionDialog)
    assert "结果一致" in dialog.told.text()
    assert dialog.seen.isHidden()
    dialog.criteria.cell_edited.emit("free_months", TOLERANCE, "1")
    picture(hand, "signing-7-decision", dialog=True)
    hand.click(dialog.agree)
    unlock(hand)
    decision = handed_over(hand, "signing-8-signed")
    hand.wait_idle()
    assert table.model().rowCount() == 0
    return decision


def test_two_people_sign_and_the_contract_is_verified(
    open_window: Callable[[Path], Hand], parties: Parties
) -> None:
    """Organisation, key, request, decision, contract, verified by file and by its letters."""
    manager = come_in(open_window, parties.manager)
    install(manager, parties)
    bring_key(manager, parties.desk / "M001.qkey")
    request = submit_signed(manager)
    equip(parties.approver, "M102", parties)
    approver = come_in(open_window, parties.approver)
    decision = decide(approver, request)
    approver.window.close()
    manager.window.activateWindow()
    drop(manager, decision)
    settled(manager, "已批准 A")
    take(manager, FINAL)
    pages = contract(parties.manager)
    assert not any("草稿" in page for page in pages)
    verify(manager, parties)


def verify(hand: Hand, parties: Parties) -> None:
    """The printed contract by drop, then changed by a byte, then the letters."""
    folder = parties.manager.parent / "papers"
    paper = max(folder.rglob("contract*.pdf"), key=lambda path: path.stat().st_mtime_ns)
    drop(hand, paper)
    dialog = hand.dialog(VerifyDialog)
    hand.wait_for(dialog.verdict.isVisible, "a result")
    picture(hand, "signing-9-verified", dialog=True)
    assert dialog.verdict.text().startswith("真实且有效")
    other = parties.desk / "other.docx"
    other.write_bytes(b"PK\x03\x04 nothing of ours")
    dialog.file_given.emit(other)
    hand.wait_idle()
    assert dialog.verdict.text().startswith("未能证实")
    workspace = hand.window.workspace
    assert workspace is not None
    hand.enter("ABCDE-ABCDE-ABCDE-ABCDE", dialog.letters)
    hand.click(dialog.agree)
    hand.wait_idle()
    assert "索取决定文件" in dialog.findings.text()
    dialog.reject()


def test_a_key_is_made_in_the_window(open_window: Callable[[Path], Hand], campus: Path) -> None:
    """Two passphrases that are the same and long enough; then it can be unlocked, once right."""
    hand = come_in(open_window, campus)
    hand.window.room.keys.show()
    dialog = hand.dialog(KeyDialog)
    hand.click(dialog.deeds["make"])
    making = hand.dialog(NewPassphraseDialog)
    hand.enter("short", making.first)
    assert not making.agree.isEnabled()
    hand.replace(making.first, "seven wet tigers paint")
    hand.enter("seven wet tigers", making.second)
    assert not making.agree.isEnabled()
    hand.replace(making.second, "seven wet tigers paint")
    picture(hand, "signing-10-new-key", dialog=True)
    hand.click(making.agree)
    hand.wait_idle()
    shown = hand.dialog(KeyDialog)
    assert len(shown.public.text()) == 64
    shown.reject()
    said = answering(hand, "ok", lambda: hand.window.room.exchange.open(campus / "nothing.qorg"))
    assert any("无法打开" in text for text in said)
