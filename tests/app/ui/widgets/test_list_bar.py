"""One bar narrows, sorts and saves the list of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.services.list_choices import ColumnLook, ListStore, SavedView
from app.ui.list_memory import ListMemory
from app.ui.widgets.data_table import DataTable
from app.ui.widgets.facets import Facet, Facts
from app.ui.widgets.list_bar import ListBar
from app.ui.widgets.rows import ColumnSpec, TableRow
from tests.app.ui.conftest import RecordedMessages

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

COLUMNS = (
    ColumnSpec("name", "Name", 0, "left", sortable=True),
    ColumnSpec("sum", "Sum", 90, sortable=True),
    ColumnSpec("more", "More", 90, optional=True),
)
FACETS = (Facet("state", "State", (("new", "New"), ("sent", "Sent"))), Facet("owner", "Owner"))
FACTS: list[Facts] = [(("new",), ("Li",)), (("sent",), ("Li",)), (("sent",), ("Wang",))]
VIEWS = (
    SavedView(":all", "All"),
    SavedView(":sent", "Sent ones", {"state": ("sent",)}, look=ColumnLook(sort="sum")),
)


class Place(QWidget):
    """A page with a list and its bar."""

    def __init__(self, folder: Path) -> None:
        """Remember in a folder."""
        super().__init__()
        self.memory = ListMemory(self)
        self.memory.open(folder)
        self.messages = RecordedMessages()
        self.search, self.table = QLineEdit(), DataTable(COLUMNS, "list")
        self.bar = ListBar("quotes", FACETS, VIEWS, self.table, self.search, self.messages)
        self.bar.changed.connect(self.show_rows)
        column = QVBoxLayout(self)
        for part in (self.search, self.bar, self.table):
            column.addWidget(part)
        self.show_rows()

    def show_rows(self) -> None:
        """Show what is left."""
        self.table.set_rows([TableRow(str(at), str(at)) for at in self.bar.narrow(FACTS)])

    @property
    def left(self) -> list[str]:
        """Keys of the rows that are left."""
        model = self.table.model()
        return [str(model.index(at, 0).data()) for at in range(model.rowCount())]

    def do(self, text: str) -> None:
        """Choose an entry of the menu of views."""
        menu = self.bar.views.menu()
        next(action for action in menu.actions() if action.text() == text).trigger()
        menu.close()


@pytest.fixture
def place(qtbot: QtBot, tmp_path: Path) -> Place:
    """A page on a folder where nothing was chosen."""
    return shown(qtbot, tmp_path)


def shown(qtbot: QtBot, folder: Path) -> Place:
    """A page on a folder."""
    found = Place(folder)
    qtbot.addWidget(found)
    found.show()
    qtbot.waitExposed(found)
    return found


def test_a_facet_offers_its_words_with_their_numbers(place: Place) -> None:
    """Ticking one narrows; the button says what is wanted."""
    menu = place.bar.facets.menu(FACETS[0])
    assert [action.text() for action in menu.actions()][:2] == ["New\t1", "Sent\t2"]
    menu.actions()[1].trigger()
    assert place.left == ["1", "2"]
    assert place.bar.facets.button("state").text() == "State: Sent"
    menu.actions()[0].trigger()
    assert place.bar.facets.button("state").text() == "State: Sent +1"
    menu.close()
    place.bar.facets.clear.click()
    assert place.left == ["0", "1", "2"]


def test_words_of_rows_are_offered_in_their_order(place: Place) -> None:
    """Owners are known from the rows alone; those that the other facets leave."""
    place.bar.facets.want({"state": ("new",)})
    menu = place.bar.facets.menu(FACETS[1])
    assert [action.text() for action in menu.actions() if action.isCheckable()] == ["Li\t1"]
    menu.close()


def test_a_view_of_the_program_narrows_and_sorts(place: Place) -> None:
    """And leaves the user's columns and the order that he had before alone."""
    place.table.choice.show_column(2, shown=True)
    place.do("Sent ones")
    assert place.left == ["1", "2"]
    assert place.bar.sort == ("sum", False)
    assert not place.table.header().isSectionHidden(2)
    place.do("All")
    assert place.left == ["0", "1", "2"]
    assert place.bar.sort == ("", False)


def test_a_saved_view_keeps_filter_words_order_and_columns(
    place: Place, qtbot: QtBot, tmp_path: Path
) -> None:
    """Under its name, in the next window too; the usual view has the usual columns."""
    place.bar.facets.want({"owner": ("Li",)})
    place.search.setText("hotel")
    place.messages.answer = "Li's"
    place.do("Save as a view…")
    place.table.choice.show_column(2, shown=True)
    assert place.bar.views.button.text() == " Li's •"
    place.do("Keep the changes")
    assert place.bar.views.button.text() == " Li's"
    place.do("Begin with this view")
    place.do("All")
    assert place.search.text() == ""
    assert place.table.header().isSectionHidden(2)
    again = shown(qtbot, tmp_path)
    assert again.bar.views.current.name == "Li's"
    assert again.left == ["0", "1"]
    assert again.search.text() == "hotel"
    assert not again.table.header().isSectionHidden(2)


def test_views_are_renamed_and_deleted(place: Place, tmp_path: Path) -> None:
    """Deleting asks first, and leads back to everything."""
    place.bar.facets.want({"state": ("new",)})
    place.messages.answer = "Mine"
    place.do("Save as a view…")
    place.messages.answer = "Ours"
    place.do("Rename the view…")
    assert [view.name for view in ListStore(tmp_path).load().views["quotes"]] == ["Ours"]
    place.do("Delete the view…")
    assert place.bar.views.current.name == "Ours"
    place.messages.agree = True
    place.do("Delete the view…")
    assert ListStore(tmp_path).load().views == {}
    assert place.bar.views.current.id == ":all"
    assert place.left == ["0", "1", "2"]


def test_a_title_sorts_up_down_and_not_at_all(place: Place) -> None:
    """Three clicks lead back to where one was."""
    orders = []
    for _ in range(3):
        place.table.header().sectionClicked.emit(1)
        orders.append(place.bar.sort)
    assert orders == [("sum", False), ("sum", True), ("", False)]


def test_what_was_cancelled_saves_nothing(place: Place, tmp_path: Path) -> None:
    """No name, no view."""
    place.do("Save as a view…")
    assert ListStore(tmp_path).load().views == {}


def test_what_is_wanted_makes_no_page_wider(place: Place) -> None:
    """Facets go on in another row, so that a small screen still has the whole window."""
    narrow = place.bar.minimumSizeHint().width()
    low = place.bar.heightForWidth(260)
    place.bar.facets.want({"state": ("new", "sent"), "owner": ("A very long name " * 4,)})
    assert place.bar.minimumSizeHint().width() <= narrow + 20
    assert place.bar.heightForWidth(260) > low
