"""explain(): a priced quote as plain text, step by step, for people, support and tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.quoting.authority_text import told_criteria, told_steps
from app.quoting.customer_review import arrears_findings
from app.quoting.promotion_text import told_promotions, told_rejected
from app.quoting.spend_findings import spend_findings
from app.quoting.timing import is_gift, timings_of
from pricing.tax_on_top import prices_without_tax

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.figures import Figures
    from app.quoting.revision import Revision
    from app.quoting.timing import Timing
    from app.translation import Words
    from pricing.billing import Bill
    from pricing.priced import Amounts, PricedCharge, PricedItem

_RULE = "-" * 78


def explain(revision: Revision, words: Words, figures: Figures) -> str:
    """Every item with every step, the totals, who must approve, and the findings."""
    quote = revision.quote
    lines = [
        words("explain.quote", number=quote.number, title=quote.title),
        words("explain.customer", name=revision.customer.name),
        words("explain.term", term=quote.term, date=figures.date(quote.price_date)),
    ]
    if quote.codes:
        lines.append(words("explain.codes", codes=", ".join(quote.codes)))
    lines.append(_RULE)
    for item in revision.priced.items:
        timings = timings_of(quote.item(item.id), item)
        lines.extend(_item(item, timings, words, figures))
    lines.append(_RULE)
    lines.extend(told_promotions(revision.priced, words, figures))
    lines.extend(_totals(revision, words, figures))
    lines.extend(_authority(revision, words, figures))
    of_bills = spend_findings(revision.quote, revision.analysis, revision.customer)
    owed = arrears_findings(revision.customer)
    problems = (*owed, *revision.priced.problems, *revision.verdict.problems, *of_bills)
    if problems:
        lines.append(words("explain.findings"))
        for problem in problems:
            text, cure = words.told(problem.code, problem.parameters)
            lines.append(f"  [{problem.where.subject}] {text} {cure}")
    return "\n".join(lines) + "\n"


def _item(
    item: PricedItem, timings: tuple[Timing, ...], words: Words, figures: Figures
) -> Iterator[str]:
    note = f" {words('explain.optional')}" if item.optional else ""
    yield f"{item.quantity} x {item.offering} {figures.text(item.name)}{note}"
    for charge in item.charges:
        yield from _charge(charge, words, figures)
    if item.free_months:
        yield f"  {words('explain.free_months', months=item.free_months)}"
    for timing in timings:
        if not timing.code.startswith("timing.free"):
            yield f"  {words(timing.code, **timing.parameters)}"
    if is_gift(item):
        yield f"  {words('timing.gift')}"


def _charge(charge: PricedCharge, words: Words, figures: Figures) -> Iterator[str]:
    period = words(f"period.{charge.period}")
    without = prices_without_tax(charge)
    price = figures.price(charge.list_price)
    if without is not None:  # the steps begin without VAT as well
        price = words("explain.without_tax", price=figures.price(without.listed))
    yield (
        f"  {charge.code} {figures.text(charge.name)}, {period}: "
        f"{figures.quantity(charge.quantity)} {charge.unit} x {price}"
    )
    for step in charge.steps:
        label = words(step.code, source=step.source, **step.parameters)
        yield f"    {label}: {figures.money(step.change)} = {figures.money(step.result)}"
    tax = words(
        "explain.ex_tax", ex_tax=figures.money(charge.net_ex_tax), tax=figures.money(charge.tax)
    )
    for one in charge.rejected:
        yield f"    {told_rejected(one, words, figures)}"
    rate = figures.rate(charge.tax_rate)
    yield f"    {words('step.net')}: {figures.money(charge.net_amount)} ({tax}, {rate})"


def _totals(revision: Revision, words: Words, figures: Figures) -> Iterator[str]:
    totals = revision.priced.totals

    def row(key: str, amounts: Amounts | Bill) -> str:
        tax = words(
            "explain.ex_tax",
            ex_tax=figures.money(amounts.net_ex_tax),
            tax=figures.money(amounts.tax),
        )
        name = words(f"explain.total_{key}", term=totals.term)
        return f"{name}: {figures.money(amounts.net_amount)} ({tax})"

    yield row("one_time", totals.one_time)
    yield row("monthly", totals.monthly)
    for key, amounts in (("yearly", totals.yearly), ("usage", totals.usage)):
        if amounts.net_amount:
            yield row(key, amounts)
    if totals.free.net_amount:
        yield row("free", totals.free)
    yield row("contract", totals.contract)
    if revision.billing.committed:
        month = figures.money(revision.billing.committed_month.net_amount)
        yield words("explain.committed_month", amount=month)
        committed = figures.money(revision.billing.committed)
        yield words("explain.committed", amount=committed, term=totals.term)
    for key, bill in (("first", revision.billing.first), ("average", revision.billing.average)):
        yield row(key, bill)
        for step in bill.steps:
            label = words(step.code, **step.parameters)
            yield f"    {label}: {figures.money(step.change)} = {figures.money(step.result)}"


def _authority(revision: Revision, words: Words, figures: Figures) -> Iterator[str]:
    verdict = revision.verdict
    if verdict.blocked:
        yield words("explain.blocked", criteria=", ".join(verdict.blocked))
    else:
        name = verdict.level_name.spoken(words.language)
        own = f" ({words('explain.own')})" if verdict.within_own else ""
        yield words("explain.authority", level=verdict.level, name=name) + own
    for line in told_criteria(verdict, revision.priced, words, figures):
        yield f"  {line}"
    for line in told_steps(verdict, words, figures):
        yield f"  {line}"
