"""Bills grouped for looking at: the total, by charge over all accounts, or by account."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from catalog.local_text import LocalText
from catalog.money import Fen
from catalog.period import Month
from pricing.spend_analysis import analyse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pricing.bills import BillComponent, Bills
    from pricing.spend import SpendAnalysis, SpendPolicy


class Grouping(StrEnum):
    """What is added up."""

    TOTAL = "total"
    CHARGE = "charge"
    ACCOUNT = "account"


class SpendGroup(msgspec.Struct, frozen=True):
    """Some components added up over a window of months.

    Attributes:
        id: Unique among the groups.
        name: For people; empty for the total.
        months: The window, oldest first.
        amounts: Fen of each month as billed.
        usual: The same with each unusual amount at its component's usual level.
        unusual: Places of the months in which a component was unusual.
    """

    id: str
    name: LocalText
    months: tuple[Month, ...]
    amounts: tuple[Fen, ...]
    usual: tuple[Fen, ...]
    unusual: frozenset[int] = frozenset()


def analysed(bills: Bills, policy: SpendPolicy, window: int) -> SpendAnalysis | None:
    """The analysis of the last complete months, as many as are asked for and known.

    Beyond the history that the policy looks at, a component's median is taken over the whole
    window: what was usual years ago is not judged by what is usual now alone.
    """
    history = max(policy.history, window)
    return analyse(bills, msgspec.structs.replace(policy, window=window, history=history))


def grouped(bills: Bills, analysis: SpendAnalysis, by: Grouping) -> tuple[SpendGroup, ...]:
    """The components of the window in groups, in the order of the bill.

    A component without an account is a group of its own where groups are accounts.
    """
    members: dict[str, tuple[LocalText, list[BillComponent]]] = {}
    for component in bills.components:
        key, name = _key(component, by)
        members.setdefault(key, (name, []))[1].append(component)
    months = tuple(month.month for month in analysis.months)
    usual = {(one.component, one.month): one.median for one in analysis.unusual}
    return tuple(
        _group(key, _shown(name, parts, by), parts, months, usual)
        for key, (name, parts) in members.items()
    )


def components_in(bills: Bills, by: Grouping, group: str) -> tuple[BillComponent, ...]:
    """The components of a group; all of them where there is no group of that name."""
    found = tuple(one for one in bills.components if _key(one, by)[0] == group)
    return found or bills.components


def charge_name(component: BillComponent) -> LocalText:
    """Name of a component without the account before it."""
    if not component.account:
        return component.name
    before = f"{component.account} "
    zh, en = component.name.zh.removeprefix(before), component.name.en.removeprefix(before)
    return LocalText(zh, en)


def _key(component: BillComponent, by: Grouping) -> tuple[str, LocalText]:
    if by is Grouping.TOTAL:
        return "", LocalText()
    if by is Grouping.ACCOUNT:
        account = component.account
        return (account, LocalText(account)) if account else (component.id, component.name)
    name = charge_name(component)
    return name.zh, name


def _shown(name: LocalText, parts: Sequence[BillComponent], by: Grouping) -> LocalText:
    """An account with one component is known by the name of that."""
    return parts[0].name if by is Grouping.ACCOUNT and len(parts) == 1 else name


def _group(
    key: str,
    name: LocalText,
    parts: Sequence[BillComponent],
    months: tuple[Month, ...],
    usual: dict[tuple[str, Month], Fen],
) -> SpendGroup:
    amounts, levelled, odd = [], [], set()
    for place, month in enumerate(months):
        billed = sum(part.amounts[month] for part in parts)
        level = billed
        for part in parts if usual else ():
            middle = usual.get((part.id, month))
            if middle is not None:
                level += middle - part.amounts[month]
                odd.add(place)
        amounts.append(billed)
        levelled.append(level)
    return SpendGroup(key, name, months, tuple(amounts), tuple(levelled), frozenset(odd))
