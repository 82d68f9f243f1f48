"""Reading tables as programs write them, whole or damaged."""

from __future__ import annotations

from typing import Any

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from app.documents.pdf.boxes import Fill
from tests.app.documents.pdf.documents import new_document, pages_of, pdf_of, words_of


def with_table(xml: str) -> Any:  # noqa: ANN401 - python-docx has no types
    """Return a document that holds a table of raw content."""
    document = new_document()
    table = parse_xml(f"<w:tbl {nsdecls('w')}>{xml}</w:tbl>")
    document.element.body.insert(0, table)
    return document


def cell(text: str, properties: str = "") -> str:
    """Return a cell of one paragraph."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """Return a row of cells."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


@pytest.mark.parametrize(
    "xml",
    [
        "",
        "<w:tblPr/><w:tblGrid/>",
        '<w:tblGrid><w:gridCol w:w="1000"/></w:tblGrid><w:tr/>',
    ],
)
def test_empty_tables_do_no_harm(xml: str) -> None:
    """Tables without rows or cells are drawn as nothing."""
    assert words_of(pdf_of(with_table(xml)).data) == ""


def test_table_without_grid_shares_the_width() -> None:
    """Cells without any width are drawn, all of them."""
    assert words_of(pdf_of(with_table(row(cell("甲"), cell("乙")))).data) == "甲乙"


def test_continuation_of_nothing_keeps_its_words() -> None:
    """A cell that claims to continue a cell that is not there is an ordinary one."""
    document = with_table(row(cell("甲", "<w:vMerge/>")) + row(cell("乙")))
    assert words_of(pdf_of(document).data) == "甲乙"


def test_span_beyond_the_grid_is_cut() -> None:
    """A cell over more columns than there are takes those that are there."""
    grid = '<w:tblGrid><w:gridCol w:w="2000"/></w:tblGrid>'
    document = with_table(grid + row(cell("甲", '<w:gridSpan w:val="7"/>')))
    assert words_of(pdf_of(document).data) == "甲"


def test_rows_in_content_controls_are_rows() -> None:
    """A repeating content control around a row is looked through."""
    inner = row(cell("甲"))
    document = with_table(f"<w:sdt><w:sdtContent>{inner}</w:sdtContent></w:sdt>")
    assert words_of(pdf_of(document).data) == "甲"


def test_deleted_rows_are_gone() -> None:
    """A row deleted under tracked changes is not shown."""
    document = with_table(row(cell("甲")) + row(cell("乙"), properties="<w:del/>"))
    assert words_of(pdf_of(document).data) == "甲"


def test_share_of_the_text_width() -> None:
    """Half the text width of 415 points is 207.5."""
    document = with_table(
        '<w:tblPr><w:tblW w:w="2500" w:type="pct"/></w:tblPr>'
        '<w:tblGrid><w:gridCol w:w="1000"/></w:tblGrid>'
        + row(cell("甲", '<w:shd w:val="clear" w:fill="FFEECC"/>'))
    )
    (fill,) = [item for item in pages_of(document)[0].items if isinstance(item, Fill)]
    assert fill.width == pytest.approx(207.5)


def test_free_columns_before_the_first_cell() -> None:
    """A row may begin one column of the grid further right."""
    document = with_table(
        '<w:tblPr><w:tblLayout w:type="fixed"/></w:tblPr>'
        '<w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="2000"/></w:tblGrid>'
        + row(cell("甲"), cell("乙"))
        + row(
            cell("丙", '<w:shd w:val="clear" w:fill="FFEECC"/>'),
            properties='<w:gridBefore w:val="1"/>',
        )
    )
    (fill,) = [item for item in pages_of(document)[0].items if isinstance(item, Fill)]
    assert [fill.x, fill.width] == pytest.approx([90 - 5.4 + 50, 100])


def test_exact_row_height_ignores_the_content() -> None:
    """A row of exactly 10 points stays so however tall its text is."""
    document = with_table(
        row(
            cell("甲", '<w:shd w:val="clear" w:fill="FFEECC"/>'),
            properties='<w:trHeight w:val="200" w:hRule="exact"/>',
        )
    )
    (fill,) = [item for item in pages_of(document)[0].items if isinstance(item, Fill)]
    assert fill.height == 10
