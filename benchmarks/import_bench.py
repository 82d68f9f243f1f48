"""How long reading a table file takes and how much memory it needs, at its peak.

Run as ``python -m benchmarks.import_bench [rows] [columns]``; 50,000 rows of 20 columns otherwise.
"""

from __future__ import annotations

import sys
import tempfile
import time
import zipfile
from pathlib import Path

from app.storage.foreign.table_file import column_letters
from app.storage.foreign.tables import read_table_file

_SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_NAMES = 5000
_SMALL = (300, 20)


def _price(row: int, column: int) -> str:
    return f"{(row * 7919 + column * 104_729) % 1_000_000 / 100:.2f}".rstrip("0").rstrip(".")


def _write_workbook(path: Path, rows: int, columns: int) -> None:
    """A third of the cells are shared texts, the others are amounts."""
    letters = [column_letters(column) for column in range(1, columns + 1)]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="xml" '
            f'ContentType="application/xml"/><Override PartName="/xl/workbook.xml" '
            f'ContentType="{_MAIN}"/></Types>',
        )
        for part, relations in (
            ("_rels/.rels", [("officeDocument", "xl/workbook.xml")]),
            (
                "xl/_rels/workbook.xml.rels",
                [("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml")],
            ),
        ):
            inside = "".join(
                f'<Relationship Id="r{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
                for number, (kind, target) in enumerate(relations, 1)
            )
            archive.writestr(
                part, f'<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'
            )
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{_SHEETS}" xmlns:r="{_OFFICE}"><sheets>'
            '<sheet name="价格" sheetId="1" r:id="r1"/></sheets></workbook>',
        )
        texts = "".join(f"<si><t>互联网专线 {number} 号</t></si>" for number in range(_NAMES))
        archive.writestr("xl/sharedStrings.xml", f'<sst xmlns="{_SHEETS}">{texts}</sst>')
        with archive.open("xl/worksheets/sheet1.xml", "w") as stream:
            stream.write(f'<worksheet xmlns="{_SHEETS}"><sheetData>'.encode())
            for row in range(1, rows + 1):
                cells = "".join(
                    f'<c r="{letter}{row}" t="s"><v>{(row * 31 + column) % _NAMES}</v></c>'
                    if column % 3 == 0
                    else f'<c r="{letter}{row}"><v>{_price(row, column)}</v></c>'
                    for column, letter in enumerate(letters)
                )
                stream.write(f'<row r="{row}">{cells}</row>'.encode())
            stream.write(b"</sheetData></worksheet>")


def _write_text(path: Path, rows: int, columns: int) -> None:
    with path.open("w", encoding="gb18030", newline="") as stream:
        for row in range(rows):
            stream.write(
                ",".join(
                    f"互联网专线 {row % _NAMES} 号" if column % 3 == 0 else _price(row, column)
                    for column in range(columns)
                )
            )
            stream.write("\r\n")


def _measure(path: Path, rows: int) -> None:
    import resource

    wall, own = time.perf_counter(), time.process_time()
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    table = read_table_file(path)
    wall, own = time.perf_counter() - wall, time.process_time() - own
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    worker = after.ru_utime + after.ru_stime - children.ru_utime - children.ru_stime
    here = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    assert len(table.sheets[0].rows) == rows
    print(
        f"{path.name:12} {rows:7,} rows: {wall:6.2f} s wall; CPU {worker:5.2f} s worker, "
        f"{own:5.2f} s here; peak memory {after.ru_maxrss >> 10:4} MB worker, {here:4} MB here"
    )


def main() -> None:
    """Write the files, read them, print time and peak memory."""
    rows, columns = (int(sys.argv[1]), int(sys.argv[2])) if len(sys.argv) > 2 else (50_000, 20)
    with tempfile.TemporaryDirectory() as folder:
        sizes = ((*_SMALL, "small"), (rows, columns, "large"))
        # Workbooks first: a process starts as a copy of its parent, and counts that as its peak.
        for ending, write in ((".xlsx", _write_workbook), (".csv", _write_text)):
            for count, width, name in sizes:
                path = Path(folder) / f"{name}{ending}"
                write(path, count, width)
                _measure(path, count)


if __name__ == "__main__":
    main()
