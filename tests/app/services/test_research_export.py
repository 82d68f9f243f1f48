"""The workbook of needs and competitors holds no text of any customer."""

from __future__ import annotations

import zipfile
from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from app.quoting.customer import (
    Account,
    Competitor,
    Contact,
    ContactRole,
    Customer,
    CustomerNote,
    Site,
)
from app.quoting.interview import Answer
from app.services.research_export import export_research
from app.translation import load_words
from pricing.bills import Bills
from tests.app.storage.stored_values import NOON

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app.services.workspace import Workspace
    from catalog.local_text import Language

TODAY = date(2026, 11, 23)


def one(number: int) -> Customer:
    """A customer with something in every field that names him."""
    rivals = [Competitor("X通", "光纤宽带", 1000_00 + number * 37, source=f"线人{number}")]
    if number == 3:
        rivals.append(Competitor("独家小网", "秘密专线", 777_77))
    decider = (ContactRole.DECIDER,)
    return Customer(
        f"C-{number:04}",
        f"汇丰{number}号商行",
        "SMB",
        industry="trade" if number % 2 else "catering",
        address=f"长乐路{number}弄",
        credit_code=f"91320000MA{number:08}",
        representative=f"赵法人{number}",
        accounts=(Account(f"0512-77{number:06}", f"户名{number}"),),
        contacts=(Contact(f"钱经理{number}", f"老板{number}", decider, f"1390{number}"),),
        sites=(Site(f"S-{number}x", f"分店{number}", f"平江路{number}号"),),
        competitors=tuple(rivals),
        notes=f"私下说过{number}",
        journal=(CustomerNote(f"爱喝龙井{number}", TODAY),),
        interview=(Answer("catering.busy", f"忙不过来{number}", agreed=True, day=TODAY),),
        owners=(f"孙客经{number}",),
    )


def texts(value: Any) -> Iterator[str]:  # noqa: ANN401 (plain data)
    """Every text in plain data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from texts(part)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_text_of_any_customer_is_in_the_file(
    workspace: Workspace, tmp_path: Path, language: Language
) -> None:
    """Searched in every part of the file; only what all share stands there: X通 and its product."""
    customers = [one(number) for number in range(24)]
    for customer in customers:
        workspace.customers.save(customer, Bills(), now=NOON)
    file = tmp_path / "research.xlsx"
    export_research(workspace, file, load_words(language), TODAY)
    with zipfile.ZipFile(file) as archive:
        written = "\n".join(archive.read(name).decode("utf-8") for name in archive.namelist())
    assert "X通" in written
    assert "光纤宽带" in written
    shared = {"X通", "光纤宽带", "SMB", "trade", "catering", "decider", "2026-11-23", ""}
    shared |= {"catering.busy"}
    for customer in customers:
        for text in set(texts(msgspec.to_builtins(customer))) - shared:
            assert text not in written, text


def test_the_figures_are_counted_and_rounded(workspace: Workspace, tmp_path: Path) -> None:
    """12 shops with 1,000.37 to 1,008.51 a month: 1,000.00 on average, to ten yuan."""
    from openpyxl import load_workbook

    for number in range(24):
        workspace.customers.save(one(number), Bills(), now=NOON)
    file = tmp_path / "research.xlsx"
    export_research(workspace, file, load_words("zh"), TODAY)
    sheet = load_workbook(file).worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    catering = next(row for row in rows if row[:2] == ["餐饮", "X通"])
    assert catering[2:] == [12, 12, 1000]
    others = next(row for row in rows if row[:2] == ["商贸零售", "其他（合并）"])
    assert others[2] == "不足 5 家"
    assert others[3:] == [None, None]
    need = next(row for row in rows if row[0] == "餐饮" and row[1] == "客户打得进来，不漏电话")
    assert need[2] == 12


def test_without_customers_there_is_only_the_rule(workspace: Workspace, tmp_path: Path) -> None:
    """The file can be written all the same."""
    file = tmp_path / "research.xlsx"
    found = export_research(workspace, file, load_words("zh"), TODAY)
    assert (found.needs, found.operators, found.products) == ((), (), ())
    assert file.exists()
