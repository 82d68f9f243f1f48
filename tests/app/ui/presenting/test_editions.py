"""Published limits, differences and findings as rows, as people read them."""

from __future__ import annotations

from datetime import UTC

from msgspec.structs import replace

from app.quoting.authority.differing import differences
from app.quoting.authority.measuring import MEASURES
from app.quoting.authority.source import edition_of_source
from app.quoting.authority.staff import Staff
from app.quoting.authority.tables import COLUMNS, columns_of
from app.services.authority_trial import OtherVerdict
from app.ui.presenting.authority_tables import authority_table, measure_name, unbound
from app.ui.presenting.editions import (
    authority_findings,
    edition_difference_rows,
    edition_rows,
    other_verdict_rows,
)
from tests.app.quoting.authority.sources import LEVELS, LI, SOURCE, VALUE, ZHOU, an_edition
from tests.app.ui.speaking import speaker


def test_editions_stand_newest_first() -> None:
    """With first day, who and when."""
    published = [replace(an_edition(note=note), sequence=n) for n, note in ((1, "a"), (2, "b"))]
    rows = edition_rows(speaker(), published, UTC)
    assert [(row.key, row.subtitle) for row in rows] == [("2", "b"), ("1", "a")]
    assert [cell.text for cell in rows[0].cells] == ["2026年12月1日", "周敏 2 · 2026-11-23 12:00"]


def test_differences_name_what_changed() -> None:
    """A limit with its level, a person who is new, and one who is gone."""
    written = replace(SOURCE.written, criteria=(replace(VALUE, limits=("80", "L1 + 400")),))
    new = replace(SOURCE, written=written, staff=Staff((LI, replace(ZHOU, id="3"))))
    rows = edition_difference_rows(speaker(), differences(SOURCE, new))
    told = [(row.title, row.subtitle, *(cell.text for cell in row.cells)) for row in rows]
    assert told == [
        ("合同总额", "limit contract_value", "L1", "100", "80"),
        ("周敏", "person 2", "gone", "2 · 周敏 · L2", "–"),
        ("周敏", "person 3", "new", "–", "3 · 周敏 · L2"),
    ]


def test_quotes_judged_otherwise_say_who_decides() -> None:
    """Alone, one after the other, or nobody at all; and because of what."""
    one = OtherVerdict("q", "N1", "t", "幼儿园", ("L1", ""), ((), ()), ("contract_value",))
    two = replace(one, levels=("L2", "L3"), people=(("L2 周敏",), ("L2 周敏", "L3 陈")))
    rows = other_verdict_rows(speaker(), (one, two), {"contract_value": "合同总额"})
    assert [[cell.text for cell in row.cells] for row in rows] == [
        ["the author alone", "nobody may grant it", "合同总额"],
        ["L2 周敏", "L2 周敏 → L3 陈", "合同总额"],
    ]


def test_what_blocks_stands_before_what_does_not() -> None:
    """A level that is passed over is only a warning."""
    levels = (*LEVELS, replace(LEVELS[1], id="L3"))
    criteria = (replace(VALUE, limits=("9", "2", "3")),)
    written = replace(SOURCE.written, levels=levels, criteria=criteria)
    source = replace(SOURCE, written=written, staff=Staff((LI, replace(ZHOU, role="L3"))))
    rows = authority_findings(speaker(), edition_of_source(source)[1])
    assert [row.severity for row in rows] == ["blocking", "warning"]
    assert rows[1].text == "层级 L2 没有人员，改由 L3 批准。"


def test_every_table_has_a_title_for_each_column() -> None:
    """Levels are called by their identifiers, measures by names of their own."""
    for table in COLUMNS:
        shown = authority_table(speaker(), SOURCE, table)
        names = columns_of(SOURCE, table)
        titles = [column.title for column in shown.columns]
        assert len(titles) == len(names)
        same = [name for name, title in zip(names, titles, strict=True) if name == title]
        assert same == (["L1", "L2"] if table == "limits" else [])
    told = [measure_name(speaker(), measure) for measure in MEASURES]
    assert len(set(told)) == len(MEASURES)
    assert not set(told) & set(MEASURES)
    assert unbound(speaker()) == "no limit"
