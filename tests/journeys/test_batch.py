"""One offer for pasted customers in the real window: errors listed, stopped and gone on with."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.services.batch_plan import done_before
from app.services.issue_documents import PaperKind
from app.ui.dialogs.batch_dialog import BatchDialog
from tests.journeys.steps import add, begin_quote

if TYPE_CHECKING:
    from pathlib import Path

    from app.services.workspace import Workspace
    from app.ui.hand import Hand

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
CODE = "C1-L"


def open_batch(hand: Hand, folder: Path) -> BatchDialog:
    """Ctrl+Shift+B, with order forms into a folder."""
    hand.press(Qt.Key.Key_B, CONTROL_SHIFT)
    dialog = hand.dialog(BatchDialog)
    for kind, box in dialog.fields.kinds.items():
        box.setChecked(kind == PaperKind.ORDER_FORM)
    dialog.fields.folder.setText(str(folder))
    return dialog


def data_of(hand: Hand) -> Workspace:
    """The user's data."""
    workspace = hand.window.workspace
    assert workspace is not None
    return workspace


def twelve_customers(workspace: Workspace) -> list[str]:
    """Names of twelve customers: so many that a batch cannot be through before it is stopped."""
    customer, bills = workspace.customers.load("C0001")
    for at in range(12):
        other = replace(customer, id=f"N{at}", name=f"示例客户{at:02d}")
        workspace.customers.save(other, bills, now=datetime(2026, 11, 23, 4, tzinfo=UTC))
    return [f"示例客户{at:02d}" for at in range(12)]


def test_a_pasted_list_is_made_stopped_and_gone_on_with(hand: Hand, tmp_path: Path) -> None:
    """Twelve customers and a stranger; stopped after the first, gone on with by a new dialog."""
    session = begin_quote(hand)
    add(hand, "c1-l")
    code = session.quote.items[0].offering
    names = twelve_customers(data_of(hand))
    dialog = open_batch(hand, tmp_path)
    assert not dialog.agree.isEnabled()
    rows = [f"客户\t{code}", *(f"{name}\t{at}" for at, name in enumerate(names, 2)), "没有这家\t9"]
    dialog.customers.setCurrentIndex(1)
    dialog.customers.pasted.setPlainText("\n".join(rows))
    hand.click(dialog.agree)
    hand.wait_for(lambda: bool(done_before(tmp_path)), "the first customer", 120)
    dialog.stop()
    hand.wait_for(lambda: not dialog.run.busy, "the batch to stop", 120)
    hand.wait_idle()
    done = done_before(tmp_path)
    assert 1 <= len(done) < 12
    hand.press(Qt.Key.Key_Escape)
    again = open_batch(hand, tmp_path)
    assert again.agree.accessibleName() == "继续"
    hand.click(again.agree)
    hand.wait_for(lambda: len(done_before(tmp_path)) == 12, "the others", 120)
    hand.wait_for(lambda: not again.run.busy, "the batch to end", 120)
    hand.wait_idle()
    assert len({one.number for one in done_before(tmp_path).values()}) == 12
    assert len(list(tmp_path.glob("*.pdf"))) == 12
    quotes = data_of(hand).quotes
    for one in done_before(tmp_path).values():
        (row,) = quotes.search(one.number)
        quote = quotes.load(row.id).quote
        name = data_of(hand).customers.load(quote.customer)[0].name
        assert quote.items[0].quantity == names.index(name) + 2
    hand.press(Qt.Key.Key_Escape)


def test_who_got_nothing_is_listed_with_the_reason_and_can_be_copied(
    hand: Hand, tmp_path: Path
) -> None:
    """A ticked customer and a stranger: papers of one, a row of the other; an old list is kept."""
    begin_quote(hand)
    add(hand, "c1-l")
    (tmp_path / "errors.txt").write_text("older", encoding="utf-8")
    dialog = open_batch(hand, tmp_path)
    dialog.customers.list.item(0).setCheckState(Qt.CheckState.Checked)
    dialog.customers.pasted.setPlainText("没有这家")
    hand.click(dialog.agree)
    hand.wait_for(lambda: not dialog.run.busy, "the batch to end", 120)
    hand.wait_idle()
    rows = dialog.results.model()
    assert rows.rowCount() == 2
    hand.click(dialog.copy)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 3
    assert lines[1].startswith("没有这家\t\t未生成\t第 1 行")
    assert "草稿" in lines[2]
    hand.click(dialog.export)
    assert (tmp_path / "errors.txt").read_text(encoding="utf-8") == "older"
    assert "没有这家" in (tmp_path / "errors (2).txt").read_text(encoding="utf-8-sig")
    hand.press(Qt.Key.Key_Escape)


def test_searching_ticks_only_who_is_shown(hand: Hand, tmp_path: Path) -> None:
    """Ticked by the search, and taken back by none."""
    begin_quote(hand)
    add(hand, "c1-l")
    dialog = open_batch(hand, tmp_path)
    chooser = dialog.customers
    name = chooser.list.item(1).text().split()[0]
    hand.enter(name, chooser.search)
    chooser.tick_shown(ticked=True)
    shown = sum(not chooser.list.item(at).isHidden() for at in range(chooser.list.count()))
    assert 1 <= len(chooser.wanted().customers) == shown < chooser.list.count()
    assert dialog.agree.isEnabled()
    chooser.tick_shown(ticked=False)
    assert not dialog.agree.isEnabled()
    hand.press(Qt.Key.Key_Escape)
