"""The price schedule (价格附表): unit prices by quantity and term, and no totals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.documents.fields.heading import HEADING_GUIDE, heading_fields
from app.documents.fields.scheduled import SCHEDULE_GUIDE, printed_schedule, schedule_fields
from app.documents.kind import Audience, DocumentKind, no_charts
from app.documents.printed import printed_parties

if TYPE_CHECKING:
    from app.documents.kind import FieldValue, PrintedFigure
    from app.figures import Figures
    from app.quoting.revision import CustomerRevision
    from app.translation import Words
    from catalog.problem import Problem


def fields(revision: CustomerRevision, words: Words, figures: Figures) -> dict[str, FieldValue]:
    """Everything that a price schedule may print."""
    return {
        **heading_fields(revision, words, figures),
        **schedule_fields(revision, words, figures),
    }


def printed(
    revision: CustomerRevision, words: Words, figures: Figures
) -> tuple[PrintedFigure, ...]:
    """What a finished schedule must show."""
    return (
        *printed_parties(revision, figures),
        *printed_schedule(revision, words, figures),
    )


def applies(revision: CustomerRevision) -> bool:
    """There is something that has a price."""
    return bool(revision.items)


def findings(_revision: CustomerRevision) -> tuple[Problem, ...]:
    """Nothing has to be filled in by hand."""
    return ()


PRICE_SCHEDULE = DocumentKind(
    id="price_schedule",
    languages=("zh", "en"),
    audience=Audience.CUSTOMER,
    guide=(*HEADING_GUIDE, *SCHEDULE_GUIDE),
    fields=fields,
    charts=no_charts,
    printed=printed,
    findings=findings,
    applies=applies,
)
