"""The service contract (业务协议) with its price annex and its list of sites.

A fact that is not known prints as a line to be filled in by hand, and is reported as a warning:
never silently as nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.documents.fields.clauses import CLAUSE_GUIDE, clause_fields
from app.documents.fields.heading import HEADING_GUIDE, heading_fields
from app.documents.fields.offer import OFFER_GUIDE, offer_fields
from app.documents.fields.places import (
    PLACES_GUIDE,
    place_findings,
    places_fields,
    printed_places,
)
from app.documents.fields.price import (
    PRICE_GUIDE,
    bill_texts,
    charge_name,
    is_by_use,
    price_fields,
    timed_name,
)
from app.documents.fields.promises import SERVICE_GUIDE, opening_fields
from app.documents.fields.terms import TERMS_GUIDE, terms_fields
from app.documents.fields.units import unit_text
from app.documents.kind import Audience, DocumentKind, Field, no_charts
from app.documents.printed import (
    printed_charges,
    printed_overage,
    printed_parties,
    printed_totals,
)
from catalog.period import BillingPeriod
from catalog.problem import Place, Problem, Severity

if TYPE_CHECKING:
    from app.documents.kind import FieldValue, PrintedFigure
    from app.figures import Figures
    from app.quoting.revision import (
        CustomerRevision,
        PaperAmounts,
        PaperBill,
        PaperCharge,
        PaperItem,
    )
    from app.translation import Words

ANNEX_GUIDE = (
    Field("annex", "价格附件，按计费方式分组", "The price annex, by billing period", is_list=True),
    Field("annex[].title", "组名", "Heading"),
    Field("annex[].has_total", "有合计行", "It has a total", is_choice=True),
    Field("annex[].rows", "费用项目", "Charges", is_list=True),
    Field("annex[].rows[].number", "序号", "Number"),
    Field("annex[].rows[].name", "名称", "Name"),
    Field("annex[].rows[].quantity", "数量", "Quantity"),
    Field("annex[].rows[].unit", "单位", "Unit"),
    Field("annex[].rows[].unit_price", "标准单价", "List price per unit"),
    Field("annex[].rows[].list", "标准价", "At list price"),
    Field("annex[].rows[].net", "含税应付", "Charged"),
    Field("annex[].rows[].ex_tax", "不含税", "Without VAT"),
    Field("annex[].rows[].rate", "税率", "VAT rate"),
    Field("annex[].rows[].tax", "税额", "VAT"),
    Field("annex[].list", "合计：标准价", "Total at list price"),
    Field("annex[].net", "合计：含税应付", "Total charged"),
    Field("annex[].ex_tax", "合计：不含税", "Total without VAT"),
    Field("annex[].tax", "合计：税额", "Total VAT"),
)


def fields(revision: CustomerRevision, words: Words, figures: Figures) -> dict[str, FieldValue]:
    """Everything that a contract may print."""
    return {
        **heading_fields(revision, words, figures, blank=words("paper.blank")),
        **offer_fields(revision, words, figures),
        **price_fields(revision, words, figures),
        **places_fields(revision, words, figures),
        **opening_fields(revision, words, figures),
        "annex": _annex(revision, words, figures),
        **terms_fields(words),
        **clause_fields(revision, words),
    }


def printed(
    revision: CustomerRevision, words: Words, figures: Figures
) -> tuple[PrintedFigure, ...]:
    """What a finished contract must show."""
    return (
        *printed_parties(revision, figures),
        *printed_totals(revision, figures),
        *printed_overage(revision, figures),
        *printed_charges(revision, figures, with_tax=True),
        *printed_places(revision, words, figures),
    )


def findings(revision: CustomerRevision) -> tuple[Problem, ...]:
    """Facts that a person has to fill in by hand before signing."""
    handler = revision.signer or revision.decider
    supplier = revision.supplier
    known = {
        "customer.name": revision.customer_name,
        "customer.address": revision.customer_address,
        "customer.credit_code": revision.customer_credit_code,
        "customer.representative": revision.customer_representative,
        "customer.handler": handler.name if handler else "",
        "customer.handler_phone": handler.phone if handler else "",
        "supplier.name": supplier.name,
        "supplier.address": supplier.address,
        "supplier.credit_code": supplier.credit_code,
        "supplier.representative": supplier.representative,
        "supplier.bank": supplier.bank,
        "supplier.bank_account": supplier.bank_account,
        "manager.phone": revision.manager.phone,
    }
    missing = (
        Problem("paper.fact_missing", Severity.WARNING, Place(column=name))
        for name, fact in known.items()
        if not fact
    )
    left_out = (
        Problem(
            "paper.clause_left_out",
            Severity.WARNING,
            parameters={"clause": "/".join(filter(None, (one.zh, one.en)))},
        )
        for one in revision.left_out
    )
    return (*missing, *left_out, *place_findings(revision))


def _annex(revision: CustomerRevision, words: Words, figures: Figures) -> list[FieldValue]:
    """One group per way of billing, with the total that the revision states for it."""
    charges = [
        (item, charge) for item in revision.items if not item.optional for charge in item.charges
    ]
    totals: dict[BillingPeriod, PaperAmounts | None] = {
        BillingPeriod.ONCE: revision.one_time,
        BillingPeriod.MONTH: revision.monthly,
        BillingPeriod.YEAR: revision.yearly,
        BillingPeriod.PER_USE: None,
    }
    groups: list[FieldValue] = []
    number = 0
    for period, total in totals.items():
        members = [(item, charge) for item, charge in charges if _group(charge) is period]
        if not members:
            continue
        rows = [
            _annex_row(number + place, charge, (item, words), figures)
            for place, (item, charge) in enumerate(members, start=1)
        ]
        number += len(members)
        if period is BillingPeriod.PER_USE and revision.committed_month.net_amount:
            rows.append(_committed_row(revision.committed_month, words, figures))
        groups.append(
            {
                "title": words(f"paper.annex.{period.value}"),
                "has_total": total is not None,
                "rows": rows,
                **_total(total, figures),
            }
        )
    return groups


def _group(charge: PaperCharge) -> BillingPeriod:
    """Usage beside the plans stands in a group of its own: it is paid by the bill."""
    return BillingPeriod.PER_USE if is_by_use(charge) else charge.period


def _committed_row(least: PaperBill, words: Words, figures: Figures) -> dict[str, FieldValue]:
    """What usage costs at least in a month, below the charges that are rated."""
    blank = dict.fromkeys(("number", "quantity", "unit", "unit_price", "list", "rate"), "")
    return {**blank, "name": words("paper.committed"), **bill_texts(least, figures)}


def _total(total: PaperAmounts | None, figures: Figures) -> dict[str, FieldValue]:
    if total is None:
        return {"list": "", "net": "", "ex_tax": "", "tax": ""}
    return {
        "list": figures.money(total.list_amount),
        "net": figures.money(total.net_amount),
        "ex_tax": figures.money(total.net_ex_tax),
        "tax": figures.money(total.tax),
    }


def _annex_name(item: PaperItem, charge: PaperCharge, words: Words, figures: Figures) -> str:
    """Name of a charge, with what changes over the term; a bundle says it once, for all parts."""
    name = charge_name(charge, words, figures)
    if item.gift and not is_by_use(charge):
        return words("paper.timed", name=name, told=words("timing.gift"))
    monthly = [c for c in item.charges if c.period is BillingPeriod.MONTH and not is_by_use(c)]
    if charge not in monthly or (item.is_bundle and charge != monthly[0]):
        return name
    return timed_name(name, item, words)


def _annex_row(
    number: int, charge: PaperCharge, told: tuple[PaperItem, Words], figures: Figures
) -> dict[str, FieldValue]:
    item, words = told
    row: dict[str, FieldValue] = {
        "number": figures.quantity(number),
        "name": _annex_name(item, charge, words, figures),
        "quantity": figures.quantity(charge.quantity),
        "unit": unit_text(charge.unit, charge.quantity, words),
        "unit_price": figures.price(charge.list_price),
        "rate": figures.rate(charge.tax_rate),
    }
    if is_by_use(charge):
        return row | {"list": "", "net": words("paper.by_use"), "ex_tax": "", "tax": ""}
    return row | {
        "list": figures.money(charge.list_amount),
        "net": figures.money(charge.net_amount),
        "ex_tax": figures.money(charge.net_ex_tax),
        "tax": figures.money(charge.tax),
    }


CONTRACT = DocumentKind(
    id="contract",
    languages=("zh", "en"),
    audience=Audience.CUSTOMER,
    guide=(
        *HEADING_GUIDE,
        *OFFER_GUIDE,
        *PRICE_GUIDE,
        *PLACES_GUIDE,
        *SERVICE_GUIDE,
        *ANNEX_GUIDE,
        *TERMS_GUIDE,
        *CLAUSE_GUIDE,
    ),
    fields=fields,
    charts=no_charts,
    printed=printed,
    findings=findings,
)
