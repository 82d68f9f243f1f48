"""Equal parts of offerings become one object; nothing else about them changes."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from catalog.local_text import LocalText
from catalog.offering import ProductOffering
from catalog.sharing import Sharing
from tests.builders import a_charge, an_offering


def read(price: str, code: str, benefit: str = "快") -> ProductOffering:
    """An offering read from text, so that it shares nothing with another one."""
    charge = msgspec.structs.replace(a_charge(f"{code}.RENT"), list_price=Decimal(price))
    text = msgspec.json.encode(an_offering(charge, benefit=LocalText(benefit)))
    return msgspec.json.decode(text, type=ProductOffering)


def test_equal_parts_become_one_object() -> None:
    """Of two offerings read from a file: names of charges, units, families and selling points."""
    first, second = read("25.00", "LINE"), read("30.00", "FAX")
    assert first.benefit is not second.benefit
    sharing = Sharing()
    sharing.share(first)
    sharing.share(second)
    assert first.benefit is second.benefit
    assert first.fabe is second.fabe
    assert first.charges[0].name is second.charges[0].name
    assert first.charges[0].valid is second.charges[0].valid


def test_what_is_usual_is_the_object_that_is_usual() -> None:
    """So that the quick form of a catalogue can leave it out; of each field its own."""
    offering = read("25.00", "LINE")
    assert offering.valid is not an_offering(a_charge()).valid
    Sharing().share(offering)
    assert offering.valid is an_offering(a_charge()).valid
    assert offering.charges[0].valid is a_charge().valid


def test_offerings_stay_what_they_are() -> None:
    """Equal to what they were, with what tells them apart."""
    first, second = read("25.00", "LINE"), read("30.00", "FAX", "稳")
    before = msgspec.json.encode((first, second))
    sharing = Sharing()
    sharing.share(first)
    sharing.share(second)
    assert msgspec.json.encode((first, second)) == before
    assert first.benefit != second.benefit


def test_equal_numbers_stay_as_they_were_written() -> None:
    """25.0 equals 25.00, and a digest of the price list tells them apart."""
    first, second = read("25.00", "LINE"), read("25.0", "FAX")
    sharing = Sharing()
    sharing.share(first)
    sharing.share(second)
    assert [str(one.charges[0].list_price) for one in (first, second)] == ["25.00", "25.0"]
