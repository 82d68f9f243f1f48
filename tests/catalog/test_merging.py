"""What a file says is laid over the catalogue in force; what it cannot say stays as it is."""

from __future__ import annotations

from decimal import Decimal

import msgspec
import pytest

from catalog.merging import Delivered, Missing, merged
from tests.builders import a_bundle, a_charge, a_content, an_offering

LINE = msgspec.structs.replace(
    an_offering(a_charge("LINE.RENT"), a_charge("LINE.MOVE")), lead_time=5
)
NET = an_offering(a_charge("NET.RENT"))
IN_FORCE = msgspec.structs.replace(a_content(LINE, NET), bundles=(a_bundle(code="PACK"),))
DEARER = msgspec.structs.replace(a_charge("LINE.RENT"), list_price=Decimal(99))
READ = a_content(an_offering(DEARER), an_offering(a_charge("NEW.RENT")))
LIST = Delivered()


def test_what_the_file_does_not_have_stays_when_the_user_says_so() -> None:
    """In its old order, the new offerings behind it."""
    content = merged(IN_FORCE, READ, Missing.KEEP, LIST)
    assert [offering.code for offering in content.offerings] == ["LINE", "NET", "NEW"]
    assert [charge.code for charge in content.offerings[0].charges] == ["LINE.RENT", "LINE.MOVE"]
    assert content.offerings[0].charges[0].list_price == Decimal(99)


def test_what_the_file_does_not_have_is_withdrawn_when_the_user_says_so() -> None:
    """Offerings and single charges; the older version keeps them."""
    content = merged(IN_FORCE, READ, Missing.WITHDRAW, LIST)
    assert [offering.code for offering in content.offerings] == ["LINE", "NEW"]
    assert [charge.code for charge in content.offerings[0].charges] == ["LINE.RENT"]


@pytest.mark.parametrize("missing", list(Missing))
def test_what_a_price_list_cannot_say_stays(missing: Missing) -> None:
    """The promised days of an offering, and all bundles."""
    content = merged(IN_FORCE, READ, missing, LIST)
    assert content.offerings[0].lead_time == 5
    assert content.bundles == IN_FORCE.bundles


def test_what_is_paid_instead_stays_where_the_list_has_no_column_for_it() -> None:
    """And is what the list says where it has one."""
    rented, bought = a_charge("LINE.RENT"), a_charge("LINE.BUY")
    instead = msgspec.structs.replace(bought, instead_of="LINE.RENT")
    for old, new in ((instead, bought), (bought, instead)):
        in_force, read = (a_content(an_offering(rented, one)) for one in (old, new))
        content = merged(in_force, read, Missing.KEEP, LIST)
        assert content.offerings[0].charges[1].instead_of == "LINE.RENT"


def test_bundles_of_a_file_replace_or_join_those_in_force() -> None:
    """As the user says of what is missing."""
    read = msgspec.structs.replace(READ, bundles=(a_bundle(code="OTHER"),))
    given = Delivered(bundles=True)
    kept = merged(IN_FORCE, read, Missing.KEEP, given)
    gone = merged(IN_FORCE, read, Missing.WITHDRAW, given)
    assert [bundle.code for bundle in kept.bundles] == ["PACK", "OTHER"]
    assert [bundle.code for bundle in gone.bundles] == ["OTHER"]


def test_a_whole_file_says_everything() -> None:
    """An exchange file without promised days takes them away."""
    content = merged(IN_FORCE, READ, Missing.WITHDRAW, Delivered(whole=True, bundles=True))
    assert content == READ


def test_without_a_catalogue_in_force_the_file_is_all() -> None:
    """At the first import."""
    assert merged(None, READ, Missing.KEEP, LIST) is READ
