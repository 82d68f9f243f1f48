"""Scenarios keep what might be conceded on the same items; one becomes the quote in one edit."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.quoting import scenario_edits as edits
from app.quoting.fingerprint import fingerprint
from app.quoting.header_edits import set_quote_discount, set_term
from app.quoting.item_edits import add_offering, set_discount, set_free_months, set_quantity
from app.quoting.scenario import Conceded
from app.storage.codec import QUOTE
from catalog.period import BillingPeriod
from pricing.alterations.free_months import FreeMonths
from pricing.alterations.percentage import Percentage
from pricing.item import Choice
from pricing.quote_wide import QuoteDiscount
from tests.builders import (
    a_catalog,
    a_charge,
    a_customer,
    a_line,
    a_quote,
    an_item,
    an_offering,
    priced,
)

if TYPE_CHECKING:
    from app.quoting.quote import Quote

TEN = Percentage(Decimal(10))
FIVE = QuoteDiscount(percent=Decimal(5))
CATALOG = a_catalog(
    an_offering(),
    an_offering(a_charge("MAIL.RENT")),
    an_offering(a_charge("INST.ONCE", period=BillingPeriod.ONCE)),
)
PLAIN = a_quote(a_line(4), a_line(1, code="MAIL.RENT", item_id="i2"))


def conceding() -> Quote:
    """Ten percent off the lines, two months of mail, five percent in all, for two years."""
    quote = set_discount(PLAIN, "i1", "LINE.RENT", TEN)
    quote = set_free_months(quote, "i2", 2)
    return set_term(set_quote_discount(quote, FIVE), 24)


def test_a_scenario_is_what_is_taken_off_by_hand() -> None:
    """And nothing else: no quantities, no codes of offerings."""
    one = edits.scenario_of(conceding(), "fallback")
    assert (one.id, one.name, one.term, one.discount) == ("s1", "fallback", 24, FIVE)
    assert one.items == {
        "i1": Conceded(charges={"LINE.RENT": TEN}),
        "i2": Conceded(alterations=(FreeMonths(2),)),
    }


def test_choices_in_a_bundle_are_conceded_too() -> None:
    """What is taken off them comes and goes; which they are stays."""
    pack = an_item("PACK", choices=(Choice("A.RENT", 1, "g", TEN), Choice("B.RENT", 2)))
    one = edits.scenario_of(a_quote(pack), "x")
    assert one.items["i1"].choices == {"A.RENT": TEN}
    plain = a_quote(replace(pack, choices=(Choice("A.RENT", 1, "g"), Choice("B.RENT", 2, "", TEN))))
    assert edits.with_scenario(plain, one).items == (pack,)


def test_a_scenario_becomes_the_content_and_items_stay() -> None:
    """Quantities and what was added since are the quote's own."""
    quote = edits.add_states(PLAIN, [("fallback", conceding())])
    later = add_offering(set_quantity(quote, "i1", 9), CATALOG, "MAIL")
    used = edits.with_scenario(later, later.scenarios[0])
    assert (used.term, used.discount) == (24, FIVE)
    assert [item.quantity for item in used.items] == [9, 1, 1]
    assert used.items[0].charges[0].alteration == TEN
    assert used.items[1].alterations == (FreeMonths(2),)
    assert used.items[2] is later.items[2]
    assert used.scenarios == later.scenarios
    assert edits.with_scenario(used, used.scenarios[0]) is used


def test_what_was_conceded_since_is_taken_back() -> None:
    """The ideal scenario takes nothing off, whatever stands in the quote."""
    quote = edits.add_scenario(PLAIN, "ideal")
    deep = set_free_months(set_discount(quote, "i1", "LINE.RENT", TEN), "i1", 3)
    assert edits.with_scenario(deep, deep.scenarios[0]).items == PLAIN.items


def test_a_scenario_is_changed_as_the_quote_would_be() -> None:
    """The quote itself and the other scenarios stay as they are."""
    quote = edits.add_scenario(edits.add_scenario(PLAIN, "a"), "b")
    changed = edits.change_scenario(quote, "s2", lambda one: set_term(one, 36))
    assert [one.term for one in changed.scenarios] == [12, 36]
    assert replace(changed, scenarios=()) == PLAIN
    assert edits.change_scenario(quote, "s9", lambda one: set_term(one, 36)) is quote
    assert edits.change_scenario(quote, "s2", lambda one: one) is quote


def test_scenarios_are_renamed_retaken_and_removed() -> None:
    """Nothing happens without a name, without the scenario, or where nothing differs."""
    quote = edits.add_states(PLAIN, [("a", PLAIN), ("b", conceding())])
    assert [one.name for one in edits.rename_scenario(quote, "s1", " c ").scenarios] == ["c", "b"]
    assert edits.rename_scenario(quote, "s1", " ") is quote
    assert edits.rename_scenario(quote, "s9", "c") is quote
    assert edits.take_present(quote, "s2").scenarios[1].items == quote.scenarios[0].items
    assert edits.take_present(quote, "s1") is quote
    assert edits.take_present(quote, "s9") is quote
    assert [one.id for one in edits.remove_scenario(quote, "s1").scenarios] == ["s2"]
    assert edits.remove_scenario(quote, "s9") is quote


def test_identifiers_are_not_given_twice_and_there_is_room_for_four() -> None:
    """A fifth is not kept."""
    quote = PLAIN
    for number in range(3):
        quote = edits.add_scenario(quote, f"{number}")
    quote = edits.add_scenario(edits.remove_scenario(quote, "s2"), "again")
    assert [one.id for one in quote.scenarios] == ["s1", "s3", "s4"]
    full = edits.add_states(quote, [("x", PLAIN), ("y", PLAIN)])
    assert [one.name for one in full.scenarios][-1] == "x"
    assert edits.add_scenario(full, "more") is full


def test_free_months_of_all_items_are_set_and_read_at_once() -> None:
    """Of firm items charged by the month; where they differ there is no one number."""
    once = an_item("INST", item_id="i3", optional=False)
    option = a_line(1, item_id="i4", optional=True)
    quote = replace(PLAIN, items=(*PLAIN.items, once, option))
    result = priced(CATALOG, *quote.items)
    two = edits.all_free_months(quote, result, 2)
    assert [item.alterations for item in two.items] == [(FreeMonths(2),), (FreeMonths(2),), (), ()]
    assert edits.free_months_of(quote, result) == 0
    assert edits.free_months_of(two, result) == 2
    assert edits.free_months_of(set_free_months(two, "i1", 1), result) is None
    assert edits.free_months_of(a_quote(), priced(CATALOG)) == 0


def test_scenarios_are_stored_and_no_part_of_what_is_agreed() -> None:
    """They come back as they were; the fingerprint is that of the quote without them."""
    quote = edits.add_states(PLAIN, [("底线", conceding())])
    assert QUOTE.decode(QUOTE.encode(quote)) == quote
    result = priced(CATALOG, *PLAIN.items)
    with_them = fingerprint(quote, a_customer(), result)
    assert with_them == fingerprint(PLAIN, a_customer(), result)
    used = edits.with_scenario(quote, quote.scenarios[0])
    assert fingerprint(used, a_customer(), result) != with_them


def test_content_is_the_same_whatever_is_kept_beside_it() -> None:
    """Until a scenario is used."""
    quote = edits.add_states(PLAIN, [("a", conceding())])
    assert edits.same_content(PLAIN, quote)
    assert not edits.same_content(quote, edits.with_scenario(quote, quote.scenarios[0]))
