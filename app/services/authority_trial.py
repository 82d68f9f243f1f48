"""What other limits would change: the verdict on every open quote with the old and the new ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.errors import QuotewrightError
from app.quoting.freezing import work_out
from app.services.quote_library import open_quote
from app.services.recent_quotes import surroundings_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from app.quoting.authority import AuthorityMatrix
    from app.quoting.authority.outcome import Verdict
    from app.services.workspace import Workspace
    from app.storage.quote_rows import QuoteRow

_ALL = 1_000_000


class OtherVerdict(msgspec.Struct, frozen=True):
    """An open quote that would be judged otherwise.

    Attributes:
        id: Identifier of the quote.
        number: As printed.
        title: Short name of the solution.
        customer: Name of the customer.
        levels: Level that it needs, before and after; empty where nobody may grant it.
        people: Who decides, in their order, before and after.
        criteria: Identifiers of the criteria that ask for another level, or for other functions.
    """

    id: str
    number: str
    title: str
    customer: str
    levels: tuple[str, str]
    people: tuple[tuple[str, ...], tuple[str, ...]]
    criteria: tuple[str, ...]


class AuthorityTrial(msgspec.Struct, frozen=True):
    """What the open quotes would need.

    Attributes:
        quotes: How many open quotes were judged.
        changed: Those that are judged otherwise, the one edited last first.
        unreadable: Numbers of those that could not be judged.
    """

    quotes: int
    changed: tuple[OtherVerdict, ...]
    unreadable: tuple[str, ...] = ()


def try_authority(
    workspace: Workspace,
    edition: AuthorityMatrix,
    day: date,
    watch: Callable[[int, int], None] = lambda _done, _total: None,
) -> AuthorityTrial:
    """Judge every quote that a customer may still accept by what holds and by another edition.

    Args:
        workspace: The user's data; nothing is stored.
        edition: The other one, tried as if it held on the price date of each quote.
        day: Of the decision; quotes that were valid until an earlier day are not open any more.
        watch: Called before each quote with how many are done, and how many there are; it may
            raise ``Cancelled`` to stop.

    Raises:
        StorageError: The database failed.
    """
    rows = [row for row in workspace.quotes.search("", _ALL) if row.valid_until >= day]
    changed: list[OtherVerdict] = []
    unreadable: list[str] = []
    for done, row in enumerate(rows):
        watch(done, len(rows))
        try:
            old, new = _verdicts(workspace, row.id, edition, day)
        except QuotewrightError:
            unreadable.append(row.number)
            continue
        if _needs(old) != _needs(new):
            changed.append(_changed(row, old, new))
    watch(len(rows), len(rows))
    return AuthorityTrial(len(rows), tuple(changed), tuple(unreadable))


def _verdicts(
    workspace: Workspace, quote_id: str, edition: AuthorityMatrix, day: date
) -> tuple[Verdict, Verdict]:
    opened = open_quote(workspace, quote_id)
    quote, customer, bills = opened.quote, opened.customer, opened.bills
    rules = workspace.rules_of(quote)
    used = workspace.quotes.used_of_promotions(customer.id, quote.id)
    around = surroundings_of(workspace, quote, customer, bills, today=day)
    catalog, supplier = workspace.catalog_of(quote), workspace.supplier()
    other = rules._replace(authority=edition, editions=(edition,))
    known = work_out(quote, customer, bills, catalog, rules, supplier, used=used, around=around)
    tried = work_out(
        quote, customer, bills, catalog, other, supplier, known=known, used=used, around=around
    )
    return known.revision.verdict, tried.revision.verdict


def _needs(verdict: Verdict) -> tuple[object, ...]:
    """What makes two verdicts the same for whoever waits for them."""
    return verdict.level, verdict.within_own, verdict.blocked, _people(verdict)


def _people(verdict: Verdict) -> tuple[str, ...]:
    return tuple(
        f"{step.role} {' / '.join(one.name for one in step.approvers)}".strip()
        for step in verdict.steps
    )


def _changed(row: QuoteRow, old: Verdict, new: Verdict) -> OtherVerdict:
    before = {one.id: (one.level, one.functions) for one in old.criteria}
    after = {one.id: (one.level, one.functions) for one in new.criteria}
    names = dict.fromkeys((*before, *after))
    return OtherVerdict(
        id=row.id,
        number=row.number,
        title=row.title,
        customer=row.customer_name,
        levels=(old.level, new.level),
        people=(_people(old), _people(new)),
        criteria=tuple(name for name in names if before.get(name) != after.get(name)),
    )
