"""What the settings of papers mean: an example of a name, what is cured in it, converters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.services.file_names import FIELDS, paper_file_name, unknown_fields

if TYPE_CHECKING:
    from app.quoting.revision import Revision
    from app.ui.presenting.speaker import Speaker
    from catalog.local_text import Language


def field_names(speaker: Speaker) -> dict[str, str]:
    """The fields of a pattern with what they hold, in the order in which they are offered."""
    translate = speaker.translate
    known = {
        "kind": translate("Papers", "kind of paper, as contract"),
        "paper": translate("Papers", "name of the paper, as printed"),
        "number": translate("Papers", "number of the quote"),
        "revision": translate("Papers", "letter of the revision"),
        "customer": translate("Papers", "customer"),
        "title": translate("Papers", "title of the solution"),
        "date": translate("Papers", "day of the prices"),
        "language": translate("Papers", "language, zh or en"),
    }
    return {field: known[field] for field in FIELDS}


def example_name(revision: Revision, pattern: str) -> str:
    """The contract of a quote under a pattern."""
    own: Language = "en" if revision.quote.language == "en" else "zh"
    return f"{paper_file_name(pattern, revision, 'contract', own, own=own)}.docx"


def pattern_fault(speaker: Speaker, pattern: str) -> str:
    """Why a pattern cannot be taken; empty when it can."""
    if not pattern.strip():
        return speaker.translate("Papers", "Write at least one field or word")
    unknown = unknown_fields(pattern)
    if unknown:
        told = speaker.translate("Papers", "There is no field {names}")
        return told.format(names=", ".join(f"{{{name}}}" for name in unknown))
    return ""


def converter_names(speaker: Speaker) -> dict[str, tuple[str, str]]:
    """What can make PDFs, each with what it costs."""
    translate = speaker.translate
    return {
        "own": (
            translate("Papers", "Quotewright"),
            translate("Papers", "About a fifth of a second a paper; needs nothing else."),
        ),
        "libreoffice": (
            translate("Papers", "LibreOffice"),
            translate(
                "Papers",
                "Some seconds a paper. It numbers Chinese clauses its own way; where its words"
                " differ, ours takes its place.",
            ),
        ),
        "word": (
            translate("Papers", "Microsoft Word"),
            translate(
                "Papers",
                "Some seconds a paper, on Windows, while nobody else uses Word. Drafts and papers"
                " with a code are always ours.",
            ),
        ),
    }
