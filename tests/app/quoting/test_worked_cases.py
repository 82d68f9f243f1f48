"""Cases one to five come out to the fen as they were worked out on paper.

Each test takes one kind of figure over all five cases, so a failure names the case and the figure.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from app.quoting.item_edits import add_offering, remove_items
from app.quoting.savings import per_part
from catalog.money import fen
from pricing.spend import ChurnLevel
from pricing.spend_analysis import average_of
from tests.sample import CASES, expected_case, revision_of, sample_case, sample_catalog, yuan_fen

every_case = pytest.mark.parametrize("number", CASES)

CRITERIA = {
    "market discount": "market_discount",
    "guided discount": "guided_discount",
    "fixed-price deviation": "fixed_deviation",
    "one-time waiver (unpublished)": "one_time_waiver",
    "free months": "free_months",
    "cumulative concession": "cumulative_concession",
    "deal margin": "margin",
    "contract value": "contract_value",
    "flag: SLA gold": "sla_gold",
    "flag: SLA platinum": "sla_platinum",
    "flag: tender (招投标)": "tender",
}
"""Names of the criteria on paper, and their identifiers in the authority matrix."""


def assert_totals(deal: dict[str, Any], number: int, alternative: bool = False) -> None:
    """Every sum of a deal, each figure by its name on paper."""
    quote = sample_case(number).quote
    if alternative:
        quote = add_offering(remove_items(quote, {"i1"}), sample_catalog(), "B01H")
    totals = revision_of(number, quote).priced.totals
    assert totals.yearly.net_amount == 0
    found = {
        "term": totals.term,
        "monthly_list": totals.monthly.list_amount,
        "monthly": totals.monthly.net_amount,
        "monthly_ex_vat": totals.monthly.net_ex_tax,
        "one_time_list": totals.one_time.list_amount,
        "one_time": totals.one_time.net_amount,
        "one_time_ex_vat": totals.one_time.net_ex_tax,
        "contract": totals.contract.net_amount,
        "contract_ex_vat": totals.contract.net_ex_tax,
        "contract_vat": totals.contract.tax,
        "cost": totals.contract.cost,
        "estimated_usage": totals.usage.net_amount,
        "expected_bill": totals.expected_bill,
    }
    wanted = {name: yuan_fen(deal[name]) for name in found if name != "term"}
    assert found == {"term": deal["term"], **wanted}


def assert_verdict(deal: dict[str, Any], verdict: Any) -> None:  # noqa: ANN401 (figures as written)
    """The level, and each criterion with its value and level."""
    found = {criterion.id: (criterion.value, criterion.level) for criterion in verdict.criteria}
    wanted = {
        CRITERIA[row["name"]]: (
            None if row["value"] is None else Decimal(row["value"]),
            row["level"],
        )
        for row in deal["criteria"]
    }
    assert found == wanted
    assert verdict.level == deal["level"]
    assert not verdict.blocked


@every_case
def test_every_sum_is_the_one_on_paper(number: int) -> None:
    """One-time, monthly, expected usage and contract value, with list, ex-VAT, VAT and cost."""
    assert_totals(expected_case(number)["deal"], number)


@every_case
def test_every_single_charge_is_the_one_on_paper(number: int) -> None:
    """Quantity, published and net price, amount, VAT rate, ex-VAT and VAT of each charge."""
    found = [
        (
            charge.code,
            charge.quantity,
            charge.net_amount,
            charge.tax_rate,
            charge.net_ex_tax,
            charge.tax,
            charge.published_waiver,
        )
        for item in revision_of(number).priced.items
        for charge in item.charges
        if not item.is_bundle and charge.type != "usage"
    ]
    wanted = [
        (
            line["code"],
            line["qty"],
            yuan_fen(line["amount"]),
            Decimal(line["vat_rate"]),
            yuan_fen(line["ex_vat"]),
            yuan_fen(line["vat"]),
            line["published_waiver"],
        )
        for line in expected_case(number)["deal"]["lines"]
    ]
    assert sorted(found) == sorted(wanted)


@every_case
def test_unit_prices_and_discounts_are_those_on_paper(number: int) -> None:
    """What the papers print beside an amount: the price before and after, and the percentage."""
    charges = {
        charge.code: charge
        for item in revision_of(number).priced.items
        for charge in item.charges
        if not item.is_bundle
    }
    for line in expected_case(number)["deal"]["lines"]:
        charge = charges[line["code"]]
        assert charge.net_price == Decimal(line["net_unit"])
        if line["published_waiver"]:
            continue  # the paper calls a published waiver 100 %; for us nothing was given away
        assert charge.published_price == Decimal(line["base_unit"])
        assert (charge.discount or 0) == Decimal(line["discount_pct"])


@every_case
def test_bundles_keep_their_published_price_and_free_months(number: int) -> None:
    """A bundle's net month, the percentage off it, and the months not charged."""
    found = [
        (item.offering, item.quantity, item.monthly.net_amount, item.free_months)
        for item in revision_of(number).priced.items
        if item.is_bundle
    ]
    wanted = [
        (bundle["id"], bundle["qty"], yuan_fen(bundle["net"]), bundle["free_months"])
        for bundle in expected_case(number)["deal"]["bundles"]
    ]
    assert found == wanted


@every_case
def test_each_criterion_asks_for_the_level_on_paper(number: int) -> None:
    """Margin and cumulative concession among them; the highest level decides."""
    assert_verdict(expected_case(number)["deal"], revision_of(number).verdict)


@every_case
def test_a_worked_case_has_no_findings(number: int) -> None:
    """Everything in the five offers may be sold to that customer on that day."""
    assert revision_of(number).priced.problems == ()


@every_case
def test_the_bills_say_what_they_say_on_paper(number: int) -> None:
    """Totals, average, median, typical month, fluctuation and spread."""
    analysis = revision_of(number).analysis
    expected = expected_case(number)
    assert analysis is not None
    assert [month.month for month in analysis.months] == expected["months"]
    assert [month.total for month in analysis.months] == [yuan_fen(t) for t in expected["totals"]]
    assert analysis.average == yuan_fen(expected["average"])
    assert analysis.median == yuan_fen(expected["median"])
    assert analysis.least == yuan_fen(expected["min"])
    assert analysis.most == yuan_fen(expected["max"])
    assert analysis.typical == yuan_fen(expected["typical"])
    assert str(analysis.fluctuation) == expected["fluctuation_pct"]
    assert str(analysis.spread) == expected["range_pct"]


@every_case
def test_unusual_months_are_those_on_paper(number: int) -> None:
    """Month, amount, median and direction; three in case one, the holidays in case three."""
    analysis = revision_of(number).analysis
    assert analysis is not None
    found = [
        (unusual.month, unusual.amount, unusual.median, unusual.direction)
        for unusual in analysis.unusual
    ]
    assert found == [
        (row["month"], yuan_fen(row["value"]), yuan_fen(row["component_median"]), row["kind"])
        for row in expected_case(number)["outliers"]
    ]


def test_case_one_shows_each_month_without_its_unusual_calls() -> None:
    """The column "adjusted" of the bill table."""
    analysis = revision_of(1).analysis
    assert analysis is not None
    adjusted = ["712.60", "708.55", "742.35", "695.20", "690.25", "699.05"]
    assert [month.adjusted for month in analysis.months] == [yuan_fen(text) for text in adjusted]


def test_case_one_replays_the_six_months_under_both_tiers() -> None:
    """C1-L would have cost 4,232.00 and C1-H 4,368.00 instead of 4,512.00."""
    low = revision_of(1).replay
    quote = add_offering(remove_items(sample_case(1).quote, {"i1"}), sample_catalog(), "B01H")
    high = revision_of(1, quote).replay
    expected = expected_case(1)["replay"]
    assert [m.month for m in low] == [row["month"] for row in expected]
    assert [m.actual for m in low] == [yuan_fen(row["actual"]) for row in expected]
    assert [m.planned for m in low] == [yuan_fen(row["c1l"]) for row in expected]
    assert [m.planned for m in high] == [yuan_fen(row["c1h"]) for row in expected]
    assert [m.saving for m in low] == [m.actual - m.planned for m in low]
    assert sum(m.saving for m in low) == 280_00
    assert sum(m.saving for m in high) == 144_00


def test_case_one_saves_against_the_typical_month_first() -> None:
    """40.00 a month (5.65 %), 480.00 in all, 84.00 against the plain average, 22.27 a day."""
    saving = revision_of(1).saving
    assert saving is not None
    assert (saving.today, saving.offered, saving.saving) == (708_00, 668_00, 40_00)
    assert saving.percent == Decimal("5.65")
    assert saving.over_term == 480_00
    assert saving.against_average == 84_00
    assert saving.new_value == 0
    assert saving.per_day == 22_27


def test_the_dearer_tier_is_the_wrong_offer_for_case_one() -> None:
    """C1-H prices as on paper, but costs 20.00 more than the typical month."""
    expected = expected_case(1)["alternative_C1H"]
    assert_totals(expected, 1, alternative=True)
    quote = add_offering(remove_items(sample_case(1).quote, {"i1"}), sample_catalog(), "B01H")
    revision = revision_of(1, quote)
    assert_verdict(expected, revision.verdict)
    assert revision.saving is not None
    assert revision.saving.saving == -20_00
    assert revision.saving.against_average == 24_00
    assert [(p.code, p.parameters["measure"]) for p in revision.priced.problems] == [
        ("bundle.not_eligible", "typical_ld_minutes")
    ]


def test_case_two_saves_on_voice_and_adds_four_broadband_lines() -> None:
    """406.03 a month (17.56 %), 9,744.72 in all; 432.00 of new value; 77.94 a day."""
    saving = revision_of(2).saving
    assert saving is not None
    assert (saving.today, saving.offered, saving.saving) == (2312_03, 1906_00, 406_03)
    assert saving.percent == Decimal("17.56")
    assert saving.over_term == 9744_72
    assert saving.new_value == 432_00
    assert saving.per_day == 77_94


def test_case_two_raises_a_red_signal_for_the_first_line() -> None:
    """Long distance fell from 402.02 to 128.72, by 67.98 %; nothing else is loud."""
    analysis = revision_of(2).analysis
    assert analysis is not None
    expected = expected_case(2)
    (signal,) = analysis.churn
    assert signal.component == "line1_long_distance"
    assert signal.before == yuan_fen(expected["ld_first3_avg"]) == 402_02
    assert signal.latest == yuan_fen(expected["ld_latest"]) == 128_72
    assert signal.drop == Decimal(expected["drop_pct"]) == Decimal("67.98")
    assert signal.level is ChurnLevel.RED


def test_case_two_counts_every_line_by_its_average() -> None:
    """The fifth line has a month below 400.00, but the test is on the average of 406.17."""
    analysis = revision_of(2).analysis
    assert analysis is not None
    wanted = [yuan_fen(average) for average in expected_case(2)["line_averages"].values()]
    assert list(analysis.component_averages.values()) == wanted
    assert min(wanted) == 406_17


def test_case_three_replaces_nothing_that_could_be_compared() -> None:
    """The whole offer is new value; a student costs 6.37 a month, rounded up."""
    revision = revision_of(3)
    assert revision.saving is None
    assert revision.replay == ()
    assert per_part(revision.priced.totals.monthly.net_amount, 1350) == 6_37
    fibre = revision.priced.items[0].charges[0]
    assert (fibre.code, fibre.list_amount, fibre.net_amount) == ("FTT100.RENT", 2800_00, 2116_54)


def test_case_three_counts_the_free_months_at_their_price() -> None:
    """Two months of 7,680.00 are 15,360.00; 293,844.00 recurring is left over 36 months."""
    totals = revision_of(3).priced.totals
    assert totals.free.net_amount == 15_360_00
    assert totals.contract.net_amount - totals.one_time.net_amount == 293_844_00


def test_case_four_compares_trunk_and_calls_with_trunk_and_calls() -> None:
    """9,209.27 today, 8,130.00 offered, calls included: 1,079.27 saved; a room costs 1.34 a day."""
    revision = revision_of(4)
    assert revision.saving is not None
    assert revision.saving.today == 9209_27
    assert revision.saving.offered == 8130_00
    assert revision.saving.saving == 1079_27
    assert per_part(fen("40.00"), 30) == 1_34
    voice = ("trunk", "local", "domestic", "international")
    assert revision.analysis is not None
    assert average_of(revision.bills, revision.analysis, voice) == 9209_27


def test_case_four_estimates_the_calls_charge_by_charge() -> None:
    """26,000 + 9,000 + 350 + 1,200 minutes come to 6,600.00, outside the contract value."""
    usage = {
        charge.code: (charge.quantity, charge.net_amount)
        for item in revision_of(4).priced.items
        for charge in item.charges
        if charge.type == "usage"
    }
    assert usage == {
        "E1TRK.USE": (26_000, 2600_00),
        "LD.DOM": (9_000, 2700_00),
        "LD.INTL": (350, 1120_00),
        "N4008.USE": (1_200, 180_00),
    }


def test_case_five_bids_below_the_ceiling() -> None:
    """1,547,290.00 is 93.78 % of the highest price of 1,650,000.00."""
    contract = revision_of(5).priced.totals.contract.net_amount
    assert contract == 1_547_290_00
    assert round(Decimal(contract) / 1_650_000, 2) == Decimal("93.78")
