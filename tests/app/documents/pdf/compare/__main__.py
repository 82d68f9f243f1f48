"""Compare all documents and write the report: ``python -m tests.app.documents.pdf.compare``.

Arguments are parts of names; without one every document is compared.
"""

from __future__ import annotations

import sys
from pathlib import Path

from app.documents.office import find_office, office_pdfs
from app.documents.pdf import convert
from app.paths import resource
from tests.app.documents.papers import fonts
from tests.app.documents.pdf.compare.agreement import compare
from tests.app.documents.pdf.compare.documents import Sample, samples
from tests.app.documents.pdf.compare.drawn_text import drawn_text
from tests.app.documents.pdf.compare.explained import explain
from tests.app.documents.pdf.compare.report import Compared, table, write_page, write_pictures
from tests.app.documents.pdf.compare.standin_fonts import make_standins

OUT = Path("out", "compare-pdf")


def main(wanted: list[str]) -> None:
    """Convert with both, compare, print the table and write the page of pictures."""
    program = find_office()
    if program is None:
        print("LibreOffice is not installed: nothing to compare with.")  # noqa: T201
        return
    chosen = [s for s in samples() if not wanted or any(part in s.name for part in wanted)]
    files = [OUT / "office" / f"{sample.name}.docx" for sample in chosen]
    (OUT / "office").mkdir(parents=True, exist_ok=True)
    for sample, file in zip(chosen, files, strict=True):
        file.write_bytes(sample.docx)
    faces = make_standins(resource("fonts"), OUT.resolve() / "fonts")
    office_pdfs(
        files,
        OUT / "office",
        program,
        profile=OUT / "profile",
        seconds=300,
        surroundings={"FONTCONFIG_FILE": str(faces)},
    )
    rows, pictures = [], {}
    for sample, file in zip(chosen, files, strict=True):
        row, ours = compared(sample, theirs := file.with_suffix(".pdf").read_bytes())
        rows.append(row)
        pictures[sample.name] = (
            write_pictures(ours, OUT, sample.name),
            write_pictures(theirs, OUT, f"{sample.name}-office"),
        )
    print("\n".join(table(rows)))  # noqa: T201
    for own, words in ((True, "our templates"), (False, "files of other make")):
        mine = [r.agreement for r, s in zip(rows, chosen, strict=True) if s.own == own]
        lines = sum(one.lines for one in mine)
        if lines:
            share = 100 * sum(one.equal_lines for one in mine) / lines
            print(f"{words}: {share:.1f} % of {lines} lines end alike")  # noqa: T201
    write_page(rows, pictures, OUT / "index.html")
    print(f"Pages side by side: {OUT / 'index.html'}")  # noqa: T201


def compared(sample: Sample, theirs: bytes) -> tuple[Compared, bytes]:
    """Compare one document; return it with our PDF."""
    result = convert(sample.docx, fonts=fonts())
    other = drawn_text(theirs)
    found = compare(sample.docx, drawn_text(result.data), other)
    findings = tuple(f"{one.what} ({one.where})" for one in result.findings)
    explained = explain(sample.docx, found, other)
    return Compared(sample.name, sample.note, found, explained, findings), result.data


if __name__ == "__main__":
    main(sys.argv[1:])
