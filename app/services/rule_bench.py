"""The test bench of rules: one quote with the rules in force and with those of a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.errors import RecordMissing
from app.quoting.item_edits import add_offering
from app.quoting.price_causes import Edition, Editions
from app.quoting.quote import AccountManager, Quote
from app.quoting.repricing import Repricing, compare_prices
from app.services.regression import reprice_by_rules
from pricing.context import PricingContext
from pricing.engine import price_quote
from pricing.promotion_codes import spelled

if TYPE_CHECKING:
    from datetime import date

    from app.services.workspace import Workspace
    from app.storage.quote_rows import QuoteRow
    from pricing.policy import PricingPolicy

_ALL = 1_000_000


class TrialItem(msgspec.Struct, frozen=True):
    """One offering or bundle of a composed quote."""

    offering: str
    quantity: int = 1


class TrialQuote(msgspec.Struct, frozen=True):
    """A small quote made up for trying rules.

    Attributes:
        items: What is quoted.
        segment: Segment of the customer.
        term: Months of commitment.
        codes: Promotion codes as typed; capital and small letters do not matter.
    """

    items: tuple[TrialItem, ...] = ()
    segment: str = "SMB"
    term: int = 12
    codes: tuple[str, ...] = ()


def open_quotes(workspace: Workspace, day: date) -> tuple[QuoteRow, ...]:
    """Quotes that a customer may still accept, the one edited last first.

    Raises:
        StorageError: The database failed.
    """
    return tuple(row for row in workspace.quotes.search("", _ALL) if row.valid_until >= day)


def try_stored(workspace: Workspace, quote_id: str, policy: PricingPolicy) -> Repricing:
    """A stored quote with the rules in force and with others, on its catalogue version.

    Raises:
        RecordMissing: There is no such quote, or its customer or catalogue is gone.
        StorageError: The database failed.
    """
    return reprice_by_rules(workspace, quote_id, policy, workspace.rules.pricing)


def try_composed(
    workspace: Workspace, trial: TrialQuote, policy: PricingPolicy, day: date
) -> Repricing:
    """A made-up quote with the rules in force and with others, on the newest catalogue.

    Raises:
        RecordMissing: There is no catalogue.
    """
    catalog = workspace.catalog()
    if catalog is None:
        raise RecordMissing(record="catalogue")
    quote = Quote("trial", "", "", "", AccountManager("", ""), day, day, trial.term)
    for item in trial.items:
        quote = add_offering(quote, catalog, item.offering, item.quantity)
    codes = tuple(dict.fromkeys(spelled(policy.rules, code) for code in trial.codes))
    context = PricingContext(day, (trial.segment,), trial.term, codes=codes)
    old, new = Edition(catalog, workspace.rules.pricing), Edition(catalog, policy)
    before, after = (
        price_quote(catalog, edition.policy, context, quote.items) for edition in (old, new)
    )
    return compare_prices(before, after, Editions.of(old, new))
