"""Lines at risk: accounts that may go with one that fell, or that is to be cancelled.

Two accounts hang together when one holder has them, or when they were put together into one
customer (under other names, with the reason that is kept with them). An account fell when its
total, or what is watched of it (its long distance), lies below the first months of the window by
the yellow threshold.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from catalog.local_text import LocalText
from catalog.money import Fen
from pricing.spend_analysis import analyse, drop_of, mean
from pricing.spend_groups import Grouping, grouped

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from app.quoting.customer import Account, Customer
    from pricing.bills import BillComponent, Bills
    from pricing.spend import SpendAnalysis, SpendPolicy
    from pricing.spend_groups import SpendGroup


class Link(StrEnum):
    """Why two accounts hang together."""

    SAME_HOLDER = "same_holder"
    SAME_CUSTOMER = "same_customer"


class LineAtRisk(msgspec.Struct, frozen=True):
    """An account that may be lost.

    Attributes:
        account: Its number, or the identifier of its part of the bill.
        name: For people.
        monthly: Plain average over the window in fen: what is at stake.
        because: Name of the account that fell or is to be cancelled.
        cancelled: That one is to be cancelled; otherwise it fell.
        link: Why they hang together.
    """

    account: str
    name: LocalText
    monthly: Fen
    because: LocalText
    cancelled: bool
    link: Link


def lines_at_risk(
    customer: Customer, bills: Bills, policy: SpendPolicy, cancelled: Collection[str] = ()
) -> tuple[LineAtRisk, ...]:
    """Accounts that hang together with one that fell or is to be cancelled, in their order.

    Args:
        customer: With the holders of the accounts.
        bills: Past bills.
        policy: Thresholds of a drop.
        cancelled: Numbers of accounts that are to be cancelled.
    """
    analysis = analyse(bills, policy)
    if analysis is None:
        return ()
    groups = grouped(bills, analysis, Grouping.ACCOUNT)
    names = {group.id: group.name for group in groups}
    gone = [account for account in names if account in cancelled]
    gone += [one for one in _fallen(bills, analysis, policy, groups) if one not in cancelled]
    return _linked(customer.accounts, groups, gone, cancelled)


def lines_of_signals(
    accounts: Sequence[Account], bills: Bills, analysis: SpendAnalysis
) -> tuple[LineAtRisk, ...]:
    """Accounts that hang together with one of which the analysis has a signal."""
    groups = grouped(bills, analysis, Grouping.ACCOUNT)
    series = {one.id: one for one in (*bills.components, *bills.series)}
    found = (series.get(signal.component) for signal in analysis.churn)
    gone = dict.fromkeys(_owner(one, groups) for one in found if one is not None)
    return _linked(accounts, groups, [one for one in gone if one], ())


def _linked(
    accounts: Sequence[Account],
    groups: Sequence[SpendGroup],
    gone: list[str],
    cancelled: Collection[str],
) -> tuple[LineAtRisk, ...]:
    """Every other group with the one of those gone that it hangs together with most closely."""
    if not gone:
        return ()
    names = {group.id: group.name for group in groups}
    known = {account.number: account for account in accounts}
    found = []
    for group in groups:
        if group.id not in gone:
            why, link = _nearest(known, group.id, gone)
            at_stake = mean(group.amounts)
            found.append(
                LineAtRisk(group.id, group.name, at_stake, names[why], why in cancelled, link)
            )
    return tuple(found)


def _fallen(
    bills: Bills, analysis: SpendAnalysis, policy: SpendPolicy, groups: Sequence[SpendGroup]
) -> Iterator[str]:
    months = [month.month for month in analysis.months]
    watched: dict[str, None] = {}
    for group in groups:
        if drop_of(group.id, group.name, group.amounts, policy) is not None:
            watched[group.id] = None
    for series in bills.series:
        owner = _owner(series, groups)
        if owner and all(month in series.amounts for month in months):
            amounts = [series.amounts[month] for month in months]
            if drop_of(series.id, series.name, amounts, policy) is not None:
                watched[owner] = None
    yield from watched


def _owner(series: BillComponent, groups: Sequence[SpendGroup]) -> str:
    """The group of a series by its account or the beginning of its identifier; or nothing."""
    names = [group.id for group in groups]
    if series.account in names:
        return series.account
    return max((name for name in names if series.id.startswith(name)), key=len, default="")


def _nearest(accounts: dict[str, Account], number: str, gone: list[str]) -> tuple[str, Link]:
    """The account that this one hangs together with most closely."""
    own = accounts.get(number)
    for other in gone:
        theirs = accounts.get(other)
        if own is not None and theirs is not None and own.holder and own.holder == theirs.holder:
            return other, Link.SAME_HOLDER
    return gone[0], Link.SAME_CUSTOMER
