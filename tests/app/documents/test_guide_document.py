"""Promises of the field guide in Word: all fields, and a heading on every page."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from docx import Document

from app.documents.field_guide import example_of, guide_rows
from app.documents.guide_document import guide_document
from app.documents.kinds import KINDS
from tests.app.documents.papers import chinese

if TYPE_CHECKING:
    from app.documents.kind import FieldValue

VALUES: dict[str, FieldValue] = {
    "name": "幼苗幼儿园",
    "rows": [{"net": "92.01", "cells": ["1", "2"]}],
    "none": [],
    "shown": True,
    "see": {"price": "\ue0f0see:price\ue0f1"},
}


def test_every_field_is_a_row_under_a_heading_that_is_repeated() -> None:
    """The heading stands on each page that the table needs."""
    rows = guide_rows(tuple(KINDS.values()), chinese(), {kind: {} for kind in KINDS})
    document = Document(io.BytesIO(guide_document("字段表", rows, chinese())))
    (table,) = document.tables
    assert len(table.rows) == len(rows) + 1
    assert [row.cells[0].text for row in table.rows][1:] == [row.name for row in rows]
    assert len({row.name for row in rows}) == len(rows)
    assert table.rows[0]._tr.xpath("./w:trPr/w:tblHeader")
    assert document.core_properties.title == "字段表"


def test_example_is_what_the_first_row_of_the_sample_shows() -> None:
    """Members of lists, counts, choices; nothing where nothing is shown."""
    shown = {
        "name": "幼苗幼儿园",
        "rows": "1 项",
        "rows[].net": "92.01",
        "rows[].cells": "2 项",
        "none[].net": "",
        "shown": "是",
        "missing.part": "",
        "see.price": "",
    }
    assert {name: example_of(name, VALUES, chinese()) for name in shown} == shown
