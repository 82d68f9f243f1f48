"""A price list with a one-time and a monthly price in one row: proposed, corrected, remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from app.ui.dialogs.import_dialog import ImportDialog
from catalog.comparison import Change

if TYPE_CHECKING:
    from pathlib import Path

    from app.ui.hand import Hand

TWO = (
    "产品编码,产品名称,单位,一次性费用(元),月租(元/月),一次性成本,月成本,定价方式,税率\n"
    "DUO,双线宽带,条,300,180,60,45,市场调节价,9%\n"
    "MONO,单线宽带,条,-,90,-,20,市场调节价,9%\n"
)
STRANGE = "产品编码,产品名称,单位,首付,之后,定价方式,税率\nDUO,双线宽带,条,300,180,市场调节价,9%\n"


def opened(hand: Hand, path: Path, text: str) -> ImportDialog:
    """The dialog with the file's columns shown."""
    path.write_text(text, encoding="utf-8")
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


def test_two_prices_in_a_row_are_proposed_and_become_two_charges(
    hand: Hand, tmp_path: Path
) -> None:
    """The dry run shows both; a dash is no charge; what is stored is one offering with two."""
    dialog = opened(hand, tmp_path / "two.csv", TWO)
    meant = [combo.currentData() for combo in dialog.mapping.combos]
    assert meant[3:7] == [
        "list_price_cny.once",
        "list_price_cny.month",
        "cost_cny.once",
        "cost_cny.month",
    ]
    go_on(hand, dialog, 2)
    plan = dialog.plan
    assert plan is not None
    assert (plan.errors, plan.count(Change.ADDED)) == (0, 3)
    dialog.agree.click()
    hand.wait_idle()
    workspace = hand.window.imports.workspace
    assert workspace is not None
    catalog = workspace.catalog()
    assert catalog is not None
    duo, mono = catalog.offering("DUO"), catalog.offering("MONO")
    assert duo is not None
    assert mono is not None
    assert [(c.code, c.name.zh, str(c.list_price), str(c.cost)) for c in duo.charges] == [
        ("DUO.INST", "一次性费用", "300", "60"),
        ("DUO.RENT", "月租", "180", "45"),
    ]
    assert [c.code for c in mono.charges] == ["MONO.RENT"]


def test_columns_nobody_knows_are_said_by_hand_and_remembered(hand: Hand, tmp_path: Path) -> None:
    """首付 is the price once, 之后 the one a month; costs are the same in every row."""
    dialog = opened(hand, tmp_path / "strange.csv", STRANGE)
    for position, field in ((3, "list_price_cny.once"), (4, "list_price_cny.month")):
        combo = dialog.mapping.combos[position]
        combo.setCurrentIndex(combo.findData(field))
    costs = {edit.accessibleName(): edit for edit in dialog.mapping.findChildren(QLineEdit)}
    for name, text in (("一次性成本", "60"), ("月成本", "45")):
        hand.replace(costs[name], text)
        costs[name].editingFinished.emit()
    go_on(hand, dialog, 2)
    assert dialog.plan is not None
    assert (dialog.plan.errors, dialog.plan.count(Change.ADDED)) == (0, 2)
    dialog.agree.click()
    hand.wait_idle()
    again = opened(hand, tmp_path / "next.csv", STRANGE.replace("180", "170"))
    meant = [combo.currentData() for combo in again.mapping.combos]
    assert meant[3:5] == ["list_price_cny.once", "list_price_cny.month"]
    go_on(hand, again, 2)
    assert again.plan is not None
    assert (again.plan.errors, again.plan.count(Change.CHANGED)) == (0, 1)
    again.reject()
