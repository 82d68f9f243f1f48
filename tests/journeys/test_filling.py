"""Filling an empty program: samples, a catalogue with faults, a customer with bills."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from app.paths import resource
from app.ui.dialogs.customer_dialog import CustomerDialog
from app.ui.dialogs.import_dialog import ImportDialog
from tests.journeys.steps import add, begin_quote, session_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.ui.hand import Hand


def test_an_empty_program_offers_the_sample_data(
    open_window: Callable[[Path], Hand], tmp_path: Path
) -> None:
    """One press, and the sample quotes are in the list."""
    hand = open_window(tmp_path / "empty")
    quotes = hand.window.quotes
    assert not quotes.new.isEnabled()
    hand.click(quotes.sample)
    hand.wait_for(lambda: quotes.table.model().rowCount() == 5, "five sample quotes")
    assert quotes.new.isEnabled()
    assert any("5" in text for text in hand.window.around.toasts.texts())


def test_a_catalogue_with_faults_changes_nothing(hand: Hand, tmp_path: Path) -> None:
    """Every fault is listed with row, column and cure; the catalogue in force stays."""
    workspace = hand.window.workspace
    assert workspace is not None
    before = workspace.catalog()
    sound = resource("sample", "catalogue.csv").read_text(encoding="utf-8-sig")
    faulty = tmp_path / "faulty.csv"
    faulty.write_text(sound.replace(",0.11,", ",elf,", 1), encoding="utf-8")
    hand.shortcut(Qt.Key.Key_3)
    hand.click(hand.button("导入产品目录", hand.window.catalogue.head))
    dialog = hand.dialog(ImportDialog)
    hand.replace(dialog.price_list, str(faulty))
    hand.click(dialog.agree)
    hand.wait_for(lambda: dialog.steps.currentIndex() == 1, "the columns")
    hand.click(dialog.agree)
    hand.wait_for(dialog.changes.findings.isVisible, "the findings")
    model = dialog.changes.findings.model()
    found = [model.index(0, column).data() for column in range(model.columnCount())]
    assert found == ["“elf”不是金额。", "faulty.csv", "4", "K list_price_cny"]
    assert dialog.isVisible()
    assert workspace.catalog() is before
    dialog.reject()


def test_a_sound_catalogue_becomes_the_one_in_force(hand: Hand) -> None:
    """The new version is searched as soon as its index is there."""
    workspace = hand.window.workspace
    assert workspace is not None
    hand.shortcut(Qt.Key.Key_3)
    view = hand.window.catalogue
    hand.click(hand.button("导入产品目录", view.head))
    dialog = hand.dialog(ImportDialog)
    hand.replace(dialog.price_list, str(resource("sample", "catalogue.csv")))
    hand.replace(dialog.bundles, str(resource("sample", "bundles.toml")))
    hand.replace(dialog.version, "mine-1")
    hand.click(dialog.agree)
    hand.wait_for(lambda: dialog.steps.currentIndex() == 1, "the columns")
    hand.click(dialog.agree)
    hand.wait_for(lambda: dialog.steps.currentIndex() == 2, "the changes")
    hand.click(dialog.agree)
    hand.wait_for(lambda: not hand.window.findChildren(ImportDialog), "the import")
    hand.wait_idle()
    catalog = workspace.catalog()
    assert catalog is not None
    assert catalog.version == "mine-1"
    hand.enter("gddh", view.head.search)
    first = view.table.model().index
    hand.wait_for(lambda: first(0, 0).data().startswith("固定电话"), "the index")


def test_a_new_customer_with_bills_gets_a_quote(hand: Hand) -> None:
    """Name, segment and bills from a file; the typical month is on the screen."""
    hand.shortcut(Qt.Key.Key_2)
    view = hand.window.customers
    hand.wait_idle()
    hand.click(hand.button("新建客户", view.head))
    dialog = hand.dialog(CustomerDialog)
    hand.click(dialog.agree)
    assert "请填写单位名称" in hand.texts(dialog)
    hand.enter("新苗幼儿园", hand.child(QLineEdit, "单位名称", dialog))
    dialog.segment.setCurrentText("SMB")
    dialog.read_bills(str(resource("sample", "cases", "1", "bills.csv")))
    hand.wait_idle()
    hand.click(dialog.agree)
    hand.wait_for(lambda: not hand.window.findChildren(CustomerDialog), "the customer")
    hand.wait_idle()
    assert view.detail.overview.lines.texts()["典型月"] == "¥708.00"
    begin_quote(hand, "新苗")
    add(hand, "彩铃")
    assert session_of(hand).worked.revision.customer.name == "新苗幼儿园"
