"""The lines of the catalogue's table."""

from __future__ import annotations

import msgspec

from app.ui.presenting.catalogue_rows import view_rows
from catalog.listed_lines import ListedLines
from catalog.local_text import LocalText
from catalog.product_catalog import ProductCatalog
from catalog.selection import Selection, SortBy
from tests.app.ui.speaking import speaker
from tests.builders import a_charge, a_content, an_offering


def test_what_was_typed_is_marked_in_name_and_code() -> None:
    """In the name by pinyin too; nothing is marked where nothing was typed."""
    offering = msgspec.structs.replace(
        an_offering(a_charge("AB.RENT"), pinyin="qi ye kuan dai"),
        name=LocalText("企业宽带", "企业宽带"),
    )
    catalog = ProductCatalog(a_content(offering))
    listed = ListedLines(catalog, Selection(), None, SortBy.CATALOGUE, descending=False)
    places = [
        (row.title_marks, row.subtitle_marks)
        for row in (view_rows(speaker(), listed, typed)[0] for typed in ("", "kd", "ab", "宽"))
    ]
    assert places == [((), ()), (((2, 4),), ()), ((), ((0, 2),)), (((2, 3),), ())]
