"""Package: the last hand on the written file, with values beside formulas and without a clock.

The same revision gives the same bytes, so a kept workbook can be compared by its hash. For that
the times that openpyxl and zip put in are replaced: documents bear the revision's price date.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from lxml import etree

from app.documents.workbooks.cached_values import with_cached_values

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

APPLICATION = "Quotewright"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_TERMS = "{http://purl.org/dc/terms/}"
_EXTENDED = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"


def finished(written: bytes, cached: Sequence[Mapping[str, Decimal | int | str]]) -> bytes:
    """The file with cached values, our name as the application and no times of writing.

    Args:
        written: What openpyxl wrote.
        cached: Values of the formulas of each sheet, in the order of the sheets.
    """
    sheets = {f"xl/worksheets/sheet{n}.xml": values for n, values in enumerate(cached, start=1)}
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(written)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as result,
    ):
        for name in source.namelist():
            content = source.read(name)
            if name in sheets:
                content = with_cached_values(content, sheets[name])
            elif name == "docProps/app.xml":
                content = _application(content)
            elif name == "docProps/core.xml":
                content = _modified_as_created(content)
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            result.writestr(info, content)
    return target.getvalue()


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
