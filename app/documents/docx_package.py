"""The finished .docx as a package: scrubbed of history, with its pictures, in stable bytes."""

from __future__ import annotations

import io
import posixpath
import zipfile
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Mapping

CONTENT_TYPES: Final = "[Content_Types].xml"
DOCUMENT: Final = "word/document.xml"
_DOCUMENT_RELATIONS: Final = "word/_rels/document.xml.rels"
_ROOT_RELATIONS: Final = "_rels/.rels"
_CORE: Final = "docProps/core.xml"
_DROPPED: Final = ("docProps/", "customXml/")
_DROPPED_RELATIONS: Final = ("thumbnail", "extended-properties", "custom-properties", "customXml")
# The first moment a ZIP can name: bytes must not depend on the clock.
_MOMENT: Final = (1980, 1, 1, 0, 0, 0)
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/"
_RELATION_ID: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
_CORE_XML: Final = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    "<cp:coreProperties"
    ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<dc:title>{title}</dc:title></cp:coreProperties>"
)


def finished(docx: bytes, *, title: str, pictures: Mapping[str, bytes]) -> bytes:
    """The file as it is handed out.

    Args:
        docx: As the filling library wrote it.
        title: The only property that the file keeps.
        pictures: PNG files by the alternative text of the placeholder picture they replace.
    """
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    kept = {name: data for name, data in parts.items() if not name.startswith(_DROPPED)}
    kept[_CORE] = _CORE_XML.format(title=escape(title)).encode()
    for name in (_ROOT_RELATIONS, _DOCUMENT_RELATIONS):
        kept[name] = _without_relations(kept[name])
    kept[CONTENT_TYPES] = _without_types(kept[CONTENT_TYPES], kept)
    for name, picture in pictures.items():
        for part in _picture_parts(kept, name):
            kept[part] = picture
    return packed(kept)


def picture_frames(docx: bytes) -> dict[str, tuple[int, int]]:
    """Width and height in EMU of each placeholder picture in a template, by its name.

    Raises:
        ValueError: If the bytes are no Word document.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(docx)) as archive:
            root = parsed(archive.read(DOCUMENT))
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError) as error:
        raise ValueError("not a Word document") from error
    frames: dict[str, tuple[int, int]] = {}
    for holder in root.iter(f"{{{_DRAWING}wordprocessingDrawing}}inline"):
        extent = holder.find(f"{{{_DRAWING}wordprocessingDrawing}}extent")
        name = _picture_name(holder)
        if name and extent is not None:
            frames[name] = (int(extent.get("cx", "0")), int(extent.get("cy", "0")))
    return frames


def _picture_parts(parts: Mapping[str, bytes], name: str) -> list[str]:
    """The parts that hold the placeholder pictures with a name."""
    targets = {
        relation.get("Id"): posixpath.normpath(f"word/{relation.get('Target')}")
        for relation in parsed(parts[_DOCUMENT_RELATIONS])
    }
    found: list[str] = []
    for holder in parsed(parts[DOCUMENT]).iter(f"{{{_DRAWING}wordprocessingDrawing}}inline"):
        if _picture_name(holder) == name:
            found += [
                targets[blip.get(_RELATION_ID)] for blip in holder.iter(f"{{{_DRAWING}main}}blip")
            ]
    return found


def _picture_name(holder: etree._Element) -> str:
    described = holder.find(f"{{{_DRAWING}wordprocessingDrawing}}docPr")
    return "" if described is None else described.get("descr", "")


def _without_relations(xml: bytes) -> bytes:
    root = parsed(xml)
    for relation in list(root):
        if (relation.get("Type") or "").rpartition("/")[2] in _DROPPED_RELATIONS:
            root.remove(relation)
    return serialised(root)


def _without_types(xml: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The list of content types without the parts that are gone."""
    root = parsed(xml)
    for declared in list(root):
        part = declared.get("PartName")
        if part and part.lstrip("/") not in parts:
            root.remove(declared)
    return serialised(root)


def parsed(xml: bytes) -> etree._Element:
    """The root of a part; nothing outside it is looked up."""
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))


def serialised(root: etree._Element) -> bytes:
    """A part as it is stored."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A ZIP whose bytes depend on nothing but its parts; the content types come first."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts, key=lambda part: (part != CONTENT_TYPES, part)):
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, parts[name])
    return target.getvalue()
