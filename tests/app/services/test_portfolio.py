"""The portfolio of the samples: values, risks, next visits and shares."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from app.quoting.portfolio import Risk
from app.services.portfolio import portfolio_of
from app.services.visits import plan_visit
from tests.app.services.conftest import NOON
from tests.sample import QUOTE_DAY

if TYPE_CHECKING:
    from app.services.workspace import Workspace


def test_the_samples_stand_by_class_then_by_risk(sample: Workspace) -> None:
    """The authority and the hotel are As; of the Cs the shops fell by 68 %."""
    found = portfolio_of(sample, QUOTE_DAY)
    names = [(one.value, one.name, one.risk) for one in found.candidates]
    assert [value for value, _, _ in names] == ["A", "A", "C", "C", "C"]
    assert names[2][1] == "玫瑰商场服饰有限公司"
    assert names[2][2] is Risk.HIGH
    assert found.classes == ("A", "B", "C")
    assert found.pareto.few == 2
    assert found.pareto.percent == Decimal("40.00")


def test_the_next_visit_is_told(sample: Workspace) -> None:
    """The samples are of a Monday."""
    customer = portfolio_of(sample, QUOTE_DAY).candidates[2].id
    plan_visit(sample, customer, "长途下降", NOON)
    visit = portfolio_of(sample, QUOTE_DAY).candidates[2].visit
    assert visit is not None
    assert (visit - QUOTE_DAY).days == 1
