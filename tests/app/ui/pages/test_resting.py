"""Trials wait the longer the more items there are, so that no key and no frame waits for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from app.quoting.item_edits import add_offering
from app.ui.pages.studio.findings_card import PAUSE_MS, FindingsCard
from app.ui.pages.studio.resting import between_ms, rest_ms
from app.ui.session import Basis, QuoteSession, Step
from tests.app.ui.speaking import speaker
from tests.sample import SUPPLIER, sample_case, sample_catalog, sample_rules

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def a_session(items: int) -> QuoteSession:
    """Case one with so many items, all telephones that are no longer sold."""
    case = sample_case(1)
    phone = add_offering(case.quote, sample_catalog(), "PHS").items[-1]
    many = tuple(msgspec.structs.replace(phone, id=f"n{n}") for n in range(items))
    quote = msgspec.structs.replace(case.quote, items=many)
    basis = Basis(case.customer, case.bills, sample_catalog(), sample_rules(), SUPPLIER)
    return QuoteSession(basis, basis.work_out(quote), (Step(0, "", "", quote),), 0, None, str)


@pytest.mark.parametrize(
    ("items", "rest", "between"), [(1, 100, 0), (1000, 100, 0), (2000, 200, 100)]
)
def test_of_many_items_trials_begin_later_and_rest_between(
    qapp: object, items: int, rest: int, between: int
) -> None:
    """Up to a thousand they follow at once after a short pause."""
    _ = qapp
    session = a_session(items)
    assert (rest_ms(session, 100), between_ms(session, 100)) == (rest, between)


def test_without_a_quote_nothing_waits_longer() -> None:
    """There is nothing to try."""
    assert (rest_ms(None, 100), between_ms(None, 100)) == (100, 0)


def test_trials_rest_while_rows_pass(qtbot: QtBot) -> None:
    """The pause begins anew; where nothing is to be tried none begins."""
    card = FindingsCard(speaker())
    qtbot.addWidget(card)
    card.give_way()
    assert card.working is False
    card.show()
    card.advise(a_session(3))
    qtbot.waitUntil(lambda: card.working)
    card._pause.start(10)
    card.give_way()
    assert card._pause.remainingTime() > PAUSE_MS // 2
    card.forget()
