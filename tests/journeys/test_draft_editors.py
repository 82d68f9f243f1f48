"""Tables and pickers of the catalogue's draft: conditional prices, characteristics, relations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from app.ui.dialogs.rows_dialog import RowsDialog
from app.ui.pages.catalogue.detail_head import RELATIONS, TEXTS
from tests.app.storage.test_leaflet_store import PDF
from tests.journeys.test_catalogue import begin_draft, draft_of, publish

if TYPE_CHECKING:
    from pathlib import Path

    from app.ui.hand import Hand
    from app.ui.pages.catalogue.catalogue_page import CataloguePage
    from catalog.offering import ProductOffering
    from catalog.price_list import PriceRecord


def offering_of(page: CataloguePage, code: str) -> ProductOffering:
    """An offering of the draft."""
    found = draft_of(page).catalog.offering(code)
    assert found is not None
    return found


def records_of(page: CataloguePage, charge: str) -> list[PriceRecord]:
    """The price records of a charge of the draft."""
    return list(draft_of(page).catalog.price_records(charge))


def show_tab(page: CataloguePage, hand: Hand, tab: str) -> None:
    """Go to a part of the detail as a click does."""
    detail = page.listed.detail
    detail.tabs.set_current(tab)
    detail.show_again()
    hand.wait_idle()


def paste(hand: Hand, dialog: RowsDialog, text: str) -> None:
    """Paste a block from a spreadsheet into the first cell."""
    QGuiApplication.clipboard().setText(text)
    dialog.rows.setCurrentCell(0, 0)
    hand.click(dialog.paste)


def type_into(hand: Hand, dialog: RowsDialog, row: int, column: int, text: str) -> QLineEdit:
    """Type into a cell; the editor stays open."""
    dialog.rows.setCurrentCell(row, column)
    cell = dialog.rows.item(row, column)
    assert cell is not None
    dialog.rows.editItem(cell)
    (editor,) = dialog.rows.viewport().findChildren(QLineEdit)
    hand.replace(editor, text)
    return editor


def test_conditional_prices_are_pasted_mended_and_undone(hand: Hand) -> None:
    """Three rows of which one has no reading; what is taken back comes again."""
    page = begin_draft(hand)
    page.table.set_current("PSTN.RENT")
    hand.wait_idle()
    tables = page.listed.detail.editor.tables
    hand.click(tables.records.open_table)
    dialog = hand.dialog(RowsDialog)
    paste(hand, dialog, "单价 ¥\t适用客户\n22.50\tEDU;GOV\n24\tSMB SOHO\n25\n")
    wrong = dialog.checked.wrong()
    assert wrong is not None
    assert (wrong.row, wrong.column) == (1, 1)
    hand.click(dialog.agree)
    assert dialog.isVisible()
    assert (dialog.rows.currentRow(), dialog.rows.currentColumn()) == (1, 1)
    hand.click(dialog.undo)
    assert dialog.rows.rows() == ()
    hand.click(dialog.redo)
    editor = type_into(hand, dialog, 1, 1, "SMB;SOHO,")
    assert dialog.checked.wrong() is not None
    assert not any("第 2 行" in text for text in hand.texts(dialog))
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert dialog.isVisible()
    hand.click(dialog.agree)
    hand.wait_idle()
    found = [(str(one.unit_price), one.segments) for one in records_of(page, "PSTN.RENT")]
    assert found == [("22.50", ("EDU", "GOV")), ("24", ("SMB", "SOHO")), ("25", ())]
    assert "PSTN.RENT" in draft_of(page).changed_keys()
    assert any("SMB、SOHO" in text for text in hand.texts(tables.records))

    hand.click(tables.records.open_table)
    dialog = hand.dialog(RowsDialog)
    dialog.rows.setCurrentCell(1, 0)
    hand.click(dialog.remove)
    hand.click(dialog.agree)
    hand.wait_idle()
    assert len(records_of(page, "PSTN.RENT")) == 2
    page.undo()
    assert len(records_of(page, "PSTN.RENT")) == 3
    page.undo()
    assert records_of(page, "PSTN.RENT") == []


def test_a_conditional_price_is_published_and_a_charge_takes_its_prices_along(hand: Hand) -> None:
    """The version has it; without the charge the draft has no price of nothing."""
    page = begin_draft(hand)
    page.table.set_current("PSTN.CLIP")
    hand.wait_idle()
    hand.click(page.listed.detail.editor.tables.records.open_table)
    dialog = hand.dialog(RowsDialog)
    paste(hand, dialog, "5\tEDU\n6\n")
    hand.click(dialog.agree)
    hand.wait_idle()
    page.table.setFocus()
    hand.press(Qt.Key.Key_Delete)
    assert records_of(page, "PSTN.CLIP") == []
    page.undo()
    publish(hand, page, "winter")
    assert hand.window.workspace is not None
    newest = hand.window.workspace.catalog()
    assert newest is not None
    assert [str(one.unit_price) for one in newest.price_records("PSTN.CLIP")] == ["5", "6"]
    page.table.set_current("PSTN.CLIP")
    hand.wait_idle()
    assert "¥5.00" in " ".join(hand.texts(page.listed.detail))


def test_characteristics_are_typed_in_the_words_of_the_window(hand: Hand) -> None:
    """A speed from 10 to 1000 in steps of 10; a default between two steps is refused."""
    page = begin_draft(hand)
    page.table.set_current("PSTN.RENT")
    hand.wait_idle()
    hand.click(page.listed.detail.editor.tables.characteristics.open_table)
    dialog = hand.dialog(RowsDialog)
    paste(hand, dialog, "speed\t速率\tSpeed\t数字\t\t10\t1000\t10\tM\t105\t是\n")
    hand.click(dialog.agree)
    assert dialog.isVisible()
    assert any("默认值" in text for text in hand.texts(dialog))
    editor = type_into(hand, dialog, 0, 9, "100")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    hand.click(dialog.agree)
    hand.wait_idle()
    (speed,) = offering_of(page, "PSTN").characteristics
    assert (speed.id, speed.kind.value, speed.default, speed.required) == (
        "speed",
        "number",
        "100",
        True,
    )
    page.undo()
    assert offering_of(page, "PSTN").characteristics == ()


def test_relations_are_picked_by_pinyin_and_taken_out_again(hand: Hand) -> None:
    """Broadband is found by its syllables; the keyboard stays in the field."""
    page = begin_draft(hand)
    page.table.set_current("PSTN.RENT")
    hand.wait_idle()
    show_tab(page, hand, RELATIONS)
    picker = page.listed.detail.relations.pickers["excludes"]
    picker.search.setFocus()
    hand.enter("kuandai", picker.search)
    hits = hand.hits()
    assert "LAN10" in hits
    assert "PSTN" not in hits
    hand.press(Qt.Key.Key_Down)
    hand.press(Qt.Key.Key_Return)
    hand.wait_idle()
    assert offering_of(page, "PSTN").excludes == (hits[1],)
    assert QApplication.focusWidget() is picker.search
    hand.enter("kuandai", picker.search)
    assert hits[1] not in hand.hits()
    hand.press(Qt.Key.Key_Escape)
    chip = hand.button(f"移除{named(page, hits[1])}", picker)
    hand.click(chip)
    hand.wait_idle()
    assert offering_of(page, "PSTN").excludes == ()
    page.undo()
    assert offering_of(page, "PSTN").excludes == (hits[1],)


def named(page: CataloguePage, code: str) -> str:
    """The Chinese name of an offering."""
    return offering_of(page, code).name.zh


def test_leaflets_are_seen_and_opened_outside_the_draft(hand: Hand, tmp_path: Path) -> None:
    """Attached in a draft, published, and shown with a button that opens it."""
    page = begin_draft(hand)
    page.table.set_current("MODEM.LEASE")
    hand.wait_idle()
    show_tab(page, hand, TEXTS)
    file = tmp_path / "光猫.pdf"
    file.write_bytes(PDF)
    page.listed.detail.texts.leaflets.attach([file])
    hand.wait_idle()
    publish(hand, page, "winter")
    page.table.set_current("MODEM.LEASE")
    show_tab(page, hand, TEXTS)
    leaflets = page.listed.detail.leaflets
    assert leaflets.isVisible()
    assert not leaflets.add.isVisible()
    assert "光猫" in hand.texts(leaflets)
    assert hand.button("打开 光猫", leaflets).isEnabled()
