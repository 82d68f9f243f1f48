"""The styles of a document: chains of inheritance, defaults, and what they come to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from lxml import etree

from app.documents.pdf.ooxml import W, child, number, value
from app.documents.pdf.paragraph_properties import paragraph_format
from app.documents.pdf.run_properties import overlay_toggles, raw_run_properties, run_format
from app.documents.pdf.theme import Theme

if TYPE_CHECKING:
    from lxml.etree import _Element

    from app.documents.pdf.docx_reader import Package
    from app.documents.pdf.formats import ParagraphFormat, RunFormat
    from app.documents.pdf.numbering import Numbering


class TableContext(NamedTuple):
    """The table style around a paragraph, and the parts of it that apply, joined by ``+``."""

    style: str
    part: str = ""


_BORDERS_AT_THE_MARGIN: Final = 15  # since Word 2013 tables begin with their border
_NO_TABLE: Final = TableContext("")


class Styles:
    """Resolves formats; every distinct combination is resolved once.

    Attributes:
        tables_hang_out: The margin of a table's first cell stands outside the text.
    """

    def __init__(self, package: Package, numbering: Numbering) -> None:
        """Index the styles part, the theme and the document defaults."""
        root = package.sibling("styles", "word/styles.xml")
        self.theme = Theme(package.sibling("theme", "word/theme/theme1.xml"))
        self._numbering = numbering
        self._styles: dict[str, _Element] = {}
        self._default: dict[str, str] = {}
        for style in () if root is None else root.iterfind(W + "style"):
            identifier = style.get(W + "styleId", "")
            self._styles[identifier] = style
            if style.get(W + "default") in {"1", "true"}:
                self._default.setdefault(style.get(W + "type", ""), identifier)
        self._run_default = child(root, "docDefaults", "rPrDefault", "rPr")
        self._paragraph_default = child(root, "docDefaults", "pPrDefault", "pPr")
        self.tables_hang_out = package.compatibility() < _BORDERS_AT_THE_MARGIN
        spacing = package.setting("characterSpacingControl") or "doNotCompress"
        self._squeezes = spacing != "doNotCompress"
        self._conditional: dict[TableContext, list[_Element]] = {}
        self._chains: dict[str, tuple[_Element, ...]] = {}
        self._raw: dict[str, dict[str, str]] = {}
        self._paragraphs: dict[tuple[str, TableContext, bytes], ParagraphFormat] = {}
        self._runs: dict[tuple[str, TableContext, bytes, bytes], RunFormat] = {}

    def chain(self, style: str | None) -> tuple[_Element, ...]:
        """Return a style and its ancestors, the most distant ancestor first."""
        key = style or ""
        if key not in self._chains:
            found: list[_Element] = []
            current = self._styles.get(key)
            while current is not None and current not in found:
                found.append(current)
                current = self._styles.get(value(current, "basedOn") or "")
            self._chains[key] = tuple(reversed(found))
        return self._chains[key]

    def conditional(self, table: TableContext) -> list[_Element]:
        """Return what a table style says about some of its parts, the strongest last."""
        if table not in self._conditional:
            self._conditional[table] = [
                found
                for part in table.part.split("+")
                for style in self.chain(table.style)
                for found in style.iterfind(W + "tblStylePr")
                if part and found.get(W + "type") == part
            ]
        return self._conditional[table]

    def name(self, style: str | None) -> str:
        """Return the name of a style in lower case; empty for an unknown one."""
        found = self._styles.get(style or "")
        return "" if found is None else (value(found, "name") or "").lower()

    def by_name(self, name: str) -> str:
        """Return the identifier of the style with this lower-case name; empty without one."""
        return next((key for key in self._styles if self.name(key) == name), "")

    def named_paragraph(self, style: str) -> ParagraphFormat:
        """Resolve the format of a paragraph that has a style and nothing else."""
        return self._resolve_paragraph(style, _NO_TABLE, None)

    def default_table_style(self) -> str:
        """Return the identifier of the table style used where none is named."""
        return self._default.get("table", "")

    def paragraph(
        self, properties: _Element | None, table: TableContext = _NO_TABLE
    ) -> ParagraphFormat:
        """Resolve a paragraph's ``pPr``; inside a table the table's style lies beneath."""
        style = value(properties, "pStyle") or self._default.get("paragraph", "")
        direct = b"" if properties is None else etree.tostring(properties)
        key = (style, table, direct)
        if key not in self._paragraphs:
            self._paragraphs[key] = self._resolve_paragraph(style, table, properties)
        return self._paragraphs[key]

    def run(
        self,
        properties: _Element | None,
        style: str,
        table: TableContext = _NO_TABLE,
        label: _Element | None = None,
    ) -> RunFormat:
        """Resolve a run's ``rPr`` inside a paragraph of ``style``.

        Args:
            properties: Direct formatting of the run.
            style: Identifier of the paragraph style.
            table: The table around it.
            label: Properties of a list level, stronger than those of the paragraph mark.
        """
        direct = b"" if properties is None else etree.tostring(properties)
        between = b"" if label is None else etree.tostring(label)
        key = (style, table, direct, between)
        if key not in self._runs:
            self._runs[key] = self._resolve_run(properties, style, table, label)
        return self._runs[key]

    def _resolve_run(
        self, properties: _Element | None, style: str, table: TableContext, label: _Element | None
    ) -> RunFormat:
        base = raw_run_properties(self._run_default, self.theme) | self._table_raw(style, table)
        character = value(properties, "rStyle")
        merged = overlay_toggles(base | self._raw_of(style), self._raw_of(character or ""))
        for element in (properties, label):
            merged |= raw_run_properties(element, self.theme)
        return run_format(merged, squeezes=self._squeezes)

    def _table_raw(self, style: str, table: TableContext) -> dict[str, str]:
        if not table.style:
            return {}
        raw = dict(self._raw_of(table.style))
        for layer in self.conditional(table):
            raw |= raw_run_properties(child(layer, "rPr"), self.theme)
        # Word lets a table style lose against a size or family that the default style sets.
        for name in self._raw_of(style):
            raw.pop(name, None)
        return raw

    def _raw_of(self, style: str) -> dict[str, str]:
        if style not in self._raw:
            merged: dict[str, str] = {}
            for element in self.chain(style):
                merged |= raw_run_properties(child(element, "rPr"), self.theme)
            self._raw[style] = merged
        return self._raw[style]

    def _resolve_paragraph(
        self, style: str, table: TableContext, properties: _Element | None
    ) -> ParagraphFormat:
        layers: list[_Element | None] = [self._paragraph_default]
        layers += [child(element, "pPr") for element in self.chain(table.style)]
        layers += [child(layer, "pPr") for layer in self.conditional(table)]
        layers += [child(element, "pPr") for element in self.chain(style)]
        names = (style, self.name(style))
        numbered = paragraph_format([*layers, properties], names, self.theme)
        if not numbered.list_id:
            return self._with_outline(numbered)
        level = numbered.list_level
        if child(properties, "numPr") is None:
            level = self._numbering.level_of_style(numbered.list_id, style, level)
        definition = self._numbering.level(numbered.list_id, level)
        indents = None if definition is None else child(definition, "pPr")
        # Indents of the level lie beneath direct ones, and above those of the style it stands in.
        resolved = paragraph_format([*layers, indents, properties], names, self.theme)
        return self._with_outline(_at_level(resolved, level))

    def _with_outline(self, resolved: ParagraphFormat) -> ParagraphFormat:
        if resolved.outline_level is None and resolved.style_name.startswith("heading "):
            depth = number(resolved.style_name.removeprefix("heading "), 0)
            return _with(resolved, outline_level=depth - 1 if depth else None)
        return resolved


def _at_level(resolved: ParagraphFormat, level: int) -> ParagraphFormat:
    return _with(resolved, list_level=level) if level != resolved.list_level else resolved


def _with(resolved: ParagraphFormat, **changes: object) -> ParagraphFormat:
    import msgspec

    return msgspec.structs.replace(resolved, **changes)
