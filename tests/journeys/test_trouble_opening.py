"""Data that cannot be opened: the window says why and offers what helps; nothing is lost."""

from __future__ import annotations

import os
import shutil
import sqlite3
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton

from app.quoting.header_edits import set_term
from app.services.quote_library import open_quote as stored_quote
from app.start import make_window
from app.storage import backup as backup_module
from app.storage import database as database_module
from app.storage.backup import back_up_daily
from app.ui import rescue
from app.ui.hand import Hand
from app.ui.language import install_translation
from app.ui.message_dialog import MessageDialog
from tests.journeys.conftest import NOON
from tests.journeys.steps import open_quote
from tests.journeys.trouble import filled, held_elsewhere, immutable, small_disk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from app.services.workspace import Workspace
    from app.ui.main_window import MainWindow

BACKUP = "quotewright-20261123.db"


@pytest.fixture
def show(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Hand]]:
    """Show the window on data that may not open; closed after the test."""
    engine = database_module._engine
    monkeypatch.setattr(database_module, "_engine", lambda file, _wait: engine(file, 0.05))
    shown: list[MainWindow] = []

    def show_on(folder: Path, clock: Callable[[], datetime] | None = None) -> Hand:
        window = make_window(folder, language="zh", papers=folder.parent / "papers", clock=clock)
        shown.append(window)
        window.show()
        return Hand(window)

    yield show_on
    for window in shown:
        for dialog in window.findChildren(MessageDialog):
            dialog.finished.disconnect()
            dialog.reject()
        window.close()
        window.around.toasts.clear()
        window.deleteLater()
    install_translation("en")
    qapp.processEvents()


def told(hand: Hand) -> tuple[MessageDialog, str]:
    """The dialog that says why, and all its texts."""
    dialog = hand.dialog(MessageDialog)
    assert hand.window.workspace is None
    return dialog, " ".join(hand.texts(dialog))


def attached(hand: Hand) -> Workspace:
    """The data, once they are open."""
    hand.wait_for(lambda: hand.window.workspace is not None, "the data")
    hand.wait_idle()
    assert hand.window.workspace is not None
    return hand.window.workspace


def cut_short(database: Path) -> None:
    """Leave a third of the file, as a full disk or a broken copy does."""
    os.truncate(database, database.stat().st_size // 3)


def put_garbage(database: Path) -> None:
    """Write over the first page, as an encrypting program or a broken disk does."""
    with database.open("r+b") as stream:
        stream.write(os.urandom(4096))


def spoil_pages(database: Path) -> None:
    """Write over pages in the middle."""
    with database.open("r+b") as stream:
        stream.seek(database.stat().st_size // 2)
        stream.write(b"\xa5" * 65536)


@pytest.mark.parametrize("spoil", [cut_short, put_garbage, spoil_pages])
def test_of_damaged_data_the_latest_whole_backup_is_offered(
    profile: Path, show: Callable[..., Hand], spoil: Callable[[Path], None]
) -> None:
    """A newer backup that is damaged is passed over; what is damaged is kept beside it."""
    database = profile / "quotewright.db"
    back_up_daily(profile, NOON)
    broken = profile / "backups" / "quotewright-20261124.db"
    shutil.copyfile(profile / "backups" / BACKUP, broken)
    cut_short(broken)
    spoil(database)
    damaged = database.read_bytes()
    hand = show(profile, lambda: NOON)
    dialog, text = told(hand)
    assert "数据无法打开" in text
    assert "2026年11月23日" in text
    hand.click(dialog.button("restore"))
    workspace = attached(hand)
    assert stored_quote(workspace, "Q0001").quote.term == 12
    (kept,) = profile.glob("replaced-*.db")
    assert kept.read_bytes() == damaged
    (news,) = hand.window.around.toasts.texts()
    assert kept.name in news


def test_without_a_backup_one_may_begin_anew(profile: Path, show: Callable[..., Hand]) -> None:
    """The damaged file is kept; that there is none that opens is said."""
    put_garbage(profile / "quotewright.db")
    hand = show(profile)
    dialog, text = told(hand)
    assert "没有可以打开的备份" in text
    hand.click(dialog.button("anew"))
    assert attached(hand).catalog() is None
    assert len(list(profile.glob("damaged-*.db"))) == 1


def test_the_log_of_another_database_spoils_nothing(
    profile: Path, tmp_path: Path, show: Callable[..., Hand]
) -> None:
    """A file of changes that a copying program put beside it belongs to none of its pages."""
    other = sqlite3.connect(tmp_path / "other.db")
    other.execute("PRAGMA journal_mode = WAL")
    other.execute("CREATE TABLE t (a)")
    other.executemany("INSERT INTO t VALUES (?)", [("x" * 900,) for _ in range(200)])
    other.commit()
    shutil.copyfile(tmp_path / "other.db-wal", profile / "quotewright.db-wal")
    other.close()
    before = (profile / "quotewright.db").read_bytes()
    hand = show(profile)
    dialog, text = told(hand)
    assert "属于别的数据" in text
    assert (profile / "quotewright.db").read_bytes() == before
    hand.click(dialog.button("leave"))
    assert stored_quote(attached(hand), "Q0001").quote.term == 12
    assert len(list(profile.glob("damaged-*.db-wal"))) == 1


def test_data_of_a_newer_program_are_left_alone(profile: Path, show: Callable[..., Hand]) -> None:
    """No older backup is offered in their place: it would hide what was edited since."""
    database = profile / "quotewright.db"
    back_up_daily(profile, NOON)
    newer = sqlite3.connect(database)
    newer.execute("UPDATE alembic_version SET version_num = '9999'")
    newer.commit()
    newer.close()
    before = database.read_bytes()
    dialog, text = told(show(profile, lambda: NOON))
    assert "请安装最新版本" in text
    assert "数据没有改动" in text
    assert [one.text() for one in dialog.findChildren(QPushButton)] == ["关闭程序", "重试"]
    assert database.read_bytes() == before


def test_data_held_by_another_program_are_waited_for(
    profile: Path, show: Callable[..., Hand]
) -> None:
    """Who closes the other program and tries again is in."""
    with held_elsewhere(profile / "quotewright.db", alone=True):
        hand = show(profile)
        dialog, text = told(hand)
        assert "被另一个程序占用" in text
        assert "请关闭占用数据的程序" in text
        assert "数据没有改动" in text
    hand.click(dialog.button("again"))
    attached(hand)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, show: Callable[..., Hand]) -> None:
    """A file lies where the folder is to be; without it the program begins."""
    (tmp_path / "file").write_text("x")
    hand = show(tmp_path / "file" / "profile")
    dialog, text = told(hand)
    assert "数据文件夹无法建立" in text
    assert "确认磁盘已连接" in text
    (tmp_path / "file").unlink()
    hand.click(dialog.button("again"))
    attached(hand)


def test_a_folder_without_permission_is_told(profile: Path, show: Callable[..., Hand]) -> None:
    """Nobody may write the database or beside it."""
    database = profile / "quotewright.db"
    with immutable(database), immutable(profile):
        hand = show(profile)
        dialog, text = told(hand)
        assert "文件夹只读" in text or "无法打开" in text
        assert "写入数据文件夹" in text
    hand.click(dialog.button("again"))
    attached(hand)


def test_a_full_disk_is_told_when_a_backup_is_to_be_restored(
    tmp_path: Path, profile: Path, show: Callable[..., Hand]
) -> None:
    """Nothing was changed by the attempt; with room it is offered again and works."""
    with small_disk(tmp_path / "disk", 64) as disk:
        folder = disk / "profile"
        shutil.copytree(profile, folder)
        back_up_daily(folder, NOON)
        put_garbage(folder / "quotewright.db")
        damaged = (folder / "quotewright.db").read_bytes()
        hand = show(folder, lambda: NOON)
        dialog, _ = told(hand)
        with filled(disk):
            hand.click(dialog.button("restore"))
            hand.wait_for(dialog.isHidden, "the attempt")
            again, text = told(hand)
            assert "磁盘已满" in text
            assert (folder / "quotewright.db").read_bytes() == damaged
        hand.click(again.button("again"))
        offered, _ = told(hand)
        hand.click(offered.button("restore"))
        assert stored_quote(attached(hand), "Q0001").quote.term == 12
        hand.window.close()


def test_a_clock_set_back_is_told(
    profile: Path, show: Callable[..., Hand], open_window: Callable[[Path], Hand]
) -> None:
    """Both moments are named, the edits are there, and a right clock is not mentioned."""
    hand = open_window(profile)
    session = open_quote(hand, "Q0001")
    session.apply("term", lambda quote: set_term(quote, 24))
    hand.wait_idle()
    edited = hand.window.around.clock()
    hand.window.close()
    back = show(profile, lambda: edited - timedelta(days=400))
    assert stored_quote(attached(back), "Q0001").quote.term == 24
    (news,) = back.window.around.toasts.texts()
    assert f"{edited - timedelta(days=400):%Y-%m-%d}" in news
    assert f"{edited:%Y-%m-%d}" in news
    assert "请校准时钟" in news
    back.window.close()
    right = show(profile, lambda: edited + timedelta(minutes=5))
    attached(right)
    assert right.window.around.toasts.texts() == ()


def test_a_backup_is_made_each_day(
    profile: Path, show: Callable[..., Hand], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once the window has come to rest; why there is none is told."""
    monkeypatch.setattr(rescue, "BACKUP_AFTER_MS", 1)
    hand = show(profile, lambda: NOON)
    attached(hand)
    made = profile / "backups" / BACKUP
    hand.wait_for(made.exists, "the backup", 20)
    hand.wait_idle()
    assert backup_module.fault_of(made) == ""
    hand.window.close()
    with immutable(profile / "backups"):
        following = show(profile, lambda: NOON + timedelta(days=1))
        attached(following)
        toasts = following.window.around.toasts
        following.wait_for(lambda: bool(toasts.texts()), "the reason")
        assert "今天的备份没有做成" in toasts.texts()[0]
