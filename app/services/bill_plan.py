"""What an import of bills would do, as values for the window and the command line."""

from __future__ import annotations

import msgspec

from app.quoting.customer import Customer
from app.storage.bill_imports import BillFile, FigurePlaces
from catalog.money import Fen
from catalog.period import Month
from catalog.problem import Problem
from pricing.bill_reading.bill_collecting import Twice
from pricing.bill_reading.bill_figures import TotalCheck
from pricing.bill_reading.bill_survey import SurveyedBills
from pricing.bills import Bills


class OpenedBills(msgspec.Struct, frozen=True):
    """Files that were opened; nothing of their rows is believed yet.

    Attributes:
        files: Name, hash and size of each that is read.
        tables: Their tables, with what columns mean.
        problems: Files that come twice or were imported before, sheets left aside.
    """

    files: tuple[BillFile, ...]
    tables: tuple[SurveyedBills, ...]
    problems: tuple[Problem, ...] = ()


class BillChoices(msgspec.Struct, frozen=True):
    """What a person has said.

    Attributes:
        reason: Why accounts under other names belong to the customer.
        left_out: Accounts that do not.
        twice: What becomes of a charge that comes twice with different amounts.
        absent_is_zero: An account without a bill in a month was not in use then.
        replace_stored: The bills that are stored go.
        skip_rejected: Rows without a reading are left out, told; otherwise nothing is imported.
    """

    reason: str = ""
    left_out: frozenset[str] = frozenset()
    twice: Twice = Twice.REFUSE
    absent_is_zero: bool = False
    replace_stored: bool = False
    skip_rejected: bool = False


class AccountSeen(msgspec.Struct, frozen=True):
    """An account of the files.

    Attributes:
        number: Number or account.
        holder: Names that it is registered under, with a comma between them.
        first: Its first month.
        last: Its last month.
        months: How many months have a bill.
        total: What they come to, in fen.
        known: The customer has it already.
        differs: It is registered under another name than the customer's.
    """

    number: str
    holder: str
    first: Month
    last: Month
    months: int
    total: Fen
    known: bool
    differs: bool


class BillPlan(msgspec.Struct, frozen=True):
    """What an import would do; nothing is stored yet.

    Attributes:
        customer: With the accounts that it brings.
        revision: Of the customer that it was prepared from.
        bills: All bills after it; ``None`` when an error blocks it.
        problems: Every finding, in file order.
        accounts: In the order of the files.
        totals: Totals of the bills, beside the sums.
        rows: How many rows of charges were looked at.
        rejected: How many of them have a cell without a reading.
        figures: How many amounts are taken.
        added: Bills (an account in a month) that were not known.
        replaced: Bills that were known with other amounts.
        same: Bills that were known as they are.
        unknown: Charges whose sort of spend nobody has said.
        files: What was read.
        places: Where each figure stands.
    """

    customer: Customer
    revision: int
    bills: Bills | None
    problems: tuple[Problem, ...]
    accounts: tuple[AccountSeen, ...] = ()
    totals: tuple[TotalCheck, ...] = ()
    rows: int = 0
    rejected: int = 0
    figures: int = 0
    added: int = 0
    replaced: int = 0
    same: int = 0
    unknown: tuple[str, ...] = ()
    files: tuple[BillFile, ...] = ()
    places: FigurePlaces = FigurePlaces()

    @property
    def errors(self) -> int:
        """How many findings block it."""
        return sum(problem.blocks for problem in self.problems)

    @property
    def wrong_totals(self) -> tuple[TotalCheck, ...]:
        """Totals that the sums do not come to."""
        return tuple(check for check in self.totals if check.difference)
