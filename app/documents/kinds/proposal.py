"""The proposal (建议书): situation, needs, offer, price, proof in figures, promises, next steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.documents.fields.alternatives import (
    ALTERNATIVES_GUIDE,
    alternatives_fields,
    printed_alternatives,
)
from app.documents.fields.heading import HEADING_GUIDE, heading_fields
from app.documents.fields.offer import OFFER_GUIDE, offer_fields
from app.documents.fields.price import PRICE_GUIDE, price_fields
from app.documents.fields.promises import (
    COMPANY_GUIDE,
    SERVICE_GUIDE,
    company_fields,
    opening_fields,
)
from app.documents.fields.spend import SPEND_GUIDE, spend_charts, spend_fields
from app.documents.fields.story import STORY_GUIDE, printed_options, story_fields
from app.documents.kind import Audience, DocumentKind
from app.documents.printed import (
    printed_charges,
    printed_overage,
    printed_parties,
    printed_spend,
    printed_totals,
)
from app.quoting.telling import Chapter
from catalog.problem import Place, Problem, Severity

if TYPE_CHECKING:
    from app.documents.bills_chart import BillsChart
    from app.documents.kind import FieldValue, PrintedFigure
    from app.figures import Figures
    from app.quoting.revision import CustomerRevision
    from app.translation import Words


def fields(revision: CustomerRevision, words: Words, figures: Figures) -> dict[str, FieldValue]:
    """Everything that a proposal may print."""
    return {
        **heading_fields(revision, words, figures),
        **offer_fields(revision, words, figures),
        **story_fields(revision, words, figures),
        **alternatives_fields(revision, words, figures),
        **price_fields(revision, words, figures),
        **spend_fields(_shown(revision), words, figures),
        **opening_fields(revision, words, figures),
        **company_fields(words),
    }


def printed(
    revision: CustomerRevision, _words: Words, figures: Figures
) -> tuple[PrintedFigure, ...]:
    """What a finished proposal must show."""
    return (
        *printed_parties(revision, figures),
        *printed_totals(revision, figures),
        *printed_overage(revision, figures),
        *printed_charges(revision, figures, with_tax=False),
        *printed_spend(_shown(revision), figures),
        *printed_alternatives(revision, figures),
        *printed_options(revision, figures),
    )


def charts(revision: CustomerRevision, words: Words, figures: Figures) -> dict[str, BillsChart]:
    """The chart of the bills, unless the situation is left out."""
    return spend_charts(_shown(revision), words, figures)


def _shown(revision: CustomerRevision) -> CustomerRevision:
    """What is told of the bills: without the chapters that are left out."""
    left = revision.story.left_out
    analysis = None if Chapter.SITUATION in left else revision.analysis
    replay = () if Chapter.PROOF in left else revision.replay
    return msgspec.structs.replace(revision, analysis=analysis, replay=replay)


def findings(revision: CustomerRevision) -> tuple[Problem, ...]:
    """Facts without which a proposal reads unfinished."""
    known = {
        "manager.phone": revision.manager.phone,
        "supplier.hotline": revision.supplier.hotline,
    }
    return tuple(
        Problem("paper.fact_missing", Severity.WARNING, Place(column=name))
        for name, fact in known.items()
        if not fact
    )


PROPOSAL = DocumentKind(
    id="proposal",
    languages=("zh", "en"),
    audience=Audience.CUSTOMER,
    guide=(
        *HEADING_GUIDE,
        *OFFER_GUIDE,
        *STORY_GUIDE,
        *ALTERNATIVES_GUIDE,
        *PRICE_GUIDE,
        *SPEND_GUIDE,
        *SERVICE_GUIDE,
        *COMPANY_GUIDE,
    ),
    fields=fields,
    charts=charts,
    printed=printed,
    findings=findings,
)
