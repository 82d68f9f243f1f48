"""Package: the last hand on the written file: our cells go in, the clock's traces come out.

The same revision gives the same bytes, so a kept workbook can be compared by its hash. For that
the times that openpyxl and zip put in are replaced: the file bears the revision's price date.
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.documents.workbooks.sheet_writer import SheetWriter

APPLICATION = "Quotewright"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_TERMS = "{http://purl.org/dc/terms/}"
_EXTENDED = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"
_EMPTY_DATA = re.compile(rb"<sheetData\s*/>|<sheetData>.*?</sheetData>", re.DOTALL)
_DIMENSION = re.compile(rb'<dimension ref="[^"]*"\s*/>')


def finished(written: bytes, writers: Sequence[SheetWriter]) -> bytes:
    """The file with the cells of all sheets, our name as the application and no times of writing.

    Args:
        written: What openpyxl wrote: sheets without cells.
        writers: The cells of each sheet, in the order of the sheets.
    """
    sheets = {f"xl/worksheets/sheet{n}.xml": writer for n, writer in enumerate(writers, start=1)}
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(written)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as result,
    ):
        for name in source.namelist():
            content = source.read(name)
            if name in sheets:
                content = _with_cells(content, sheets[name])
            elif name == "docProps/app.xml":
                content = _application(content)
            elif name == "docProps/core.xml":
                content = _modified_as_created(content)
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            result.writestr(info, content)
    return target.getvalue()


def _with_cells(xml: bytes, writer: SheetWriter) -> bytes:
    """A sheet with its cells in place of what openpyxl wrote for the cells it knows of."""
    data = writer.data_xml()
    filled = _EMPTY_DATA.sub(lambda _: data, xml, count=1)
    extent = f'<dimension ref="{writer.extent()}"/>'.encode()
    return _DIMENSION.sub(lambda _: extent, filled, count=1)


def _application(xml: bytes) -> bytes:
    root = etree.fromstring(xml)
    for element in root.iter(f"{_EXTENDED}Application"):
        element.text = APPLICATION
    return _xml(root)


def _modified_as_created(xml: bytes) -> bytes:
    root = etree.fromstring(xml)
    created = root.findtext(f"{_TERMS}created")
    for element in root.iter(f"{_TERMS}modified"):
        element.text = created
    return _xml(root)


def _xml(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
