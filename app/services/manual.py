"""The manual: pages of Markdown in both languages, read when they are wanted, found by words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from app.paths import manual_folder

if TYPE_CHECKING:
    from collections.abc import Iterable

    from catalog.local_text import Language

PAGES: Final = (
    "first-steps",
    "quotes",
    "lists",
    "items",
    "discounts",
    "approval",
    "papers",
    "templates",
    "customers",
    "market",
    "needs",
    "selling",
    "analysis",
    "catalogue",
    "import",
    "settings",
    "keyboard",
)
"""Names of the pages in the order of the table of contents; files are called like them."""


class ManualPage(msgspec.Struct, frozen=True):
    """One page.

    Attributes:
        id: Name of its file without the ending.
        title: First heading.
        text: The whole page as Markdown.
    """

    id: str
    title: str
    text: str


class Passage(msgspec.Struct, frozen=True):
    """A page in which words were found.

    Attributes:
        page: Which.
        line: The first line with one of the words, without marks; empty when the title has them.
    """

    page: ManualPage
    line: str


def read_manual(language: Language) -> tuple[ManualPage, ...]:
    """Every page in a language, in the order of the table of contents."""
    folder = manual_folder() / language
    return tuple(_page(name, (folder / f"{name}.md").read_text(encoding="utf-8")) for name in PAGES)


def find_in_manual(pages: Iterable[ManualPage], typed: str) -> tuple[Passage, ...]:
    """Pages in which every word typed occurs; those with a word in the title come first."""
    words = typed.casefold().split()
    found = [page for page in pages if all(word in page.text.casefold() for word in words)]
    ranked = sorted(found, key=lambda page: not any(w in page.title.casefold() for w in words))
    return tuple(Passage(page, _line(page, words)) for page in ranked)


def _page(name: str, text: str) -> ManualPage:
    return ManualPage(name, text.partition("\n")[0].removeprefix("# ").strip(), text)


def _line(page: ManualPage, words: list[str]) -> str:
    """The line that has most of the words, as plain text."""
    lines = [line.strip("#-*| ").replace("`", "").replace("**", "") for line in _body(page)]
    best = max(lines, key=lambda line: sum(word in line.casefold() for word in words), default="")
    return best if any(word in best.casefold() for word in words) else ""


def _body(page: ManualPage) -> list[str]:
    return [line for line in page.text.splitlines()[1:] if line.strip() and "![" not in line]
