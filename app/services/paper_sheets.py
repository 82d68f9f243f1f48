"""The sheets of a returned workbook beside what the program writes for the same revisions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from app.documents.workbooks.alterations import added, alterations, removed
from app.documents.workbooks.approval import write_approvals
from app.documents.workbooks.approval_sheets import (
    ApprovalCase,
    CaseSheets,
    empty_workbook,
    write_case,
)
from app.documents.workbooks.decision_area import positions, read_decision
from app.documents.workbooks.overview_sheet import write_overview
from app.documents.workbooks.trace_sheet import FACTS, FORMAT, NAME, WITHOUT_PLACES
from app.figures import Figures
from app.services.paper_looks import altered_looks, looks_of
from app.translation import load_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.documents.workbooks.alterations import Alteration
    from app.documents.workbooks.decision_area import DecisionOnSheet
    from app.quoting.freezing import Rulebook
    from app.quoting.revision import Revision
    from app.storage.foreign.returned_cells import StoredCell
    from app.storage.foreign.returned_looks import SheetLooks
    from app.translation import Words
    from catalog.local_text import Language

_PREFIX: Final = re.compile(r"(?:[1-9][0-9]?)?")
_MOST: Final = 99
"""Quotes in one workbook."""


class Trace(NamedTuple):
    """What a hidden sheet says of a quote; not believed."""

    quote: str
    number: str
    label: str
    fingerprint: str
    language: Language
    prefix: str
    form: int


class Compared(NamedTuple):
    """What the sheets of one quote say.

    Attributes:
        decision: What was filled in.
        positions: Levels and functions as they are offered, with their identifiers.
        alterations: Cells that are not as they were.
    """

    decision: DecisionOnSheet
    positions: dict[str, str]
    alterations: tuple[Alteration, ...]


class PaperSheets:
    """A returned workbook.

    Attributes:
        traces: The quotes that it says it is of, in the order of its tabs.
    """

    def __init__(self, rules: Rulebook, sheets: Mapping[str, Mapping[str, StoredCell]]) -> None:
        """Take the rules in force, and the sheets by name."""
        self._rules = rules
        self._sheets = sheets
        self._claimed: set[str] = set()
        self._written: list[CaseSheets] = []
        found = [_trace(cells) for name, cells in sheets.items() if name.startswith(NAME)]
        self.traces = tuple(trace for trace in found if trace is not None)[:_MOST]

    def compared(self, trace: Trace, revision: Revision) -> Compared:
        """Read the decision of a quote and compare its sheets.

        Args:
            trace: What the workbook says.
            revision: The frozen revision that it is of.

        Raises:
            DocumentError: The limits that decided are not in force any more.
        """
        words, figures = _language(trace.language)
        matrix = self._rules.authority_on(revision.quote.price_date)
        case = ApprovalCase(revision, matrix, trace.form)
        written = write_case(empty_workbook(), case, words, figures, trace.prefix)
        self._written.append(written)
        summary = written.writers["summary"]
        answers = frozenset(f"B{row}" for row in written.summary.decision.values())
        found: list[Alteration] = []
        for writer in written.all:
            title = writer.sheet.title
            self._claimed.add(title)
            if title not in self._sheets:
                found.append(removed(title))
                continue
            answered = answers if writer is summary else frozenset()
            found.extend(alterations(writer, self._sheets[title], answered))
        cells = self._sheets.get(summary.sheet.title, {})
        known = [load_words("zh"), load_words("en")]
        decision = read_decision(cells, written.summary.decision, known)
        return Compared(decision, positions(matrix, figures), tuple(found))

    def others(self) -> tuple[Alteration, ...]:
        """Cells of sheets that are no quote's, but for an overview as we write it.

        Call it when every quote was compared.
        """
        claimed = set(self._claimed)
        found: list[Alteration] = []
        if len(self._written) > 1 and len(self._written) == len(self.traces):
            words, figures = _language(self.traces[0].language)
            overview = write_overview(empty_workbook(), self._written, words, figures)
            title = overview.sheet.title
            claimed.add(title)
            cells = self._sheets.get(title)
            found.extend(alterations(overview, cells) if cells is not None else [removed(title)])
        for name, cells in self._sheets.items():
            if name not in claimed:
                found.extend(added(name, cells))
        return tuple(found)

    def looks(self, returned: Mapping[str, SheetLooks]) -> tuple[Alteration, ...]:
        """What looks otherwise than we write it, if every quote of the workbook is known.

        Call it when every quote was compared.

        Args:
            returned: The looks of each sheet as it came back.
        """
        if not self._written or len(self._written) != len(self.traces):
            return ()
        words, figures = _language(self.traces[0].language)
        workbook = write_approvals([sheets.case for sheets in self._written], words, figures)
        typed = {
            writer.sheet.title: {
                *writer.inputs,
                *(f"B{row}" for row in sheets.summary.decision.values()),
            }
            for sheets in self._written
            for writer in sheets.all
        }
        return altered_looks(looks_of(workbook), returned, typed, words)


def _language(language: Language) -> tuple[Words, Figures]:
    return load_words(language), Figures(language)


def _trace(cells: Mapping[str, StoredCell]) -> Trace | None:
    """What a hidden sheet says; ``None`` when it is none of ours or of another form."""
    facts = {
        cells[f"A{row}"].value: cells[f"B{row}"].value if f"B{row}" in cells else ""
        for row in range(1, len(FACTS) + 1)
        if f"A{row}" in cells
    }
    said = tuple(facts.get(name, "") for name in FACTS)
    forms = {str(form): form for form in (WITHOUT_PLACES, FORMAT)}
    if tuple(facts) != FACTS or said[0] not in forms:
        return None
    prefix = facts["sheets"]
    if not _PREFIX.fullmatch(prefix):
        return None
    return Trace(
        facts["quote"],
        facts["number"],
        facts["revision"],
        facts["fingerprint"],
        "en" if facts["language"] == "en" else "zh",
        f"{prefix} " if prefix else "",
        forms[said[0]],
    )
