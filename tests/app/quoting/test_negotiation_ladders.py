"""The negotiation ladders of cases three to five, reached by the edits that a manager makes.

Each rung starts from the stored quote (the realistic one) and changes discounts and free months.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from app.quoting.item_edits import set_discount, set_free_months, set_item_discount
from pricing.alterations.percentage import Percentage
from tests.sample import expected_case, revision_of, sample_case, yuan_fen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.quoting.quote import Quote

IDEAL, REALISTIC, FALLBACK = 0, 1, 2


def with_discounts(quote: Quote, percents: Mapping[str, int]) -> Quote:
    """The quote with a percentage on each charge named; 0 takes the discount away."""
    for item in quote.items:
        for quoted in item.charges:
            if quoted.code in percents:
                percent = percents[quoted.code]
                discount = Percentage(Decimal(percent)) if percent else None
                quote = set_discount(quote, item.id, quoted.code, discount)
    return quote


def campus(free_months: int, bundle: int, messages: int) -> Quote:
    """Case three with other concessions."""
    quote = set_free_months(sample_case(3).quote, "i1", free_months)
    off = Percentage(Decimal(bundle)) if bundle else None
    return with_discounts(set_item_discount(quote, "i1", off), {"SMSP5.RENT": messages})


def hotel(trunk: int, installation: int) -> Quote:
    """Case four with other concessions."""
    return with_discounts(
        sample_case(4).quote,
        {
            "E1TRK.RENT": trunk,
            "DID.RENT": trunk,
            "DROOM.INST": installation,
            "E1TRK.INST": installation,
        },
    )


def tender(market: int, guided: int) -> Quote:
    """Case five with other concessions; the installation of the MSTP circuits stays free."""
    return with_discounts(
        sample_case(5).quote,
        {
            "MSTP100.RENT": market,
            "MSTP10.RENT": market,
            "CE.LEASE": market,
            "SDH2L.INST": guided,
            "SDH2L.RENT": guided,
            "NMS.RENT": guided,
        },
    )


@pytest.mark.parametrize(
    ("number", "rung", "quote"),
    [
        (1, IDEAL, sample_case(1).quote),
        (3, IDEAL, campus(0, 0, 0)),
        (3, REALISTIC, campus(2, 0, 5)),
        (3, FALLBACK, campus(3, 3, 10)),
        (4, IDEAL, hotel(0, 30)),
        (4, REALISTIC, hotel(5, 50)),
        (4, FALLBACK, hotel(10, 100)),
        (5, IDEAL, tender(15, 5)),
        (5, REALISTIC, tender(20, 10)),
        (5, FALLBACK, tender(23, 12)),
    ],
    ids=lambda value: value if isinstance(value, int) else "quote",
)
def test_each_rung_comes_out_as_on_paper(number: int, rung: int, quote: Quote) -> None:
    """Monthly price, contract value, margin, cumulative concession and who must approve."""
    expected = expected_case(number)["ladder"][rung]
    revision = revision_of(number, quote)
    values = {criterion.id: criterion.value for criterion in revision.verdict.criteria}
    assert revision.priced.totals.monthly.net_amount == yuan_fen(expected["monthly"])
    assert revision.priced.totals.contract.net_amount == yuan_fen(expected["contract"])
    assert values["margin"] == Decimal(expected["margin"])
    assert values["cumulative_concession"] == Decimal(expected["cum"])
    assert revision.verdict.level == expected["level"]
    assert not [problem.code for problem in revision.priced.problems if problem.blocks]


@pytest.mark.parametrize(
    ("number", "quote"),
    [(3, campus(2, 0, 5)), (4, hotel(5, 50)), (5, tender(20, 10))],
    ids=["campus", "hotel", "tender"],
)
def test_going_back_to_the_realistic_offer_gives_the_very_same_quote(
    number: int, quote: Quote
) -> None:
    """Edits that change nothing in the end leave nothing behind."""
    assert quote is sample_case(number).quote


def test_the_smaller_contract_of_case_three_still_needs_the_department_manager() -> None:
    """297,004.80 alone would be L2; three free months make it L3."""
    verdict = revision_of(3, campus(3, 3, 10)).verdict
    levels = {criterion.id: criterion.level for criterion in verdict.criteria}
    assert levels["contract_value"] == "L2"
    assert levels["free_months"] == "L3"


def test_guided_prices_beyond_their_band_are_granted_by_nobody() -> None:
    """Guided at -16 % leaves the band of 15 %: a finding, and blocked at every level."""
    revision = revision_of(5, tender(20, 16))
    assert revision.verdict.blocked == ("guided_discount",)
    assert revision.verdict.level == ""
    codes = {problem.code for problem in revision.priced.problems if problem.blocks}
    assert codes == {"price.below_band"}
