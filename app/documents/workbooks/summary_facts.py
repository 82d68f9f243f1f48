"""Summary facts: the pairs of label and value on the approval summary, but for the reasons."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from app.documents.workbooks.cells import Live
from app.documents.workbooks.rows import Kind
from app.documents.workbooks.styles import MONEY, Style
from catalog.money import decimal_percent, percent_of, yuan
from pricing.concession import measure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.documents.workbooks.authority_sheet import AuthorityLayout
    from app.documents.workbooks.cells import CellValue
    from app.documents.workbooks.items_sheet import ItemsLayout
    from app.figures import Figures
    from app.quoting.revision import Revision
    from app.translation import Words

CUMULATIVE = "cumulative_concession"
_LABELS = {"title": "title_label"}
"""A fact whose text has another name, because the sheet's own title has taken it."""


class Fact(NamedTuple):
    """One label with its value, its look and, where it differs, its number format."""

    label: str
    value: CellValue
    style: Style = Style.VALUE
    shown: str = ""


def identity_facts(revision: Revision, words: Words, figures: Figures) -> Iterator[Fact]:
    """Which quote it is, for whom, by whom, from when to when."""
    quote, customer = revision.quote, revision.customer
    facts: dict[str, str | date] = {
        "number": quote.number,
        "revision": revision.label,
        "title": quote.title,
        "customer": customer.name,
        "segment": words.named("segment", customer.segment),
        "manager": f"{quote.manager.name} {quote.manager.phone}".strip(),
        "price_date": quote.price_date,
        "valid_until": quote.valid_until,
        "term": words("workbook.months", count=revision.priced.totals.term),
        "filing": words("workbook.separator").join(revision.filing_numbers),
        "conditions": "\n".join(_conditions(revision, words)),
        "notes": quote.notes,
        "catalog": f"{revision.priced.catalog_version} / {revision.priced.policy_version}",
        "fingerprint": revision.fingerprint,
    }
    del figures
    for key, value in facts.items():
        if value:
            style = Style.VALUE_DAY if isinstance(value, date) else Style.VALUE
            yield Fact(words(f"workbook.summary.{_LABELS.get(key, key)}"), value, style)


def _conditions(revision: Revision, words: Words) -> Iterator[str]:
    for condition in revision.quote.conditions:
        key = f"workbook.condition.{condition.key}"
        text = condition.text or (words(key) if key in words else condition.key)
        yield words("workbook.summary.condition", text=text, days=condition.days)


def amount_facts(
    revision: Revision, items: ItemsLayout, authority: AuthorityLayout, words: Words
) -> Iterator[Fact]:
    """What the quote is worth: formulas on the sheet of items."""
    totals = revision.priced.totals
    contract = totals.contract
    monthly, one_time = items.totals[Kind.MONTHLY], items.totals[Kind.ONE_TIME]
    yearly = items.totals[Kind.YEARLY]
    big = (
        ("monthly", items.cell("net", monthly), totals.monthly.net_amount, Style.BIG_MONEY),
        ("contract", items.cell("term_net", items.contract), contract.net_amount, Style.BIG_MONEY),
    )
    for key, cell, amount, style in big:
        label = words(f"workbook.summary.{key}", months=totals.term)
        yield Fact(label, Live(f"={cell}", yuan(amount)), style)
    yield margin_fact(revision, items, words)
    if CUMULATIVE in authority.rows:
        judged = next(one for one in revision.verdict.criteria if one.id == CUMULATIVE)
        given = decimal_percent(measure(revision.priced).cumulative, 10)
        found = judged.exact if judged.worst and judged.exact is not None else given
        exact = Live(f"={authority.value(CUMULATIVE)}", found)
        yield Fact(words("workbook.summary.cumulative"), exact, Style.BIG_PERCENT)
    rows = [
        ("one_time", items.cell("net", one_time), totals.one_time.net_amount),
        ("contract_ex_tax", items.cell("term_ex_tax", items.contract), contract.net_ex_tax),
        ("contract_tax", items.cell("term_tax", items.contract), contract.tax),
        ("contract_cost", items.cell("term_cost", items.contract), contract.cost),
    ]
    if totals.yearly.net_amount:
        rows.insert(1, ("yearly", items.cell("net", yearly), totals.yearly.net_amount))
    for key, cell, amount in rows:
        yield Fact(words(f"workbook.summary.{key}"), Live(f"={cell}", yuan(amount)), shown=MONEY)
    first, average = revision.billing.first, revision.billing.average
    yield Fact(words("workbook.summary.first"), yuan(first.net_amount), shown=MONEY)
    contract_cell = items.cell("term_net", items.contract)
    spread = Live(f"=ROUND({contract_cell}/{max(totals.term, 1)},2)", yuan(average.net_amount))
    yield Fact(words("workbook.summary.average"), spread, shown=MONEY)
    if least := revision.billing.committed_month.net_amount:
        yield Fact(words("workbook.summary.committed"), yuan(least), shown=MONEY)
    if totals.free.net_amount:
        yield Fact(words("workbook.summary.free"), yuan(totals.free.net_amount), shown=MONEY)


def margin_fact(revision: Revision, items: ItemsLayout, words: Words) -> Fact:
    """The margin of the whole quote."""
    contract = revision.priced.totals.contract
    margin = Live(
        f"={items.cell('margin', items.contract)}",
        decimal_percent(percent_of(contract.net_ex_tax - contract.cost, contract.net_ex_tax), 10),
    )
    return Fact(words("workbook.summary.margin"), margin, Style.BIG_PERCENT)


def saving_facts(revision: Revision, words: Words, figures: Figures) -> Iterator[Fact]:
    """What the customer gains, like for like; said to be unknown without bills."""
    saving = revision.saving
    if saving is None:
        yield Fact(words("workbook.summary.saving"), words("workbook.summary.no_bills"))
        return
    text = words(
        "workbook.summary.saving_text",
        amount=figures.yuan(saving.saving),
        percent=figures.percent(saving.percent),
        today=figures.yuan(saving.today),
        offered=figures.yuan(saving.offered),
    )
    yield Fact(words("workbook.summary.saving"), text)
    yield Fact(words("workbook.summary.saving_term"), yuan(saving.over_term), shown=MONEY)
    yield Fact(words("workbook.summary.new_value"), yuan(saving.new_value), shown=MONEY)


def check_facts(revision: Revision, items: ItemsLayout, words: Words) -> Iterator[Fact]:
    """Whether the formulas give the program's figures, and what pricing found."""
    contract = revision.priced.totals.contract
    pairs = (
        (items.cell("term_net", items.contract), contract.net_amount),
        (items.cell("term_ex_tax", items.contract), contract.net_ex_tax),
        (items.cell("term_cost", items.contract), contract.cost),
        (
            items.cell("net", items.totals[Kind.MONTHLY]),
            revision.priced.totals.monthly.net_amount,
        ),
    )
    tests = ",".join(f"ROUND({cell}-{yuan(amount)},2)=0" for cell, amount in pairs)
    equal, different = words("workbook.summary.equal"), words("workbook.summary.different")
    formula = f'=IF(AND({tests}),"{equal}","{different}")'
    yield Fact(words("workbook.summary.check"), Live(formula, equal))
    found = revision.priced.problems
    blocking = sum(problem.blocks for problem in found)
    problems = words("workbook.summary.problems_text", count=len(found), blocking=blocking)
    none = words("workbook.summary.no_problems")
    yield Fact(words("workbook.summary.problems"), problems if found else none)
