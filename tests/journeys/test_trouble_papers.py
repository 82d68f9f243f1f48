"""Papers that cannot be written: why and what to do is told, and no half of one is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer

from app.quoting.header_edits import set_title
from app.ui.dialogs.clash_dialog import ClashDialog
from app.ui.message_dialog import MessageDialog
from tests.journeys.steps import open_quote
from tests.journeys.test_kept_papers import write
from tests.journeys.trouble import filled, immutable, small_disk

if TYPE_CHECKING:
    from pathlib import Path

    from app.ui.hand import Hand


@pytest.fixture
def hand_of_quote(hand: Hand) -> Hand:
    """A hand in a quote."""
    open_quote(hand, "Q0001")
    return hand


def refused(hand: Hand) -> str:
    """Write a quotation that cannot be written, and give what is told."""
    told: list[str] = []

    def read() -> None:
        for dialog in hand.window.findChildren(MessageDialog):
            if dialog.isVisible():
                told.extend(hand.texts(dialog))
                hand.click(dialog.button("ok"))

    timer = QTimer()
    timer.timeout.connect(read)
    timer.start(20)
    hand.window.desk.write_papers(("quotation",))
    hand.wait_for(lambda: bool(told), "the reason", 60)
    timer.stop()
    hand.wait_idle()
    return " ".join(told)


def files(folder: Path) -> list[str]:
    """Names of all files below a folder."""
    return sorted(file.name for file in folder.rglob("*") if file.is_file())


def test_a_full_disk_leaves_no_half_of_a_paper(hand_of_quote: Hand, tmp_path: Path) -> None:
    """With room again the same press writes them."""
    hand = hand_of_quote
    with small_disk(tmp_path / "disk", 8) as disk:
        hand.window.paper_root = disk / "papers"
        with filled(disk):
            told = refused(hand)
            assert "磁盘已满" in told
            assert "腾出空间" in told
            assert files(disk) == ["ballast"]
        assert {file.suffix for file in write(hand, ("quotation",))} == {".docx", ".pdf"}


def test_a_folder_that_cannot_be_written_is_told(hand_of_quote: Hand, tmp_path: Path) -> None:
    """Allowed again, the same press writes them."""
    hand = hand_of_quote
    folder = tmp_path / "forbidden"
    folder.mkdir()
    hand.window.paper_root = folder
    with immutable(folder):
        told = refused(hand)
        assert "没有权限" in told
        assert "设置中改用别的文件夹" in told
    assert write(hand, ("quotation",))


def test_a_folder_that_is_gone_is_told(hand_of_quote: Hand, tmp_path: Path) -> None:
    """A file lies where the folder was, as a drive letter that is somebody else's now."""
    hand = hand_of_quote
    (tmp_path / "gone").write_text("x")
    hand.window.paper_root = tmp_path / "gone" / "papers"
    told = refused(hand)
    assert "文件夹不存在" in told
    assert "数据文件夹" not in told  # that one is there
    assert "再试一次" in told


def test_what_is_open_in_word_stays_and_the_new_paper_gets_a_number(
    hand_of_quote: Hand,
) -> None:
    """The question names the file that is in use; it is the same afterwards."""
    hand = hand_of_quote
    (word,) = (file for file in write(hand, ("quotation",)) if file.suffix == ".docx")
    before = word.read_bytes()
    session = hand.window.desk.session
    assert session is not None
    session.apply("title", lambda quote: set_title(quote, "改过的方案"))
    hand.wait_idle()
    with immutable(word):
        found: list[Path] = []
        hand.window.desk.written.connect(found.extend)
        hand.window.desk.write_papers(("quotation",))
        dialog = hand.dialog(ClashDialog)
        rows = [dialog.list.item(row).text() for row in range(dialog.list.count())]
        assert any("正被占用" in row or "使用" in row for row in rows)
        hand.click(dialog.replace)
        hand.wait_for(lambda: bool(found), "the papers", 60)
        hand.wait_idle()
        assert word.read_bytes() == before
        assert word.with_name("quotation (2).docx") in found
