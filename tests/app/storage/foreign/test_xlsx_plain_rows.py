"""The short way and the parser read every sheet alike."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import FileUnreadable
from app.storage.foreign.limits import LIMITS
from app.storage.foreign.table_file import Row, Sheet
from app.storage.foreign.workbook import read_xlsx
from app.storage.foreign.xlsx_plain_rows import PlainRow, RowFilter
from tests.app.storage.foreign.office_files import shared_texts, sheet, styles, workbook

_TEXTS = shared_texts("<t>云专线</t>", "<t>宽带</t>")
_STYLES = styles("0.00", "0%", "yyyy/m/d")
_BY_PARSER = "<!-- a comment makes the parser read everything -->"


def _read(rows: str) -> Sheet | str:
    data = workbook(sheet=sheet(rows), texts=_TEXTS, styles=_STYLES)
    try:
        return read_xlsx("x.xlsx", data, LIMITS).sheets[0]
    except FileUnreadable as refusal:
        return refusal.finding.code


_CELL_FORMS = (
    '<c r="{place}"><v>{number}</v></c>',
    '<c r="{place}" s="1"><v>{number}</v></c>',
    '<c r="{place}" s="2"><v>0.{digit}</v></c>',
    '<c r="{place}" s="3"><v>460{digit}7</v></c>',
    '<c r="{place}" t="s"><v>{digit}</v></c>',
    '<c r="{place}" s="1" t="str"><f>B2</f><v>甲{digit}</v></c>',
    '<c r="{place}" t="str"><f t="shared" si="0"/><v></v></c>',
    '<c r="{place}"><f>B2*2</f><v></v></c>',
    '<c r="{place}"><f>B2*2</f></c>',
    '<c r="{place}"><f>B2*2</f><v>{number}</v></c>',
    '<c r="{place}" t="e"><v>#REF!</v></c>',
    '<c r="{place}" t="b"><v>1</v></c>',
    '<c r="{place}" s="1"/>',
    '<c r="{place}"></c>',
    '<c r="{place}"><v>NaN</v></c>',
    '<c s="1" r="{place}"><v>{number}</v></c>',
    '<c r="{place}" t="inlineStr"><is><t>乙{digit}</t></is></c>',
    '<c r="{place}" t="inlineStr"><is><t></t></is></c>',
    '<c r="{place}"><is><t>{number}</t></is></c>',
    '<c r="{place}" t="str"><v>R&amp;D &#32447;&lt;&#13;&gt;&quot;&apos;&#128512;</v></c>',
    '<c r="{place}" t="str"><f>A1&amp;B1</f><v>&#x7ebf;</v></c>',
    "<c r='{place}'><v>{number}</v></c>",
    "<c><v>{number}</v></c>",
    '<c r="A9"><v>1</v></c>',
)
_CELLS = st.tuples(
    st.sampled_from(_CELL_FORMS), st.integers(0, 9), st.decimals(-9999, 9999, places=2)
)
_ROWS = st.tuples(
    st.sampled_from(['<row r="{row}">', '<row r="{row}" spans="1:3" hidden="1">', "<row>"]),
    st.lists(_CELLS, max_size=4),
)


def _rendered(table: list[tuple[str, list[tuple[str, int, object]]]], between: str) -> str:
    text = ""
    for row, (start, cells) in enumerate(table, 1):
        text += start.format(row=row)
        for column, (form, digit, number) in enumerate(cells):
            text += form.format(place=f"{'ABCD'[column]}{row}", digit=digit, number=number)
        text += "</row>" + between
    return text


@settings(deadline=None)
@given(st.lists(_ROWS, max_size=6), st.sampled_from(["", "\n  "]))
def test_both_ways_read_the_same(
    table: list[tuple[str, list[tuple[str, int, object]]]], between: str
) -> None:
    """Plain rows, others among them, faults and contradictions."""
    rows = _rendered(table, between)
    assert _read(rows) == _read(_BY_PARSER + rows)


def test_rows_in_comments_and_instructions_are_not_read() -> None:
    """They only look like rows."""
    row = '<row r="1"><c r="A1"><v>1</v></c></row>'
    hidden = '<row r="2"><c r="A2"><v>666</v></c></row>'
    for around in ("<!--{}-->", "<?x {}?>"):
        found = _read(row + around.format(hidden))
        assert isinstance(found, Sheet)
        assert found.rows == (Row(1, ("1",)),)
    assert _read(f"<row r='1'><c r='A1' t='str'><v><![CDATA[{row}]]></v></c></row>") == Sheet(
        "价格", (Row(1, (row,)),)
    )


@pytest.mark.parametrize(
    "text",
    [
        '<row r="1"><c r="A1"><v>1</v></row>',
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>a<b</v></c></row>',
        '<row r="1"><c r="A1"><v>&nbsp;</v></c></row>',
        '<row r="1"><c r="A1" t="str"><v>&#0;</v></c></row>',
        '<row r="1"><c r="A1" t="str"><v>&#55296;</v></c></row>',
        '<row r="1"><c r="A1" t="str"><f>&#1;</f><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>\x07</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c>',
        '<row r="1"><c r="A1"><v>1</t></is></c></row>',
    ],
)
def test_what_is_not_well_formed_is_not_taken_the_short_way(text: str) -> None:
    """The parser refuses it."""
    assert _read(text) == "file.damaged"


@given(st.lists(st.integers(1, 40), max_size=12))
def test_nothing_is_lost_wherever_the_text_is_cut(sizes: list[int]) -> None:
    """Rows and the rest arrive whole, once, in order."""
    text = "<a><row r='x'></row>" + "".join(
        f'<row r="{row}"><c r="A{row}"><v>{row}</v></c></row>\n' for row in range(1, 5)
    )
    text += "<row></row><b/></a>"
    seen: list[str] = []
    rows: list[PlainRow] = []

    def take(row: PlainRow) -> None:
        rows.append(row)
        seen.append(f"#{row.number}#")

    row_filter = RowFilter(take, seen.append)
    position = 0
    for size in [*sizes, len(text)]:
        row_filter.feed(text[position : position + size])
        position += size
    row_filter.close()
    assert "".join(seen) == "<a><row r='x'></row>" + "#1#\n#2#\n#3#\n#4#\n" + "<row></row><b/></a>"
    assert [row.cells[0][8] for row in rows] == ["1", "2", "3", "4"]
