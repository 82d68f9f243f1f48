"""Codes are picked by searching and stand as chips that can be taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from app.ui.widgets.code_picker import CodePicker
from app.ui.widgets.search_hits import SearchHit

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

NAMES = {"A": "Apple", "B": "Broadband that is longer than a chip can be"}


def find(text: str) -> tuple[SearchHit, ...] | None:
    """Whatever begins with the text; what comes later for z."""
    if text == "z":
        return None
    return tuple(
        SearchHit(key=code, title=name, code=code, detail="", price="")
        for code, name in NAMES.items()
        if name.lower().startswith(text)
    )


@pytest.fixture
def picker(qtbot: QtBot) -> CodePicker:
    """A picker of fruits."""
    made = CodePicker("Search", "Fruits", find, lambda code: NAMES.get(code, code))
    qtbot.addWidget(made)
    made.resize(300, 200)
    made.show()
    return made


def test_a_hit_is_picked_with_the_keyboard_and_once_only(picker: CodePicker) -> None:
    """Typing, Enter; the same again changes nothing."""
    told: list[tuple[str, ...]] = []
    picker.picked.connect(told.append)
    for _ in range(2):
        QTest.keyClicks(picker.search, "app")
        QTest.keyClick(picker.search, Qt.Key.Key_Return)
    assert told == [("A",)]
    assert picker.codes == ("A",)
    assert picker.search.text() == ""


def test_a_chip_takes_its_code_out(picker: CodePicker) -> None:
    """A long name is cut, and told in full by the tip; an unknown code is its own name."""
    told: list[tuple[str, ...]] = []
    picker.picked.connect(told.append)
    picker.set_codes(("A", "B", "GONE"))
    chips = {chip.text(): chip for chip in picker.findChildren(QPushButton) if chip.isVisible()}
    assert list(chips) == ["Apple  ×", "Broadband that is lon…  ×", "GONE  ×"]
    assert NAMES["B"] in chips["Broadband that is lon…  ×"].toolTip()
    QTest.mouseClick(chips["Apple  ×"], Qt.MouseButton.LeftButton)
    assert told == [("B", "GONE")]


def test_hits_that_come_later_are_taken_as_well(picker: CodePicker) -> None:
    """Nothing is said before they are there."""
    QTest.keyClicks(picker.search, "z")
    assert not picker.search.popup_visible
    picker.search.set_hits(find("a") or ())
    QTest.keyClick(picker.search, Qt.Key.Key_Return)
    assert picker.codes == ("A",)


def test_chips_follow_the_names_that_become_known(picker: CodePicker) -> None:
    """A code is its own name until then."""
    names: dict[str, str] = {}
    later = CodePicker("Search", "Customers", find, lambda code: names.get(code, code), picker)
    later.show()
    later.set_codes(("C1",))
    names["C1"] = "Corner shop"
    later.tell_again()
    QApplication.processEvents()
    assert [chip.text() for chip in later.findChildren(QPushButton) if chip.isVisible()] == [
        "Corner shop  ×"
    ]
    assert later.codes == ("C1",)
