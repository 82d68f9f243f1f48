"""What is printed in one go, side by side and in order."""

from __future__ import annotations

from app.services.print_set import Sheet, print_order, read_set
from app.settings import Settings


def test_the_set_for_a_visit_is_proposal_two_contracts_and_order_forms() -> None:
    """The setting of a new installation."""
    wanted = read_set(Settings().visit_set)
    assert list(wanted.items()) == [("proposal", 1), ("contract", 2), ("order_form", 1)]


def test_what_is_not_understood_is_left_out() -> None:
    """Unknown papers, the internal sheet, no number, none and full-width commas."""
    assert read_set("leaflet 1, approval 1, contract, quotation 0，contract 999") == {
        "contract": 20
    }


def test_copies_are_whole_before_the_next_begins() -> None:
    """A proposal of two pages once, a contract of one page twice."""
    assert print_order([(2, 1), (1, 2)]) == (Sheet(0, 0), Sheet(0, 1), Sheet(1, 0), Sheet(1, 0))


def test_the_whole_set_comes_again_for_every_copy_of_the_printer() -> None:
    """Twice all of it, and not paper by paper."""
    assert print_order([(1, 1), (1, 1)], times=2) == (
        Sheet(0, 0),
        Sheet(1, 0),
        Sheet(0, 0),
        Sheet(1, 0),
    )


def test_without_collation_each_page_comes_as_often_as_it_is_wanted() -> None:
    """Two copies, twice: four times the first page, then four times the second."""
    sides = print_order([(2, 2)], times=2, collate=False)
    assert [side.page for side in sides] == [0, 0, 0, 0, 1, 1, 1, 1]


def test_on_both_sides_every_copy_begins_on_a_new_sheet() -> None:
    """Three pages and an empty one; nothing empty at the very end."""
    sides = print_order([(3, 2)], duplex=True)
    assert [side.page for side in sides] == [0, 1, 2, -1, 0, 1, 2]
