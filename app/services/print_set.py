"""What is printed in one go: papers in order, with their copies, as a list of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.documents.page_pictures import Band, page_bands, page_sizes
from app.services.issue_documents import PaperKind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["Band", "PrintedPaper", "Sheet", "page_bands", "page_sizes", "print_order", "read_set"]

MOST_COPIES = 20
"""More of one paper are printed in several goes."""


class PrintedPaper(NamedTuple):
    """One paper to print.

    Attributes:
        pdf: Its file.
        copies: How many.
    """

    pdf: bytes
    copies: int


class Sheet(NamedTuple):
    """One side of paper: which paper, and which of its pages; page -1 stays empty."""

    paper: int
    page: int


def read_set(text: str) -> dict[str, int]:
    """The papers of a set with their copies, in order, as the setting says them.

    Args:
        text: Such as ``proposal 1, contract 2``; what is not understood is left out.
    """
    found: dict[str, int] = {}
    for part in text.replace("，", ",").split(","):
        kind, _, count = part.strip().rpartition(" ")
        if kind in set(PaperKind) and count.isdecimal() and kind != PaperKind.APPROVAL:
            copies = min(int(count), MOST_COPIES)
            if copies:
                found[kind] = copies
    return found


def written_set(copies: Mapping[str, int]) -> str:
    """A set as the setting says it, in order."""
    return ", ".join(f"{kind} {count}" for kind, count in copies.items() if count)


def print_order(
    papers: Sequence[tuple[int, int]], *, times: int = 1, collate: bool = True, duplex: bool = False
) -> tuple[Sheet, ...]:
    """Every side that is printed, in order.

    Args:
        papers: Pages and copies of each paper.
        times: How often all of it is printed.
        collate: A copy is printed whole before the next one; otherwise page by page.
        duplex: Both sides are printed: each copy begins on a new sheet.
    """
    sides: list[Sheet] = []
    for _ in range(times if collate else 1):
        for paper, (pages, copies) in enumerate(papers):
            if collate:
                blank = [Sheet(paper, -1)] if duplex and pages % 2 else []
                sides += [*(Sheet(paper, page) for page in range(pages)), *blank] * copies
            else:
                each = copies * times
                sides += [Sheet(paper, page) for page in range(pages) for _ in range(each)]
    if duplex and sides and sides[-1].page < 0:
        sides.pop()
    return tuple(sides)
