"""The short quotation (报价单): what is offered by billing period, totals, validity, signatures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.documents.fields.heading import HEADING_GUIDE, heading_fields
from app.documents.fields.offer import OFFER_GUIDE, offer_fields
from app.documents.fields.places import (
    PLACES_GUIDE,
    place_findings,
    places_fields,
    printed_places,
)
from app.documents.fields.price import PRICE_GUIDE, price_fields
from app.documents.fields.quoted import QUOTED_GUIDE, quoted_fields
from app.documents.fields.terms import TERMS_GUIDE, terms_fields
from app.documents.kind import Audience, DocumentKind, no_charts
from app.documents.printed import (
    printed_charges,
    printed_overage,
    printed_parties,
    printed_totals,
)
from catalog.problem import Place, Problem, Severity

if TYPE_CHECKING:
    from app.documents.kind import FieldValue, PrintedFigure
    from app.figures import Figures
    from app.quoting.revision import CustomerRevision
    from app.translation import Words


def fields(revision: CustomerRevision, words: Words, figures: Figures) -> dict[str, FieldValue]:
    """Everything that a quotation may print."""
    return {
        **heading_fields(revision, words, figures),
        **offer_fields(revision, words, figures),
        **price_fields(revision, words, figures),
        **places_fields(revision, words, figures),
        **quoted_fields(revision, words, figures),
        **terms_fields(words),
    }


def printed(
    revision: CustomerRevision, words: Words, figures: Figures
) -> tuple[PrintedFigure, ...]:
    """What a finished quotation must show."""
    return (
        *printed_parties(revision, figures),
        *printed_totals(revision, figures),
        *printed_overage(revision, figures),
        *printed_charges(revision, figures, with_tax=False),
        *printed_places(revision, words, figures),
    )


def findings(revision: CustomerRevision) -> tuple[Problem, ...]:
    """A quotation nobody can answer is unfinished."""
    if revision.manager.phone:
        return place_findings(revision)
    missing = Problem("paper.fact_missing", Severity.WARNING, Place(column="manager.phone"))
    return (missing, *place_findings(revision))


QUOTATION = DocumentKind(
    id="quotation",
    languages=("zh", "en"),
    audience=Audience.CUSTOMER,
    guide=(*HEADING_GUIDE, *OFFER_GUIDE, *PRICE_GUIDE, *PLACES_GUIDE, *QUOTED_GUIDE, *TERMS_GUIDE),
    fields=fields,
    charts=no_charts,
    printed=printed,
    findings=findings,
)
