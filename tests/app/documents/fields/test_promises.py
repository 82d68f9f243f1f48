"""Promises of the fields of service and company."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.documents.fields.promises import company_fields, opening_fields, service_fields
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
        "otherwise": "以合同约定为准",
    }
    assert rest == usual["service_levels"]


def without_days() -> CustomerRevision:
    """Case one as if nothing were known of days."""
    items = tuple(msgspec.structs.replace(item, lead_time=0) for item in CASE_ONE.items)
    return msgspec.structs.replace(CASE_ONE, items=items)
