"""Signals of growth come of ratios; what nobody knows says nothing, and nothing is added."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.quoting.customer import InstalledService
from app.quoting.growth import GrowthRule, grown_needs, growth_signals
from app.quoting.interview import KnownNeed, NeedAnswer, QuestionBank
from catalog.local_text import LocalText
from pricing.bills import BillComponent, Bills
from tests.builders import a_catalog, a_charge, a_customer, an_offering

REASON = LocalText("{top}/{bottom} = {ratio}（{limit}）", "{ratio}")
FEW = GrowthRule(
    "few",
    "own_numbers",
    ("installed:LINE", "installed:CTX"),
    ("staff",),
    REASON,
    below=Decimal("0.5"),
)
LOADED = GrowthRule(
    "loaded", "more_lines", ("rooms",), ("installed:TRUNK",), REASON, above=Decimal(6)
)
BUSY = GrowthRule(
    "busy", "more_lines", ("minutes",), ("installed:TRUNK",), REASON, above=Decimal(4000)
)


@pytest.mark.parametrize(("staff", "told"), [(40, []), (41, ["20/41 = 0.49（0.5）"])])
def test_too_few_numbers_for_the_staff(staff: int, told: list[str]) -> None:
    """Twenty numbers are half of forty, which is enough."""
    installed = (InstalledService("LINE", 15), InstalledService("CTX", 5))
    customer = a_customer(installed=installed, facts={"staff": Decimal(staff)})
    assert [one.reason.zh for one in growth_signals(customer, Bills(), [FEW])] == told


@pytest.mark.parametrize(("rooms", "told"), [(95, []), (96, ["96/16 = 6（6）"])])
def test_too_many_rooms_for_the_trunks(rooms: int, told: list[str]) -> None:
    """From six on."""
    customer = a_customer(
        installed=(InstalledService("TRUNK", 16),), facts={"rooms": Decimal(rooms)}
    )
    assert [one.reason.zh for one in growth_signals(customer, Bills(), [LOADED])] == told


def test_minutes_of_the_latest_months_load_the_trunks() -> None:
    """16,000 a month on average of the last three are 4,000 on each of four."""
    usage = {"2026-07": 1, "2026-08": 15_000, "2026-09": 16_000, "2026-10": 17_000}
    calls = BillComponent("c", LocalText("通话"), dict.fromkeys(usage, 1), usage)
    customer = a_customer(installed=(InstalledService("TRUNK", 4),))
    (found,) = growth_signals(customer, Bills((calls,)), [BUSY])
    assert found.reason.en == "4000"
    assert growth_signals(customer, Bills(), [BUSY]) == ()


def test_what_nobody_knows_says_nothing() -> None:
    """No staff, no services, no trunk."""
    rules = [FEW, LOADED]
    staff = {"staff": Decimal(100)}
    assert growth_signals(a_customer(facts=staff), Bills(), rules) == ()
    line = (InstalledService("LINE", 1),)
    assert growth_signals(a_customer(installed=line), Bills(), rules) == ()
    rooms = {"rooms": Decimal(100)}
    assert growth_signals(a_customer(installed=line, facts=rooms), Bills(), rules) == ()


def test_what_is_on_sale_is_proposed_for_each_need_once() -> None:
    """Two signals of one need are one need; what is not sold is left out."""
    need = KnownNeed(
        "more_lines",
        LocalText("更多线路"),
        (NeedAnswer("CTX", LocalText("因为")), NeedAnswer("GONE", LocalText("没有"))),
    )
    customer = a_customer(installed=(InstalledService("TRUNK", 1),), facts={"rooms": Decimal(10)})
    catalog = a_catalog(an_offering(a_charge("CTX.RENT", "10.00")))
    signals = growth_signals(customer, Bills(), [LOADED, LOADED])
    assert len(signals) == 2
    (found,) = grown_needs(QuestionBank(needs=(need,)), signals, catalog)
    assert [one.code for one in found.proposals] == ["CTX"]
    assert found.spoken == 0
