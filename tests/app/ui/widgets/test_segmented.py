"""Exactly one option is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QToolButton

from app.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def tax(qtbot: QtBot) -> Segmented:
    """With or without tax; without is on."""
    made = Segmented((("net", "不含税"), ("gross", "含税")), "net", "税")
    qtbot.addWidget(made)
    return made


def test_another_option_is_told_once(tax: Segmented) -> None:
    """A second click on it tells nothing."""
    told: list[str] = []
    tax.chosen.connect(told.append)
    gross = tax.findChildren(QToolButton)[1]
    gross.click()
    gross.click()
    assert told == ["gross"]
    assert tax.current == "gross"


def test_turning_an_option_on_tells_nobody(tax: Segmented) -> None:
    """The page has done it itself."""
    told: list[str] = []
    tax.chosen.connect(told.append)
    tax.set_current("gross")
    assert told == []
    assert [button.isChecked() for button in tax.findChildren(QToolButton)] == [False, True]


def test_options_are_named_with_what_they_choose(tax: Segmented) -> None:
    """含税 alone says little to a screen reader."""
    names = [button.accessibleName() for button in tax.findChildren(QToolButton)]
    assert names == ["税 不含税", "税 含税"]
