"""What an approval workbook that came back says: decisions, and cells that are not as they were."""

from __future__ import annotations

from typing import Final

import msgspec

from app.approval.deciding import Ruling
from app.approval.event import Person
from app.approval.state import Deed
from app.documents.workbooks.alterations import Alteration
from app.documents.workbooks.decision_area import DecisionOnSheet
from app.quoting.revision import Revision
from catalog.problem import Problem

DEEDS: Final = {
    "agree": Deed.APPROVED,
    "conditional": Deed.APPROVED_WITH_CONDITIONS,
    "return": Deed.RETURNED,
    "refuse": Deed.REJECTED,
    "file": Deed.FILED,
}
"""What is logged for each decision of ``decision_area.DECISIONS``."""


class PaperDecision(msgspec.Struct, frozen=True):
    """What a workbook says about one quote.

    Attributes:
        quote: Identifier of the quote, as the workbook says.
        number: Its printed number.
        label: Letter of the revision.
        decision: What was filled in.
        ruling: What it comes to; ``None`` when nothing can be recorded.
        approver: Who is said to have decided; ``None`` when nobody can be told.
        settles: Recorded, it lets the quote pass as far as the approver may; otherwise it is noted.
        alterations: Cells that are not as they were, inputs of the scenario among them.
        revision: What was submitted; ``None`` when the workbook is of nothing that is known.
        problems: Why nothing can be recorded; empty when it can.
    """

    quote: str
    number: str
    label: str
    decision: DecisionOnSheet = DecisionOnSheet()
    ruling: Ruling | None = None
    approver: Person | None = None
    settles: bool = False
    alterations: tuple[Alteration, ...] = ()
    revision: Revision | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def intact(self) -> bool:
        """Nothing was altered but what is to be filled in."""
        return all(one.tried for one in self.alterations)


class ReturnedPaper(msgspec.Struct, frozen=True):
    """A workbook that came back.

    Attributes:
        name: Name of the file.
        digest: SHA-256 of the file, hexadecimal.
        data: The whole file.
        decisions: One for each quote, in the order of the workbook.
        alterations: Cells of sheets that are no quote's.
        warnings: What the gate found worth telling.
    """

    name: str
    digest: str
    data: bytes
    decisions: tuple[PaperDecision, ...]
    alterations: tuple[Alteration, ...] = ()
    warnings: tuple[Problem, ...] = ()

    @property
    def intact(self) -> bool:
        """No sheet was added or altered that is no quote's."""
        return not self.alterations
