"""Bills of billing systems are imported in the window, and the analysis is that of the cases."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication

from app.quoting.customer import Customer
from app.ui.dialogs.bills_dialog import BillsDialog
from pricing.bills import Bills
from pricing.spend import SpendPolicy
from pricing.spend_analysis import analyse
from tests.journeys.bill_files import kindergarten, shops
from tests.journeys.conftest import NOON

if TYPE_CHECKING:
    from pathlib import Path

    from app.services.workspace import Workspace
    from app.ui.hand import Hand
    from pricing.spend import SpendAnalysis


def workspace_of(hand: Hand) -> Workspace:
    """The user's data."""
    workspace = hand.window.imports.workspace
    assert workspace is not None
    return workspace


def new_customer(hand: Hand, name: str) -> str:
    """A customer without bills, in sight."""
    workspace_of(hand).customers.save(Customer("new", name, "SMB"), Bills(), now=NOON)
    hand.shortcut(Qt.Key.Key_2)
    hand.wait_idle()
    hand.window.customers.show_customer("new")
    hand.wait_idle()
    hand.wait_for(lambda: hand.window.customers.table.current_key() == "new", "the customer")
    return "new"


def go_on(hand: Hand, dialog: BillsDialog, step: int) -> None:
    """Press the button that goes on, and wait for the next step."""
    dialog.agree.click()
    hand.wait_for(lambda: dialog.steps.currentIndex() == step, f"step {step}")
    hand.wait_idle()


def drop(hand: Hand, paths: list[Path]) -> BillsDialog:
    """Drop files on the page of customers."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copied = Qt.DropAction.CopyAction
    left, nothing = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(QPoint(5, 5)), copied, data, left, nothing)
    hand.window.customers.dropEvent(event)
    return hand.dialog(BillsDialog)


def analysis_of(hand: Hand, customer: str) -> SpendAnalysis:
    """What the stored bills say."""
    analysis = analyse(workspace_of(hand).customers.load(customer)[1], SpendPolicy())
    assert analysis is not None
    return analysis


def test_case_one_is_imported_from_a_workbook(hand: Hand, tmp_path: Path) -> None:
    """Average 752.00, typical month 708.00, three unusual months of long distance."""
    customer = new_customer(hand, "幼苗幼儿园")
    hand.click(hand.window.customers.detail.bills)
    dialog = hand.dialog(BillsDialog)
    assert not dialog.agree.isEnabled()
    dialog.add_files([kindergarten(tmp_path)])
    go_on(hand, dialog, 1)
    assert [combo.currentData() for combo in dialog.mapping.combos] == [
        *("account", "month", "component", "usage", "amount"),
    ]
    go_on(hand, dialog, 2)
    plan = dialog.plan
    assert plan is not None
    assert (plan.rows, plan.rejected, plan.errors, plan.added) == (60, 0, 0, 12)
    assert (len(plan.totals), plan.wrong_totals) == (13, ())
    dialog.agree.click()
    hand.wait_idle()
    analysis = analysis_of(hand, customer)
    assert (analysis.average, analysis.typical, analysis.median) == (752_00, 708_00, 753_25)
    assert analysis.fluctuation == Decimal("4.52")
    assert [(odd.month, odd.amount, odd.median) for odd in analysis.unusual] == [
        ("2026-08", 158_40, 65_40),
        ("2026-09", 171_30, 65_40),
        ("2026-10", 130_50, 65_40),
    ]
    assert any("752.00" in text for text in hand.texts(hand.window.customers.detail))
    bills = workspace_of(hand).customers.load(customer)[1]
    assert next(c for c in bills.components if c.kind == "local").usage["2026-05"] == 2930


def test_case_two_is_imported_from_files_that_are_dropped(hand: Hand, tmp_path: Path) -> None:
    """Five names become one customer with a reason; long distance fell by 67.98 %."""
    customer = new_customer(hand, "玫瑰商场服饰")
    dialog = drop(hand, shops(tmp_path))
    assert dialog.files.count() == 6
    go_on(hand, dialog, 1)
    go_on(hand, dialog, 2)
    plan = dialog.plan
    assert plan is not None
    assert [p.code for p in plan.problems if p.blocks] == ["bill.holder_differs"] * 5
    assert not dialog.agree.isEnabled()
    hand.replace(dialog.outcome.reason, "同一家服装公司的五个店铺")
    outdated = dialog.plan is None
    assert outdated
    go_on(hand, dialog, 2)
    plan = dialog.plan
    assert plan is not None
    assert (plan.errors, len(plan.totals), plan.wrong_totals) == (0, 6, ())
    dialog.agree.click()
    hand.wait_idle()
    analysis = analysis_of(hand, customer)
    assert (analysis.average, analysis.typical) == (2_125_63, 2_125_63)
    assert analysis.unusual == ()
    assert [(sign.before, sign.latest, sign.drop) for sign in analysis.churn] == [
        (402_02, 128_72, Decimal("67.98"))
    ]
    stored, bills = workspace_of(hand).customers.load(customer)
    assert {account.reason for account in stored.accounts} == {"同一家服装公司的五个店铺"}
    lines = [c.id for c in bills.components if c.kind == "line"]
    assert [analysis.component_averages[line] for line in lines] == [
        *(406_63, 454_33, 418_17, 440_33, 406_17),
    ]


def test_an_import_is_taken_back_in_the_window(hand: Hand, tmp_path: Path) -> None:
    """Then the customer has no bills and no account."""
    customer = new_customer(hand, "幼苗幼儿园")
    dialog = drop(hand, [kindergarten(tmp_path)])
    for step in (1, 2):
        go_on(hand, dialog, step)
    dialog.agree.click()
    hand.wait_idle()
    hand.click(hand.window.customers.detail.bills)
    dialog = hand.dialog(BillsDialog)
    dialog.undo.click()
    hand.wait_idle()
    stored, bills = workspace_of(hand).customers.load(customer)
    assert (stored.accounts, bills) == ((), Bills())


STRANGE = (
    "Nr,Was,Wann,Betrag\n65550101,月租费,202605,25.00\n65550101,神秘费,202605,1.00\n"
    "65550101,长途费,202605,六十\n"
)


def test_a_strange_layout_is_corrected_and_the_rest_is_said(hand: Hand, tmp_path: Path) -> None:
    """Columns, an unknown charge, a rejected row; the next file of the layout needs nothing."""
    customer = new_customer(hand, "幼苗幼儿园")
    path = tmp_path / "strange.csv"
    path.write_text(STRANGE, encoding="utf-8")
    dialog = drop(hand, [path])
    go_on(hand, dialog, 1)
    dialog.mapping.read_it.setChecked(True)
    for combo, meaning in zip(
        dialog.mapping.combos, ("number", "component", "month", "amount"), strict=True
    ):
        combo.setCurrentIndex(combo.findData(meaning))
    go_on(hand, dialog, 2)
    assert not dialog.agree.isEnabled()
    dialog.outcome.copy.click()
    first, *_ = QGuiApplication.clipboard().text().split("\n")
    assert first.split("\t")[:5] == ["strange.csv", "", "4", "D Betrag", "error"]
    dialog.outcome.skip.click()
    combo = dialog.outcome.kinds["神秘费"]
    combo.setCurrentIndex(combo.findData("data"))
    dialog.agree.click()
    hand.wait_for(lambda: dialog.plan is not None, "the plan")
    hand.wait_idle()
    dialog.agree.click()
    hand.wait_idle()
    bills = workspace_of(hand).customers.load(customer)[1]
    assert [c.kind for c in bills.components] == ["rent", "data"]
    path.write_text(STRANGE.replace("202605", "202606").replace("六十", "60"), encoding="utf-8")
    dialog = drop(hand, [path])
    for step in (1, 2):
        go_on(hand, dialog, step)
    plan = dialog.plan
    assert plan is not None
    assert (plan.errors, plan.rejected, plan.unknown) == (0, 0, ())
    dialog.reject()


@pytest.mark.parametrize("step", [0, 1])
def test_cancel_in_mid_work_leaves_at_once(hand: Hand, tmp_path: Path, step: int) -> None:
    """While files are opened, and while the change is worked out; nothing is stored."""
    customer = new_customer(hand, "幼苗幼儿园")
    lines = [f"{65550000 + n},202605,月租费,{n}.00" for n in range(4000)]
    path = tmp_path / "long.csv"
    path.write_text("号码,账期,费用项,金额\n" + "\n".join(lines), encoding="utf-8")
    dialog = drop(hand, [path])
    if step:
        go_on(hand, dialog, 1)
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
    assert workspace_of(hand).customers.load(customer)[1] == Bills()
