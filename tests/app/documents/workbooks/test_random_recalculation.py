"""Random quotes' workbooks: LibreOffice works out every formula to the value that we put beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.documents.workbooks.approval import write_approval
from app.figures import Figures
from app.translation import load_words
from tests.app.documents.random_papers import random_revision
from tests.app.documents.workbooks.office import formulas, recalculated, values
from tests.sample import sample_rules

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from openpyxl import Workbook

_FEW, _MANY = range(6, 12), range(12, 72)
_CLOSE = 1e-8


def _different(ours: Workbook, theirs: Workbook, written: Workbook) -> Iterator[str]:
    for sheet in written:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type != "f":
                    continue
                known = ours[sheet.title][cell.coordinate].value
                found = theirs[sheet.title][cell.coordinate].value
                numbers = isinstance(known, int | float) and isinstance(found, int | float)
                if (abs(known - found) > _CLOSE) if numbers else (known or "") != (found or ""):
                    yield f"{sheet.title}!{cell.coordinate}: {known!r}, not {found!r}"


def _differences(numbers: range, folder: Path) -> list[str]:
    quotes = {str(number): random_revision(number) for number in numbers}
    matrix, words = sample_rules().authority, load_words("zh")
    data = {
        name: write_approval(quote, words, Figures("zh"), matrix) for name, quote in quotes.items()
    }
    office = recalculated(folder, {name: formulas(file) for name, file in data.items()})
    return [
        f"{name} {difference}"
        for name, file in data.items()
        for difference in _different(values(file), office[name], formulas(file))
    ]


@pytest.mark.prove
def test_six_random_quotes_are_worked_out_as_we_did(tmp_path: Path) -> None:
    """Among them are bundles, free months, ramps and discounts on the whole quote."""
    quotes = [random_revision(number) for number in _FEW]
    assert any(item.is_bundle for quote in quotes for item in quote.priced.items)
    assert any(quote.priced.totals.free.net_amount for quote in quotes)
    assert any(quote.quote.discount for quote in quotes)
    assert _differences(_FEW, tmp_path) == []


@pytest.mark.prove
def test_sixty_random_quotes_are_worked_out_as_we_did(tmp_path: Path) -> None:
    """Every formula on every sheet."""
    assert _differences(_MANY, tmp_path) == []
