"""Files with pictures and boxes that stand in the text or are anchored to it."""

from __future__ import annotations

import io
from typing import Any

from docx.oxml import parse_xml
from docx.shared import Pt
from PIL import Image

from tests.app.documents.pdf.documents import new_document, saved
from tests.app.documents.pdf.foreign_files.words import CLAUSE, NOTICE, PLAIN

_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
_EMU = 12700


def picture(colour: tuple[int, int, int]) -> io.BytesIO:
    """A plain picture of 120 by 60 pixels."""
    file = io.BytesIO()
    Image.new("RGB", (120, 60), colour).save(file, "PNG")
    file.seek(0)
    return file


def anchored_pictures() -> bytes:
    """One picture in the text, one behind it, one that the text goes on below."""
    document = new_document()
    paragraph = document.add_paragraph("图片在文字中：")
    paragraph.add_run().add_picture(picture((40, 90, 200)), width=Pt(90))
    paragraph.add_run("之后继续。")
    for colour, across, down, behind, wrap in (
        ((250, 220, 200), ("page", 430), ("page", 30), 1, "<wp:wrapNone/>"),
        ((200, 240, 210), ("column", 150), ("paragraph", 6), 0, "<wp:wrapTopAndBottom/>"),
    ):
        paragraph = document.add_paragraph(CLAUSE)
        run = paragraph.add_run()
        run.add_picture(picture(colour), width=Pt(110))
        _anchor(run, across, down, behind, wrap)
        document.add_paragraph(NOTICE)
    return saved(document)


def _anchor(
    run: Any,  # noqa: ANN401
    across: tuple[str, float],
    down: tuple[str, float],
    behind: int,
    wrap: str,
) -> None:
    """Turn the inline picture of a run into an anchored one."""
    inline = run._r.xpath(".//wp:inline")[0]
    anchor = parse_xml(
        f'<wp:anchor {_SPACES} distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        f'relativeHeight="2" behindDoc="{behind}" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="{across[0]}"><wp:posOffset>{int(across[1] * _EMU)}'
        f'</wp:posOffset></wp:positionH><wp:positionV relativeFrom="{down[0]}"><wp:posOffset>'
        f"{int(down[1] * _EMU)}</wp:posOffset></wp:positionV></wp:anchor>"
    )
    children = list(inline)
    anchor.append(children[0])  # extent
    anchor.append(parse_xml(wrap.replace("/>", f" {_SPACES}/>")))
    for element in children[1:]:
        anchor.append(element)
    inline.getparent().replace(inline, anchor)


def text_boxes() -> bytes:
    """Two boxes of text: one over the margin of the first page, one below a paragraph."""
    document = new_document()
    document.add_paragraph(CLAUSE)
    for across, down, words in (
        (("page", 360), ("page", 8), "重要提示：本报价三十日内有效。"),
        (("column", 40), ("paragraph", 10), PLAIN),
    ):
        paragraph = document.add_paragraph()
        paragraph.add_run()._r.append(_text_box(across, down, words))
        document.add_paragraph(NOTICE)
    return saved(document)


def _text_box(across: tuple[str, float], down: tuple[str, float], words: str) -> Any:  # noqa: ANN401
    wide, high = 180 * _EMU, 60 * _EMU
    offset = "<wp:posOffset>{}</wp:posOffset>"
    return parse_xml(
        f'<w:drawing {_SPACES}><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        f'relativeHeight="{len(words)}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="{across[0]}">{offset.format(int(across[1] * _EMU))}'
        f'</wp:positionH><wp:positionV relativeFrom="{down[0]}">'
        f"{offset.format(int(down[1] * _EMU))}</wp:positionV>"
        f'<wp:extent cx="{wide}" cy="{high}"/><wp:wrapTopAndBottom/><wp:docPr id="9" name="框"/>'
        "<a:graphic><a:graphicData "
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        f'<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" '
        f'cy="{high}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill>'
        '<a:srgbClr val="FFF7E0"/></a:solidFill><a:ln w="9525"><a:solidFill>'
        '<a:srgbClr val="C08000"/></a:solidFill></a:ln></wps:spPr><wps:txbx><w:txbxContent>'
        f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:txbxContent></wps:txbx>"
        '<wps:bodyPr lIns="91440" tIns="45720" rIns="91440" bIns="45720"/></wps:wsp>'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )
