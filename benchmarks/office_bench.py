"""A proposal of twelve pages: Word, PDF, and LibreOffice on the same file in the same run.

Run with ``python -m benchmarks.office_bench``. The budgets are 200 ms of processor time for the
Word document and 400 ms for the PDF; LibreOffice shall take at least five times as long as ours,
both from a cold start. Then tables of 125 to 1,000 rows: the time of a row shall not grow.
"""

from __future__ import annotations

import copy
import io
import os
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import msgspec

from app.documents.issue import _filled
from app.documents.kinds import KINDS
from app.documents.office import find_office, office_pdf
from app.documents.pdf import FontSet, convert
from app.documents.template import find_template
from app.figures import Figures
from app.paths import resource
from app.translation import load_words
from benchmarks.cpu_time import best_ms
from tests.app.documents.case_one import CASE_ONE, PLAN

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.quoting.revision import CustomerRevision

PLANS = 8
"""Plans of the proposal; with eight of them it has twelve pages."""
WORD_BUDGET, PDF_BUDGET, TIMES_FASTER = 200, 400, 5
ROWS = (125, 250, 500, 1000)
_COLD = """
import sys, pathlib
from app.documents.pdf import FontSet, convert
source, fonts, target = map(pathlib.Path, sys.argv[1:])
target.write_bytes(convert(source.read_bytes(), fonts=FontSet.load(fonts)).data)
"""


def revision() -> CustomerRevision:
    """Case one with eight plans."""
    items = tuple(msgspec.structs.replace(PLAN, id=f"i{number}") for number in range(PLANS))
    return msgspec.structs.replace(CASE_ONE, items=items)


def word() -> bytes:
    """The proposal as a Word document."""
    kind = KINDS["proposal"]
    template = find_template(kind.id, "zh")
    return _filled(kind, revision(), load_words("zh"), Figures("zh"), template)


def table_of(rows: int) -> bytes:
    """A document of one table with a repeated header."""
    document = docx.Document()
    table = document.add_table(rows=1, cols=5)
    table.style = "Table Grid"
    template = table.rows[0]._tr  # noqa: SLF001 - python-docx adds rows one by one, slowly
    for number in range(rows):
        for cell, text in zip(
            table.rows[0].cells,
            (str(number), "互联网专线 100M", "条", "1,234.50", "1,111.05"),
            strict=True,
        ):
            cell.text = text
        template.addprevious(copy.deepcopy(template))
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def cold(docx_file: Path, folder: Path) -> tuple[float, float]:
    """Wall and processor milliseconds of our conversion in a fresh process."""
    arguments = [str(docx_file), str(resource("fonts")), str(folder / "ours.pdf")]
    return _measured(
        lambda: subprocess.run([sys.executable, "-c", _COLD, *arguments], check=True)  # noqa: S603 - our own program
    )


def _measured(work: Callable[[], object]) -> tuple[float, float]:
    before, start = os.times(), time.perf_counter()
    work()
    wall, after = time.perf_counter() - start, os.times()
    spent = after.children_user + after.children_system
    spent -= before.children_user + before.children_system
    return wall * 1000, spent * 1000


def main() -> None:
    """Print the figures, each with its budget."""
    fonts = FontSet.load(resource("fonts"))
    filled = word()
    pages = convert(filled, fonts=fonts).pages
    print(f"proposal of {pages} pages, warm, processor time:")
    print(f"  Word {best_ms(word):.0f} ms of {WORD_BUDGET} ms")
    print(f"  PDF {best_ms(lambda: convert(filled, fonts=fonts)):.0f} ms of {PDF_BUDGET} ms")
    with tempfile.TemporaryDirectory() as room:
        folder = Path(room)
        file = folder / "proposal.docx"
        file.write_bytes(filled)
        wall, spent = min(cold(file, folder) for _ in range(3))
        print(f"  PDF from a cold start: {wall:.0f} ms, {spent:.0f} ms of processor time")
        program = find_office()
        if program is None:
            print("  LibreOffice is not installed")
        else:
            theirs = min(_measured(lambda: office_pdf(filled, program)) for _ in range(3))
            print(
                f"  LibreOffice from a cold start: {theirs[0]:.0f} ms, {theirs[1]:.0f} ms of "
                f"processor time: {theirs[0] / wall:.1f} and {theirs[1] / spent:.1f} times ours "
                f"(aim: {TIMES_FASTER})"
            )
    print("table, PDF, processor time:")
    for rows in ROWS:
        data = table_of(rows)
        taken = best_ms(partial(convert, data, fonts=fonts), 3)
        print(f"  {rows} rows: {taken:.0f} ms, {taken / rows:.2f} ms a row")


if __name__ == "__main__":
    main()
