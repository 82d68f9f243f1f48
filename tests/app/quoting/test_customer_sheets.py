"""The lists of a customer go through tables of texts unharmed, and every fault has its place."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from app.quoting.customer import (
    Account,
    Competitor,
    Contact,
    ContactRole,
    Customer,
    CustomerNote,
    CustomerPromise,
    DecisionLevel,
    InstalledService,
    PlannedVisit,
    PromiseState,
    Relationship,
    Site,
)
from app.quoting.customer_sheets import SheetName, read_rows, rows_of
from app.quoting.sheet_rows import WrongCell
from app.services.customer_words import cell_words, titles_of
from app.translation import load_words

ZH, EN = cell_words(load_words("zh")), cell_words(load_words("en"))
FULL = Customer(
    "c",
    "江南精密",
    "SMB",
    accounts=(Account("0512-1", "江南精密"), Account("0512-2", "王建国", "法定代表人")),
    contacts=(
        Contact(
            "王先生",
            "总经理",
            (ContactRole.DECIDER, ContactRole.SIGNER),
            "139",
            "power",
            "w@x.cn",
            DecisionLevel.GENERAL_MANAGER,
            Relationship.GOOD,
        ),
        Contact("李"),
    ),
    sites=(Site("S1", "总部", "星湖街", "", "0512-1"), Site("S7", "仓库", "", "S1")),
    installed=(InstalledService("PSTN", 2, "S1"),),
    competitors=(
        Competitor(
            "另一家",
            "专线",
            150_050,
            date(2027, 3, 31),
            2,
            date(2024, 4, 1),
            "财务",
            date(2026, 11, 1),
        ),
    ),
    facts={"students": Decimal(240)},
    journal=(CustomerNote("左撇子", date(2026, 11, 2), "王先生"), CustomerNote("不吃辣")),
    visits=(PlannedVisit(date(2026, 11, 25), "续约"), PlannedVisit(date(2026, 11, 2), done=True)),
    promises=(
        CustomerPromise("申请优惠", "李经理", date(2026, 11, 2), date(2026, 11, 30), hold=True),
        CustomerPromise("换机顶盒", state=PromiseState.KEPT),
    ),
)


def test_every_list_comes_back_equal_in_both_languages() -> None:
    """Written and read again, cell by cell."""
    for words in (ZH, EN, {}):
        again = Customer("c", "江南精密", "SMB")
        for sheet in SheetName:
            again, wrong = read_rows(again, sheet, rows_of(FULL, sheet, words), words)
            assert wrong == ()
        assert again == FULL


def test_cells_are_words_people_know() -> None:
    """Not the words of the program; an amount in yuan, an absent strength as an empty cell."""
    contacts = rows_of(FULL, SheetName.CONTACTS, ZH)
    assert contacts[0] == (
        *("王先生", "总经理", "决策、签约", "139", "w@x.cn", "权力型", "总经理", "良好"),
    )
    assert contacts[1] == ("李", "", "", "", "", "", "", "")
    assert rows_of(FULL, SheetName.COMPETITORS, ZH)[0][3] == "1500.50"


def test_every_fault_is_told_with_its_place() -> None:
    """Two rows, three faults; nothing of the list is taken."""
    rows = (("另一家", "专线", "zwei"), (), ("", "宽带", "1", "1.005"))
    customer, wrong = read_rows(FULL, SheetName.COMPETITORS, rows, ZH)
    assert customer is FULL
    assert [(cell.row, cell.column, cell.code) for cell in wrong] == [
        (0, "quantity", "cell.not_a_whole_number"),
        (2, "operator", "customer.cell_missing"),
        (2, "monthly", "bill.not_whole_fen"),
    ]


def test_an_unknown_level_names_those_there_are() -> None:
    """The person need not look anywhere else."""
    row = ("王", "", "", "", "", "", "老板")
    _, wrong = read_rows(FULL, SheetName.CONTACTS, (row,), ZH)
    known = "总经理、副总、部门负责人、经办员工"
    parameters = {"value": "老板", "known": known}
    assert wrong == (WrongCell(0, "level", "customer.word_unknown", parameters),)


def test_a_site_keeps_what_items_name_it_by() -> None:
    """One taken out before it, one added: the warehouse is S7 still, and belongs by name."""
    rows = (("仓库",), ("新楼", "", "仓库"), ("门市",))
    customer, _ = read_rows(FULL, SheetName.SITES, rows, ZH)
    found = [(site.id, site.name, site.parent) for site in customer.sites]
    assert found == [("S7", "仓库", ""), ("S2", "新楼", "S7"), ("S3", "门市", "")]


def test_a_pasted_account_without_a_holder_is_the_customers_own() -> None:
    """A column of numbers is enough."""
    customer, _ = read_rows(FULL, SheetName.ACCOUNTS, (("0512-9",),), ZH)
    assert customer.accounts == (Account("0512-9", "江南精密"),)


def test_days_are_read_as_spreadsheets_write_them() -> None:
    """With strokes, dots or Chinese signs."""
    for text in ("2027/3/31", "2027.3.31", "2027年3月31日", "20270331"):
        row = ("另一家", "", "", "", text)
        customer, _ = read_rows(FULL, SheetName.COMPETITORS, (row,), ZH)
        assert customer.competitors[0].ends == date(2027, 3, 31)


def test_every_column_has_a_title_in_both_languages() -> None:
    """And no two columns of a list the same."""
    for language in ("zh", "en"):
        words = load_words("zh" if language == "zh" else "en")
        for sheet in SheetName:
            titles = titles_of(words, sheet)
            assert len(set(titles)) == len(titles)
