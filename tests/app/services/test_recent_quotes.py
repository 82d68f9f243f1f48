"""A customer's other quotes count for authority: frozen as they were, open as they are."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import msgspec
import pytest

from app.approval.course import issued
from app.approval.event import Person
from app.approval.state import Deed
from app.quoting.authority import Absence
from app.quoting.item_edits import set_quantity
from app.services.quote_life import doing, submit, take_step
from app.services.recent_quotes import surroundings_of
from app.services.working_out import work_out_stored
from app.ui.opening import load_quote
from tests.app.services.conftest import NOON
from tests.sample import QUOTE_DAY

if TYPE_CHECKING:
    from datetime import date

    from app.quoting.authority.recent import RecentQuote
    from app.quoting.quote import Quote
    from app.services.workspace import Workspace

OTHER = "QW-20261123-0099"


def another(workspace: Workspace, days: int = 10) -> Quote:
    """A second quote for the customer of the first case, so many days before."""
    first = workspace.quotes.load("Q0001").quote
    day = QUOTE_DAY - timedelta(days=days)
    quote = msgspec.structs.replace(first, id="Q0099", number=OTHER, price_date=day)
    workspace.quotes.create(quote, now=NOON)
    return quote


def recent_of(workspace: Workspace) -> tuple[RecentQuote, ...]:
    """What stands beside the first case."""
    quote = workspace.quotes.load("Q0001").quote
    customer, bills = workspace.customers.load(quote.customer)
    return tuple(surroundings_of(workspace, quote, customer, bills).recent)


def test_the_quote_itself_and_other_customers_do_not_count(sample: Workspace) -> None:
    """Each customer of the sample has one quote."""
    assert recent_of(sample) == ()


def test_an_open_quote_counts_as_it_is_priced_now(sample: Workspace) -> None:
    """668.00 x 12 = 8,016.00 in each: 16,032.00 together, and so it is judged."""
    quote = another(sample)
    (other,) = recent_of(sample)
    assert (other.number, other.sums.contract_value) == (OTHER, 8016_00)
    value = next(
        one
        for one in work_out_stored(sample, "Q0001").verdict.criteria
        if one.id == "contract_value"
    )
    assert (str(value.value), value.worst) == ("16032.00", (OTHER,))
    sample.quotes.commit_edit(
        quote.id, 1, "op", "quantity", "", set_quantity(quote, "i1", 2), now=NOON
    )
    (other,) = recent_of(sample)
    assert other.sums.contract_value == 16032_00


def test_a_frozen_quote_counts_as_it_was_frozen(sample: Workspace) -> None:
    """Whatever is edited in it afterwards."""
    quote = another(sample)
    sample.quotes.freeze(quote.id, work_out_stored(sample, OTHER), now=NOON)
    sample.quotes.commit_edit(
        quote.id, 1, "op", "quantity", "", set_quantity(quote, "i1", 2), now=NOON
    )
    (other,) = recent_of(sample)
    assert other.sums.contract_value == 8016_00


def test_a_quote_that_is_over_counts_only_where_papers_of_it_are_out(sample: Workspace) -> None:
    """Cancelled, it gives nothing; a paper that a customer holds does."""
    quote = another(sample)
    author = Person(quote.manager.id, quote.manager.name, quote.manager.role)
    act = doing(author, NOON)
    submit(sample, work_out_stored(sample, OTHER), act)
    take_step(sample, quote.id, Deed.CANCELLED, doing(author, NOON), reason="改期")
    assert recent_of(sample) == ()

    held = msgspec.structs.replace(quote, id="Q0098", number="QW-20261123-0098")
    sample.quotes.create(held, now=NOON)
    submit(sample, work_out_stored(sample, held.number), doing(author, NOON))
    sample.life.record(held.id, "paper", lambda life, _: issued(life, held.id, ("0" * 64,), act))
    take_step(sample, held.id, Deed.CANCELLED, doing(author, NOON), reason="改期")
    assert [one.number for one in recent_of(sample)] == [held.number]


def test_an_empty_quote_does_not_count(sample: Workspace) -> None:
    """Nothing is offered in it."""
    quote = another(sample)
    empty = msgspec.structs.replace(quote, items=())
    sample.quotes.commit_edit(quote.id, 1, "op", "remove", "", empty, now=NOON)
    assert recent_of(sample) == ()


def test_a_quote_of_lost_rules_counts_at_those_in_force(sample: Workspace) -> None:
    """It cannot be priced as it was, and must not be left out for that."""
    quote = another(sample)
    lost = msgspec.structs.replace(quote, policy_version="lost", catalog_version="lost")
    sample.quotes.commit_edit(quote.id, 1, "op", "version", "", lost, now=NOON)
    (other,) = recent_of(sample)
    assert other.sums.contract_value == 8016_00


def test_without_a_window_nothing_is_looked_for(sample: Workspace) -> None:
    """The policy says so."""
    another(sample)
    matrix = sample.rules.authority
    blind = msgspec.structs.replace(matrix, window=type(matrix.window)())
    sample.rules = sample.rules._replace(authority=blind, editions=(blind,))
    assert recent_of(sample) == ()


@pytest.mark.parametrize(
    ("changes", "counts"),
    [
        ({"name": "别名", "credit_code": "91310000TEST00001X"}, True),
        ({"name": " 幼苗　幼儿园", "credit_code": ""}, True),
        ({"name": "幼苗幼儿园(分园)", "credit_code": ""}, False),
        ({"name": "别名", "credit_code": ""}, False),
    ],
)
def test_a_customer_stored_twice_is_one_customer(
    sample: Workspace, changes: dict[str, str], counts: bool
) -> None:
    """By the credit code, or by the name but for spaces; another name is another customer."""
    first = sample.quotes.load("Q0001").quote
    customer, bills = sample.customers.load(first.customer)
    customer = msgspec.structs.replace(customer, credit_code="91310000TEST00001X")
    stored = sample.customers.stored(customer.id)
    sample.customers.save(customer, bills, expected_revision=stored.revision, now=NOON)
    twin = msgspec.structs.replace(customer, id="twin", **changes)
    sample.customers.save(twin, bills, now=NOON)
    quote = msgspec.structs.replace(first, id="Q0099", number=OTHER, customer="twin")
    sample.quotes.create(quote, now=NOON)
    assert [one.number for one in recent_of(sample)] == ([OTHER] if counts else [])


def test_absences_count_on_the_day_of_the_decision(sample: Workspace) -> None:
    """Not on the day of the prices; where the day is not known, on that."""
    matrix = sample.rules.authority
    day = QUOTE_DAY + timedelta(days=7)
    absent = msgspec.structs.replace(matrix.staff, absences=(Absence("M101", day, day, "M102"),))
    away = msgspec.structs.replace(matrix, staff=absent)
    sample.rules = sample.rules._replace(authority=away, editions=(away,))

    def first(today: date | None) -> str:
        verdict = load_quote(sample, "Q0005", today).worked.revision.verdict
        return verdict.steps[0].approvers[0].name

    assert [first(None), first(QUOTE_DAY), first(day)] == ["周敏", "周敏", "陈志远"]


def test_who_decides_is_judged_on_the_day_of_submission(sample: Workspace) -> None:
    """However the revision was worked out: for the day of the prices, or for another one."""
    matrix = sample.rules.authority
    day = QUOTE_DAY + timedelta(days=7)
    absent = msgspec.structs.replace(matrix.staff, absences=(Absence("M101", day, day, "M102"),))
    away = msgspec.structs.replace(matrix, staff=absent)
    sample.rules = sample.rules._replace(authority=away, editions=(away,))
    seller = Person("M002", "王芳", "L1")
    for number, worked in (("Q0003", QUOTE_DAY), ("Q0005", None), ("Q0004", day)):
        revision = work_out_stored(sample, number, today=worked)
        submit(sample, revision, doing(seller, NOON + timedelta(days=7)))
        verdict = sample.life.history(number).frozen["A"].verdict
        assert [one.name for one in verdict.steps[0].approvers] == ["陈志远"], number
