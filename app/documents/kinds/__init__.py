"""KINDS: the documents that can be issued, by identifier. A new kind is one file and one line."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from app.documents.kinds.bill_analysis import BILL_ANALYSIS
from app.documents.kinds.contract import CONTRACT
from app.documents.kinds.order_form import ORDER_FORM
from app.documents.kinds.price_schedule import PRICE_SCHEDULE
from app.documents.kinds.proposal import PROPOSAL
from app.documents.kinds.quotation import QUOTATION

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.documents.kind import DocumentKind

KINDS: Mapping[str, DocumentKind] = MappingProxyType(
    {
        PROPOSAL.id: PROPOSAL,
        QUOTATION.id: QUOTATION,
        CONTRACT.id: CONTRACT,
        PRICE_SCHEDULE.id: PRICE_SCHEDULE,
        ORDER_FORM.id: ORDER_FORM,
        BILL_ANALYSIS.id: BILL_ANALYSIS,
    }
)
