"""Fill a Word template: the only user of docxtpl.

What goes in is checked (plain values, no control or direction characters, NFC), what docxtpl does
is held on a short lead (sandbox, strict names, escaped text, a strict XML parser so that no text
is lost), and what comes out is scrubbed: no author, no history, no thumbnail, the same bytes for
the same values.
"""

from __future__ import annotations

import functools
import io
import re
import unicodedata
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from docxtpl import DocxTemplate
from jinja2 import TemplateError as JinjaError
from lxml import etree

from app.documents.docx_package import finished
from app.documents.references import with_references
from app.documents.tags import environment, tag_faults, unbalanced
from app.errors import CharacterRefused, TemplateError
from catalog.problem import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Template

    from app.documents.kind import FieldValue, FieldValues

_FORBIDDEN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u2028\u2029"
    "\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]"
    r"|\{[{%#]|[}%#]\}"
)
_LARGEST_PART: Final = 8_000_000
_SHOWN: Final = 40
_PARAGRAPH: Final = re.compile(r"<w:p([ >])")


class _StrictDocx(DocxTemplate):  # type: ignore[misc]  # docxtpl carries no types
    """docxtpl without its recovering parser, which drops the text that it cannot read."""

    def fix_tables(self, xml: str) -> Any:  # noqa: ANN401 (an lxml element)
        """Parse strictly first; only then let docxtpl repair the grids of tables."""
        etree.fromstring(xml.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
        return super().fix_tables(xml)

    def patch_xml(self, src_xml: str) -> str:
        """Join tags that Word split; remembered, because a template is filled many times."""
        return _patched(src_xml)

    def parts(self) -> Iterator[tuple[str, str]]:
        """Name and XML of every part that is filled."""
        self.render_init()
        yield "document", self.get_xml()
        for address in (self.HEADER_URI, self.FOOTER_URI):
            for _, part in self.get_headers_footers(address):
                name = str(part.partname).rpartition("/")[2].removesuffix(".xml")
                yield name, self.get_part_xml(part)


@functools.lru_cache(maxsize=32)
def _patched(xml: str) -> str:
    patched: str = DocxTemplate.patch_xml(None, xml)
    return patched


@functools.lru_cache(maxsize=64)
def _compiled(source: str) -> Template:
    return environment().from_string(source)


class _Compiler:
    """The one thing that docxtpl asks of an environment, and it remembers: compiling is slow."""

    @staticmethod
    def from_string(source: str) -> Template:
        """A compiled template."""
        return _compiled(source)


def fill(
    template: bytes,
    values: FieldValues,
    *,
    known: frozenset[str],
    name: str,
    title: str,
    pictures: Mapping[str, bytes],
) -> bytes:
    """Fill a template.

    Args:
        template: The .docx.
        values: Fields by name, already formatted.
        known: Names that the template may use.
        name: What the template is called, for messages.
        title: Title of the document's properties.
        pictures: PNG files by the alternative text of the placeholder they replace.

    Returns:
        The .docx, the same bytes for the same input.

    Raises:
        TemplateError: If the template holds anything but known fields, or is damaged.
        CharacterRefused: If a value holds a character that must not be printed.
    """
    document = _StrictDocx(io.BytesIO(template))
    faults = template_faults(template, known)
    if faults:
        raise TemplateError(name, faults)
    try:
        document.render(checked(values), _Compiler())
    except (JinjaError, etree.XMLSyntaxError) as error:
        fault = Problem("template.unreadable", parameters={"reason": str(error)})
        raise TemplateError(name, [fault]) from error
    filled = io.BytesIO()
    document.save(filled)
    return finished(with_references(filled.getvalue(), name), title=title, pictures=pictures)


@functools.lru_cache(maxsize=8)
def template_faults(template: bytes, known: frozenset[str]) -> tuple[Problem, ...]:
    """Why a template must not be filled: each fault with the part of the document."""
    faults: list[Problem] = []
    for part, source in tag_sources(template):
        if not source:
            faults.append(
                Problem("template.unbalanced", where=Place(sheet=part), parameters={"near": part})
            )
            continue
        faults += tag_faults(source, known, part)
    return tuple(faults)


def tag_sources(template: bytes) -> list[tuple[str, str]]:
    """Every part of a template as Jinja sees it; empty text where the tags are not balanced."""
    document = _StrictDocx(io.BytesIO(template))
    sources: list[tuple[str, str]] = []
    for part, xml in document.parts():
        if len(xml) > _LARGEST_PART or unbalanced(re.sub(r"<[^>]+>", "", xml)):
            sources.append((part, ""))
            continue
        sources.append((part, _PARAGRAPH.sub(r"\n<w:p\1", document.patch_xml(xml))))
    return sources


def checked(value: FieldValue, place: str = "") -> Any:  # noqa: ANN401 (what went in)
    """A value as it may enter a document: NFC, free of characters that hide or reorder, no tag.

    Raises:
        CharacterRefused: If it holds one; it is refused rather than dropped, because a printed text
            must be the text that was entered.
    """
    if isinstance(value, bool):
        return value
    if isinstance(value, str):
        found = _FORBIDDEN.search(value)
        if found:
            raise _refusal(place, value, found.group())
        return unicodedata.normalize("NFC", value)
    if isinstance(value, Mapping):
        return {key: checked(member, f"{place}.{key}") for key, member in value.items()}
    return [checked(member, f"{place}[]") for member in value]


def _refusal(field: str, value: str, found: str) -> CharacterRefused:
    """What is wrong with a value, in characters that can be shown."""
    character = found if found.isprintable() else f"U+{ord(found):04X}"
    shown = "".join(one if one.isprintable() else "\ufffd" for one in value[:_SHOWN])
    return CharacterRefused(field, shown, character)
