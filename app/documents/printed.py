"""Figures that a finished document must show, taken from the revision and not from the fields.

Reading a document back against the very fields it was filled with would prove little; these are
worked out once more from the revision, so a kind that drops a row or swaps two amounts is found.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.documents.fields.heading import contract_number
from app.documents.fields.price import is_by_use
from app.documents.kind import PrintedFigure

if TYPE_CHECKING:
    from app.figures import Figures
    from app.quoting.revision import CustomerRevision, PaperAmounts, PaperCharge


def printed_parties(revision: CustomerRevision, figures: Figures) -> tuple[PrintedFigure, ...]:
    """Who the document is for, which document it is, and how long it holds."""
    return (
        PrintedFigure("customer", (revision.customer_name,)),
        PrintedFigure("supplier", (revision.supplier.name,)),
        PrintedFigure("number", (contract_number(revision),)),
        PrintedFigure("valid until", (figures.date(revision.valid_until),)),
    )


def printed_totals(revision: CustomerRevision, figures: Figures) -> tuple[PrintedFigure, ...]:
    """The totals with their VAT, the contract value in capital figures, VAT by rate."""
    contract = revision.contract
    found = [
        PrintedFigure("contract total", (figures.money(contract.net_amount),)),
        PrintedFigure("contract VAT", _split(contract, figures)),
        PrintedFigure("capital figures", (figures.capital(contract.net_amount),)),
    ]
    for place, amounts in (
        ("one-time total", revision.one_time),
        ("monthly total", revision.monthly),
        ("yearly total", revision.yearly),
    ):
        if amounts.list_amount:
            found.append(PrintedFigure(place, _split(amounts, figures)))
    least = revision.committed_month
    if least.net_amount:
        found.append(
            PrintedFigure(
                "least usage", (figures.money(least.net_amount), figures.money(least.net_ex_tax))
            )
        )
    found += [
        PrintedFigure(
            f"VAT at {figures.rate(row.rate)}",
            (figures.rate(row.rate), figures.money(row.net_ex_tax), figures.money(row.tax)),
        )
        for row in revision.tax_rows
    ]
    return tuple(found)


def printed_charges(
    revision: CustomerRevision, figures: Figures, *, with_tax: bool
) -> tuple[PrintedFigure, ...]:
    """Every charge with its quantity and amounts, each in a row of its own.

    Args:
        revision: What was printed.
        figures: Formats of the document's language.
        with_tax: The document prints what each charge comes to with its VAT (a contract), not
            only its amount at list price (a proposal).
    """
    return tuple(
        PrintedFigure(
            figures.text(charge.name),
            (figures.text(charge.name), figures.quantity(charge.quantity))
            + (_taxed(charge, figures) if with_tax else (figures.money(charge.list_amount),)),
        )
        for item in revision.items
        if not item.optional
        for charge in item.charges
        if not is_by_use(charge)
    )


def printed_overage(revision: CustomerRevision, figures: Figures) -> tuple[PrintedFigure, ...]:
    """The price of every unit beyond an allowance."""
    return tuple(
        PrintedFigure("overage", (figures.text(name), figures.price(price)))
        for item in revision.items
        if not item.optional
        for name, _unit, price in item.overage
    )


def printed_bills(revision: CustomerRevision, figures: Figures) -> tuple[PrintedFigure, ...]:
    """The bills by component and month, typical and average month, each unusual amount."""
    analysis = revision.analysis
    if analysis is None:
        return ()
    totals = tuple(figures.money(month.total) for month in analysis.months)
    months = tuple(month.month for month in analysis.months)
    return (
        PrintedFigure("bills", totals),
        *(
            PrintedFigure(
                "bills by component",
                (
                    figures.text(component.name),
                    *(figures.money(component.amounts.get(month, 0)) for month in months),
                ),
            )
            for component in revision.bills.components
        ),
        PrintedFigure("typical month", (figures.money(analysis.typical),)),
        PrintedFigure("average month", (figures.money(analysis.average),)),
        *(
            PrintedFigure(
                f"unusual amount of {found.month}",
                (figures.month(found.month), figures.text(found.name), figures.money(found.amount)),
            )
            for found in analysis.unusual
        ),
    )


def printed_spend(revision: CustomerRevision, figures: Figures) -> tuple[PrintedFigure, ...]:
    """The bills, what is saved, and each month of the replay."""
    found = list(printed_bills(revision, figures))
    if revision.saving:
        compared = (revision.saving.today, revision.saving.offered, revision.saving.saving)
        found.append(PrintedFigure("saving", tuple(figures.money(part) for part in compared)))
        found.append(PrintedFigure("saving in all", (figures.money(revision.saving.over_term),)))
    found += [
        PrintedFigure(
            f"replay of {month.month}",
            (
                figures.month(month.month),
                figures.money(month.actual),
                figures.money(month.planned),
                figures.money(month.saving),
            ),
        )
        for month in revision.replay
    ]
    return tuple(found)


def _split(amounts: PaperAmounts, figures: Figures) -> tuple[str, ...]:
    return (
        figures.money(amounts.net_amount),
        figures.money(amounts.net_ex_tax),
        figures.money(amounts.tax),
    )


def _taxed(charge: PaperCharge, figures: Figures) -> tuple[str, ...]:
    return (
        figures.money(charge.net_amount),
        figures.money(charge.net_ex_tax),
        figures.rate(charge.tax_rate),
        figures.money(charge.tax),
    )
