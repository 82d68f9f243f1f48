"""From a price in the draft to a published version and a quote that is repriced on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from app.services.import_sample import SAMPLE_VERSION
from app.services.working_out import work_out_stored
from app.ui.dialogs.compare_dialog import CompareDialog, DraftChanges
from app.ui.dialogs.pasted_dialog import PastedDialog
from app.ui.dialogs.publish_dialog import PublishDialog
from app.ui.dialogs.reprice_dialog import RepriceDialog
from app.ui.pages.catalogue.detail_head import TEXTS
from tests.app.storage.test_leaflet_store import PDF
from tests.journeys.steps import open_quote

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.ui.draft_session import DraftSession
    from app.ui.hand import Hand
    from app.ui.pages.catalogue.catalogue_page import CataloguePage
    from catalog.offering import ProductOffering

PRICE = 1
"""Column of the list price in the draft's table."""


def begin_draft(hand: Hand) -> CataloguePage:
    """Go to the catalogue and begin its draft."""
    hand.shortcut(Qt.Key.Key_3)
    page = hand.window.catalogue
    hand.click(page.edit)
    hand.wait_for(lambda: page.desk.session is not None, "the draft")
    hand.wait_idle()
    return page


def draft_of(page: CataloguePage) -> DraftSession:
    """The open draft."""
    assert page.desk.session is not None
    return page.desk.session


def kept(hand: Hand, page: CataloguePage) -> None:
    """Wait until every edit of the draft is stored."""
    keeper = draft_of(page).keeper
    assert keeper is not None
    hand.wait_for(lambda: not keeper.pending, "edits to be stored")


def price_of(page: CataloguePage, code: str) -> str:
    """List price of a charge in the draft."""
    charge = draft_of(page).catalog.charge(code)
    assert charge is not None
    return str(charge.list_price)


def publish(hand: Hand, page: CataloguePage, version: str) -> str:
    """Publish under a name; gives what the regression run said."""
    hand.click(page.bar.publish)
    dialog = hand.dialog(PublishDialog)
    hand.wait_idle()
    said = dialog.outcome.text()
    hand.replace(dialog.version, version)
    hand.click(dialog.agree)
    hand.wait_for(lambda: page.desk.session is None, "the version")
    hand.wait_idle()
    return said


def test_a_price_is_edited_published_and_reaches_a_quote_only_by_repricing(hand: Hand) -> None:
    """The modem of case two: rental 10.00 becomes 12.00 for four of them."""
    workspace = hand.window.workspace
    assert workspace is not None
    before = work_out_stored(workspace, "Q0002").priced.totals.monthly.net_amount
    page = begin_draft(hand)
    hand.edit_cell(page.table, "MODEM.LEASE", PRICE, "12")
    assert price_of(page, "MODEM.LEASE") == "12"
    said = publish(hand, page, "winter")
    assert said.startswith("5 份未结束的报价中，重新计价后 1 份有变化。")
    newest = workspace.catalog()
    assert newest is not None
    assert newest.version == "winter"
    assert work_out_stored(workspace, "Q0002").priced.totals.monthly.net_amount == before

    session = open_quote(hand, "Q0002")
    notice = hand.window.desk.studio.notice
    assert notice.isVisible()
    hand.click(notice.act)
    dialog = hand.dialog(RepriceDialog)
    assert dialog.summary.text().startswith("1 项资费有变化")
    model = dialog.changes.model()
    shown = [model.index(0, column).data() for column in range(model.columnCount())]
    assert shown[1:] == ["40.00", "48.00", "+8.00", "目录价 10.00 → 12.00"]
    hand.click(dialog.agree)
    hand.wait_idle()
    assert session.quote.catalog_version == "winter"
    assert session.worked.revision.priced.totals.monthly.net_amount == before + 8_00
    assert not notice.isVisible()
    hand.shortcut(Qt.Key.Key_Z)
    assert session.quote.catalog_version == SAMPLE_VERSION
    assert session.worked.revision.priced.totals.monthly.net_amount == before
    assert notice.isVisible()


def test_a_draft_survives_the_window_and_undo_reaches_back(
    open_window: Callable[[Path], Hand], profile: Path
) -> None:
    """Two edits; one undone; the window closed and opened again."""
    hand = open_window(profile)
    page = begin_draft(hand)
    hand.edit_cell(page.table, "PSTN.RENT", PRICE, "30")
    hand.edit_cell(page.table, "PSTN.CLIP", PRICE, "7")
    hand.shortcut(Qt.Key.Key_Z)
    kept(hand, page)
    hand.window.close()
    again = begin_draft(open_window(profile))
    assert (price_of(again, "PSTN.RENT"), price_of(again, "PSTN.CLIP")) == ("30", "6.00")
    again.redo()
    assert price_of(again, "PSTN.CLIP") == "7"
    again.undo()
    again.undo()
    assert price_of(again, "PSTN.RENT") == "25.00"


def test_rows_are_pasted_from_a_spreadsheet_or_refused_as_a_whole(hand: Hand) -> None:
    """Codes and prices are enough; one bad row takes nothing."""
    page = begin_draft(hand)
    page.table.set_current("PSTN.RENT")
    page.table.setFocus()
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("编码\t目录价\nPSTN.RENT\t31.00\nPSTN.CLIP\t6.50\n")
    hand.shortcut(Qt.Key.Key_V)
    hand.wait_idle()
    assert (price_of(page, "PSTN.RENT"), price_of(page, "PSTN.CLIP")) == ("31.00", "6.50")
    assert draft_of(page).edits == 1
    clipboard.setText("编码\t目录价\nPSTN.RENT\t32.00\nPSTN.CLIP\tsix\n")
    hand.shortcut(Qt.Key.Key_V)
    dialog = hand.dialog(PastedDialog)
    assert dialog.findings.model().rowCount() >= 1
    dialog.accept()
    assert price_of(page, "PSTN.RENT") == "31.00"


def test_figures_alone_go_into_the_cells_as_they_are_seen(hand: Hand) -> None:
    """From the keyboard's place on, past a hidden column, in one step of undo."""
    page = begin_draft(hand)
    page.table.choice.show_column(2, shown=False)
    page.table.set_current("PSTN.RENT", 1)
    page.table.setFocus()
    QGuiApplication.clipboard().setText("31.00\n0.12\n")
    hand.shortcut(Qt.Key.Key_V)
    hand.wait_idle()
    assert (price_of(page, "PSTN.RENT"), price_of(page, "PSTN.LOCAL")) == ("31.00", "0.12")
    assert draft_of(page).edits == 1
    page.table.choice.show_column(3, shown=False)
    page.table.set_current("PSTN.RENT", 1)
    QGuiApplication.clipboard().setText("32.00\t2\n")
    hand.shortcut(Qt.Key.Key_V)
    hand.wait_idle()
    charge = draft_of(page).catalog.charge("PSTN.RENT")
    assert charge is not None
    assert (f"{charge.list_price}", charge.least) == ("32.00", 2)


def test_lines_are_duplicated_withdrawn_and_removed(hand: Hand) -> None:
    """Each is one step of undo."""
    page = begin_draft(hand)
    page.table.set_current("PSTN.RENT")
    page.table.setFocus()
    hand.shortcut(Qt.Key.Key_D)
    assert page.table.current_key() == "PSTN-2.INST"
    hand.click(page.listed.tools.buttons["flag"])
    copy = draft_of(page).catalog.offering("PSTN-2")
    assert copy is not None
    assert copy.lifecycle.value == "withdrawn"
    hand.click(page.listed.tools.buttons["plus"])
    assert page.table.current_key() == "PSTN-2.INST-2"
    page.table.setFocus()
    hand.press(Qt.Key.Key_Delete)
    assert draft_of(page).catalog.charge("PSTN-2.INST-2") is None
    assert draft_of(page).edits == 4
    for _ in range(4):
        hand.shortcut(Qt.Key.Key_Z)
    assert draft_of(page).content == draft_of(page).base


def test_a_field_is_checked_while_it_is_typed_and_findings_forbid_publishing(hand: Hand) -> None:
    """The least quantity above the most is told beside the field and in the bar."""
    page = begin_draft(hand)
    page.table.set_current("PSTN.RENT")
    hand.wait_idle()
    form = page.listed.detail.editor.charge_form
    field = form.editor("list_price")
    hand.replace(field, "1,2")  # type: ignore[arg-type] # a line edit
    assert field.property("invalid")
    hand.press(Qt.Key.Key_Return)
    assert price_of(page, "PSTN.RENT") == "25.00"
    hand.replace(form.editor("least"), "900")  # type: ignore[arg-type] # a line edit
    hand.press(Qt.Key.Key_Return)
    hand.wait_idle()
    assert [p.code for p in draft_of(page).problems] == ["import.least_above_most"]
    assert page.bar.findings.text().strip() == "1 个问题"
    hand.click(page.bar.publish)
    dialog = hand.dialog(PublishDialog)
    hand.wait_idle()
    assert not dialog.agree.isEnabled()
    dialog.reject()


def test_versions_and_the_draft_are_compared_in_a_table(hand: Hand) -> None:
    """One row for the one price that differs."""
    page = begin_draft(hand)
    hand.edit_cell(page.table, "PSTN.RENT", PRICE, "30")
    hand.click(page.bar.compare)
    changes = hand.dialog(DraftChanges)
    model = changes.table.model()
    assert [model.index(0, column).data() for column in range(4)] == [
        "固定电话 月租",
        "目录价",
        "25.00",
        "30.00",
    ]
    changes.accept()
    publish(hand, page, "winter")
    hand.click(page.compare)
    dialog = hand.dialog(CompareDialog)
    hand.wait_idle()
    assert (dialog.old.currentData(), dialog.new.currentData()) == (SAMPLE_VERSION, "winter")
    assert dialog.table.model().rowCount() == 1
    dialog.accept()


def test_a_discarded_draft_leaves_the_catalogue_as_it_was(hand: Hand) -> None:
    """After asking; a new draft begins empty."""
    page = begin_draft(hand)
    hand.edit_cell(page.table, "PSTN.RENT", PRICE, "30")
    kept(hand, page)
    page.desk.close_draft()
    workspace = hand.window.workspace
    assert workspace is not None
    stored = workspace.drafts.current()
    assert stored is not None
    assert len(stored.edits) == 1
    workspace.drafts.discard(stored.id, stored.revision, now=hand.window.around.clock())
    assert begin_draft(hand).desk.session is not None
    assert price_of(page, "PSTN.RENT") == "25.00"


def test_the_catalogue_is_narrowed_sorted_and_looked_up(hand: Hand) -> None:
    """Family, kind and price narrow; a click on the heading sorts; no cost is shown."""
    hand.shortcut(Qt.Key.Key_3)
    page = hand.window.catalogue
    hand.wait_idle()
    listed = page.listed
    assert hand.window.workspace is not None
    catalog = hand.window.workspace.catalog()
    assert catalog is not None
    charges = sum(len(offering.charges) for offering in catalog.content.offerings)
    assert page.table.model().rowCount() == charges + len(catalog.content.bundles) > 344
    listed.families.set_current("VOICE")
    listed.filters.kind.setCurrentIndex(listed.filters.kind.findData("one_time"))
    hand.enter("100", listed.filters.lowest)
    keys = [page.table.model().index(row, 0).data() for row in range(page.table.model().rowCount())]
    assert keys
    assert "固定电话 一次性接入费" in keys
    page.table.sort_requested.emit(1, True)
    prices = [page.table.model().index(row, 1).data() for row in range(len(keys))]
    amounts = [float(price.replace(",", "")) for price in prices]
    assert amounts == sorted(amounts, reverse=True)
    hand.enter("zzzz", page.head.search)
    hand.wait_for(lambda: page.table.model().rowCount() == 0, "the index")
    page.head.search.clear()
    listed.filters.reset()
    listed.families.set_current("")
    page.table.set_current("PSTN.RENT")
    hand.wait_idle()
    for tab in ("relations", "rules", "history", "texts", "charges"):
        listed.detail.tabs.set_current(tab)
        listed.detail.show_again()
        hand.wait_idle()
        texts = hand.texts(listed.detail)
        assert texts
        assert not any("成本" in text or "10.32" in text for text in texts)
    assert "¥25.00 / 线 / 每月" in " ".join(texts)


def test_texts_and_leaflets_of_a_draft_are_edited_and_undone(hand: Hand, tmp_path: Path) -> None:
    """The advantage of the modem, and a leaflet; undo takes back one after the other."""
    page = begin_draft(hand)
    hand.click_row(page.table, "MODEM.LEASE")
    page.listed.detail.tabs.set_current(TEXTS)
    page.listed.detail.show_again()
    texts = page.listed.detail.texts
    editor = texts.forms["fabe"].editor("fabe_advantage_zh")
    assert isinstance(editor, QLineEdit)
    hand.replace(editor, "即插即用")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    hand.wait_idle()

    def offering() -> ProductOffering:
        found = draft_of(page).catalog.offering("MODEM")
        assert found is not None
        return found

    before = offering().leaflets
    assert offering().fabe.advantage.zh == "即插即用"
    file = tmp_path / "光猫.pdf"
    file.write_bytes(PDF)
    texts.leaflets.attach([file])
    hand.wait_idle()
    assert [one.name.zh for one in offering().leaflets[len(before) :]] == ["光猫"]
    page.undo()
    assert offering().leaflets == before
    page.undo()
    assert offering().fabe.advantage.zh != "即插即用"
