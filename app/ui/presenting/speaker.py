"""Speaker: how the window says things: its own texts, domain texts and figures in one language."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.errors import QuotewrightError
    from app.figures import Figures
    from app.translation import Words
    from catalog.local_text import LocalText


class Speaker(NamedTuple):
    """One language of the window.

    Attributes:
        words: Texts of findings, price steps and failures.
        figures: Formats of money, dates and quantities.
        translate: Gives the window's own text for ``(context, English)``.
    """

    words: Words
    figures: Figures
    translate: Callable[[str, str], str]

    def name(self, text: LocalText) -> str:
        """A text of the catalogue."""
        return self.figures.text(text)

    def finding(self, code: str, parameters: dict[str, str]) -> tuple[str, str]:
        """What is wrong and what to do, by the code of a finding or an expected failure."""
        return self.words.told(code, parameters)

    def failure(self, failure: QuotewrightError) -> tuple[str, str]:
        """What failed and what to do, with its reasons."""
        return self.words.failure(failure)

    def unit(self, unit: str) -> str:
        """A unit of the catalogue; units are written in Chinese there and stay so."""
        return unit
