"""Customers go to a file and come back equal; whatever is wrong in a file is told row by row."""

from __future__ import annotations

import re
from datetime import date
from threading import Event
from typing import TYPE_CHECKING

import msgspec
import pytest

from app.cli import main
from app.errors import Cancelled, ImportRejected
from app.quoting.customer import Account, Customer
from app.quoting.sales_facts import Grouping, PartyKind, Prospect, SalesFacts
from app.services.customer_exchange import (
    open_customers,
    prepare_customers,
    read_customers,
    store_customers,
)
from app.services.export_customers import export_customers, export_found
from app.services.workspace import Workspace
from app.translation import load_words
from pricing.bills import Bills
from tests.app.quoting.test_customer_sheets import FULL
from tests.app.storage.stored_values import NOON, later, some_bills

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 11, 22)
HEAD = Customer("g", "江南集团", "KEY", credit_code="91350100M000100Y43", notes="a\nb", arrears=5)
SALES = SalesFacts(
    Grouping.CLUSTER, "东门市场", Prospect.NEW, "上门", DAY, PartyKind.ORGANISATION, "金融中心"
)
BRANCH = msgspec.structs.replace(FULL, parent="g", further_segments=("KEY",), sales=SALES)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_was_exported_comes_back_equal(
    workspace: Workspace, tmp_path: Path, language: str
) -> None:
    """In both languages, into an empty program; into the same one nothing changes."""
    for customer in (HEAD, BRANCH):
        workspace.customers.save(customer, Bills(), now=NOON)
    file = tmp_path / "out.xlsx"
    words = load_words("zh" if language == "zh" else "en")
    export_customers((BRANCH, HEAD), file, day=DAY, words=words)
    plan = read_customers((file,), workspace)
    assert plan.problems == ()
    assert (plan.customers, plan.added, plan.same) == ((), 0, 2)
    empty = Workspace.open(tmp_path / "empty")
    plan = read_customers((file,), empty)
    assert (plan.added, plan.problems) == (2, ())
    store_customers(empty, plan, NOON)
    assert empty.customers.load("g")[0] == HEAD
    assert empty.customers.load("c")[0] == BRANCH
    empty.close()


def test_the_same_customers_give_the_same_file(tmp_path: Path) -> None:
    """Byte by byte."""
    files = [tmp_path / name for name in ("a.xlsx", "b.xlsx")]
    for file in files:
        export_customers((HEAD, BRANCH), file, day=DAY, words=load_words("zh"))
    assert files[0].read_bytes() == files[1].read_bytes()


def test_what_a_file_does_not_say_stays(workspace: Workspace, tmp_path: Path) -> None:
    """Found by the credit code; bills and lists stay, and one undo takes the import back."""
    known = msgspec.structs.replace(FULL, credit_code="91350100M000100Y43", industry="trade")
    workspace.customers.save(known, some_bills(), now=NOON)
    file = tmp_path / "a.csv"
    file.write_text(
        "名称,统一社会信用代码,地址,行业\n江南精密机械,91350100M000100Y43,苏州,\n", encoding="utf-8"
    )
    store_customers(workspace, read_customers((file,), workspace), later(1))
    changed = msgspec.structs.replace(known, name="江南精密机械", address="苏州")
    assert workspace.customers.load("c") == (changed, some_bills())
    assert workspace.customer_log.undo("c", later(2)) == "import"
    assert workspace.customers.load("c")[0] == known


def test_a_list_alone_finds_its_customers_by_name(workspace: Workspace, tmp_path: Path) -> None:
    """It takes the place of the stored list of those whom it names."""
    workspace.customers.save(FULL, Bills(), now=NOON)
    workspace.customers.save(HEAD, Bills(), now=NOON)
    file = tmp_path / "contacts.csv"
    file.write_text(
        "联系人名单\n客户,姓名,决策层级,关系,星座\n江南集团,赵总,总经理,牢固,狮子\n",
        encoding="utf-8",
    )
    plan = read_customers((file,), workspace)
    assert [problem.code for problem in plan.problems] == ["customers.column_aside"]
    (customer,) = plan.customers
    assert [(one.name, one.level) for one in customer.contacts] == [("赵总", "general_manager")]


def test_every_fault_is_told_and_nothing_is_stored(workspace: Workspace, tmp_path: Path) -> None:
    """With file, row and column."""
    workspace.customers.save(HEAD, Bills(), now=NOON)
    people, firms = tmp_path / "people.csv", tmp_path / "firms.csv"
    firms.write_text(
        "编号,名称,主分群,欠费(元),总部\nx,甲,SMB,一千,\nx,乙,SMB,,\ny,丙,,,没有\n",
        encoding="utf-8",
    )
    people.write_text("客户,姓名,关系\n丁,赵,牢固\n江南集团,钱,极好\n", encoding="utf-8")
    plan = read_customers((people, firms), workspace)
    found = {(one.where.file, one.where.row, one.code) for one in plan.problems}
    assert found == {
        ("firms.csv", 2, "cell.not_a_price"),
        ("firms.csv", 3, "customers.customer_twice"),
        ("firms.csv", 4, "customer.cell_missing"),
        ("firms.csv", 4, "customers.customer_unknown"),
        ("people.csv", 2, "customers.customer_unknown"),
        ("people.csv", 3, "customer.word_unknown"),
    }
    with pytest.raises(ImportRejected):
        store_customers(workspace, plan, later(1))
    assert [row.id for row in workspace.customers.search()] == ["g"]


def test_a_table_about_something_else_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    """Nothing is guessed."""
    file = tmp_path / "x.csv"
    file.write_text("月份,金额\n2026-01,5\n", encoding="utf-8")
    plan = read_customers((file,), workspace)
    assert "customers.no_table" in [problem.code for problem in plan.problems]
    assert plan.blocked


def test_what_is_filtered_is_exported(workspace: Workspace, tmp_path: Path) -> None:
    """As a list in a window shows it."""
    for customer in (HEAD, BRANCH):
        workspace.customers.save(customer, Bills(), now=NOON)
    file = tmp_path / "some.csv"
    assert export_found(workspace, "集团", file, day=DAY, words=load_words("zh")) == 1
    assert "江南集团" in file.read_text(encoding="utf-8-sig")


def test_what_is_narrowed_is_exported(workspace: Workspace, tmp_path: Path) -> None:
    """Of those who are left in the list, however they were left."""
    for customer in (HEAD, BRANCH):
        workspace.customers.save(customer, Bills(), now=NOON)
    file, words = tmp_path / "some.csv", load_words("zh")
    assert export_found(workspace, "", file, day=DAY, words=words, only=[BRANCH.id]) == 1
    assert BRANCH.name in file.read_text(encoding="utf-8-sig")
    assert export_found(workspace, "", file, day=DAY, words=words, only=[]) == 0


def test_the_command_line_exports_imports_and_finds(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A dry run stores nothing; who is probably one is told with what is shared."""
    first = Workspace.open(tmp_path / "one")
    for customer in (HEAD, msgspec.structs.replace(HEAD, id="h")):
        first.customers.save(customer, Bills(), now=NOON)
    first.close()
    file = tmp_path / "out.xlsx"
    one, two = ["--data", str(tmp_path / "one")], ["--data", str(tmp_path / "two")]
    assert main([*one, "customers", "export", str(file)]) == 0
    assert main([*one, "customers", "export", str(tmp_path / "x.doc")]) == 2
    assert main([*one, "customers", "duplicates"]) == 0
    assert re.search(r"江南集团 \(g\) = 江南集团 \(h\): 信用代码", capsys.readouterr().out)
    assert main([*two, "customers", "import", str(file), "--dry-run"]) == 0
    assert "added 2, changed 0, same 0\nread, nothing stored" in capsys.readouterr().out
    assert main([*two, "customers", "import", str(file)]) == 0
    assert main([*two, "customers", "import", str(file)]) == 0
    assert "added 0, changed 0, same 2" in capsys.readouterr().out


def test_headings_of_other_programs_are_understood_in_any_order(
    workspace: Workspace, tmp_path: Path
) -> None:
    """In GBK, with a title above; accounts of two customers come from a file of their own."""
    firms, numbers = tmp_path / "单位.csv", tmp_path / "号码.csv"
    firms.write_bytes(
        "政企客户清单\n法人,单位地址,客户类型,税号,企业全称\n赵云,苏州,SMB,91350100M000100Y43,江南精密\n".encode(
            "gbk"
        )
    )
    numbers.write_bytes(
        "计费号码,用户名称,单位名称\n0512-1,赵云,江南精密\n0512-2,江南精密,江南精密\n".encode("gbk")
    )
    opened = open_customers((numbers, firms), workspace)
    assert opened.is_clear
    plan = prepare_customers(opened, workspace)
    assert plan.problems == ()
    (one,) = plan.customers
    assert (one.name, one.segment, one.representative) == ("江南精密", "SMB", "赵云")
    assert one.accounts == (Account("0512-1", "赵云"), Account("0512-2", "江南精密"))
    assert plan.changes[0].added


def test_a_column_that_must_be_there_is_told_and_stores_nothing(
    workspace: Workspace, tmp_path: Path
) -> None:
    """Also when a person has chosen the table as it is."""
    file = tmp_path / "x.csv"
    file.write_text("甲方,老板\n甲,乙\n", encoding="utf-8")
    opened = open_customers((file,), workspace)
    (table,) = opened.tables
    layout = msgspec.structs.replace(table.layout, chosen=True)
    opened = msgspec.structs.replace(
        opened, tables=(msgspec.structs.replace(table, layout=layout),)
    )
    plan = prepare_customers(opened, workspace)
    assert [one.code for one in plan.problems] == [
        "customers.column_missing",
        "customers.column_aside",
        "customers.column_aside",
    ]
    assert plan.blocked


def test_reading_stops_when_it_is_called_off(workspace: Workspace, tmp_path: Path) -> None:
    """Before anything is stored."""
    file = tmp_path / "a.csv"
    file.write_text("名称,主分群\n甲,SMB\n", encoding="utf-8")
    opened = open_customers((file,), workspace)
    off = Event()
    off.set()
    with pytest.raises(Cancelled):
        prepare_customers(opened, workspace, cancel=off)
