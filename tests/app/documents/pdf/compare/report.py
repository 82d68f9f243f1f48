"""The report of a comparison: a printed table, and a page of picture pairs."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Final

import msgspec
import pypdfium2

from tests.app.documents.pdf.compare.agreement import Agreement
from tests.app.documents.pdf.compare.explained import Explained

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_SCALE: Final = 0.9
_STYLE: Final = """
body{font:14px/1.5 sans-serif;margin:24px;color:#1f2937}table{border-collapse:collapse}
td,th{border:1px solid #cbd5e1;padding:4px 10px;text-align:left;vertical-align:top}
figure{display:inline-block;margin:8px 16px 8px 0}img{border:1px solid #94a3b8;width:520px}
del{color:#b91c1c;text-decoration:none}ins{color:#15803d;text-decoration:none}
"""


class Compared(msgspec.Struct, frozen=True):
    """One document, compared.

    Attributes:
        note: What the author of the file says about it.
        findings: What our renderer reported.
    """

    name: str
    note: str
    agreement: Agreement
    explained: Explained
    findings: tuple[str, ...] = ()

    @property
    def text_verdict(self) -> str:
        """Whether the words are the same: ``yes``, ``yes but labels`` or ``NO``."""
        if self.agreement.same_text:
            return "yes"
        return "but labels" if not self.explained.open_text else "NO"

    @property
    def reasons(self) -> str:
        """What explains the differences, shortly."""
        told = [f"{habit.name} {count}" for habit, count in self.explained.habits]
        if self.explained.open_lines:
            told.append(f"OPEN lines {len(self.explained.open_lines)}")
        if self.explained.open_paragraphs:
            told.append(f"OPEN paragraphs {self.explained.open_paragraphs}")
        return ", ".join(told) or "-"


def table(rows: Sequence[Compared]) -> Iterator[str]:
    """Yield the lines of the printed table."""
    yield (
        f"{'file':30} {'pages':>7} {'same text':>11} {'line ends':>10} {'within 3 mm':>12}  "
        "differences explained"
    )
    for row in rows:
        found = row.agreement
        yield (
            f"{row.name:30} {f'{found.pages}/{found.their_pages}':>7} {row.text_verdict:>11} "
            f"{found.line_share:>8.1f} % {found.near_share:>10.1f} %  {row.reasons}"
        )


def write_pictures(pdf: bytes, folder: Path, stem: str) -> list[str]:
    """Write each page as a PNG; return the names of the files."""
    document = pypdfium2.PdfDocument(pdf)
    names = []
    for number in range(len(document)):
        page = document[number]
        name = f"{stem}-{number + 1}.png"
        page.render(scale=_SCALE).to_pil().save(folder / name)
        page.close()
        names.append(name)
    document.close()
    return names


def write_page(
    rows: Sequence[Compared], pictures: dict[str, tuple[list[str], list[str]]], file: Path
) -> None:
    """Write the report with the pages side by side: ours left, LibreOffice's right."""
    parts = [
        "<!DOCTYPE html><meta charset='utf-8'><title>PDF beside LibreOffice</title>",
        f"<style>{_STYLE}</style><h1>PDF beside LibreOffice</h1>",
        "<table><tr><th>file<th>pages<th>same text<th>line ends alike<th>within 3 mm",
        "<th>differences explained</tr>",
    ]
    for row in rows:
        found = row.agreement
        parts.append(
            f"<tr><td><a href='#{row.name}'>{row.name}</a><td>{found.pages}/{found.their_pages}"
            f"<td>{row.text_verdict}<td>{found.line_share:.1f} %<td>{found.near_share:.1f} %"
            f"<td>{html.escape(row.reasons)}</tr>"
        )
    parts.append("</table>")
    for row in rows:
        parts += _section(row, *pictures[row.name])
    file.write_text("\n".join(parts), encoding="utf-8")


def _section(row: Compared, ours: list[str], theirs: list[str]) -> Iterator[str]:
    yield f"<h2 id='{row.name}'>{row.name}</h2><p>{html.escape(row.note)}</p><ul>"
    for habit, count in row.explained.habits:
        yield f"<li>{count} × {html.escape(habit.text)}</li>"
    for finding in row.findings:
        yield f"<li>reported: {html.escape(finding)}</li>"
    for one, other in (*row.agreement.broken, *row.explained.open_text):
        left, right = html.escape(one[:160]), html.escape(other[:160])
        yield f"<li><del>{left}</del> | <ins>{right}</ins></li>"
    yield "</ul>"
    for number in range(max(len(ours), len(theirs))):
        yield "<div>"
        for names in (ours, theirs):
            if number < len(names):
                yield f"<figure><img loading='lazy' src='{names[number]}'></figure>"
        yield "</div>"
