"""A visit says whom, when, what about and which quote; visits of today stand above offers."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from app.quoting.customer import PlannedVisit
from app.services.today import Need, NeedKind, Today
from app.services.visits import Visit
from app.storage.quote_rows import QuoteRow
from app.ui.presenting.today import ALL, CUSTOMERS, VISITS, today_rows
from app.ui.presenting.visits import visit_rows
from tests.app.ui.speaking import speaker

DAY = date(2026, 11, 23)
QUOTE = QuoteRow(
    *("q", "Q-7", "方案", "c", "江南精密", "李"),
    DAY,
    datetime(2026, 11, 1, tzinfo=UTC),
    None,
    None,
    "",
)


def visit(days: int, about: str = "续约", quote: QuoteRow | None = None) -> Visit:
    """A visit so many days from now."""
    return Visit("c", "江南精密", PlannedVisit(DAY + timedelta(days), about), days, quote)


def test_a_visit_says_how_near_it_is() -> None:
    """What is overdue is bad, today and tomorrow warn, the rest is quiet."""
    visits = (visit(-3), visit(0, quote=QUOTE), visit(1, ""), visit(6))
    rows = visit_rows(speaker(), visits)
    assert [(row.cells[0].text, row.cells[0].tone) for row in rows] == [
        ("visit on 2026-11-20, not made", "bad"),
        ("visit today, 2026-11-23", "warn"),
        ("visit tomorrow, 2026-11-24", "warn"),
        ("visit on 2026-11-29, in 6 days", "muted"),
    ]
    assert [row.subtitle for row in rows] == ["续约", "续约 · Q-7", "", "续约"]
    assert [row.cells[2].text for row in rows] == ["Customer", "Quote", "Customer", "Customer"]
    assert rows[0].key == "visit:c:2026-11-20:续约"


def test_visits_of_today_come_before_what_presses_and_later_ones_after_it() -> None:
    """They have a group of their own and are in no other one."""
    today = Today((Need(NeedKind.DECIDE, QUOTE, 1),), visits=(visit(0), visit(5)))
    kinds = [row.key.partition(":")[0] for row in today_rows(speaker(), today, ALL)]
    assert kinds == ["visit", "decide", "visit"]
    assert len(today_rows(speaker(), today, VISITS)) == 2
    assert today_rows(speaker(), today, CUSTOMERS) == []
