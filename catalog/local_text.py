"""LocalText: one text in the languages that our documents and screens speak."""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

Language: TypeAlias = Literal["zh", "en"]


class LocalText(msgspec.Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """A text in Chinese and English; Chinese comes first.

    Attributes:
        zh: Simplified Chinese.
        en: English; empty when nobody has translated it yet.
    """

    zh: str = ""
    en: str = ""

    def spoken(self, language: Language) -> str:
        """The text in a language, or in the other one rather than nothing."""
        return (self.zh or self.en) if language == "zh" else (self.en or self.zh)
