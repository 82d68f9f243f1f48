"""collect_figures(): each charge of an account and month once; what comes twice is told."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from catalog.layout.mapped_rows import row_list
from catalog.period import Month
from catalog.problem import Place, Problem, Severity
from catalog.search.folding import folded
from pricing.bill_reading.bill_columns import WHOLE_LINE
from pricing.bill_reading.bill_figures import BillFigure, BillsRead, TotalCheck
from pricing.bill_reading.bill_rows import yuan

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FigureKey = tuple[str, Month, str, bool]
"""Account, month, charge, and whether it is part of another one."""


class Twice(StrEnum):
    """What becomes of a charge that comes twice with different amounts."""

    REFUSE = "refuse"
    ADD = "add"
    LAST = "last"


class Collected(msgspec.Struct, frozen=True):
    """Figures of all files.

    Attributes:
        figures: Each key once.
        problems: What came twice, and summaries that were checked only.
        totals: Totals that stand in summaries.
    """

    figures: dict[FigureKey, BillFigure]
    problems: tuple[Problem, ...] = ()
    totals: tuple[TotalCheck, ...] = ()


def joined_reads(reads: Sequence[BillsRead]) -> BillsRead:
    """Several tables as one, sources counted through."""
    figures: list[BillFigure] = []
    holders: dict[str, dict[str, None]] = {}
    start = 0
    for read in reads:
        figures.extend(
            read.figures
            if start == 0
            else [
                BillFigure(f[0], f[1], f[2], f[3], f[4], f[5], f[6] + start, f[7])
                for f in map(msgspec.structs.astuple, read.figures)
            ]
        )
        start += len(read.sources)
        for account, names in read.holders.items():
            holders.setdefault(account, {}).update(dict.fromkeys(names))
    return BillsRead(
        tuple(figures),
        tuple(problem for read in reads for problem in read.problems),
        tuple(check for read in reads for check in read.totals),
        {account: tuple(names) for account, names in holders.items()},
        sum(read.rows for read in reads),
        sum(read.rejected for read in reads),
        tuple(source for read in reads for source in read.sources),
    )


def collect_figures(read: BillsRead, twice: Twice = Twice.REFUSE) -> Collected:
    """Keep each charge of an account and month once.

    The same amount twice counts once, and is told; different amounts are refused unless somebody
    says what they mean. An account's whole amount beside its charges is a summary: it is held
    against them, and not added.

    Args:
        read: All tables, joined.
        twice: What becomes of different amounts.
    """
    kept: dict[FigureKey, BillFigure] = {}
    again: dict[int, list[int]] = {}
    problems: list[Problem] = []
    spelled: dict[str, str] = {}
    for figure in read.figures:
        name = spelled.setdefault(folded(figure.component), figure.component)
        key = (figure.account, figure.month, name, figure.contained)
        known = kept.setdefault(key, figure)
        if known is figure:
            continue
        if known.amount == figure.amount and known.usage == figure.usage:
            again.setdefault(figure.source, []).append(figure.row)
            continue
        if twice is Twice.REFUSE:
            problems.append(_different(read, known, figure))
        elif twice is Twice.LAST:
            kept[key] = figure
        else:
            used = None if known.usage is None else known.usage + (figure.usage or 0)
            kept[key] = msgspec.structs.replace(
                known, amount=known.amount + figure.amount, usage=used
            )
    problems.extend(
        Problem(
            "bill.twice_same",
            Severity.HINT,
            _place(read, source, rows[0]),
            {"rows": row_list(rows), "count": str(len(rows))},
        )
        for source, rows in again.items()
    )
    totals = _summaries(read, kept)
    if totals:
        facts = {"count": str(len(totals))}
        problems.append(Problem("bill.summary_aside", Severity.HINT, parameters=facts))
    return Collected(kept, tuple(problems), totals)


def _different(read: BillsRead, known: BillFigure, figure: BillFigure) -> Problem:
    first = _place(read, known.source, known.row)
    place = " / ".join(part for part in (first.file, first.sheet, str(first.row)) if part)
    facts = {
        "account": figure.account,
        "month": figure.month,
        "charge": figure.component,
        "first": yuan(known.amount),
        "second": yuan(figure.amount),
        "place": place,
    }
    return Problem(
        "bill.twice_different", where=_place(read, figure.source, figure.row), parameters=facts
    )


def _summaries(read: BillsRead, kept: dict[FigureKey, BillFigure]) -> tuple[TotalCheck, ...]:
    """Take whole amounts away where an account's charges of the month are known, and check them."""
    charges: dict[tuple[str, Month], int] = {}
    for (account, month, name, contained), figure in kept.items():
        if name != WHOLE_LINE and not contained:
            charges[account, month] = charges.get((account, month), 0) + figure.amount
    checks = []
    for key in [key for key in kept if key[2] == WHOLE_LINE and key[:2] in charges]:
        whole = kept.pop(key)
        source = read.sources[whole.source]
        label = f"{whole.account} {whole.month}"
        checks.append(TotalCheck(label, source, whole.row, "", whole.amount, charges[key[:2]]))
    return tuple(checks)


def _place(read: BillsRead, source: int, row: int) -> Place:
    where = read.sources[source]
    return Place(file=where.file, sheet=where.sheet, row=row)


def accounts_of(keys: Iterable[FigureKey]) -> tuple[str, ...]:
    """Accounts in the order in which they come first."""
    return tuple(dict.fromkeys(key[0] for key in keys))
