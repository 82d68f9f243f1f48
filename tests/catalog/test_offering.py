"""What an offering is quoted with first, and what is paid in the place of something else."""

from __future__ import annotations

from datetime import date

from catalog.period import BillingPeriod, ValidityPeriod
from tests.builders import a_charge, an_offering

ONCE = BillingPeriod.ONCE
DAY = date(2026, 11, 23)
BOUGHT = a_charge("BOX.EQP", "188.00", period=ONCE, instead_of="BOX.LEASE")
BOX = an_offering(BOUGHT, a_charge("BOX.LEASE", "10.00"), a_charge("BOX.CARE"))


def test_it_is_quoted_with_a_connection_and_a_rental() -> None:
    """The first of each kind that is valid on the day; usage and what ended are left out."""
    ended = a_charge("NET.OLD", period=ONCE, valid=ValidityPeriod(last=date(2026, 11, 22)))
    inst, rent = a_charge("NET.INST", period=ONCE), a_charge("NET.RENT")
    calls = a_charge("NET.USE", period=BillingPeriod.PER_USE)
    net = an_offering(calls, ended, inst, rent, a_charge("NET.MORE"))
    assert net.usual_charges(DAY) == (inst, rent)


def test_of_what_is_bought_or_rented_one_is_usual() -> None:
    """A box is leased; buying it takes the place of that, and care goes with both."""
    assert [one.code for one in BOX.usual_charges(DAY)] == ["BOX.LEASE"]


def test_each_of_a_choice_knows_the_others() -> None:
    """The one that is asked about comes first; care has no other."""
    assert BOX.either("BOX.LEASE") == ("BOX.LEASE", "BOX.EQP")
    assert BOX.either("BOX.EQP") == ("BOX.EQP", "BOX.LEASE")
    assert BOX.either("BOX.CARE") == ("BOX.CARE",)
