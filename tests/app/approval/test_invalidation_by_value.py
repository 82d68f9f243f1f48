"""What is asked again, told whole: the values, the roles, and in which role a decision counts."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from app.approval.comparing import Step, worst_step
from app.approval.granted import Granted
from app.approval.invalidation import Reapproval, Worse, _rounded_up, reapproval
from app.quoting.authority import Function
from app.quoting.quote import QuoteCondition
from catalog.local_text import LocalText
from tests.app.approval.negotiation import MATRIX, Line, Offer, worked
from tests.app.approval.quotes import DAY, LAST
from tests.app.approval.test_dimensions import a_dimension
from tests.app.approval.test_invalidation import BASE, TOP, asked, lines, with_quote, worse_of

if TYPE_CHECKING:
    from app.quoting.revision import Revision

TWENTY_ONE = lines(Line("NET", 2, 21))


def told(found: Reapproval, key: str) -> Worse:
    """What is told of one dimension."""
    return next(one for one in found.worse if one.key == key)


def test_within_own_authority_nothing_is_asked_nor_carried() -> None:
    """Whatever was decided before."""
    own = worked(Offer((Line("VOICE", 5),)), "B")
    nothing = Reapproval(worse=(), carried=(), voided=(), roles=(), until=None)
    assert asked(own, until=DAY - timedelta(days=1)) == nothing


def test_a_dimension_is_told_with_all_that_a_person_needs() -> None:
    """One percent deeper: what, of which charge, from where to where, and who has to say so."""
    assert told(asked(TWENTY_ONE), "market_discount:NET.RENT") == Worse(
        key="market_discount:NET.RENT",
        criterion="market_discount",
        subject="NET.RENT",
        name=LocalText("market_discount"),
        unit="percent",
        was=Decimal("20.00"),
        value=Decimal("21.00"),
        by=Decimal("1.00"),
        roles=("L4",),
    )


def test_the_step_that_got_worse_is_told_and_not_the_deepest() -> None:
    """Two units stay at 20 %; the third went from 6 to 15 %."""
    before = Offer((Line("NET", 2, 20), Line("NET", 1, 6)))
    now = Offer((Line("NET", 2, 20), Line("NET", 1, 15)))
    step = worse_of(asked(now, before))["market_discount:NET.RENT"]
    assert step == (Decimal("6.00"), Decimal("15.00"), Decimal("9.00"))


def test_what_is_not_a_whole_hundredth_is_rounded_up() -> None:
    """A third is 0.34: never shown as nothing while it is something."""
    assert str(_rounded_up(Fraction(1, 3))) == "0.34"
    assert str(_rounded_up(Fraction(1, 10**9))) == "0.01"
    assert str(_rounded_up(Fraction(3))) == "3.00"
    assert str(_rounded_up(Fraction(0))) == "0.00"


def test_a_promise_left_out_is_told_with_what_it_was() -> None:
    """Thirty days, and now none: no figure says how much worse that is."""
    promise = QuoteCondition("competitor_line_cancelled", days=30)
    base = with_quote(worked(BASE), conditions=(promise,))
    found = asked(with_quote(base, conditions=()), revision=base)
    assert found.worse == (
        Worse(
            key="agreed_condition:competitor_line_cancelled",
            criterion="agreed_condition",
            subject="competitor_line_cancelled",
            name=LocalText(),
            unit="days",
            was=Decimal("30.00"),
            value=None,
            by=None,
            roles=("L3",),
        ),
    )


def test_new_words_of_ones_own_are_asked_of_who_decides_the_whole() -> None:
    """Words that were there already are not; a new key of the template's is no worse."""
    known, added = QuoteCondition("", "免押金"), QuoteCondition("", "随时可退", days=10)
    base = with_quote(worked(BASE), conditions=(known,))
    keyed = QuoteCondition("competitor_line_cancelled", days=30)
    assert asked(with_quote(base, conditions=(known, keyed)), revision=base).worse == ()
    found = asked(with_quote(base, conditions=(known, added)), revision=base)
    assert found.worse == (
        Worse(
            key="agreed_condition:own_words:随时可退",
            criterion="agreed_condition",
            subject="随时可退",
            name=LocalText(),
            unit="days",
            was=None,
            value=Decimal("10.00"),
            by=None,
            roles=("L3",),
        ),
    )


def contract(now: Offer, approved: Offer) -> bool:
    """Whether the contract value is asked again."""
    return "contract_value" in worse_of(asked(now, approved))


def test_more_of_the_same_within_a_level_keeps_the_contract_value() -> None:
    """Ten lines are 121,920.00 yuan, eleven 129,120.00: L2 may grant both, and 300,000.00."""
    ten = Offer((Line("NET", 2), Line("VOICE", 10)), 24)
    eleven = Offer((Line("NET", 2), Line("VOICE", 11)), 24)
    assert not contract(eleven, ten)
    assert contract(Offer((Line("NET", 2), Line("VOICE", 36)), 24), ten)


def test_a_longer_term_or_something_new_is_another_deal() -> None:
    """Though the same level may grant it: 120,000.00 yuan in 24 months, more in 25."""
    base = Offer((Line("NET", 5),), 24)
    assert contract(base._replace(term=25), base)
    assert contract(Offer((*base.lines, Line("CLOUD", 1)), 24), base)


def test_units_of_several_lines_are_counted_together() -> None:
    """Two and one of connectivity, three free months less: no more units than were approved."""
    approved = Offer((Line("NET", 2, 0, 3), Line("NET", 1, 0, 3)), 36)
    assert not contract(Offer((Line("NET", 3),), 36), approved)


def with_own(offer: Offer, level: str, label: str = "A") -> Revision:
    """An offer by an author of another level, or of none that is known."""
    made = worked(offer, label)
    return replace(made, verdict=replace(made.verdict, own_level=level, within_own=False))


def test_for_an_author_without_a_level_the_lowest_decides() -> None:
    """Voice at 7,200.00 yuan a line is L1's to grant, and so is one line more."""
    five, six = Offer((Line("VOICE", 5),)), Offer((Line("VOICE", 6),))
    for acting in (("L1",), ("L4",)):
        one = Granted(with_own(five, "nobody"), TOP, LAST, acting)
        assert reapproval(with_own(six, "nobody", "B"), [one], MATRIX, DAY).worse == ()
    found = reapproval(with_own(six, "nobody", "B"), [], MATRIX, DAY)
    assert set(found.roles) == {"L1"}


@pytest.mark.parametrize(
    ("acting", "covered"),
    [(("L1",), True), (("L4",), True), (("finance",), False), ((), False), (("L9",), False)],
)
def test_any_level_covers_what_it_saw_and_a_function_does_not(
    acting: tuple[str, ...], covered: bool
) -> None:
    """What is no worse than it was shown to a level; a function has seen something else."""
    found = asked(BASE, acting=acting)
    assert (found.worse == ()) is covered


def test_a_function_covers_what_it_was_asked_and_no_level_does() -> None:
    """Finance has decided the margin once; with a tolerance a little less is kept as well."""
    matrix = replace(MATRIX, functions=(Function("finance", LocalText("财务")),))

    def asks_finance(offer: Offer, label: str) -> Revision:
        made = worked(offer, label)
        criteria = tuple(
            replace(one, functions=("finance",)) if one.id == "margin" else one
            for one in made.verdict.criteria
        )
        return replace(made, verdict=replace(made.verdict, criteria=criteria))

    first = asks_finance(BASE, "A")
    room = {"margin": Decimal(5), "cumulative_concession": Decimal(5)}
    room["market_discount"] = Decimal(5)

    def roles(offer: Offer, *acting: str, **fields: object) -> set[str]:
        decision = replace(Granted(first, TOP, LAST, acting), **fields)
        found = reapproval(asks_finance(offer, "B"), [decision], matrix, DAY)
        return {role for one in found.worse if one.key == "margin" for role in one.roles}

    assert roles(BASE, "L4", "finance") == set()
    assert roles(BASE, "L4") == {"finance"}
    assert roles(BASE, "finance") == {"L2"}
    assert roles(TWENTY_ONE, "L4", "finance") == {"L2", "finance"}
    assert roles(TWENTY_ONE, "L4", "finance", tolerances=room) == set()
    assert roles(TWENTY_ONE, "finance", tolerances=room) == {"L2"}
    assert roles(TWENTY_ONE, "L1", "finance", tolerances=room) == {"L2"}


def test_what_must_be_smallest_is_worse_when_it_is_smaller() -> None:
    """By as much as it is, against the tolerance."""
    thirty = replace(a_dimension((30, 1)), smallest=True)
    twenty_nine = replace(a_dimension((29, 1)), smallest=True)
    assert worst_step(thirty, twenty_nine, Fraction(1)) is None
    half = worst_step(thirty, twenty_nine, Fraction(1, 2))
    assert half == Step(Fraction(30), Fraction(29))


def test_each_unit_meets_the_unit_of_its_own_rank() -> None:
    """The third at 9 % meets the third at 5 %, not the first at 20 %."""
    before = a_dimension((20, 1), (10, 1), (5, 1))
    after = a_dimension((20, 1), (10, 1), (9, 1))
    assert worst_step(before, after, Fraction(0)) == Step(Fraction(5), Fraction(9))
