"""Words: the texts of one language that are not the window's own; several may be alive at once.

Texts live in ``resources/locale/<language>/*.toml``, one file per room (``findings``, ``steps``,
``documents``, ``gate``...), as nested tables of strings with ``{name}`` placeholders. The window's
own texts come from Qt Linguist and are not here.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from app.paths import resource
from app.text_tables import text_tables
from catalog.money import yuan

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.errors import QuotewrightError
    from catalog.local_text import Language

_TOLD_IN_WORDS = ("reason", "file_kind", "wanted_kind", "program", "fault")
"""Parameters that may be the name of a text."""
_MOST_REASONS = 3
FOLDERS: dict[Language, str] = {"zh": "zh_CN", "en": "en"}


class Words:
    """Texts of one language by dotted key.

    Attributes:
        language: ``zh`` or ``en``.
    """

    def __init__(self, language: Language, texts: Mapping[str, str]) -> None:
        """Hold the texts; use ``load_words`` to read them from the resources."""
        self.language: Language = language
        self._texts = dict(texts)

    def __contains__(self, key: str) -> bool:
        """Whether the language has the text."""
        return key in self._texts

    def __call__(self, key: str, **parameters: object) -> str:
        """The text of a key with its placeholders filled.

        Raises:
            KeyError: If there is no such text, or it names a parameter that was not given: both
                are bugs that the tests over all keys find.
        """
        return self._texts[key].format_map(parameters)

    def named(self, group: str, code: str) -> str:
        """What a code is called, such as a market segment; the code where it has no text."""
        return self._texts.get(f"{group}.{code}", code)

    def codes(self, group: str) -> tuple[str, ...]:
        """The codes of a group that have a text, in the order of their file."""
        start = f"{group}."
        return tuple(key.removeprefix(start) for key in self._texts if key.startswith(start))

    def told(self, code: str, parameters: Mapping[str, str]) -> tuple[str, str]:
        """What is wrong and what to do, for the code of a finding or a failure.

        A parameter that the text names and nobody gave is left empty: a message about a problem
        must never become a problem itself. A reason, a kind of file or a program that has a text
        of its own is told in it.
        """
        facts = _Facts(parameters)
        if facts["fault"] and facts["wanted"]:
            facts["wanted"] = self._kind_in_words(facts["wanted"])
        for name in _TOLD_IN_WORDS:
            own = f"{name}.{facts[name]}"
            if own in self:
                facts[name] = self._texts[own].format_map(facts)
        known = code if f"{code}.text" in self else "failure"
        return (
            self._texts[f"{known}.text"].format_map(facts),
            self._cure(known, parameters.get("reason", "")).format_map(facts),
        )

    def _cure(self, code: str, reason: str) -> str:
        """What to do about a code, or about its reason where that has a text of its own."""
        return self._texts.get(f"cures.{code}.{reason}", self._texts[f"{code}.cure"])

    def _kind_in_words(self, kinds: str) -> str:
        """What a decoder wanted, such as ``int | null``, in words; nothing is one of several."""
        parts = [part.strip() for part in kinds.split("|")]
        told = dict.fromkeys(
            self._texts.get(f"value_kind.{part}", part)
            for part in parts
            if part != "null" or len(parts) == 1
        )
        return self._texts["value_kind.or"].join(told)

    def failure(self, failure: QuotewrightError) -> tuple[str, str]:
        """What failed and what to do; of several reasons the first few, and the gravest's cure."""
        if not failure.findings:
            return self.told(failure.code, failure.parameters)
        told = [self.told(one.code, one.parameters) for one in failure.findings]
        texts = [text for text, _ in told[:_MOST_REASONS]]
        if len(told) > _MOST_REASONS:
            texts.append(self("reason_more", count=len(told) - _MOST_REASONS))
        joined = {
            **failure.parameters,
            "reasons": ("" if self.language == "zh" else " ").join(texts),
        }
        return self.told(failure.code, joined)[0], told[0][1]

    def keys(self) -> frozenset[str]:
        """Every key."""
        return frozenset(self._texts)


class _Facts(dict[str, str]):
    """Parameters of a message; a missing one is empty."""

    def __getitem__(self, key: str) -> str:
        return _Fact(self.get(key, ""))


class _Fact(str):
    """A parameter; ``{amount:yuan}`` in a text shows whole fen as yuan."""

    __slots__ = ()

    def __format__(self, form: str) -> str:
        if form == "yuan":
            return f"{yuan(int(self)):,.2f}" if self else ""
        return super().__format__(form)


@lru_cache(maxsize=len(FOLDERS))
def load_words(language: Language) -> Words:
    """Every text of a language, read from the resources once: that costs more than a page does."""
    texts: dict[str, str] = {}
    for file in sorted(resource("locale", FOLDERS[language]).glob("*.toml")):
        texts |= text_tables(file.read_text(encoding="utf-8"))
    return Words(language, texts)
