"""An envelope holds for one manager and one customer, inside its corridor and nowhere else."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from app.approval.signing.envelope import Envelope, outside
from app.quoting.quote import QuoteCondition
from tests.app.approval.negotiation import Line, Offer, worked
from tests.app.approval.quotes import AUTHOR, HEAD, LAST, NOON

if TYPE_CHECKING:
    from app.quoting.revision import Revision

OFFER = worked(Offer((Line("NET", 2, 9, 2), Line("VOICE", 5, 3)), 24))
"""Nine percent and two free months of connectivity, three percent of voice; 24 months."""
FAMILIES = {"NET.RENT": "DATA", "VOICE.RENT": "VOICE"}


def envelope(**fields: Any) -> Envelope:  # noqa: ANN401 (fields of an envelope)
    """The narrowest envelope in which the offer lies."""
    known: dict[str, Any] = {
        "nonce": "e1",
        "approver": HEAD.id,
        "manager": AUTHOR.id,
        "customer": "c-n",
        "credit_code": "",
        "families": {"DATA": Decimal(9), "VOICE": Decimal(3)},
        "free_months": 2,
        "shortest": 24,
        "longest": 24,
        "limits": {},
        "conditions": (),
        "policy_no": 3,
        "decided": NOON,
        "until": LAST,
    }
    return Envelope(**(known | fields))


def family(code: str) -> str:
    """Family of a charge; empty for a bundle."""
    return FAMILIES.get(code, "")


def test_what_lies_inside_in_every_respect_is_inside() -> None:
    """Each of its bounds is met exactly."""
    assert outside(envelope(), OFFER, family) == ()


@pytest.mark.parametrize(
    ("fields", "respect"),
    [
        ({"manager": "102"}, "manager"),
        ({"customer": "c-m"}, "customer"),
        ({"credit_code": "91110000"}, "customer"),
        ({"shortest": 25, "longest": 36}, "months"),
        ({"shortest": 12, "longest": 23}, "months"),
        ({"until": LAST - timedelta(days=1)}, "until"),
        ({"free_months": 1}, "free_months"),
        ({"families": {"DATA": Decimal("8.99"), "VOICE": Decimal(3)}}, "DATA"),
        ({"families": {"DATA": Decimal(9)}}, "VOICE"),
        ({"families": {"DATA": Decimal("NaN"), "VOICE": Decimal(3)}}, "DATA"),
    ],
)
def test_one_step_outside_is_outside(fields: dict[str, Any], respect: str) -> None:
    """And only in that respect; a limit that is no number allows nothing."""
    assert outside(envelope(**fields), OFFER, family) == (respect,)


def test_a_wider_corridor_holds_what_is_inside() -> None:
    """Months and days on both sides of the offer's."""
    wide = envelope(shortest=12, longest=36, until=LAST + timedelta(days=1), free_months=3)
    assert outside(wide, OFFER, family) == ()


def test_a_family_is_told_once_and_a_charge_of_none_counts_as_a_bundle() -> None:
    """Two charges of one family that are both too deep; charges that no family knows."""
    assert outside(envelope(families={}), OFFER, lambda _code: "ALL") == ("ALL",)
    assert outside(envelope(families={}), OFFER, lambda _code: "") == ("bundles",)
    bundles = {"bundles": Decimal(9)}
    assert outside(envelope(families=bundles), OFFER, lambda _code: "") == ()


def test_of_a_family_that_is_not_named_nothing_may_be_taken() -> None:
    """Not one percent; at list price it may be sold."""
    for percent, found in ((1, ("VOICE",)), (0, ())):
        made = worked(Offer((Line("VOICE", 5, percent),), 24))
        assert outside(envelope(families={}), made, family) == found


def with_conditions(*conditions: QuoteCondition) -> Revision:
    """The offer with conditions."""
    return replace(OFFER, quote=replace(OFFER.quote, conditions=conditions))


def test_only_conditions_that_are_named_may_be_agreed() -> None:
    """By their key; words of one's own by the words."""
    due, own = QuoteCondition("payment_due", "sixty", days=60), QuoteCondition("", "免押金")
    both = with_conditions(due, own)
    assert outside(envelope(conditions=("payment_due", "免押金")), both, family) == ()
    assert outside(envelope(conditions=("payment_due",)), both, family) == ("conditions",)
    assert outside(envelope(conditions=("免押金", "sixty")), both, family) == ("conditions",)
    assert outside(envelope(), with_conditions(due), family) == ("conditions",)


def test_every_respect_is_told_in_its_order() -> None:
    """So that one can see all that has to be asked for."""
    narrow = envelope(
        manager="9",
        customer="x",
        shortest=1,
        longest=1,
        until=LAST - timedelta(days=1),
        free_months=0,
        families={},
    )
    found = outside(narrow, with_conditions(QuoteCondition("payment_due", days=60)), family)
    respects = ("manager", "customer", "months", "until", "free_months", "conditions")
    assert found == (*respects, "DATA", "VOICE")
