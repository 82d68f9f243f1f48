"""Edits that cannot be stored: why and what to do is told, they stay, and none is lost."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer

from app.quoting.header_edits import set_term
from app.services.quote_library import open_quote as stored_quote
from app.storage import database as database_module
from app.ui import keeping
from app.ui.message_dialog import MessageDialog
from tests.journeys.steps import open_quote
from tests.journeys.trouble import filled, held_elsewhere, small_disk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from app.ui.hand import Hand

pytestmark = pytest.mark.usefixtures("impatient")


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Try again soon, and wait for others only a moment."""
    monkeypatch.setattr(keeping, "_RETRY_SECONDS", 0.05)
    engine = database_module._engine
    monkeypatch.setattr(database_module, "_engine", lambda file, _wait: engine(file, 0.05))


@pytest.fixture
def crowded(tmp_path: Path, sample_profile: Path) -> Iterator[Path]:
    """A data folder on a disk of its own."""
    with small_disk(tmp_path / "disk", 48) as disk:
        shutil.copytree(sample_profile, disk / "profile")
        yield disk


def fail_to_keep(hand: Hand, months: int) -> str:
    """Change the term of the open quote, and give what is told about it."""
    session = hand.window.desk.session
    assert session is not None
    assert session.apply("term", lambda quote: set_term(quote, months))
    hand.wait_for(lambda: bool(hand.window.around.toasts.texts()), "the trouble to be told", 20)
    assert session.keeper is not None
    assert session.keeper.pending == 1
    (told,) = hand.window.around.toasts.texts()
    assert "未保存" in " ".join(hand.texts(hand.window.desk.studio.top))
    return told


def answer(hand: Hand, reply: str) -> list[str]:
    """Answer the next question, and give its texts once it was asked."""
    asked: list[str] = []

    def press() -> None:
        for dialog in hand.window.findChildren(MessageDialog):
            asked.extend(hand.texts(dialog))
            hand.click(dialog.button(reply))

    QTimer.singleShot(200, press)
    return asked


def term_stored(hand: Hand) -> int:
    """The term as it is stored."""
    assert hand.window.workspace is not None
    return stored_quote(hand.window.workspace, "Q0001").quote.term


def test_on_a_full_disk_edits_wait_for_room(
    crowded: Path, open_window: Callable[[Path], Hand]
) -> None:
    """The message says what to do; with room again the edit is stored and the message goes."""
    hand = open_window(crowded / "profile")
    open_quote(hand, "Q0001")
    with filled(crowded):
        told = fail_to_keep(hand, 24)
        assert "磁盘已满" in told
        assert "腾出空间" in told
        assert "您的修改保留在本窗口中" in told
        assert term_stored(hand) == 12
    hand.wait_idle()
    assert term_stored(hand) == 24
    hand.wait_for(lambda: not hand.window.around.toasts.texts(), "the message to go", 20)


def test_nothing_is_closed_over_an_edit_that_is_not_stored(hand: Hand, profile: Path) -> None:
    """Neither for another quote nor at the end of the program; once it can be, it is stored."""
    session = open_quote(hand, "Q0001")
    with held_elsewhere(profile / "quotewright.db"):
        told = fail_to_keep(hand, 24)
        assert "被另一个程序占用" in told
        assert "请关闭占用数据的程序" in told
        asked = answer(hand, "no")
        hand.window.desk.open("Q0005")
        assert any("现在离开会丢失这些修改" in text for text in asked)
        assert hand.window.desk.session is session
        asked = answer(hand, "no")
        assert not hand.window.close()
        assert asked
        assert hand.window.isVisible()
        assert session.quote.term == 24
    hand.wait_idle()
    assert term_stored(hand) == 24


def test_who_agrees_to_lose_an_edit_gets_out(hand: Hand, profile: Path) -> None:
    """The other quote is opened, and the edit of the first was never stored."""
    open_quote(hand, "Q0001")
    with held_elsewhere(profile / "quotewright.db"):
        fail_to_keep(hand, 24)
        answer(hand, "yes")
        hand.window.desk.open("Q0005")
        hand.wait_for(lambda: hand.window.desk.session is not None, "the other quote")
        hand.wait_for(lambda: not hand.window.around.toasts.texts(), "the message to go", 20)
    session = hand.window.desk.session
    assert session is not None
    assert session.quote.id == "Q0005"
    assert term_stored(hand) == 12


def test_a_bug_in_storing_loses_nothing_either(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is shown as a bug, once, and the edit is stored as soon as storing works."""
    failures: list[Exception] = []
    hand.window.around.tasks.crashed.connect(failures.append)
    open_quote(hand, "Q0001")
    assert hand.window.workspace is not None
    quotes = hand.window.workspace.quotes
    with monkeypatch.context() as broken:
        broken.setattr(type(quotes), "commit_edit", lambda *_given, **_named: 1 // 0)
        session = hand.window.desk.session
        assert session is not None
        session.apply("term", lambda quote: set_term(quote, 24))
        hand.wait_for(lambda: bool(failures), "the bug to be shown")
    hand.wait_idle()
    assert [type(one) for one in failures] == [ZeroDivisionError]
    assert term_stored(hand) == 24


@pytest.mark.parametrize(("reply", "term"), [("yes", 24), ("no", 36)])
def test_a_quote_changed_elsewhere_is_settled(hand: Hand, reply: str, term: int) -> None:
    """The state here is stored on top, and undo leads to the other one; or the other holds."""
    session = open_quote(hand, "Q0001")
    workspace = hand.window.workspace
    assert workspace is not None
    opened = stored_quote(workspace, "Q0001")
    elsewhere = set_term(opened.quote, 36)
    now = hand.window.around.clock()
    workspace.quotes.commit_edit("Q0001", opened.revision, "op", "term", "", elsewhere, now=now)
    asked = answer(hand, reply)
    session.apply("term", lambda quote: set_term(quote, 24))
    hand.wait_for(lambda: bool(asked), "the question")
    hand.wait_for(lambda: hand.window.desk.session not in (None, session), "the quote again")
    hand.wait_idle()
    assert "这份报价已被别的程序修改" in asked
    assert term_stored(hand) == term
    again = hand.window.desk.session
    assert again is not None
    assert again.quote.term == term
    again.undo()
    hand.wait_idle()
    assert term_stored(hand) == (36 if reply == "yes" else 12)
