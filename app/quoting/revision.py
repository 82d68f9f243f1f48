"""Revision: a quote and everything derived from it, frozen together.

Documents, approval and storage refer to a revision, never to the quote being edited, so every
paper says the same figures. Customer papers receive a ``CustomerRevision``: a value that has no
place for cost, margin, authority or internal notes, so a template cannot print them.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import msgspec

from app.quoting.authority import Verdict
from app.quoting.clause import QuoteClause
from app.quoting.customer import Account, Customer, Site
from app.quoting.option_headings import Headings
from app.quoting.quote import AccountManager, Quote, QuoteCondition
from app.quoting.spend_notes import SpendNotes
from app.quoting.story import OptionFigures, Story, Told
from app.quoting.supplier import Supplier
from app.quoting.timing import Timing
from catalog.local_text import LocalText
from catalog.money import Fen
from catalog.period import BillingPeriod, Month
from pricing.billing import Billing
from pricing.bills import Bills
from pricing.item import ItemAction
from pricing.priced import PricedQuote, TaxRow
from pricing.spend import SpendAnalysis


class ReplayMonth(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One past month under the offered plan, in fen; ``saving`` = actual - planned."""

    month: Month
    actual: Fen
    planned: Fen
    saving: Fen


class Saving(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the customer gains a month, like for like, in fen.

    Attributes:
        today: What is replaced: typical month of the components, plus competitor.
        offered: What replaces it.
        saving: Today less offered; negative when the offer is dearer.
        percent: Of today, two decimals.
        over_term: Saving times the term.
        against_average: Plain average less offered, shown beside it, never in place of it.
        new_value: Monthly net amount of items that replace nothing.
        per_day: Monthly net total divided by 30, rounded up to the fen (division pricing).
    """

    today: Fen
    offered: Fen
    saving: Fen
    percent: Decimal
    over_term: Fen
    against_average: Fen
    new_value: Fen
    per_day: Fen


class Overage(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Price of a unit of usage beyond an allowance: name of the charge, unit, yuan per unit."""

    name: LocalText
    unit: str
    price: Decimal


class Revision(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A frozen version of a quote with all that was computed from it; internal.

    Attributes:
        label: A, B, C...
        quote: As it was.
        customer: As it was.
        supplier: As it was.
        priced: The price with its reasons.
        bills: Past bills.
        analysis: What the bills say; ``None`` without bills.
        replay: Past months under the plan; empty when usage is not known.
        saving: ``None`` without bills.
        verdict: Who must approve.
        fingerprint: SHA-256 over the canonical content, hexadecimal.
        filing_numbers: 备案号 of the bundles.
        condition_texts: Printed conditions of the bundles in the quote, by bundle code.
        benefits: What the customer gains from each single offering, by offering code.
        headings: Option groups of what was chosen in bundles, by item.
        overages: Prices beyond the allowances, by bundle code.
        lead_times: Days from the order until it works, by the code of what is quoted; of a bundle
            the longest of its parts; nothing where nothing is promised.
        billing: First invoice and average month.
        clauses: Chosen clauses whose conditions hold: those that the contract prints.
        options: What each option comes to alone; none where there is nothing to choose.
        told: What the catalogue says of what is quoted firmly, each offering once.
    """

    label: str
    quote: Quote
    customer: Customer
    supplier: Supplier
    priced: PricedQuote
    bills: Bills
    analysis: SpendAnalysis | None
    replay: tuple[ReplayMonth, ...]
    saving: Saving | None
    verdict: Verdict
    fingerprint: str = ""
    filing_numbers: tuple[str, ...] = ()
    condition_texts: dict[str, LocalText] = {}
    benefits: dict[str, LocalText] = {}
    headings: dict[str, Headings] = {}
    overages: dict[str, tuple[Overage, ...]] = {}
    billing: Billing = Billing()
    lead_times: dict[str, int] = {}
    clauses: tuple[QuoteClause, ...] = ()
    options: tuple[OptionFigures, ...] = ()
    told: tuple[Told, ...] = ()


class PaperCharge(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A charge as a customer may see it; amounts in fen, prices in yuan.

    ``list_price`` includes VAT in any case; ``price_without_tax`` is what the price list says where
    it says it without VAT. ``group`` is the option group of a bundle that it was chosen in.
    """

    name: LocalText
    unit: str
    period: BillingPeriod
    quantity: int
    list_price: Decimal
    list_amount: Fen
    net_amount: Fen
    net_ex_tax: Fen
    tax: Fen
    tax_rate: Decimal
    net_price: Decimal
    discount: Decimal | None = None
    free: bool = False
    allowance: bool = False
    usage: bool = False
    price_without_tax: Decimal | None = None
    group: LocalText = LocalText()


class PaperAmounts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Sums as a customer may see them, in fen."""

    list_amount: Fen
    net_amount: Fen
    net_ex_tax: Fen
    tax: Fen


class PaperBill(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is billed at a time, in fen."""

    net_amount: Fen
    net_ex_tax: Fen
    tax: Fen


class PaperItem(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A quote item as a customer may see it.

    Attributes:
        overage: Prices beyond the allowances: name of the charge, unit, yuan per unit.
        timings: What its monthly charges cost in which months.
        gift: It is given for nothing.
        lead_time: Days from the order until it works; 0 when nothing is promised.
        action, bill_to: What it does to what the customer has; the account that pays, if named.
    """

    id: str
    offering: str
    name: LocalText
    benefit: LocalText
    quantity: int
    is_bundle: bool
    optional: bool
    site: str
    section: str
    charges: tuple[PaperCharge, ...]
    one_time: PaperAmounts
    monthly: PaperAmounts
    yearly: PaperAmounts
    usage: PaperAmounts
    free_months: int
    extra_discount: Decimal | None
    overage: tuple[tuple[LocalText, str, Decimal], ...] = ()
    filing_number: str = ""
    timings: tuple[Timing, ...] = ()
    gift: bool = False
    lead_time: int = 0
    action: ItemAction = ItemAction.ADD
    bill_to: str = ""


class PriceStep(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The published unit price from a quantity and a commitment on.

    Attributes:
        term: Months of commitment at least; 1 for any.
        quantity: Units at least; 1 for any.
        price: Yuan per unit, before anything is taken off by hand.
    """

    term: int
    quantity: int
    price: Decimal


class PaperContact(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A person as named on paper; no remark about the personality."""

    name: str
    position: str = ""
    phone: str = ""


class CustomerRevision(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything a customer paper may print, and nothing else.

    Attributes:
        code: Twenty letters that stand for the revision and tell nothing of it; empty in a draft.
        free_value: Fen that the free months are worth.
        usage_monthly: Expected usage a month in fen; not in the contract value.
        first_invoice: What the first invoice comes to.
        average_month: Contract value for one month of the term.
        activation: Day of activation; ``None`` while it is not known.
        committed_month: Least that usage costs in a month, used or not; in no other figure here.
        clauses: Further clauses of the contract.
        left_out: Names of chosen clauses whose conditions do not hold.
        schedule: By item, for each of its charges in order, the prices by term and quantity;
            filled for a price schedule only.
        story: Needs and what answers them, selling points, options.
        logo: The customer's own, as a picture file; empty for none.
    """

    number: str
    label: str
    title: str
    price_date: date
    valid_until: date
    term: int
    copies: int
    language: str
    tender: bool
    code: str
    draft: bool
    supplier: Supplier
    manager: AccountManager
    customer_name: str
    customer_address: str
    customer_credit_code: str
    customer_representative: str
    decider: PaperContact | None
    signer: PaperContact | None
    accounts: tuple[Account, ...]
    sites: tuple[Site, ...]
    needs: tuple[str, ...]
    conditions: tuple[QuoteCondition, ...]
    items: tuple[PaperItem, ...]
    one_time: PaperAmounts
    monthly: PaperAmounts
    yearly: PaperAmounts
    contract: PaperAmounts
    free_value: Fen
    usage_monthly: Fen
    expected_bill: Fen
    tax_rows: tuple[TaxRow, ...]
    bills: Bills
    analysis: SpendAnalysis | None
    replay: tuple[ReplayMonth, ...]
    saving: Saving | None
    first_invoice: PaperBill
    average_month: PaperBill
    activation: date | None
    committed_month: PaperBill = PaperBill(0, 0, 0)
    schedule: dict[str, tuple[tuple[PriceStep, ...], ...]] = {}
    clauses: tuple[QuoteClause, ...] = ()
    left_out: tuple[LocalText, ...] = ()
    story: Story = Story()
    logo: bytes = b""
    spend_notes: SpendNotes | None = None
