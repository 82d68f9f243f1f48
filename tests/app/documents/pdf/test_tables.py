"""Tables: widths, merged cells, borders, shading, rows over pages."""

from __future__ import annotations

from typing import Any

import pytest
from docx.enum.table import WD_ALIGN_VERTICAL
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from app.documents.pdf.boxes import Fill, Item, Rule, TextLine
from tests.app.documents.pdf.documents import (
    new_document,
    page_texts,
    pages_of,
    pdf_of,
    properties_of_row,
    squeezed,
    text_of,
)

LEFT = 90 - 5.4  # the text of the first cell stands at the margin, its border outside


def table_of(document: Any, rows: int, widths: list[float], height: float = 20) -> Any:  # noqa: ANN401
    """Add a fixed table with a grid; every row at least ``height`` points high."""
    table = document.add_table(rows=rows, cols=len(widths))
    table.style = "Table Grid"
    table.autofit = False
    for row in table.rows:
        row.height = Pt(height)
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Pt(width)
    return table


def items_of(document: Any, page: int = 0) -> list[Item]:  # noqa: ANN401
    """Return the primitives of a page."""
    return list(pages_of(document)[page].items)


def rules(items: list[Item], *, flat: bool) -> list[tuple[float, float, float]]:
    """Return lines as (place across, start, end), rounded to a tenth of a point."""
    found = []
    for item in items:
        if isinstance(item, Rule) and (item.top1 == item.top2) == flat:
            line = (item.top1, item.x1, item.x2) if flat else (item.x1, item.top1, item.top2)
            found.append((round(line[0], 1), round(line[1], 1), round(line[2], 1)))
    return sorted(found)


def flat_tops(document: Any) -> list[float]:  # noqa: ANN401
    """Return how far down the flat lines of the first page stand, to a hundredth of a point."""
    rules = [item for item in items_of(document) if isinstance(item, Rule)]
    return sorted({round(item.top1, 2) for item in rules if item.top1 == item.top2})


def lines(items: list[Item]) -> dict[str, TextLine]:
    """Return lines of text by their words."""
    return {text_of(item): item for item in items if isinstance(item, TextLine)}


def test_columns_stand_at_their_widths() -> None:
    """Columns of 100 and 50 points: lines at 84.6, 184.6 and 234.6."""
    document = new_document()
    table_of(document, 2, [100, 50])
    found = rules(items_of(document), flat=False)
    # They meet the outer edges of the lines above and below, which stand inside the 40 points.
    assert found == [(84.6, 72.0, 112.0), (184.6, 72.0, 112.0), (234.6, 72.0, 112.0)]


def test_tables_of_newer_documents_begin_with_their_border() -> None:
    """Since Word 2013 the border stands at the margin, and so it always did inside a cell."""
    document = new_document()
    outer = table_of(document, 1, [200])
    inner = outer.cell(0, 0).add_table(1, 1)
    inner.style = "Table Grid"
    old = rules(items_of(document), flat=False)
    assert (old[0][0], old[1][0]) == (84.6, 90.0)  # a margin of 5.4 outside, and back inside
    mode = 'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
    compat = document.settings.element.find(qn("w:compat"))
    for setting in list(compat):
        compat.remove(setting)
    compat.append(parse_xml(f'<w:compatSetting {nsdecls("w")} {mode} w:val="15"/>'))
    new = rules(items_of(document), flat=False)
    assert (new[0][0], new[1][0]) == (90.0, 95.4)


def test_rows_stand_at_their_heights() -> None:
    """Two rows of 20 points from 72 on; the outer lines, half a point thick, stand inside."""
    document = new_document()
    table_of(document, 2, [100, 50])
    flat = [
        item for item in items_of(document) if isinstance(item, Rule) and item.top1 == item.top2
    ]
    assert sorted(item.top1 for item in flat) == [72.25, 92, 111.75]


def test_lines_between_rows_take_room() -> None:
    """A row holds its text of 13.65 and half of each line beside it; the outer one wholly."""
    document = new_document()
    for row in table_of(document, 3, [100], height=1).rows:
        row.cells[0].text = "字"
    tops = [item.top for item in items_of(document) if isinstance(item, TextLine)]
    # 72 and a line of 0.5; then 13.65 and 0.5 for each row.
    assert tops == pytest.approx([72.5, 86.65, 100.8])


def test_cells_merged_across_have_no_line_between() -> None:
    """A cell over two columns: the line between them begins below it."""
    document = new_document()
    table = table_of(document, 2, [100, 50])
    table.cell(0, 0).merge(table.cell(0, 1)).paragraphs[0].text = "合并"
    for extra in table.cell(0, 0).paragraphs[1:]:
        extra._p.getparent().remove(extra._p)
    middle = [line for line in rules(items_of(document), flat=False) if line[0] == 184.6]
    assert middle == [(184.6, 91.8, 112.0)]


def test_cells_merged_down_have_no_line_between() -> None:
    """A cell over two rows: the line between them begins right of it."""
    document = new_document()
    table = table_of(document, 2, [100, 50])
    merged = table.cell(0, 0).merge(table.cell(1, 0))
    merged.text = "合并"
    merged.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
    items = items_of(document)
    middle = [line for line in rules(items, flat=True) if line[0] == 92]
    assert [line[1] for line in middle] == [184.3]  # 184.6 less half a line width
    # One line of 10.5 points times 1.3, centred in 40 points.
    assert lines(items)["合并"].top == pytest.approx(72 + (40 - 13.65) / 2)


def test_merged_cell_makes_its_last_row_taller() -> None:
    """Four lines of 13.65 and the lines around need 55.6: the second row grows to 35.6."""
    document = new_document()
    table = table_of(document, 2, [100, 50])
    table.cell(0, 0).merge(table.cell(1, 0)).text = "一\n二\n三\n四"
    flat = [
        item for item in items_of(document) if isinstance(item, Rule) and item.top1 == item.top2
    ]
    # The last line stands inside the 20 + 35.6 points.
    assert sorted({round(item.top1, 2) for item in flat}) == [72.25, 92, 127.35]


def test_shading_fills_the_cell() -> None:
    """The fill covers the whole cell, and comes before the text."""
    document = new_document()
    table = table_of(document, 1, [100, 50])
    table.cell(0, 1).text = "字"
    table.cell(0, 1)._tc.get_or_add_tcPr().append(
        parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="D9E2F3"/>')
    )
    items = items_of(document)
    fill = next(item for item in items if isinstance(item, Fill))
    assert (fill.x, fill.top, fill.width, fill.height) == pytest.approx((184.6, 72, 50, 20))
    assert fill.colour == "D9E2F3"
    assert items.index(fill) < items.index(lines(items)["字"])


def test_line_of_a_cell_beats_that_of_the_table() -> None:
    """A cell's own bottom line replaces the grid, and a removed one leaves a gap."""
    document = new_document()
    table = table_of(document, 2, [100, 50])
    for column, kind in ((0, '"single" w:sz="24" w:color="FF0000"'), (1, '"nil"')):
        table.cell(0, column)._tc.get_or_add_tcPr().append(
            parse_xml(f"<w:tcBorders {nsdecls('w')}><w:bottom w:val={kind}/></w:tcBorders>")
        )
    (line,) = [
        item
        for item in items_of(document)
        if isinstance(item, Rule) and item.top1 == item.top2 == pytest.approx(92)
    ]
    assert line.border.width == 3
    assert line.border.colour == "FF0000"
    assert (line.x1, line.x2) == pytest.approx((84.6 - 1.5, 184.6 + 1.5))


def test_table_without_borders_draws_none() -> None:
    """A table of the plain style has no lines."""
    document = new_document()
    document.add_table(rows=2, cols=2)
    assert not [item for item in items_of(document) if isinstance(item, Rule)]


def test_header_rows_repeat_on_every_page() -> None:
    """Two header rows stand at the top of each page that the table reaches."""
    document = new_document()
    table = table_of(document, 82, [100, 50])
    for number, row in enumerate(table.rows):
        row.cells[0].text = f"表头{number}" if number < 2 else f"行{number - 1}"
    properties_of_row(table.rows[0], "tblHeader")
    properties_of_row(table.rows[1], "tblHeader")
    texts = [squeezed(text) for text in page_texts(pdf_of(document).data)]
    # 698 points: 34 rows of 20 on each page, 32 of them not header rows.
    assert [text[:8] for text in texts] == [
        "表头0表头1行1"[:8],
        "表头0表头1行33"[:8],
        "表头0表头1行65"[:8],
    ]
    assert texts[0].endswith("行32")
    assert texts[2].endswith("行80")


def test_row_that_may_not_split_moves() -> None:
    """A row of three lines that does not fit moves as a whole."""
    document = new_document()
    table = table_of(document, 34, [100, 50], height=21)
    table.cell(33, 0).text = "一\n二\n三"
    properties_of_row(table.rows[33], "cantSplit")
    table.cell(32, 0).text = "末"
    first, second = (squeezed(text) for text in page_texts(pdf_of(document).data))
    assert (first, second) == ("末", "一二三")


def test_row_taller_than_a_page_splits() -> None:
    """Sixty lines of 13.65 points in one row: 51 fit into 698 points."""
    document = new_document()
    table = table_of(document, 1, [100, 50])
    table.cell(0, 0).text = "\n".join(f"行{number}" for number in range(1, 61))
    first, second = (squeezed(text) for text in page_texts(pdf_of(document).data))
    assert first.endswith("行51")
    assert second.startswith("行52")
    assert second.endswith("行60")


def test_row_taller_than_a_page_splits_even_if_it_should_not() -> None:
    """Rather split a row that may not be split than lose what does not fit on any page."""
    document = new_document()
    table = table_of(document, 1, [100, 50])
    table.cell(0, 0).text = "\n".join(f"行{number}" for number in range(1, 61))
    properties_of_row(table.rows[0], "cantSplit")
    texts = [squeezed(text) for text in page_texts(pdf_of(document).data)]
    assert "".join(texts) == "".join(f"行{number}" for number in range(1, 61))


def test_merged_cell_over_a_page_break_loses_nothing() -> None:
    """The words of a tall merged cell continue in its part on the next page."""
    document = new_document()
    table = table_of(document, 40, [100, 50])
    words = [f"行{number}" for number in range(1, 58)]
    table.cell(0, 0).merge(table.cell(39, 0)).text = "\n".join(words)
    for number, row in enumerate(table.rows):
        row.cells[1].text = f"右{number}"
    texts = [squeezed(text) for text in page_texts(pdf_of(document).data)]
    assert len(texts) == 2
    # 34 rows of 20 are 680 points, room for 49 lines of 13.65.
    left, right = texts[0].split("右0")
    assert left == "".join(words[:49])
    assert right.endswith("右33")
    assert texts[1] == "".join(words[49:]) + "".join(f"右{number}" for number in range(34, 40))


def test_nested_table_stands_inside_its_cell() -> None:
    """A table in a cell is drawn at the place of the cell."""
    document = new_document()
    outer = table_of(document, 1, [200, 200])
    inner = outer.cell(0, 1).add_table(rows=1, cols=1)
    inner.cell(0, 0).text = "里"
    found = lines(items_of(document))["里"]
    assert found.x > LEFT + 200
    assert squeezed("".join(page_texts(pdf_of(document).data))) == "里"


def test_widths_follow_long_words_unless_fixed() -> None:
    """A column too narrow for its amount grows; in a fixed table it does not."""
    document = new_document()
    for fixed in (False, True):
        table = table_of(document, 1, [30, 200])
        table.autofit = not fixed
        table.cell(0, 0).text = "1,234,567.00"
    texts = [text_of(item) for item in items_of(document) if isinstance(item, TextLine)]
    assert texts[0] == "1,234,567.00"
    assert "1,234,567.00" not in texts[1:]


def test_table_wider_than_the_page_shrinks_unless_fixed() -> None:
    """A table whose widths follow its content stays inside the margins."""
    document = new_document()
    table = table_of(document, 1, [400, 400])
    table.autofit = True
    edges = rules(items_of(document), flat=False)
    # The text width of 415 points with the cell margins left and right of it.
    assert edges[-1][0] - edges[0][0] == pytest.approx(415 + 10.8, abs=0.11)


def test_conditional_style_of_the_first_row() -> None:
    """A table style with a dark first row shades it and turns its text white and bold."""
    document = new_document()
    table = document.add_table(rows=2, cols=2)
    table.style = "Medium Shading 1 Accent 1"
    table.cell(0, 0).text = "表头"
    items = items_of(document)
    fill = next(item for item in items if isinstance(item, Fill))
    assert fill.colour == "4F81BD"
    form = lines(items)["表头"].box.line.atoms[0].format
    assert (form.bold, form.colour) == (True, "FFFFFF")


def test_column_of_the_first_cells_is_shaded_with_its_band() -> None:
    """A cell in a banded row and in the first column has the looks of both."""
    document = new_document()
    table = document.add_table(rows=3, cols=2)
    table.style = "Light Grid Accent 1"
    table.cell(1, 0).text = "首列"
    items = items_of(document)
    fills = [item for item in items if isinstance(item, Fill) and item.x < 90]
    assert [fill.colour for fill in fills] == ["D3DFEE"]
    assert lines(items)["首列"].box.line.atoms[0].format.bold


def test_header_taller_than_most_of_a_page_is_not_repeated() -> None:
    """Thirty header rows of 20 points would leave 98 points of each page."""
    document = new_document()
    table = table_of(document, 40, [100, 50])
    for number, row in enumerate(table.rows):
        row.cells[0].text = f"行{number}"
        if number < 30:
            properties_of_row(row, "tblHeader")
    texts = [squeezed(text) for text in page_texts(pdf_of(document).data)]
    assert [text[:3] for text in texts] == ["行0行", "行34"]


def test_heading_moves_with_the_first_row_of_its_table() -> None:
    """A heading does not stay behind when the row below it cannot begin on the page."""
    document = new_document()
    for _ in range(32):
        document.add_paragraph("行").paragraph_format.line_spacing = Pt(20)
    heading = document.add_paragraph("题")
    heading.paragraph_format.line_spacing = Pt(20)
    heading.paragraph_format.keep_with_next = True
    table = table_of(document, 1, [100, 50])
    table.cell(0, 0).text = "一二三四五六七八九十" * 2  # three lines of 8.5: may not split
    texts = [squeezed(text) for text in page_texts(pdf_of(document).data)]
    assert texts[0] == "行" * 32
    assert texts[1].startswith("题一")
