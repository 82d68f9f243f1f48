"""The manual is whole in both languages, leads only to what exists, and is found by words."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from app.paths import manual_folder
from app.services.manual import PAGES, ManualPage, find_in_manual, read_manual
from app.ui.actions import action_specs
from app.ui.places import ANALYSIS, MANUAL_PAGES, PAPER, PLACES, STUDIO

if TYPE_CHECKING:
    from catalog.local_text import Language

LANGUAGES: tuple[Language, ...] = ("zh", "en")
ONLY_SOMEWHERE = {"Ctrl+D", "Ctrl+V", "Ctrl+Enter", "Shift+F10", "F2", "F7"}
"""Keys of some tables or dialogs only: drafts of the catalogue, scenarios, compared contracts."""


def headings(page: ManualPage) -> list[int]:
    """Levels of the headings in order."""
    return [len(marks) for marks in re.findall(r"^(#+) ", page.text, re.MULTILINE)]


def test_every_place_has_its_page() -> None:
    """F1 finds one wherever the user is."""
    assert set(MANUAL_PAGES) == {*PLACES, STUDIO, ANALYSIS, PAPER}
    assert set(MANUAL_PAGES.values()) <= set(PAGES)


def test_pages_are_the_same_in_both_languages() -> None:
    """Headings by level, pictures and links; and there is no file that nobody reads."""
    for chinese, english in zip(*(read_manual(one) for one in LANGUAGES), strict=True):
        assert headings(chinese) == headings(english), chinese.id
        assert headings(chinese).count(1) == 1
        for wanted in (r"!\[.*?\]\((.*?)\)", r"\]\(([\w-]+\.md)\)"):
            found = (sorted(re.findall(wanted, page.text)) for page in (chinese, english))
            assert all(one == other for one, other in pairwise(found)), chinese.id
    for language in LANGUAGES:
        assert {file.stem for file in (manual_folder() / language).glob("*.md")} == set(PAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_links_and_pictures_lead_somewhere(language: Language) -> None:
    """From the folder of the page."""
    for page in read_manual(language):
        assert 20 <= page.text.count("\n") <= 60, page.id
        for target in re.findall(r"\]\(([^)]+)\)", page.text):
            assert (manual_folder() / language / target).is_file(), f"{page.id}: {target}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_named_exists(language: Language) -> None:
    """In the table of actions, or in the one place that has it."""
    known = {key for spec in action_specs() for key in spec.keys}
    named = {
        page.id: set(re.findall(r"`((?:(?:Ctrl|Alt|Shift)\+)+[^`]+|F\d+)`", page.text))
        for page in read_manual(language)
    }
    assert set().union(*named.values()) <= known | ONLY_SOMEWHERE


def test_pages_are_found_by_words_in_whatever_case() -> None:
    """All words have to occur; a page whose title has one comes first, with the line beside it."""
    pages = (
        ManualPage("a", "Quotes", "# Quotes\n\nOpen one with `Enter`.\n"),
        ManualPage("b", "Papers", "# Papers\n\n- **Print** the quotes.\n\n![quotes](x.png)\n"),
    )
    assert [one.page.id for one in find_in_manual(pages, "")] == ["a", "b"]
    first, second = find_in_manual(pages, "QUOTES")
    assert (first.page.id, first.line) == ("a", "")
    assert (second.page.id, second.line) == ("b", "Print the quotes.")
    assert [one.page.id for one in find_in_manual(pages, "enter open")] == ["a"]
    assert find_in_manual(pages, "enter print") == ()
