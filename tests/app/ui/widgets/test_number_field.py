"""Numbers stand in their fields as texts do in theirs."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.ui.widgets.number_field import DecimalField, NumberField

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("kind", [NumberField, DecimalField])
def test_a_number_does_not_touch_the_edge(
    qtbot: QtBot, kind: type[NumberField | DecimalField]
) -> None:
    """Nine pixels are left before it."""
    field = kind()
    qtbot.addWidget(field)
    assert field.lineEdit().textMargins().left() == 9


def test_no_page_has_number_fields_of_its_own() -> None:
    """Qt's own would touch the edge."""
    raw = [
        str(file)
        for file in Path("app/ui").rglob("*.py")
        if re.search(r"\bQ(Double)?SpinBox\(\)", file.read_text("utf-8"))
    ]
    assert raw == []
