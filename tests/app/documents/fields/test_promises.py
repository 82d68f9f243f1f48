"""Promises of the fields of service and company."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.documents.fields.promises import company_fields, opening_fields, service_fields
from catalog.local_text import LocalText
from tests.app.documents.case_one import CASE_ONE
from tests.app.documents.papers import FIGURES, chinese

if TYPE_CHECKING:
    from app.quoting.revision import CustomerRevision


def test_service_levels_are_those_of_the_policy() -> None:
    """98 %, 48 and 72 hours, 24 hours, 15 seconds, 2 working days."""
    levels = service_fields(chinese())["service_levels"]
    assert [level["promise"] for level in levels] == [  # type: ignore[index, call-overload, union-attr]  # a list of groups
        "不低于98%",
        "自申告起48小时内",
        "自申告起72小时内",
        "24小时内",
        "15秒以内",
        "2个工作日内",
    ]


def test_four_pledges_and_four_steps() -> None:
    """四零服务, and what happens next."""
    fields = company_fields(chinese())
    assert len(fields["pledges"]) == len(fields["steps"]) == 4  # type: ignore[arg-type]  # lists
    assert fields["slogan"] == "用户至上，用心服务"


def test_days_until_it_works_are_promised_where_they_are_known() -> None:
    """The first item opens within 15 days; the others promise nothing, and have no row."""
    usual = service_fields(chinese())
    assert opening_fields(without_days(), chinese(), FIGURES) == usual
    first, *others = without_days().items
    known = msgspec.structs.replace(first, lead_time=15)
    revision = msgspec.structs.replace(without_days(), items=(known, *others))
    levels = opening_fields(revision, chinese(), FIGURES)["service_levels"]
    assert isinstance(levels, list)
    opening, *rest = levels
    assert opening == {
        "name": f"开通时间：{first.name.zh}",
        "promise": "自订购之日起15天内",
        "otherwise": "当日说明原因、商定新的日期，并按装机逾期的标准赔付",
    }
    assert rest == usual["service_levels"]


def test_what_takes_as_long_stands_in_one_row() -> None:
    """Two offerings of three days and one of ten: two rows, the sooner first, each name once."""
    plan = without_days().items[0]
    days = ((10, "光纤"), (3, "固话"), (3, "宽带"), (3, "固话"))
    items = tuple(
        msgspec.structs.replace(plan, id=f"i{at}", lead_time=count, name=LocalText(name))
        for at, (count, name) in enumerate(days)
    )
    revision = msgspec.structs.replace(without_days(), items=items)
    levels = opening_fields(revision, chinese(), FIGURES)["service_levels"]
    assert isinstance(levels, list)
    names = [level["name"] for level in levels[:2] if isinstance(level, dict)]
    assert names == ["开通时间：固话、宽带", "开通时间：光纤"]


def without_days() -> CustomerRevision:
    """Case one as if nothing were known of days."""
    items = tuple(msgspec.structs.replace(item, lead_time=0) for item in CASE_ONE.items)
    return msgspec.structs.replace(CASE_ONE, items=items)
