"""A block pasted from a spreadsheet into the draft: rows of charges, with or without headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.services.layout_words import load_heading_words
from catalog.draft import Patch, paste
from catalog.layout.block import read_block
from catalog.layout.known_fields import with_known
from catalog.price_list_rows import price_list_rows
from catalog.problem import Problem
from catalog.reading import read_charges

if TYPE_CHECKING:
    from datetime import date

    from catalog.product_catalog import CatalogContent


class PastedBlock(msgspec.Struct, frozen=True):
    """What a block would do.

    Attributes:
        patch: The edit; empty when something blocks it, or nothing differs.
        rows: How many rows it has.
        problems: Every finding of every row.
    """

    patch: Patch
    rows: int
    problems: tuple[Problem, ...]

    @property
    def blocked(self) -> bool:
        """Whether a finding forbids it; then nothing of the block is taken."""
        return any(problem.blocks for problem in self.problems)


def read_pasted(text: str, content: CatalogContent, day: date, after: str = "") -> PastedBlock:
    """Read what a clipboard holds: lines of cells parted by tabs.

    A block without headings has the columns of the draft's price list as it is exported; one with
    headings may have any of them, such as codes and prices only: what it does not say stays.

    Args:
        text: The block.
        content: The draft.
        day: Day whose VAT rates count.
        after: Code of the offering behind which new ones come.
    """
    cells = [line.split("\t") for line in text.splitlines() if line.strip()]
    columns = price_list_rows(content, day, with_cost=True).columns
    block = read_block(cells, load_heading_words(), fields=columns)
    known = with_known(block.rows, block.mapping, content, day)
    offerings, found = read_charges(known.rows, content.tax_classes, day)
    problems = (*block.problems, *found)
    if any(problem.blocks for problem in problems):
        return PastedBlock(Patch(), len(block.rows), problems)
    return PastedBlock(paste(content, offerings, after), len(block.rows), problems)
