"""The bill analysis (账单分析) on one page: typical month beside the average, unusual amounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.documents.fields.heading import HEADING_GUIDE, heading_fields
from app.documents.fields.offer import SITES_GUIDE, sites_fields
from app.documents.fields.spend import BILLS_GUIDE, bills_fields, spend_charts
from app.documents.fields.spend_notes import NOTES_GUIDE, notes_fields
from app.documents.kind import Audience, DocumentKind, PrintedFigure
from app.documents.printed import printed_bills

if TYPE_CHECKING:
    from app.documents.kind import FieldValue
    from app.figures import Figures
    from app.quoting.revision import CustomerRevision
    from app.translation import Words
    from catalog.problem import Problem


def fields(revision: CustomerRevision, words: Words, figures: Figures) -> dict[str, FieldValue]:
    """Everything that a bill analysis may print."""
    return {
        **heading_fields(revision, words, figures),
        **sites_fields(revision),
        **bills_fields(revision, words, figures),
        **notes_fields(revision, words, figures),
    }


def printed(
    revision: CustomerRevision, _words: Words, figures: Figures
) -> tuple[PrintedFigure, ...]:
    """What a finished analysis must show."""
    return (
        PrintedFigure("customer", (revision.customer_name,)),
        PrintedFigure("supplier", (revision.supplier.name,)),
        *printed_bills(revision, figures),
    )


def applies(revision: CustomerRevision) -> bool:
    """Without bills there is nothing to analyse."""
    return revision.analysis is not None


def findings(_revision: CustomerRevision) -> tuple[Problem, ...]:
    """Nothing has to be filled in by hand."""
    return ()


BILL_ANALYSIS = DocumentKind(
    id="bill_analysis",
    languages=("zh", "en"),
    audience=Audience.CUSTOMER,
    guide=(*HEADING_GUIDE, *SITES_GUIDE, *BILLS_GUIDE, *NOTES_GUIDE),
    fields=fields,
    charts=spend_charts,
    printed=printed,
    findings=findings,
    applies=applies,
)
