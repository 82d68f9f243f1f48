"""Convert documents with both programs and compare what came out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from app.documents.office import office_pdfs
from app.documents.pdf import convert
from app.paths import resource
from tests.app.documents.papers import fonts
from tests.app.documents.pdf.compare.agreement import compare
from tests.app.documents.pdf.compare.drawn_text import drawn_text
from tests.app.documents.pdf.compare.explained import explain
from tests.app.documents.pdf.compare.report import Compared
from tests.app.documents.pdf.compare.standin_fonts import make_standins

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.app.documents.pdf.compare.documents import Sample

OUT: Final = Path("out", "compare-pdf")
_SECONDS: Final = 600.0


class Outcome(NamedTuple):
    """A document, its comparison and both PDFs."""

    sample: Sample
    row: Compared
    ours: bytes
    theirs: bytes


def compare_all(chosen: Sequence[Sample], program: Path) -> Iterator[Outcome]:
    """Convert all documents in one run of the office, then yield each comparison.

    Args:
        chosen: What to compare.
        program: The office.
    """
    folder = OUT / "office"
    folder.mkdir(parents=True, exist_ok=True)
    files = [folder / f"{sample.name}.docx" for sample in chosen]
    for sample, file in zip(chosen, files, strict=True):
        file.write_bytes(sample.docx)
    faces = make_standins(resource("fonts"), OUT.resolve() / "fonts")
    office_pdfs(
        files,
        folder,
        program,
        profile=OUT / "profile",
        seconds=_SECONDS,
        surroundings={"FONTCONFIG_FILE": str(faces)},
    )
    for sample, file in zip(chosen, files, strict=True):
        theirs = file.with_suffix(".pdf").read_bytes()
        row, ours = compared(sample, theirs)
        yield Outcome(sample, row, ours, theirs)


def compared(sample: Sample, theirs: bytes) -> tuple[Compared, bytes]:
    """Compare one document; return it with our PDF."""
    result = convert(sample.docx, fonts=fonts())
    other = drawn_text(theirs)
    found = compare(sample.docx, drawn_text(result.data), other)
    findings = tuple(f"{one.what} ({one.where})" for one in result.findings)
    explained = explain(sample.docx, found, other)
    return Compared(sample.name, sample.note, found, explained, findings), result.data
