"""secrets_of(): what must never appear on a customer's paper, as it would be printed.

The release gate looks for these texts in every part of every customer file. Numbers of fewer than
four digits are left out: they occur everywhere by chance; types and templates guard them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.quoting.customer import Personality
from catalog.money import yuan
from pricing.concession import measure

if TYPE_CHECKING:
    from app.quoting.customer import Customer
    from app.quoting.revision import Revision
    from catalog.money import Fen

_LEAST_DIGITS = 4
_LEAST_LETTERS = 2
_LEAST_SAID = 12
"""Shorter evidence of a need may be words that anybody writes."""
_CHOSEN = frozenset(Personality)


def secrets_of(revision: Revision) -> tuple[str, ...]:
    """Costs, margin and internal remarks of a revision, as texts; none of them occurs twice."""
    totals = revision.priced.totals
    costs = [totals.one_time.cost, totals.monthly.cost, totals.yearly.cost, totals.contract.cost]
    for item in revision.priced.items:
        costs.extend((item.one_time.cost, item.monthly.cost, item.yearly.cost))
        costs.extend(charge.cost_amount for charge in item.charges)
    public = _public_amounts(revision)
    texts = [text for cost in costs if cost not in public for text in _spellings(cost)]
    margin = measure(revision.priced)
    texts.extend(_spellings(margin.revenue - margin.cost))
    texts.extend(line.strip() for line in revision.quote.notes.splitlines())
    texts.extend(line.strip() for line in revision.customer.notes.splitlines())
    texts.extend(_remarks(revision.customer))
    said = [fact.evidence for fact in revision.quote.need_facts]
    said += [one.note for one in revision.quote.buying_factors]
    needs = "\n".join(revision.quote.needs)
    texts.extend(text for text in said if len(text) >= _LEAST_SAID and text not in needs)
    return tuple(dict.fromkeys(text for text in texts if text))


def _remarks(customer: Customer) -> list[str]:
    """What was written about people and competitors; a chosen word may stand on any paper."""
    texts = [contact.personality for contact in customer.contacts]
    texts += [line.strip() for note in customer.journal for line in note.text.splitlines()]
    texts += [rival.source for rival in customer.competitors]
    # "power" or "王" would be found wherever power or a Wang is.
    return [text for text in texts if text not in _CHOSEN and len(text) >= _LEAST_LETTERS]


def _public_amounts(revision: Revision) -> set[Fen]:
    """Amounts that the customer may see; a cost that happens to equal one is no leak."""
    amounts: set[Fen] = set()
    for item in revision.priced.items:
        for charge in item.charges:
            amounts |= {
                charge.list_amount,
                charge.published_amount,
                charge.net_amount,
                charge.net_ex_tax,
                charge.tax,
            }
    return amounts


def _spellings(amount: Fen) -> tuple[str, ...]:
    """An amount with and without thousands separators; nothing when it has too few digits."""
    if len(str(abs(amount))) < _LEAST_DIGITS or amount <= 0:
        return ()
    plain, grouped = f"{yuan(amount):.2f}", f"{yuan(amount):,.2f}"
    return (plain,) if plain == grouped else (plain, grouped)
