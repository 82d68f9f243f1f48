"""The rules that come with the program say what the samples show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.errors import UnknownFormat
from app.services.growth import growth_of, load_growth
from app.services.question_bank import load_questions
from app.services.visit_briefing import briefing_of
from app.translation import load_words
from tests.app.storage.stored_values import NOON
from tests.sample import QUOTE_DAY, sample_case, sample_catalog

if TYPE_CHECKING:
    from pathlib import Path

    from app.services.workspace import Workspace


def test_every_rule_points_to_a_need_and_has_one_limit_at_least() -> None:
    """And every need has something that is on sale in the sample."""
    bank = load_questions()
    for rule in load_growth():
        need = bank.need(rule.need)
        assert need is not None
        assert (rule.above is None) != (rule.below is None)
        assert any(sample_catalog().offering(one.offering) for one in need.answers)


def test_the_school_has_few_numbers_and_the_hotel_few_trunks() -> None:
    """Twenty for sixty; 120 rooms on sixteen. The kindergarten shows nothing."""
    found = {}
    for number in (1, 3, 4):
        case = sample_case(number)
        found[number] = growth_of(case.customer, case.bills, sample_catalog())
    assert found[1] == ()
    (school,) = found[3]
    assert school.signal.reason.zh.startswith("60 名员工只有 20 个号码，平均每人 0.33 个")
    assert [one.code for one in school.need.proposals] == ["CTX", "CVN", "E1TRK"]
    assert "120 间客房共用 16 条中继，每条 7.5 间" in found[4][0].signal.reason.zh
    assert growth_of(sample_case(3).customer, sample_case(3).bills, None) == ()


def test_the_briefing_tells_them(workspace: Workspace) -> None:
    """With what may be offered."""
    case = sample_case(3)
    workspace.customers.save(case.customer, case.bills, now=NOON)
    workspace.catalogs.save(sample_catalog().content)
    briefing = briefing_of(workspace, case.customer.id, load_words("en"), QUOTE_DAY)
    (told,) = [one.lines for one in briefing.parts if one.title.startswith("Signs of growth")]
    assert told[0].startswith("20 numbers for 60 staff: 0.33 each, less than 0.5")


def test_a_damaged_file_names_its_place(tmp_path: Path) -> None:
    """Unknown fields and texts that are no TOML."""
    file = tmp_path / "growth.toml"
    for text in ("[[rules]]\nid = 1\n", "[["):
        file.write_text(text, encoding="utf-8")
        with pytest.raises(UnknownFormat):
            load_growth(file)
