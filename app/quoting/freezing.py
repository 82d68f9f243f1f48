"""freeze(): a quote and everything computed from it, as one revision; and what a customer may see.

The same function serves the window while typing (label empty) and the submission of a revision,
so the screen, the documents and the approval look at the same figures.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from app.quoting.authority import edition_on
from app.quoting.authority.judging import ALONE, Surroundings, judge
from app.quoting.authority.trial import Trial
from app.quoting.chosen_clauses import applying
from app.quoting.clause import standard_clauses
from app.quoting.fingerprint import fingerprint
from app.quoting.measures import pricing_context
from app.quoting.option_comparison import compare_options
from app.quoting.option_headings import option_headings
from app.quoting.options import options_of
from app.quoting.revision import Overage, Revision
from app.quoting.savings import replay, saving
from app.quoting.storytelling import option_figures
from catalog.charge import ChargeType
from catalog.local_text import LocalText
from pricing.billing import Bill, billing_of
from pricing.concession import measure
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
    from app.quoting.revision import Supplier
    from catalog.bundle import BundledOffering
    from catalog.product_catalog import ProductCatalog
    from pricing.billing import Billing
    from pricing.bills import Bills
    from pricing.context import Used
    from pricing.policy import PricingPolicy
    from pricing.priced import PricedItem
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
    """A revision together with what the next calculation may reuse."""

    revision: Revision
    run: PricingRun
    analysis: SpendAnalysis | None


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
    same_bills = known is not None and known.revision.bills is bills
    analysis = known.analysis if known is not None and same_bills else analyse(bills, rules.spend)
    context = pricing_context(quote, customer, bills, analysis, used)
    run = price_again(
        known.run if known is not None else None,
        catalog,
        rules.pricing,
        context,
        quote.items,
        quote.discount,
    )
    priced = run.quote
    quoted = (catalog.bundle(item.offering) for item in priced.items)
    bundles = [bundle for bundle in quoted if bundle is not None]
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
            measure(priced),
            _around(around, catalog, rules),
        ),
        fingerprint=fingerprint(quote, customer, priced) if label else "",
        filing_numbers=tuple(b.filing_number for b in bundles if b.filing_number),
        condition_texts={bundle.code: bundle.condition_text for bundle in bundles},
        benefits={item.offering: _benefit(catalog, item) for item in priced.items},
        headings={
            item.id: found for item in quote.items if (found := option_headings(catalog, item))
        },
        overages={bundle.code: _overages(catalog, bundle) for bundle in bundles},
        billing=_billing(quote, catalog, rules.pricing, run),
        lead_times={
            item.offering: days for item in priced.items if (days := _lead_time(catalog, item))
        },
        clauses=applying(quote, priced, context),
    )
    alone = partial(_priced_alone, customer, bills, catalog, rules, supplier, used)
    return Worked(_with_options(revision, catalog, alone), run, analysis)


def _priced_alone(
    customer: Customer,
    bills: Bills,
    catalog: ProductCatalog,
    rules: Rulebook,
    supplier: Supplier,
    used: Mapping[str, Used] | None,
    quote: Quote,
) -> Revision:
    """Without the customer's other quotes: an option alone is compared, and not judged."""
    return work_out(quote, customer, bills, catalog, rules, supplier, used=used).revision


def _with_options(
    revision: Revision, catalog: ProductCatalog, alone: Callable[[Quote], Revision]
) -> Revision:
    """The revision with what each option comes to alone, where there is something to choose."""

    def is_bundle(code: str) -> bool:
        return catalog.bundle(code) is not None

    quote = revision.quote
    # Papers show no item that could not be priced, and no option of nothing but usage.
    priced = {item.id: item for item in revision.priced.items}
    told = {
        item.section or item.id
        for item in quote.items
        if item.id in priced and not _is_usage(priced[item.id])
    }
    items = (
        item
        for item in quote.items
        if not item.optional or (item.id in priced and (item.section or item.id) in told)
    )
    quote = msgspec.structs.replace(quote, items=tuple(items))
    if len(options_of(quote, is_bundle)) < len("AB"):
        return revision
    compared = compare_options(quote, revision.priced, is_bundle, alone)
    return msgspec.structs.replace(revision, options=option_figures(compared))


def _is_usage(item: PricedItem) -> bool:
    return bool(item.charges) and all(one.type is ChargeType.USAGE for one in item.charges)


def trial_of(
    worked: Worked, catalog: ProductCatalog, rules: Rulebook, around: Surroundings
) -> Trial:
    """What quotes that differ a little from one are tried with, to see whom they would need."""
    quote = worked.revision.quote
    around = _around(around, catalog, rules)
    return Trial(catalog, rules.authority_on(quote.price_date), around, quote, worked.run)


def _around(around: Surroundings, catalog: ProductCatalog, rules: Rulebook) -> Surroundings:
    """What stands around a quote, with what catalogue and clause library say."""
    families = partial(family_of, catalog)
    return around._replace(families=families, standard=rules.standard_clauses())


def family_of(catalog: ProductCatalog, code: str) -> str:
    """Product family of an offering, or of the one a charge belongs to; empty for a bundle."""
    owner = catalog.owner(code) or catalog.offering(code)
    return owner.family if owner is not None else ""


def _billing(
    quote: Quote, catalog: ProductCatalog, policy: PricingPolicy, run: PricingRun
) -> Billing:
    """What is billed when, and what usage plans cost at least over the term."""
    billing = billing_of(run.quote, quote.activation)
    if not run.quote.totals.usage.net_amount:  # expected usage never costs less than the least
        return billing
    least = least_usage(catalog, policy, run.context, quote.items)
    month = Bill(least.net_amount, least.net_ex_tax, least.tax)
    return msgspec.structs.replace(
        billing, committed=least.net_amount * quote.term, committed_month=month
    )


def _overages(catalog: ProductCatalog, bundle: BundledOffering) -> tuple[Overage, ...]:
    """Published prices beyond the allowances, with the names that a customer knows."""
    found = []
    for rate in bundle.overage:
        charge, offering = catalog.charge(rate.charge), catalog.owner(rate.charge)
        if charge is not None and offering is not None:
            name = LocalText(
                f"{offering.name.zh} {charge.name.zh}".strip(),
                f"{offering.name.en} {charge.name.en}".strip(),
            )
            found.append(Overage(name, charge.unit, rate.price))
    return tuple(found)


def _lead_time(catalog: ProductCatalog, item: PricedItem) -> int:
    """Days until everything in an item works."""
    offering = catalog.offering(item.offering)
    if offering is not None:
        return offering.lead_time
    owners = (catalog.owner(charge.code) for charge in item.charges)
    return max((owner.lead_time for owner in owners if owner is not None), default=0)


def _benefit(catalog: ProductCatalog, item: PricedItem) -> LocalText:
    """What the customer gains; of a bundle what its components bring, each said once."""
    offering = catalog.offering(item.offering)
    if offering is not None:
        return offering.benefit
    owners = (catalog.owner(charge.code) for charge in item.charges)
    gains = dict.fromkeys(owner.benefit for owner in owners if owner is not None)
    return LocalText(
        "；".join(gain.zh for gain in gains if gain.zh),
        "; ".join(gain.en for gain in gains if gain.en),
    )
