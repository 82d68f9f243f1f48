"""Needs and competitors without anybody's name are written from the real window."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from app.ui.hand import Hand


def test_the_workbook_is_written_and_names_nobody(hand: Hand, tmp_path: Path) -> None:
    """The sample customers are too few to be told of; their names are not in the file."""
    file = tmp_path / "调研.xlsx"
    hand.window.guide.sales.write_research(file, show=False)
    hand.wait_for(file.exists, "the file")
    hand.wait_idle()
    with zipfile.ZipFile(file) as archive:
        written = "\n".join(archive.read(name).decode("utf-8") for name in archive.namelist())
    workspace = hand.window.workspace
    assert workspace is not None
    for customer in workspace.customers.everybody():
        assert customer.name not in written
    assert "不足 5 家的合并" in written
    assert any("调研.xlsx" in text for text in hand.window.around.toasts.texts())
