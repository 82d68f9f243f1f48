"""What a customer is to give up is left out of what he has and of what he pays."""

from __future__ import annotations

import msgspec

from app.quoting.customer import Leaving
from app.quoting.freezing import work_out
from app.quoting.leaving import leaving_of, staying_bills, with_leaving, without_leaving
from tests.sample import sample_case, sample_catalog, sample_rules, work_out_case

SUPPLIER = work_out_case(2).revision.supplier
SHOP_4 = Leaving("65550104", "PSTN", reason="搬走")


def test_the_quote_compares_with_what_stays() -> None:
    """Typical month of case two 2,125.63; shop 4 is 2,642.00 of the 12,753.76 in six months.

    (12,753.76 - 2,642.00) / 6 = 1,685.29; with the line of X 1,871.69, less 1,906.00 is -34.31.
    """
    case = sample_case(2)
    customer = with_leaving(case.customer, SHOP_4)
    assert customer.installed_quantities() == {"PSTN": 4, "PHS": 2}
    worked = work_out(case.quote, customer, case.bills, sample_catalog(), sample_rules(), SUPPLIER)
    analysis, saving = worked.revision.analysis, worked.revision.saving
    assert analysis is not None
    assert saving is not None
    assert (analysis.typical, saving.today, saving.saving) == (1_685_29, 1_871_69, -34_31)
    assert "65550104" not in {one.account for one in worked.revision.bills.components}
    again = work_out(
        case.quote,
        customer,
        case.bills,
        sample_catalog(),
        sample_rules(),
        SUPPLIER,
        known=worked,
    )
    assert again.revision.bills is worked.revision.bills
    assert again.analysis is worked.analysis


def test_series_and_reasons_of_a_line_go_with_it() -> None:
    """The long distance of the first shop is watched no more."""
    case = sample_case(2)
    customer = with_leaving(case.customer, Leaving("65550101", "PSTN"))
    assert case.bills.series
    assert staying_bills(customer, case.bills).series == ()


def test_where_all_stays_nothing_is_another_value() -> None:
    """Neither the bills nor the customer."""
    case = sample_case(2)
    assert staying_bills(case.customer, case.bills) is case.bills
    unknown = with_leaving(case.customer, Leaving("1"))
    assert staying_bills(unknown, case.bills) is case.bills
    assert without_leaving(case.customer, "65550104") is case.customer
    assert work_out_case(2).revision.bills is case.bills


def test_a_line_is_marked_once_and_taken_back() -> None:
    """The later reason counts; offerings without an account are told apart by their code."""
    customer = with_leaving(sample_case(2).customer, SHOP_4)
    later = msgspec.structs.replace(SHOP_4, reason="关店")
    customer = with_leaving(customer, later)
    assert customer.leaving == (later,)
    customer = with_leaving(customer, Leaving("", "PHS", 1, "停用"))
    customer = with_leaving(customer, Leaving("", "PSTN", 1, "停用"))
    assert customer.installed_quantities() == {"PSTN": 3, "PHS": 1}
    found = leaving_of(customer, "", "PHS")
    assert found is not None
    assert found.reason == "停用"
    kept = without_leaving(without_leaving(customer, "65550104"), "", "PSTN")
    assert [one.offering for one in kept.leaving] == ["PHS"]
