"""Rows of lists, hits of the search, names of edits, places of findings."""

from __future__ import annotations

from datetime import UTC, date, datetime

from app.services.listing import QuoteRow, figures_of
from app.ui.presenting.labels import edit_label
from app.ui.presenting.lists import quote_rows
from app.ui.presenting.places import place_rows
from app.ui.presenting.search import found_note, hits_of
from catalog.problem import Place, Problem
from catalog.search import CatalogIndex, Found, Typing, similar
from catalog.selection import Selection
from tests.app.ui.speaking import speaker
from tests.sample import revision_of, sample_catalog


def test_a_quote_without_figures_shows_dashes() -> None:
    """A figure that is not known is not zero."""
    row = QuoteRow(
        "q",
        "QW-1",
        "",
        "c",
        "某公司",
        "李",
        date(2026, 12, 8),
        datetime(2026, 11, 23, tzinfo=UTC),
        None,
        None,
        "",
    )
    (shown,) = quote_rows(speaker(), (row,))
    assert shown.title == "Quote without title"
    assert [cell.text for cell in shown.cells[2:4]] == ["–", "–"]


def test_figures_of_lists_are_those_of_the_quote() -> None:
    """668.00 a month, 8,016.00 over the term."""
    figures = figures_of(revision_of(1))
    assert (figures.monthly, figures.contract) == (668_00, 8_016_00)


def test_hits_show_the_price_of_the_rental() -> None:
    """The price that recurs says more than the installation."""
    catalog = sample_catalog()
    found = Typing(CatalogIndex(catalog.content)).find("PSTN")
    hit = next(hit for hit in hits_of(speaker(), catalog, found) if hit.key == "PSTN")
    assert hit.price == "¥25.00"
    assert hit.unit == "每月 / 线"


def test_what_was_typed_is_marked_in_hits() -> None:
    """In the name by its pinyin, in the code as it stands."""
    catalog = sample_catalog()
    typing = Typing(CatalogIndex(catalog.content))
    hit = next(h for h in hits_of(speaker(), catalog, typing.find("gd"), "gd") if h.key == "PSTN")
    assert [hit.title[start:end] for start, end in hit.title_marks] == ["固定"]
    hit = next(h for h in hits_of(speaker(), catalog, typing.find("ps"), "ps") if h.key == "PSTN")
    assert [hit.code[start:end] for start, end in hit.code_marks] == ["PS"]


def test_it_is_told_how_hits_come_to_be_there() -> None:
    """Used lately, only similar, the best of many; plain hits need no word."""
    index = CatalogIndex(sample_catalog().content)
    typing = Typing(index)
    assert found_note(speaker(), Found(), "x") == ""
    assert found_note(speaker(), typing.find("", scores={"PSTN": 1}), " ") == "Used lately"
    assert found_note(speaker(), typing.find("PSTN"), "PSTN") == ""
    assert found_note(speaker(), typing.find("1", limit=2), "1").startswith("The best 2;")
    alike = similar(index, "kuandia", Selection())
    assert "“kuandia”" in found_note(speaker(), alike, "kuandia")


def test_every_edit_has_a_name() -> None:
    """An unknown label of a newer program is still called something."""
    assert edit_label(speaker(), "item.add") == "Add item"
    assert edit_label(speaker(), "from the future") == "Change"


def test_a_finding_of_an_import_tells_its_place() -> None:
    """File, sheet, row and column stand in their own cells."""
    where = Place(file="a.xlsx", sheet="资费", row=7, column="list_price_cny")
    (row,) = place_rows(speaker(), [Problem("import.price_missing", where=where)])
    assert row.title == "没有填写价格。"
    assert row.subtitle
    assert [cell.text for cell in row.cells] == ["a.xlsx / 资费", "7", "list_price_cny"]
