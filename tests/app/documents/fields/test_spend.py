"""Promises of the fields of past bills."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from app.documents.fields.spend import spend_fields
from pricing.spend import Unusual
from tests.app.documents.case_one import ANALYSIS, CASE_ONE, SAVING
from tests.app.documents.papers import FIGURES, changed, chinese

if TYPE_CHECKING:
    from app.quoting.revision import CustomerRevision


def _spend(revision: CustomerRevision) -> Any:  # noqa: ANN401 (a tree of texts)
    return spend_fields(revision, chinese(), FIGURES)


def test_unusual_months_are_named_in_a_sentence() -> None:
    """The reason why the average is not used."""
    situation = _spend(CASE_ONE)["situation"]
    assert situation["unusual_sentence"] == "8月、9月、10月的长途费用明显高于平时"
    assert situation["unusual"][1] == {
        "month": "2026年9月",
        "name": "长途",
        "amount": "171.30",
        "usual": "65.40",
        "reason": "是该项平常水平 65.40 元的 2.6 倍",
    }


@pytest.mark.parametrize(
    ("amount", "median", "reason"),
    [
        (20_00, 65_40, "只有该项平常水平 65.40 元的 0.3 倍"),
        (20_00, 0, "该项平常没有费用"),
    ],
)
def test_reason_says_how_far_an_amount_is_from_its_usual_level(
    amount: int, median: int, reason: str
) -> None:
    """171.30 / 65.40 is 2.6; 20.00 / 65.40 is 0.3; of nothing there is no multiple."""
    assert CASE_ONE.analysis is not None
    found = msgspec.structs.replace(
        CASE_ONE.analysis.unusual[0], amount=amount, median=median, direction=Unusual.LOW
    )
    analysis = msgspec.structs.replace(CASE_ONE.analysis, unusual=(found,))
    assert _spend(changed(analysis=analysis))["situation"]["unusual"][0]["reason"] == reason


def test_average_and_typical_month_stand_side_by_side() -> None:
    """Both are shown, always."""
    situation = _spend(CASE_ONE)["situation"]
    assert (situation["average"], situation["typical"]) == ("752.00", "708.00")
    assert situation["fluctuation"] == "4.52%"
    assert situation["period"] == "2026年5月至2026年10月"


def test_unusual_cell_is_marked() -> None:
    """Only the component that is unusual, only in its month."""
    rows = _spend(CASE_ONE)["situation"]["rows"]
    marked = [(row["name"], n) for row in rows for n, c in enumerate(row["cells"]) if c["unusual"]]
    assert marked == [("长途", 3), ("长途", 4), ("长途", 5)]


def test_adjusted_totals_follow_the_months() -> None:
    """What the typical month is made of."""
    assert _spend(CASE_ONE)["situation"]["adjusted"][3:] == ["695.20", "690.25", "699.05"]


def test_replay_has_sum_least_and_most_of_its_column() -> None:
    """Worked case one: 4,512.00 billed, 4,232.00 planned, 280.00 saved."""
    replay = _spend(CASE_ONE)["replay"]
    assert (replay["actual"], replay["planned"], replay["saving"]) == (
        "4,512.00",
        "4,232.00",
        "280.00",
    )
    assert (replay["least"], replay["most"]) == ("668.00", "750.75")


def test_saving_is_shown_against_both() -> None:
    """40.00 against the typical month, 84.00 against the average, 22.27 a day."""
    saving = _spend(CASE_ONE)["saving"]
    assert (saving["monthly"], saving["percent"], saving["over_term"]) == (
        "40.00",
        "5.65%",
        "480.00",
    )
    assert (saving["against_average"], saving["per_day"]) == ("84.00", "22.27")
    assert saving["is_gain"] is True


def test_dearer_offer_is_no_gain() -> None:
    """C1-H costs 20.00 more than the typical month; nothing hides that."""
    dearer = msgspec.structs.replace(SAVING, saving=-20_00, percent=Decimal("-2.82"))
    saving = _spend(changed(saving=dearer))["saving"]
    assert (saving["is_gain"], saving["monthly"]) == (False, "-20.00")


def test_calm_bills_need_no_sentence() -> None:
    """Without unusual months the reason is another one."""
    calm = changed(analysis=msgspec.structs.replace(ANALYSIS, unusual=()))
    situation = _spend(calm)["situation"]
    assert (situation["has_unusual"], situation["unusual_sentence"]) == (False, "")


def test_absent_groups_are_empty() -> None:
    """A template asks with ``if``."""
    assert _spend(changed(analysis=None, replay=(), saving=None)) == {
        "situation": {},
        "replay": {},
        "saving": {},
    }
