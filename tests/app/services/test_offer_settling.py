"""What the engine refuses or prices otherwise is looked past, and the bound says what is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.errors import WorkerFailed
from app.quoting.offer.asking import Circumstances
from app.quoting.offer.gathering import gather
from app.quoting.offer.problem import Choice, Need, Proof
from app.quoting.offer.wish import Wish
from app.services.offer_search import Found, Task, search
from app.services.offer_settling import AnswerDoesNotHold, Settler
from app.services.offer_worker import OfferWorker
from pricing.bills import Bills
from tests.builders import POLICY, a_bundle, a_catalog, a_charge, a_customer, a_quote, an_offering

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.quoting.offer.gathering import Gathered
    from catalog.charge import Charge


class Here(OfferWorker):
    """Searches in the test's own process."""

    def search(self, task: Task, watch: Callable[[Found], bool]) -> Found:
        """As the worker does."""

        def told(found: Found) -> None:
            watch(found)

        return search(task, told)


class Broken(OfferWorker):
    """Always fails."""

    def search(self, task: Task, watch: Callable[[Found], bool]) -> Found:
        """Die."""
        del task, watch
        raise WorkerFailed(worker="offer", reason="died")


class Lying(OfferWorker):
    """Answers what covers nothing."""

    def search(self, task: Task, watch: Callable[[Found], bool]) -> Found:
        """Claim that nothing costs nothing."""
        del task, watch
        return Found(Choice({}, 0, 0), Proof(0, 0), final=True)


def five_lines(line: Charge) -> Gathered:
    """Five lines wanted, at 25.00 each or in packs of three at 60.00."""
    pack = a_bundle("60.00", [("LINE.RENT", 3)])
    catalog = a_catalog(an_offering(line), bundles=[pack])
    around = Circumstances(a_quote(), a_customer(), Bills(), None, catalog, POLICY)
    need = Need("lines", 5, answers=("LINE.RENT",))
    return gather(around, Wish((need,)), 12, 12)


def test_what_the_engine_prices_alike_is_proven() -> None:
    """A pack and two lines: 60.00 + 50.00 a month."""
    found = Settler(Here(), lambda _told: True).settle(five_lines(a_charge()), 10)
    assert found.offer is not None
    assert found.offer.cost == 11_000 * 12
    assert (found.bound, found.cuts) == (found.offer.points[0], 0)


def test_what_is_full_is_not_added_to() -> None:
    """Three lines a customer at most outside bundles, which a pack holds: two packs, 120.00."""
    found = Settler(Here(), lambda _told: True).settle(five_lines(a_charge(most=3)), 10)
    assert found.offer is not None
    assert found.offer.cost == 12_000 * 12
    assert found.bound == found.offer.points[0]


def test_what_the_engine_refuses_is_looked_past_and_no_more_is_claimed() -> None:
    """Four lines at most: the engine refuses a pack with two more, and another answer is sought.

    Other single services beside the pack might have been sold, so that the first bound stays.
    """
    found = Settler(Here(), lambda _told: True).settle(five_lines(a_charge(most=4)), 10)
    assert found.cuts > 0
    assert found.bound == 11_000 * 12
    assert found.offer is None or not found.offer.blocking


def test_without_its_process_the_greedy_answer_stands() -> None:
    """It is priced by the engine like any other, and nothing is claimed of it."""
    found = Settler(Broken(), lambda _told: True).settle(five_lines(a_charge()), 10)
    assert found.offer is not None
    assert found.offer.cost == 11_000 * 12
    assert found.bound == 0
    assert not found.final


def test_an_answer_that_does_not_hold_is_a_bug() -> None:
    """The verifier says so."""
    with pytest.raises(AnswerDoesNotHold, match="lines: 0 of 5 covered"):
        Settler(Lying(), lambda _told: True).settle(five_lines(a_charge()), 10)
