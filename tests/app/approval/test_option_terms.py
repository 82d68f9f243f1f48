"""A commitment that was approved is not made shorter by naming or moving what it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.approval.option_terms import Shorter, shorter_terms
from app.quoting.scenario_edits import add_scenario
from tests.app.approval.quotes import revision
from tests.app.approval.test_option_commitment import an_option, asked, terms_of
from tests.app.quoting.test_negotiation_ladders import campus

if TYPE_CHECKING:
    from app.quoting.quote import Quote

OWN = campus(2, 0, 5).term


def told(before: Quote, after: Quote) -> list[Shorter]:
    """What became shorter."""
    return list(shorter_terms(before, after))


def test_no_own_commitment_is_that_of_the_quote() -> None:
    """An approved one taken back to nothing is a shorter one, and is asked."""
    months = OWN + 12
    assert told(an_option(months), an_option(0)) == [Shorter("B", months, OWN)]
    assert terms_of(asked(an_option(months), an_option(0))) == [
        ("agreed_term:B", f"{months}.00", f"{OWN}.00")
    ]
    assert told(an_option(0), an_option(OWN)) == []


def test_another_heading_hides_nothing() -> None:
    """Neither with the same item nor with one that was added again."""
    before, after = an_option(OWN + 12), an_option(OWN + 6, "C")
    again = replace(after, items=(*after.items[:-1], replace(after.items[-1], id="i100")))
    assert told(before, after) == [Shorter("C", OWN + 12, OWN + 6)]
    assert told(before, again) == [Shorter("C", OWN + 12, OWN + 6)]


def test_an_item_of_an_option_put_into_the_offer_is_told() -> None:
    """It was granted for more months than the offer has."""
    before = an_option(OWN + 12)
    last = replace(before.items[-1], optional=False, section="", commitment=0)
    after = replace(before, items=(*before.items[:-1], last))
    assert told(before, after) == [Shorter(last.offering, OWN + 12, OWN)]


def test_an_item_deleted_and_added_again_in_the_offer_is_told() -> None:
    """It has another identifier and is what was granted for more months; a new one is not."""
    before = an_option(OWN + 12)
    last = before.items[-1]
    again = replace(last, id="i100", optional=False, section="", commitment=0)
    after = replace(before, items=(*before.items[:-1], again))
    assert told(before, after) == [Shorter(last.offering, OWN + 12, OWN)]
    assert terms_of(asked(before, after)) == [
        (f"agreed_term:{last.offering}", f"{OWN + 12}.00", f"{OWN}.00")
    ]
    beside = replace(before, items=(*before.items, again))
    assert told(before, beside) == []


def test_an_item_moved_to_an_option_for_fewer_months_is_told() -> None:
    """Both options were there before; the item was granted for the longer one."""
    quote = an_option(OWN + 12)
    other = replace(quote.items[-1], id="i100", section="C", commitment=OWN + 6)
    before = replace(quote, items=(*quote.items, other))
    moved = replace(quote.items[-1], section="C", commitment=OWN + 6)
    after = replace(before, items=(*quote.items[:-1], moved, other))
    assert told(before, after) == [Shorter("C", OWN + 12, OWN + 6)]


def test_every_commitment_of_an_option_has_a_fingerprint_of_its_own() -> None:
    """Nothing, the months of the quote, others and less than nothing are four contents."""
    made = [revision(3, an_option(months)) for months in (0, OWN, OWN + 6, -1)]
    assert len({one.fingerprint for one in made}) == len(made)


def test_a_scenario_that_is_kept_changes_nothing_agreed() -> None:
    """Prices and fingerprint are those of the quote without it."""
    quote = an_option(0)
    kept = add_scenario(quote, "x")
    plain = revision(3, quote)
    other = revision(3, kept)
    assert kept.scenarios
    assert other.priced == plain.priced
    assert other.fingerprint == plain.fingerprint
