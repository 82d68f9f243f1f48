"""Builds messy files of bills, reads them the whole way, and compares every cell with the truth."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.quoting.customer import Customer
from app.services.bill_plan import BillChoices
from app.services.import_bills import open_bills, prepare_bills
from app.services.workspace import Workspace
from pricing.bill_reading.bill_rows import yuan
from pricing.bills import Bills
from tests.app.services.conftest import NOON
from tests.app.services.messy.building import MessyCase, MessySheet, build

if TYPE_CHECKING:
    from pathlib import Path

    from catalog.problem import Problem
    from pricing.bills import BillComponent


class MessyFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file.

    Attributes:
        name: With its ending.
        text: Content of a text file.
        encoding: Of a text file.
        sheet: Sheets of a workbook.
    """

    name: str
    text: str = ""
    encoding: str = "utf-8"
    sheet: tuple[MessySheet, ...] = ()

    def data(self) -> bytes:
        """The file."""
        if self.sheet:
            return build(MessyCase("", self.sheet, ""))
        return self.text.replace("\n", "\r\n").encode(self.encoding)


class MessyBills(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Files of one import and what is true about them.

    Attributes:
        about: What is messy, in a sentence.
        file: The files.
        truth: A line for each amount: account, month, charge, yuan, usage if any; a charge that is
            part of another one begins with ``其中:``.
        told: What must be told: row and code of each; row 0 where there is none.
        totals: How many totals of the bill are checked, and how many of them are wrong.
    """

    about: str
    file: tuple[MessyFile, ...]
    truth: str
    told: tuple[str, ...] = ()
    totals: tuple[int, int] = (0, 0)


class Compared(msgspec.Struct, frozen=True):
    """How files were read.

    Attributes:
        cells: Cells that are true.
        wrong: Those that were read otherwise: line, truth, found.
        unasked: Amounts other than 0 that were read and are not true.
        told: Row and code of each finding.
        errors: The same of those that block.
        rejected: Rows with a cell without a reading.
        totals: Totals checked, and wrong ones.
    """

    cells: int
    wrong: tuple[tuple[str, str, str], ...]
    unasked: tuple[str, ...]
    told: frozenset[str]
    errors: frozenset[str]
    rejected: int
    totals: tuple[int, int]


def compare(case: MessyBills, folder: Path, old: Path | None = None) -> Compared:
    """Write the files, read them for a customer without bills, and compare.

    Args:
        case: The files.
        folder: Where they are written.
        old: A file to be read in their place.
    """
    paths = [folder / file.name for file in case.file]
    if old is None:
        for path, file in zip(paths, case.file, strict=True):
            path.write_bytes(file.data())
    else:
        paths = [paths[0].with_suffix(".xls")]  # the name may tell the month
        paths[0].write_bytes(old.read_bytes())
    workspace = Workspace.open(folder / "data")
    workspace.customers.save(Customer("c", "某公司", "SMB"), Bills(), now=NOON)
    opened = open_bills(paths, "c", workspace)
    plan = prepare_bills(opened, "c", workspace, BillChoices(reason="x", skip_rejected=True))
    strict = prepare_bills(opened, "c", workspace, BillChoices(reason="x"))
    workspace.close()
    assert plan.bills is not None, [problem.code for problem in plan.problems if problem.blocks]
    found = {}
    for start, components in (("", plan.bills.components), ("其中:", plan.bills.series)):
        for component in components:
            name = start + component.name.zh.removeprefix(f"{component.account} ")
            for month in component.amounts:
                found[component.account, month, name] = _cells(component, month)
    wrong, cells, true = [], 0, set()
    for line in filter(None, case.truth.strip().split("\n")):
        account, month, name, *values = line.split("|")
        true.add((account, month, name))
        read = found.get((account, month, name), ())
        cells += 3 + len(values)
        wrong += [(line, "place", "nothing")] * (0 if read else 3)
        for value, other in zip(values, (*read, "", ""), strict=False):
            if value != other:
                wrong.append((line, value, other))
    return Compared(
        cells,
        tuple(wrong),
        tuple(
            "|".join(key) for key, read in found.items() if key not in true and read[0] != "0.00"
        ),
        frozenset(map(_told, plan.problems)),
        frozenset(_told(problem) for problem in strict.problems if problem.blocks),
        plan.rejected,
        (len(plan.totals), len(plan.wrong_totals)),
    )


def _cells(component: BillComponent, month: str) -> tuple[str, str]:
    return yuan(component.amounts[month]), str(component.usage.get(month, ""))


def _told(problem: Problem) -> str:
    return f"{problem.where.row} {problem.code}"
