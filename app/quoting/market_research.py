"""Needs and competitors of all customers, so that nobody can be recognised in them.

Only needs of the question bank are counted, never anybody's own words. Operators and products are
free texts: they stand there only where enough customers have the same and none is named in them.
Whatever fewer customers share is put together, and what is then still of too few is told as
"fewer than" without any figure.
"""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from app.quoting.customer import Competitor, Customer
    from app.quoting.interview import QuestionBank
    from catalog.money import Fen

LEAST = 5
"""Fewer customers than this are no group."""
OTHERS = ""
"""Stands for what was put together."""
_ROUNDED: Fen = 10_00
"""Amounts are told to ten yuan."""
_LEAST_LETTERS = 2


class Counted(NamedTuple):
    """A row.

    Attributes:
        group: Code of the industry; ``OTHERS`` for industries put together.
        what: Identifier of a need, an operator, a product; ``OTHERS`` for several put together.
        customers: How many; 0 stands for fewer than ``LEAST``.
        lines: How many lines or services they have of it; 0 where nobody is told.
        monthly: Fen a month on average, to ten yuan; ``None`` where too few have told.
    """

    group: str
    what: str
    customers: int
    lines: int = 0
    monthly: Fen | None = None


class Research(NamedTuple):
    """What may be told; all of it is empty where there are too few customers at all."""

    needs: tuple[Counted, ...] = ()
    operators: tuple[Counted, ...] = ()
    products: tuple[Counted, ...] = ()


def market_research(customers: Sequence[Customer], bank: QuestionBank) -> Research:
    """What customers need and what they have from others, without anybody in it.

    Args:
        customers: All there are.
        bank: Whose needs are counted.
    """
    told = [one for one in customers if one.competitors or _agreed(one, bank)]
    groups = _groups(told)
    named = [text for one in customers for text in identifying(one)]

    def harmless(text: str) -> bool:
        return not any(name in text for name in named)

    return Research(
        tuple(_rows(groups, lambda one: _agreed(one, bank), lambda _need: True)),
        tuple(_rows(groups, partial(_rivals, "operator"), harmless, "operator")),
        tuple(_rows(groups, partial(_rivals, "product"), harmless, "product")),
    )


def identifying(customer: Customer) -> Iterator[str]:
    """Texts by which a customer could be recognised, as far as they are longer than a sign."""
    texts = [customer.id, customer.name, customer.address, customer.credit_code]
    texts += [customer.representative, *customer.owners]
    for contact in customer.contacts:
        texts += [contact.name, contact.phone, contact.email]
    for account in customer.accounts:
        texts += [account.number, account.holder]
    for site in customer.sites:
        texts += [site.name, site.address]
    yield from (text for text in texts if len(text.strip()) >= _LEAST_LETTERS)


def _rivals(field: str, customer: Customer) -> list[str]:
    """Operators or products that a customer has from others."""
    return [getattr(one, field) for one in customer.competitors]


def _agreed(customer: Customer, bank: QuestionBank) -> list[str]:
    """Identifiers of the needs of the bank that a customer has agreed to, each once."""
    asked = (bank.question(one.question) for one in customer.interview if one.agreed)
    return list(dict.fromkeys(one.need for one in asked if one is not None and one.need))


def _groups(customers: Sequence[Customer]) -> dict[str, list[Customer]]:
    """Customers by industry; small industries are put together until there are enough."""
    found: dict[str, list[Customer]] = defaultdict(list)
    for one in customers:
        found[one.industry].append(one)
    others = found.pop(OTHERS, [])
    for industry in sorted(found, key=lambda name: (len(found[name]), name)):
        if len(found[industry]) < LEAST or 0 < len(others) < LEAST:
            others += found.pop(industry)
    if len(others) >= LEAST:
        found[OTHERS] = others
    return dict(sorted(found.items(), key=lambda one: (one[0] == OTHERS, one[0])))


def _rows(
    groups: dict[str, list[Customer]],
    named: Callable[[Customer], Iterable[str]],
    harmless: Callable[[str], bool],
    field: str = "",
) -> Iterator[Counted]:
    """A row for each thing that enough customers of a group share, then one for all others."""
    for group, customers in groups.items():
        having: dict[str, list[Customer]] = defaultdict(list)
        for one in customers:
            for name in dict.fromkeys(filter(None, map(str.strip, named(one)))):
                having[name].append(one)
        shown = [name for name, who in having.items() if len(who) >= LEAST and harmless(name)]
        for name in sorted(shown, key=lambda name: (-len(having[name]), name)):
            yield _counted(group, name, having[name], field, {name})
        rest = {name for name in having if name not in shown}
        who = {one.id: one for name in rest for one in having[name]}
        if who:
            yield _counted(group, OTHERS, list(who.values()), field, rest)


def _counted(
    group: str, what: str, customers: Sequence[Customer], field: str, names: set[str]
) -> Counted:
    if len(customers) < LEAST:
        return Counted(group, what, 0)
    if not field:
        return Counted(group, what, len(customers))
    meant = [
        [rival for rival in one.competitors if getattr(rival, field).strip() in names]
        for one in customers
    ]
    lines = sum(rival.quantity for rivals in meant for rival in rivals)
    return Counted(group, what, len(customers), lines, _average(meant))


def _average(meant: Sequence[Sequence[Competitor]]) -> Fen | None:
    """What a customer pays a month on average, of those who have told; to ten yuan."""
    paid = [sum(rival.monthly for rival in rivals) for rivals in meant]
    known = [amount for amount in paid if amount]
    if len(known) < LEAST:
        return None
    return (sum(known) // len(known) + _ROUNDED // 2) // _ROUNDED * _ROUNDED
