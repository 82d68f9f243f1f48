"""A price list of others is imported: columns looked at, changes seen, all or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from app.ui.dialogs.import_dialog import ImportDialog
from catalog.comparison import Change

MANY = 3000
"""Rows that take long enough to be called off."""

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.ui.hand import Hand

STRANGE = (
    "Kennung,Was,Betrag\nPSTN.RENT,固定电话 月租,28.00\nPSTN.INST,固定电话 一次性接入费,120.00\n"
)


def opened(hand: Hand, path: Path) -> ImportDialog:
    """The dialog with the file's columns shown."""
    hand.window.imports.import_catalogue()
    dialog = hand.dialog(ImportDialog)
    dialog.price_list.setText(str(path))
    go_on(hand, dialog, 1)
    return dialog


def go_on(hand: Hand, dialog: ImportDialog, step: int) -> None:
    """Press the button that goes on, and wait for the next step."""
    dialog.agree.click()
    hand.wait_for(lambda: dialog.steps.currentIndex() == step, f"step {step}")
    hand.wait_idle()


def test_a_strange_layout_is_corrected_once_and_remembered(hand: Hand, tmp_path: Path) -> None:
    """The second file with the same headings needs no correction."""
    path = tmp_path / "theirs.csv"
    path.write_text(STRANGE, encoding="utf-8")
    dialog = opened(hand, path)
    assert [combo.currentData() for combo in dialog.mapping.combos] == [
        "code",
        "",
        "list_price_cny",
    ]
    name = dialog.mapping.combos[1]
    name.setCurrentIndex(name.findData("name_zh"))
    go_on(hand, dialog, 2)
    plan = dialog.plan
    assert plan is not None
    assert plan.errors == 0
    assert plan.count(Change.CHANGED) == 2
    assert (plan.count(Change.ADDED), plan.count(Change.WITHDRAWN)) == (0, 0)
    assert plan.unchanged == 342
    dialog.agree.click()
    hand.wait_idle()
    workspace = hand.window.imports.workspace
    assert workspace is not None
    catalog = workspace.catalog()
    assert catalog is not None
    rent = catalog.charge("PSTN.RENT")
    assert rent is not None
    assert str(rent.list_price) == "28.00"
    again = opened(hand, path)
    assert [c.currentData() for c in again.mapping.combos] == ["code", "name_zh", "list_price_cny"]
    again.reject()


def test_a_list_with_errors_shows_them_and_changes_nothing(hand: Hand, tmp_path: Path) -> None:
    """They can be copied; going back leads to the columns."""
    path = tmp_path / "wrong.csv"
    path.write_text("编码,单价\nPSTN.RENT,面议\nPSTN.INST,90\n", encoding="utf-8")
    workspace = hand.window.imports.workspace
    assert workspace is not None
    before = workspace.catalogs.versions()
    dialog = opened(hand, path)
    go_on(hand, dialog, 2)
    assert not dialog.agree.isEnabled()
    assert dialog.changes.tabs.currentWidget() is dialog.changes.findings
    dialog.changes.copy.click()
    first, *_ = QGuiApplication.clipboard().text().split("\n")
    assert first.split("\t")[:5] == ["wrong.csv", "", "2", "B 单价", "error"]
    dialog.back.click()
    assert dialog.steps.currentIndex() == 1
    dialog.reject()
    assert workspace.catalogs.versions() == before


def test_what_a_list_does_not_say_can_be_said_for_every_row(
    open_window: Callable[[Path], Hand], tmp_path: Path
) -> None:
    """The first import of all asks for each needed field without a column."""
    hand = open_window(tmp_path / "empty")
    path = tmp_path / "prices.csv"
    path.write_text("编码,名称,类型,周期,单价,成本,税率\nNET.RENT,宽带,月租,月,30,9,9%\n", "utf-8")
    dialog = opened(hand, path)
    unit, regulation = dialog.mapping.findChildren(QLineEdit)
    assert (unit.accessibleName(), regulation.accessibleName()) == ("计量单位", "定价方式")
    hand.replace(unit, "条")
    hand.replace(regulation, "市场调节价")
    regulation.editingFinished.emit()
    go_on(hand, dialog, 2)
    assert dialog.plan is not None
    assert dialog.plan.content is not None
    (offering,) = dialog.plan.content.offerings
    assert offering.charges[0].unit == "条"
    assert offering.charges[0].regulation == "market"
    dialog.reject()


def test_a_file_that_cannot_be_read_is_told_and_the_dialog_stays(
    hand: Hand, tmp_path: Path
) -> None:
    """It says why and what to do, in the user's language."""
    path = tmp_path / "资费.xlsx"
    path.write_bytes(b"%PDF-1.7\n")
    hand.window.imports.import_catalogue()
    dialog = hand.dialog(ImportDialog)
    dialog.price_list.setText(str(path))
    dialog.agree.click()
    hand.wait_idle()
    assert dialog.isVisible()
    assert dialog.steps.currentIndex() == 0
    assert dialog.agree.isEnabled()
    (told,) = [text for text in hand.texts(dialog) if "资费.xlsx" in text and "不能" in text]
    assert "“PDF 文档”" in told
    assert "请用能打开它的程序" in told
    assert dialog.height() >= dialog.sizeHint().height()
    dialog.reject()


def long_list(path: Path) -> Path:
    """A price list of many charges."""
    heading = "资费编码,资费名称,收费类型,计量单位,计费周期,标准资费(元),成本(元),定价方式,税率\n"
    rows = (f"N{n}.RENT,新品{n} 月租,月租,条,月,{n}.50,1.00,市场调节价,9%\n" for n in range(MANY))
    path.write_text(heading + "".join(rows), encoding="utf-8")
    return path


@pytest.mark.parametrize("step", [0, 1, 2])
def test_cancel_in_mid_work_leaves_at_once_and_changes_nothing(
    hand: Hand, tmp_path: Path, step: int
) -> None:
    """While the file is opened, while the changes are worked out, while they are stored."""
    workspace = hand.window.imports.workspace
    assert workspace is not None
    before = [row.version for row in workspace.catalogs.versions()]
    path = long_list(tmp_path / "long.csv")
    hand.window.imports.import_catalogue()
    dialog = hand.dialog(ImportDialog)
    imported: list[bool] = []
    dialog.imported.connect(lambda: imported.append(True))
    dialog.price_list.setText(str(path))
    for done in range(1, step + 1):
        go_on(hand, dialog, done)
    tasks = hand.window.around.tasks
    seen: list[bool] = []

    def cancel(*_progress: object) -> None:
        if not seen:
            seen.append(tasks.busy)
            dialog.reject()
            seen.append(dialog.isVisible())

    tasks.progressed.connect(cancel)
    dialog.agree.click()
    hand.wait_for(lambda: bool(seen) and not tasks.busy, "the work to end")
    hand.wait_idle()
    assert seen == [True, False]
    assert imported == []
    assert [row.version for row in workspace.catalogs.versions()] == before
    catalog = workspace.catalog()
    assert catalog is not None
    assert catalog.charge("N1.RENT") is None


GAPS = (
    "产品名称,资费编码,资费名称,收费类型,计量单位,计费周期,标准资费(元),成本(元),定价方式,税率\n"
    "云盾,Y.RENT,云盾 月租,月租,条,月,30.00,1.00,市场调节价,9%\n"
    ",Y.INST,云盾 安装费,一次性,条,一次,50.00,1.00,市场调节价,9%\n"
)


def test_empty_cells_may_mean_the_same_as_above(hand: Hand, tmp_path: Path) -> None:
    """Only a column with gaps asks; what was said is remembered with the layout."""
    path = tmp_path / "gaps.csv"
    path.write_text(GAPS, encoding="utf-8")
    dialog = opened(hand, path)
    assert list(dialog.mapping.fills) == [0]
    box = dialog.mapping.fills[0]
    assert not box.isChecked()
    box.click()
    assert dialog.mapping.tables()[0].mapping.fill_down == ("offering_zh",)
    go_on(hand, dialog, 2)
    assert dialog.plan is not None
    assert dialog.plan.content is not None
    (made,) = [one for one in dialog.plan.content.offerings if one.code == "Y"]
    assert made.name.zh == "云盾"
    dialog.agree.click()
    hand.wait_idle()
    again = opened(hand, path)
    assert again.mapping.fills[0].isChecked()
    again.mapping.combos[0].setCurrentIndex(0)
    assert not again.mapping.fills[0].isEnabled()
    assert again.mapping.tables()[0].mapping.fill_down == ()
    again.reject()


def test_hidden_rows_may_be_left_out_and_are_told(hand: Hand, tmp_path: Path) -> None:
    """They are read unless somebody says so."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.worksheets[0]
    for line in GAPS.splitlines():
        sheet.append(line.split(","))
    sheet.row_dimensions[3].hidden = True
    path = tmp_path / "hidden.xlsx"
    book.save(path)
    dialog = opened(hand, path)
    assert dialog.mapping.skip_hidden.isVisible()
    dialog.mapping.skip_hidden.click()
    go_on(hand, dialog, 2)
    assert dialog.plan is not None
    assert dialog.plan.rows == 1
    told = [p for p in dialog.plan.problems if p.code == "import.hidden_aside"]
    assert [(p.parameters["rows"], p.parameters["count"]) for p in told] == [("3", "1")]
    assert "import.hidden_rows" not in {p.code for p in dialog.plan.problems}
    dialog.reject()
