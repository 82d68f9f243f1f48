"""Speakers for tests: Chinese domain texts, the window's own texts in plain English."""

from __future__ import annotations

from functools import cache

from app.figures import Figures
from app.translation import load_words
from app.ui.presenting.speaker import Speaker


@cache
def speaker() -> Speaker:
    """Figures and findings in Chinese; the window's own texts as they stand in the code."""
    return Speaker(load_words("zh"), Figures("zh"), lambda _room, text: text)
