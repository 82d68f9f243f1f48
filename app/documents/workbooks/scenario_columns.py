"""Scenario columns: the table's columns, and what every row of it needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.documents.workbooks.table import Column, Table

if TYPE_CHECKING:
    from app.documents.workbooks.authority_sheet import AuthorityLayout
    from app.documents.workbooks.sheet_writer import SheetWriter
    from app.figures import Figures
    from app.quoting.authority import AuthorityMatrix
    from app.translation import Words

TABLE = Table(
    Column("number", 6),
    Column("name", 34),
    Column("kind", 11),
    Column("basis", 12),
    Column("published", 13),
    Column("quoted", 12),
    Column("percent", 14),
    Column("taken", 14),
    Column("net", 14),
    Column("rate", 10),
    Column("ex_tax", 13),
    Column("cost", 13),
    Column("served", 11),
    Column("free", 11),
    Column("depth", 11),
    Column("level", 11),
    Column("below", 10),
    Column("why", 30),
    Column("term_published", 15),
    Column("term_net", 15),
    Column("term_ex_tax", 15),
    Column("term_cost", 15),
    Column("weight", 11),
    Column("floor", 11),
    Column("remainder", 11),
)


class Scenario(NamedTuple):
    """What every row needs.

    Attributes:
        writer: The sheet.
        matrix: Limits as data.
        authority: Where the limits stand.
        words: Texts.
        figures: Formats.
        first: Row of the first item.
    """

    writer: SheetWriter
    matrix: AuthorityMatrix
    authority: AuthorityLayout
    words: Words
    figures: Figures
    first: int
