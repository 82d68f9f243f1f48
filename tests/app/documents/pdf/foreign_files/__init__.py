"""Word files as other people make them: each built another way, each for one thing to get right.

``FOREIGN`` names them all; ``make compare-pdf`` lays them beside LibreOffice.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import msgspec

from tests.app.documents.pdf.foreign_files.lists import legal_contract, nested_lists
from tests.app.documents.pdf.foreign_files.pages import (
    first_page_header,
    footnotes,
    landscape_section,
    report_with_contents,
)
from tests.app.documents.pdf.foreign_files.pictures import anchored_pictures, text_boxes
from tests.app.documents.pdf.foreign_files.tables import long_table, merged_table, nested_table
from tests.app.documents.pdf.foreign_files.text import (
    bordered_paragraphs,
    character_styles,
    links_and_bookmarks,
    mixed_scripts,
    on_the_grid,
    tabs_with_leaders,
)


class Foreign(msgspec.Struct, frozen=True):
    """A file by another hand; ``about`` says what is in it."""

    name: str
    build: Callable[[], bytes]
    about: str


FOREIGN: Final = (
    Foreign("report-with-contents", report_with_contents, "headings, contents with stale numbers"),
    Foreign("legal-contract", legal_contract, "第一章, 第一条, （一）, 1. on four levels"),
    Foreign("nested-lists", nested_lists, "bullets and numbers inside each other, restarted"),
    Foreign("merged-table", merged_table, "cells merged both ways, borders, shading, alignment"),
    Foreign("long-table", long_table, "75 rows with a repeated header and rows that may not break"),
    Foreign("nested-table", nested_table, "a table in a cell, a tall row that splits"),
    Foreign("landscape-section", landscape_section, "an upright, a landscape, an upright section"),
    Foreign("footnotes", footnotes, "notes at the foot of three pages"),
    Foreign("anchored-pictures", anchored_pictures, "pictures in the text, behind it, beside it"),
    Foreign("text-boxes", text_boxes, "text boxes with a border and a fill"),
    Foreign("tabs-with-leaders", tabs_with_leaders, "left, right, centred and decimal stops"),
    Foreign("links-and-bookmarks", links_and_bookmarks, "addresses, bookmarks, cross references"),
    Foreign("first-page-header", first_page_header, "other headers on the first and even pages"),
    Foreign("mixed-scripts", mixed_scripts, "justified Chinese and English in several sizes"),
    Foreign("character-styles", character_styles, "styles upon styles, raised and marked text"),
    Foreign("bordered-paragraphs", bordered_paragraphs, "frames, shading, indents, page breaks"),
    Foreign("on-the-grid", on_the_grid, "a document grid of lines, indents in characters"),
)
