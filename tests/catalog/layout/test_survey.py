"""Every table of a file is surveyed; those without codes and prices are left out, told."""

from __future__ import annotations

import msgspec

from catalog.layout.mapping import ColumnMapping
from catalog.layout.survey import survey_sheets, with_choices
from tests.catalog.layout.sheets import WORDS, sheet

LIST = sheet("编码|名称|单价", "A.R|甲|1")
NOTES = msgspec.structs.replace(sheet("价格说明", "以上含税"), sheet="说明")


def test_a_sheet_of_notes_is_left_out_and_told() -> None:
    """It no longer stops the import."""
    found = survey_sheets([LIST, NOTES], WORDS, {})
    assert [one.chosen for one in found.tables] == [True]
    assert [(p.code, p.where.sheet) for p in found.problems] == [("import.sheet_left_out", "说明")]


def test_a_table_on_a_hidden_sheet_is_offered_but_not_chosen() -> None:
    """Whoever hid it may not have meant it to be read."""
    found = survey_sheets([LIST, msgspec.structs.replace(LIST, hidden=True)], WORDS, {})
    assert [one.chosen for one in found.tables] == [True, False]
    assert [p.code for p in found.problems] == ["import.table_left_out"]


def test_a_remembered_layout_is_taken_as_it_was_confirmed() -> None:
    """Also where its headings say nothing."""
    strange = sheet("Kennung|Was|Betrag", "A.R|甲|1.00")
    (first,) = survey_sheets([strange], WORDS, {}).tables
    assert first.unsure == ("code", "list_price_cny")
    mapping = ColumnMapping({"code": 0, "name_zh": 1, "list_price_cny": 2})
    (again,) = survey_sheets([strange], WORDS, {first.table.fingerprint: mapping}).tables
    assert (again.mapping, again.unsure, again.remembered) == (mapping, (), True)


def test_the_only_table_is_chosen_so_that_what_it_lacks_is_told() -> None:
    """Though it names no prices."""
    (one,) = survey_sheets([sheet("编码|名称|单位", "A.R|甲|条")], WORDS, {}).tables
    assert one.chosen


def test_rows_outside_and_other_units_are_told() -> None:
    """The unit stops the import; the rows are a warning."""
    found = survey_sheets([sheet("单位:万元", "X|旧|5", "编码|名称|单价", "A.R|甲|1")], WORDS, {})
    assert [(p.code, p.where.row, p.blocks) for p in found.problems] == [
        ("import.rows_outside", 2, False),
        ("import.foreign_unit", 1, True),
    ]


def test_what_a_person_says_of_columns_goes_first() -> None:
    """Also of a constant; a heading that no table has is told."""
    tables = survey_sheets([sheet("Kennung|Was|Betrag", "A.R|甲|1.00")], WORDS, {}).tables
    (one,), missing = with_choices(
        tables, {"name_zh": "was", "code": "KENNUNG", "unit": "Einheit"}, {"list_price_cny": "5"}
    )
    assert one.mapping.columns == {"code": 0, "name_zh": 1}
    assert one.mapping.constants == {"list_price_cny": "5"}
    assert one.unsure == ()
    assert [p.parameters for p in missing] == [{"column": "Einheit"}]
