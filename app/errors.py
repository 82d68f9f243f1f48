"""The expected failures, as one documented tree; each builds its own text from facts.

::

    QuotewrightError
    ├── FileError               a file of the user's that cannot be read or written
    │   ├── FileRefused         the gate refused it before any parser saw it
    │   ├── FileNotOpened       not there any more, or not ours to read
    │   └── FileUnreadable      damaged, locked, encrypted, in an unknown encoding
    ├── ImportRejected          findings made the whole import impossible; nothing was changed
    ├── StorageError            the database
    │   ├── RecordChangedElsewhere
    │   ├── RecordMissing
    │   └── UnknownFormat
    │       └── NewerData
    ├── DocumentError           a document could not be made
    │   ├── TemplateError       the template is at fault
    │   ├── CharacterRefused    a value holds what must not be printed
    │   ├── TemplateUndecided   two templates are the default for the same paper
    │   └── ReadbackDiffers     what was written is not what was stored
    ├── IssueRefused            the quote may not be put on paper in this form
    ├── StepRefused             a step in the life of a quote that cannot be taken
    ├── TemplateRefused         a template that must not be used, or a step with it that cannot be
    ├── SignatureRefused        a signed file, a key or a passphrase that does not hold
    ├── WorkerFailed            a killable worker ran out of time or memory, or died
    └── Cancelled               the user cancelled
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from catalog.problem import Problem


class Reason(Protocol):
    """Why something failed, in no language: the code of a text and the values that it names."""

    @property
    def code(self) -> str:
        """Identifier of the text in ``resources/locale/<language>/*.toml``."""

    @property
    def parameters(self) -> Mapping[str, str]:
        """Values that the text names."""


class QuotewrightError(Exception):
    """Base of every expected failure.

    Attributes:
        code: Identifier of the text in ``resources/locale/<language>/findings.toml``.
        parameters: Values that the text names, as strings.
        findings: Reasons with texts of their own, the gravest first; ``Words.failure`` tells them.
    """

    code = "failure"
    findings: tuple[Reason, ...] = ()

    def __init__(self, **parameters: object) -> None:
        """Keep the facts; the text is looked up in the user's language when it is shown."""
        self.parameters = {name: str(value) for name, value in parameters.items()}
        facts = ", ".join(f"{name}={value}" for name, value in self.parameters.items())
        super().__init__(f"{self.code}({facts})")


class FileError(QuotewrightError):
    """A file of the user's that cannot be read or written."""

    code = "file.error"


class FileRefused(FileError):
    """The gate refused the file before any parser saw it."""

    code = "file.refused"

    def __init__(self, file: str, findings: Sequence[Reason]) -> None:
        """Name the file and the reasons, the gravest first."""
        super().__init__(file=file, reasons="; ".join(map(_facts, findings)))
        self.findings = tuple(findings)


class FileNotOpened(FileError):
    """The file cannot be opened: it is not there any more, or not ours to read."""

    code = "file.not_opened"


class FileUnreadable(FileError):
    """The file is damaged, locked by another program, encrypted or in an unknown encoding.

    Attributes:
        finding: What is wrong with it.
    """

    code = "file.unreadable"

    def __init__(self, file: str, finding: Reason) -> None:
        """Name the file and what is wrong with it."""
        super().__init__(file=file, reasons=_facts(finding))
        self.finding = finding
        self.findings = (finding,)


class ImportRejected(QuotewrightError):
    """Findings made the import impossible; ``problems`` are those of all rows, in file order."""

    code = "import.rejected"

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Keep every finding, not only the first."""
        super().__init__(count=len(problems))
        self.problems = tuple(problems)


class StorageError(QuotewrightError):
    """The database could not be opened, read or written."""

    code = "storage.error"


class RecordChangedElsewhere(StorageError):
    """The record was changed by another window or program since it was read."""

    code = "storage.changed_elsewhere"


class RecordMissing(StorageError):
    """No record has this identifier."""

    code = "storage.missing"


class UnknownFormat(StorageError):
    """The data was written by a newer version of the program, or is damaged."""

    code = "storage.unknown_format"


class NewerData(UnknownFormat):
    """The data was written by a newer version of the program; it is whole, and left alone."""

    code = "storage.newer"


class DocumentError(QuotewrightError):
    """A document could not be made."""

    code = "document.error"


class TemplateError(DocumentError):
    """The template is at fault: unknown field, broken tag, forbidden construct.

    Attributes:
        problems: Each fault; ``where.file`` names the part of the document.
    """

    code = "document.template"

    def __init__(self, template: str, problems: Sequence[Problem]) -> None:
        """Name the template and each fault."""
        super().__init__(template=template, reasons="; ".join(map(_facts, problems)))
        self.problems = tuple(problems)
        self.findings = self.problems


class CharacterRefused(DocumentError):
    """A value holds a character that hides or reorders, or what reads as a tag of a template."""

    code = "document.character"

    def __init__(self, field: str, value: str, character: str) -> None:
        """Name the field; tell the value, as far as it can be shown, and what is in it."""
        super().__init__(field=field, value=value, character=character)


class TemplateUndecided(DocumentError):
    """Two defaults say equally much about a paper and name different templates."""

    code = "document.template_undecided"


class ReadbackDiffers(DocumentError):
    """What was written is not what was stored; the document was not handed out.

    Attributes:
        differences: Each of them; ``parameters`` tell the place.
    """

    code = "document.readback"

    def __init__(self, file: str, differences: Sequence[Problem]) -> None:
        """Name the document and each difference with its place."""
        super().__init__(file=file, reasons="; ".join(map(_facts, differences)))
        self.differences = tuple(differences)
        self.findings = self.differences


class IssueRefused(QuotewrightError):
    """The quote may not be put on paper in this form."""

    code = "issue.refused"


class PromotionsSpent(IssueRefused):
    """Other quotes have used what a final paper would promise of a promotion."""

    code = "issue.promotions_spent"


class PaperBlocked(IssueRefused):
    """A paper would not show everything that it says, such as a character that no font has.

    Attributes:
        problems: Why.
    """

    code = "issue.blocked"

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Keep every reason."""
        super().__init__(count=len(problems))
        self.problems = tuple(problems)
        self.findings = self.problems


class StepRefused(QuotewrightError):
    """A step in the life of a quote cannot be taken; nothing was changed.

    Attributes:
        problems: Why, the gravest first.
    """

    code = "approval.refused"

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Keep every reason."""
        super().__init__(count=len(problems))
        self.problems = tuple(problems)
        self.findings = self.problems


class NotReleased(IssueRefused):
    """A final paper was asked for, and the gate is closed; nothing was written.

    Attributes:
        problems: Why.
    """

    code = "issue.not_released"

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Keep every reason."""
        super().__init__(count=len(problems))
        self.problems = tuple(problems)
        self.findings = self.problems


class TemplateRefused(QuotewrightError):
    """A template, or a step with it, that cannot be; ``problems`` are all of why, gravest first."""

    code = "template.refused"

    def __init__(self, name: str, problems: Sequence[Problem]) -> None:
        """Name the template, and keep every reason."""
        super().__init__(name=name, count=len(problems))
        self.problems = tuple(sorted(problems, key=lambda problem: not problem.blocks))
        self.findings = self.problems


class SignatureRefused(QuotewrightError):
    """A signed file, a key or a passphrase that does not hold; ``reason`` says why."""

    code = "signing.refused"


class WorkerFailed(QuotewrightError):
    """A killable worker ran out of time or memory, or died."""

    code = "worker.failed"


class Cancelled(QuotewrightError):
    """The user cancelled; nothing was changed."""

    code = "cancelled"


def _facts(reason: Reason) -> str:
    """A reason for a log, in no language."""
    named = ", ".join(f"{name}={value}" for name, value in sorted(reason.parameters.items()))
    return f"{reason.code}({named})"
