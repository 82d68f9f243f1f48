"""Sheet: collects the body of a template and writes the .docx with its headers and footers."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm
from lxml import etree

from app.documents.docx_package import finished
from templates.authoring.markup import NAMESPACES, Xml, twips

if TYPE_CHECKING:
    from pathlib import Path

    from docx.section import _Footer, _Header

    from templates.authoring.tongue import Tongue

A4: Final = (210.0, 297.0)
_SETTINGS: Final = (
    f'<w:settings {NAMESPACES}><w:defaultTabStop w:val="420"/>'
    '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
    ' w:val="15"/></w:compat></w:settings>'
)


def placeholder(width: int, height: int) -> bytes:
    """A pale grey picture, in the shape of the chart that replaces it."""
    from PIL import Image

    target = io.BytesIO()
    Image.new("RGB", (width, height), "#EEF1F6").save(target, "PNG")
    return target.getvalue()


class Margins(tuple[float, float, float, float]):
    """Top, right, bottom, left in millimetres."""

    __slots__ = ()


class Sheet:
    """A template being drawn."""

    def __init__(self, *, title: str, styles: str, numbering: str, tongue: Tongue) -> None:
        """Begin with an empty page and the styles of the template, in a language."""
        self._document = Document()
        self._title = tongue.text(title)
        self._tongue = tongue
        self._body: list[str] = []
        self._replace_children(self._document.styles.element, styles)
        self._replace_children(self._document.part.numbering_part.element, numbering)
        self._replace_children(self._document.settings.element, _SETTINGS)

    def add(self, *parts: Xml) -> None:
        """Append paragraphs and tables."""
        self._body += [self._tongue.spoken(part) for part in parts]

    def picture(self, png: bytes, name: str, width: float, style: str) -> None:
        """Append a placeholder picture; ``name`` becomes its alternative text."""
        self._body.append(self.drawn(png, name, width, style))

    def drawn(self, png: bytes, name: str, width: float, style: str) -> Xml:
        """A paragraph with a placeholder picture, to be put into a cell."""
        paragraph = self._document.add_paragraph()
        shape = paragraph.add_run().add_picture(io.BytesIO(png), width=Mm(width))
        described = shape._inline.docPr  # noqa: SLF001 (python-docx has no way to set it)
        described.set("descr", name)
        described.set("name", name)
        paragraph._p.get_or_add_pPr().insert(  # noqa: SLF001 (same)
            0, parse_xml(f'<w:pStyle {nsdecls("w")} w:val="{style}"/>')
        )
        drawn = Xml(etree.tostring(paragraph._p, encoding="unicode"))  # noqa: SLF001 (same)
        self._document.element.body.remove(paragraph._p)  # noqa: SLF001 (same)
        return drawn

    def end_cover(self) -> None:
        """End the cover: a page without margins, header or footer."""
        self._body.append(
            '<w:p><w:pPr><w:pStyle w:val="Tag"/>'
            '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
            f"<w:sectPr>{_geometry(Margins((0, 0, 0, 0)), 0)}</w:sectPr></w:pPr></w:p>"
        )

    def write(self, path: Path, *, header: str, footer: str, margins: Margins) -> None:
        """Write the file, byte for byte the same for the same template."""
        last = self._document.sections[-1]
        last.header.is_linked_to_previous = False
        last.footer.is_linked_to_previous = False
        _fill(last.header, self._tongue.spoken(header))
        _fill(last.footer, self._tongue.spoken(footer))
        self._tongue.refuse_missing()
        properties = last._sectPr  # noqa: SLF001 (its header and footer must survive)
        for child in list(properties):
            if not child.tag.endswith(("headerReference", "footerReference")):
                properties.remove(child)
        for child in parse_xml(f"<w:x {NAMESPACES}>{_geometry(margins, 9)}</w:x>"):
            properties.append(child)
        for child in parse_xml(f"<w:x {NAMESPACES}>{''.join(self._body)}</w:x>"):
            properties.addprevious(child)
        written = io.BytesIO()
        self._document.save(written)
        path.write_bytes(finished(written.getvalue(), title=self._title, pictures={}))

    @staticmethod
    def _replace_children(element: object, xml: str) -> None:
        root = parse_xml(xml)
        for child in list(element):  # type: ignore[call-overload]  # an lxml element
            element.remove(child)  # type: ignore[attr-defined]  # an lxml element
        for child in list(root):
            element.append(child)  # type: ignore[attr-defined]  # an lxml element


def _fill(part: _Header | _Footer, xml: str) -> None:
    element = part._element  # noqa: SLF001 (python-docx has no way to set the whole content)
    for child in list(element):
        element.remove(child)
    for child in parse_xml(f"<w:x {NAMESPACES}>{xml}</w:x>"):
        element.append(child)


def _geometry(margins: Margins, furniture: float) -> str:
    """Page size and margins; ``furniture`` is the distance of header and footer to the edge."""
    top, right, bottom, left = (twips(side) for side in margins)
    return (
        '<w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{twips(A4[0])}" w:h="{twips(A4[1])}"/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}"'
        f' w:header="{twips(furniture)}" w:footer="{twips(furniture)}" w:gutter="0"/>'
    )
