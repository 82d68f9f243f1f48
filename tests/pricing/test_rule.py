"""A rule's scope: what it touches, and how narrow it is."""

from __future__ import annotations

import pytest

from catalog.charge import ChargeType, PriceRegulation
from pricing.rule import Scope
from tests.builders import a_charge, an_offering

CHARGE = a_charge("LINE.RENT", regulation=PriceRegulation.GUIDED)
OFFERING = an_offering(CHARGE, family="VOICE")


@pytest.mark.parametrize(
    ("scope", "covered"),
    [
        (Scope(), True),
        (Scope(offerings=("NET", "LINE")), True),
        (Scope(offerings=("NET",)), False),
        (Scope(charges=("LINE.INST", "LINE.RENT")), True),
        (Scope(charges=("LINE.INST",)), False),
        (Scope(families=("CLOUD", "VOICE")), True),
        (Scope(families=("CLOUD",)), False),
        (Scope(types=(ChargeType.USAGE, ChargeType.RECURRING)), True),
        (Scope(types=(ChargeType.USAGE,)), False),
        (Scope(regulations=(PriceRegulation.MARKET, PriceRegulation.GUIDED)), True),
        (Scope(regulations=(PriceRegulation.MARKET,)), False),
        (Scope(offerings=("LINE",), charges=("LINE.INST",)), False),
    ],
)
def test_every_part_of_a_scope_must_hold(scope: Scope, *, covered: bool) -> None:
    """An empty part means all."""
    assert scope.covers(OFFERING, CHARGE) is covered


def test_a_price_set_by_the_state_lies_in_no_scope() -> None:
    """Not even in one that names it."""
    fixed = a_charge("STATE.RENT", regulation=PriceRegulation.FIXED)
    offering = an_offering(fixed)
    scopes = (Scope(), Scope(charges=("STATE.RENT",)), Scope(regulations=(PriceRegulation.FIXED,)))
    assert not any(scope.covers(offering, fixed) for scope in scopes)


def test_a_charge_is_narrower_than_an_offering_than_a_family_than_a_type() -> None:
    """And each with less beside it than all that is wider together."""
    types, regulations = (ChargeType.USAGE,), (PriceRegulation.GUIDED,)
    ladder = [
        Scope(),
        Scope(types=types),
        Scope(types=types, regulations=regulations),
        Scope(families=("VOICE",)),
        Scope(families=("VOICE",), types=types, regulations=regulations),
        Scope(offerings=("LINE",)),
        Scope(offerings=("LINE",), families=("VOICE",), types=types, regulations=regulations),
        Scope(charges=("LINE.RENT",)),
        Scope(charges=("LINE.RENT",), offerings=("LINE",)),
    ]
    narrowness = [scope.specificity for scope in ladder]
    assert narrowness == sorted(set(narrowness))
    assert Scope(types=types).specificity == Scope(regulations=regulations).specificity
