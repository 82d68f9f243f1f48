"""TotalWatch: sums beside the totals that a bill states; a total is checked, never added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pricing.bill_reading.bill_figures import BillSource, TotalCheck

if TYPE_CHECKING:
    from catalog.money import Fen
    from catalog.period import Month

_SUBTOTAL = ("小计", "subtotal", "sub-total")


class TotalWatch:
    """Adds the amounts of a table up, column by column, the ways in which bills add them."""

    def __init__(self, source: BillSource) -> None:
        """Begin at the top of a table."""
        self._source = source
        self.checks: list[TotalCheck] = []
        self._all: dict[int, Fen] = {}
        self._since: dict[int, Fen] = {}
        self._of: dict[tuple[int, str, Month], Fen] = {}
        self._last = ("", "")
        self._checked: dict[str, dict[int, Fen]] = {}

    def add(self, column: int, account: str, month: Month, amount: Fen) -> None:
        """Count an amount of a column."""
        self._all[column] = self._all.get(column, 0) + amount
        self._since[column] = self._since.get(column, 0) + amount
        self._last = (account, month)
        for key in ((column, account, month), (column, account, ""), (column, "", month)):
            self._of[key] = self._of.get(key, 0) + amount

    def all_of(self) -> Fen:
        """What all columns come to."""
        return sum(self._all.values())

    def check(self, row: int, label: str, stated: dict[int, tuple[str, Fen]]) -> None:
        """Hold the totals of a row against the sums.

        Which rows a total adds up is not always said: those since the last total, since the last
        one of the same name, all, or those of the account or month that ends above it. It is right
        if one of these comes to it; otherwise the difference is to the sum that its name means.

        Args:
            row: Number of the row of totals.
            label: What it is called.
            stated: Label of the column and fen, by column.
        """
        before = self._checked.get(label, {})
        for column, (heading, amount) in stated.items():
            since, whole = self._since.get(column, 0), self._all.get(column, 0)
            of_name = whole - before.get(column, 0)
            account, month = self._last
            groups = ((column, account, month), (column, account, ""), (column, "", month))
            sums = [whole, since, of_name, *(self._of.get(key, 0) for key in groups)]
            small = any(word in label.casefold() for word in _SUBTOTAL)
            usual = since if small else (of_name if before else whole)
            summed = amount if amount in sums else usual
            self.checks.append(TotalCheck(label, self._source, row, heading, amount, summed))
        self._since = {}
        self._checked[label] = dict(self._all)

    def state(self, row: int, label: str, amount: Fen) -> None:
        """Hold a total in a sentence against everything so far, or the bill that ends above it.

        Args:
            row: Number of its row.
            label: What it is called.
            amount: What is stated.
        """
        account, month = self._last
        whole, since = self.all_of(), sum(self._since.values())
        bill = sum(self._of.get((column, account, month), 0) for column in self._all)
        summed = amount if amount in (whole, since, bill) else whole
        self.checks.append(TotalCheck(label, self._source, row, "", amount, summed))
        self._since = {}
