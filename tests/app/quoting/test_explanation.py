"""The explanation tells every step, every total and who must approve, in both languages."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from app.figures import Figures
from app.quoting.explanation import explain
from app.quoting.header_edits import set_activation
from app.quoting.item_edits import set_discount, set_optional
from app.translation import load_words
from pricing.alterations.percentage import Percentage
from tests.app.committed import committed_revision
from tests.app.without_tax import revision_without_tax
from tests.sample import CASES, revision_of, sample_case

if TYPE_CHECKING:
    from app.quoting.revision import Revision
    from catalog.local_text import Language


def told(revision: Revision, language: Language = "en") -> list[str]:
    """The lines of an explanation."""
    return explain(revision, load_words(language), Figures(language)).splitlines()


@pytest.mark.parametrize("number", CASES)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_step_and_every_sum_is_told(number: int, language: Language) -> None:
    """No figure of the waterfall is missing in either language."""
    revision = revision_of(number)
    text = "\n".join(told(revision, language))
    figures = Figures(language)
    for item in revision.priced.items:
        assert item.offering in text
        for charge in item.charges:
            assert charge.code in text
            assert figures.money(charge.net_ex_tax) in text
            for step in charge.steps:
                assert f"{figures.money(step.change)} = {figures.money(step.result)}" in text
    assert figures.money(revision.priced.totals.contract.net_amount) in text
    assert revision.verdict.level in text
    assert revision.quote.number in text


def test_case_two_reads_as_a_pricer_would_write_it() -> None:
    """The option price for the sixth line, line by line."""
    lines = told(revision_of(2))
    at = lines.index("  PSTN.RENT Fixed telephone line monthly rental, per month: 1 线 x 25.00")
    assert lines[at + 1 : at + 4] == [
        "    list price: 25.00 = 25.00",
        "    option price of bundle B02: -5.00 = 20.00",
        "    net price: 20.00 (without VAT 18.35, VAT 1.65, 9 %)",
    ]
    assert "contract value (24 months): 56,112.00 (without VAT 51,447.60, VAT 4,664.40)" in lines
    assert "approval: L1 account manager (within the account manager's own authority)" in lines


def test_free_months_usage_options_and_findings_are_told_where_there_are_any() -> None:
    """And not where there are none."""
    assert "  first 2 months free" in told(revision_of(3))
    assert any(line.startswith("free months: 15,360.00") for line in told(revision_of(3)))
    assert any(line.startswith("expected usage a month") for line in told(revision_of(4)))
    assert not any("usage" in line for line in told(revision_of(5)))
    optional = set_optional(sample_case(4).quote, "i5", optional=True)
    assert any(
        line.endswith("(optional, not in the totals)") for line in told(revision_of(4, optional))
    )
    assert "findings" not in told(revision_of(4))


def test_a_blocked_quote_says_that_nobody_may_approve_it() -> None:
    """With the criterion, and the finding with its item and its cure."""
    quote = set_discount(sample_case(5).quote, "i3", "SDH2L.RENT", Percentage(Decimal(16)))
    lines = told(revision_of(5, quote))
    assert "nobody may approve: guided_discount" in lines
    assert lines[-1] == (
        "  [i3] This guided price falls below its band of 15 %. Keep the discount within 15 %."
    )


def test_first_invoice_and_average_month_are_told_with_their_steps() -> None:
    """Case one from 24 December: 8 of 31 days of 668.00 are 172.39."""
    quote = set_activation(sample_case(1).quote, date(2026, 12, 24))
    lines = told(revision_of(1, quote))
    at = lines.index("first invoice: 172.39 (without VAT 158.16, VAT 14.23)")
    assert lines[at + 1 : at + 7] == [
        "    one-time charges: 0.00 = 0.00",
        "    monthly charges of the first month: 668.00 = 668.00",
        "    activated on 2026-12-24: 8 of 31 days: -495.61 = 172.39",
        "average month (contract value / 12 months): 668.00 (without VAT 612.85, VAT 55.15)",
        "    contract value: 8,016.00 = 8,016.00",
        "    divided by 12 months: -7,348.00 = 668.00",
    ]


def test_what_usage_plans_cost_at_least_is_told_beside_the_contract_value() -> None:
    """Twenty a month for 36 months; without a commitment there are no such lines."""
    lines = (
        "Committed minimum per month (whatever is used; in no other total): 20.00",
        "Least usage over the term (36 months of commitments, not in the contract total): 720.00",
    )
    plain, committed = told(revision_of(5)), told(committed_revision())
    assert not any(line in plain for line in lines)
    assert all(line in committed for line in lines)


def test_a_price_without_vat_says_so_where_its_steps_begin() -> None:
    """8 circuits at 3,200.00 without VAT: 25,600.00 is the first step; the usual price is plain."""
    revision = revision_without_tax(5, "MSTP10.RENT")
    lines = told(revision)
    (at,) = [number for number, line in enumerate(lines) if line.startswith("  MSTP10.RENT")]
    assert lines[at].endswith("8 条 x 3,200.00 (excluding VAT)")
    assert lines[at + 1] == "    list price: 25,600.00 = 25,600.00"
    assert "8 条 x 3,200.00（不含税）" in "\n".join(told(revision, "zh"))
    assert "(excluding VAT)" not in "\n".join(told(revision_of(5)))
