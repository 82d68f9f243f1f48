"""Which rules are plain arithmetic, and the whole numbers that they are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pricing.plain_rules import Deduction, Measure, deduction_of, share_of
from pricing.rule import Base, LineAmountOff, PriceRule, UnitAmountOff
from pricing.rule_functions import Facts, function_of
from tests.pricing.rule_builders import a_promotion, d, percent_off, term_discount, volume, yuan_off


def test_only_a_plain_percentage_up_to_everything_is_a_share() -> None:
    """With a cap, of another base, or beyond 100 % a promotion is called by its function."""
    assert share_of(a_promotion(percent_off("2.5"))) == (5, 200)
    assert share_of(a_promotion(percent_off(100))) == (100, 100)
    assert share_of(a_promotion(percent_off(0))) == (0, 100)
    assert share_of(a_promotion(percent_off(10), cap=5)) is None
    assert share_of(a_promotion(percent_off(10), base=Base.LIST)) is None
    assert share_of(a_promotion(percent_off(101))) is None
    assert share_of(a_promotion(percent_off(-1))) is None
    assert share_of(a_promotion(volume())) is None
    assert share_of(a_promotion(term_discount(12, 10))) is None


def test_an_amount_a_unit_is_measured_on_the_units() -> None:
    """0.125 yuan are 125,000 millionths; a fen has 10,000, and half of them are rounded up."""
    rule = a_promotion(UnitAmountOff(d("0.125")))
    assert deduction_of(rule) == Deduction(Measure.QUANTITY, 250_000, 10_000, 20_000)


def test_an_amount_a_charge_is_itself() -> None:
    """5.00 yuan are 500 fen."""
    assert deduction_of(a_promotion(LineAmountOff(d(5)))) == Deduction(Measure.ONE, 500, 0, 1)


def test_a_percentage_of_the_list_price_is_measured_on_it() -> None:
    """2.5 % are 5 of 200: of 100 fen 2.5, rounded up to 3; half a whole is added to round."""
    rule = a_promotion(percent_off("2.5"), base=Base.LIST)
    assert deduction_of(rule) == Deduction(Measure.LIST, 10, 200, 400)


def test_an_amount_of_nothing_takes_nothing_and_is_plain() -> None:
    """For a unit, for a charge, in percent of the list price."""
    for kind in (UnitAmountOff(d(0)), LineAmountOff(d(0))):
        found = deduction_of(a_promotion(kind))
        assert found is not None
        assert found.factor == 0
    assert deduction_of(a_promotion(percent_off(0), base=Base.LIST)) is not None


def test_what_looks_at_the_amount_so_far_is_no_deduction() -> None:
    """A percentage of it, and whatever a cap or a limit keeps from being taken."""
    assert deduction_of(a_promotion(percent_off(10))) is None
    assert deduction_of(a_promotion(yuan_off(5), cap=100)) is None
    assert deduction_of(a_promotion(yuan_off(5), quote_cap=100)) is None
    assert deduction_of(a_promotion(volume())) is None


@given(
    st.sampled_from(["list", "unit", "charge"]),
    st.integers(0, 20_000),
    st.integers(1, 2_000_000),
    st.integers(0, 500),
    st.integers(0, 1_000_000),
)
def test_a_deduction_takes_off_what_its_function_takes_off(
    kind: str, hundredths: int, amount: int, quantity: int, listed: int
) -> None:
    """Half fens included; nothing falls below zero."""
    number = d(hundredths).scaleb(-2)
    rules: dict[str, PriceRule] = {
        "list": a_promotion(percent_off(str(number)), base=Base.LIST),
        "unit": a_promotion(UnitAmountOff(number / 10)),
        "charge": a_promotion(LineAmountOff(number)),
    }
    facts = Facts(1, listed, listed, quantity, quantity)
    deduction = deduction_of(rules[kind])
    assert deduction is not None
    measure = (1, quantity, listed)[deduction.of]
    taken = (deduction.factor * measure + deduction.rest) // deduction.whole
    assert max(0, amount - taken) == function_of(rules[kind], 24)(amount, facts)
