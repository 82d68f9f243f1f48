"""What invalidates an approval, row by row of the table of the field, and by property."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from app.approval.event import Person
from app.approval.granted import Granted
from app.approval.invalidation import Reapproval, reapproval
from app.quoting.header_edits import set_notes
from app.quoting.quote import AccountManager, QuoteCondition
from app.quoting.revision import Revision
from tests.app.approval.negotiation import (
    CODES,
    MATRIX,
    Line,
    Offer,
    figures,
    must_ask,
    needs_somebody,
    worked,
)
from tests.app.approval.quotes import DAY, HEAD, LAST, LEADER, signed

TOP = Person("901", "高明", "L4")
BASE = Offer((Line("NET", 2, 20), Line("VOICE", 5, 0), Line("CLOUD", 1, 4)))
"""Connectivity at 20 %: beyond the author's 5 % and beyond L2's 10 %."""


def asked(
    now: Offer | Revision,
    approved: Offer = BASE,
    day: date = DAY,
    **granted: object,
) -> Reapproval:
    """What of an offer needs a decision, when the highest level has approved another."""
    revision = now if isinstance(now, Revision) else worked(now, "B")
    decision = Granted(worked(approved), TOP, LAST, ("L4",))
    decision = replace(decision, **granted)
    return reapproval(revision, [decision], MATRIX, day)


def worse_of(found: Reapproval) -> dict[str, tuple[Decimal | None, Decimal | None, Decimal | None]]:
    """Was, now and by how much, by key."""
    return {one.key: (one.was, one.value, one.by) for one in found.worse}


def lines(*changed: Line) -> Offer:
    """The base with lines in place of those of the same offering."""
    codes = {line.code for line in changed}
    kept = tuple(line for line in BASE.lines if line.code not in codes)
    return replace_lines((*changed, *kept))


def replace_lines(all_lines: tuple[Line, ...]) -> Offer:
    """The base with other lines."""
    return BASE._replace(lines=all_lines)


def test_a_smaller_discount_keeps_the_approval() -> None:
    """V57: approved at 20 %, limit 5 %, now 17 %; the log can say so."""
    found = asked(lines(Line("NET", 2, 17)))
    assert found.worse == ()
    kept = {note.key: (note.label, note.was, note.value) for note in found.carried}
    assert kept["market_discount:NET.RENT"] == ("A", "20.00", "17.00")
    assert found.until == LAST


def test_a_deeper_discount_asks_again_and_says_by_how_much() -> None:
    """V58: 20 %, now 23 %; cumulative concession and margin got worse with it."""
    found = worse_of(asked(lines(Line("NET", 2, 23))))
    twenty_three = (Decimal("20.00"), Decimal("23.00"), Decimal("3.00"))
    assert found["market_discount:NET.RENT"] == twenty_three
    assert set(found) == {"market_discount:NET.RENT", "cumulative_concession", "margin"}


@pytest.mark.parametrize(("percent", "asks"), [(22, False), (23, True)])
def test_a_tolerance_that_was_granted_counts(percent: int, asks: bool) -> None:
    """V59: 20 % with two points."""
    two = Decimal(2)
    room = {"market_discount": two, "cumulative_concession": two, "margin": two}
    found = asked(lines(Line("NET", 2, percent)), tolerances=room)
    assert ("market_discount:NET.RENT" in worse_of(found)) is asks


def test_a_tolerance_counts_only_for_what_the_approver_may_grant() -> None:
    """L2 may grant 10 %: approved at 9 % with five points, 12 % is for L3."""
    wide = {"market_discount": Decimal(5), "cumulative_concession": Decimal(50)}
    wide["margin"] = Decimal(90)
    base = replace_lines((Line("NET", 2, 9), Line("VOICE", 5)))
    ten = replace_lines((Line("NET", 2, 10), Line("VOICE", 5)))
    twelve = replace_lines((Line("NET", 2, 12), Line("VOICE", 5)))
    assert not asked(ten, base, tolerances=wide, decider=LEADER, acting=("L2",)).worse
    found = asked(twelve, base, tolerances=wide, decider=LEADER, acting=("L2",))
    assert [(one.key, one.roles) for one in found.worse] == [("market_discount:NET.RENT", ("L3",))]


def test_a_line_that_is_newly_beyond_the_limit_asks_for_itself_only() -> None:
    """V60: 20 % on A; A at 17 %, B newly at 18 %. Nobody is asked about A."""
    found = asked(lines(Line("NET", 2, 17), Line("VOICE", 1, 18)), lines(Line("VOICE", 1)))
    assert [key for key in worse_of(found) if key.startswith("market_discount")] == [
        "market_discount:VOICE.RENT"
    ]
    assert "market_discount:NET.RENT" in {note.key for note in found.carried}


@pytest.mark.parametrize(("quantity", "asks"), [(7, False), (8, False), (9, True)])
def test_a_contract_worth_more_by_something_new_asks_again(quantity: int, asks: bool) -> None:
    """V61 with 24 months: voice adds 7 200 a line; approved with eight, seven and eight keep."""
    deal = Offer((Line("NET", 10), Line("VOICE", 8)), 24)
    now = Offer((Line("NET", 10), Line("VOICE", 8 if quantity == 8 else quantity)), 24)
    if quantity == 9:
        now = Offer((*deal.lines, Line("CLOUD", 1)), 24)
    keys = worse_of(asked(now, deal))
    assert ("contract_value" in keys) is asks


def test_deleting_an_item_and_adding_it_again_is_no_way_round() -> None:
    """Another identifier, another place, the same charge: 23 % is deeper than 20 %."""
    again = replace_lines((Line("CLOUD", 1, 4), Line("VOICE", 5), Line("NET", 2, 23)))
    assert "market_discount:NET.RENT" in worse_of(asked(again))


def test_a_discount_moved_to_more_units_of_the_same_charge_asks() -> None:
    """One of ten at 20 % and nine at 5 %; then nine at 20 %: the deepest is still 20 %."""
    one = replace_lines((Line("NET", 1, 20), Line("NET", 9, 6)))
    nine = replace_lines((Line("NET", 9, 20), Line("NET", 1, 6)))
    assert worse_of(asked(nine, one))["market_discount:NET.RENT"][:2] == (
        Decimal("6.00"),
        Decimal("20.00"),
    )
    assert "market_discount:NET.RENT" not in worse_of(asked(one, nine))


def test_a_line_split_in_two_is_the_same_line() -> None:
    """Two at 20 % are one and one at 20 %."""
    assert not asked(lines(Line("NET", 1, 20), Line("NET", 1, 20))).worse


def test_more_free_months_ask_again_within_the_limit_they_do_not() -> None:
    """One is the author's own to give; two are not."""
    one = asked(lines(Line("NET", 2, 14, 1)))
    assert not any(key.startswith("free_months") for key in worse_of(one))
    two = worse_of(asked(lines(Line("NET", 2, 14, 2))))
    assert two["free_months:NET"] == (Decimal("0.00"), Decimal("2.00"), Decimal("2.00"))


def test_a_profitable_line_removed_asks_for_the_margin() -> None:
    """Without voice the margin falls, though no price has changed."""
    found = worse_of(asked(replace_lines((Line("NET", 2, 20), Line("CLOUD", 1, 4)))))
    assert "margin" in found
    assert not any(key.startswith("market_discount") for key in found)


def test_a_shorter_term_asks_and_a_longer_one_does_not() -> None:
    """The same prices for half the time."""
    assert worse_of(asked(BASE._replace(term=12)))["agreed_term"] == (
        Decimal("24.00"),
        Decimal("12.00"),
        Decimal("12.00"),
    )
    assert "agreed_term" not in worse_of(asked(BASE._replace(term=36)))


def test_more_of_a_normal_line_keeps_the_approval() -> None:
    """Six telephone lines in place of five, at list price: 93,120.00 yuan."""
    assert not asked(lines(Line("VOICE", 6))).worse


def test_so_much_more_that_another_level_is_needed_asks_again() -> None:
    """Ten lines make it 121,920.00 yuan, and the author's own end at 100,000.00."""
    assert [(key, one[1]) for key, one in worse_of(asked(lines(Line("VOICE", 10)))).items()] == [
        ("contract_value", Decimal("121920.00"))
    ]


def test_dearer_prices_keep_the_approval_whatever_the_contract_is_worth() -> None:
    """Three free months less make 108,000.00 yuan of 99,000.00: no level is asked for that."""
    approved, now = Offer((Line("NET", 3, 0, 3),), 36), Offer((Line("NET", 3, 0, 0),), 36)
    assert not asked(now, approved).worse


def test_a_price_held_longer_and_a_promise_left_out_ask_again() -> None:
    """The last day later; a condition later, or gone; earlier and stricter are no worse."""
    promise = QuoteCondition("competitor_line_cancelled", days=30)
    base = with_quote(worked(BASE), valid_until=DAY + timedelta(days=30), conditions=(promise,))
    decision = Granted(base, TOP, LAST, ("L4",))

    def keys(**fields: object) -> set[str]:
        now = with_quote(base, **fields)
        return {one.key for one in reapproval(now, [decision], MATRIX, DAY).worse}

    assert keys(valid_until=DAY + timedelta(days=31)) == {"agreed_validity"}
    assert keys(valid_until=DAY + timedelta(days=29)) == set()
    condition = "agreed_condition:competitor_line_cancelled"
    assert keys(conditions=(replace(promise, days=31),)) == {condition}
    assert keys(conditions=(replace(promise, days=29),)) == set()
    assert keys(conditions=()) == {condition}


def with_quote(revision: Revision, **fields: object) -> Revision:
    """A revision whose quote says something else that changes no price."""
    return signed(replace(revision, label="B", quote=replace(revision.quote, **fields)))


def test_another_party_voids_everything() -> None:
    """Another credit code is another legal entity; another address is not."""
    now = worked(lines(Line("NET", 2, 10)), "B")
    moved = replace(now, customer=replace(now.customer, address="别处"))
    assert not asked(moved).worse
    other = asked(replace(now, customer=replace(now.customer, credit_code="91X")))
    assert [problem.code for problem in other.voided] == ["approval.void_customer"]
    assert other.carried == ()
    assert other.roles == ("L2",)


def test_an_approval_that_expired_or_is_ones_own_counts_for_nothing() -> None:
    """On the last day it still does."""
    assert not asked(BASE, until=DAY).voided
    late = asked(BASE, until=DAY - timedelta(days=1))
    assert [problem.code for problem in late.voided] == ["approval.void_expired"]
    mine = with_quote(worked(BASE), manager=AccountManager(TOP.id, TOP.name, role="L1"))
    assert [problem.code for problem in asked(mine).voided] == ["approval.void_own"]


def test_texts_and_the_order_of_lines_keep_the_approval() -> None:
    """Notes, needs, title, language, copies; the same lines upside down."""
    assert not asked(replace_lines(BASE.lines[::-1])).worse
    now = worked(BASE, "B")
    quote = set_notes(now.quote, "打过电话")
    quote = replace(quote, title="新标题", needs=("更快",), language="en", copies=4)
    assert not asked(signed(replace(now, quote=quote))).worse


def test_a_matrix_that_became_stricter_keeps_what_was_granted() -> None:
    """What was the author's own and is not any more: no worse than the approver saw it."""
    now = worked(BASE, "B")
    criteria = tuple(
        replace(one, own_limit=Decimal(1), level="L2") if one.level == "L1" else one
        for one in now.verdict.criteria
    )
    assert not asked(replace(now, verdict=replace(now.verdict, criteria=criteria))).worse


def test_decisions_add_up() -> None:
    """One saw 20 % on connectivity, another four free months; together they cover both."""
    first = worked(BASE)
    second = worked(lines(Line("NET", 2, 16, 4)), "B")
    left_out = frozenset({"market_discount:NET.RENT"})
    decisions = [
        Granted(first, TOP, LAST, ("L4",)),
        Granted(second, HEAD, LAST - timedelta(days=9), ("L3",), left_out=left_out),
    ]
    now = worked(lines(Line("NET", 2, 16, 3)), "C")
    found = reapproval(now, decisions, MATRIX, DAY)
    assert not found.worse
    assert {note.key: note.label for note in found.carried}["market_discount:NET.RENT"] == "A"
    assert found.until == LAST - timedelta(days=9)
    alone = reapproval(now, decisions[1:], MATRIX, DAY)
    assert [one.key for one in alone.worse] == ["market_discount:NET.RENT"]


# ---------------------------------------------------------------- by property

a_line = st.builds(
    Line, st.sampled_from(CODES), st.integers(1, 6), st.integers(0, 25), st.integers(0, 4)
)
an_offer = st.builds(
    Offer, st.lists(a_line, min_size=1, max_size=4).map(tuple), st.sampled_from((12, 24, 36))
)


@settings(max_examples=300, deadline=None)
@given(an_offer, an_offer)
def test_what_the_oracle_calls_worse_is_asked(approved: Offer, now: Offer) -> None:
    """None is missed: whatever was approved and whatever it becomes."""
    if needs_somebody(approved) and must_ask([approved], now):
        assert asked(now, approved).worse


@settings(max_examples=300, deadline=None)
@given(an_offer, an_offer)
def test_what_is_asked_is_worse_by_the_oracle(approved: Offer, now: Offer) -> None:
    """None is asked in vain."""
    if needs_somebody(now) and not must_ask([approved], now):
        assert worse_of(asked(now, approved)) == {}


@settings(max_examples=200, deadline=None)
@given(an_offer, st.data())
def test_less_given_away_is_never_asked(approved: Offer, data: st.DataObject) -> None:
    """Discounts and free months that only shrink, in any mixture."""
    better = tuple(
        line._replace(
            percent=data.draw(st.integers(0, line.percent)),
            free=data.draw(st.integers(0, line.free)),
        )
        for line in approved.lines
    )
    assert asked(approved._replace(lines=better), approved).worse == ()


@settings(max_examples=100, deadline=None)
@given(an_offer)
def test_the_oracle_measures_what_the_program_measures(offer: Offer) -> None:
    """Two ways to the same figures; otherwise neither could check the other."""
    sums = figures(offer)
    shown = {one.id: one.value for one in worked(offer).verdict.criteria}
    for name, value in (("margin", sums.margin), ("cumulative_concession", sums.given)):
        told = shown[name]
        assert told is not None
        # The verdict rounds VAT charge by charge, and shows two decimals.
        assert abs(value - Fraction(told)) < Fraction(2, 100)
    assert shown["contract_value"] == sums.value
