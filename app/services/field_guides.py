"""The field guide with examples from the sample customer, and as a Word document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.documents.field_guide import GuideRow, guide_rows
from app.documents.kinds import KINDS
from app.figures import Figures
from app.services.template_trial import sample_paper
from app.storage.files import write_atomically
from app.translation import load_words

if TYPE_CHECKING:
    from pathlib import Path

    from catalog.local_text import Language

__all__ = ["GuideRow", "sample_guide", "write_guide"]


def sample_guide(language: Language, kind: str = "") -> tuple[GuideRow, ...]:
    """Every field that templates may print, with what it shows for the sample kindergarten.

    Args:
        language: Of the meanings and the examples.
        kind: Of one kind only; all of them when it is empty.
    """
    words, figures = load_words(language), Figures(language)
    kinds = tuple(one for one in KINDS.values() if not kind or one.id == kind)
    values = {one.id: one.fields(sample_paper(one.id), words, figures) for one in kinds}
    return guide_rows(kinds, words, values)


def write_guide(language: Language, target: Path, kind: str = "") -> int:
    """Write the guide as a Word document; gives the number of fields.

    Raises:
        FileError: The file cannot be written.
    """
    from app.documents.guide_document import guide_document

    words = load_words(language)
    rows = sample_guide(language, kind)
    papers = ("、" if language == "zh" else ", ").join(
        one.title(words) for one in KINDS.values() if not kind or one.id == kind
    )
    title = words("paper.guide.title", paper=papers)
    write_atomically(target, guide_document(title, rows, words))
    return len(rows)
