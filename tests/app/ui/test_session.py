"""The session: one quote, its price, its history; edits in memory only."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec
import pytest

from app.quoting import header_edits, item_edits
from app.quoting.scenario_edits import add_states, with_scenario
from app.ui.session import Basis, QuoteSession, Step
from catalog.product_catalog import ProductCatalog
from pricing.alterations.percentage import Percentage
from tests.sample import SUPPLIER, sample_case, sample_catalog, sample_rules

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.quoting.freezing import Worked
    from app.quoting.quote import Quote


def basis() -> Basis:
    """What the price of case one depends on."""
    case = sample_case(1)
    return Basis(case.customer, case.bills, sample_catalog(), sample_rules(), SUPPLIER)


@pytest.fixture
def session(qapp: object) -> QuoteSession:
    """Case one, just opened, without a store."""
    _ = qapp
    quote = sample_case(1).quote
    known = basis()
    steps = (Step(0, "", "", quote),)
    return QuoteSession(known, known.work_out(quote), steps, 0, None, str.upper)


def discounted(quote: Quote, percent: str) -> Quote:
    """The bundle of case one at a discount."""
    return item_edits.set_item_discount(quote, "i1", Percentage(Decimal(percent)))


def counted(quantity: int) -> Callable[[Quote], Quote]:
    """So many of the bundle."""
    return lambda quote: item_edits.set_quantity(quote, "i1", quantity)


def lasting(months: int) -> Callable[[Quote], Quote]:
    """Another term."""
    return lambda quote: header_edits.set_term(quote, months)


def test_an_edit_shows_the_new_price_at_once(session: QuoteSession) -> None:
    """2 % off 668.00 are 654.64."""
    seen: list[tuple[Worked, Worked]] = []
    session.changed.connect(lambda before, after: seen.append((before, after)))
    assert session.apply("item.discount", lambda quote: discounted(quote, "2"))
    assert session.worked.revision.priced.totals.monthly.net_amount == 654_64
    assert len(seen) == 1
    assert seen[0][1] is session.worked


def test_an_edit_that_changes_nothing_is_not_remembered(session: QuoteSession) -> None:
    """The same term again pushes nothing."""
    assert not session.apply("term", lambda quote: header_edits.set_term(quote, quote.term))
    assert session.stack.count() == 0


def test_an_edit_that_fails_leaves_everything_as_it_was(session: QuoteSession) -> None:
    """What can fail is done before anything is pushed."""
    before = session.quote

    def fail(_quote: Quote) -> Quote:
        raise LookupError("no such thing")

    with pytest.raises(LookupError):
        session.apply("term", fail)
    assert session.quote is before
    assert session.stack.count() == 0


def test_undo_gives_back_the_same_object(session: QuoteSession) -> None:
    """Undo and redo swap references; nothing is worked out backwards."""
    first = session.quote
    session.apply("term", lambda quote: header_edits.set_term(quote, 24))
    second = session.quote
    session.undo()
    assert session.quote is first
    session.redo()
    assert session.quote is second
    session.redo()
    assert session.quote is second


def test_typing_into_one_cell_is_one_step(session: QuoteSession) -> None:
    """7 and then 77 in one cell are undone together; another cell begins a new step."""
    first = session.quote
    for count in (7, 77):
        session.apply("item.quantity", counted(count), "i1.1")
    assert session.stack.count() == 1
    session.apply("item.discount", lambda quote: discounted(quote, "1"), "i1.3")
    assert session.stack.count() == 2
    session.undo()
    session.undo()
    assert session.quote is first


def test_typing_after_an_undo_begins_a_new_step(session: QuoteSession) -> None:
    """The stored edit log merges only into its newest row, and so does the stack."""
    session.apply("item.quantity", lambda q: item_edits.set_quantity(q, "i1", 2), "i1.1")
    second = session.quote
    session.apply("term", lambda quote: header_edits.set_term(quote, 24))
    session.undo()
    session.apply("item.quantity", lambda q: item_edits.set_quantity(q, "i1", 3), "i1.1")
    assert session.stack.count() == 2
    session.undo()
    assert session.quote is second


def test_a_preview_is_shown_but_not_made(session: QuoteSession) -> None:
    """While typing the price follows; giving up shows the former price."""
    session.preview(lambda quote: discounted(quote, "2"))
    assert session.worked.revision.priced.totals.monthly.net_amount == 654_64
    assert session.quote.items[0].alterations == ()
    session.end_preview()
    assert session.worked.revision.priced.totals.monthly.net_amount == 668_00
    assert session.stack.count() == 0


def test_a_reopened_quote_can_be_undone(qapp: object) -> None:
    """The stored history fills the stack, with the place that was left."""
    _ = qapp
    known = basis()
    values = [sample_case(1).quote]
    for months in (24, 36):
        values.append(header_edits.set_term(values[-1], months))
    steps = tuple(Step(place, "term", "", quote) for place, quote in enumerate(values))
    opened = QuoteSession(known, known.work_out(values[1]), steps, 1, None, str.upper)
    assert opened.stack.undoText() == "TERM"
    opened.redo()
    assert opened.quote is values[2]
    opened.go_to(0)
    assert opened.quote is values[0]


def test_positions_follow_the_stored_log(session: QuoteSession) -> None:
    """After an undo a new edit takes the next position, never one that was used."""
    for months in (24, 36):
        session.apply("term", lasting(months))
    session.undo()
    session.apply("term", lambda quote: header_edits.set_term(quote, 48))
    assert [step.position for step in session._steps] == [0, 1, 3]


def test_a_quote_is_priced_with_the_version_that_it_names(session: QuoteSession) -> None:
    """Another version is an edit like any other: undo gives back the price and the catalogue."""
    before, old = session.worked.revision.priced.totals, session.basis.catalog
    content = old.content
    bundles = tuple(msgspec.structs.replace(one, price=one.price + 10) for one in content.bundles)
    dearer = ProductCatalog(msgspec.structs.replace(content, version="dearer", bundles=bundles))
    session.offer_catalog(dearer)
    assert session.basis.catalog is old
    assert session.apply(
        "catalog_version", lambda quote: header_edits.set_catalog_version(quote, "dearer")
    )
    after = session.worked.revision.priced
    assert after.totals.monthly.net_amount == before.monthly.net_amount + 10_00
    assert (session.basis.catalog, after.catalog_version) == (dearer, "dearer")
    session.undo()
    assert session.worked.revision.priced.totals == before
    assert session.basis.catalog is old


def test_targets_are_kept_without_asking_and_used_only_when_allowed(session: QuoteSession) -> None:
    """A quote that waits for its approval may be prepared further, and is not changed by that."""
    session.allowed = lambda: False
    other = discounted(session.quote, "2")
    assert session.apply("scenario.add", lambda q: add_states(q, [("fallback", other)]))
    assert not session.apply(
        "scenario.take", lambda quote: with_scenario(quote, quote.scenarios[0])
    )
    session.undo()
    assert session.quote.scenarios == ()
    session.redo()
    session.allowed = lambda: True
    assert session.apply("scenario.take", lambda quote: with_scenario(quote, quote.scenarios[0]))
    session.allowed = lambda: False
    session.undo()
    assert session.quote.items == other.items
