"""Who is meant by a pasted list."""

from __future__ import annotations

from app.services.batch_customers import NO_NUMBER, SEVERAL, UNKNOWN, read_customers
from app.services.batch_plan import BatchCustomer
from app.services.listing import CustomerRow

KNOWN = tuple(
    CustomerRow(id=key, name=name, segment="SMB", accounts=0, monthly=0)
    for key, name in (("C1", "甲公司"), ("C2", "乙 公司"), ("C3", "同名"), ("C4", "同名"))
)


def test_names_and_identifiers_are_known_whatever_their_spaces_and_letters() -> None:
    """A name without its space, an identifier in small letters, and one named twice."""
    meant = read_customers("甲公司\n\nc2\n乙公司\n", KNOWN)
    assert meant.customers == (BatchCustomer("C1"), BatchCustomer("C2"))
    assert meant.strangers == ()


def test_who_is_unknown_or_not_alone_is_told_with_the_row() -> None:
    """Empty rows count as rows, as they do in the spreadsheet."""
    meant = read_customers("没有这家\n\n同名\nC4", KNOWN)
    assert meant.customers == (BatchCustomer("C4"),)
    assert [(one.name, one.row, one.reason) for one in meant.strangers] == [
        ("没有这家", 1, UNKNOWN),
        ("同名", 3, SEVERAL),
    ]


def test_columns_under_codes_are_quantities() -> None:
    """A column that names no offering of the pattern is a remark; an empty cell says nothing."""
    table = "客户\t电话\tpstn-l\tBB-100\n甲公司\t138\t12\t\nC2\t139\t\t3"
    meant = read_customers(table, KNOWN, ["PSTN-L", "BB-100"])
    assert meant.customers == (
        BatchCustomer("C1", {"PSTN-L": 12}),
        BatchCustomer("C2", {"BB-100": 3}),
    )


def test_a_quantity_that_is_no_number_stops_its_row_only() -> None:
    """Nought, a fraction and a word are no quantities."""
    table = "客户,PSTN-L\n甲公司,0\n乙公司,1.5\nC3,两\nC4,2"
    meant = read_customers(table, KNOWN, ["PSTN-L"])
    assert meant.customers == (BatchCustomer("C4", {"PSTN-L": 2}),)
    assert [(one.row, one.reason, one.detail) for one in meant.strangers] == [
        (2, NO_NUMBER, "0"),
        (3, NO_NUMBER, "1.5"),
        (4, NO_NUMBER, "两"),
    ]
