"""Files that are no price lists: each is written by a function that says what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx

from tests.app.storage.foreign.office_files import packed, sheet, workbook, workbook_parts

if TYPE_CHECKING:
    from pathlib import Path

_ROWS_OF_A_SHEET = 1_048_576
_MB = 1 << 20
HEADING = "资费编码", "资费名称", "收费类型", "计量单位", "计费周期", "标准资费", "成本", "定价方式"
LINE = "NET.RENT", "宽带 月租", "周期性", "条", "月", "30", "9", "市场调节价"


def renamed_document(path: Path) -> None:
    """A text document that somebody named as a workbook."""
    docx.Document().save(str(path))


def protected(path: Path) -> None:
    """What Excel writes behind a password: an old container around the encrypted package."""
    names = "".join(f"{name}\0" for name in ("Root Entry", "EncryptedPackage"))
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + names.encode("utf-16-le"))


def bomb(path: Path) -> None:
    """Sixteen megabytes of one digit in sixteen kilobytes."""
    path.write_bytes(workbook(f'<row r="1"><c r="A1"><v>{"1" * (16 * _MB)}</v></c></row>'))


def full_sheet(path: Path) -> None:
    """Every row that a sheet can have."""
    rows = "".join(
        f'<row r="{number}"><c r="A{number}"><v>{number * 7919 % 99991}</v></c></row>'
        for number in range(1, _ROWS_OF_A_SHEET + 1)
    )
    path.write_bytes(workbook(rows))


def far_cell(path: Path) -> None:
    """One cell in the last corner of the sheet."""
    path.write_bytes(workbook('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))


def truncated(path: Path) -> None:
    """A download that broke off."""
    data = workbook("".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 99)))
    path.write_bytes(data[: len(data) // 2])


def half_a_sheet(path: Path) -> None:
    """A sound archive around a sheet that ends in the middle of a row."""
    parts = workbook_parts('<row r="1"><c r="A1"><v>1</v></c></row>')
    name = "xl/worksheets/sheet1.xml"
    path.write_bytes(packed({**parts, name: parts[name][: len(parts[name]) // 2]}))


def row_twice(path: Path) -> None:
    """Two rows that call themselves the first."""
    row = '<row r="1"><c r="A1"><v>1</v></c></row>'
    path.write_bytes(workbook(row * 2))


def empty(path: Path) -> None:
    """An export that wrote nothing."""
    path.write_bytes(b"")


def no_table(path: Path) -> None:
    """A picture under the name of a workbook."""
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))


def web_page(path: Path) -> None:
    """What many systems export as a workbook."""
    path.write_bytes("<html><table><tr><td>编码</td></tr></table></html>".encode())


def mixed_text(path: Path) -> None:
    """Two halves of a text in two encodings."""
    path.write_bytes("编码,名称\nA,宽带业务\n".encode() + "B,专线业务\n".encode("gbk"))


def lying_dimension(path: Path) -> None:
    """Says that it fills the whole sheet, and has two rows."""
    path.write_bytes(
        workbook(
            sheet=sheet(
                rows_of((*HEADING, "增值税率"), (*LINE, "9%")),
                before='<dimension ref="A1:XFD1048576"/>',
            )
        )
    )


def broken_reference(path: Path) -> None:
    """A price whose formula points to a cell that is gone."""
    rows = rows_of((*HEADING, "增值税率"), (*LINE, "9%"))
    price = '<c r="F2" t="inlineStr"><is><t>30</t></is></c>'
    gone = '<c r="F2" t="e"><f>#REF!*2</f><v>#REF!</v></c>'
    path.write_bytes(workbook(rows.replace(price, gone)))


def rows_of(*rows: tuple[str, ...]) -> str:
    """Rows of texts as a sheet holds them."""
    return "".join(
        f'<row r="{number}">'
        + "".join(
            f'<c r="{letter}{number}" t="inlineStr"><is><t>{text}</t></is></c>'
            for letter, text in zip("ABCDEFGHIJ", cells, strict=False)
        )
        + "</row>"
        for number, cells in enumerate(rows, 1)
    )
