"""merge_bills(): what files say laid over the bills that are known; nothing is ever doubled."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from catalog.local_text import LocalText
from catalog.period import Month, month_after
from catalog.problem import Place, Problem, Severity
from catalog.search.folding import folded
from pricing.bill_reading.bill_columns import WHOLE_LINE
from pricing.bill_reading.bill_rows import yuan
from pricing.bills import BillComponent, Bills

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from catalog.money import Fen
    from pricing.bill_reading.bill_collecting import FigureKey
    from pricing.bill_reading.bill_figures import BillFigure
    from pricing.bill_reading.bill_words import BillWords

_LINE = "line"
_INSIDE = "其中"


class MergedBills(msgspec.Struct, frozen=True):
    """All bills of a customer after an import.

    Attributes:
        bills: What would be stored.
        problems: Months that are replaced or missing, and charges of an unknown sort.
        added: Bills (an account in a month) that were not known.
        replaced: Bills that were known with other amounts.
        same: Bills that were known as they are.
        unknown: Charges whose sort of spend nobody has said.
    """

    bills: Bills
    problems: tuple[Problem, ...] = ()
    added: int = 0
    replaced: int = 0
    same: int = 0
    unknown: tuple[str, ...] = ()


def merge_bills(
    stored: Bills,
    figures: Mapping[FigureKey, BillFigure],
    words: BillWords,
    kinds: Mapping[str, str],
    *,
    absent_is_zero: bool = False,
) -> MergedBills:
    """Lay figures over stored bills.

    The bill of an account in a month replaces the stored one as a whole. A charge that stands on
    some bills of an account and not on others was 0 on these.

    Args:
        stored: What is known; bills that are not by account are an error where months meet.
        figures: What the files say.
        words: Words of bills.
        kinds: Sorts of spend of charges that the words do not know.
        absent_is_zero: An account without a bill in a month was not in use then.
    """
    before = _by_bill(stored)
    after: dict[tuple[str, Month], dict[tuple[str, bool], BillFigure]] = {}
    for (account, month, name, contained), figure in figures.items():
        after.setdefault((account, month), {})[name, contained] = figure
    problems = _compared(before, after, merged_known=_merged_known(stored, figures))
    parts = _Parts(stored, words, kinds)
    for bill in after:
        parts.clear(*bill)
    for figure in figures.values():
        parts.put(figure)
    bills = parts.bills(absent_is_zero=absent_is_zero)
    same = sum(before.get(bill) == _sum(charges) for bill, charges in after.items())
    known = sum(bill in before for bill in after)
    problems.extend(months_missing(bills))
    unknown = tuple(parts.unknown)
    problems.extend(
        Problem("bill.kind_unknown", Severity.WARNING, parameters={"charge": name})
        for name in unknown
    )
    return MergedBills(bills, tuple(problems), len(after) - known, known - same, same, unknown)


def months_missing(bills: Bills) -> list[Problem]:
    """Gaps in the bills of each account, and accounts whose bills end before the others' do."""
    months: dict[str, set[Month]] = {}
    for component in bills.components:
        months.setdefault(component.account, set()).update(component.amounts)
    latest = max((month for known in months.values() for month in known), default="")
    found = []
    for account, known in months.items():
        place = Place(subject=account)
        gaps = [month for month in _span(min(known), max(known)) if month not in known]
        if gaps:
            facts = {"account": account, "months": ", ".join(gaps)}
            found.append(Problem("bill.months_missing", Severity.WARNING, place, facts))
        if max(known) < latest:
            facts = {"account": account, "month": max(known), "latest": latest}
            found.append(Problem("bill.ends_early", Severity.WARNING, place, facts))
    return found


class _Parts:
    """Components under change, by identifier, in their order."""

    def __init__(self, stored: Bills, words: BillWords, kinds: Mapping[str, str]) -> None:
        self._words = words
        self._reasons = stored.reasons
        self._kinds = kinds
        self.unknown: dict[str, None] = {}
        self._made: dict[tuple[str, str, bool], BillComponent] = {}
        self._amounts: dict[tuple[str, str, bool], dict[Month, Fen]] = {}
        self._usage: dict[tuple[str, str, bool], dict[Month, int]] = {}
        for contained, components in ((False, stored.components), (True, stored.series)):
            for component in components:
                key = (component.account, folded(_own_name(component)), contained)
                self._made[key] = component
                self._amounts[key] = dict(component.amounts)
                self._usage[key] = dict(component.usage)
        self._of: dict[str, list[tuple[str, str, bool]]] = {}
        for key in self._made:
            self._of.setdefault(key[0], []).append(key)

    def clear(self, account: str, month: Month) -> None:
        """Forget the bill of an account in a month."""
        for key in self._of.get(account, ()):
            self._amounts[key].pop(month, None)
            self._usage[key].pop(month, None)

    def put(self, figure: BillFigure) -> None:
        """Enter a figure."""
        # 铺位1(二楼) of a file is what is stored as 铺位1（二楼）.
        key = (figure.account, folded(figure.component), figure.contained)
        if key not in self._made:
            self._made[key] = self._new(figure.account, figure.component, figure.contained)
            self._amounts[key], self._usage[key] = {}, {}
            self._of.setdefault(figure.account, []).append(key)
        self._amounts[key][figure.month] = figure.amount
        if figure.usage is not None:
            self._usage[key][figure.month] = figure.usage

    def _new(self, account: str, name: str, contained: bool) -> BillComponent:
        kind = self._kinds.get(name) or self._words.kind(name)
        kind = _LINE if name == WHOLE_LINE else kind
        if not kind:
            self.unknown.setdefault(name)
        known = self._words.bill_words.kind.get(kind)
        parts = [part for part in (account, name, _INSIDE if contained else "") if part]
        return BillComponent(
            id="|".join(parts),
            name=LocalText(name, known.en if known else ""),
            amounts={},
            charge=known.charge if known else "",
            account=account,
            kind=kind,
        )

    def bills(self, *, absent_is_zero: bool) -> Bills:
        """All of it, oldest month first, names told apart where there are several accounts."""
        known: dict[str, set[Month]] = {}
        for (account, _, contained), amounts in self._amounts.items():
            if not contained:
                known.setdefault(account, set()).update(amounts)
        every = sorted(set().union(*known.values())) if known else []
        shown = {
            account: every if absent_is_zero else sorted(months)
            for account, months in known.items()
        }
        several = len([account for account in known if account]) > 1
        made: dict[bool, list[BillComponent]] = {False: [], True: []}
        for key, component in self._made.items():
            amounts, usage = self._amounts[key], self._usage[key]
            if not any(month in amounts for month in shown.get(key[0], ())):
                continue
            made[key[2]].append(
                msgspec.structs.replace(
                    component,
                    name=_named(component, several=several),
                    amounts={month: amounts.get(month, 0) for month in shown[key[0]]},
                    usage={month: usage[month] for month in sorted(usage)},
                )
            )
        return Bills(tuple(made[False]), tuple(made[True]), self._reasons)


def _own_name(component: BillComponent) -> str:
    """The charge's name without the account in front of it."""
    name = component.name.zh
    return name.removeprefix(f"{component.account} ") if component.account else name


def _named(component: BillComponent, *, several: bool) -> LocalText:
    name, account = component.name, component.account
    if not several or not account or name.zh.startswith(f"{account} "):
        return name
    return LocalText(f"{account} {name.zh}", f"{account} {name.en}" if name.en else "")


def _by_bill(bills: Bills) -> dict[tuple[str, Month], Fen]:
    """What each account comes to in each month."""
    sums: dict[tuple[str, Month], Fen] = {}
    for component in bills.components:
        for month, amount in component.amounts.items():
            key = (component.account, month)
            sums[key] = sums.get(key, 0) + amount
    return sums


def _sum(charges: Mapping[tuple[str, bool], BillFigure]) -> Fen:
    return sum(figure.amount for (_, contained), figure in charges.items() if not contained)


def _compared(
    before: Mapping[tuple[str, Month], Fen],
    after: Mapping[tuple[str, Month], Mapping[tuple[str, bool], BillFigure]],
    *,
    merged_known: bool,
) -> list[Problem]:
    """Bills that come in place of others; bills without accounts beside them would double."""
    found = []
    if merged_known:
        found.append(Problem("bill.merged_known"))
    for (account, month), charges in after.items():
        was, now = before.get((account, month)), _sum(charges)
        if was is not None and was != now:
            facts = {"account": account, "month": month, "before": yuan(was), "after": yuan(now)}
            place = Place(subject=account)
            found.append(Problem("bill.month_replaced", Severity.WARNING, place, facts))
    return found


def _merged_known(stored: Bills, figures: Iterable[FigureKey]) -> bool:
    """Whether bills of the whole customer and bills by account would stand side by side."""
    whole = any(not component.account for component in stored.components)
    single = any(component.account for component in stored.components)
    news = {bool(account) for account, *_ in figures}
    return (whole and True in news) or (single and False in news) or len(news) > 1


def _span(first: Month, last: Month) -> Iterable[Month]:
    month = first
    while month <= last:
        yield month
        month = month_after(month)
