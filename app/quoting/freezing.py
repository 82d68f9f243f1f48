"""freeze(): a quote and everything computed from it, as one revision; and what a customer may see.

The same function serves the window while typing (label empty) and the submission of a revision,
so the screen, the documents and the approval look at the same figures.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from app.quoting.authority import edition_on
from app.quoting.authority.choosing import OptionRun, at_own_terms, option_runs
from app.quoting.authority.judging import ALONE, Surroundings, judge
from app.quoting.authority.trial import Trial
from app.quoting.chosen_clauses import applying
from app.quoting.clause import standard_clauses
from app.quoting.fingerprint import fingerprint
from app.quoting.leaving import staying_bills
from app.quoting.measures import pricing_context
from app.quoting.option_headings import headings_of
from app.quoting.options import commitments
from app.quoting.quoted_facts import benefit, different, lead_time, overages, said_of
from app.quoting.revision import Revision
from app.quoting.savings import replay, saving
from app.quoting.told_options import with_options
from pricing.billing import Bill, billing_again, billing_of
from pricing.concession_again import measure_again
from pricing.engine import PricingRun, price_again
from pricing.least_usage import least_usage
from pricing.spend_analysis import analyse

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from app.quoting.authority import AuthorityMatrix
    from app.quoting.clause import LibraryClause, QuoteClause
    from app.quoting.customer import Customer
    from app.quoting.quote import Quote
    from app.quoting.supplier import Supplier
    from catalog.product_catalog import ProductCatalog
    from pricing.billing import Billing
    from pricing.bills import Bills
    from pricing.concession_again import Measured
    from pricing.context import Used
    from pricing.policy import PricingPolicy
    from pricing.spend import SpendAnalysis, SpendPolicy


class Rulebook(NamedTuple):
    """The rules in force besides the catalogue.

    Attributes:
        pricing: Pricing policy.
        spend: Thresholds of the bill analysis.
        authority: Who may grant what today.
        editions: Every dated edition of it.
        clauses: The clause library.
    """

    pricing: PricingPolicy
    spend: SpendPolicy
    authority: AuthorityMatrix
    editions: tuple[AuthorityMatrix, ...] = ()
    clauses: tuple[LibraryClause, ...] = ()

    def standard_clauses(self) -> frozenset[QuoteClause]:
        """Every version of every clause that may be used without asking."""
        return standard_clauses(self.clauses)

    def authority_on(self, day: date) -> AuthorityMatrix:
        """The edition of the authority matrix in force on a day."""
        return edition_on(self.editions, day) if self.editions else self.authority


class Worked(NamedTuple):
    """A revision together with what the next calculation may reuse.

    Attributes:
        revision: The revision.
        run: The quote, priced.
        analysis: What the bills say.
        options: Every option but the offer, priced as if it were taken.
        measured: What is given away in it; ``None`` where nobody measured.
        billing: What is billed when, in the same way.
        source: All past bills; the revision holds those of what stays.
    """

    revision: Revision
    run: PricingRun
    analysis: SpendAnalysis | None
    options: tuple[OptionRun, ...] = ()
    measured: Measured | None = None
    billing: Billing | None = None
    source: Bills | None = None


def work_out(
    quote: Quote,
    customer: Customer,
    bills: Bills,
    catalog: ProductCatalog,
    rules: Rulebook,
    supplier: Supplier,
    *,
    label: str = "",
    known: Worked | None = None,
    used: Mapping[str, Used] | None = None,
    around: Surroundings = ALONE,
) -> Worked:
    """Price, compare, replay and judge a quote.

    Args:
        quote: The quote as it is now.
        customer: Whom it is for.
        bills: Past bills.
        catalog: Catalogue version to price with.
        rules: Rules in force.
        supplier: Who makes the offer.
        label: Letter of the revision; empty while it is being edited.
        known: The previous result for the same customer and bills, whose items may be reused.
        used: What other quotes have used of promotions, by rule.
        around: What discount authority looks at besides the quote.
    """
    source = bills
    bills, analysis = _of_what_stays(customer, source, rules.spend, known)
    price = partial(_price, customer, bills, catalog, rules.pricing, analysis, used)
    run = price(known.run if known is not None else None, quote)
    options = option_runs(quote, _bundles_of(catalog), partial(price, None))
    priced = at_own_terms(run.quote, options)
    quoted = (catalog.bundle(item.offering) for item in priced.items if item.is_bundle)
    bundles = [bundle for bundle in quoted if bundle is not None]
    of_each = different(priced.items)
    measured = measure_again(
        known.measured if known is not None else None, priced, commitments(quote)
    )
    billing = _billed(known, run, quote)
    revision = Revision(
        label=label,
        quote=quote,
        customer=customer,
        supplier=supplier,
        priced=priced,
        bills=bills,
        analysis=analysis,
        replay=replay(quote, catalog, priced, bills, analysis),
        saving=saving(quote, priced, bills, analysis, catalog),
        verdict=judge(
            rules.authority_on(quote.price_date),
            quote,
            priced,
            measured.given,
            _around(around, catalog, rules, customer),
            [one.judged() for one in options],
        ),
        fingerprint=fingerprint(quote, customer, priced) if label else "",
        filing_numbers=tuple(b.filing_number for b in bundles if b.filing_number),
        condition_texts={bundle.code: bundle.condition_text for bundle in bundles},
        benefits={item.offering: benefit(catalog, item) for item in of_each},
        headings=headings_of(catalog, quote.items),
        overages={bundle.code: overages(catalog, bundle) for bundle in bundles},
        billing=_with_least(billing, quote, catalog, rules.pricing, run),
        lead_times={item.offering: days for item in of_each if (days := lead_time(catalog, item))},
        clauses=applying(quote, priced, run.context),
        told=said_of(catalog, of_each),
    )
    made = Worked(revision, run, analysis, source=bills)
    alone = partial(_priced_alone, made, catalog, rules, supplier, used)
    revision = with_options(revision, _bundles_of(catalog), alone)
    return Worked(revision, run, analysis, options, measured, billing, source)


def _of_what_stays(
    customer: Customer, bills: Bills, policy: SpendPolicy, known: Worked | None
) -> tuple[Bills, SpendAnalysis | None]:
    """Bills of what stays, analysed; the same as before where customer and bills are the same."""
    if known is not None and known.source is bills and known.revision.customer is customer:
        return known.revision.bills, known.analysis
    bills = staying_bills(customer, bills)
    if known is not None and known.revision.bills is bills:
        return bills, known.analysis
    return bills, analyse(bills, policy)


def _price(
    customer: Customer,
    bills: Bills,
    catalog: ProductCatalog,
    policy: PricingPolicy,
    analysis: SpendAnalysis | None,
    used: Mapping[str, Used] | None,
    known: PricingRun | None,
    quote: Quote,
) -> PricingRun:
    """A quote in the circumstances that it makes."""
    context = pricing_context(quote, customer, bills, analysis, used)
    return price_again(known, catalog, policy, context, quote.items, quote.discount)


def _bundles_of(catalog: ProductCatalog) -> Callable[[str], bool]:
    """Whether a code is that of a bundle."""
    return lambda code: catalog.bundle(code) is not None


def _priced_alone(
    known: Worked,
    catalog: ProductCatalog,
    rules: Rulebook,
    supplier: Supplier,
    used: Mapping[str, Used] | None,
    quote: Quote,
) -> Revision:
    """Without the customer's other quotes: an option alone is compared, and not judged."""
    customer, bills = known.revision.customer, known.revision.bills
    alone = work_out(quote, customer, bills, catalog, rules, supplier, known=known, used=used)
    return alone.revision


def trial_of(
    worked: Worked, catalog: ProductCatalog, rules: Rulebook, around: Surroundings
) -> Trial:
    """What quotes that differ a little from one are tried with, to see whom they would need."""
    quote = worked.revision.quote
    around = _around(around, catalog, rules, worked.revision.customer)
    matrix = rules.authority_on(quote.price_date)
    return Trial(catalog, matrix, around, quote, worked.run, worked.options)


def _around(
    around: Surroundings, catalog: ProductCatalog, rules: Rulebook, customer: Customer
) -> Surroundings:
    """What stands around a quote, with what catalogue, clause library and customer say."""
    families = partial(family_of, catalog)
    return around._replace(
        families=families,
        standard=rules.standard_clauses(),
        arrears=customer.arrears,
        team=customer.sales.team,
    )


def family_of(catalog: ProductCatalog, code: str) -> str:
    """Product family of an offering, or of the one a charge belongs to; empty for a bundle."""
    owner = catalog.owner(code) or catalog.offering(code)
    return owner.family if owner is not None else ""


def _billed(known: Worked | None, run: PricingRun, quote: Quote) -> Billing:
    """What is billed when, following the last calculation where most items are the same."""
    if known is None or known.billing is None:
        return billing_of(run.quote, quote.activation)
    return billing_again(known.billing, known.run.quote.items, run.quote, quote.activation)


def _with_least(
    billing: Billing, quote: Quote, catalog: ProductCatalog, policy: PricingPolicy, run: PricingRun
) -> Billing:
    """The billing with what usage plans cost at least over the term."""
    if not run.quote.totals.usage.net_amount:  # expected usage never costs less than the least
        return billing
    least = least_usage(catalog, policy, run.context, quote.items)
    month = Bill(least.net_amount, least.net_ex_tax, least.tax)
    return msgspec.structs.replace(
        billing, committed=least.net_amount * quote.term, committed_month=month
    )
