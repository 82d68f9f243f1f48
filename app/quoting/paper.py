"""for_customer(): the part of a revision that a customer may see, field by field.

This is the only door between what we know and what a customer paper can print: cost, margin,
authority, personality and notes have no place in the result, so no template can print them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.quoting.customer import Contact, ContactRole
from app.quoting.revision import (
    CustomerRevision,
    Overage,
    PaperAmounts,
    PaperBill,
    PaperCharge,
    PaperContact,
    PaperItem,
    Revision,
)
from app.quoting.spend_notes import spend_notes
from app.quoting.storytelling import story_of
from app.quoting.timing import is_gift, timings_of
from catalog.charge import ChargeType
from catalog.local_text import LocalText
from pricing.item import ItemAction
from pricing.tax_on_top import prices_without_tax

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.quoting.option_headings import Headings
    from app.quoting.revision import PriceStep
    from pricing.billing import Bill
    from pricing.priced import Amounts, PricedCharge, PricedItem


def for_customer(
    revision: Revision,
    *,
    draft: bool,
    code: str = "",
    schedule: dict[str, tuple[tuple[PriceStep, ...], ...]] | None = None,
    logo: bytes = b"",
) -> CustomerRevision:
    """Everything that customer papers may print.

    Args:
        revision: The frozen revision.
        draft: Every page says so, because nobody has approved it or it is still being edited.
        code: Stands for the revision on paper; empty in a draft.
        schedule: Prices by term and quantity, for a price schedule.
        logo: The customer's own, as a picture file.
    """
    quote, customer, totals = revision.quote, revision.customer, revision.priced.totals
    return CustomerRevision(
        number=quote.number,
        label=revision.label,
        title=quote.title,
        price_date=quote.price_date,
        valid_until=quote.valid_until,
        term=quote.term,
        copies=quote.copies,
        language=quote.language,
        tender=quote.tender,
        code=code,
        draft=draft,
        supplier=revision.supplier,
        manager=quote.manager,
        customer_name=customer.name,
        customer_address=customer.address,
        customer_credit_code=customer.credit_code,
        customer_representative=customer.representative,
        decider=_contact(customer.contact_with(ContactRole.DECIDER)),
        signer=_contact(customer.contact_with(ContactRole.SIGNER)),
        accounts=customer.accounts,
        sites=customer.sites,
        needs=quote.needs,
        conditions=quote.conditions,
        items=tuple(_item(revision, item) for item in revision.priced.items),
        one_time=_amounts(totals.one_time),
        monthly=_amounts(totals.monthly),
        yearly=_amounts(totals.yearly),
        contract=_amounts(totals.contract),
        free_value=totals.free.net_amount,
        usage_monthly=totals.usage.net_amount,
        expected_bill=totals.expected_bill,
        tax_rows=totals.tax_rows,
        bills=revision.bills,
        analysis=revision.analysis,
        replay=revision.replay,
        saving=revision.saving,
        first_invoice=_bill(revision.billing.first),
        average_month=_bill(revision.billing.average),
        activation=revision.billing.activation,
        committed_month=_bill(revision.billing.committed_month),
        schedule=schedule or {},
        clauses=revision.clauses,
        story=story_of(revision),
        logo=logo,
        spend_notes=spend_notes(
            revision.bills, revision.analysis, customer.accounts, customer.leaving
        ),
        left_out=tuple(one.name for one in quote.clauses if one not in revision.clauses),
    )


def _item(revision: Revision, item: PricedItem) -> PaperItem:
    quoted = revision.quote.item(item.id)
    overages: tuple[Overage, ...] = revision.overages.get(item.offering, ())
    return PaperItem(
        id=item.id,
        offering=item.offering,
        name=item.name,
        benefit=revision.benefits.get(item.offering, LocalText()),
        quantity=item.quantity,
        is_bundle=item.is_bundle,
        optional=item.optional,
        site=item.site,
        section=item.section,
        charges=tuple(_charges(item, revision.headings.get(item.id, ()))),
        one_time=_amounts(item.one_time),
        monthly=_amounts(item.monthly),
        yearly=_amounts(item.yearly),
        usage=_amounts(item.usage),
        free_months=item.free_months,
        extra_discount=item.extra_discount,
        overage=tuple((rate.name, rate.unit, rate.price) for rate in overages),
        filing_number=item.filing_number,
        timings=timings_of(quoted, item),
        gift=is_gift(item),
        lead_time=revision.lead_times.get(item.offering, 0),
        action=quoted.action if quoted is not None else ItemAction.ADD,
        bill_to=quoted.bill_to if quoted is not None else "",
    )


def _charges(item: PricedItem, headings: Headings) -> Iterator[PaperCharge]:
    """The charges of an item; one that a bundle holds and lets choose as well is first held."""
    left = list(headings)
    for charge in item.charges:
        found = next((one for one in left if one[0] == charge.code), None)
        if found is not None:
            left.remove(found)
        yield _charge(charge, found[1] if found is not None else LocalText())


def _charge(charge: PricedCharge, group: LocalText) -> PaperCharge:
    without = prices_without_tax(charge)
    return PaperCharge(
        name=charge.name,
        unit=charge.unit,
        period=charge.period,
        quantity=charge.quantity,
        list_price=charge.list_price,
        list_amount=charge.list_amount,
        net_amount=charge.net_amount,
        net_ex_tax=charge.net_ex_tax,
        tax=charge.tax,
        tax_rate=charge.tax_rate,
        net_price=charge.net_price,
        discount=charge.discount,
        free=charge.net_amount == 0 and charge.list_amount > 0,
        allowance=charge.allowance,
        usage=charge.type is ChargeType.USAGE,
        price_without_tax=None if without is None else without.listed,
        group=group,
    )


def _amounts(amounts: Amounts) -> PaperAmounts:
    return PaperAmounts(amounts.list_amount, amounts.net_amount, amounts.net_ex_tax, amounts.tax)


def _bill(bill: Bill) -> PaperBill:
    return PaperBill(bill.net_amount, bill.net_ex_tax, bill.tax)


def _contact(contact: Contact | None) -> PaperContact | None:
    if contact is None:
        return None
    return PaperContact(contact.name, contact.position, contact.phone)
