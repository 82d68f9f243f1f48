"""Why a file was refused: codes with parameters, told in the language of whoever reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
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
        return words.told(self.code, self.parameters)[0]

    def cure(self, words: Words) -> str:
        """What the user can do, in the language of the words."""
        return words.told(self.code, self.parameters)[1]


def finding(code: str, **parameters: object) -> GateFinding:
    """A finding with its parameters turned into text that is safe to show."""
    return GateFinding(code, {name: _shown(value) for name, value in parameters.items()})


def _shown(value: object) -> str:
    """Text of a hostile file, shortened and without characters that confuse a window."""
    text = str(value)
    limit = 80
    text = text if len(text) <= limit else text[: limit - 1] + "…"
    return "".join(character if character.isprintable() else "\ufffd" for character in text)
