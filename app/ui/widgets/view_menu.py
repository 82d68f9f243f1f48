"""ViewMenu: the views of a list, those of the program and those that the user saved."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import uuid4

from msgspec.structs import replace
from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton

from app.services.list_choices import ListChoices, SavedView
from app.ui.widgets.parts import make_button

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.ui.list_memory import ListMemory
    from app.ui.messages import Messages


class ViewMenu(QObject):
    """Offers the views of one list, and keeps what the user makes of them.

    * ``chosen(view)``: show the list so.

    Attributes:
        button: Says which view is shown, with a point where it was changed since.
        current: The view that is shown.
        memory: Where views are kept; ``None`` until the list is in a window.
    """

    chosen = Signal(object)

    def __init__(
        self,
        name: str,
        built_in: Sequence[SavedView],
        present: Callable[[], SavedView],
        messages: Messages,
        parent: QObject,
    ) -> None:
        """Begin with the first view of the program.

        Args:
            name: Of the list.
            built_in: Views of the program, with their names for people.
            present: What is shown now, as a view without a name.
            messages: Asks for names.
            parent: Owner.
        """
        super().__init__(parent)
        self._name = name
        self.built_in = tuple(built_in)
        self._present = present
        self._messages = messages
        self.memory: ListMemory | None = None
        self.current = self.built_in[0]
        self.button: QPushButton = make_button("", "quiet", icon="bookmark")
        self.button.setToolTip(self.tr("Views of this list"))
        self.button.clicked.connect(self._open)
        self.tell()

    # ------------------------------------------------------------ which there are

    @property
    def own(self) -> tuple[SavedView, ...]:
        """Views that the user saved."""
        return self._choices.views.get(self._name, ())

    @property
    def _choices(self) -> ListChoices:
        return self.memory.choices if self.memory is not None else ListChoices()

    def find(self, view_id: str) -> SavedView | None:
        """A view by its identifier; ``None`` when it is gone."""
        return next((one for one in (*self.built_in, *self.own) if one.id == view_id), None)

    @property
    def first(self) -> SavedView:
        """The view that the list begins with."""
        wanted = self._choices.first.get(self._name, "")
        return self.find(wanted) or self.built_in[0]

    @property
    def is_own(self) -> bool:
        """Whether a view of the user's is shown, whose columns are its own."""
        return self.current in self.own

    @property
    def is_changed(self) -> bool:
        """Whether something else is shown than the view says."""
        shown, view = self._present(), self.current
        if not self.is_own:  # columns are no part of a view of the program
            look = replace(view.look, descending=shown.look.descending, sort=shown.look.sort)
            shown = replace(shown, look=look if view.look.sort else view.look)
        return (shown.wants, shown.typed, shown.look) != (view.wants, view.typed, view.look)

    def offer(self, built_in: Sequence[SavedView]) -> None:
        """Have other views of the program, with the same identifiers."""
        self.built_in = tuple(built_in)
        self.current = self.find(self.current.id) or self.built_in[0]
        self.tell()

    def choose(self, view: SavedView) -> None:
        """Show a view."""
        self.current = view
        self.chosen.emit(view)
        self.tell()

    def tell(self) -> None:
        """Say which view is shown."""
        changed = " •" if self.is_changed else ""
        self.button.setText(f" {self.current.name}{changed}".replace("&", "&&"))
        self.button.setAccessibleName(self.tr("View: {name}").format(name=self.current.name))

    # ------------------------------------------------------------ the menu

    def menu(self) -> QMenu:
        """All views, and what can be done with the one that is shown."""
        menu = QMenu(self.button)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(self.tr("Views of this list"))
        group = QActionGroup(menu)
        for at, view in enumerate((*self.built_in, *self.own)):
            if at == len(self.built_in):
                menu.addSeparator()
            action = menu.addAction(view.name.replace("&", "&&"))
            action.setCheckable(True)
            action.setActionGroup(group)
            action.setChecked(view.id == self.current.id)
            action.triggered.connect(partial(self._choose_by_id, view.id))
        menu.addSeparator()
        menu.addAction(self.tr("Save as a view…")).triggered.connect(self.save_as)
        if self.is_own:
            kept = menu.addAction(self.tr("Keep the changes"))
            kept.setEnabled(self.is_changed)
            kept.triggered.connect(self.save)
            menu.addAction(self.tr("Rename the view…")).triggered.connect(self.rename)
            menu.addAction(self.tr("Delete the view…")).triggered.connect(self.delete)
        begin = menu.addAction(self.tr("Begin with this view"))
        begin.setCheckable(True)
        begin.setChecked(self.first.id == self.current.id)
        begin.triggered.connect(self.begin_with)
        return menu

    def _open(self) -> None:
        self.menu().popup(self.button.mapToGlobal(QPoint(0, self.button.height())))

    def _choose_by_id(self, view_id: str) -> None:
        view = self.find(view_id)
        if view is not None:
            self.choose(view)

    # ------------------------------------------------------------ what the user makes of them

    def save_as(self) -> None:
        """Save what is shown under a name."""
        if not (name := self._asked(self.tr("Save as a view"), "")):
            return
        self._keep(replace(self._present(), id=uuid4().hex, name=name))

    def save(self) -> None:
        """Save what is shown in the place of the view."""
        self._keep(replace(self._present(), id=self.current.id, name=self.current.name))

    def rename(self) -> None:
        """Give the view another name."""
        if name := self._asked(self.tr("Rename the view"), self.current.name):
            self._keep(replace(self.current, name=name), shown=False)

    def delete(self) -> None:
        """Delete the view; the first one of the program is shown then."""
        title = self.tr("Delete the view “{name}”?").format(name=self.current.name)
        text = self.tr("What it shows stays; only the view goes.")
        if self.memory is None or not self._messages.confirm(
            title, text, yes=self.tr("Delete"), danger=True
        ):
            return
        self.memory.keep(self._choices.without_view(self._name, self.current.id))
        self.choose(self.built_in[0])

    def begin_with(self) -> None:
        """Let the list begin with this view, or as usual again."""
        if self.memory is None:
            return
        again = self.first.id == self.current.id
        wanted = "" if again else self.current.id
        self.memory.keep(self._choices.beginning_with(self._name, wanted))

    def _asked(self, title: str, initial: str) -> str:
        if self.memory is None:
            return ""
        text = self.tr("Filter, words, order and columns are kept under this name.")
        return (self._messages.ask(title, text, initial) or "").strip()

    def _keep(self, view: SavedView, *, shown: bool = True) -> None:
        if self.memory is None:
            return
        self.memory.keep(self._choices.with_view(self._name, view))
        self.current = view
        if shown:
            self.chosen.emit(view)
        self.tell()
