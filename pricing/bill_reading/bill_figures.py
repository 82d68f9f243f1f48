"""The values that bills are read into: figures with their places, and totals that were checked."""

from __future__ import annotations

import msgspec

from catalog.money import Fen
from catalog.period import Month
from catalog.problem import Problem


class BillSource(msgspec.Struct, frozen=True):
    """Where figures stand: the name of the file and of the sheet."""

    file: str
    sheet: str = ""


class BillFigure(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One amount of one charge in one month.

    Attributes:
        account: Number or account; empty when the bills are of the whole customer.
        month: When.
        component: Name of the charge, as the bill has it.
        amount: Fen, VAT included.
        usage: What was used of it; ``None`` when the bill does not say.
        contained: It is part of another charge: watched, never added up.
        source: Position in the list of sources.
        row: Number of the row there.
    """

    account: str
    month: Month
    component: str
    amount: Fen
    usage: int | None = None
    contained: bool = False
    source: int = 0
    row: int = 0


class TotalCheck(msgspec.Struct, frozen=True):
    """A total of the bill beside the sum of what was read.

    Attributes:
        label: What the bill calls it.
        source: Where it stands.
        row: Number of its row.
        column: Letters and heading of its column; empty for a total in a sentence.
        stated: Fen that the bill says.
        summed: Fen that the rows come to.
    """

    label: str
    source: BillSource
    row: int
    column: str
    stated: Fen
    summed: Fen

    @property
    def difference(self) -> Fen:
        """How much more the bill says, in fen; 0 when it is right."""
        return self.stated - self.summed


class BillsRead(msgspec.Struct, frozen=True):
    """What was read of one or more tables.

    Attributes:
        figures: In the order of the rows.
        problems: What was rejected, left aside or strange.
        totals: Every total that was checked.
        holders: Names that accounts are registered under, by account.
        rows: How many rows of charges were looked at.
        rejected: How many of them have a cell without a reading.
        sources: Where figures stand.
    """

    figures: tuple[BillFigure, ...] = ()
    problems: tuple[Problem, ...] = ()
    totals: tuple[TotalCheck, ...] = ()
    holders: dict[str, tuple[str, ...]] = {}
    rows: int = 0
    rejected: int = 0
    sources: tuple[BillSource, ...] = ()
