"""The commitment of an option is agreed like that of the quote: a shorter one is asked again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.approval.granted import Granted
from app.approval.invalidation import Reapproval, reapproval
from tests.app.approval.quotes import DAY, HEAD, LAST, MATRIX, revision
from tests.app.quoting.test_negotiation_ladders import campus

if TYPE_CHECKING:
    from app.quoting.quote import Quote


def an_option(months: int, heading: str = "B") -> Quote:
    """The campus quote, with its first item once more as an option."""
    quote = campus(2, 0, 5)
    first = replace(quote.items[0], id="i99", optional=True, section=heading, commitment=months)
    return replace(quote, items=(*quote.items, first))


def asked(before: Quote, after: Quote) -> Reapproval:
    """What of a quote needs a decision when another was approved."""
    decision = Granted(revision(3, before), HEAD, LAST, (HEAD.role,))
    return reapproval(revision(3, after, "B"), [decision], MATRIX, DAY)


def terms_of(found: Reapproval) -> list[tuple[str, str, str]]:
    """The terms that are asked, as they were and are."""
    return [
        (one.key, str(one.was), str(one.value))
        for one in found.worse
        if one.criterion == "agreed_term"
    ]


def test_a_shorter_commitment_of_an_option_is_asked() -> None:
    """It was 36 months; also where the approved option was for the months of the quote."""
    months = campus(2, 0, 5).term
    assert terms_of(asked(an_option(36), an_option(30))) == [("agreed_term:B", "36.00", "30.00")]
    assert terms_of(asked(an_option(0), an_option(months - 6))) == [
        ("agreed_term:B", f"{months}.00", f"{months - 6}.00")
    ]


def test_a_longer_one_is_not_and_an_option_may_go() -> None:
    """Nor is what was not changed."""
    assert terms_of(asked(an_option(30), an_option(36))) == []
    assert terms_of(asked(an_option(36), an_option(36))) == []
    assert terms_of(asked(an_option(36), campus(2, 0, 5))) == []
