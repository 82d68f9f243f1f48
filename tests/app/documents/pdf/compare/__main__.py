"""Compare all documents and write the report: ``python -m tests.app.documents.pdf.compare``.

Arguments are parts of names; without one every document is compared.
"""

from __future__ import annotations

import sys

from app.documents.office import find_office
from tests.app.documents.pdf.compare.documents import samples
from tests.app.documents.pdf.compare.report import table, write_page, write_pictures
from tests.app.documents.pdf.compare.running import OUT, compare_all


def main(wanted: list[str]) -> None:
    """Convert with both, compare, print the table and write the page of pictures."""
    program = find_office()
    if program is None:
        print("LibreOffice is not installed: nothing to compare with.")  # noqa: T201
        return
    chosen = [s for s in samples() if not wanted or any(part in s.name for part in wanted)]
    outcomes = list(compare_all(chosen, program))
    rows = [outcome.row for outcome in outcomes]
    print("\n".join(table(rows)))  # noqa: T201
    for own, words in ((True, "our templates"), (False, "files of other make")):
        mine = [outcome.row.agreement for outcome in outcomes if outcome.sample.own == own]
        lines = sum(one.lines for one in mine)
        if lines:
            share = 100 * sum(one.equal_lines for one in mine) / lines
            print(f"{words}: {share:.1f} % of {lines} lines end alike")  # noqa: T201
    pictures = {
        outcome.sample.name: (
            write_pictures(outcome.ours, OUT, outcome.sample.name),
            write_pictures(outcome.theirs, OUT, f"{outcome.sample.name}-office"),
        )
        for outcome in outcomes
    }
    write_page(rows, pictures, OUT / "index.html")
    print(f"Pages side by side: {OUT / 'index.html'}")  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
