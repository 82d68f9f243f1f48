"""Tongue: draws a template in another language from the same blocks, text by text.

The blocks are written once, in Chinese. The table of a kind, ``english/<kind>.toml``, says each of
their texts in English; a text that it does not have stops the drawing, so no template is ever half
translated. Tags of the template language stand inside the texts and move with the sentence.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar
from xml.sax.saxutils import escape, unescape

if TYPE_CHECKING:
    from collections.abc import Mapping

T = TypeVar("T")
_TEXT: Final = re.compile(r'(<w:t xml:space="preserve">)(.*?)(</w:t>)', re.DOTALL)
_SPOKEN: Final = re.compile(r'(<w:tblDescription w:val=")([^"]*)(")')
_CHINESE: Final = re.compile("[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f]")
_TABLES: Final = Path(__file__).parent / "english"


class Tongue:
    """The language that a template is drawn in.

    Attributes:
        language: ``zh`` or ``en``.
    """

    def __init__(self, language: str, texts: Mapping[str, str]) -> None:
        """Speak a language; ``texts`` has its words for each Chinese text."""
        self.language = language
        self._texts = texts
        self._missing: list[str] = []

    @classmethod
    def of(cls, kind: str, language: str) -> Tongue:
        """The language with the texts of a kind and those that all kinds share."""
        if language == "zh":
            return cls(language, {})
        texts: dict[str, str] = {}
        for name in ("shared", kind):
            texts |= tomllib.loads((_TABLES / f"{name}.toml").read_text(encoding="utf-8"))
        return cls(language, texts)

    def pick(self, chinese: T, english: T) -> T:
        """What differs by language besides the words: widths, fonts, numbering."""
        return chinese if self.language == "zh" else english

    def text(self, chinese: str) -> str:
        """One text in this language."""
        if self.language == "zh" or not _CHINESE.search(chinese):
            return chinese
        if chinese not in self._texts:
            self._missing.append(chinese)
        return self._texts.get(chinese, chinese)

    def spoken(self, xml: str) -> str:
        """Markup with all its texts in this language."""
        if self.language == "zh":
            return xml
        for pattern in (_TEXT, _SPOKEN):
            xml = pattern.sub(self._replaced, xml)
        return xml

    def refuse_missing(self) -> None:
        """Stop where a text had no translation.

        Raises:
            KeyError: With every such text.
        """
        if self._missing:
            raise KeyError("\n".join(dict.fromkeys(self._missing)))

    def _replaced(self, found: re.Match[str]) -> str:
        before, text, after = found.groups()
        return before + escape(self.text(unescape(text)), {'"': "&quot;"}) + after
