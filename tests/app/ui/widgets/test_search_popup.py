"""One searches, steps and takes without leaving the field."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.ui.widgets.search_hits import HitList, SearchHit
from app.ui.widgets.search_popup import SearchPopup

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

HITS = (
    SearchHit("bb300", "企业宽带 300M", "BB-300", "含光猫", "¥ 299.00", "元/月", badges=("热销",)),
    SearchHit("bb1000", "商务宽带 1000M", "BB-1000", price="¥ 599.00"),
)
Key = Qt.Key


@pytest.fixture
def search(qtbot: QtBot) -> Iterator[SearchPopup]:
    """A shown search field in a window."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 500)
    field = SearchPopup("名称、编码或拼音首字母", "添加产品")
    QVBoxLayout(window).addWidget(field)
    window.show()
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    yield field
    window.close()


def find(search: SearchPopup, text: str = "kd") -> None:
    """Type a text and answer with two hits."""
    QTest.keyClicks(search, text)
    search.set_hits(HITS)


def test_every_letter_asks(search: SearchPopup) -> None:
    """Searching takes a tenth of a millisecond, so nothing waits."""
    asked: list[str] = []
    search.query_changed.connect(asked.append)
    QTest.keyClicks(search, "kd ")
    assert asked == ["k", "kd", "kd"]


def test_unfinished_characters_do_not_ask(search: SearchPopup) -> None:
    """The list would flicker while one writes 宽带 with an input method."""
    asked: list[str] = []
    search.query_changed.connect(asked.append)
    QApplication.sendEvent(search, QInputMethodEvent("kuan dai", []))
    assert asked == []
    commit = QInputMethodEvent()
    commit.setCommitString("宽带")
    QApplication.sendEvent(search, commit)
    assert asked == ["宽带"]


def test_enter_takes_the_first_hit_and_empties_the_field(qtbot: QtBot, search: SearchPopup) -> None:
    """Ready for the next one."""
    find(search)
    assert search.popup_visible
    with qtbot.waitSignal(search.chosen) as chosen:
        QTest.keyClick(search, Key.Key_Return)
    assert chosen.args == ["bb300"]
    assert search.text() == ""
    assert not search.popup_visible


@pytest.mark.parametrize(
    ("keys", "key"),
    [
        ([Key.Key_Down], "bb1000"),
        ([Key.Key_Down, Key.Key_Down], "bb300"),
        ([Key.Key_Up], "bb1000"),
        ([Key.Key_PageDown], "bb1000"),
        ([Key.Key_PageDown, Key.Key_PageDown], "bb1000"),
    ],
)
def test_vertical_keys_step_through_the_hits(
    qtbot: QtBot, search: SearchPopup, keys: list[Qt.Key], key: str
) -> None:
    """One step past the end comes in at the top; a page stops at the end."""
    find(search)
    for step in keys:
        QTest.keyClick(search, step)
    with qtbot.waitSignal(search.chosen) as chosen:
        QTest.keyClick(search, Key.Key_Return)
    assert chosen.args == [key]


def test_escape_closes_and_keeps_the_text(search: SearchPopup) -> None:
    """One may want to correct it."""
    find(search)
    QTest.keyClick(search, Key.Key_Escape)
    assert not search.popup_visible
    assert search.text() == "kd"


def test_no_hit_is_said(search: SearchPopup) -> None:
    """And Enter then takes nothing."""
    chosen: list[str] = []
    search.chosen.connect(chosen.append)
    QTest.keyClicks(search, "xx")
    search.set_hits(())
    assert search.popup_visible
    assert "xx" in search._nothing.text()
    QTest.keyClick(search, Key.Key_Return)
    assert chosen == []


def test_a_click_takes_a_hit(qtbot: QtBot, search: SearchPopup) -> None:
    """The mouse works too."""
    find(search)
    hits = search.window().findChildren(HitList)[0]
    point = hits.visualRect(hits.model().index(1, 0)).center()
    with qtbot.waitSignal(search.chosen) as chosen:
        QTest.mouseClick(hits.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert chosen.args == ["bb1000"]


def test_the_list_goes_when_the_keyboard_goes(search: SearchPopup) -> None:
    """It must not hang over another page."""
    find(search)
    search.clearFocus()
    assert not search.popup_visible


def test_an_emptied_field_shows_nothing(search: SearchPopup) -> None:
    """Late hits for a text that is gone are not shown either."""
    find(search, "k")
    QTest.keyClick(search, Key.Key_Backspace)
    assert not search.popup_visible
    search.set_hits(HITS)
    assert not search.popup_visible


def test_a_hit_is_read_out_as_a_whole(search: SearchPopup) -> None:
    """Title, mark, code, detail and price."""
    find(search)
    model = search.window().findChildren(HitList)[0].model()
    spoken = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "企业宽带 300M，热销，BB-300，含光猫，¥ 299.00，元/月"


@pytest.mark.parametrize("reach", ["key", "click", "shortcut"])
def test_an_empty_field_offers_what_is_usual(search: SearchPopup, reach: str) -> None:
    """When one reaches for it; nothing is marked, so Enter takes nothing unseen."""
    search.query_changed.connect(lambda text: search.set_hits(() if text else HITS, "最近使用"))
    chosen: list[str] = []
    search.chosen.connect(chosen.append)
    if reach == "key":
        QTest.keyClick(search, Key.Key_Down)
    elif reach == "click":
        QTest.mouseClick(search, Qt.MouseButton.LeftButton)
    else:
        search.start()
    assert search.popup_visible
    assert search._note.text() == "最近使用"
    QTest.keyClick(search, Key.Key_Return)
    assert (chosen, search.popup_visible) == ([], False)
    search.start()
    QTest.keyClick(search, Key.Key_Down)
    QTest.keyClick(search, Key.Key_Return)
    assert chosen == ["bb300"]


def test_upwards_from_nowhere_is_the_last_one(search: SearchPopup) -> None:
    """Nothing is marked among the usual ones."""
    search.query_changed.connect(lambda _text: search.set_hits(HITS))
    chosen: list[str] = []
    search.chosen.connect(chosen.append)
    search.start()
    QTest.keyClick(search, Key.Key_Up)
    QTest.keyClick(search, Key.Key_Return)
    assert chosen == ["bb1000"]


def test_a_catalogue_that_is_not_ready_is_said(search: SearchPopup) -> None:
    """Instead of that nothing was found."""
    QTest.keyClicks(search, "kd")
    search.set_waiting()
    assert search.popup_visible
    assert search._nothing.text() == "Getting the catalogue ready for searching"
