"""The regression run: every open quote priced on its own catalogue version and on another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.errors import QuotewrightError
from app.quoting.measures import pricing_context
from app.quoting.price_causes import Cause, Edition
from app.quoting.repricing import Repricing, reprice
from app.services.quote_library import open_quote
from catalog.money import Fen
from pricing.spend_analysis import analyse

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from app.services.workspace import Workspace
    from app.storage.quote_rows import QuoteRow
    from catalog.product_catalog import ProductCatalog
    from pricing.policy import PricingPolicy


class ChangedQuote(msgspec.Struct, frozen=True):
    """An open quote that would cost something else.

    Attributes:
        id: Identifier of the quote.
        number: As printed.
        title: Short name of the solution.
        customer: Name of the customer.
        monthly: Monthly net fen, before and after.
        contract: Contract value in fen, before and after.
        charges: How many charges change.
        causes: Why, each once, the first ones first.
        findings: How many findings it did not have before.
    """

    id: str
    number: str
    title: str
    customer: str
    monthly: tuple[Fen, Fen]
    contract: tuple[Fen, Fen]
    charges: int
    causes: tuple[Cause, ...]
    findings: int


class RegressionRun(msgspec.Struct, frozen=True):
    """What the open quotes would cost.

    Attributes:
        quotes: How many open quotes were priced.
        changed: Those that change, the one edited last first.
        unreadable: Numbers of those that could not be priced, each with its failure.
    """

    quotes: int
    changed: tuple[ChangedQuote, ...]
    unreadable: tuple[tuple[str, QuotewrightError], ...] = ()

    @property
    def unchanged(self) -> int:
        """How many cost the same."""
        return self.quotes - len(self.changed) - len(self.unreadable)


def run_regression(
    workspace: Workspace,
    catalog: ProductCatalog,
    day: date,
    watch: Callable[[int, int], None] = lambda _done, _total: None,
) -> RegressionRun:
    """Price every quote that a customer may still accept; nothing is stored.

    Args:
        workspace: The user's data.
        catalog: The catalogue to try; usually a draft.
        day: Quotes that were valid until an earlier day are not open any more.
        watch: Called before each quote with how many are done, and how many there are; it may
            raise ``Cancelled`` to stop.

    Raises:
        StorageError: The database failed.
    """
    return _run(workspace, day, watch, lambda found: reprice_stored(workspace, found, catalog))


def run_rule_regression(
    workspace: Workspace,
    policy: PricingPolicy,
    day: date,
    watch: Callable[[int, int], None] = lambda _done, _total: None,
) -> RegressionRun:
    """Price every open quote with the rules that it has and with others; nothing is stored.

    Args:
        workspace: The user's data.
        policy: The rules to try; usually a draft.
        day: As for ``run_regression``.
        watch: As for ``run_regression``.

    Raises:
        StorageError: The database failed.
    """
    return _run(workspace, day, watch, lambda found: reprice_by_rules(workspace, found, policy))


def _run(
    workspace: Workspace,
    day: date,
    watch: Callable[[int, int], None],
    compare: Callable[[str], Repricing],
) -> RegressionRun:
    rows = [row for row in workspace.quotes.search("", _ALL) if row.valid_until >= day]
    changed: list[ChangedQuote] = []
    unreadable: list[tuple[str, QuotewrightError]] = []
    for done, row in enumerate(rows):
        watch(done, len(rows))
        try:
            found = compare(row.id)
        except QuotewrightError as failure:
            unreadable.append((row.number, failure))
            continue
        if not found.same:
            changed.append(_changed(row, found))
    watch(len(rows), len(rows))
    return RegressionRun(len(rows), tuple(changed), tuple(unreadable))


def reprice_stored(workspace: Workspace, quote_id: str, catalog: ProductCatalog) -> Repricing:
    """A stored quote on its own catalogue version and on another one.

    Raises:
        RecordMissing: There is no such quote, or its customer or catalogue version is gone.
        StorageError: The database failed.
    """
    opened = open_quote(workspace, quote_id)
    rules = workspace.rules
    analysis = analyse(opened.bills, rules.spend)
    context = pricing_context(opened.quote, opened.customer, opened.bills, analysis)
    old = Edition(workspace.catalog_of(opened.quote), rules.pricing)
    return reprice(opened.quote, context, old, Edition(catalog, rules.pricing))


def reprice_by_rules(
    workspace: Workspace,
    quote_id: str,
    policy: PricingPolicy,
    former: PricingPolicy | None = None,
) -> Repricing:
    """A stored quote with some rules and with others, on its catalogue version.

    Args:
        workspace: The user's data.
        quote_id: Which quote.
        policy: The other rules.
        former: What they are compared with; those that the quote has when not given.

    Raises:
        RecordMissing: There is no such quote, or its customer, catalogue or rules are gone.
        StorageError: The database failed.
    """
    opened = open_quote(workspace, quote_id)
    rules, quote = workspace.rules_of(opened.quote), opened.quote
    analysis = analyse(opened.bills, rules.spend)
    used = workspace.quotes.used_of_promotions(opened.customer.id, quote.id)
    context = pricing_context(quote, opened.customer, opened.bills, analysis, used)
    catalog = workspace.catalog_of(quote)
    old = Edition(catalog, former or rules.pricing)
    return reprice(quote, context, old, Edition(catalog, policy))


def _changed(row: QuoteRow, found: Repricing) -> ChangedQuote:
    old, new = found.old.totals, found.new.totals
    causes: dict[tuple[str, tuple[tuple[str, str], ...]], Cause] = {}
    for change in found.changes:
        for cause in change.causes:
            causes.setdefault((cause.code, tuple(sorted(cause.parameters.items()))), cause)
    return ChangedQuote(
        id=row.id,
        number=row.number,
        title=row.title,
        customer=row.customer_name,
        monthly=(old.monthly.net_amount, new.monthly.net_amount),
        contract=(old.contract.net_amount, new.contract.net_amount),
        charges=len(found.changes),
        causes=tuple(causes.values()),
        findings=len(found.problems),
    )


_ALL = 1_000_000
