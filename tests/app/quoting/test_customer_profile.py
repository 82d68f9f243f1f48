"""The single facts of a customer go through texts unharmed."""

from __future__ import annotations

from datetime import date

import pytest

from app.quoting.customer import Customer
from app.quoting.customer_profile import ProfileField, profile_text, with_profile
from app.quoting.sales_facts import Grouping, PartyKind, Prospect, SalesFacts
from catalog.cell_text import CellFault
from tests.builders import a_customer

KNOWN = Customer(
    "c",
    "江南精密",
    "SMB",
    further_segments=("KEY", "GROUP"),
    industry="manufacturing",
    address="苏州",
    credit_code="91320594MA1XXXXX0X",
    representative="王建国",
    arrears=12_345,
    notes="每年三月续约\n\n左撇子",
    area="320500",
    parent="c-0",
    credit_grade="AA",
    segment_reason="去年并购",
    owners=("陈经理", "李明轩"),
    sales=SalesFacts(
        Grouping.CLUSTER,
        "东门市场",
        Prospect.OFFERED,
        "带合同上门",
        date(2026, 12, 1),
        PartyKind.ORGANISATION,
        "金融中心",
    ),
)


def test_every_fact_comes_back() -> None:
    """Said as text and read again, onto another customer."""
    again = Customer("c", "x", "y")
    for field in ProfileField:
        again = with_profile(again, field, profile_text(KNOWN, field))
    assert again == KNOWN
    assert profile_text(KNOWN, ProfileField.ARREARS) == "123.45"


def test_what_must_be_there_cannot_be_emptied() -> None:
    """A name of spaces is none."""
    for field in (ProfileField.NAME, ProfileField.SEGMENT):
        with pytest.raises(CellFault, match=r"customer\.cell_missing"):
            with_profile(KNOWN, field, "  ")


def test_arrears_are_whole_fen() -> None:
    """Half a fen is owed by nobody; nothing typed is nothing owed."""
    with pytest.raises(CellFault):
        with_profile(KNOWN, ProfileField.ARREARS, "1.005")
    assert with_profile(KNOWN, ProfileField.ARREARS, "").arrears == 0


def test_a_code_is_kept_in_capitals() -> None:
    """As the register writes it."""
    typed = with_profile(KNOWN, ProfileField.CREDIT_CODE, " 91350100m000100y43 ")
    assert typed.credit_code == "91350100M000100Y43"


def test_several_account_managers_care_for_a_customer_the_first_of_them_first() -> None:
    """Each once; a name may hold a gap."""
    customer = with_profile(a_customer(), ProfileField.OWNERS, "陈 经理、李明轩,陈 经理")
    assert customer.owners == ("陈 经理", "李明轩")
    assert profile_text(customer, ProfileField.OWNERS) == "陈 经理、李明轩"
    assert with_profile(customer, ProfileField.OWNERS, "") == a_customer()


def test_how_customers_decide_is_one_of_two_words_or_nothing() -> None:
    """Read as word and as text; it stands among the facts of sales, beside the venue."""
    words = {"grouping.cluster": "聚类客户"}
    venue = with_profile(a_customer(), ProfileField.VENUE, "东门市场")
    for typed in ("cluster", "聚类客户"):
        one = with_profile(venue, ProfileField.GROUPING, typed, words)
        assert one.sales == SalesFacts(Grouping.CLUSTER, "东门市场")
        assert profile_text(one, ProfileField.GROUPING, words) == "聚类客户"
        assert profile_text(one, ProfileField.GROUPING) == "cluster"
        assert with_profile(one, ProfileField.GROUPING, "") == venue
    with pytest.raises(CellFault, match="word_unknown"):
        with_profile(a_customer(), ProfileField.GROUPING, "随便", words)
