"""Problem: a finding for the user, as a value."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    """Blocks the import, the submission or the document it was found in."""
    WARNING = "warning"
    """Should be looked at; blocks nothing."""
    HINT = "hint"
    """Worth knowing."""


class Place(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a finding was made; every part is optional and empty when it does not apply.

    Attributes:
        file: File name without folder.
        sheet: Sheet of a workbook.
        row: Row number as a spreadsheet shows it, from 1; 0 when there is none.
        column: Column heading or field name.
        subject: Identifier of the offering, charge, quote item or clause concerned.
        page: Page of a document, from 1; 0 when there is none or it is not known.
    """

    file: str = ""
    sheet: str = ""
    row: int = 0
    column: str = ""
    subject: str = ""
    page: int = 0


class Problem(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One finding: a code with its parameters; the text is looked up per language.

    Attributes:
        code: Dotted identifier such as ``import.price_missing``; each code has a text (what is
            wrong) and a cure (what to do) in ``resources/locale/<language>/findings.toml``.
        severity: Whether it blocks.
        where: Place of the finding.
        parameters: Values that the text names, already strings.
    """

    code: str
    severity: Severity = Severity.ERROR
    where: Place = Place()
    parameters: dict[str, str] = {}

    @property
    def blocks(self) -> bool:
        """True for errors."""
        return self.severity is Severity.ERROR
