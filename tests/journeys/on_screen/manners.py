"""Two manners of working: with the keyboard alone, and with the mouse wherever it can be used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QPoint

from tests.journeys.on_screen.eyes import Cell, NotSeenError, pixels

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from app.ui.widgets.quote_tree import QuoteTree
    from tests.journeys.on_screen.user import User

_MOST_STEPS = 80


class Manner(Protocol):
    """How things are done."""

    user: User

    def begin(self, customer: str) -> None:
        """Choose a customer and begin a quote."""

    def add(self, code: str) -> None:
        """Find an offering and add it."""

    def reach(self, cell: Cell, why: str) -> None:
        """Bring the keyboard to a cell of the items."""

    def choose(self, cell: Cell, *entries: str) -> None:
        """Open the menu of a row and choose in it."""

    def cure(self) -> None:
        """Take the first way out of the first finding."""

    def open_fact(self, text: str) -> None:
        """Open what changes a fact, by its caption."""

    def tick(self, name: str) -> None:
        """Turn a box round in the dialog in front."""

    def agree(self, name: str) -> None:
        """Press the button of the dialog in front that agrees."""

    def start_title(self) -> None:
        """Bring the keyboard to the title."""

    def do(self, button: str, action: str) -> None:
        """Do what a button of the studio does; it is an action of the palette too."""


class Studio:
    """What both manners see of the studio."""

    def __init__(self, user: User) -> None:
        """Work as a user."""
        self.user = user
        self.eyes = user.eyes

    def tree(self) -> QuoteTree:
        """The items."""
        return self.eyes.window.desk.studio.items.tree

    def say(self, context: str, text: str) -> str:
        """A text of the window in its language."""
        return self.eyes.see(lambda: QCoreApplication.translate(context, text))

    def await_quote(self) -> None:
        """Wait until a quote is open."""
        self.eyes.wait_for(lambda: self.eyes.window.desk.session is not None, "a quote", 20)
        self.eyes.settle()

    def await_hits(self, code: str) -> None:
        """Wait until the first hit is what was meant."""

        def first() -> bool:
            field = self.eyes.window.desk.studio.items.search
            hit = field.hits.hit_at(field.hits.model().index(0, 0))
            return field.popup_visible and hit is not None and hit.code == code

        self.eyes.wait_for(first, f"{code} among the hits", 20)

    def first_cures(self) -> list[str]:
        """Ways out of the first finding, if it blocks; call it in the window's thread."""
        rows = [one.row for one in self.eyes.window.desk.studio.side.findings._found]
        blocks = bool(rows) and rows[0].severity == "blocking"
        return [cure.label for cure in rows[0].cures] if blocks else []

    def _target(self, cell: Cell) -> tuple[QModelIndex, bool]:
        """The row to look at: that of the cell, or the folded one that hides it."""
        tree = self.tree()
        wanted = tree.index_of(cell.key)
        parent = wanted.parent()
        folded = parent.isValid() and not tree.isExpanded(parent)
        return (parent if folded else wanted), folded


class ByKeys(Studio):
    """With the keyboard alone."""

    def begin(self, customer: str) -> None:
        """Ctrl+N, the name, Enter to the list, Enter on the customer."""
        user = self.user
        user.press("ctrl+n", "begin a quote")
        user.type(customer, "find the customer")
        user.press("Return", "go to the customer found")
        user.press("Return", "begin a quote for the customer")
        self.await_quote()

    def add(self, code: str) -> None:
        """Ctrl+I unless the keyboard is there, the code, Enter."""
        if self.eyes.has_keyboard() != self.say("ItemsPanel", "Find and add products"):
            self.user.press("ctrl+i", "go to the search field")
        self.user.type(code, "find the offering")
        self.await_hits(code)
        self.user.press("Return", "add it")

    def reach(self, cell: Cell, why: str) -> None:
        """Escape leads from the search field to the items, arrows from cell to cell."""
        for _ in range(_MOST_STEPS):
            key = self.eyes.see(lambda: self._next_key(cell))
            if not key:
                return
            self.user.press(key, why)
        raise NotSeenError(f"the cell {cell}")

    def _next_key(self, cell: Cell) -> str:
        tree = self.tree()
        if not tree.hasFocus():
            return "Escape"
        here = tree.currentIndex()
        target, folded = self._target(cell)
        if here.siblingAtColumn(0) != target:
            return "Down" if tree.visualRect(target).y() > tree.visualRect(here).y() else "Up"
        if folded:
            return "Left" if here.column() else "Right"
        if here.column() == cell.column:
            return ""
        return "Right" if here.column() < cell.column else "Left"

    def choose(self, cell: Cell, *entries: str) -> None:
        """The menu key, Down to the entry, Enter."""
        self.reach(cell, "go to the item")
        self.user.press("shift+F10", "open its menu")
        for entry in entries:
            steps = self.eyes.steps_to_entry(entry)
            self.user.press("Down", f"go to {entry}", steps)
            self.user.press("Return", f"choose {entry}")

    def cure(self) -> None:
        """F8, Enter."""
        self.user.press("F8", "go to what stands in the way")
        self.user.press("Return", "take the first way out")

    def open_fact(self, text: str) -> None:
        """Through the palette."""
        self.do("", text)

    def tick(self, name: str) -> None:
        """Tab to the box, then Space."""
        for _ in range(_MOST_STEPS):
            if self.eyes.has_keyboard() == name:
                break
            self.user.press("Tab", f"go to {name}")
        self.user.press("space", f"tick {name}")

    def agree(self, name: str) -> None:
        """Ctrl+Enter agrees whatever has the keyboard."""
        self.user.press("ctrl+Return", name)

    def start_title(self) -> None:
        """Ctrl+T."""
        self.user.press("ctrl+t", "go to the title")

    def do(self, button: str, action: str) -> None:  # noqa: ARG002 (the mouse needs the button)
        """Ctrl+K, the name of the action, Enter."""
        self.user.press("ctrl+k", "find an action")
        self.user.type(f">{action}", "name the action")
        self.user.press("Return", action)


class ByMouse(Studio):
    """With the mouse wherever it can be used; only texts are typed."""

    def begin(self, customer: str) -> None:
        """The customers, the search field, the row found, the button beside the name."""
        eyes, user = self.eyes, self.user
        self._click(self.say("MainWindow", "Customers"), "go to the customers")
        self._click(self.say("CustomersView", "Name, account, contact"), "go to the search field")
        user.type(customer, "find the customer")
        row = self._first_row()
        eyes.wait_for(lambda: eyes.window.customers.table.model().rowCount() == 1, customer, 20)
        point = eyes.middle_of_cell(lambda: eyes.window.customers.table, row)
        assert point is not None
        user.click(point, customer, "choose the customer")
        self._click(self.say("CustomerDetail", "Begin a quote"), "begin a quote")
        self.await_quote()

    def _first_row(self) -> Cell:
        eyes = self.eyes
        return eyes.cell_in(lambda: eyes.window.customers.table)._replace(column=0)

    def add(self, code: str) -> None:
        """The field, the code, the first hit."""
        self._click(self.say("ItemsPanel", "Find and add products"), "go to the search field")
        self.user.type(code, "find the offering")
        self.await_hits(code)
        self.user.click(self.eyes.middle_of_first_hit(), code, "add it")

    def reach(self, cell: Cell, why: str) -> None:
        """Unfold the item if need be, turn the wheel until the row is in sight, click the cell."""
        self.user.click(self._point(cell), f"{cell.key} column {cell.column}", why)

    def choose(self, cell: Cell, *entries: str) -> None:
        """The right button, then the entries."""
        self.user.click(self._point(cell), cell.key, "open its menu", button=3)
        for entry in entries:
            self.user.click(self.eyes.middle_of_entry(entry), entry, f"choose {entry}")

    def _point(self, cell: Cell) -> QPoint:
        for _ in range(_MOST_STEPS):
            chevron = self.eyes.see(lambda: self._chevron(cell))
            if chevron is not None:
                self.user.click(chevron, cell.key, "unfold the item")
            point = self.eyes.middle_of_cell(self.tree, cell)
            if point is not None:
                return point
            down = self.eyes.see(lambda: self._is_below(cell))
            self.user.turn_wheel(self.eyes.middle_of_view(self.tree), down=down)
        raise NotSeenError(f"the cell {cell}")

    def _chevron(self, cell: Cell) -> QPoint | None:
        """Where the row that hides a cell is unfolded; ``None`` where none does."""
        tree = self.tree()
        target, folded = self._target(cell)
        rect = tree.visualRect(target)
        if not folded or not tree.viewport().rect().contains(rect.center()):
            return None
        places = (QPoint(x, rect.center().y()) for x in range(rect.left(), rect.left() + 60, 4))
        return next((pixels(tree.viewport(), one) for one in places if tree.on_chevron(one)), None)

    def _is_below(self, cell: Cell) -> bool:
        target, _ = self._target(cell)
        return self.tree().visualRect(target).y() > 0

    def cure(self) -> None:
        """The first button of the first finding."""
        cures = self.eyes.see(self.first_cures)
        self._click(cures[0], "take the first way out")

    def open_fact(self, text: str) -> None:
        """The fact under the title."""
        point = self.eyes.middle_of(text, begins=True)
        self.user.click(point, text, f"change {text}")

    def tick(self, name: str) -> None:
        """The box."""
        self._click(name, f"tick {name}")

    def agree(self, name: str) -> None:
        """The button."""
        self._click(name, name)

    def start_title(self) -> None:
        """The title itself."""
        self._click(self.say("TopBar", "Title of the quote"), "go to the title")

    def do(self, button: str, action: str) -> None:
        """The button."""
        self._click(button, action)

    def _click(self, name: str, why: str) -> None:
        self.user.click(self.eyes.middle_of(name), name, why)
