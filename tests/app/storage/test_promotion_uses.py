"""What frozen quotes use of promotions: the newest revision of each, never one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.storage.quote_store import QuoteStore
from catalog.local_text import LocalText
from pricing.context import Used
from pricing.promotion_limits import PromotionUse
from tests.app.storage.stored_values import NOON, a_quote
from tests.sample import revision_of

if TYPE_CHECKING:
    from app.quoting.revision import Revision
    from app.storage.database import Database


def using(label: str, customer: str, **taken: int) -> Revision:
    """A frozen revision that takes so many fen of each promotion."""
    revision = revision_of(1)
    uses = tuple(PromotionUse(rule, LocalText(rule), fen, fen) for rule, fen in taken.items())
    return replace(
        revision,
        label=label,
        customer=replace(revision.customer, id=customer),
        priced=replace(revision.priced, promotions=uses),
    )


def test_uses_are_added_up_by_customer_and_over_all(database: Database) -> None:
    """100 by one's own customer, 30 by another."""
    store = QuoteStore(database)
    for number, (customer, fen) in enumerate((("c1", 60), ("c1", 40), ("c2", 30)), 1):
        store.create(replace(a_quote(), id=f"q{number}", number=f"N{number}"), now=NOON)
        store.freeze(f"q{number}", using("A", customer, P=fen), now=NOON)
    assert store.used_of_promotions("c1", "new") == {"P": Used(100, 130)}
    assert store.used_of_promotions("c3", "new") == {"P": Used(0, 130)}
    assert store.used_of_promotions("c1", "q1") == {"P": Used(40, 70)}


def test_a_newer_revision_takes_the_place_of_an_older_one(database: Database) -> None:
    """What it no longer uses is free again; freezing the same one again adds nothing."""
    store = QuoteStore(database)
    store.create(replace(a_quote(), id="q1", number="N1"), now=NOON)
    store.freeze("q1", using("A", "c1", P=60, Q=10), now=NOON)
    second = using("B", "c1", P=20)
    store.freeze("q1", second, now=NOON)
    store.freeze("q1", second, now=NOON)
    assert store.used_of_promotions("c1", "new") == {"P": Used(20, 20)}


def test_a_promotion_told_twice_counts_once_with_its_sum(database: Database) -> None:
    """No quote that can be priced is refused when it is frozen."""
    store = QuoteStore(database)
    store.create(replace(a_quote(), id="q1", number="N1"), now=NOON)
    revision = using("A", "c1", P=1)
    twice = replace(revision.priced, promotions=revision.priced.promotions * 2)
    store.freeze("q1", replace(revision, priced=twice), now=NOON)
    assert store.used_of_promotions("c1", "new") == {"P": Used(2, 2)}


def test_nothing_frozen_uses_nothing(database: Database) -> None:
    """Before the first quote, and while it is being written."""
    store = QuoteStore(database)
    store.create(a_quote(), now=NOON)
    assert store.used_of_promotions("c1", "new") == {}
