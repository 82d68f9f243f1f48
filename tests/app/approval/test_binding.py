"""What an approval binds: every field of a quote but the few that are declared not to be."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, Final

import msgspec
import pytest
from msgspec.structs import replace

from app.approval.deciding import Ruling, decide
from app.approval.gate import hindrances
from app.approval.life import Life
from app.approval.state import Deed
from app.approval.submitting import submit
from app.quoting.buying_factor import BuyingFactor
from app.quoting.clause import QuoteClause
from app.quoting.quote import (
    AccountManager,
    LikeForLike,
    NeedFact,
    NeedMet,
    Quote,
    QuoteCondition,
)
from app.quoting.scenario import Scenario
from app.quoting.telling import Chapter, Telling
from catalog.local_text import LocalText
from pricing.alterations.percentage import Percentage
from pricing.quote_wide import QuoteDiscount
from tests.app.approval.quotes import (
    AUTHOR,
    DAY,
    HEAD,
    MATRIX,
    Course,
    doing,
    revision,
)
from tests.app.quoting.test_negotiation_ladders import campus

CAMPUS = revision(3, campus(2, 0, 5))
FREE: Final = {
    "notes",
    "scenarios",
    "need_facts",
    "buying_factors",
    "catalog_version",
    "policy_version",
}
"""Remarks and targets bind nobody; versions are bound as those that it was priced with."""
OTHERS: Final[dict[str, Any]] = {
    "id": "Q9",
    "number": "QW-9",
    "title": "别的方案",
    "customer": "C9",
    "manager": AccountManager("999", "别人"),
    "price_date": date(2026, 11, 24),
    "valid_until": date(2027, 1, 1),
    "term": 48,
    "items": CAMPUS.quote.items[:-1],
    "discount": QuoteDiscount(percent=Decimal(1)),
    "conditions": (QuoteCondition("competitor_line_cancelled"),),
    "tender": True,
    "provinces": 2,
    "like_for_like": LikeForLike(competitor=1),
    "needs": ("别的",),
    "language": "en",
    "copies": 4,
    "notes": "打过电话",
    "channel": "partner",
    "catalog_version": "x",
    "policy_version": "x",
    "activation": date(2026, 12, 1),
    "codes": ("AUTUMN",),
    "clauses": (QuoteClause("x", 1, LocalText("别的"), (LocalText("别的条款。"),)),),
    "scenarios": (Scenario("s1", "底线", 24),),
    "met": (NeedMet("need", "PSTN"),),
    "need_facts": (NeedFact("need", owner="别人"),),
    "telling": Telling((Chapter.COMPANY,)),
    "buying_factors": (BuyingFactor("价格", 5, 4, 2),),
}
"""Another value of every field."""


@pytest.fixture(scope="module")
def course() -> Course:
    """The campus quote is approved."""
    made = Course()
    made.do(submit(Life(), CAMPUS, {}, MATRIX, doing(AUTHOR)), CAMPUS)
    made.do(decide(made.life, CAMPUS, Ruling(Deed.APPROVED), MATRIX, doing(HEAD)))
    return made


def test_every_field_has_another_value() -> None:
    """A new field of quotes has to say here whether an approval binds it."""
    assert set(OTHERS) == set(Quote.__struct_fields__)


@pytest.mark.parametrize("field", sorted(Quote.__struct_fields__))
def test_what_is_in_hand_has_to_be_what_was_approved(course: Course, field: str) -> None:
    """One field is another; nothing else is worked out again, as if it cost nothing."""
    other = replace(CAMPUS.quote, **{field: OTHERS[field]})
    assert other != CAMPUS.quote
    found = hindrances(course.life, replace(CAMPUS, quote=other), course.frozen, MATRIX, DAY)
    codes = [problem.code for problem in found]
    assert codes == ([] if field in FREE else ["release.changed"])


@pytest.mark.parametrize("field", ["name", "credit_code", "address"])
def test_the_party_is_bound(course: Course, field: str) -> None:
    """Whoever signs is who was approved."""
    other = replace(CAMPUS.customer, **{field: "别的"})
    found = hindrances(course.life, replace(CAMPUS, customer=other), course.frozen, MATRIX, DAY)
    assert [problem.code for problem in found] == ["release.changed"]


def figures_of(value: object, path: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
    """Paths to every whole number inside plain data."""
    if isinstance(value, dict):
        pairs = list(value.items())
    elif isinstance(value, list):
        pairs = list(enumerate(value))
    else:
        return [path] if isinstance(value, int) and not isinstance(value, bool) else []
    return [found for key, part in pairs for found in figures_of(part, (*path, key))]


def test_any_figure_of_the_price_is_bound(course: Course) -> None:
    """One fen more or less anywhere in items or totals, cost included."""
    priced = CAMPUS.priced
    text = msgspec.json.encode(priced)
    plain = msgspec.json.decode(text)
    paths = [path for path in figures_of(plain) if path[0] in {"items", "totals"}]
    assert len(paths) > 200
    for path in paths[::7]:
        changed = msgspec.json.decode(text)
        holder = changed
        for key in path[:-1]:
            holder = holder[key]
        holder[path[-1]] += 1
        try:
            other = msgspec.json.decode(msgspec.json.encode(changed), type=type(priced))
        except msgspec.ValidationError:
            continue  # no such price can be
        if other == priced:
            continue  # a figure that is derived, and not kept
        in_hand = replace(CAMPUS, priced=other)
        found = hindrances(course.life, in_hand, course.frozen, MATRIX, DAY)
        assert [problem.code for problem in found] == ["release.changed"], path


def test_percentages_are_bound_too(course: Course) -> None:
    """A discount of another percent with the same amounts is another content."""
    item = CAMPUS.quote.items[-1]
    charge = replace(item.charges[0], alteration=Percentage(Decimal("5.01")))
    items = (*CAMPUS.quote.items[:-1], replace(item, charges=(charge, *item.charges[1:])))
    other = replace(CAMPUS, quote=replace(CAMPUS.quote, items=items))
    found = hindrances(course.life, other, course.frozen, MATRIX, DAY)
    assert [problem.code for problem in found] == ["release.changed"]
