"""Promises of the fields of service and company."""

from __future__ import annotations

from app.documents.fields.promises import company_fields, service_fields
from tests.app.documents.papers import chinese


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
