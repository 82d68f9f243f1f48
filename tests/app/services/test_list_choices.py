"""What the user has chosen for lists is kept, and nothing else is lost by a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.errors import StorageError
from app.services.list_choices import ColumnLook, ListChoices, ListStore, SavedView

if TYPE_CHECKING:
    from pathlib import Path

OPEN = SavedView("1", "Open", {"state": ("in_progress", "pending")}, "hotel", ColumnLook(("a",)))


def test_choices_come_back_as_they_were_kept(tmp_path: Path) -> None:
    """Columns, views and the one to begin with, in a folder that is made for them."""
    folder = tmp_path / "new"
    choices = ListChoices().with_look("quotes", ColumnLook(hidden=("state",), widths={"a": 90}))
    choices = choices.with_view("quotes", OPEN).beginning_with("quotes", "1")
    ListStore(folder).save(choices)
    assert ListStore(folder).load() == choices


def test_a_file_that_cannot_be_read_counts_as_empty(tmp_path: Path) -> None:
    """Nothing that the user works on depends on it."""
    (tmp_path / "lists.json").write_text("{", "utf-8")
    assert ListStore(tmp_path).load() == ListChoices()


def test_a_view_takes_the_place_of_the_one_with_its_identifier() -> None:
    """The others stay, in their order."""
    other = SavedView("2", "Other")
    choices = ListChoices().with_view("quotes", OPEN).with_view("quotes", other)
    renamed = SavedView("1", "Mine")
    assert choices.with_view("quotes", renamed).views == {"quotes": (renamed, other)}


def test_a_list_no_longer_begins_with_a_view_that_is_gone() -> None:
    """Other lists do not mind."""
    choices = ListChoices().with_view("quotes", OPEN).beginning_with("quotes", "1")
    choices = choices.beginning_with("customers", "1")
    after = choices.without_view("quotes", "1")
    assert after == ListChoices(first={"customers": "1"})


def test_two_windows_that_began_alike_both_keep_what_was_chosen(tmp_path: Path) -> None:
    """Columns of one list, a view of another, and a view that one of them took away."""
    store, mine, theirs = ListStore(tmp_path), SavedView("2", "Mine"), SavedView("3", "Theirs")
    begun = ListChoices().with_view("quotes", OPEN)
    store.save(begun)
    store.change(begun, begun.with_view("quotes", theirs).with_look("bills", ColumnLook(("b",))))
    after = store.change(begun, begun.without_view("quotes", "1").with_view("quotes", mine))
    assert after == ListChoices({"bills": ColumnLook(("b",))}, {"quotes": (mine, theirs)})
    assert store.load() == after


def test_usual_columns_are_not_kept() -> None:
    """The file holds only what differs."""
    choices = ListChoices().with_look("quotes", ColumnLook(hidden=("a",)))
    assert choices.with_look("quotes", ColumnLook()) == ListChoices()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """The failure names the file."""
    (tmp_path / "folder").write_text("", "utf-8")
    with pytest.raises(StorageError):
        ListStore(tmp_path / "folder").save(ListChoices())
