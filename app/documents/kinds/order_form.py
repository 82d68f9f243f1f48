"""The order form (业务受理单): one page for each service, which the customer signs to have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.documents.fields.heading import HEADING_GUIDE, heading_fields
from app.documents.fields.offer import SITES_GUIDE, sites_fields
from app.documents.fields.orders import (
    ORDERS_GUIDE,
    order_number,
    orders_fields,
    payer_of,
)
from app.documents.fields.places import place_findings
from app.documents.fields.terms import TERMS_GUIDE, terms_fields
from app.documents.kind import Audience, DocumentKind, PrintedFigure, no_charts
from app.documents.printed import printed_charges
from catalog.problem import Place, Problem, Severity

if TYPE_CHECKING:
    from app.documents.kind import FieldValue
    from app.figures import Figures
    from app.quoting.revision import CustomerRevision
    from app.translation import Words


def fields(revision: CustomerRevision, words: Words, figures: Figures) -> dict[str, FieldValue]:
    """Everything that an order form may print."""
    return {
        **heading_fields(revision, words, figures, blank=words("paper.blank"), own_blank=""),
        **sites_fields(revision),
        **orders_fields(revision, words, figures),
        **terms_fields(words),
    }


def printed(
    revision: CustomerRevision, words: Words, figures: Figures
) -> tuple[PrintedFigure, ...]:
    """What finished order forms must show: each order with its sums, every charge with its VAT."""
    firm = [item for item in revision.items if not item.optional]
    orders = [
        figure
        for place, item in enumerate(firm, start=1)
        for figure in (
            PrintedFigure("order", (order_number(revision, place),)),
            PrintedFigure("service", (figures.text(item.name),)),
            PrintedFigure("monthly sum", (figures.money(item.monthly.net_amount),)),
            PrintedFigure("one-time sum", (figures.money(item.one_time.net_amount),)),
        )
    ]
    payers = (payer_of(item, revision, words) for item in firm)
    orders += [PrintedFigure("paying account", (payer,)) for payer in payers if payer]
    return (
        PrintedFigure("customer", (revision.customer_name,)),
        PrintedFigure("supplier", (revision.supplier.name,)),
        *orders,
        *printed_charges(revision, figures, with_tax=True),
    )


def applies(revision: CustomerRevision) -> bool:
    """Something is ordered, and not only offered for choice."""
    return any(not item.optional for item in revision.items)


def findings(revision: CustomerRevision) -> tuple[Problem, ...]:
    """Facts that a person has to fill in by hand before signing."""
    handler = revision.signer or revision.decider
    known = {
        "customer.address": revision.customer_address,
        "customer.credit_code": revision.customer_credit_code,
        "customer.handler": handler.name if handler else "",
        "customer.handler_phone": handler.phone if handler else "",
    }
    missing = (
        Problem("paper.fact_missing", Severity.WARNING, Place(column=name))
        for name, fact in known.items()
        if not fact
    )
    return (*missing, *place_findings(revision))


ORDER_FORM = DocumentKind(
    id="order_form",
    languages=("zh", "en"),
    audience=Audience.CUSTOMER,
    guide=(*HEADING_GUIDE, *SITES_GUIDE, *ORDERS_GUIDE, *TERMS_GUIDE),
    fields=fields,
    charts=no_charts,
    printed=printed,
    findings=findings,
    applies=applies,
)
