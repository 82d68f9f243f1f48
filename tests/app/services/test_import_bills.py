"""Promises of importing bills from files: all or nothing, told, remembered, taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from app.errors import Cancelled, ImportRejected
from app.quoting.customer import Customer
from app.services.bill_plan import BillChoices, BillPlan, OpenedBills
from app.services.import_bills import open_bills, prepare_bills, store_bills, undo_bills
from pricing.bills import Bills
from tests.app.services.conftest import NOON

if TYPE_CHECKING:
    from pathlib import Path

    from app.services.workspace import Workspace

MAY = "号码,户名,账期,费用项,金额\n65550101,幼苗幼儿园,202605,月租费,100.00\n"
SHOP = "号码,户名,账期,费用项,金额\n65550102,专卖店2,202605,月租费,25.00\n"


@pytest.fixture
def customer(workspace: Workspace) -> str:
    """A customer without bills."""
    workspace.customers.save(Customer("c", "幼苗幼儿园", "SMB"), Bills(), now=NOON)
    return "c"


def planned(
    workspace: Workspace, paths: list[Path], choices: BillChoices | None = None
) -> tuple[OpenedBills, BillPlan]:
    """What an import would do."""
    opened = open_bills(paths, "c", workspace)
    return opened, prepare_bills(opened, "c", workspace, choices)


def file(folder: Path, name: str, text: str, encoding: str = "gb18030") -> Path:
    """A file as a billing system writes it."""
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def codes(plan: BillPlan) -> list[str]:
    """What was told."""
    return [problem.code for problem in plan.problems]


def test_a_file_is_imported_and_each_figure_knows_its_place(
    workspace: Workspace, customer: str, tmp_path: Path
) -> None:
    """The account is the customer's from then on."""
    opened, plan = planned(workspace, [file(tmp_path, "五月.csv", MAY)])
    assert (plan.rows, plan.figures, plan.added, codes(plan)) == (1, 1, 1, [])
    store_bills(workspace, plan, opened.tables, NOON)
    stored, bills = workspace.customers.load(customer)
    assert [account.number for account in stored.accounts] == ["65550101"]
    assert bills.components[0].amounts == {"2026-05": 10000}
    place = workspace.bill_imports.place_of(customer, "65550101", "2026-05", "月租费")
    assert place is not None
    assert (place.file, place.row) == ("五月.csv", 2)


def test_the_same_file_again_is_told_and_changes_nothing(
    workspace: Workspace, customer: str, tmp_path: Path
) -> None:
    """Also under another name in one go."""
    paths = [file(tmp_path, "a.csv", MAY), file(tmp_path, "b.csv", MAY)]
    opened, plan = planned(workspace, paths)
    assert codes(plan) == ["bill.file_twice"]
    store_bills(workspace, plan, opened.tables, NOON)
    _, again = planned(workspace, paths[:1])
    assert codes(again) == ["bill.file_known"]
    assert (again.same, again.added) == (1, 0)
    assert again.bills == workspace.customers.load(customer)[1]


@pytest.mark.usefixtures("customer")
def test_another_name_needs_a_reason_or_is_left_out(workspace: Workspace, tmp_path: Path) -> None:
    """The reason is kept with the account."""
    paths = [file(tmp_path, "shop.csv", SHOP), file(tmp_path, "may.csv", MAY)]
    _, plan = planned(workspace, paths)
    assert codes(plan) == ["bill.holder_differs"]
    assert plan.bills is None
    with pytest.raises(ImportRejected):
        store_bills(workspace, plan, (), NOON)
    _, plan = planned(workspace, paths, BillChoices(reason="同一老板的店"))
    assert plan.bills is not None
    assert plan.customer.accounts[0].reason == "同一老板的店"
    assert plan.customer.accounts[1].reason == ""
    _, plan = planned(workspace, paths, BillChoices(left_out=frozenset(("65550102",))))
    assert [account.number for account in plan.customer.accounts] == ["65550101"]


@pytest.mark.usefixtures("customer")
def test_rejected_rows_block_unless_they_may_be_left_out(
    workspace: Workspace, tmp_path: Path
) -> None:
    """Each has its reason either way."""
    path = file(tmp_path, "x.csv", MAY + "65550101,幼苗幼儿园,202605,长途费,六十\n")
    _, plan = planned(workspace, [path])
    assert (plan.bills, plan.rejected, codes(plan)) == (None, 1, ["cell.not_a_price"])
    _, plan = planned(workspace, [path], BillChoices(skip_rejected=True))
    assert plan.bills is not None
    assert codes(plan) == ["cell.not_a_price"]


def test_stored_bills_of_the_whole_customer_are_replaced_on_request(
    workspace: Workspace, tmp_path: Path
) -> None:
    """Side by side they would count twice."""
    from tests.app.storage.stored_values import some_bills

    workspace.customers.save(Customer("c", "幼苗幼儿园", "SMB"), some_bills(), now=NOON)
    path = file(tmp_path, "may.csv", MAY)
    _, plan = planned(workspace, [path])
    assert "bill.merged_known" in codes(plan)
    _, plan = planned(workspace, [path], BillChoices(replace_stored=True))
    assert plan.bills is not None
    assert [component.account for component in plan.bills.components] == ["65550101"]


def test_an_import_is_taken_back(workspace: Workspace, customer: str, tmp_path: Path) -> None:
    """Then the customer has neither bills nor the account."""
    opened, plan = planned(workspace, [file(tmp_path, "may.csv", MAY)])
    store_bills(workspace, plan, opened.tables, NOON)
    assert undo_bills(workspace, customer, NOON) is not None
    assert workspace.customers.load(customer) == (Customer("c", "幼苗幼儿园", "SMB"), Bills())


def test_what_was_said_of_a_layout_is_remembered(
    workspace: Workspace, customer: str, tmp_path: Path
) -> None:
    """The sort of spend of an unknown charge as well."""
    text = MAY.replace("月租费", "神秘费")
    opened, plan = planned(workspace, [file(tmp_path, "may.csv", text)])
    assert plan.unknown == ("神秘费",)
    (one,) = opened.tables
    mapping = msgspec.structs.replace(one.mapping, kinds={"神秘费": "data"})
    tables = (msgspec.structs.replace(one, mapping=mapping),)
    opened = msgspec.structs.replace(opened, tables=tables)
    plan = prepare_bills(opened, customer, workspace)
    store_bills(workspace, plan, opened.tables, NOON)
    june = file(tmp_path, "june.csv", text.replace("202605", "202606"))
    opened, plan = planned(workspace, [june])
    assert opened.tables[0].remembered
    assert (plan.unknown, codes(plan)) == ((), [])


@pytest.mark.usefixtures("customer")
def test_a_cancelled_import_stops(workspace: Workspace, tmp_path: Path) -> None:
    """While files are opened, and while rows are read."""
    from threading import Event

    cancel = Event()
    path = file(tmp_path, "may.csv", MAY)
    opened = open_bills([path], "c", workspace, cancel=cancel)
    cancel.set()
    with pytest.raises(Cancelled):
        open_bills([path], "c", workspace, cancel=cancel)
    with pytest.raises(Cancelled):
        prepare_bills(opened, "c", workspace, cancel=cancel)
