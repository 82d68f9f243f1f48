"""What a visit brings is added to the customer in one step."""

from __future__ import annotations

from datetime import date

from app.quoting.customer import (
    Competitor,
    CustomerNote,
    InstalledService,
    PlannedVisit,
    Site,
)
from app.quoting.customer_sheets import SheetName
from app.quoting.visit_record import VisitRecord, with_visit_record
from tests.builders import a_customer

DAY = date(2026, 11, 23)
VISIT = PlannedVisit(DAY, "续约")
CUSTOMER = a_customer(
    sites=(Site("S1", "总店"),),
    installed=(InstalledService("PSTN", 4),),
    competitors=(Competitor("Y网", "宽带"),),
    visits=(VISIT,),
)


def test_what_was_found_is_added_and_what_was_there_stays() -> None:
    """A branch below the main shop, a line at it, a competitor with day and source."""
    record = VisitRecord(
        DAY,
        "还有一家分店，用 X通 的固话",
        "王先生",
        VISIT,
        {
            SheetName.SITES: (("东门店", "东门街 8 号", "总店"),),
            SheetName.INSTALLED: (("ADSL2", "1", "东门店"),),
            SheetName.COMPETITORS: (("X通", "固话", "2", "186.40"),),
        },
    )
    after, wrong = with_visit_record(CUSTOMER, record, {})
    assert wrong == ()
    assert after.sites == (Site("S1", "总店"), Site("S2", "东门店", "东门街 8 号", "S1"))
    assert after.installed == (InstalledService("PSTN", 4), InstalledService("ADSL2", 1, "S2"))
    assert after.competitors == (
        Competitor("Y网", "宽带"),
        Competitor("X通", "固话", 186_40, quantity=2, source="王先生", informed=DAY),
    )
    assert after.journal == (CustomerNote("还有一家分店，用 X通 的固话", DAY, "王先生"),)
    assert after.visits == (PlannedVisit(DAY, "续约", done=True),)


def test_a_known_site_is_not_doubled() -> None:
    """Its address is taken, as nobody knew it."""
    record = VisitRecord(DAY, rows={SheetName.SITES: (("总店", "南街 1 号"),)})
    after, _ = with_visit_record(CUSTOMER, record, {})
    assert after.sites == (Site("S1", "总店", "南街 1 号"),)


def test_nothing_to_note_changes_nothing() -> None:
    """Empty rows do not count."""
    rows = {SheetName.SITES: (("", ""),), SheetName.COMPETITORS: ()}
    assert with_visit_record(CUSTOMER, VisitRecord(DAY, "  ", rows=rows), {}) == (CUSTOMER, ())


def test_a_cell_without_a_reading_keeps_everything_out() -> None:
    """It is told in which list and row."""
    rows = {
        SheetName.SITES: (("东门店",),),
        SheetName.COMPETITORS: (("X通",), ("", "宽带"), ("Z", "", "很多")),
    }
    after, wrong = with_visit_record(CUSTOMER, VisitRecord(DAY, "说过", rows=rows), {})
    assert after is CUSTOMER
    assert [(sheet, one.row, one.column) for sheet, one in wrong] == [
        (SheetName.COMPETITORS, 1, "operator"),
        (SheetName.COMPETITORS, 2, "quantity"),
    ]
