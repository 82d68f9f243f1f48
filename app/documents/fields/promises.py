"""Fields of the supplier's promises and of the company, from editable texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.documents.kind import Field

if TYPE_CHECKING:
    from app.documents.kind import FieldValue
    from app.figures import Figures
    from app.quoting.revision import CustomerRevision
    from app.translation import Words

_SERVICE_LEVELS = (
    "installation",
    "repair_town",
    "repair_country",
    "reconnection",
    "desk",
    "letters",
)
_PLEDGES = ("distance", "interruption", "delay", "deviation")
_COMPANY = ("mission", "goal", "values", "philosophy", "service")
_STEPS = ("confirm", "sign", "open", "review")

SERVICE_GUIDE = (
    Field("service_levels", "服务标准", "Service standards", is_list=True),
    Field("service_levels[].name", "指标", "Measure"),
    Field("service_levels[].promise", "承诺值", "What is promised"),
    Field("service_levels[].otherwise", "未达到时怎么办", "What happens otherwise"),
)

COMPANY_GUIDE = (
    Field("pledges", "四零服务承诺", "Four pledges", is_list=True),
    Field("pledges[].name", "名称", "Name"),
    Field("pledges[].text", "说明", "Text"),
    Field("company", "公司理念", "Company texts", is_list=True),
    Field("company[].name", "名称", "Name"),
    Field("company[].text", "内容", "Text"),
    Field("slogan", "口号", "Slogan"),
    Field("steps", "下一步", "Next steps", is_list=True),
    Field("steps[].name", "名称", "Name"),
    Field("steps[].text", "说明", "Text"),
)


def service_fields(words: Words) -> dict[str, FieldValue]:
    """The field ``service_levels``."""
    return {
        "service_levels": [
            {
                "name": words(f"paper.service.{level}.name"),
                "promise": words(f"paper.service.{level}.promise"),
                "otherwise": words(f"paper.service.{level}.otherwise"),
            }
            for level in _SERVICE_LEVELS
        ]
    }


def opening_fields(
    revision: CustomerRevision, words: Words, figures: Figures
) -> dict[str, FieldValue]:
    """The field ``service_levels`` with the days until what is offered works.

    What takes as long stands in one row, each offering once.
    """
    by_days: dict[int, list[str]] = {}
    for item in revision.items:
        name = figures.text(item.name)
        if item.lead_time and name not in by_days.setdefault(item.lead_time, []):
            by_days[item.lead_time].append(name)
    otherwise = words("paper.service.opening.otherwise")
    opening: list[FieldValue] = [
        {
            "name": words(
                "paper.service.opening.name", offering=words("paper.list_comma").join(names)
            ),
            "promise": words("paper.service.opening.promise", days=str(days)),
            "otherwise": otherwise,
        }
        for days, names in sorted(by_days.items())
    ]
    levels = service_fields(words)["service_levels"]
    return {"service_levels": [*opening, *(levels if isinstance(levels, list) else ())]}


def company_fields(words: Words) -> dict[str, FieldValue]:
    """The fields ``pledges``, ``company``, ``slogan`` and ``steps``."""
    return {
        "pledges": _named(words, "pledge", _PLEDGES),
        "company": _named(words, "company", _COMPANY),
        "slogan": words("paper.slogan"),
        "steps": _named(words, "step", _STEPS),
    }


def _named(words: Words, group: str, names: tuple[str, ...]) -> list[FieldValue]:
    return [
        {
            "name": words(f"paper.{group}.{name}.name"),
            "text": words(f"paper.{group}.{name}.text"),
        }
        for name in names
    ]
