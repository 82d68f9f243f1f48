"""A promised saving is held against the bills after the sale, like for like."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from app.figures import Figures
from app.quoting.alert import AlertLevel
from app.quoting.alert_text import told_tracked
from app.quoting.tracking import (
    Cause,
    CauseKind,
    PromisedSaving,
    Standing,
    TrackedSaving,
    promised_saving,
    tracked,
)
from app.quoting.tracking_alerts import saving_alerts
from app.translation import load_words
from catalog.local_text import LocalText
from catalog.period import month_after
from pricing.bills import BillComponent, Bills, MonthReason
from pricing.bills import Standing as Said
from pricing.spend import SpendPolicy
from tests.builders import a_customer
from tests.sample import revision_of, sample_case

POLICY, SIGNED, TODAY = SpendPolicy(), date(2026, 11, 23), date(2027, 3, 5)
ZH = load_words("zh")


def shops(*bills: int) -> TrackedSaving:
    """Case two, after whose sale the five lines came to so much in each month from December on."""
    case = sample_case(2)
    lines = [
        msgspec.structs.replace(
            one,
            amounts={
                **one.amounts,
                **{month_after("2026-12", at): whole // 5 for at, whole in enumerate(bills)},
            },
        )
        for one in case.bills.components
    ]
    promised = promised_saving(revision_of(2), SIGNED)
    assert promised is not None
    changed = Bills(tuple(lines))
    (found,) = tracked(
        [promised], a_customer(competitors=case.customer.competitors), changed, POLICY
    )
    return found


def test_case_two_promised_40603_and_saved_39120() -> None:
    """2,312.03 today for 1,906.00; bills of 2,352.83 hold 432.00 of new services: 1,920.83."""
    found = shops(2352_85, 2352_80, 2352_85)
    assert found.promised.saving == 406_03
    assert (found.offered, found.saving) == (1920_83, 391_20)
    assert found.standing is Standing.KEPT  # 385.73 would be five percent less
    assert found.months == ("2026-12", "2027-01", "2027-02")
    told = told_tracked(found, ZH, Figures("zh"))
    assert told.startswith("承诺每月节省 ¥406.03，自2026年12月起 3 个月实际 ¥391.20；可能因为：")
    assert "对手 X通 的业务仍在名下（¥186.40/月）" in told


def test_beyond_the_tolerance_it_is_missed_and_told() -> None:
    """2,400.00 a month leave 344.03; nothing at all is red."""
    found = shops(2400_00, 2400_00, 2400_00)
    assert (found.saving, found.standing) == (344_03, Standing.MISSED)
    (alert,) = saving_alerts("c", "n", [found], POLICY, TODAY)
    assert (alert.level, alert.facts["real"]) == (AlertLevel.YELLOW, "34403")
    dearer = shops(2800_00, 2800_00, 2800_00)
    (alert,) = saving_alerts("c", "n", [dearer], POLICY, TODAY)
    assert alert.level is AlertLevel.RED
    assert tuple(saving_alerts("c", "n", [found], POLICY, date(2027, 7, 1))) == ()


def test_two_months_are_too_few_to_judge() -> None:
    """They are shown, and no alert comes of them; without bills there is nothing to show."""
    found = shops(2800_00, 2800_00)
    assert found.standing is Standing.WAITING
    assert tuple(saving_alerts("c", "n", [found], POLICY, TODAY)) == ()
    assert "不足以评价" in told_tracked(found, ZH, Figures("zh"))
    assert "还没有账单" in told_tracked(shops(), ZH, Figures("zh"))


@pytest.mark.parametrize(
    ("activation", "begins"),
    [(None, "2026-12"), (date(2027, 1, 1), "2027-01"), (date(2027, 1, 2), "2027-02")],
)
def test_the_first_whole_month_counts(activation: date | None, begins: str) -> None:
    """From the activation, or else from the day of the acceptance."""
    revision = revision_of(1)
    quote = msgspec.structs.replace(revision.quote, activation=activation)
    found = promised_saving(msgspec.structs.replace(revision, quote=quote), SIGNED)
    assert found is not None
    assert found.begins == begins
    assert found.saving == 40_00


def test_an_offer_without_a_saving_promises_none() -> None:
    """Case three is something new; a dearer offer has promised nothing either."""
    assert promised_saving(revision_of(3), SIGNED) is None
    revision = revision_of(1)
    assert revision.saving is not None
    dearer = msgspec.structs.replace(revision.saving, saving=-1)
    assert promised_saving(msgspec.structs.replace(revision, saving=dearer), SIGNED) is None


PROMISE = PromisedSaving(
    *("q", 3, "QW-1", "方案", "c", "2026-12"), 100_00, 60_00, 0, 0, ("rent", "calls"), ("web",)
)


def component(name: str, *amounts: int, charge: str = "") -> BillComponent:
    """A part of the bill from December on."""
    months = {month_after("2026-12", at): amount for at, amount in enumerate(amounts)}
    return BillComponent(name, LocalText(name), months, charge=charge)


def test_what_the_offer_left_alone_does_not_count_and_causes_are_named() -> None:
    """The web goes on; a rental that was replaced is still billed, January is a peak, noted."""
    bills = Bills(
        (
            component("web", 500_00, 500_00, 500_00),
            component("rent", 20_00, 20_00, 20_00),
            component("calls", 10_00, 10_00, 10_00, charge="LD"),
            component("plan", 40_00, 100_00, 40_00),
        ),
        reasons=(MonthReason("plan", "2027-01", 100_00, Said.SPECIAL, "装机费"),),
    )
    (found,) = tracked([PROMISE], a_customer(), bills, POLICY)
    assert (found.offered, found.saving) == (90_00, 10_00)
    assert found.causes == (
        Cause(CauseKind.NOTED, LocalText("plan"), 100_00, "2027-01", "装机费"),
        Cause(CauseKind.PEAK, amount=130_00, month="2027-01"),
        Cause(CauseKind.STILL, LocalText("rent"), 20_00),
    )
    for language in ("zh", "en"):
        assert "{" not in told_tracked(found, load_words(language), Figures(language))


def test_months_of_a_later_quote_count_for_that_one() -> None:
    """The second begins in February: the first is judged by December and January."""
    later = msgspec.structs.replace(PROMISE, quote="r", number="QW-2", begins="2027-02")
    bills = Bills((component("plan", 50_00, 70_00, 10_00),))
    second, first = tracked([PROMISE, later], a_customer(), bills, POLICY)
    assert (second.promised.quote, second.months, second.saving) == ("r", ("2027-02",), 90_00)
    assert (first.months, first.saving) == (("2026-12", "2027-01"), 40_00)
    assert first.causes == ()
