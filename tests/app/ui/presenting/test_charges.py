"""What may still be added to an item."""

from __future__ import annotations

from app.quoting.item_edits import add_charge, add_offering
from app.ui.presenting.charges import charges_to_add
from tests.builders import a_quote
from tests.sample import sample_catalog


def test_a_new_line_has_installation_and_rental_and_offers_the_rest() -> None:
    """A telephone line starts with two charges; calls, moving, holding, display can be added."""
    catalog = sample_catalog()
    quote = add_offering(a_quote(), catalog, "PSTN", 3)
    (item,) = quote.items
    assert [(c.code, c.quantity) for c in item.charges] == [("PSTN.INST", 3), ("PSTN.RENT", 3)]
    missing = [charge.code for charge in charges_to_add(catalog, item)]
    assert missing == ["PSTN.LOCAL", "PSTN.MOVE", "PSTN.HOLD", "PSTN.CLIP"]
    (item,) = add_charge(quote, item.id, "PSTN.CLIP", 3).items
    assert "PSTN.CLIP" not in [charge.code for charge in charges_to_add(catalog, item)]


def test_a_bundle_offers_no_further_charge() -> None:
    """Its parts are fixed by the catalogue."""
    catalog = sample_catalog()
    (item,) = add_offering(a_quote(), catalog, "B01L").items
    assert charges_to_add(catalog, item) == ()
