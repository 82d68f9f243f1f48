"""Small office files, well-made and hostile, put together part by part."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_KIND = "application/vnd.openxmlformats-officedocument"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

XLSX_MAIN = f"{_KIND}.spreadsheetml.sheet.main+xml"
DOCX_MAIN = f"{_KIND}.wordprocessingml.document.main+xml"


def content_types(main_part: str, main_type: str) -> str:
    """The list of types of a package with one main part."""
    return (
        f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{main_part}" ContentType="{main_type}"/></Types>'
    )


def relations(*entries: tuple[str, str], external: Iterable[tuple[str, str]] = ()) -> str:
    """A part of relations from pairs of kind and target, numbered ``rId1``, ``rId2``..."""
    modes = [(kind, target, "") for kind, target in entries]
    modes += [(kind, target, ' TargetMode="External"') for kind, target in external]
    inside = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"{mode}/>'
        for number, (kind, target, mode) in enumerate(modes, 1)
    )
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def sheet(rows: str, before: str = "", after: str = "") -> str:
    """A worksheet around its rows."""
    return (
        f'{HEAD}<worksheet xmlns="{_SHEETS}">{before}<sheetData>{rows}</sheetData>{after}'
        "</worksheet>"
    )


def shared_texts(*texts: str) -> str:
    """The table of texts, each given as the inside of its element."""
    inside = "".join(f"<si>{text}</si>" for text in texts)
    return f'{HEAD}<sst xmlns="{_SHEETS}">{inside}</sst>'


def styles(*codes: str) -> str:
    """Styles 1, 2... with these number formats; style 0 is the general one."""
    formats = "".join(
        f'<numFmt numFmtId="{164 + index}" formatCode="{code}"/>'
        for index, code in enumerate(codes)
    )
    cells = "".join(f'<xf numFmtId="{164 + index}"/>' for index in range(len(codes)))
    return (
        f'{HEAD}<styleSheet xmlns="{_SHEETS}"><numFmts>{formats}</numFmts>'
        f'<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
        f'<cellXfs><xf numFmtId="0"/>{cells}</cellXfs></styleSheet>'
    )


def workbook_parts(rows: str = "", **more: str) -> dict[str, str]:
    """The parts of a workbook with one sheet called 价格.

    Args:
        rows: Inside of its ``sheetData``.
        more: ``texts``, ``styles`` (whole parts), ``sheet`` (whole part instead of the rows),
            ``properties`` (attributes of ``workbookPr``), ``state`` of the sheet.
    """
    state = f' state="{more["state"]}"' if "state" in more else ""
    return {
        "[Content_Types].xml": content_types("xl/workbook.xml", XLSX_MAIN),
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": (
            f'{HEAD}<workbook xmlns="{_SHEETS}" xmlns:r="{_OFFICE}">'
            f"<workbookPr {more.get('properties', '')}/>"
            f'<sheets><sheet name="价格" sheetId="1"{state} r:id="rId1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": relations(
            ("worksheet", "worksheets/sheet1.xml"),
            ("sharedStrings", "sharedStrings.xml"),
            ("styles", "styles.xml"),
        ),
        "xl/worksheets/sheet1.xml": more.get("sheet", sheet(rows)),
        "xl/sharedStrings.xml": more.get("texts", shared_texts()),
        "xl/styles.xml": more.get("styles", styles()),
    }


def document_parts(body: str = "<w:p/>") -> dict[str, str]:
    """The parts of a text document."""
    return {
        "[Content_Types].xml": content_types("word/document.xml", DOCX_MAIN),
        "_rels/.rels": relations(("officeDocument", "word/document.xml")),
        "word/document.xml": (
            f'{HEAD}<w:document xmlns:w="{_WORDS}"><w:body>{body}</w:body></w:document>'
        ),
        "word/_rels/document.xml.rels": relations(),
    }


def packed(
    parts: Mapping[str, str | bytes],
    *,
    method: int = zipfile.ZIP_DEFLATED,
    twice: Iterable[tuple[str, str | bytes]] = (),
) -> bytes:
    """An archive of the parts; ``twice`` are added although their names may be taken."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    if twice:
        with zipfile.ZipFile(stream, "a", method) as archive:
            for name, content in twice:
                archive.NameToInfo.pop(name, None)  # the warning about doubles is not the matter
                archive.writestr(name, content)
    return stream.getvalue()


def workbook(rows: str = "", **more: str) -> bytes:
    """A workbook with one sheet; see ``workbook_parts``."""
    return packed(workbook_parts(rows, **more))
