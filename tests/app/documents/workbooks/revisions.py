"""Revisions to write workbooks of: the sample cases, and one quote with everything unusual."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from app.documents.workbooks.approval import write_approval
from app.figures import Figures
from app.quoting.freezing import work_out
from app.services.policies import load_rules
from app.translation import load_words
from pricing.alterations.amount_off import AmountOff
from pricing.alterations.free_months import FreeMonths
from pricing.alterations.percentage import Percentage
from pricing.alterations.target_price import TargetPrice
from pricing.item import ItemCharge, QuoteItem
from tests.sample import SUPPLIER, sample_case, sample_catalog

if TYPE_CHECKING:
    from app.quoting.revision import Revision
    from catalog.local_text import Language


def case_revision(case: int, **changes: object) -> Revision:
    """A worked case as revision A, with other values of some fields of the quote."""
    sample = sample_case(case)
    return work_out(
        msgspec.structs.replace(sample.quote, **changes),
        sample.customer,
        sample.bills,
        sample_catalog(),
        load_rules(),
        SUPPLIER,
        label="A",
    ).revision


def approval(revision: Revision, language: Language = "zh") -> bytes:
    """The workbook of a revision with the sample limits."""
    return write_approval(revision, load_words(language), Figures(language), load_rules().authority)


def unusual_revision() -> Revision:
    """Every kind of alteration and charge at once, with amounts that end in half a fen.

    * two bundles at 3 % off with a free month: 1,336.00 less 40.08;
    * 5 cards at 3.00 less 0.5 %: 15.00 less 0.075, which rounds to 0.08;
    * 3.33 off 250 cards at 3.00; a target price above and one below the list price;
    * a yearly charge, expected usage, an optional item, a price set by the state that was altered.

    Monthly: 1,295.92 + 14.92 + 746.67 + 1,200.03 + 421.10 + 14.90 = 3,693.54. Contract over 36
    months: 36 x 3,693.54 - 1,295.92 for the free month + 3 x 444.00 a year = 133,003.52.
    """
    half = Percentage(Decimal("0.5"))
    items = (
        QuoteItem(
            "i1", "B01L", 2, alterations=(Percentage(Decimal(3)), FreeMonths(1)), section="语音"
        ),
        QuoteItem("i2", "CAMPUS", 5, (ItemCharge("CAMPUS.RENT", 5, half),), section="行业应用"),
        QuoteItem("i3", "CAMPUS", 250, (ItemCharge("CAMPUS.RENT", 250, AmountOff(333)),)),
        QuoteItem("i4", "SMSP5", 3, (ItemCharge("SMSP5.RENT", 3, TargetPrice(Decimal("400.01"))),)),
        QuoteItem("i5", "SMSP5", 1, (ItemCharge("SMSP5.RENT", 1, TargetPrice(Decimal("421.10"))),)),
        QuoteItem(
            "i6",
            "HBCARD",
            2,
            (ItemCharge("HBCARD.YEAR", 2, Percentage(Decimal("7.5"))),),
            (FreeMonths(2),),
        ),
        QuoteItem("i7", "PSTN", 910, (ItemCharge("PSTN.LOCAL", 910, Percentage(Decimal(5))),)),
        QuoteItem(
            "i8",
            "SMSP5",
            1,
            (ItemCharge("SMSP5.RENT", 1, Percentage(Decimal(50))),),
            optional=True,
        ),
        QuoteItem("i9", "PSTN", 2, (ItemCharge("PSTN.HOLD", 2, AmountOff(10)),)),
    )
    return case_revision(3, items=items)
