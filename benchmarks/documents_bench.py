"""How long the papers of case one take, with warm fonts: ``python -m benchmarks.documents_bench``.

The aim is one second for a proposal as Word and PDF together, read back and scanned.
"""

from __future__ import annotations

import statistics
import time

from app.documents.issue import render
from app.documents.kinds import KINDS
from app.documents.pdf import FontSet
from app.figures import Figures
from app.paths import resource
from app.translation import load_words
from tests.app.documents.case_one import CASE_ONE

ROUNDS = 7


def main() -> None:
    """Print the first and the median processor time of each kind in milliseconds."""
    fonts, words, figures = FontSet.load(resource("fonts")), load_words("zh"), Figures("zh")
    for kind in KINDS.values():
        times, pages = [], 0
        for _ in range(ROUNDS):
            start = time.process_time()
            paper = render(
                kind,
                CASE_ONE,
                language="zh",
                fonts=fonts,
                words=words,
                figures=figures,
                secrets=("3,140.16",),
            )
            times.append((time.process_time() - start) * 1000)
            pages = paper.pages
        first, middle = times[0], statistics.median(times[1:])
        print(f"{kind.id}: {pages} pages, first {first:.0f} ms, median {middle:.0f} ms")


if __name__ == "__main__":
    main()
