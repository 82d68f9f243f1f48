"""Write needs and competitors of all customers to a workbook in which nobody is recognised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.figures import Figures
from app.quoting.market_research import LEAST, OTHERS, Research, market_research
from app.services.question_bank import load_questions
from app.services.table_export import export_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from pathlib import Path

    from app.quoting.market_research import Counted
    from app.services.workspace import Workspace
    from app.translation import Words

_WIDTHS = (150, 320, 110, 90, 150)
_Row = tuple[tuple[tuple[str, str], ...], int, bool]


def export_research(workspace: Workspace, file: Path, words: Words, today: date) -> Research:
    """Write the workbook; a file that is there is replaced.

    Args:
        workspace: The user's data.
        file: Where to.
        words: Language of the workbook.
        today: The day that it bears.

    Returns:
        What it tells.

    Raises:
        StorageError: The database failed.
        FileError: The file cannot be written.
    """
    bank = load_questions()
    found = market_research(workspace.customers.everybody(), bank)
    figures = Figures(words.language)
    heads = [
        (words(f"research.{name}"), width, place > 1)
        for place, (name, width) in enumerate(
            zip(("group", "what", "customers", "lines", "monthly"), _WIDTHS, strict=True)
        )
    ]

    def need_text(name: str) -> str:
        known = bank.need(name)
        return figures.text(known.text) if known is not None else name

    rows: list[_Row] = [
        *_section(words("research.needs"), found.needs, need_text, words, figures),
        *_section(words("research.operators"), found.operators, str, words, figures),
        *_section(words("research.products"), found.products, str, words, figures),
    ]
    rows.append(_row((words("research.rule", least=LEAST),), 0, heading=False))
    export_table(file, words("research.title"), heads, rows, today, words)
    return found


def _section(
    title: str,
    counted: tuple[Counted, ...],
    shown: Callable[[str], str],
    words: Words,
    figures: Figures,
) -> Iterator[_Row]:
    """A heading with its rows; nothing where there are none."""
    if counted:
        yield _row((title,), 0, heading=True)
    for one in counted:
        what = words("research.others") if one.what == OTHERS else shown(one.what)
        count = str(one.customers) if one.customers else words("research.few", least=LEAST)
        cells = (
            words("research.other_group")
            if one.group == OTHERS
            else words.named("industry", one.group),
            what,
            count,
            str(one.lines) if one.lines else "",
            figures.money(one.monthly) if one.monthly is not None else "",
        )
        yield _row(cells, 1, heading=False)


def _row(cells: tuple[str, ...], level: int, *, heading: bool) -> _Row:
    """A row as wide as the table."""
    every = (*cells, *("",) * len(_WIDTHS))[: len(_WIDTHS)]
    return tuple((cell, "") for cell in every), level, heading
