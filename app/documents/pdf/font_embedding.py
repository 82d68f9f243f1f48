"""Embed the used glyphs of a face as one PDF font, with an exact way back to Unicode.

reportlab's own TrueType fonts split into subsets of 256 glyphs and write a broken ToUnicode entry
for characters beyond the basic plane (𬭚 in names); one composite font per face has neither fault
and lets a whole justified line be one text operator.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.pdfbase import pdfdoc

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.documents.pdf.truetype import TrueType

_BLOCK = 100  # entries that one bfchar block may have


class EmbeddedFont:
    """The characters of one face that one document uses.

    Attributes:
        resource: Name of the font in content streams, such as ``F1``.
    """

    def __init__(self, face: TrueType, resource: str) -> None:
        """Start with no character used."""
        self.resource = resource
        self._face = face
        self._codes: dict[str, str] = {}

    def encode(self, text: str) -> str:
        """Return the text as hexadecimal codes of this font, noting its characters as used."""
        codes = self._codes
        try:
            return "".join([codes[character] for character in text])
        except KeyError:
            for character in text:
                codes.setdefault(character, f"{len(codes) + 1:04X}")
            return "".join([codes[character] for character in text])

    def add_to(self, document: pdfdoc.PDFDocument) -> None:
        """Write the font's objects into the PDF; call once, after the last page is drawn."""
        face, characters = self._face, list(self._codes)
        glyphs = [face.glyphs.get(ord(character), 0) for character in characters]
        name = f"{_tag(characters)}+{face.name}"
        descendant = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("CIDFontType2"),
                "BaseFont": pdfdoc.PDFName(name),
                "CIDSystemInfo": pdfdoc.PDFDictionary(
                    {
                        "Registry": pdfdoc.PDFString("Adobe"),
                        "Ordering": pdfdoc.PDFString("Identity"),
                        "Supplement": 0,
                    }
                ),
                "FontDescriptor": document.Reference(self._descriptor(document, name, glyphs)),
                "DW": 1000,
                "W": pdfdoc.PDFArray([1, pdfdoc.PDFArray([face.widths[g] for g in glyphs])]),
                "CIDToGIDMap": pdfdoc.PDFName("Identity"),
            }
        )
        font = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("Type0"),
                "BaseFont": pdfdoc.PDFName(name),
                "Encoding": pdfdoc.PDFName("Identity-H"),
                "DescendantFonts": pdfdoc.PDFArray([document.Reference(descendant)]),
                "ToUnicode": document.Reference(_stream(_to_unicode(characters).encode("ascii"))),
            }
        )
        fonts = document.idToObject[pdfdoc.BasicFonts].dict
        fonts[self.resource] = document.Reference(font)

    def _descriptor(
        self, document: pdfdoc.PDFDocument, name: str, glyphs: list[int]
    ) -> pdfdoc.PDFDictionary:
        face = self._face
        return pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("FontDescriptor"),
                "FontName": pdfdoc.PDFName(name),
                "Flags": 4,
                "FontBBox": pdfdoc.PDFArray(list(face.box)),
                "ItalicAngle": 0,
                "Ascent": face.ascent,
                "Descent": face.descent,
                "CapHeight": face.cap_height,
                "StemV": 140 if face.bold else 80,
                "FontFile2": document.Reference(_stream(face.subset([0, *glyphs]))),
            }
        )


def _stream(content: bytes) -> pdfdoc.PDFStream:
    stream = pdfdoc.PDFStream(content=content, filters=[pdfdoc.PDFZCompress])
    stream.dictionary["Length1"] = len(content)
    return stream


def _tag(characters: Iterable[str]) -> str:
    """Six capitals that name the subset; the same characters give the same tag."""
    total = 0
    for character in characters:
        total = (total * 31 + ord(character)) % 26**6
    return "".join(chr(65 + total // 26**n % 26) for n in range(6))


def _to_unicode(characters: list[str]) -> str:
    entries = [
        f"<{code:04X}> <{character.encode('utf-16-be').hex().upper()}>"
        for code, character in enumerate(characters, 1)
    ]
    blocks = []
    for start in range(0, len(entries), _BLOCK):
        block = entries[start : start + _BLOCK]
        blocks.append("\n".join([f"{len(block)} beginbfchar", *block, "endbfchar"]))
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<0000> <FFFF>",
            "endcodespacerange",
            *blocks,
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )
