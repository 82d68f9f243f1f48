"""What is measured for re-approval: each criterion of a matrix, charge by charge."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from msgspec.structs import replace

from app.approval.comparing import Step, worst_step
from app.approval.dimensions import Dimension, Part, dimensions
from app.quoting.authority import Scope
from app.quoting.authority.judging import judge
from app.quoting.quote import QuoteCondition
from catalog.charge import ChargeType
from catalog.local_text import LocalText
from pricing.concession import measure
from tests.app.approval.negotiation import MATRIX, Line, Offer, worked
from tests.app.quoting.authority.test_judging import a_criterion

OFFER = worked(Offer((Line("NET", 2, 20), Line("NET", 1, 6), Line("VOICE", 5, 0, 2))))


def measured(**criterion: Any) -> dict[str, Dimension]:  # noqa: ANN401 (fields of a criterion)
    """The dimensions of the offer under a matrix with one criterion."""
    limits = ("5", "10", "20", None)
    one = replace(a_criterion("x", *limits), **criterion)
    matrix = replace(MATRIX, criteria=(one,))
    verdict = judge(matrix, OFFER.quote, OFFER.priced, measure(OFFER.priced))
    return dimensions(replace(OFFER, verdict=verdict), matrix)


def a_dimension(*parts: tuple[int, int], slack: str = "0") -> Dimension:
    """Values with their units."""
    made = tuple(Part(Fraction(value), units, Fraction(slack)) for value, units in parts)
    return Dimension("k", "k", "", LocalText(), "percent", made)


def test_discounts_are_measured_by_charge_over_all_units() -> None:
    """Two units at 20 %, one at 6 %; voice gives nothing away and is the author's own."""
    found = dimensions(OFFER, MATRIX)
    net = found["market_discount:NET.RENT"]
    assert [(int(part.value), part.quantity) for part in net.parts] == [(20, 2), (6, 1)]
    assert (net.own, net.level) == (False, "L3")
    assert found["market_discount:VOICE.RENT"].own
    assert found["free_months:VOICE"].worst == 2
    assert not found["free_months:VOICE"].own
    assert found["agreed_term"].smallest


def test_a_criterion_of_any_name_is_measured_by_what_it_measures() -> None:
    """Depths charge by charge, also in a scope; sums as one figure."""
    scope = Scope(charges=(ChargeType.RECURRING, ChargeType.ONE_TIME))
    assert set(measured(measure="discount", scope=scope)) >= {"x:NET.RENT", "x:VOICE.RENT"}
    assert set(measured(measure="effective_discount")) >= {"x:NET", "x:VOICE"}
    assert set(measured(measure="free_months", unit="months")) >= {"x:NET", "x:VOICE"}
    whole = measured(measure="document_discount")
    assert whole["x"].parts[0].slack > 0
    assert [key for key in whole if key.startswith("x")] == ["x"]


def test_conditions_are_terms_and_payment_is_one_of_them() -> None:
    """Nobody asked for longer payment: then it is none; words of one's own keep theirs."""
    conditions = (QuoteCondition("payment_due", days=60), QuoteCondition("", "免押金"))
    quote = replace(OFFER.quote, conditions=conditions)
    found = dimensions(replace(OFFER, quote=quote), MATRIX)
    assert found["agreed_condition:payment_due"].worst == 60
    assert found["agreed_condition:own_words:免押金"].subject == "免押金"
    assert dimensions(OFFER, MATRIX)["agreed_condition:payment_due"].worst == 0


def test_units_are_compared_worst_with_worst() -> None:
    """More units than approved meet the least that was; rounding is forgiven."""
    two_and_one = a_dimension((20, 2), (6, 1))
    none = Fraction(0)
    assert worst_step(two_and_one, a_dimension((20, 2), (6, 5)), none) is None
    assert worst_step(two_and_one, a_dimension((19, 3)), none) == Step(Fraction(6), Fraction(19))
    assert worst_step(two_and_one, a_dimension((19, 3)), Fraction(13)) is None
    assert worst_step(two_and_one, a_dimension((21, 1)), none) == Step(Fraction(20), Fraction(21))
    assert worst_step(two_and_one, a_dimension((21, 1), slack="1"), none) is None
    smallest = replace(a_dimension((30, 1)), smallest=True)
    assert worst_step(smallest, replace(a_dimension((29, 1)), smallest=True), none) == Step(
        Fraction(30), Fraction(29)
    )
    assert worst_step(smallest, replace(a_dimension((31, 1)), smallest=True), none) is None
