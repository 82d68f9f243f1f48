"""Depths of single charges: the deepest, and rounding that never adds up to a discount."""

from __future__ import annotations

from fractions import Fraction

import pytest
from msgspec.structs import replace

from app.quoting.authority import Scope
from app.quoting.authority.depths import all_within, deepest, deviating, of_families, scoped
from catalog.charge import ChargeType, PriceRegulation
from pricing.concession import Concession, measure
from tests.builders import a_catalog, priced


def of(published: int, taken: int, charge: str = "RENT", item: str = "i") -> Concession:
    """So many fen taken off so many."""
    return Concession(item, charge, published, taken)


def test_the_deepest_has_the_largest_percentage() -> None:
    """Ten of a hundred before eleven of two hundred; of two that are alike the first."""
    ten = of(100, 10)
    assert deepest([of(200, 11), ten, of(1000, 99)]) == ten
    assert deepest([ten, of(200, 20, item="j")]) == ten
    credit = of(-100, 50)
    assert deepest([ten, credit]) == credit


def test_where_nothing_is_taken_off_there_is_no_deepest() -> None:
    """A price that stays or is raised; off nothing published there is no percentage."""
    assert deepest([]) is None
    assert deepest([of(100, 0), of(100, -5), of(0, 0)]) is None
    assert deepest([of(0, 5)]) is None
    five = of(100, 5)
    assert deepest([of(100, 0), of(100, -5), of(0, 7), five]) == five


def test_a_fixed_price_deviates_in_either_direction() -> None:
    """Five of a hundred dearer before ten of a thousand cheaper; one that stays is none."""
    dearer = of(100, -5)
    assert deviating([of(1000, 10), dearer, of(50, 0)]) == dearer
    assert deviating([of(1000, 0)]) is None
    # Five fen off nothing published stand for 500 %, four yuan off one yuan for 400 %.
    assert deviating([of(100, 400), of(0, 5)]) == of(0, 5)
    assert deviating([of(100, 600), of(0, 5)]) == of(100, 600)


FIVE = Fraction(5)


@pytest.mark.parametrize(
    ("given", "limit", "kept"),
    [
        ([], FIVE, True),
        ([of(100, 5)], FIVE, True),
        ([of(100, 6)], FIVE, False),
        # 5 % of 10 fen is half a fen: rounding the discount makes it one.
        ([of(10, 1)], FIVE, True),
        ([of(10, 1, "RENT"), of(10, 1, "PORT")], FIVE, True),
        ([of(10, 1), of(10, 1, item="j")], FIVE, False),
        ([of(10, 1), of(10, 1, "PORT"), of(10, 1, item="j")], FIVE, False),
        ([of(1000, 51)], Fraction("5.05"), True),
        ([of(1000, 52)], Fraction("5.05"), False),
        ([of(1000, 900)], Fraction("5.05"), False),
        # 5.05 % of 20.00 yuan is 1.01, and a twentieth of a percent, one fen, is forgiven.
        ([of(1000, 51), of(1000, 51)], Fraction("5.05"), True),
        # Of 19.96 yuan it is a little less than a fen.
        ([of(998, 51), of(998, 51)], Fraction(5050, 998), False),
        # A large piece that is just at the limit lends nothing to the small ones.
        ([of(998, 51), of(998, 51), of(99800, 5050)], Fraction(5050, 998), False),
        ([of(-1000, 51), of(1000, 51)], Fraction("5.05"), True),
    ],
)
def test_what_is_rounded_keeps_a_limit_and_no_sum_of_it_passes(
    given: list[Concession], limit: Fraction, kept: bool
) -> None:
    """Each piece as the engine rounds it; pieces of one charge together nearly exactly."""
    assert all_within(given, limit) is kept


NOTHING = measure(priced(a_catalog()))


def test_a_scope_names_charges_by_who_sets_the_price_and_by_kind() -> None:
    """Empty means all that recur; one-time charges only where they are named."""
    market, usage = of(100, 1, "A.RENT"), Concession("i", "A.USE", 9, 1, ChargeType.USAGE)
    guided, once = of(100, 2, "B.RENT"), Concession("i", "A.INST", 9, 1, ChargeType.ONE_TIME)
    given = replace(NOTHING, market=(market, usage), guided=(guided,), one_time=(once,))

    def found(scope: Scope) -> list[str]:
        return [one.charge for one in scoped(given, scope, None)]

    assert found(Scope()) == ["A.RENT", "A.USE", "B.RENT"]
    assert found(Scope(regulations=(PriceRegulation.GUIDED,))) == ["B.RENT"]
    assert found(Scope(charges=(ChargeType.RECURRING,))) == ["A.RENT", "B.RENT"]
    assert found(Scope(charges=(ChargeType.ONE_TIME, ChargeType.USAGE))) == ["A.USE", "A.INST"]


def test_what_has_no_family_counts_as_a_bundle() -> None:
    """Also where nobody knows any family."""
    both = [of(100, 1, "A.RENT"), of(100, 1, "PACK")]

    def families(code: str) -> str:
        return "DATA" if code == "A.RENT" else ""

    assert of_families(both, Scope(families=("bundles",)), families) == both[1:]
    assert of_families(both, Scope(families=("DATA",)), families) == both[:1]
    assert of_families(both, Scope(families=("bundles",)), None) == both
    assert of_families(both, Scope(families=("DATA",)), None) == []
    assert of_families(both, Scope(), None) == both
