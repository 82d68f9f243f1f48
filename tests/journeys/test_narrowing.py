"""Family, segment, charge, price, state, area and what is typed narrow the catalogue together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import Qt

from catalog.charge import ChargeType
from catalog.offering import Lifecycle
from catalog.period import BillingPeriod
from catalog.product_catalog import ProductCatalog
from tests.builders import a_charge, a_content, an_offering

if TYPE_CHECKING:
    from app.ui.hand import Hand
    from app.ui.pages.catalogue.catalogue_table import CatalogueTable

RENT, INST = "NET.RENT", "NET.INST"
CONTENT = a_content(
    an_offering(
        a_charge("NET.RENT", "100"),
        a_charge("NET.INST", "300", period=BillingPeriod.ONCE),
        family="INET",
        areas=("南京", "苏州"),
    ),
    an_offering(a_charge("FIB.RENT", "200"), family="INET", areas=("南京",), segments=("SMB",)),
    an_offering(a_charge("PSTN.RENT", "25"), family="VOICE", lifecycle=Lifecycle.FROZEN),
)


def counts(listed: CatalogueTable) -> list[str]:
    """What stands behind each family, from the top."""
    model = listed.families.model()
    return [model.index(row, 1).data() for row in range(model.rowCount())]


def keys(listed: CatalogueTable) -> list[str]:
    """Codes of the charges that are shown."""
    return list(listed._listed.keys) if listed._listed is not None else []


def test_every_condition_narrows_and_the_families_are_counted_anew(hand: Hand) -> None:
    """Worked out by hand; three offerings, four charges."""
    hand.shortcut(Qt.Key.Key_3)
    page = hand.window.catalogue
    hand.wait_idle()
    page.show_catalog(ProductCatalog(CONTENT))
    listed = page.listed
    filters = listed.filters

    def choose(combo: object, value: str) -> None:
        field = getattr(filters, str(combo))
        field.setCurrentIndex(field.findData(value))

    def shows(*expected: int) -> None:
        """Of everything, the bundles, INET and VOICE."""
        told = [str(count) for count in expected]
        hand.wait_for(lambda: counts(listed) == told, f"the counts {told}")

    shows(3, 0, 2, 1)
    assert filters.area.isVisible()
    choose("area", "苏州")  # what names no area is sold everywhere
    assert keys(listed) == [RENT, INST, "PSTN.RENT"]
    shows(2, 0, 1, 1)
    choose("kind", ChargeType.RECURRING.value)
    assert keys(listed) == [RENT, "PSTN.RENT"]
    hand.enter("50", filters.lowest)
    assert keys(listed) == [RENT]
    shows(1, 0, 1, 0)
    filters.reset()
    choose("segment", "SMB")
    choose("state", Lifecycle.ON_SALE.value)
    assert keys(listed) == [RENT, INST, "FIB.RENT"]
    shows(2, 0, 2, 0)
    filters.reset()
    hand.enter("fib", page.head.search)
    hand.wait_for(lambda: keys(listed) == ["FIB.RENT"], "what was found")
    shows(1, 0, 1, 0)
    listed.families.set_current("VOICE")  # counts stay: they say what the other families have
    assert keys(listed) == []
    shows(1, 0, 1, 0)
    page.head.search.clear()
    assert keys(listed) == ["PSTN.RENT"]
    listed.families.set_current("")
    shows(3, 0, 2, 1)
    without = [msgspec.structs.replace(one, areas=()) for one in CONTENT.offerings]
    page.show_catalog(ProductCatalog(msgspec.structs.replace(CONTENT, offerings=tuple(without))))
    assert not filters.area.isVisible()
