"""Lists as Word counts them: shared counters, restarts, overrides, legal style, label text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from app.documents.pdf.numerals import written
from app.documents.pdf.ooxml import W, attribute, child, flag, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element

# Labels in the private codes of Wingdings and Symbol, as Word's own bullet galleries write them.
_BULLETS: Final = {
    "\uf06c": "●",
    "\uf06e": "■",
    "\uf075": "◆",
    "\uf0a7": "▪",
    "\uf0a8": "◻",
    "\uf0b2": "◇",
    "\uf0b7": "•",
    "\uf0d8": "➢",
    "\uf0e0": "→",
    "\uf0f0": "➔",
    "\uf0fc": "✓",
    "\uf0fe": "☑",
    "\uf02d": "–",
    "\uf06f": "□",
    "\uf071": "❑",
    "\uf0a1": "○",
}
_DEEPEST: Final = 9


def symbol(text: str, family: str) -> str:
    """Return the Unicode character for a code of a symbol family; other text as it is."""
    if len(text) != 1:
        return text
    if family.lower().startswith(("wingdings", "symbol")) and ord(text) < 0x100:  # noqa: PLR2004 - one byte
        text = chr(0xF000 + ord(text))  # the same code, written without the private prefix
    return _BULLETS.get(text, text)


class Numbering:
    """List definitions and the running counters of one document, read front to back."""

    def __init__(self, root: _Element | None) -> None:
        """Index the numbering part; None means a document without lists."""
        self._abstract: dict[str, _Element] = {}
        self._instances: dict[str, _Element] = {}
        for element in () if root is None else root:
            if element.tag == W + "abstractNum":
                self._abstract[element.get(W + "abstractNumId", "")] = element
            elif element.tag == W + "num":
                self._instances[element.get(W + "numId", "")] = element
        self._levels: dict[tuple[str, int], _Element | None] = {}
        self._counters: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def level(self, list_id: str, level: int) -> _Element | None:
        """Return the definition of a level, with the instance's override, or None."""
        key = (list_id, level)
        if key not in self._levels:
            self._levels[key] = self._find_level(list_id, level)
        return self._levels[key]

    def level_of_style(self, list_id: str, style: str, default: int) -> int:
        """Return the level that a paragraph style is linked to in a multi-level list."""
        for depth in range(_DEEPEST):
            if value(self.level(list_id, depth), "pStyle") == style:
                return depth
        return default

    def next_label(self, list_id: str, level: int) -> str:
        """Count one paragraph and return its label; empty when the list is not defined."""
        definition = self.level(list_id, level)
        if definition is None:
            return ""
        counters = self._counters.setdefault(self._abstract_id(list_id), {})
        self._count(counters, list_id, level)
        text = value(definition, "lvlText") or ""
        if value(definition, "numFmt") == "bullet":
            return symbol(text, attribute(child(definition, "rPr", "rFonts"), "ascii") or "")
        legal = bool(flag(definition, "isLgl"))
        return re.sub(
            r"%(\d)", lambda m: self._figure(counters, list_id, int(m[1]) - 1, legal), text
        )

    def _count(self, counters: dict[int, int], list_id: str, level: int) -> None:
        for outer in range(level):  # a level never seen counts as its start: 1.1 without a 1
            counters.setdefault(outer, self._start(list_id, outer))
        override = self._start_override(list_id, level)
        if override is not None and (list_id, level) not in self._begun:
            counters[level] = override
        elif level in counters:
            counters[level] += 1
        else:
            counters[level] = self._start(list_id, level)
        self._begun.add((list_id, level))
        for deeper in [depth for depth in counters if depth > level]:
            if self._restarts(list_id, deeper, level):
                del counters[deeper]

    def _figure(self, counters: dict[int, int], list_id: str, level: int, legal: bool) -> str:
        definition = self.level(list_id, level)
        form = value(definition, "numFmt") or "decimal"
        count = counters.get(level, self._start(list_id, level))
        return str(count) if legal and form != "decimalZero" else written(count, form)

    def _start(self, list_id: str, level: int) -> int:
        return number(value(self.level(list_id, level), "start"), 1)

    def _restarts(self, list_id: str, deeper: int, level: int) -> bool:
        """``lvlRestart`` 0 never restarts; N restarts only after level N-1 or a higher one."""
        given = value(self.level(list_id, deeper), "lvlRestart")
        return given is None or (number(given) != 0 and level < number(given))

    def _override(self, list_id: str, level: int) -> _Element | None:
        instance = self._instances.get(list_id)
        for override in () if instance is None else instance.iterfind(W + "lvlOverride"):
            if number(override.get(W + "ilvl")) == level:
                return override
        return None

    def _start_override(self, list_id: str, level: int) -> int | None:
        given = value(self._override(list_id, level), "startOverride")
        return None if given is None else number(given, 1)

    def _abstract_id(self, list_id: str) -> str:
        instance = self._instances.get(list_id)
        identifier = value(instance, "abstractNumId") or ""
        linked = value(self._abstract.get(identifier), "numStyleLink")
        if linked:  # the definition lives with the list style of that name
            for other, element in self._abstract.items():
                if value(element, "styleLink") == linked:
                    return other
        return identifier

    def _find_level(self, list_id: str, level: int) -> _Element | None:
        replaced = child(self._override(list_id, level), "lvl")
        if replaced is not None:
            return replaced
        abstract = self._abstract.get(self._abstract_id(list_id))
        for definition in () if abstract is None else abstract.iterfind(W + "lvl"):
            if number(definition.get(W + "ilvl")) == level:
                return definition
        return None
