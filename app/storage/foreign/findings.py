"""Why a file was refused: codes with parameters, and the exceptions that carry them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.errors import FileRefused, FileUnreadable
from app.translation import load_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.translation import Words


class GateFinding(msgspec.Struct, frozen=True):
    """One finding about a file from outside.

    Attributes:
        code: Such as ``gate.zip_bomb``; ``resources/locale/<language>/gate.toml`` has a ``text``
            (what is wrong) and a ``cure`` (what to do) for each.
        parameters: Values that the text names, as strings.
    """

    code: str
    parameters: dict[str, str] = {}

    def text(self, words: Words) -> str:
        """What is wrong, in the language of the words."""
        return words(f"{self.code}.text", **self.parameters)

    def cure(self, words: Words) -> str:
        """What the user can do, in the language of the words."""
        return words(f"{self.code}.cure", **self.parameters)


def finding(code: str, **parameters: object) -> GateFinding:
    """A finding with its parameters turned into text that is safe to show."""
    return GateFinding(code, {name: _shown(value) for name, value in parameters.items()})


class GateRefused(FileRefused):
    """A refusal that can also be told in another language.

    Attributes:
        findings: The reasons as codes; ``reasons`` has their English texts.
    """

    def __init__(self, file: str, findings: Sequence[GateFinding]) -> None:
        """Name the file and the reasons, the gravest first."""
        words = load_words("en")
        super().__init__(file, [found.text(words) for found in findings])
        self.findings = tuple(findings)


class TableUnreadable(FileUnreadable):
    """A damaged or undecipherable file, which can also be told in another language.

    Attributes:
        finding: What is wrong as a code; the ``reason`` parameter has its English text.
    """

    def __init__(self, file: str, found: GateFinding) -> None:
        """Name the file and what is wrong with it."""
        super().__init__(file, found.text(load_words("en")))
        self.finding = found


def _shown(value: object) -> str:
    """Text of a hostile file, shortened and without characters that confuse a window."""
    text = str(value)
    limit = 80
    text = text if len(text) <= limit else text[: limit - 1] + "…"
    return "".join(character if character.isprintable() else "\ufffd" for character in text)
